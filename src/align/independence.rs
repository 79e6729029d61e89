//! How many origins really stand behind some claims: what falls together counts once. See semantics.md, section 5.

use std::collections::{BTreeMap, BTreeSet};

use super::alignment::Alignment;
use super::origin::Speaker;
use crate::model::joined::Sets;
use crate::model::table::{AgentId, ClaimId, Id, SourceId};

/// The origins behind some claims, in groups that fall together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Origins {
    /// Each group's origins, in order.
    pub(crate) groups: Vec<Group>,
    /// The groups that hold an established origin.
    pub(crate) independent: usize,
    /// The groups that hold none.
    pub(crate) not_established: usize,
}

/// Origins that fall together, and the claims that they stand behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) origins: Vec<Speaker>,
    pub(crate) claims: Vec<ClaimId>,
    pub(crate) established: bool,
}

/// Agents that are tied by `part-of` or `affiliated-with`, followed through.
#[derive(Debug, Default)]
pub(crate) struct Ties {
    /// By agent: one number for all that are tied.
    number: Vec<usize>,
    /// By agent: whether it is tied to another.
    tied: Vec<bool>,
}

impl Ties {
    pub(crate) fn new(alignment: &Alignment) -> Self {
        let agents = &alignment.dossier.agents;
        let mut sets = Sets::new(agents.len());
        let mut tied = vec![false; agents.len()];
        for (id, agent) in agents.iter() {
            for other in agent.part_of.iter().chain(&agent.affiliated_with).filter(|other| **other != id) {
                sets.join(id.index(), other.index());
                (tied[id.index()], tied[other.index()]) = (true, true);
            }
        }
        Ties { number: (0..agents.len()).map(|index| sets.root(index)).collect(), tied }
    }

    /// One number for all that an agent is tied to, itself included.
    #[cfg(any(test, feature = "parquet"))]
    pub(crate) fn number(&self, agent: AgentId) -> usize {
        self.number[agent.index()]
    }

    /// What an origin falls together by: an agent that cannot be established, only where it is tied to others.
    fn of(&self, agent: AgentId, established: bool) -> Option<usize> {
        (established || self.tied[agent.index()]).then(|| self.number[agent.index()])
    }
}

/// Counts the origins of some claims.
pub(crate) fn count(alignment: &Alignment, ties: &Ties, claims: &[ClaimId]) -> Origins {
    let mut sets = Sets::new(claims.len());
    let mut seen: BTreeMap<Key, usize> = BTreeMap::new();
    for (index, claim) in claims.iter().enumerate() {
        for key in keys(alignment, ties, *claim) {
            match seen.get(&key) {
                Some(other) => sets.join(index, *other),
                None => {
                    seen.insert(key, index);
                }
            }
        }
    }
    join_by_source(alignment, claims, &mut sets);
    alignment.reuse.join(claims, &mut sets);
    let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
    for (index, claim) in claims.iter().enumerate() {
        let origin = &alignment.origins[claim.index()];
        let empty = Group { origins: Vec::new(), claims: Vec::new(), established: false };
        let group = groups.entry(sets.root(index)).or_insert(empty);
        group.origins.push(origin.speaker);
        group.claims.push(*claim);
        group.established |= origin.established;
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    for group in &mut groups {
        group.origins.sort_unstable();
        group.origins.dedup();
    }
    groups.sort_by(|a, b| (a.origins.as_slice(), &a.claims).cmp(&(b.origins.as_slice(), &b.claims)));
    let independent = groups.iter().filter(|group| group.established).count();
    Origins { not_established: groups.len() - independent, independent, groups }
}

/// What two claims must have in common for their origins to fall together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// One origin that is established.
    One(Speaker),
    /// An origin that is one only within its source.
    Within(Speaker, SourceId),
    /// Origins that are tied as agents.
    Agents(usize),
    Ring(u32),
}

fn keys(alignment: &Alignment, ties: &Ties, claim: ClaimId) -> Vec<Key> {
    let origin = &alignment.origins[claim.index()];
    let mut keys: Vec<Key> = [claim].iter().chain(&origin.tied).map(|id| key(alignment, *id)).collect();
    if let Speaker::Agent(agent) = origin.speaker {
        keys.extend(ties.of(agent, origin.established).map(Key::Agents));
    }
    keys
}

/// What a claim's own origin falls together by.
fn key(alignment: &Alignment, claim: ClaimId) -> Key {
    let origin = &alignment.origins[claim.index()];
    match (origin.ring, origin.established) {
        (Some(ring), _) => Key::Ring(ring),
        (None, true) => Key::One(origin.speaker),
        (None, false) => Key::Within(origin.speaker, origin.home),
    }
}

/// One source derives from the other, or both from a third, or both stand in one that derives from any; or they stand in
/// one source, one in its own voice.
fn join_by_source(alignment: &Alignment, claims: &[ClaimId], sets: &mut Sets) {
    let dossier = alignment.dossier;
    let mut by_family: BTreeMap<SourceId, Vec<usize>> = BTreeMap::new();
    for (index, claim) in claims.iter().enumerate() {
        let family = alignment.sources.family[dossier.claims[*claim].source.index()];
        by_family.entry(family).or_default().push(index);
    }
    // The families that each source is behind: it is one of theirs, or they derive from it.
    let mut behind: BTreeMap<SourceId, BTreeSet<SourceId>> = BTreeMap::new();
    for (family, members) in &by_family {
        if let Some(own) = members.iter().find(|index| dossier.claims[claims[**index]].said_by.is_empty()) {
            members.iter().for_each(|index| sets.join(*own, *index));
        }
        for index in members {
            let source = dossier.claims[claims[*index]].source;
            let derived = alignment.sources.derived(source);
            if derived.iter().any(|from| !alignment.sources.one_family(*from, source)) {
                sets.join(members[0], *index);
            }
            for root in derived.iter().chain([&source]) {
                behind.entry(alignment.sources.family[root.index()]).or_default().insert(*family);
            }
        }
    }
    for families in behind.values().filter(|families| families.len() > 1) {
        let mut members = families.iter().flat_map(|family| &by_family[family]);
        if let Some(first) = members.next() {
            members.for_each(|index| sets.join(*first, *index));
        }
    }
}
