//! Which classes of claims to relate on a question that has very many, so that every dispute is found whole.
//!
//! Whether a finding speaks of two classes depends on their strata (scope, moment, stance), on their origins, and on
//! how their sets lie. Within two strata a set that lies apart from any lies apart from one of the outermost, so each
//! class is related to those: to three of different origin, since a partner must not share its own, and to those of
//! its own. Two sets in tension share something hard, which the outermost need not: they are found by a sweep along
//! the numbers. Sets of several runs, and values that are no numbers, are compared set by set, which are few.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::alignment::Alignment;
use super::joined::Sets;
use super::origin::Speaker;
use super::pair::Pair;
use super::rows::DIFFERENT_SCOPE;
use super::scope::counts_a_list;
use crate::model::claim::{AsOf, Scope, Stance};
use crate::model::table::{AgentId, ClaimId, Id, QuestionId, SourceId};
use crate::value::shape::{Shape, Side};

/// So many of different origin are kept, so that of two classes each finds a partner that both can be joined by.
const ORIGINS: usize = 3;

/// The lowest and the highest number of a set; open ends as far out as there is.
type Hull = (i128, i128);

/// What the relations of a class depend on, in small numbers.
struct Mark {
    stratum: usize,
    /// Classes of one stratum with one set.
    cell: usize,
    /// Two of different colours are never of one origin, nor one's origin part of the other's.
    colour: usize,
    /// Two of one colour and group are alike to any third but for their sources.
    group: usize,
    family: SourceId,
    hard: Hull,
    soft: Hull,
}

/// Calls `relate` with pairs of classes that join every dispute on the question; `loose` are related to all.
pub(super) fn sweep(
    alignment: &Alignment,
    question: QuestionId,
    classes: &[Vec<ClaimId>],
    loose: &[bool],
    visit: &mut dyn FnMut(usize, usize),
) {
    for a in (0..classes.len()).filter(|class| loose[*class]) {
        (0..classes.len()).filter(|b| *b != a && (!loose[*b] || *b > a)).for_each(|b| visit(a, b));
    }
    let regular: Vec<usize> = (0..classes.len()).filter(|class| !loose[*class]).collect();
    let marks = marks(alignment, question, classes);
    let mut sweep = Sweep { alignment, classes, marks, visit };
    sweep.cells(&regular);
    sweep.strata(&regular);
}

struct Sweep<'a> {
    alignment: &'a Alignment<'a>,
    classes: &'a [Vec<ClaimId>],
    marks: Vec<Mark>,
    visit: &'a mut dyn FnMut(usize, usize),
}

/// Members of a stratum or a cell that stand for the others.
#[derive(Default)]
struct Outermost {
    /// Of several colours.
    any: Vec<usize>,
    by_colour: HashMap<usize, Vec<usize>>,
    by_family: HashMap<(usize, SourceId), Vec<usize>>,
}

impl Sweep<'_> {
    fn shape(&self, class: usize) -> Option<&Shape> {
        self.alignment.dossier.claims[self.classes[class][0]].shape()
    }

    /// One run, hard and soft: such sets lie apart as their ends do.
    fn is_run(&self, class: usize) -> bool {
        let numbers = self.shape(class).and_then(Shape::numbers);
        numbers.is_some_and(|bounds| bounds.hard.runs().len() == 1 && bounds.soft.runs().len() == 1)
    }

    /// Sets of several runs, and values that are no numbers, against all others of which they share nothing.
    fn cells(&mut self, regular: &[usize]) {
        let mut cells: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for class in regular {
            cells.entry(self.marks[*class].cell).or_default().push(*class);
        }
        let cells: Vec<Vec<usize>> = cells.into_values().collect();
        let mut outermost: Vec<Option<Outermost>> = cells.iter().map(|_| None).collect();
        let kin = &self.alignment.dossier.kin;
        for a in 0..cells.len() {
            if self.is_run(cells[a][0]) {
                continue;
            }
            for b in 0..cells.len() {
                // Of two such cells each pair once.
                if b < a && !self.is_run(cells[b][0]) {
                    continue;
                }
                let (Some(x), Some(y)) = (self.shape(cells[a][0]), self.shape(cells[b][0])) else { continue };
                if x.shares(y, Side::Soft, kin) {
                    continue;
                }
                for cell in [a, b] {
                    if outermost[cell].is_none() {
                        outermost[cell] = Some(self.outermost(&cells[cell], &[|_| 0]));
                    }
                }
                if let (Some(of_a), Some(of_b)) = (&outermost[a], &outermost[b]) {
                    self.join(&cells[a], of_b);
                    self.join(&cells[b], of_a);
                }
            }
        }
    }

    /// Sets of one run: stratum by stratum, the outermost, and a sweep for tension.
    fn strata(&mut self, regular: &[usize]) {
        let mut strata: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for class in regular.iter().filter(|class| self.is_run(**class)) {
            strata.entry(self.marks[*class].stratum).or_default().push(*class);
        }
        let strata: Vec<Vec<usize>> = strata.into_values().collect();
        let ends: [fn(&Mark) -> i128; 4] =
            [|mark| mark.hard.1, |mark| -mark.hard.0, |mark| mark.soft.1, |mark| -mark.soft.0];
        let outermost: Vec<Outermost> = strata.iter().map(|members| self.outermost(members, &ends)).collect();
        for a in 0..strata.len() {
            for b in a..strata.len() {
                // Of different scope, or the one projected: nothing to tell, whatever the sets.
                let first = |stratum: usize| self.classes[strata[stratum][0]][0];
                let pair = Pair::new(self.alignment, first(a), first(b));
                if DIFFERENT_SCOPE.holds(&pair).is_some() {
                    continue;
                }
                self.join(&strata[a], &outermost[b]);
                if a != b {
                    self.join(&strata[b], &outermost[a]);
                    self.tension(&strata[b], &strata[a]);
                }
                self.tension(&strata[a], &strata[b]);
            }
        }
    }

    /// Relates each of some classes to those that stand for others.
    fn join(&mut self, members: &[usize], others: &Outermost) {
        for class in members {
            let mark = &self.marks[*class];
            let own = others.by_colour.get(&mark.colour).map_or(&[][..], Vec::as_slice);
            let family = others.by_family.get(&(mark.colour, mark.family)).map_or(&[][..], Vec::as_slice);
            for other in others.any.iter().chain(own).chain(family).filter(|other| *other != class) {
                (self.visit)(*class, *other);
            }
        }
    }

    /// Those that stand for the rest of `members`, by each of some ends: the least of it first.
    fn outermost(&self, members: &[usize], ends: &[fn(&Mark) -> i128]) -> Outermost {
        let mut found = Outermost::default();
        let mut sorted = members.to_vec();
        for end in ends {
            sorted.sort_by_key(|class| (end(&self.marks[*class]), *class));
            let mut colours: Vec<usize> = Vec::new();
            let mut families: HashMap<(usize, usize), Vec<SourceId>> = HashMap::new();
            for class in &sorted {
                let Mark { colour, group, family, .. } = self.marks[*class];
                if colours.len() < ORIGINS && !colours.contains(&colour) {
                    colours.push(colour);
                    found.any.push(*class);
                }
                let seen = families.entry((colour, group)).or_default();
                if seen.len() < ORIGINS && !seen.contains(&family) {
                    seen.push(family);
                    found.by_colour.entry(colour).or_default().push(*class);
                }
            }
            let mut own: HashSet<(usize, usize, SourceId)> = HashSet::new();
            for class in &sorted {
                let Mark { colour, group, family, .. } = self.marks[*class];
                if own.insert((colour, group, family)) {
                    found.by_family.entry((colour, family)).or_default().push(*class);
                }
            }
        }
        let lists = found.by_colour.values_mut().chain(found.by_family.values_mut()).chain([&mut found.any]);
        for list in lists {
            list.sort_unstable();
            list.dedup();
        }
        found
    }

    /// Relates classes of which the one's soft set lies wholly below the other's, while the hard ones share something.
    fn tension(&mut self, lower: &[usize], upper: &[usize]) {
        let mut lower = lower.to_vec();
        lower.sort_by_key(|class| (std::cmp::Reverse(self.marks[*class].hard.1), *class));
        let mut upper = upper.to_vec();
        upper.sort_by_key(|class| (std::cmp::Reverse(self.marks[*class].hard.0), *class));
        // Those that reach up to the one at hand, by where their soft sets end. What one has been joined to needs to
        // be there but once: whoever is joined to it later is joined to all.
        let mut reaching: BTreeSet<(i128, usize)> = BTreeSet::new();
        let mut next = lower.into_iter().peekable();
        for class in upper {
            let (hard, soft) = (self.marks[class].hard.0, self.marks[class].soft.0);
            while let Some(below) = next.next_if(|below| self.marks[*below].hard.1 >= hard) {
                reaching.insert((self.marks[below].soft.1, below));
            }
            let lowest = reaching.first().copied().filter(|(end, _)| *end < soft);
            while let Some((end, other)) = reaching.first().copied().filter(|(end, _)| *end < soft) {
                (self.visit)(class, other);
                reaching.remove(&(end, other));
            }
            reaching.extend(lowest);
        }
    }
}

fn marks(alignment: &Alignment, question: QuestionId, classes: &[Vec<ClaimId>]) -> Vec<Mark> {
    let dossier = alignment.dossier;
    let grows = dossier.questions[question].grows;
    let kinship = kinship(alignment);
    // One origin is one of these: a speaker, where it is not established within one source and ring.
    type Whose = (Speaker, Option<(SourceId, Option<u32>)>);
    type Stratum<'a> = (&'a Scope, Option<Whose>, Option<(&'a AsOf, bool)>, [bool; 4]);
    let mut strata: HashMap<Stratum, usize> = HashMap::new();
    let mut cells: HashMap<(usize, Option<&Shape>), usize> = HashMap::new();
    type Colour = (Option<usize>, Option<Whose>);
    type Group = (Speaker, bool, Option<u32>, Option<Option<AgentId>>);
    let mut colours: HashMap<Colour, usize> = HashMap::new();
    let mut groups: HashMap<Group, usize> = HashMap::new();
    let mark = |class: &Vec<ClaimId>| {
        let id = class[0];
        let claim = &dossier.claims[id];
        let basics = &alignment.basics[id.index()];
        let origin = &alignment.origins[id.index()];
        let family = alignment.sources.family[claim.source.index()];
        let timed = grows || basics.scope.period.is_some();
        let when = timed.then_some((&basics.when.as_of, basics.when.assumed));
        let is_zero = claim.shape().is_some_and(Shape::is_zero);
        let says = [claim.denies(), claim.stance() == Stance::Denies, is_zero, alignment.is_projected(id)];
        let whose = (origin.speaker, (!origin.established).then_some((family, origin.ring)));
        let list = counts_a_list(&basics.scope).then_some(whose);
        let (of, next) = ((&basics.scope, list, when, says), strata.len());
        let stratum = *strata.entry(of).or_insert(next);
        let next = cells.len();
        let cell = *cells.entry((stratum, claim.shape())).or_insert(next);
        let colour = match (grows, origin.speaker) {
            // Where a question grows, origins of which one is part of the other count as one.
            (true, Speaker::Agent(agent)) => (Some(kinship[agent.index()]), None),
            _ => (None, Some(whose)),
        };
        let next = colours.len();
        let colour = *colours.entry(colour).or_insert(next);
        let speaks = claim.said_by.is_empty().then(|| dossier.sources[claim.source].publisher);
        let next = groups.len();
        let group = *groups.entry((origin.speaker, origin.established, origin.ring, speaks)).or_insert(next);
        let hull = |side: fn(&crate::value::shape::Bounds) -> &crate::value::shape::Runs| {
            let set = claim.shape().and_then(Shape::numbers).map(side);
            let low = set.and_then(|set| set.least()).unwrap_or(i128::MIN + 1);
            (low, set.and_then(|set| set.greatest()).unwrap_or(i128::MAX))
        };
        Mark { stratum, cell, colour, group, family, hard: hull(|it| &it.hard), soft: hull(|it| &it.soft) }
    };
    classes.iter().map(mark).collect()
}

/// By agent: one number for all that are tied by `part-of`, followed through.
fn kinship(alignment: &Alignment) -> Vec<usize> {
    let agents = &alignment.dossier.agents;
    let mut sets = Sets::new(agents.len());
    for (id, agent) in agents.iter() {
        agent.part_of.iter().for_each(|other| sets.join(id.index(), other.index()));
    }
    (0..agents.len()).map(|index| sets.root(index)).collect()
}
