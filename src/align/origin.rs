//! Who said it first: each claim's origin, by what it attributes and by what its source derives from.
//!
//! See semantics.md, section 3. A claim leads to others where its source derives from theirs, or where it quotes
//! an agent who is the publisher of another source that attributes the same to someone else. Origins are found by
//! following these leads; a ring of leads has no origin that is established.

use std::collections::BTreeSet;

use super::claims::{Basics, Claims};
use super::scope;
use super::scope::{Extent, Speakers};
use crate::model::Dossier;
use crate::model::claim::{AsOf, Scope};
use crate::model::table::{AgentId, ClaimId, Id, SourceId, Table};
use crate::value::shape::Side;

/// Who a claim goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Speaker {
    Agent(AgentId),
    /// A source whose publisher is unknown.
    Source(SourceId),
}

/// The origin of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) speaker: Speaker,
    /// False for an agent without a name, an unknown publisher, and a ring.
    pub(crate) established: bool,
    /// The ring of citations that the claim lies on or leads into.
    pub(crate) ring: Option<u32>,
    /// Claims that it rests on without taking their origin: they count together.
    pub(crate) tied: Vec<ClaimId>,
    /// The claims that its origin was taken from.
    pub(crate) leads: Vec<ClaimId>,
}

/// What sources derive from, and which are captures of one page.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    /// All that a source derives from, followed through, in order; the source itself only on a ring.
    pub(crate) derived: Vec<Vec<SourceId>>,
    /// One number for all captures of a page: its least source.
    pub(crate) family: Vec<SourceId>,
    /// All that a source is a later capture of.
    pub(crate) captured: Vec<Vec<SourceId>>,
    /// The sources that each agent published.
    pub(crate) published: Vec<Vec<SourceId>>,
}

impl Sources {
    pub(crate) fn new(dossier: &Dossier) -> Self {
        let sources = &dossier.sources;
        let mut published = vec![Vec::new(); dossier.agents.len()];
        for (id, source) in sources.iter() {
            if let Some(agent) = source.publisher {
                published[agent.index()].push(id);
            }
        }
        let captured: Vec<Vec<SourceId>> =
            sources.ids().map(|id| follow(id, |id| Vec::from_iter(sources[id].capture_of))).collect();
        let mut family: Vec<SourceId> = sources.ids().collect();
        // Captures form trees, so that what any of a family is a capture of leads to one root; rings to their least.
        for id in sources.ids() {
            let chain = captured[id.index()].iter().copied().chain([id]);
            let root = chain.clone().find(|id| sources[*id].capture_of.is_none()).or_else(|| chain.min());
            family[id.index()] = root.unwrap_or(id);
        }
        let mut captures: Vec<Vec<SourceId>> = vec![Vec::new(); sources.len()];
        for id in sources.ids() {
            captures[family[id.index()].index()].push(id);
        }
        // Captures of one page are one source: what one of them derives from, all do, and it is all captures of that.
        let all = |id: SourceId| &captures[family[id.index()].index()];
        let next = |id: SourceId| -> Vec<SourceId> {
            let from = all(id).iter().flat_map(|capture| &sources[*capture].derived_from);
            from.flat_map(|derivation| all(derivation.source)).copied().collect()
        };
        let derived = sources.ids().map(|id| follow(id, next)).collect();
        Sources { derived, family, captured, published }
    }

    /// The sources that an agent published, in order.
    pub(crate) fn published_by(&self, agent: AgentId) -> &[SourceId] {
        &self.published[agent.index()]
    }

    pub(crate) fn one_family(&self, a: SourceId, b: SourceId) -> bool {
        self.family[a.index()] == self.family[b.index()]
    }
}

/// All that is reached from `start`, in order; `start` itself only where it is reached again.
fn follow(start: SourceId, next: impl Fn(SourceId) -> Vec<SourceId> + Copy) -> Vec<SourceId> {
    let mut found = BTreeSet::new();
    let mut open = next(start);
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(next(id));
        }
    }
    found.into_iter().collect()
}

/// The origin of every claim.
pub(crate) fn origins(
    dossier: &Dossier,
    claims: &Claims,
    sources: &Sources,
    basics: &[Basics],
) -> Vec<Origin> {
    let found = Leads { dossier, claims, sources, basics };
    let leads: Vec<Vec<ClaimId>> = dossier.claims.ids().map(|id| found.first(id)).collect();
    let (order, rings) = strongly_connected(&leads);
    let mut origins: Vec<Origin> = dossier.claims.ids().map(|id| base(dossier, sources, id)).collect();
    // Claims that quote lead only to claims that quote; what a source says in its own voice may lead to either.
    let (own, quoting): (Vec<ClaimId>, Vec<ClaimId>) =
        order.into_iter().partition(|id| dossier.claims[*id].said_by.is_empty());
    for id in quoting.into_iter().chain(own) {
        follow_leads(&found, &mut origins, id, &leads[id.index()], rings[id.index()]);
        // Where its source derives from others, the agent found so far may lead on in turn.
        if let (true, Speaker::Agent(agent)) =
            (!origins[id.index()].leads.is_empty(), origins[id.index()].speaker)
            && dossier.claims[id].said_by.is_empty()
        {
            let onward = found.quoted(id, agent);
            follow_leads(&found, &mut origins, id, &onward, None);
        }
    }
    origins
}

/// Takes the origin of the claims that a claim leads to, where they have but one; else ties it to them.
fn follow_leads(found: &Leads, origins: &mut [Origin], id: ClaimId, leads: &[ClaimId], ring: Option<u32>) {
    let Some(first) = leads.first() else { return };
    if let Some(ring) = ring.or_else(|| shared_ring(leads, origins)) {
        let origin = &mut origins[id.index()];
        (origin.ring, origin.established) = (Some(ring), false);
        return;
    }
    let with_source = |id: ClaimId| (&origins[id.index()], found.dossier.claims[id].source);
    let one_of_them = with_source(*first);
    let one = leads.iter().all(|other| is_one(found.sources, one_of_them, with_source(*other)));
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

/// Whether the origins of two claims, each with the source that its claim stands in, are one: the same, and established or
/// in one source.
pub(crate) fn is_one(sources: &Sources, a: (&Origin, SourceId), b: (&Origin, SourceId)) -> bool {
    let ((x, x_in), (y, y_in)) = (a, b);
    let is_same = x.speaker == y.speaker && x.ring == y.ring;
    is_same && (x.established && y.established || sources.one_family(x_in, y_in))
}

/// The origin by attribution alone: the last that it is said by, else the publisher, else the source.
fn base(dossier: &Dossier, sources: &Sources, id: ClaimId) -> Origin {
    let claim = &dossier.claims[id];
    let agent = claim.said_by.last().copied().or(dossier.sources[claim.source].publisher);
    let (speaker, established) = match agent {
        Some(agent) => (Speaker::Agent(agent), dossier.agents[agent].named),
        None => (Speaker::Source(sources.family[claim.source.index()]), false),
    };
    Origin { speaker, established, ring: None, tied: Vec::new(), leads: Vec::new() }
}

/// What finds the claims that a claim leads to.
struct Leads<'a> {
    dossier: &'a Dossier,
    claims: &'a Claims,
    sources: &'a Sources,
    basics: &'a [Basics],
}

impl Leads<'_> {
    /// The claims whose origin is this claim's, if they have but one.
    fn first(&self, id: ClaimId) -> Vec<ClaimId> {
        let claim = &self.dossier.claims[id];
        match claim.said_by.last() {
            None => {
                let derived = self.sources.derived[claim.source.index()].iter();
                let others = derived.filter(|source| !self.sources.one_family(**source, claim.source));
                let on_question = others.flat_map(|source| self.claims.of(claim.question, *source)).copied();
                on_question.filter(|other| self.agrees(id, *other)).collect()
            }
            Some(speaker) => self.quoted(id, *speaker),
        }
    }

    /// What sources published by an agent say on the question and attribute to another, where the agent is not
    /// the claim's own publisher.
    fn quoted(&self, id: ClaimId, agent: AgentId) -> Vec<ClaimId> {
        let claim = &self.dossier.claims[id];
        if self.dossier.sources[claim.source].publisher == Some(agent) {
            return Vec::new();
        }
        let published = self.sources.published[agent.index()].iter();
        published
            .flat_map(|source| self.claims.of(claim.question, *source))
            .copied()
            .filter(|other| self.dossier.claims[*other].said_by.last().is_some_and(|said| *said != agent))
            .filter(|other| self.agrees(id, *other))
            .collect()
    }

    /// Whether another claim shares something with this one, of equal scope.
    fn agrees(&self, id: ClaimId, other: ClaimId) -> bool {
        let shape = |id: ClaimId| self.dossier.claims[id].shape();
        let (Some(a), Some(b)) = (shape(id), shape(other)) else { return false };
        let side = |id: ClaimId| (&self.basics[id.index()].scope, &self.basics[id.index()].when.as_of);
        other != id
            && a.shares(b, Side::Hard, &self.dossier.kin)
            && self.compared(side(id), side(other)) == Extent::Equal
    }

    fn compared(&self, a: (&Scope, &AsOf), b: (&Scope, &AsOf)) -> Extent {
        scope::compare(self.dossier, &self.claims.groups, a, b, Speakers::BeingFound).together
    }
}

/// The claims in an order in which leads come before those that they lead to, and the ring each lies on.
fn strongly_connected(leads: &[Vec<ClaimId>]) -> (Vec<ClaimId>, Vec<Option<u32>>) {
    // Tarjan's algorithm, without recursion: chains of claims may be long.
    const NEW: u32 = u32::MAX;
    let count = leads.len();
    let (mut index, mut low, mut on_stack) = (vec![NEW; count], vec![0u32; count], vec![false; count]);
    let (mut stack, mut order, mut rings) = (Vec::new(), Vec::with_capacity(count), vec![None; count]);
    let mut next = 0;
    for start in 0..count {
        if index[start] != NEW {
            continue;
        }
        let mut path = vec![(start, 0)];
        while let Some((node, child)) = path.last_mut() {
            let node = *node;
            if *child == 0 {
                (index[node], low[node]) = (next, next);
                next += 1;
                stack.push(node);
                on_stack[node] = true;
            }
            if let Some(target) = leads[node].get(*child) {
                *child += 1;
                let target = target.index();
                if index[target] == NEW {
                    path.push((target, 0));
                } else if on_stack[target] {
                    low[node] = low[node].min(index[target]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                low[*parent] = low[*parent].min(low[node]);
            }
            if low[node] == index[node] {
                let at = stack.iter().rposition(|other| *other == node).expect("its root is on the stack");
                let members = stack.split_off(at);
                let is_ring = members.len() > 1;
                for member in members {
                    on_stack[member] = false;
                    rings[member] = is_ring.then_some(node as u32);
                    order.push(ClaimId::from_index(member));
                }
            }
        }
    }
    (order, rings)
}

/// The origin as JSON names it: `agent:ID` or `source:ID`.
pub(crate) fn named(dossier: &Dossier, speaker: Speaker) -> String {
    fn of<I: Id, T>(kind: &str, table: &Table<I, T>, id: I) -> String {
        format!("{kind}:{}", table.name(id))
    }
    match speaker {
        Speaker::Agent(id) => of("agent", &dossier.agents, id),
        Speaker::Source(id) => of("source", &dossier.sources, id),
    }
}

/// The origin as people write it: an agent's name, or the publisher that is not known.
pub(crate) fn titled(dossier: &Dossier, speaker: Speaker) -> String {
    match speaker {
        Speaker::Agent(id) => dossier.agents[id].name.clone(),
        Speaker::Source(id) => format!("the unknown publisher of `{}`", dossier.sources.name(id)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_found_and_order_follows_the_leads() {
        let id = |n: usize| ClaimId::from_index(n);
        let (order, rings) = strongly_connected(&[vec![id(1)], vec![id(2)], vec![id(1)], vec![]]);
        assert_eq!(rings[0], None);
        assert!(rings[1].is_some() && rings[1] == rings[2]);
        assert_eq!(rings[3], None);
        let place = |n| order.iter().position(|x| *x == id(n)).expect("every claim is in the order");
        assert!(place(1) < place(0) && place(2) < place(0));
    }
}
