//! Who said it first: what an origin is, and what sources derive from. See semantics.md, section 3.

use std::collections::{BTreeSet, VecDeque};

use crate::model::Dossier;
use crate::model::joined::Sets;
use crate::model::table::{AgentId, ClaimId, Id, SourceId, Table};

/// Who a claim goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Speaker {
    Agent(AgentId),
    /// A source whose publisher is unknown.
    Source(SourceId),
}

/// Whether a way was followed to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Followed {
    Whole,
    InPart,
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
    /// Whether all claims were looked at that its origin may be taken from.
    pub(crate) followed: Followed,
}

/// What sources derive from, and which are captures of one page.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    /// By family: all that it derives from, followed through, in order.
    derived: Vec<Vec<SourceId>>,
    /// One number for all captures of a page: its least source.
    pub(crate) family: Vec<SourceId>,
    /// All that a source is a later capture of.
    pub(crate) captured: Vec<Vec<SourceId>>,
    /// The sources that each agent published.
    pub(crate) published: Vec<Vec<SourceId>>,
    /// Those that go back to more sources than are followed, in order.
    pub(crate) cut: Vec<SourceId>,
}

/// A source is followed back through so many others: those that it names, and the nearest behind them. Where there are
/// more, that is told.
pub(crate) const MOST_SOURCES: usize = 100;

/// So many claims are looked at whose origin one claim may take. Where there are more, that is told.
pub(crate) const MOST_LEADS: usize = 1000;

impl Sources {
    pub(crate) fn new(dossier: &Dossier) -> Self {
        let sources = &dossier.sources;
        let mut published = vec![Vec::new(); dossier.agents.len()];
        for (id, source) in sources.iter() {
            if let Some(agent) = source.publisher {
                published[agent.index()].push(id);
            }
        }
        let (captured, mut cut) = captured(dossier);
        let family = families(dossier);
        let mut captures: Vec<Vec<SourceId>> = vec![Vec::new(); sources.len()];
        for id in sources.ids() {
            captures[family[id.index()].index()].push(id);
        }
        // Captures of one page are one source: what one of them derives from, all do, and it is all captures of that.
        let mut next: Vec<Vec<SourceId>> = vec![Vec::new(); sources.len()];
        for (id, source) in sources.iter() {
            let from = source.derived_from.iter().map(|derivation| family[derivation.source.index()]);
            next[family[id.index()].index()].extend(from);
        }
        for families in &mut next {
            families.sort_unstable();
            families.dedup();
        }
        let mut derived = vec![Vec::new(); sources.len()];
        for id in sources.ids().filter(|id| family[id.index()] == *id) {
            let (found, extent) = follow(id, &next, &captures);
            derived[id.index()] = found;
            cut.extend((extent == Followed::InPart).then_some(id));
        }
        cut.sort_unstable();
        cut.dedup();
        Sources { derived, family, captured, published, cut }
    }

    /// All that a source derives from, followed through, in order; the source itself only on a ring.
    pub(crate) fn derived(&self, id: SourceId) -> &[SourceId] {
        &self.derived[self.family[id.index()].index()]
    }

    /// The sources that an agent published, in order.
    pub(crate) fn published_by(&self, agent: AgentId) -> &[SourceId] {
        &self.published[agent.index()]
    }

    pub(crate) fn one_family(&self, a: SourceId, b: SourceId) -> bool {
        self.family[a.index()] == self.family[b.index()]
    }
}

/// By source: all that it is a later capture of, in order; and those of which that is more than is followed.
fn captured(dossier: &Dossier) -> (Vec<Vec<SourceId>>, Vec<SourceId>) {
    let sources = &dossier.sources;
    let mut cut = Vec::new();
    let of = |id: SourceId| {
        let mut found = BTreeSet::new();
        let mut next = sources[id].capture_of;
        while let Some(of) = next.filter(|of| !found.contains(of)) {
            if found.len() == MOST_SOURCES {
                cut.push(id);
                break;
            }
            found.insert(of);
            next = sources[of].capture_of;
        }
        found.into_iter().collect()
    };
    (sources.ids().map(of).collect(), cut)
}

/// By source: the capture that all captures of its page go back to; of captures that go back to each other the least.
fn families(dossier: &Dossier) -> Vec<SourceId> {
    let sources = &dossier.sources;
    let mut sets = Sets::new(sources.len());
    for (id, source) in sources.iter() {
        source.capture_of.iter().for_each(|of| sets.join(id.index(), of.index()));
    }
    let mut of_set: Vec<Option<SourceId>> = vec![None; sources.len()];
    for id in sources.ids() {
        let family = &mut of_set[sets.root(id.index())];
        if family.is_none() || sources[id].capture_of.is_none() {
            *family = Some(id);
        }
    }
    sources.ids().map(|id| of_set[sets.root(id.index())].unwrap_or(id)).collect()
}

/// All that a page derives from, in order, and whether that is all: what it names itself, and behind it the nearest first, up
/// to [`MOST_SOURCES`]. `next` says what a page derives from, `captures` what is of one page.
fn follow(start: SourceId, next: &[Vec<SourceId>], captures: &[Vec<SourceId>]) -> (Vec<SourceId>, Followed) {
    let mut seen: BTreeSet<SourceId> = next[start.index()].iter().copied().collect();
    let mut found: BTreeSet<SourceId> = seen.clone();
    let mut open: VecDeque<SourceId> = seen.iter().copied().collect();
    let mut followed = Followed::Whole;
    while let Some(page) = open.pop_front() {
        for capture in &captures[page.index()] {
            if found.len() < MOST_SOURCES {
                found.insert(*capture);
            } else if !found.contains(capture) {
                followed = Followed::InPart;
                break;
            }
        }
        for further in &next[page.index()] {
            if found.len() >= MOST_SOURCES && !found.contains(further) {
                followed = Followed::InPart;
                break;
            }
            if seen.insert(*further) {
                found.insert(*further);
                open.push_back(*further);
            }
        }
    }
    (found.into_iter().collect(), followed)
}

/// Whether two origins are one: the same, and established, or one within a source or carried on from there.
pub(crate) fn is_one(x: &Origin, y: &Origin) -> bool {
    // One speaker on one ring, or on none, is established in both or in neither.
    x.speaker == y.speaker && x.ring == y.ring && (x.established || x.home == y.home)
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
