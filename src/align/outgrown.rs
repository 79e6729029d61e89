//! Claims on a question that time changes that their own origin has since replaced: the earlier in rows 13 and 14.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::alignment::Alignment;
use super::kind::Which;
use super::kinship::kinship;
use super::moment;
use super::moment::Order;
use super::origin::Speaker;
use super::pair::Pair;
use super::relation::relate;
use super::room::Reach;
use super::scope::{Extent, counts_a_list};
use super::steps::Steps;
use crate::model::claim::{AsOf, Scope};
use crate::model::table::{AgentId, ClaimId, Id, SourceId};
use crate::value::shape::{Bounds, Clock, Shape};

/// Up to so many claims are looked at two by two.
const MOST_PAIRED: usize = 300;

/// So many steps are taken to find what is outgrown on a question. What is left then is taken to stand, and that is told.
pub(crate) const MOST_STEPS: usize = 500_000;

/// Those of some claims that stand on one question that an origin's later claim supersedes or revises; and whether all were
/// looked at.
pub(crate) fn outgrown(alignment: &Alignment, claims: &[ClaimId]) -> (BTreeSet<ClaimId>, Reach) {
    outgrown_among(alignment, claims, MOST_PAIRED)
}

/// As [`outgrown`]; up to so many claims are looked at two by two.
// Growth: with the claims, for each origin as `outgrown_of_kin` does.
pub(crate) fn outgrown_among(
    alignment: &Alignment,
    claims: &[ClaimId],
    most_paired: usize,
) -> (BTreeSet<ClaimId>, Reach) {
    let mut found = BTreeSet::new();
    if claims.len() <= most_paired {
        for (index, a) in claims.iter().enumerate() {
            claims[index + 1..].iter().for_each(|b| found.extend(replaced(alignment, *a, *b)));
        }
        return (found, Reach::All);
    }
    let kinship = kinship(alignment);
    // One of these holds all that may be of one origin, or of one that is part of another's.
    let mut by_kin: BTreeMap<Result<usize, SourceId>, Vec<ClaimId>> = BTreeMap::new();
    for id in claims {
        let kin = match alignment.origins[id.index()].speaker {
            Speaker::Agent(agent) => Ok(kinship[agent.index()]),
            Speaker::Source(source) => Err(source),
        };
        by_kin.entry(kin).or_default().push(*id);
    }
    let steps = Steps::new(MOST_STEPS);
    for claims in by_kin.values() {
        outgrown_of_kin(alignment, claims, &mut found, &steps);
    }
    (found, steps.reach())
}

/// Those that are outgrown of claims whose origins are one or part of each other.
// Growth: with the claims, and with the square of the different scopes and of the claims that count a list or are no single
// run of numbers, up to `MOST_STEPS`.
fn outgrown_of_kin(alignment: &Alignment, claims: &[ClaimId], found: &mut BTreeSet<ClaimId>, steps: &Steps) {
    let (claims, others): (Vec<ClaimId>, Vec<ClaimId>) =
        claims.iter().partition(|id| numbers(alignment, **id).is_some());
    found.extend(otherwise(alignment, &others, steps));
    let one_line = moment::are_on_one_line(claims.iter().map(|id| &*alignment.basics[id.index()].when.as_of));
    let (regular, loose): (Vec<ClaimId>, Vec<ClaimId>) =
        claims.iter().partition(|id| one_line && is_regular(alignment, **id));
    for (index, a) in loose.iter().enumerate() {
        let others = loose[index + 1..].iter().chain(&regular);
        others.take_while(|_| steps.take(1)).for_each(|b| found.extend(replaced(alignment, *a, *b)));
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
            if !steps.take(1) {
                return;
            }
            match is_equal(alignment, earlier, of) {
                Some(true) => {
                    found.extend(earlier.iter().filter(|id| later.replace(alignment, **id, steps)));
                }
                Some(false) => {}
                // Where an open period meets a closed one, it depends on the as-of of each.
                None => {
                    for a in earlier {
                        let others = of.iter().filter(|b| *b != a).take_while(|_| steps.take(1));
                        others.for_each(|b| found.extend(replaced(alignment, *a, *b)));
                    }
                }
            }
        }
    }
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

/// Whether each set of a claim is one run of numbers, and it counts nobody's list.
fn is_regular(alignment: &Alignment, id: ClaimId) -> bool {
    let is_run = |bounds: &Bounds| bounds.hard.runs().len() == 1 && bounds.soft.runs().len() == 1;
    !counts_a_list(&alignment.basics[id.index()].scope) && numbers(alignment, id).is_some_and(is_run)
}

fn numbers<'a>(alignment: &'a Alignment, id: ClaimId) -> Option<&'a Bounds> {
    match alignment.dossier.claims[id].shape() {
        Some(Shape::Figure(figure)) => Some(&figure.bounds),
        _ => None,
    }
}

/// Whether the claims of one scope cover what those of another do; `None` where some do.
fn is_equal(alignment: &Alignment, a: &[ClaimId], b: &[ClaimId]) -> Option<bool> {
    let scope = |claims: &[ClaimId]| &alignment.basics[claims[0].index()].scope;
    let equal = Pair::new(alignment, a[0], b[0]).scope.together == Extent::Equal;
    let fixed = scope(a) == scope(b) || scope(a).is_closed() && scope(b).is_closed();
    fixed.then_some(equal)
}

/// The claims of one scope, by who can replace what: an established agent whoever it is part of, any agent what it and its kin
/// said in the same source.
struct Later {
    established: BTreeMap<AgentId, Ends>,
    within: HashMap<SourceId, BTreeMap<AgentId, Ends>>,
    /// What one speaker said that is not established, wherever it was carried on.
    carried: HashMap<(Speaker, SourceId), Ends>,
}

/// Claims that do not deny, in the order in which they begin; from each one on, that whose soft set begins highest and that
/// whose soft set ends lowest.
#[derive(Default)]
struct Ends {
    claims: Vec<ClaimId>,
    first: Vec<i128>,
    highest: Vec<ClaimId>,
    lowest: Vec<ClaimId>,
    /// Whether all from each one on hold for when the answer had settled.
    settled: Vec<bool>,
}

impl Later {
    fn new(alignment: &Alignment, claims: &[ClaimId]) -> Self {
        let mut later =
            Later { established: BTreeMap::new(), within: HashMap::new(), carried: HashMap::new() };
        // Nothing is outgrown by a later denial.
        for id in claims.iter().filter(|id| !alignment.dossier.claims[**id].denies()) {
            let origin = &alignment.origins[id.index()];
            if let Speaker::Agent(agent) = origin.speaker {
                let family = alignment.sources.family[alignment.dossier.claims[*id].source.index()];
                later.within.entry(family).or_default().entry(agent).or_default().claims.push(*id);
                if origin.established {
                    later.established.entry(agent).or_default().claims.push(*id);
                }
            }
            if !origin.established {
                later.carried.entry((origin.speaker, origin.home)).or_default().claims.push(*id);
            }
        }
        let within = later.within.values_mut().flat_map(BTreeMap::values_mut);
        let all = later.established.values_mut().chain(within).chain(later.carried.values_mut());
        all.for_each(|ends| ends.close(alignment));
        later
    }

    /// Whether a later claim of the same origin, or of one that contains it or is part of it, replaces this one.
    fn replace(&self, alignment: &Alignment, id: ClaimId, steps: &Steps) -> bool {
        let origin = &alignment.origins[id.index()];
        let family = alignment.sources.family[alignment.dossier.claims[id].source.index()];
        let carried = self.carried.get(&(origin.speaker, origin.home));
        if carried.is_some_and(|ends| ends.replace(alignment, id, steps))
            || self.established_replace(alignment, id, steps)
        {
            return true;
        }
        let (Speaker::Agent(agent), Some(within)) = (origin.speaker, self.within.get(&family)) else {
            return false;
        };
        within
            .iter()
            .take_while(|_| steps.take(1))
            .any(|(other, ends)| are_kin(alignment, *other, agent) && ends.replace(alignment, id, steps))
    }

    fn established_replace(&self, alignment: &Alignment, id: ClaimId, steps: &Steps) -> bool {
        let origin = &alignment.origins[id.index()];
        let (Speaker::Agent(agent), true) = (origin.speaker, origin.established) else { return false };
        let dossier = alignment.dossier;
        let node = dossier.agent_node(agent);
        let kin = dossier.kin.containers(node).chain(dossier.kin.contents(node).iter().copied());
        let mut kin = kin.filter_map(|node| dossier.agent_of(node));
        kin.any(|agent| self.established.get(&agent).is_some_and(|ends| ends.replace(alignment, id, steps)))
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
        let soft = |id: ClaimId| numbers(alignment, id).map(|bounds| &bounds.soft);
        let begins = |id: ClaimId| soft(id).and_then(|soft| soft.least()).unwrap_or(i128::MIN);
        let ends = |id: ClaimId| soft(id).and_then(|soft| soft.greatest()).unwrap_or(i128::MAX);
        for id in self.claims.iter().rev() {
            let beyond = |best: Option<&ClaimId>, is_beyond: &dyn Fn(ClaimId) -> bool| match best {
                Some(best) if !is_beyond(*best) => *best,
                _ => *id,
            };
            self.highest.push(beyond(self.highest.last(), &|best| begins(*id) > begins(best)));
            self.lowest.push(beyond(self.lowest.last(), &|best| ends(*id) < ends(best)));
        }
        for id in self.claims.iter().rev() {
            let settled = self.settled.last().copied().unwrap_or(true) && is_settled(alignment, *id);
            self.settled.push(settled);
        }
        self.highest.reverse();
        self.lowest.reverse();
        self.settled.reverse();
    }

    /// Whether one of those later than a claim replaces it: it is usually read as another number, and neither rounds to
    /// the other.
    fn replace(&self, alignment: &Alignment, id: ClaimId, steps: &Steps) -> bool {
        let Some(last) = alignment.basics[id.index()].when.as_of.last else { return false };
        let from = self.first.partition_point(|first| *first <= last);
        let (Some(highest), Some(lowest)) = (self.highest.get(from), self.lowest.get(from)) else {
            return false;
        };
        if self.settled[from] && is_settled(alignment, id) {
            return false;
        }
        let replaces = |later: ClaimId| replaced(alignment, id, later) == Some(id);
        let apart = |later: ClaimId| {
            let soft = numbers(alignment, id).zip(numbers(alignment, later));
            soft.is_some_and(|(x, y)| !x.soft.shares(&y.soft))
        };
        let outermost = [*highest, *lowest];
        outermost.into_iter().any(replaces)
            // An outermost may be but rounded: then another may still be another number.
            || outermost.into_iter().any(apart) && self.claims[from..].iter().take_while(|_| steps.take(1)).any(|later| replaces(*later))
    }
}

/// Whether a claim holds for when its answer had settled.
fn is_settled(alignment: &Alignment, id: ClaimId) -> bool {
    let dossier = alignment.dossier;
    let question = &dossier.questions[dossier.claims[id].question];
    question.settles.is_some_and(|day| alignment.is_from(id, day))
}

/// The claims whose answers are no numbers, each of which a later one of its origin that answers otherwise replaces. Of those
/// that are alike the latest stands for all.
fn otherwise(alignment: &Alignment, claims: &[ClaimId], steps: &Steps) -> Vec<ClaimId> {
    type Alike<'a> =
        (&'a Scope, Speaker, Option<SourceId>, SourceId, Option<&'a Shape>, [bool; 2], Option<&'a AsOf>);
    let dossier = alignment.dossier;
    let mut latest: HashMap<Alike, ClaimId> = HashMap::new();
    let first = |id: ClaimId| alignment.basics[id.index()].when.as_of.first.unwrap_or(i128::MIN);
    for id in claims {
        let (claim, origin) = (&dossier.claims[*id], &alignment.origins[id.index()]);
        if claim.denies() {
            continue;
        }
        let home = (!origin.established).then_some(origin.home);
        let family = alignment.sources.family[claim.source.index()];
        let basics = &alignment.basics[id.index()];
        // Moments of two clocks are in no one order.
        let timed = [basics.when.as_of.clock == Clock::Unsaid, is_settled(alignment, *id)];
        // An open period closes at the as-of.
        let closing = (!basics.scope.is_closed()).then_some(&*basics.when.as_of);
        let alike = (&*basics.scope, origin.speaker, home, family, claim.shape(), timed, closing);
        let latest = latest.entry(alike).or_insert(*id);
        if first(*latest) < first(*id) {
            *latest = *id;
        }
    }
    // The latest replace most.
    let mut latest: Vec<ClaimId> = latest.into_values().collect();
    latest.sort_by_key(|id| (std::cmp::Reverse(first(*id)), *id));
    let is_replaced = |id: ClaimId| {
        let mut later = latest.iter().take_while(|_| steps.take(1));
        later.any(|later| replaced(alignment, id, *later) == Some(id))
    };
    claims.iter().copied().filter(|id| is_replaced(*id)).collect()
}
