//! A dossier without some of its sources and all that hangs on them.

use std::collections::BTreeSet;

use super::Dossier;
use super::claim::{Assessment, Links};
use super::table::{ClaimId, Id, SourceId};

/// Leaves out sources, their claims and what refers to them; ids are given anew. An assessment goes where all the claims that it explains
/// are gone, or where `keeps` says so, which is told how many of its claims are. Returns how many assessments go.
pub(crate) fn leave_out(
    dossier: &mut Dossier,
    gone: &BTreeSet<SourceId>,
    mut keeps: impl FnMut(&mut Assessment, usize) -> bool,
) -> usize {
    let sources = dossier.sources.retain(|id, _| !gone.contains(&id));
    let claims = dossier.claims.retain(|_, claim| !gone.contains(&claim.source));
    relink(dossier, &sources, &claims);
    let all = dossier.assessments.len();
    dossier.assessments.retain_mut(|assessment| {
        let named = assessment.claims.len();
        renumber(&mut assessment.claims, &claims);
        renumber(&mut assessment.preferred, &claims);
        let lost = named - assessment.claims.len();
        (named == 0 || !assessment.claims.is_empty()) && keeps(assessment, lost)
    });
    all - dossier.assessments.len()
}

/// Gives all that refers to sources and claims their new numbers, and drops what refers to none.
fn relink(dossier: &mut Dossier, sources: &[Option<SourceId>], claims: &[Option<ClaimId>]) {
    for id in dossier.sources.ids() {
        let source = &mut dossier.sources[id];
        source.capture_of = source.capture_of.and_then(|id| sources[id.index()]);
        renumber(&mut source.corrects, sources);
        renumber(&mut source.retracts, sources);
        source.derived_from.retain_mut(|derivation| {
            let found = sources[derivation.source.index()];
            derivation.source = found.unwrap_or(derivation.source);
            found.is_some()
        });
    }
    for id in dossier.claims.ids() {
        let claim = &mut dossier.claims[id];
        claim.source = sources[claim.source.index()].expect("a claim goes with its source");
        for list in claim.links.said_mut().into_iter().flat_map(Links::each_mut) {
            renumber(list, claims);
        }
        // The figure stays as it was read; only what it was compared with is gone.
        if let Some(relative) = claim.answer.relative_mut() {
            relative.other = relative.other.and_then(|id| claims[id.index()]);
        }
    }
    let left: BTreeSet<&str> = dossier.claims.names().collect();
    dossier.lock.entries.retain(|name, _| left.contains(name.as_str()));
}

fn renumber<I: Id>(list: &mut Vec<I>, new: &[Option<I>]) {
    *list = list.iter().filter_map(|id| new[id.index()]).collect();
}
