//! Which claims have been withdrawn: rows 2 to 4 of semantics.md, section 4, seen from one claim.

use std::collections::BTreeSet;

use super::alignment::Alignment;
use super::claims::Claims;
use super::kind::Which;
use super::origin::Sources;
use super::pair::Pair;
use super::scope::Extent;
use crate::model::Dossier;
use crate::model::table::{ClaimId, Id};

/// By claim: whether a correction, a capture or a retraction may concern it at all. Most dossiers have few, and
/// what is not concerned need not be looked at pair by pair.
pub(super) fn may_change(dossier: &Dossier, claims: &Claims, sources: &Sources) -> Vec<bool> {
    let mut source = vec![false; dossier.sources.len()];
    for (id, row) in dossier.sources.iter() {
        for other in row.corrects.iter().chain(&row.retracts).chain(&row.capture_of) {
            source[id.index()] = true;
            source[other.index()] = true;
        }
        if sources.family[id.index()] != id {
            source[sources.family[id.index()].index()] = true;
        }
    }
    let mut claim: Vec<bool> = dossier.claims.iter().map(|(_, claim)| source[claim.source.index()]).collect();
    for (from, to) in claims.corrected_by.iter().chain(&claims.superseded_by) {
        claim[from.index()] = true;
        for id in to {
            claim[id.index()] = true;
        }
    }
    claim
}

/// The claims that have been corrected, retracted or superseded, stand in a retracted source, or repeat such a one.
pub(super) fn withdrawn(alignment: &Alignment) -> BTreeSet<ClaimId> {
    let dossier = alignment.dossier;
    let mut all = BTreeSet::new();
    let retracted: BTreeSet<_> =
        dossier.sources.iter().flat_map(|(_, source)| source.retracts.iter().copied()).collect();
    for claims in &alignment.claims.by_question {
        let concerned: Vec<ClaimId> = claims.iter().copied().filter(|id| alignment.may_change(*id)).collect();
        let mut found: BTreeSet<ClaimId> = BTreeSet::new();
        for (index, a) in concerned.iter().enumerate() {
            if retracted.contains(&dossier.claims[*a].source) {
                found.insert(*a);
            }
            for b in &concerned[index + 1..] {
                match changed(alignment, *a, *b) {
                    Some(Some(Which::A)) => found.extend([*b]),
                    Some(Some(Which::B)) => found.extend([*a]),
                    Some(None) => found.extend([*a, *b]),
                    None => {}
                }
            }
        }
        let repeats = |id: &ClaimId| found.iter().any(|other| is_repeat(alignment, *id, *other));
        let repeating: Vec<ClaimId> = match found.is_empty() {
            true => Vec::new(),
            false => claims.iter().copied().filter(repeats).collect(),
        };
        all.extend(found);
        all.extend(repeating);
    }
    all.retain(|id| dossier.claims[*id].shape().is_some());
    all
}

/// Which of the two corrects or supersedes the other. A silent claim withdraws another only where it says so itself.
fn changed(alignment: &Alignment, a: ClaimId, b: ClaimId) -> Option<Option<Which>> {
    let claims = &alignment.dossier.claims;
    let pair = Pair::new(alignment, a, b);
    match (claims[a].shape(), claims[b].shape()) {
        (Some(_), Some(_)) => {
            let corrected = if pair.has_same_sets() { None } else { pair.corrects() };
            corrected.or_else(|| pair.supersedes())
        }
        _ => pair.states_correction().or_else(|| pair.states_succession()),
    }
}

/// Whether a claim has the origin, the sets and the scope of another.
fn is_repeat(alignment: &Alignment, a: ClaimId, b: ClaimId) -> bool {
    let claims = &alignment.dossier.claims;
    match (claims[a].shape(), claims[b].shape()) {
        (Some(x), Some(y)) if a != b && x.same(y, &alignment.dossier.kin) => {
            let pair = Pair::new(alignment, a, b);
            pair.one_origin() && pair.scope.together == Extent::Equal
        }
        _ => false,
    }
}
