//! Who said it first: what an origin is, and what sources derive from. See semantics.md, section 3.

use std::collections::BTreeSet;

use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId, Id, SourceId, Table};

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
    /// Where it is not established: the source within which it is one, by its family. That of the claim itself, or of
    /// the claim that it carries on.
    pub(crate) home: SourceId,
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

/// Whether two origins are one: the same, and established, or one within a source or carried on from there.
pub(crate) fn is_one(x: &Origin, y: &Origin) -> bool {
    let is_same = x.speaker == y.speaker && x.ring == y.ring;
    is_same && (x.established && y.established || x.home == y.home)
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
