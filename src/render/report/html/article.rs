//! One question on the page: positions, drawings, who says what, the pairs that cannot hold together and why.

use std::collections::BTreeMap;

use serde::Serialize;

use super::content::badge;
use super::piece::{Piece, pieces, unspaced};
use super::scale::{Line, line};
use super::tree::{Tree, tree};
use super::words::{Badge, stands};
use crate::judge::standing::Standing;
use crate::render::report::told;
use crate::render::report::told::voices;
use crate::value::kind::Kind;
use crate::view::asked::{AskedClaim, AskedView};
use crate::view::compare::PositionView;
use crate::view::containment::PlaceView;
use crate::view::report::{DisputeView, PairView, SaidView};

/// At most so many questions that are not in dispute are shown in full.
pub(super) const MOST_SHARED: usize = 100;
/// So many pairs of a dispute are shown, the first of them at once.
const MOST_PAIRS: usize = 24;
const FIRST_PAIRS: usize = 4;
const MOST_CLAIMS: usize = 120;
const MOST_POSITIONS: usize = 24;

/// A question with all that is to be said of it.
#[derive(Serialize)]
pub(super) struct Article {
    anchor: String,
    question: String,
    event: String,
    ask: String,
    /// One for each dispute; for a question without, how its claims stand.
    badges: Vec<Badge>,
    line: Option<Line>,
    is_time: bool,
    places: Vec<PlaceShown>,
    answers: Vec<AnswerShown>,
    claims_left_out: usize,
    positions: Vec<PositionShown>,
    positions_left_out: usize,
    disputes: Vec<DisputeShown>,
    tree: Tree,
    /// Whether the tree is shown at once.
    in_dispute: bool,
}

/// A place with what is said of it, and its depth in the tree as the change from the place before.
#[derive(Serialize)]
struct PlaceShown {
    name: String,
    opens: usize,
    closes: usize,
    also_within: String,
    touches: String,
    said: Vec<String>,
    near: Vec<String>,
    not: Vec<String>,
}

/// One answer, and everyone who gives it.
#[derive(Serialize)]
struct AnswerShown {
    says: String,
    reading: Option<String>,
    voices: Vec<VoiceShown>,
}

#[derive(Serialize)]
struct VoiceShown {
    speaker: String,
    source: String,
    covering: String,
    stands: Badge,
    quotes: Vec<QuoteShown>,
}

#[derive(Serialize)]
struct QuoteShown {
    text: Option<String>,
    link: Option<String>,
    locator: Option<String>,
    translation: Option<String>,
}

#[derive(Serialize)]
struct PositionShown {
    label: String,
    /// What its claims cover, where another position has the same words.
    covering: String,
    supporting: Vec<String>,
    origins: Vec<String>,
    independent: usize,
    not_established: usize,
    allowing: usize,
}

#[derive(Serialize)]
struct DisputeShown {
    badge: Badge,
    explained: bool,
    /// The desk's words, unless the dispute before has the same.
    rationale: Option<String>,
    status: Option<String>,
    settles: Vec<String>,
    /// What the finding says, where no pair can be shown.
    message: Option<Vec<Piece>>,
    first: Vec<PairShown>,
    more: Vec<PairShown>,
    left_out: usize,
    question: String,
}

/// Two claims that do not go together.
#[derive(Serialize)]
struct PairShown {
    a: PairSide,
    b: PairSide,
    relation: &'static str,
    row: u8,
    /// Where it is the same as of the pair before, it is not said again.
    reason: Option<Vec<Piece>>,
}

#[derive(Serialize)]
struct PairSide {
    says: String,
    speaker: String,
    source: String,
    link: Option<String>,
    /// The quote, what only it says marked; `None` where there is none to show.
    quote: Option<Vec<Piece>>,
}

/// The id of a question's article.
pub(super) fn anchor(question: &str) -> String {
    format!("q-{}", question.replace('/', "--"))
}

impl Article {
    pub(super) fn new(asked: &AskedView, disputes: &[&DisputeView]) -> Self {
        let claims = &asked.claims[..asked.claims.len().min(MOST_CLAIMS)];
        let dated = matches!(asked.written, Kind::Date);
        let readings: Vec<_> = claims
            .iter()
            .map(|claim| &claim.said)
            .filter_map(|said| {
                Some((
                    if dated { &said.plain } else { &said.words }.as_str(),
                    said.source.as_str(),
                    said.bounds.as_ref()?,
                ))
            })
            .collect();
        let by_name: BTreeMap<&str, &SaidView> =
            claims.iter().map(|claim| (claim.said.claim.as_str(), &claim.said)).collect();
        Article {
            anchor: anchor(&asked.question),
            question: asked.question.clone(),
            event: asked.event.clone(),
            ask: asked.ask.clone(),
            badges: badges(asked, disputes),
            line: line(&asked.written, &readings),
            is_time: dated,
            places: places(&asked.places, &by_name),
            answers: answers(asked, claims),
            claims_left_out: asked.claims.len() - claims.len(),
            positions: asked
                .positions
                .iter()
                .take(MOST_POSITIONS)
                .map(|it| PositionShown::new(asked, it))
                .collect(),
            positions_left_out: asked.positions.len().saturating_sub(MOST_POSITIONS),
            disputes: {
                let before = std::iter::once(None).chain(disputes.iter().map(|dispute| Some(*dispute)));
                disputes
                    .iter()
                    .zip(before)
                    .map(|(dispute, before)| DisputeShown::new(dispute, before))
                    .collect()
            },
            tree: tree(asked),
            in_dispute: !disputes.is_empty(),
        }
    }
}

fn badges(asked: &AskedView, disputes: &[&DisputeView]) -> Vec<Badge> {
    let mut found: Vec<Badge> = Vec::new();
    let own = asked.claims.iter().filter(|_| disputes.is_empty()).map(|claim| stands(claim.stands));
    for badge in disputes.iter().map(|dispute| badge(dispute)).chain(own) {
        if !found.iter().any(|other| (other.word, other.class) == (badge.word, badge.class)) {
            found.push(badge);
        }
    }
    found
}

fn places(places: &[PlaceView], claims: &BTreeMap<&str, &SaidView>) -> Vec<PlaceShown> {
    let who = |names: &[String]| -> Vec<String> {
        let told = names.iter().filter_map(|name| claims.get(name.as_str()));
        let mut told: Vec<String> = told
            .map(|claim| match claim.own_voice {
                true => claim.source.clone(),
                false => format!("{} in {}", claim.speaker, claim.source),
            })
            .collect();
        told.dedup();
        told
    };
    let depth = |index: usize| places.get(index).map_or(0, |place| place.depth);
    let shown = places.iter().enumerate().map(|(index, place)| PlaceShown {
        name: place.name.clone(),
        // The template opens a list before each place that lies within the one before, and closes what ends after it.
        opens: usize::from(index > 0 && place.depth > depth(index - 1)),
        closes: match places.get(index + 1) {
            Some(next) => place.depth.saturating_sub(next.depth),
            None => place.depth,
        },
        also_within: told::joined(&place.also_within),
        touches: told::joined(&place.touches),
        said: who(&place.said),
        near: who(&place.near),
        not: who(&place.not),
    });
    shown.collect()
}

fn answers(asked: &AskedView, claims: &[AskedClaim]) -> Vec<AnswerShown> {
    let mut groups: Vec<(&str, Vec<&AskedClaim>)> = Vec::new();
    for claim in claims {
        match groups.iter_mut().find(|(says, _)| *says == claim.said.plain) {
            Some((_, group)) => group.push(claim),
            None => groups.push((&claim.said.plain, vec![claim])),
        }
    }
    groups.sort_by_key(|(_, group)| {
        std::cmp::Reverse(told::source_count(group.iter().map(|claim| &claim.said)))
    });
    let answer = |(says, group): (&str, Vec<&AskedClaim>)| {
        let mut shown: Vec<VoiceShown> = Vec::new();
        // A voice whose claims stand differently is told once for each standing.
        let mut by_standing: Vec<(Standing, Vec<&SaidView>)> = Vec::new();
        for claim in &group {
            match by_standing.iter_mut().find(|(stands, _)| *stands == claim.stands) {
                Some((_, said)) => said.push(&claim.said),
                None => by_standing.push((claim.stands, vec![&claim.said])),
            }
        }
        for (standing, said) in by_standing {
            shown.extend(voices(said).into_iter().map(|voice| VoiceShown {
                speaker: told::speaker(voice.first),
                source: voice.first.source.clone(),
                covering: covering(asked, voice.first),
                stands: stands(standing),
                quotes: voice.all.iter().map(|claim| QuoteShown::new(claim)).collect(),
            }));
        }
        let first = group[0];
        let reading = first.said.reading.clone().filter(|reading| *reading != first.said.plain);
        AnswerShown { says: says.to_owned(), reading, voices: shown }
    };
    groups.into_iter().map(answer).collect()
}

fn covering(asked: &AskedView, claim: &SaidView) -> String {
    let mut said = Vec::new();
    if asked.grows {
        said.push(format!("as of {}", claim.as_of));
    }
    said.extend(claim.covers.iter().cloned());
    said.join(", ")
}

impl QuoteShown {
    fn new(claim: &SaidView) -> Self {
        QuoteShown {
            text: claim.quote.clone(),
            link: claim.link.clone(),
            locator: claim.locator.clone(),
            translation: claim.translation.clone(),
        }
    }
}

impl PositionShown {
    fn new(asked: &AskedView, position: &PositionView) -> Self {
        let name = |id: &String| {
            if let Some(source) = id.strip_prefix("source:") {
                return source.to_owned();
            }
            let mut hops = asked.chains.iter().flat_map(|chain| &chain.hops);
            hops.find(|hop| hop.id == *id).map_or_else(|| id.clone(), |hop| hop.name.clone())
        };
        let supporting = asked.claims.iter().filter(|claim| position.supporting.contains(&claim.said.claim));
        let mut sources: Vec<String> = supporting.map(|claim| claim.said.source.clone()).collect();
        sources.dedup();
        let groups =
            position.origins.iter().map(|group| told::joined(&group.iter().map(name).collect::<Vec<_>>()));
        let namesakes = asked.positions.iter().filter(|other| other.plain == position.plain).count();
        let first = asked.claims.iter().find(|claim| position.claims.contains(&claim.said.claim));
        PositionShown {
            label: position.plain.clone(),
            covering: first
                .filter(|_| namesakes > 1)
                .map(|claim| claim.said.covers.join(", "))
                .unwrap_or_default(),
            supporting: sources,
            origins: groups.collect(),
            independent: position.independent,
            not_established: position.not_established,
            allowing: position.claims.len() - position.supporting.len(),
        }
    }
}

impl DisputeShown {
    fn new(dispute: &DisputeView, before_it: Option<&DisputeView>) -> Self {
        let said: BTreeMap<&str, &SaidView> = dispute
            .sides
            .iter()
            .flat_map(|side| &side.claims)
            .map(|claim| (claim.claim.as_str(), claim))
            .collect();
        let mut before = "";
        let mut pairs: Vec<PairShown> = Vec::new();
        for pair in dispute.pairs.iter().take(MOST_PAIRS) {
            let (Some(a), Some(b)) = (said.get(pair.a.as_str()), said.get(pair.b.as_str())) else { continue };
            let reason = (pair.reason != before).then(|| pieces(&pair.reason));
            before = &pair.reason;
            pairs.push(PairShown {
                a: PairSide::new(a, pair, "delete"),
                b: PairSide::new(b, pair, "insert"),
                relation: pair.relation,
                row: pair.row,
                reason,
            });
        }
        let more = pairs.split_off(pairs.len().min(FIRST_PAIRS));
        DisputeShown {
            badge: badge(dispute),
            explained: dispute.explained.is_some(),
            rationale: dispute
                .explained
                .clone()
                .filter(|it| before_it.is_none_or(|before| before.explained.as_ref() != Some(it))),
            status: dispute.status.map(|status| status.to_string()),
            settles: dispute.settles.clone(),
            message: dispute.pairs.is_empty().then(|| pieces(&dispute.message)),
            first: pairs,
            more,
            left_out: dispute.pairs.len().saturating_sub(MOST_PAIRS),
            question: dispute.question.clone(),
        }
    }
}

impl PairSide {
    /// One side of a pair; `own` is the change that marks what it alone says.
    fn new(claim: &SaidView, pair: &PairView, own: &str) -> Self {
        let compared = pair.words.as_ref().map(|words| {
            let mine = words.iter().filter(|change| change.change == "equal" || change.change == own);
            unspaced(mine.map(|change| (change.text.as_str(), change.change == own)))
        });
        let plain = || claim.quote.as_ref().map(|quote| vec![Piece { text: quote.clone(), marked: false }]);
        PairSide {
            says: claim.plain.clone(),
            speaker: told::speaker(claim),
            source: claim.source.clone(),
            link: claim.link.clone(),
            quote: compared.or_else(plain),
        }
    }
}
