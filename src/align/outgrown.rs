//! Claims on a growing question that their own origin has since replaced: the earlier in rows 13 and 14.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::alignment::Alignment;
use super::kind::Which;
use super::moment::Order;
use super::origin::Speaker;
use super::pair::Pair;
use super::relation::relate;
use super::scope::{Extent, counts_a_list};
use crate::model::claim::Scope;
use crate::model::table::{AgentId, ClaimId, Id, SourceId};
use crate::value::shape::Shape;

/// Up to so many claims are looked at two by two.
const MOST_PAIRED: usize = 300;

/// Those of some claims on a growing question that an origin's later claim supersedes or revises.
pub(crate) fn outgrown(alignment: &Alignment, claims: &[ClaimId]) -> BTreeSet<ClaimId> {
    outgrown_among(alignment, claims, MOST_PAIRED)
}

/// As [`outgrown`]; up to so many claims are looked at two by two.
pub(crate) fn outgrown_among(
    alignment: &Alignment,
    claims: &[ClaimId],
    most_paired: usize,
) -> BTreeSet<ClaimId> {
    let mut found = BTreeSet::new();
    if claims.len() <= most_paired {
        for (index, a) in claims.iter().enumerate() {
            claims[index + 1..].iter().for_each(|b| found.extend(replaced(alignment, *a, *b)));
        }
        return found;
    }
    let (regular, loose): (Vec<ClaimId>, Vec<ClaimId>) =
        claims.iter().partition(|id| is_regular(alignment, **id));
    for (index, a) in loose.iter().enumerate() {
        let others = loose[index + 1..].iter().chain(&regular);
        others.for_each(|b| found.extend(replaced(alignment, *a, *b)));
    }
    let mut numbers: HashMap<&Scope, usize> = HashMap::new();
    let mut by_scope: Vec<Vec<ClaimId>> = Vec::new();
    for id in &regular {
        let number = *numbers.entry(&alignment.basics[id.index()].scope).or_insert(by_scope.len());
        if number == by_scope.len() {
            by_scope.push(Vec::new());
        }
        by_scope[number].push(*id);
    }
    let later: Vec<Later> = by_scope.iter().map(|claims| Later::new(alignment, claims)).collect();
    for earlier in &by_scope {
        for (later, of) in later.iter().zip(&by_scope) {
            match is_equal(alignment, earlier, of) {
                Some(true) => found.extend(earlier.iter().filter(|id| later.replace(alignment, **id))),
                Some(false) => {}
                // Where an open period meets a closed one, it depends on the as-of of each.
                None => {
                    for a in earlier {
                        of.iter().filter(|b| *b != a).for_each(|b| found.extend(replaced(alignment, *a, *b)));
                    }
                }
            }
        }
    }
    found
}

/// The earlier of two claims, where the later is of its origin and replaces it.
fn replaced(alignment: &Alignment, a: ClaimId, b: ClaimId) -> Option<ClaimId> {
    let pair = Pair::new(alignment, a, b);
    if !matches!(pair.order(), Order::Earlier | Order::Later) || !pair.one_origin_or_part() {
        return None;
    }
    let relation = relate(alignment, a, b);
    match relation.direction.filter(|_| relation.row.outgrows())? {
        Which::A => Some(b),
        Which::B => Some(a),
    }
}

/// Whether rows 2 to 4 cannot concern the claim, its hard set is one run, and it counts nobody's list.
fn is_regular(alignment: &Alignment, id: ClaimId) -> bool {
    if counts_a_list(&alignment.basics[id.index()].scope) {
        return false;
    }
    let numbers = alignment.dossier.claims[id].shape().and_then(Shape::numbers);
    !alignment.may_change(id) && numbers.is_some_and(|bounds| bounds.hard.runs().len() == 1)
}

/// Whether the claims of one scope cover what those of another do; `None` where some do.
fn is_equal(alignment: &Alignment, a: &[ClaimId], b: &[ClaimId]) -> Option<bool> {
    let scope = |claims: &[ClaimId]| &alignment.basics[claims[0].index()].scope;
    let equal = Pair::new(alignment, a[0], b[0]).scope.together == Extent::Equal;
    let fixed = scope(a) == scope(b) || scope(a).is_closed() && scope(b).is_closed();
    fixed.then_some(equal)
}

/// The claims of one scope, by who can replace what: an established speaker whoever it is part of, any speaker
/// what it said in the same source.
struct Later {
    established: BTreeMap<AgentId, Ends>,
    within: HashMap<SourceId, BTreeMap<Speaker, Ends>>,
}

/// For claims in the order in which they begin: the least upper end of those from each one on, and the highest that
/// a soft set begins.
#[derive(Default)]
struct Ends {
    claims: Vec<ClaimId>,
    first: Vec<i128>,
    lowest: Vec<i128>,
    highest: Vec<i128>,
}

impl Later {
    fn new(alignment: &Alignment, claims: &[ClaimId]) -> Self {
        let mut later = Later { established: BTreeMap::new(), within: HashMap::new() };
        for id in claims {
            let origin = &alignment.origins[id.index()];
            if let (Speaker::Agent(agent), true) = (origin.speaker, origin.established) {
                later.established.entry(agent).or_default().claims.push(*id);
            }
            let family = alignment.sources.family[alignment.dossier.claims[*id].source.index()];
            later.within.entry(family).or_default().entry(origin.speaker).or_default().claims.push(*id);
        }
        let within = later.within.values_mut().flat_map(BTreeMap::values_mut);
        later.established.values_mut().chain(within).for_each(|ends| ends.close(alignment));
        later
    }

    /// Whether a later claim of the same origin, or of one that contains it or is part of it, replaces this one.
    fn replace(&self, alignment: &Alignment, id: ClaimId) -> bool {
        let origin = &alignment.origins[id.index()];
        let family = alignment.sources.family[alignment.dossier.claims[id].source.index()];
        let Some(within) = self.within.get(&family) else { return self.established_replace(alignment, id) };
        let of_kin = |speaker: &Speaker| match (*speaker, origin.speaker) {
            (Speaker::Agent(a), Speaker::Agent(b)) => are_kin(alignment, a, b),
            (a, b) => a == b,
        };
        within.iter().any(|(speaker, ends)| of_kin(speaker) && ends.replace(alignment, id))
            || self.established_replace(alignment, id)
    }

    fn established_replace(&self, alignment: &Alignment, id: ClaimId) -> bool {
        let origin = &alignment.origins[id.index()];
        let (Speaker::Agent(agent), true) = (origin.speaker, origin.established) else { return false };
        let dossier = alignment.dossier;
        let node = dossier.agent_node(agent);
        // Agents are numbered first among the nodes, so that a node's number is the agent's.
        let kin = dossier.kin.containers(node).chain(dossier.kin.contents(node).iter().copied());
        let mut kin = kin.filter(|node| (node.0 as usize) < dossier.agents.len()).map(|node| AgentId(node.0));
        kin.any(|agent| self.established.get(&agent).is_some_and(|ends| ends.replace(alignment, id)))
    }
}

fn are_kin(alignment: &Alignment, a: AgentId, b: AgentId) -> bool {
    let dossier = alignment.dossier;
    let (a, b) = (dossier.agent_node(a), dossier.agent_node(b));
    dossier.kin.within(a, b) || dossier.kin.within(b, a)
}

impl Ends {
    fn close(&mut self, alignment: &Alignment) {
        // A moment that is open to the past is never known to be the later.
        let first = |id: &ClaimId| alignment.basics[id.index()].when.as_of.first.unwrap_or(i128::MIN);
        self.claims.sort_by_key(|id| (first(id), *id));
        self.first = self.claims.iter().map(first).collect();
        let numbers = |id: &ClaimId| alignment.dossier.claims[*id].shape().and_then(Shape::numbers);
        let (mut lowest, mut highest) = (i128::MAX, i128::MIN);
        for id in self.claims.iter().rev() {
            let bounds = numbers(id);
            lowest = lowest.min(bounds.and_then(|bounds| bounds.hard.greatest()).unwrap_or(i128::MAX));
            highest = highest.max(bounds.and_then(|bounds| bounds.soft.least()).unwrap_or(i128::MIN));
            self.lowest.push(lowest);
            self.highest.push(highest);
        }
        self.lowest.reverse();
        self.highest.reverse();
    }

    /// Whether one of those later than a claim lies wholly below it, or its soft set above the claim's.
    fn replace(&self, alignment: &Alignment, id: ClaimId) -> bool {
        let Some(last) = alignment.basics[id.index()].when.as_of.last else { return false };
        let from = self.first.partition_point(|first| *first <= last);
        let (Some(lowest), Some(highest)) = (self.lowest.get(from), self.highest.get(from)) else {
            return false;
        };
        let Some(bounds) = alignment.dossier.claims[id].shape().and_then(Shape::numbers) else {
            return false;
        };
        bounds.hard.least().is_some_and(|least| *lowest < least)
            || bounds.soft.greatest().is_some_and(|greatest| *highest > greatest)
    }
}
