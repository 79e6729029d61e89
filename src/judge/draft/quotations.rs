//! Words in quotation marks: whether somebody on record says them, and whether it is who the draft says.

use std::ops::Range;

use super::case::{DraftCase, SeenQuotation};
use super::fault::{Fault, Standing};
use super::speakers::{is_of, named, publishes, speaker};
use crate::draft::Quotation;
use crate::judge::phrase::Phrase;
use crate::judge::rules::{DRAFT_QUOTE, DRAFT_UNNAMED, DRAFT_UNSUPPORTED};
use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId, SourceId};
use crate::spot::{Attribution, Speaker};
use crate::text::{Haystack, Outcome, cut, fold_text};
use crate::value::calendar::day;

/// Fewer words that nobody is given may be a name, or somebody's manner of speaking.
const LEAST_ALONE: usize = 4;

/// The quotes of the record, as they are looked in.
struct Quotes<'d> {
    dossier: &'d Dossier,
    /// Each folded.
    folded: Vec<(ClaimId, String)>,
    answers: Vec<String>,
}

impl<'d> Quotes<'d> {
    fn new(case: &DraftCase<'d>) -> Self {
        let dossier = case.dossier();
        let others = || dossier.claims.iter().filter(|(id, _)| case.is_of_record(*id));
        let folded = others().filter_map(|(id, claim)| Some((id, plain(&claim.quote.as_ref()?.words))));
        let folded = folded.collect();
        let answers = others().map(|(_, claim)| plain(&dossier.said(claim))).collect();
        Quotes { dossier, folded, answers }
    }

    /// The claims in whose quotes words stand, each with where.
    fn with(&self, words: &str) -> Vec<(ClaimId, Range<usize>)> {
        let words = plain(words);
        let stands = |quote: &str| {
            let (first, last) = (words.chars().next(), words.chars().next_back());
            let cuts = |c: Option<char>, own: Option<char>| {
                c.is_some_and(char::is_alphanumeric) && own.is_some_and(char::is_alphanumeric)
            };
            let places = quote.match_indices(&words).map(|(at, found)| at..at + found.len());
            let mut whole = places.filter(|at| {
                !cuts(quote[..at.start].chars().next_back(), first)
                    && !cuts(quote[at.end..].chars().next(), last)
            });
            whole.next()
        };
        self.folded.iter().filter_map(|(id, quote)| Some((*id, stands(quote)?))).collect()
    }

    /// What a quotation leaves off that turns its words around, or bounds a number, where it does so in each quote that it is
    /// part of.
    fn cut(&self, standing: &[(ClaimId, Range<usize>)]) -> Option<String> {
        let cut_in = |(id, at): &(ClaimId, Range<usize>)| {
            let (_, quote) = &self.folded[self.folded.binary_search_by_key(id, |(id, _)| *id).ok()?];
            let language = self.dossier.language_of(self.dossier.claims[*id].source);
            Some(quote[cut(quote, at, language)?.at].to_owned())
        };
        let cuts: Vec<Option<String>> = standing.iter().map(cut_in).collect();
        cuts.into_iter().collect::<Option<Vec<String>>>()?.into_iter().next()
    }

    /// Whether words are an answer of the record, as it words it.
    fn answer(&self, words: &str) -> bool {
        let words = plain(words);
        self.answers.contains(&words)
    }

    /// The quote that resembles words most.
    fn near(&self, words: &str) -> Option<ClaimId> {
        let mut all = String::new();
        let mut ends: Vec<(usize, ClaimId)> = Vec::new();
        for (id, _) in &self.folded {
            let quote = self.dossier.claims[*id].quote.as_ref().map_or("", |quote| quote.words.as_str());
            all.push_str(quote);
            ends.push((all.len(), *id));
            all.push_str("\n\n");
        }
        let Outcome::Near(near) = Haystack::new(&all).find(words) else { return None };
        let at = ends.partition_point(|(end, _)| *end <= near.at.start);
        ends.get(at).map(|(_, id)| *id)
    }
}

fn plain(words: &str) -> String {
    fold_text(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How each quotation of a draft stands, in order.
pub(super) fn judge(case: &DraftCase<'_>) -> Vec<Standing> {
    let quotes = Quotes::new(case);
    let all = case.draft.quotations.iter().zip(&case.seen);
    let of = |(quotation, seen): (&Quotation, &SeenQuotation)| {
        let ways = case.draft.said(quotation);
        let places =
            ways.iter().map(|words| quotes.with(words)).find(|it| !it.is_empty()).unwrap_or_default();
        let fault = of(case, &quotes, (quotation, &ways[0], &places), seen);
        Standing { carried: places.into_iter().map(|(id, _)| id).collect(), fault }
    };
    all.map(of).collect()
}

fn of(
    case: &DraftCase<'_>,
    quotes: &Quotes<'_>,
    (quotation, own, standing): (&Quotation, &str, &[(ClaimId, Range<usize>)]),
    seen: &SeenQuotation,
) -> Option<Fault> {
    let dossier = case.dossier();
    let words: Vec<&str> = own.split_whitespace().collect();
    if quotes.answer(own) || says_numbers_alone(&words) {
        return None;
    }
    let fault = |rule, message: Phrase| Fault::new(rule, (&quotation.at, &quotation.sentence), message);
    let claims: Vec<ClaimId> = standing.iter().map(|(id, _)| *id).collect();
    if claims.is_empty() && seen.held.is_empty() {
        let is_given = matches!(quotation.attribution, Attribution::Known(_));
        let is_bound = !quotation.target.claims.is_empty() || !quotation.target.sources.is_empty();
        if words.len() < LEAST_ALONE && !is_given && !is_bound {
            return None;
        }
        return Some(not_held(case, quotes, quotation, seen, own));
    }
    if let Some(wrong) = elsewhere(case, quotation, &claims, seen) {
        return Some(fault(DRAFT_QUOTE, wrong).label("held, but not there").against(claims));
    }
    if let Some(left) = quotes.cut(standing).or_else(|| seen.cut.clone().filter(|_| standing.is_empty())) {
        let message = Phrase::from("the quotation leaves off `")
            .theirs(&sources_of(dossier, &claims, seen), left)
            .and("`, which turns it around or bounds it");
        return Some(fault(DRAFT_QUOTE, message).label("cut").against(claims));
    }
    let by = by_others(case, quotation, &claims, seen);
    if by {
        let first = claims.first().copied();
        let whose = first.map_or_else(
            || seen.held.first().map(|id| format!("`{}`", dossier.sources.name(*id))).unwrap_or_default(),
            |id| speaker(dossier, id),
        );
        let message = Phrase::from(format!(
            "the quotation is given to {}, and on record it is of {whose}",
            given_to(quotation).iter().map(|it| named(dossier, *it)).collect::<Vec<_>>().join(" and ")
        ));
        return Some(fault(DRAFT_QUOTE, message).label("another's words").against(claims));
    }
    let is_alone = matches!(quotation.attribution, Attribution::Own | Attribution::Vague(_))
        && words.len() >= LEAST_ALONE
        && quotation.target == Default::default();
    is_alone.then(|| {
        let message = Phrase::from("the quotation is given to nobody who is named");
        let fault = fault(DRAFT_UNNAMED, message).label("whose words?");
        let whose = claims.first().map(|id| speaker(dossier, *id));
        let fault = match whose {
            Some(whose) => fault.help(format!("on record they are the words of {whose}")),
            None => fault,
        };
        fault.against(claims.iter().copied())
    })
}

/// The sources in which a quotation stands.
fn sources_of(dossier: &Dossier, claims: &[ClaimId], seen: &SeenQuotation) -> Vec<SourceId> {
    let of_claims = claims.iter().map(|id| dossier.claims[*id].source);
    let mut sources: Vec<SourceId> = of_claims.chain(seen.held.iter().copied()).collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}

/// Whether words are numbers and dates with what hedges them: an answer, and nobody's words.
fn says_numbers_alone(words: &[&str]) -> bool {
    let is_plain = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let is_month = day::MONTHS.iter().any(|month| month.to_lowercase() == word);
        word.chars().all(|c| !c.is_alphabetic()) || is_month || BESIDE_NUMBERS.split(' ').any(|it| it == word)
    };
    words.iter().all(is_plain) && words.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()))
}

/// Words that stand beside numbers.
const BESIDE_NUMBERS: &str = "to or and more less fewer than usually about nearly over at least most up from";

/// Words that stand nowhere on record: what resembles them, and how much was looked at.
fn not_held(
    case: &DraftCase<'_>,
    quotes: &Quotes<'_>,
    quotation: &Quotation,
    seen: &SeenQuotation,
    words: &str,
) -> Fault {
    let dossier = case.dossier();
    let fault = |rule, message: &str| Fault::new(rule, (&quotation.at, &quotation.sentence), message);
    if let Some((source, passage)) = &seen.near {
        let note = Phrase::from(format!("in the text of `{}` stands “", dossier.sources.name(*source)))
            .theirs(&[*source], passage.clone())
            .and("”");
        return fault(DRAFT_QUOTE, "the quotation is not held: a passage resembles it")
            .label("not in these words")
            .note(note);
    }
    if let Some(claim) = quotes.near(words) {
        return fault(DRAFT_QUOTE, "the quotation is not held: a quote on record resembles it")
            .label("not in these words")
            .against([claim]);
    }
    match seen.missing {
        0 => fault(DRAFT_QUOTE, "the quotation stands in no text of the record").label("nobody's words on record"),
        missing => fault(DRAFT_UNSUPPORTED, "no quote on record has these words")
            .label("could not be looked for everywhere")
            .note(format!(
                "{} texts were looked at; {missing} are not held here: name their folder with `--archive DIR`",
                seen.looked
            )),
    }
}

/// Why words are not where the draft's mark or title says: the source that is named does not have them.
fn elsewhere(
    case: &DraftCase<'_>,
    quotation: &Quotation,
    claims: &[ClaimId],
    seen: &SeenQuotation,
) -> Option<Phrase> {
    let dossier = case.dossier();
    let mut named: Vec<SourceId> = quotation.target.sources.iter().copied().collect();
    named.extend(given_to(quotation).iter().filter_map(|speaker| speaker.source));
    let of_claims = quotation.target.claims.iter().filter_map(|name| dossier.claims.find(name));
    let bound: Vec<ClaimId> = of_claims.collect();
    named.extend(bound.iter().map(|id| dossier.claims[*id].source));
    let has = |source: &SourceId| {
        seen.held.contains(source) || claims.iter().any(|id| dossier.claims[*id].source == *source)
    };
    if named.is_empty() || named.iter().any(has) {
        return None;
    }
    let holding = sources_of(dossier, claims, seen);
    let holding: Vec<String> = holding.iter().map(|id| format!("`{}`", dossier.sources.name(*id))).collect();
    Some(Phrase::from(format!(
        "the quotation does not stand in `{}`: it stands in {}",
        dossier.sources.name(named[0]),
        holding.join(" and ")
    )))
}

/// Whether words are given to somebody, and on record they are others' alone.
fn by_others(case: &DraftCase<'_>, quotation: &Quotation, claims: &[ClaimId], seen: &SeenQuotation) -> bool {
    let dossier = case.dossier();
    let agents: Vec<AgentId> = given_to(quotation).iter().filter_map(|speaker| speaker.agent).collect();
    if agents.is_empty() {
        return false;
    }
    let is_theirs = |id: &ClaimId| {
        given_to(quotation).iter().any(|speaker| {
            let outlet = |agent| speaker.source.is_none() && publishes(dossier, *id, agent);
            speaker.agent.is_some_and(|agent| outlet(agent) || is_of(dossier, *id, agent))
        })
    };
    let published = |source: &SourceId| {
        dossier.sources[*source].publisher.is_some_and(|publisher| agents.contains(&publisher))
    };
    // Whose words those of a text are which no claim quotes is not known.
    let is_known = !claims.is_empty();
    is_known && !claims.iter().any(is_theirs) && !seen.held.iter().any(published)
}

/// Those to whom a draft gives a quotation, as far as the record knows them.
fn given_to(quotation: &Quotation) -> &[Speaker] {
    match &quotation.attribution {
        Attribution::Known(speakers) => speakers,
        _ => &[],
    }
}
