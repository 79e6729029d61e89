//! Speakers without a name, carried on from source to source: "a US official" of the wire is the one of whoever derives
//! from it. See semantics.md, section 3.

use std::collections::BTreeSet;

use super::claims::Claims;
use super::origin::{Followed, MOST_LEADS, Origin, Sources, Speaker};
use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId, Id, SourceId};
use crate::value::rings::strongly_connected;

/// Gives each claim by a speaker without a name the home of the claim that it carries on: by the same speaker, on the same
/// question, in a source that its own derives from or whose publisher it came through, where those have one.
pub(super) fn carry_on(dossier: &Dossier, claims: &Claims, sources: &Sources, origins: &mut [Origin]) {
    let by_unnamed: Vec<Option<AgentId>> =
        dossier.claims.ids().map(|id| unnamed(dossier, &origins[id.index()], id)).collect();
    // Growth: with the claims, each looked at against up to [`MOST_LEADS`] others.
    let mut carried = |id: ClaimId| {
        let Some(speaker) = by_unnamed[id.index()] else { return Vec::new() };
        let mut others = from(dossier, claims, sources, id);
        if others.len() > MOST_LEADS {
            others.truncate(MOST_LEADS);
            origins[id.index()].followed = Followed::InPart;
        }
        others.retain(|other| by_unnamed[other.index()] == Some(speaker));
        others
    };
    let leads: Vec<Vec<ClaimId>> = dossier.claims.ids().map(&mut carried).collect();
    if leads.iter().all(Vec::is_empty) {
        return;
    }
    let numbers: Vec<Vec<usize>> =
        leads.iter().map(|leads| leads.iter().map(|id| id.index()).collect()).collect();
    let (order, rings) = strongly_connected(&numbers);
    let mut at = 0;
    while at < order.len() {
        let ring = rings[order[at]];
        let together =
            order[at..].iter().take_while(|id| ring.is_some() && rings[**id] == ring).count().max(1);
        settle(&order[at..at + together], &leads, origins);
        at += together;
    }
}

/// Gives a claim the home of what it carries on, where that is one. Those that carry each other on have it from nobody.
fn settle(together: &[usize], leads: &[Vec<ClaimId>], origins: &mut [Origin]) {
    let [id] = *together else {
        let ring = together.iter().min().map(|id| *id as u32);
        together.iter().for_each(|id| origins[*id].ring = ring);
        return;
    };
    let homes: BTreeSet<SourceId> = leads[id].iter().map(|lead| origins[lead.index()].home).collect();
    let is_ring = leads[id].iter().any(|lead| origins[lead.index()].ring.is_some());
    if let (Some(home), 1, false) = (homes.first(), homes.len(), is_ring) {
        origins[id].home = *home;
        origins[id].leads.extend(&leads[id]);
    }
}

/// The agent without a name that a claim is by.
fn unnamed(dossier: &Dossier, origin: &Origin, id: ClaimId) -> Option<AgentId> {
    match origin.speaker {
        Speaker::Agent(agent) if !dossier.agents[agent].named && origin.ring.is_none() => {
            (!dossier.claims[id].said_by.is_empty()).then_some(agent)
        }
        _ => None,
    }
}

/// The claims on the question of a claim that stand where it may have come from, in order; one more at the most than are
/// looked at.
fn from(dossier: &Dossier, claims: &Claims, sources: &Sources, id: ClaimId) -> Vec<ClaimId> {
    let claim = &dossier.claims[id];
    let derived = sources.derived(claim.source).iter().flat_map(|source| claims.of(claim.question, *source));
    let through = claim.beside.via.iter().flat_map(|agent| claims.published(claim.question, *agent));
    let is_other = |other: &&ClaimId| !sources.one_family(dossier.claims[**other].source, claim.source);
    let mut others = BTreeSet::new();
    for other in derived.chain(through).filter(is_other) {
        others.insert(*other);
        if others.len() > MOST_LEADS {
            break;
        }
    }
    Vec::from_iter(others)
}
