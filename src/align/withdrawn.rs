//! Which claims have been withdrawn: rows 2 to 4 of semantics.md, section 4, seen from one claim.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::alignment::Alignment;
use super::kind::Which;
use super::moment::Order;
use super::origin::Speaker;
use super::pair::Pair;
use super::scope::Extent;
use super::withdrawal::Withdrawal;
use crate::model::claim::Claim;
use crate::model::table::{ClaimId, Id, SourceId};
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
        let family = alignment.sources.family[id.index()];
        if family != id {
            source[family.index()] = true;
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
    claim.corrects.iter().chain(&claim.retracts).chain(&claim.supersedes).copied()
}

/// The claims that have been corrected, retracted or superseded, stand in a retracted source, or repeat such a one.
pub(super) fn withdrawn(alignment: &Alignment) -> BTreeMap<ClaimId, Withdrawal> {
    let dossier = alignment.dossier;
    let mut all = BTreeMap::new();
    for claims in &alignment.claims.by_question {
        let concerned: Vec<ClaimId> = claims.iter().copied().filter(|id| alignment.may_change(*id)).collect();
        let mut taken: BTreeMap<ClaimId, Withdrawal> = BTreeMap::new();
        for a in &concerned {
            let retracting: Vec<SourceId> =
                alignment.statements.retracting(dossier.claims[*a].source).collect();
            if !retracting.is_empty() {
                taken.entry(*a).or_default().by_source.extend(retracting);
            }
        }
        for (a, b) in pairs(alignment, &concerned) {
            take_back(alignment, a, b, &mut taken);
        }
        taken.retain(|id, _| dossier.claims[*id].shape().is_some());
        let repeats = repeats(alignment, claims, &taken);
        all.extend(taken);
        all.extend(repeats);
    }
    all
}

/// The pairs of some claims of which one may take the other back, in order: it says so, or its source does, or both stand in
/// captures of one page.
fn pairs(alignment: &Alignment, concerned: &[ClaimId]) -> BTreeSet<(ClaimId, ClaimId)> {
    let (claims, statements) = (&alignment.dossier.claims, &alignment.statements);
    let mut by_source: BTreeMap<SourceId, Vec<ClaimId>> = BTreeMap::new();
    let mut by_family: BTreeMap<SourceId, Vec<ClaimId>> = BTreeMap::new();
    for id in concerned {
        let source = claims[*id].source;
        by_source.entry(source).or_default().push(*id);
        by_family.entry(alignment.sources.family[source.index()]).or_default().push(*id);
    }
    let mut found = BTreeSet::new();
    let mut add = |a: ClaimId, b: ClaimId| {
        if a != b {
            found.insert((a.min(b), a.max(b)));
        }
    };
    for a in concerned {
        let said = statements.corrected_by(*a).iter().chain(statements.superseded_by(*a));
        said.filter(|b| concerned.binary_search(b).is_ok()).for_each(|b| add(*a, *b));
        let of_sources = statements.corrected(claims[*a].source).filter_map(|source| by_source.get(&source));
        of_sources.flatten().for_each(|b| add(*a, *b));
    }
    for family in by_family.values() {
        let is_spread = family.iter().any(|id| claims[*id].source != claims[family[0]].source);
        for (index, a) in family.iter().enumerate().filter(|_| is_spread) {
            family[index + 1..].iter().for_each(|b| add(*a, *b));
        }
    }
    found
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

/// The claims on a question that repeat one that was taken back.
fn repeats(
    alignment: &Alignment,
    claims: &[ClaimId],
    taken: &BTreeMap<ClaimId, Withdrawal>,
) -> BTreeMap<ClaimId, Withdrawal> {
    let speaker = |id: ClaimId| alignment.origins[id.index()].speaker;
    let mut by_speaker: HashMap<Speaker, Vec<(ClaimId, &Withdrawal)>> = HashMap::new();
    for (id, by) in taken {
        by_speaker.entry(speaker(*id)).or_default().push((*id, by));
    }
    let mut found = BTreeMap::new();
    for id in claims.iter().copied().filter(|id| !taken.contains_key(id)) {
        let Some(of) = by_speaker.get(&speaker(id)) else { continue };
        let repeats: Vec<ClaimId> =
            of.iter().filter(|(of, by)| is_repeat(alignment, id, *of, by)).map(|(of, _)| *of).collect();
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
            claim.via.contains(&agent) || alignment.origins[id.index()].speaker == Speaker::Agent(agent)
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
