//! Which classes of claims to relate on a question that has very many, so that every dispute is found whole.
//!
//! Whether a finding speaks of two classes depends on their strata (scope, moment, stance), on their origins, and on
//! how their sets lie. Within two strata a set that lies apart from any lies apart from one of the outermost, so each
//! class is related to those: to three of different origin, since a partner must not share its own, and to those of
//! its own. Two sets in tension share something hard, which the outermost need not: they are found by a sweep along
//! the numbers. Sets of several runs, and values that are no numbers, are compared set by set, which are few.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::alignment::Alignment;
use super::kind::Kind;
use super::marks::{Mark, marks};
use super::pair::Pair;
use super::room::{Held, Reach};
use super::rows::DIFFERENT_SCOPE;
use super::scope;
use super::steps::Steps;
use crate::model::table::{ClaimId, Id, QuestionId, SourceId};
use crate::value::shape::{Clock, Shape, Side};

/// So many of different origin are kept, so that of two classes each finds a partner that both can be joined by.
const ORIGINS: usize = 3;

/// So many pairs of answers that are no single run of numbers are held against each other on a question. Past that each is held
/// against those that follow it, and that is told.
pub(crate) const MOST_APART: usize = 200_000;

/// So many pairs of what differs in scope, moment or stance are held against each other on a question. Past that each is held
/// against those nearest behind it in time, and that is told.
pub(crate) const MOST_STRATA: usize = 1_000_000;

/// So many pairs of classes are related on a question, of those that stand for others, or so many for each class where that is
/// more. Past that the rest is left out, and that is told.
pub(crate) const MOST_JOINED: usize = 1_000_000;
pub(crate) const MOST_JOINED_EACH: usize = 64;

/// Calls `visit` with pairs of classes that join every dispute on the question; `loose` are related to all. It says by which
/// kind a finding speaks of the two, where one does.
// Growth: with the loose times all; else as `cells` and `strata` do.
pub(super) fn sweep(
    alignment: &Alignment,
    question: QuestionId,
    classes: &[Vec<ClaimId>],
    loose: &[bool],
    visit: &mut dyn FnMut(usize, usize) -> Option<Kind>,
) -> Reach {
    let room = MOST_JOINED.max(MOST_JOINED_EACH * classes.len());
    sweep_within(alignment, question, classes, loose, room, visit)
}

/// As [`sweep`], with room for so many pairs of what is not loose.
// Growth: with the loose times all; else up to the room.
fn sweep_within(
    alignment: &Alignment,
    question: QuestionId,
    classes: &[Vec<ClaimId>],
    loose: &[bool],
    room: usize,
    visit: &mut dyn FnMut(usize, usize) -> Option<Kind>,
) -> Reach {
    for a in (0..classes.len()).filter(|class| loose[*class]) {
        (0..classes.len()).filter(|b| *b != a && (!loose[*b] || *b > a)).for_each(|b| {
            visit(a, b);
        });
    }
    let regular: Vec<usize> = (0..classes.len()).filter(|class| !loose[*class]).collect();
    let marks = marks(alignment, question, classes);
    let moves = alignment.dossier.questions[question].moves();
    let shape = |class: &Vec<ClaimId>| alignment.dossier.claims[class[0]].shape();
    let has_offset = |shape: &Shape| matches!(shape, Shape::Times(times) if times.clock != Clock::Unsaid);
    let has_offsets = classes.iter().filter_map(shape).any(has_offset);
    let steps = Steps::new(room);
    let mut visit = |a, b| if steps.take(1) { visit(a, b) } else { None };
    let mut sweep =
        Sweep { alignment, classes, marks, moves, has_offsets, reach: Reach::All, visit: &mut visit };
    sweep.cells(&regular);
    sweep.strata(&regular);
    sweep.reach.with(steps.reach())
}

struct Sweep<'a> {
    alignment: &'a Alignment<'a>,
    classes: &'a [Vec<ClaimId>],
    marks: Vec<Mark>,
    /// Whether time changes the answer, so that what two are depends on whose they are.
    moves: bool,
    /// Whether some value is a date with an offset.
    has_offsets: bool,
    /// Whether all is held against each other that has to be.
    reach: Reach,
    visit: &'a mut dyn FnMut(usize, usize) -> Option<Kind>,
}

/// Members of a stratum or a cell that stand for the others.
#[derive(Default)]
struct Outermost {
    /// Of several colours, and sources where these count.
    any: Vec<usize>,
    /// Of several colours within one source, where these count.
    by_source: HashMap<SourceId, Vec<usize>>,
    by_colour: HashMap<usize, Vec<usize>>,
    by_family: HashMap<(usize, SourceId), Vec<usize>>,
}

impl Sweep<'_> {
    fn shape(&self, class: usize) -> Option<&Shape> {
        self.alignment.dossier.claims[self.classes[class][0]].shape()
    }

    /// One run, hard and soft: such sets lie apart as their ends do.
    fn is_run(&self, class: usize) -> bool {
        let shape = self.shape(class);
        // Where some dates say an offset, those that say none are on another line.
        if self.has_offsets && matches!(shape, Some(Shape::Times(times)) if times.clock == Clock::Unsaid) {
            return false;
        }
        let numbers = shape.and_then(Shape::numbers);
        numbers.is_some_and(|bounds| bounds.hard.runs().len() == 1 && bounds.soft.runs().len() == 1)
    }

    /// Sets of several runs, and values that are no numbers, against all others of which they share nothing.
    // Growth: with the square of the different values that are no single run of numbers, up to `MOST_APART` pairs.
    fn cells(&mut self, regular: &[usize]) {
        let mut cells: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for class in regular {
            cells.entry(self.marks[*class].cell).or_default().push(*class);
        }
        let (runs, others): (Vec<Vec<usize>>, Vec<Vec<usize>>) =
            cells.into_values().partition(|cell| self.is_run(cell[0]));
        let count = others.len();
        let cells = [others, runs].concat();
        let mut outermost: Vec<Option<Outermost>> = cells.iter().map(|_| None).collect();
        let kin = &self.alignment.dossier.kin;
        let held = Held::new(count, cells.len(), MOST_APART);
        self.reach = self.reach.with(held.reach());
        for a in 0..count {
            for b in held.with(a) {
                let (Some(x), Some(y)) = (self.shape(cells[a][0]), self.shape(cells[b][0])) else { continue };
                if x.shares(y, Side::Soft, kin) || self.related(&cells[a], &cells[b]) {
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
    // Growth: with the square of the different scopes and moments, up to `MOST_STRATA` pairs, and for each two with their claims.
    fn strata(&mut self, regular: &[usize]) {
        let mut strata: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for class in regular.iter().filter(|class| self.is_run(**class)) {
            strata.entry(self.marks[*class].stratum).or_default().push(*class);
        }
        let mut strata: Vec<Vec<usize>> = strata.into_values().collect();
        let held = Held::new(strata.len(), strata.len(), MOST_STRATA);
        self.reach = self.reach.with(held.reach());
        if held.reach() == Reach::Part {
            // What is nearest in time is held against each other.
            strata.sort_by_key(|members| self.moment(members[0]));
        }
        let ends: [fn(&Mark) -> i128; 4] =
            [|mark| mark.hard.1, |mark| -mark.hard.0, |mark| mark.soft.1, |mark| -mark.soft.0];
        let outermost: Vec<Outermost> = strata.iter().map(|members| self.outermost(members, &ends)).collect();
        for a in 0..strata.len() {
            for b in held.with(a) {
                // Of different scope, or the one projected: nothing to tell, whatever the sets.
                let (x, y) = (self.classes[strata[a][0]][0], self.classes[strata[b][0]][0]);
                if self.are_elsewhere(x, y) || self.related(&strata[a], &strata[b]) {
                    continue;
                }
                if DIFFERENT_SCOPE.holds(&Pair::new(self.alignment, x, y)).is_some() {
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

    /// Relates each of some classes to each of others, where that is one pair or none: whether it was.
    fn related(&mut self, a: &[usize], b: &[usize]) -> bool {
        let ([a], [b]) = (a, b) else { return false };
        if a != b {
            (self.visit)(*a, *b);
        }
        true
    }

    /// Whether two claims are of other places or groups, which is asked of all strata.
    fn are_elsewhere(&self, a: ClaimId, b: ClaimId) -> bool {
        let Alignment { dossier, basics, claims, .. } = self.alignment;
        scope::are_elsewhere(dossier, &claims.groups, &basics[a.index()].scope, &basics[b.index()].scope)
    }

    fn moment(&self, class: usize) -> Option<i128> {
        self.alignment.basics[self.classes[class][0].index()].when.as_of.first
    }

    /// Relates each of some classes to those that stand for others.
    fn join(&mut self, members: &[usize], others: &Outermost) {
        for class in members {
            let mark = &self.marks[*class];
            let own = others.by_colour.get(&mark.colour).map_or(&[][..], Vec::as_slice);
            let family = others.by_family.get(&(mark.colour, mark.family)).map_or(&[][..], Vec::as_slice);
            let source =
                mark.told_in.and_then(|source| others.by_source.get(&source)).map_or(&[][..], Vec::as_slice);
            let all = others.any.iter().chain(own).chain(family).chain(source);
            for other in all.filter(|other| *other != class) {
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
            let mut any: Vec<Kept> = Vec::new();
            let mut sources: HashMap<SourceId, Vec<Kept>> = HashMap::new();
            let mut families: HashMap<(usize, usize), Vec<SourceId>> = HashMap::new();
            for class in &sorted {
                let Mark { colour, group, family, told_in, .. } = self.marks[*class];
                if is_needed(&any, (colour, told_in)) {
                    any.push((colour, told_in));
                    found.any.push(*class);
                }
                if let Some(source) = told_in {
                    let within = sources.entry(source).or_default();
                    if is_needed(within, (colour, None)) {
                        within.push((colour, None));
                        found.by_source.entry(source).or_default().push(*class);
                    }
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
        let lists = found.by_colour.values_mut().chain(found.by_family.values_mut());
        for list in lists.chain(found.by_source.values_mut()).chain([&mut found.any]) {
            list.sort_unstable();
            list.dedup();
        }
        found
    }

    /// Relates classes of which the one's soft set lies wholly below the other's, while the hard ones share something.
    fn tension(&mut self, lower: &[usize], upper: &[usize]) {
        if !self.moves {
            return self.not_rounded(lower, upper, |_, _| true);
        }
        // Where time changes the answer, a later figure of one origin is told as another thing than one of two.
        self.not_rounded(lower, upper, |a, b| a.colour != b.colour);
        let mut colours: BTreeMap<usize, [Vec<usize>; 2]> = BTreeMap::new();
        for (side, members) in [lower, upper].into_iter().enumerate() {
            for class in members {
                colours.entry(self.marks[*class].colour).or_default()[side].push(*class);
            }
        }
        for [lower, upper] in colours.into_values() {
            self.not_rounded(&lower, &upper, |_, _| true);
        }
    }

    /// As [`Sweep::tension`], of those two that are asked about. Of two bare numbers one may round to the other, so that a
    /// third that is joined to both joins them to nothing: they are looked at one by one, which are few, since exact
    /// numbers share nothing.
    fn not_rounded(&mut self, lower: &[usize], upper: &[usize], asked: Asked) {
        let is_bare = |class: &usize| matches!(self.shape(*class), Some(Shape::Figure(figure)) if figure.bare.is_some());
        let (bare_below, below): (Vec<usize>, Vec<usize>) = lower.iter().partition(|class| is_bare(class));
        let (bare, hedged): (Vec<usize>, Vec<usize>) = upper.iter().partition(|class| is_bare(class));
        self.soft_apart(lower, &hedged, asked, Joined::Once);
        self.soft_apart(&below, &bare, asked, Joined::Once);
        self.soft_apart(&bare_below, &bare, asked, Joined::Each);
    }

    fn soft_apart(&mut self, lower: &[usize], upper: &[usize], asked: Asked, joined: Joined) {
        if lower.is_empty() || upper.is_empty() {
            return;
        }
        let mut lower = lower.to_vec();
        lower.sort_by_key(|class| (std::cmp::Reverse(self.marks[*class].hard.1), *class));
        let mut upper = upper.to_vec();
        upper.sort_by_key(|class| (std::cmp::Reverse(self.marks[*class].hard.0), *class));
        // Those that reach up to the one at hand, by where their soft sets end. Of what one has been joined to by one kind so many
        // need to be there that whoever comes later finds a partner among them, as of the outermost: it is joined to all then.
        let mut reaching: BTreeSet<(i128, usize)> = BTreeSet::new();
        let mut next = lower.into_iter().peekable();
        for class in upper {
            let (hard, soft) = (self.marks[class].hard.0, self.marks[class].soft.0);
            while let Some(below) = next.next_if(|below| self.marks[*below].hard.1 >= hard) {
                reaching.insert((self.marks[below].soft.1, below));
            }
            let mut kept: BTreeMap<Kind, Vec<Kept>> = BTreeMap::new();
            let below: Vec<(i128, usize)> = reaching.range(..(soft, 0)).copied().collect();
            for (end, other) in below {
                if other == class || !asked(&self.marks[other], &self.marks[class]) {
                    continue;
                }
                let Some(kind) = (self.visit)(class, other) else { continue };
                let Mark { colour, told_in, .. } = self.marks[other];
                let of_kind = kept.entry(kind).or_default();
                if is_needed(of_kind, (colour, told_in)) {
                    of_kind.push((colour, told_in));
                } else if joined == Joined::Once {
                    reaching.remove(&(end, other));
                }
            }
        }
    }
}

/// Whether two classes are looked at.
type Asked = fn(&Mark, &Mark) -> bool;

/// How often one that is joined to another is looked at for the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    Once,
    Each,
}

/// A colour that is kept, and its source where these count.
type Kept = (usize, Option<SourceId>);

/// Whether a class has to be kept beside others that lie farther out: whether two classes could be without a partner among
/// these, each of their colours and sources being none for them, and have one here.
fn is_needed(kept: &[Kept], of: Kept) -> bool {
    fn leaves_out(kept: &[Kept], of: Kept, colours: &[usize], sources: &[SourceId]) -> bool {
        let is_out = |(colour, source): &Kept| {
            colours.contains(colour) || source.is_some_and(|source| sources.contains(&source))
        };
        let Some((colour, source)) = kept.iter().find(|one| !is_out(one)) else { return true };
        let by_colour = colours.len() + 1 < ORIGINS
            && *colour != of.0
            && leaves_out(kept, of, &[colours, &[*colour]].concat(), sources);
        by_colour
            || source.is_some_and(|source| {
                sources.len() + 1 < ORIGINS
                    && Some(source) != of.1
                    && leaves_out(kept, of, colours, &[sources, &[source]].concat())
            })
    }
    leaves_out(kept, of, &[], &[])
}

#[cfg(test)]
mod tests;
