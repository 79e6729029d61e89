//! Claims that stand in the same positions, folded into classes.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::bound::Bound;
use super::maximal::keep_maximal;
use crate::align::alignment::Alignment;
use crate::align::covered::Covered;
use crate::align::pair::Pair;
use crate::align::scope::{Extent, counts_a_list};
use crate::model::claim::Scope;
use crate::model::table::{ClaimId, Id};
use crate::value::shape::{Shape, Side};

/// So many different scopes of which not all say the same dimensions are held against each other.
const MOST_SCOPES: usize = 1000;

/// Claims with the same shape and scope (and of one origin, where they count a list), which stand in the same positions.
pub(super) struct Classes<'a> {
    pub(super) alignment: &'a Alignment<'a>,
    pub(super) shapes: Vec<&'a Shape>,
    pub(super) members: Vec<Vec<ClaimId>>,
    /// Whether all scopes are equal, so that no two classes are kept apart by scope.
    pub(super) one_scope: bool,
    /// Two classes of one claim each, where the one says that the other is too high or too low.
    wrong: BTreeSet<(usize, usize)>,
}

impl<'a> Classes<'a> {
    pub(super) fn new(alignment: &'a Alignment<'a>, claims: &[ClaimId]) -> Self {
        let mut classes = Classes {
            alignment,
            shapes: Vec::new(),
            members: Vec::new(),
            one_scope: true,
            wrong: BTreeSet::new(),
        };
        let wrong: Vec<[ClaimId; 2]> = pairs_called_wrong(alignment, claims);
        let alone: HashSet<ClaimId> = wrong.iter().flatten().copied().collect();
        let mut by_shape: HashMap<&Shape, Vec<usize>> = HashMap::new();
        for id in claims {
            let Some(shape) = alignment.dossier.claims[*id].shape() else { continue };
            let same = by_shape.entry(shape).or_default();
            let is_text = matches!(shape, Shape::Words(_));
            let known = same.iter().filter(|_| !alone.contains(id)).find(|class| {
                let basics = |id: ClaimId| &alignment.basics[id.index()];
                let first = classes.members[**class][0];
                if alone.contains(&first) {
                    return false;
                }
                let (x, y) = (basics(*id), basics(first));
                let one_list = !counts_a_list(&x.scope) || alignment.is_one_origin(*id, first);
                is_text || x.scope == y.scope && one_list && (x.scope.period.is_none() || x.when == y.when)
            });
            match known {
                Some(class) => classes.members[*class].push(*id),
                None => {
                    same.push(classes.shapes.len());
                    classes.shapes.push(shape);
                    classes.members.push(vec![*id]);
                }
            }
        }
        let numbered = classes.members.iter().enumerate();
        let class_of: HashMap<ClaimId, usize> =
            numbered.flat_map(|(class, members)| members.iter().map(move |id| (*id, class))).collect();
        let class_of = |id: &ClaimId| class_of.get(id).copied();
        let pairs = wrong.iter().filter_map(|[a, b]| class_of(a).zip(class_of(b)));
        classes.wrong = pairs.map(|(a, b)| (a.min(b), a.max(b))).collect();
        let is_equal = |a: ClaimId, b: ClaimId| Pair::new(alignment, a, b).scope.together == Extent::Equal;
        let members = &classes.members;
        classes.one_scope = members.iter().all(|other| is_equal(members[0][0], other[0]));
        classes
    }

    /// The maximal groups of classes that cover the same, each as its classes scope by scope; `None` where that
    /// cannot be told by scope alone.
    pub(super) fn scopes(&self) -> Option<Vec<Vec<Vec<usize>>>> {
        let Alignment { dossier, basics, claims, .. } = self.alignment;
        let mut numbers: HashMap<&Scope, (usize, usize)> = HashMap::new();
        let mut covered: HashMap<Covered, usize> = HashMap::new();
        let mut groups: Vec<Vec<Vec<usize>>> = Vec::new();
        for class in 0..self.shapes.len() {
            let scope = &basics[self.members[class][0].index()].scope;
            if !scope.is_closed() || counts_a_list(scope) {
                return None;
            }
            let (group, at) = *numbers.entry(scope).or_insert_with(|| {
                let group =
                    *covered.entry(Covered::new(dossier, &claims.groups, scope)).or_insert(groups.len());
                if group == groups.len() {
                    groups.push(Vec::new());
                }
                groups[group].push(Vec::new());
                (group, groups[group].len() - 1)
            });
            groups[group][at].push(class);
        }
        self.are_known(&covered, &groups).then_some(groups)
    }

    /// Whether it is known of each two of some groups of classes how what they cover compares.
    fn are_known(&self, covered: &HashMap<Covered, usize>, groups: &[Vec<Vec<usize>>]) -> bool {
        let mut stated = covered.keys().map(Covered::stated);
        let first = stated.next().flatten();
        if first.is_some() && stated.all(|other| other == first) {
            return true;
        }
        let first = |group: usize| self.members[groups[group][0][0]][0];
        let is_known = |a: usize, b: usize| {
            Pair::new(self.alignment, first(a), first(b)).scope.together != Extent::Unknown
        };
        // Of more it is asked class by class, of as many as there is room for.
        groups.len() <= MOST_SCOPES && (0..groups.len()).all(|a| (0..=a).all(|b| is_known(a, b)))
    }

    /// Sets of classes, each without one of every two of which the one says that the other is wrong; the maximal ones.
    pub(super) fn without_the_wrong(&self, mut sets: Vec<Vec<usize>>, bound: &Bound) -> Vec<Vec<usize>> {
        for (a, b) in &self.wrong {
            let holds = |set: &[usize], class: &usize| set.binary_search(class).is_ok();
            if !sets.iter().any(|set| holds(set, a) && holds(set, b)) {
                continue;
            }
            // What is left of the sets while some pair has not been looked at is no position.
            if !bound.spend(sets.iter().map(Vec::len).sum::<usize>() / 8) {
                return Vec::new();
            }
            let mut kept = bound.sets();
            for set in sets {
                match holds(&set, a) && holds(&set, b) {
                    false => {
                        kept.add(set.len(), || set);
                    }
                    true => {
                        for left_out in [a, b] {
                            let without = set.iter().copied().filter(|class| class != left_out);
                            kept.add(set.len() - 1, || without.collect());
                        }
                    }
                }
            }
            sets = keep_maximal(kept.done());
        }
        sets
    }

    /// Whether the one of two classes says that the other is wrong.
    pub(super) fn calls_wrong(&self, a: usize, b: usize) -> bool {
        self.wrong.contains(&(a.min(b), a.max(b)))
    }

    /// Whether two classes whose hard sets share something are in none of rows 6 to 10.
    pub(super) fn compatible(&self, a: usize, b: usize) -> bool {
        if self.one_scope || a == b {
            return true;
        }
        let pair = Pair::new(self.alignment, self.members[a][0], self.members[b][0]);
        match pair.scope.together {
            Extent::Equal => true,
            Extent::Unknown => {
                let (x, y) = (self.shapes[a], self.shapes[b]);
                x.shares(y, Side::Soft, &self.alignment.dossier.kin) || x.rounds_to(y) || y.rounds_to(x)
            }
            _ => false,
        }
    }
}

/// Every two of some claims of which the one says that the other is too high or too low.
fn pairs_called_wrong(alignment: &Alignment, claims: &[ClaimId]) -> Vec<[ClaimId; 2]> {
    let named = |id: ClaimId| alignment.dossier.claims[id].calls_wrong().map(|of| [id, of]);
    let both = claims.iter().filter_map(|id| named(*id));
    let known: HashSet<ClaimId> = claims.iter().copied().collect();
    both.filter(|[id, of]| known.contains(of) && Pair::new(alignment, *id, *of).calls_wrong()).collect()
}
