//! Which claims have been withdrawn: rows 2 to 4 of semantics.md, section 4, seen from one claim.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::alignment::Alignment;
use super::kind::Which;
use super::moment::Order;
use super::origin::Speaker;
use super::pair::Pair;
use super::scope::Extent;
use super::steps::Steps;
use super::withdrawal::Withdrawal;
use crate::model::claim::Claim;
use crate::model::table::{ClaimId, Id, QuestionId, SourceId};
use crate::value::shape::Side;

/// By claim: whether a correction, a capture or a retraction may concern it at all. Most dossiers have few, and
/// what is not concerned need not be looked at pair by pair.
pub(super) fn may_change(alignment: &Alignment) -> Vec<bool> {
    let dossier = alignment.dossier;
    let mut source = vec![false; dossier.sources.len()];
    for (id, row) in dossier.sources.iter() {
        for other in row.corrects.iter().chain(&row.retracts).chain(&row.capture_of) {
            source[id.index()] = true;
            source[other.index()] = true;
        }
    }
    let mut claim: Vec<bool> = dossier.claims.iter().map(|(_, claim)| source[claim.source.index()]).collect();
    for (from, row) in dossier.claims.iter() {
        for to in stated(row) {
            claim[from.index()] = true;
            claim[to.index()] = true;
        }
    }
    claim
}

/// What a claim says itself that it takes back.
fn stated(claim: &Claim) -> impl Iterator<Item = ClaimId> + '_ {
    claim.links.corrects.iter().chain(&claim.links.retracts).chain(&claim.links.supersedes).copied()
}

/// So many times two claims on one question are held against each other to see whether one takes the other back or says again
/// what was. Where there are more, that is told.
pub(crate) const MOST_HELD: usize = 200_000;

/// What no longer stands, and the questions on which not all was looked at, in order.
#[derive(Debug, Default)]
pub(super) struct Withdrawn {
    pub(super) claims: BTreeMap<ClaimId, Withdrawal>,
    pub(super) in_part: Vec<QuestionId>,
}

/// The claims that have been corrected, retracted or superseded, stand in a retracted source, or repeat such a one.
pub(super) fn withdrawn(alignment: &Alignment) -> Withdrawn {
    let mut found = Withdrawn::default();
    for question in alignment.dossier.questions.ids() {
        let on_question = of_question(alignment, alignment.claims.on(question), MOST_HELD);
        found.in_part.extend(on_question.is_in_part.then_some(question));
        found.claims.extend(on_question.claims);
    }
    found
}

/// The withdrawn claims on one question.
struct OnQuestion {
    claims: BTreeMap<ClaimId, Withdrawal>,
    is_in_part: bool,
}

// Growth: with the claims and what they state of each other, up to `most` pairs each way.
fn of_question(alignment: &Alignment, claims: &[ClaimId], most: usize) -> OnQuestion {
    let dossier = alignment.dossier;
    let concerned: Vec<ClaimId> = claims.iter().copied().filter(|id| alignment.may_change(*id)).collect();
    let mut taken: BTreeMap<ClaimId, Withdrawal> = BTreeMap::new();
    for a in &concerned {
        let retracting: Vec<SourceId> = alignment.statements.retracting(dossier.claims[*a].source).collect();
        if !retracting.is_empty() {
            taken.entry(*a).or_default().by_source.extend(retracting);
        }
    }
    let mut pairs: BTreeSet<(ClaimId, ClaimId)> = BTreeSet::new();
    let steps = Steps::new(most);
    let all = BySource::new(alignment, &concerned);
    for (a, b) in all.pairs(alignment, &concerned) {
        if !steps.take(1) {
            break;
        }
        if a != b {
            pairs.insert((a.min(b), a.max(b)));
        }
    }
    pairs.into_iter().for_each(|(a, b)| take_back(alignment, a, b, &mut taken));
    taken.retain(|id, _| dossier.claims[*id].shape().is_some());
    let of_repeats = Steps::new(most);
    let repeats = repeats(alignment, claims, &taken, &of_repeats);
    taken.extend(repeats);
    OnQuestion { claims: taken, is_in_part: steps.is_short() || of_repeats.is_short() }
}

/// Some claims on a question by their sources, and by the pages of these.
struct BySource {
    sources: BTreeMap<SourceId, Vec<ClaimId>>,
    pages: BTreeMap<SourceId, Vec<ClaimId>>,
}

impl BySource {
    fn new(alignment: &Alignment, claims: &[ClaimId]) -> Self {
        let mut by = BySource { sources: BTreeMap::new(), pages: BTreeMap::new() };
        for id in claims {
            let source = alignment.dossier.claims[*id].source;
            by.sources.entry(source).or_default().push(*id);
            by.pages.entry(alignment.sources.family[source.index()]).or_default().push(*id);
        }
        by
    }

    /// The pairs of some claims of which one may take the other back, some of them more than once: it says so, itself first,
    /// then through chains, or its source does, or both stand in captures of one page.
    // Growth: each claim with all of its chains, of the sources that its own corrects, and of its page; who asks takes so many.
    fn pairs<'a>(
        &'a self,
        alignment: &'a Alignment<'a>,
        concerned: &'a [ClaimId],
    ) -> impl Iterator<Item = (ClaimId, ClaimId)> + 'a {
        let (claims, statements) = (&alignment.dossier.claims, &alignment.statements);
        let is_concerned = |(_, b): &(ClaimId, ClaimId)| concerned.binary_search(b).is_ok();
        let named = concerned.iter().flat_map(|a| stated(&claims[*a]).map(|b| (*a, b)));
        let chained = concerned.iter().flat_map(|a| {
            let all = statements.corrected_by(*a).iter().chain(statements.superseded_by(*a));
            all.map(|b| (*a, *b))
        });
        let by_source = concerned.iter().flat_map(|a| {
            let of = statements.corrected(claims[*a].source).filter_map(|it| self.sources.get(&it));
            of.flatten().map(|b| (*a, *b))
        });
        let is_spread =
            |page: &&Vec<ClaimId>| page.iter().any(|id| claims[*id].source != claims[page[0]].source);
        let by_page = self.pages.values().filter(is_spread).flat_map(|page| {
            let each = page.iter().enumerate();
            each.flat_map(|(index, a)| page[index + 1..].iter().map(|b| (*a, *b)))
        });
        named.chain(chained).filter(is_concerned).chain(by_source).chain(by_page)
    }
}

/// Notes which of two claims takes the other back. A silent claim does so only where it says so itself.
fn take_back(alignment: &Alignment, a: ClaimId, b: ClaimId, taken: &mut BTreeMap<ClaimId, Withdrawal>) {
    let pair = Pair::new(alignment, a, b);
    let (is_said, differ) = (pair.says.is_some(), !pair.has_same_sets());
    let own = pair.states_correction().filter(|_| differ).or_else(|| pair.states_succession());
    let own = own.or_else(|| pair.supersedes().filter(|_| is_said));
    if let Some(which) = own {
        let (by, of) = directed(a, b, which);
        taken.entry(of).or_default().by.push(by);
    }
    if let Some(which) = pair.source_corrects().filter(|_| is_said && differ) {
        let (by, of) = directed(a, b, which);
        let sources = &mut taken.entry(of).or_default().by_source;
        let source = alignment.dossier.claims[by].source;
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
}

fn directed(a: ClaimId, b: ClaimId, which: Which) -> (ClaimId, ClaimId) {
    match which {
        Which::A => (a, b),
        Which::B => (b, a),
    }
}

/// The claims on a question that repeat one that was taken back, as far as there are steps to hold two against each other.
// Growth: with the claims times those of one speaker that were taken back, up to the steps.
fn repeats(
    alignment: &Alignment,
    claims: &[ClaimId],
    taken: &BTreeMap<ClaimId, Withdrawal>,
    steps: &Steps,
) -> BTreeMap<ClaimId, Withdrawal> {
    let speaker = |id: ClaimId| alignment.origins[id.index()].speaker;
    let mut by_speaker: HashMap<Speaker, Vec<(ClaimId, &Withdrawal)>> = HashMap::new();
    for (id, by) in taken {
        by_speaker.entry(speaker(*id)).or_default().push((*id, by));
    }
    let mut found = BTreeMap::new();
    for id in claims.iter().copied().filter(|id| !taken.contains_key(id)) {
        let Some(of) = by_speaker.get(&speaker(id)) else { continue };
        let mut repeats: Vec<ClaimId> = Vec::new();
        for (of, by) in of {
            if !steps.take(1 + by.by.len()) {
                return found;
            }
            repeats.extend(is_repeat(alignment, id, *of, by).then_some(*of));
        }
        if !repeats.is_empty() {
            found.insert(id, Withdrawal { repeats, ..Withdrawal::default() });
        }
    }
    found
}

/// Whether a claim says again what was taken back.
fn is_repeat(alignment: &Alignment, id: ClaimId, of: ClaimId, taken: &Withdrawal) -> bool {
    let claim = &alignment.dossier.claims[id];
    if stated(claim).next().is_some() || !says_again(alignment, id, of) {
        return false;
    }
    let apart = |other: ClaimId| Pair::new(alignment, id, other).is_apart_or_silent(Side::Hard);
    let later = |other: ClaimId| Pair::new(alignment, id, other).order() == Order::Later;
    let of_claims = !taken.by.is_empty()
        && taken.by.iter().all(|by| apart(*by))
        && (claim.as_of.is_none() || taken.by.iter().any(|by| !later(*by)));
    let instead = || taken.by_source.iter().flat_map(|source| instead_of(alignment, of, *source));
    let of_sources = !taken.by_source.is_empty() && goes_back_to(alignment, id, of) && instead().all(apart);
    of_claims || of_sources
}

/// Whether a claim has the origin and scope of another, and what readers take it for shares something with it.
pub(super) fn says_again(alignment: &Alignment, id: ClaimId, of: ClaimId) -> bool {
    let pair = Pair::new(alignment, id, of);
    id != of
        && pair.says.is_some()
        && pair.one_origin()
        && pair.scope.together == Extent::Equal
        && !pair.is_apart(Side::Soft)
}

/// Whether a claim stands in a source that derives from another claim's, or goes back to that source's publisher or came
/// through it.
pub(super) fn goes_back_to(alignment: &Alignment, id: ClaimId, of: ClaimId) -> bool {
    let dossier = alignment.dossier;
    let (claim, source) = (&dossier.claims[id], dossier.claims[of].source);
    let derived = alignment.sources.derived(claim.source);
    let publisher = dossier.sources[source].publisher;
    derived.contains(&source)
        || publisher.is_some_and(|agent| {
            claim.beside.via.contains(&agent)
                || alignment.origins[id.index()].speaker == Speaker::Agent(agent)
        })
}

/// What a source says in place of a claim that it takes back: of its scope, and of one origin or both in own voice.
fn instead_of<'a>(
    alignment: &'a Alignment<'a>,
    of: ClaimId,
    source: SourceId,
) -> impl Iterator<Item = ClaimId> + 'a {
    let claims = &alignment.dossier.claims;
    alignment.claims.of(claims[of].question, source).iter().copied().filter(move |id| {
        let pair = Pair::new(alignment, *id, of);
        let own_voice = claims[*id].said_by.is_empty() && claims[of].said_by.is_empty();
        pair.scope.together == Extent::Equal && (own_voice || pair.one_origin())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    /// What is withdrawn of a ring of captures and claims, where so many pairs are looked at; and whether that was all.
    fn found(claims: &str, most: usize) -> (Vec<String>, bool) {
        const SOURCES: &str = "[source]\n\
            a = { title = \"A\", publisher = \"p\", published = \"2024-01-01\" }\n\
            b = { title = \"B\", publisher = \"p\", published = \"2024-01-02\", capture-of = \"a\" }\n\
            c = { title = \"C\", publisher = \"p\", published = \"2024-01-03\", capture-of = \"a\" }\n\
            [agent]\np = { name = \"P\" }\n";
        const ASKED: &str = "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\n";
        let dossier =
            from_texts(&[("sources/a.toml", SOURCES), ("claims/a.toml", &format!("{ASKED}{claims}"))]);
        let alignment = Alignment::without_texts(&dossier);
        let question = dossier.questions.ids().next().expect("it has a question");
        let found = of_question(&alignment, alignment.claims.on(question), most);
        let names = found.claims.keys().map(|id| dossier.claims.name(*id).to_owned());
        (names.collect(), found.is_in_part)
    }

    fn claim(source: &str, value: u32, keys: &str) -> String {
        format!("[[claim]]\nsource = \"{source}\"\nquestion = \"e/q\"\nvalue = {value}\n{keys}\n")
    }

    #[test]
    fn so_many_pairs_are_looked_at_and_the_rest_is_told() {
        // Three captures are three pairs; the last is held against the two before and against what took those back, five steps.
        let three = claim("a", 1, "") + &claim("b", 2, "") + &claim("c", 3, "");
        assert_eq!(found(&three, 5), (vec!["a#q".to_owned(), "b#q".to_owned()], false));
        assert_eq!(found(&three, 4), (vec!["a#q".to_owned(), "b#q".to_owned()], true));
        assert_eq!(found(&three, 2), (vec!["a#q".to_owned()], true));
        assert_eq!(found(&three, 0), (vec![], true));
    }

    #[test]
    fn repeats_are_held_against_what_was_taken_back_as_far_as_there_are_steps() {
        // Who took it back and who says it again are each held against it and against the one that took it back: four steps.
        let repeated = claim("a", 1, "")
            + &claim("a", 2, "id = \"r\"\nretracts = [\"a#q\"]")
            + &claim("a", 1, "id = \"s\"");
        assert_eq!(found(&repeated, 4), (vec!["a#q".to_owned(), "a#s".to_owned()], false));
        assert_eq!(found(&repeated, 3), (vec!["a#q".to_owned()], true));
    }
}
