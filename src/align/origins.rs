//! Finding each claim's origin: by what it attributes and by what its source derives from.
//!
//! See semantics.md, section 3. A claim leads to others where its source derives from theirs, or where it quotes
//! an agent who is the publisher of another source that attributes the same to someone else. Origins are found by
//! following these leads; a ring of leads has no origin that is established.

use super::carried::carry_on;
use super::claims::{Basics, Claims};
use super::origin::{Followed, MOST_LEADS, Origin, Sources, Speaker, is_one};
use super::scope;
use super::scope::{Extent, Speakers};
use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId, Id};
use crate::value::rings::connected;
use crate::value::shape::Side;

/// The origin of every claim.
// Growth: with the claims, each looked at against up to [`MOST_LEADS`] others.
pub(crate) fn origins(
    dossier: &Dossier,
    claims: &Claims,
    sources: &Sources,
    basics: &[Basics],
) -> Vec<Origin> {
    let found = Leads { dossier, claims, sources, basics };
    let mut origins: Vec<Origin> = dossier.claims.ids().map(|id| base(dossier, sources, id)).collect();
    let mut leads: Vec<Vec<ClaimId>> = Vec::with_capacity(origins.len());
    for (id, origin) in dossier.claims.ids().zip(&mut origins) {
        let (first, followed) = found.first(id);
        leads.push(first);
        origin.followed = followed;
    }
    let (order, rings) = connected(leads.len(), |id, at| leads[id].get(at).map(|lead| lead.index()));
    // Claims that quote lead only to claims that quote; what a source says in its own voice may lead to either.
    let (own, quoting): (Vec<ClaimId>, Vec<ClaimId>) =
        order.into_iter().map(ClaimId::from_index).partition(|id| dossier.claims[*id].said_by.is_empty());
    for id in quoting {
        follow_leads(&mut origins, id, &leads[id.index()], rings[id.index()]);
    }
    carry_on(dossier, claims, sources, &mut origins);
    for id in own {
        follow_leads(&mut origins, id, &leads[id.index()], rings[id.index()]);
        let Origin { speaker, ref leads, .. } = origins[id.index()];
        // Where its source derives from others, the agent found so far may lead on in turn.
        if let (Some(first), Speaker::Agent(agent)) = (leads.first().copied(), speaker) {
            origins[id.index()].home = origins[first.index()].home;
            let onward = found.quoted(id, agent);
            follow_leads(&mut origins, id, &onward, None);
        }
    }
    origins
}

/// Takes the origin of the claims that a claim leads to, where they have but one; else ties it to them.
fn follow_leads(origins: &mut [Origin], id: ClaimId, leads: &[ClaimId], ring: Option<u32>) {
    let Some(first) = leads.first() else { return };
    if let Some(ring) = ring.or_else(|| shared_ring(leads, origins)) {
        let origin = &mut origins[id.index()];
        (origin.ring, origin.established) = (Some(ring), false);
        return;
    }
    let one = leads.iter().all(|other| is_one(&origins[first.index()], &origins[other.index()]));
    if one {
        let Origin { speaker, established, .. } = origins[first.index()];
        let origin = &mut origins[id.index()];
        (origin.speaker, origin.established) = (speaker, established);
        origin.leads.extend(leads);
    } else {
        origins[id.index()].tied.extend(leads);
    }
}

fn shared_ring(leads: &[ClaimId], origins: &[Origin]) -> Option<u32> {
    let ring = origins[leads[0].index()].ring?;
    leads.iter().all(|id| origins[id.index()].ring == Some(ring)).then_some(ring)
}

/// The origin by attribution alone: the last that it is said by, else the publisher, else the source.
fn base(dossier: &Dossier, sources: &Sources, id: ClaimId) -> Origin {
    let claim = &dossier.claims[id];
    let agent = claim.said_by.last().copied().or(dossier.sources[claim.source].publisher);
    let (speaker, established) = match agent {
        Some(agent) => (Speaker::Agent(agent), dossier.agents[agent].named),
        None => (Speaker::Source(sources.family[claim.source.index()]), false),
    };
    let home = sources.family[claim.source.index()];
    let followed = Followed::Whole;
    Origin { speaker, established, home, ring: None, tied: Vec::new(), leads: Vec::new(), followed }
}

/// What finds the claims that a claim leads to.
struct Leads<'a> {
    dossier: &'a Dossier,
    claims: &'a Claims,
    sources: &'a Sources,
    basics: &'a [Basics],
}

impl Leads<'_> {
    /// The claims whose origin is this claim's, if they have but one, and whether all were looked at that may be.
    fn first(&self, id: ClaimId) -> (Vec<ClaimId>, Followed) {
        let mut candidates = self.candidates(id);
        let looked_at = candidates.by_ref().take(MOST_LEADS);
        let leads = looked_at.filter(|other| self.agrees(id, *other)).collect();
        (leads, if candidates.next().is_some() { Followed::InPart } else { Followed::Whole })
    }

    /// What an agent's sources say on the question of a claim and attribute to another, where it agrees.
    fn quoted(&self, id: ClaimId, agent: AgentId) -> Vec<ClaimId> {
        self.attributed(id, agent).take(MOST_LEADS).filter(|other| self.agrees(id, *other)).collect()
    }

    /// The claims that a claim may lead to: those of the sources that its own derives from, or what whom it quotes attributes.
    fn candidates(&self, id: ClaimId) -> impl Iterator<Item = ClaimId> + '_ {
        let claim = &self.dossier.claims[id];
        let speaker = claim.said_by.last();
        let derived = if speaker.is_none() { self.sources.derived(claim.source) } else { &[] };
        let others = derived.iter().filter(|source| !self.sources.one_family(**source, claim.source));
        let of_others = others.flat_map(|source| self.claims.of(claim.question, *source)).copied();
        of_others.chain(speaker.into_iter().flat_map(move |speaker| self.attributed(id, *speaker)))
    }

    /// What sources published by an agent say on the question and attribute to another, where the agent is not
    /// the claim's own publisher.
    fn attributed(&self, id: ClaimId, agent: AgentId) -> impl Iterator<Item = ClaimId> + '_ {
        let claim = &self.dossier.claims[id];
        let is_own = self.dossier.sources[claim.source].publisher == Some(agent);
        let published = if is_own { &[] } else { self.claims.published(claim.question, agent) };
        let attributes = move |other: &ClaimId| {
            self.dossier.claims[*other].said_by.last().is_some_and(|said| *said != agent)
        };
        published.iter().copied().filter(attributes)
    }

    /// Whether another claim shares something with this one, of equal scope.
    fn agrees(&self, id: ClaimId, other: ClaimId) -> bool {
        let shape = |id: ClaimId| self.dossier.claims[id].shape();
        let (Some(a), Some(b)) = (shape(id), shape(other)) else { return false };
        let side = |id: ClaimId| (&*self.basics[id.index()].scope, &*self.basics[id.index()].when.as_of);
        let groups = &self.claims.groups;
        let compared = || scope::compare(self.dossier, groups, side(id), side(other), Speakers::BeingFound);
        other != id && a.shares(b, Side::Hard, &self.dossier.kin) && compared().together == Extent::Equal
    }
}
