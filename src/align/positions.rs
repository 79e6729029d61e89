//! Positions: maximal sets of claims on a question that can all hold at once. See semantics.md, section 5.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Alignment;
use super::common::{candidates, keep_maximal, maximal_sharing};
use super::independence;
use super::independence::{Origins, Sets, Ties};
use super::outgrown::outgrown;
use super::relation::Pair;
use super::scope::Extent;
use crate::model::claim::Scope;
use crate::model::table::{ClaimId, Id, QuestionId, SourceId};
use crate::value::shape::kin::Node;
use crate::value::shape::runs::Runs;
use crate::value::shape::{Items, Names, Shape, Side};

/// Claims that can hold together, none of which could be added to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) claims: Vec<ClaimId>,
    /// Those of them that support it rather than merely allow it.
    pub(crate) supporting: Vec<ClaimId>,
    pub(crate) sources: Vec<SourceId>,
    /// The origins of the claims that support it.
    pub(crate) origins: Origins,
}

/// The positions on a question, in the order of their claims.
pub(crate) fn positions(alignment: &Alignment, ties: &Ties, question: QuestionId) -> Vec<Position> {
    let standing = standing(alignment, question);
    let classes = Classes::new(alignment, &standing);
    let found: Vec<Vec<usize>> = match classes.shapes.first().map(Cow::as_ref) {
        None => Vec::new(),
        Some(Shape::Numbers(_)) => by_numbers(&classes),
        Some(Shape::Options(_)) => by_options(&classes),
        Some(Shape::Names(_)) => cliques_that_share(alignment, &classes),
        Some(Shape::Items(_)) => sets_that_share(alignment, &classes),
        Some(Shape::Words(_)) => (0..classes.shapes.len()).map(|index| vec![index]).collect(),
    };
    let mut positions: Vec<Position> =
        found.into_iter().map(|members| position(alignment, ties, &classes, &members)).collect();
    positions.sort_by(|a, b| (&a.claims, &a.supporting).cmp(&(&b.claims, &b.supporting)));
    positions.dedup_by(|a, b| a.claims == b.claims && a.supporting == b.supporting);
    positions
}

/// The claims that may hold a position: those that stand and have not been outgrown by their own origin.
pub(crate) fn standing(alignment: &Alignment, question: QuestionId) -> Vec<ClaimId> {
    let claims: Vec<ClaimId> =
        alignment.claims.on(question).iter().copied().filter(|id| alignment.stands(*id)).collect();
    if !alignment.dossier.questions[question].grows {
        return claims;
    }
    let outgrown = outgrown(alignment, &claims);
    claims.into_iter().filter(|id| !outgrown.contains(id)).collect()
}

/// Claims with the same shape and scope, which stand in the same positions.
struct Classes<'a> {
    alignment: &'a Alignment<'a>,
    shapes: Vec<Cow<'a, Shape>>,
    members: Vec<Vec<ClaimId>>,
    /// Whether all scopes are equal, so that no two classes are kept apart by scope.
    one_scope: bool,
}

impl<'a> Classes<'a> {
    fn new(alignment: &'a Alignment<'a>, claims: &[ClaimId]) -> Self {
        let mut classes: Vec<(Cow<Shape>, ClaimId, Vec<ClaimId>)> = Vec::new();
        let mut by_shape: HashMap<(Cow<Shape>, &Shape), Vec<usize>> = HashMap::new();
        for id in claims {
            let Some(whole) = alignment.dossier.claims[*id].shape() else { continue };
            for shape in by_item(whole) {
                let same = by_shape.entry((shape.clone(), whole)).or_default();
                let is_text = matches!(*shape, Shape::Words(_));
                let known = same.iter().find(|index| {
                    let basics = |id: ClaimId| &alignment.basics[id.index()];
                    let (x, y) = (basics(*id), basics(classes[**index].1));
                    is_text || x.scope == y.scope && (x.scope.period.is_none() || x.when == y.when)
                });
                match known {
                    Some(index) => classes[*index].2.push(*id),
                    None => {
                        same.push(classes.len());
                        classes.push((shape, *id, vec![*id]));
                    }
                }
            }
        }
        let one_scope = classes.first().is_none_or(|(_, first, _)| {
            classes
                .iter()
                .all(|(_, other, _)| Pair::new(alignment, *first, *other).scope.together == Extent::Equal)
        });
        let mut made = Classes { alignment, shapes: Vec::new(), members: Vec::new(), one_scope };
        for (shape, _, members) in classes {
            made.shapes.push(shape);
            made.members.push(members);
        }
        made
    }

    /// The maximal groups of classes that cover the same, each as its classes scope by scope; `None` where that
    /// cannot be told by scope alone.
    fn scopes(&self) -> Option<Vec<Vec<Vec<usize>>>> {
        let mut numbers: HashMap<&Scope, usize> = HashMap::new();
        let mut scopes: Vec<Vec<usize>> = Vec::new();
        for class in 0..self.shapes.len() {
            let scope = &self.alignment.basics[self.members[class][0].index()].scope;
            let number = *numbers.entry(scope).or_insert(scopes.len());
            if number == scopes.len() {
                scopes.push(Vec::new());
            }
            scopes[number].push(class);
        }
        let first = |scope: usize| self.members[scopes[scope][0]][0];
        let extent = |a: usize, b: usize| Pair::new(self.alignment, first(a), first(b)).scope.together;
        let known = |a: usize| {
            let closed = self.alignment.basics[first(a).index()].scope.is_closed();
            closed && (0..=a).all(|b| extent(a, b) != Extent::Unknown)
        };
        if !(0..scopes.len()).all(known) {
            return None;
        }
        let all: Vec<usize> = (0..scopes.len()).collect();
        let groups = cliques(&all, &|a, b| extent(a, b) == Extent::Equal);
        Some(
            groups
                .into_iter()
                .map(|group| group.into_iter().map(|scope| scopes[scope].clone()).collect())
                .collect(),
        )
    }

    /// Whether two classes whose hard sets share something are in none of rows 6 to 10.
    fn compatible(&self, a: usize, b: usize) -> bool {
        if self.one_scope || a == b {
            return true;
        }
        let pair = Pair::new(self.alignment, self.members[a][0], self.members[b][0]);
        match pair.scope.together {
            Extent::Equal => true,
            Extent::Unknown => {
                let whole = |class: usize| self.alignment.dossier.claims[self.members[class][0]].shape();
                match (whole(a), whole(b)) {
                    (Some(x), Some(y)) => x.shares(y, Side::Soft, &self.alignment.dossier.kin),
                    _ => false,
                }
            }
            _ => false,
        }
    }
}

/// With `many`, each item by itself, as if it were the answer; every other shape as it is.
fn by_item(shape: &Shape) -> Vec<Cow<'_, Shape>> {
    let each = |list: &[Node], make: fn(Vec<Node>) -> Names| {
        list.iter().map(|node| Cow::Owned(Shape::Names(make(vec![*node])))).collect()
    };
    match shape {
        Shape::Names(Names::Among(list)) => each(list, Names::OneOf),
        Shape::Names(Names::NotAmong(list)) => each(list, Names::NoneOf),
        shape => vec![Cow::Borrowed(shape)],
    }
}

/// The maximal sets of classes that hold a number in common.
fn by_numbers(classes: &Classes) -> Vec<Vec<usize>> {
    let nothing = Runs::default();
    let hard = |class: usize| classes.shapes[class].numbers().map_or(&nothing, |bounds| &bounds.hard);
    let all: Vec<&Runs> = (0..classes.shapes.len()).map(hard).collect();
    if classes.one_scope {
        return maximal_sharing(&all);
    }
    let Some(scopes) = classes.scopes() else { return maximal(classes, candidates(&all).into_iter()) };
    // What stands together in scope is looked at by itself.
    let mut found = Vec::new();
    for scopes in scopes {
        let members: Vec<usize> = scopes.into_iter().flatten().collect();
        let sets: Vec<&Runs> = members.iter().map(|class| hard(*class)).collect();
        let together = maximal_sharing(&sets).into_iter();
        found.extend(together.map(|set| {
            let mut set: Vec<usize> = set.into_iter().map(|at| members[at]).collect();
            set.sort_unstable();
            set
        }));
    }
    keep_maximal(found)
}

fn by_options(classes: &Classes) -> Vec<Vec<usize>> {
    let options: BTreeSet<u32> = classes
        .shapes
        .iter()
        .filter_map(|shape| if let Shape::Options(chosen) = shape.as_ref() { Some(chosen) } else { None })
        .flatten()
        .copied()
        .collect();
    let holding = |option: u32| {
        let holds = |shape: &Shape| matches!(shape, Shape::Options(chosen) if chosen.contains(&option));
        (0..classes.shapes.len()).filter(|index| holds(&classes.shapes[*index])).collect()
    };
    maximal(classes, options.into_iter().map(holding))
}

/// For places and agents: the maximal sets of classes that share pairwise.
fn cliques_that_share(alignment: &Alignment, classes: &Classes) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..classes.shapes.len()).collect();
    let kin = &alignment.dossier.kin;
    cliques(&all, &|a, b| {
        classes.shapes[a].shares(&classes.shapes[b], Side::Hard, kin) && classes.compatible(a, b)
    })
}

/// For sets: the maximal sets of classes that one set of items meets.
fn sets_that_share(alignment: &Alignment, classes: &Classes) -> Vec<Vec<usize>> {
    let kin = &alignment.dossier.kin;
    let meets = |members: &[usize]| {
        let items: Vec<&Items> = members
            .iter()
            .filter_map(|index| {
                if let Shape::Items(items) = classes.shapes[*index].as_ref() { Some(items) } else { None }
            })
            .collect();
        Items::all_share(&items, kin)
    };
    let mut open = cliques_that_share(alignment, classes);
    let mut found: Vec<Vec<usize>> = Vec::new();
    while let Some(members) = open.pop() {
        if meets(&members) {
            found.push(members);
        } else {
            // Shared two by two but not by all: each set with one fewer is tried.
            for left_out in &members {
                let fewer: Vec<usize> = members.iter().copied().filter(|index| index != left_out).collect();
                if !open.contains(&fewer) {
                    open.push(fewer);
                }
            }
        }
    }
    keep_maximal(found)
}

/// The maximal sets among those given, after splitting each into the classes that scope lets stand together.
fn maximal(classes: &Classes, sets: impl Iterator<Item = Vec<usize>>) -> Vec<Vec<usize>> {
    let mut found: BTreeSet<Vec<usize>> = BTreeSet::new();
    for set in sets {
        match classes.one_scope {
            true => found.extend([set]),
            false => found.extend(cliques(&set, &|a, b| classes.compatible(a, b))),
        }
    }
    keep_maximal(found.into_iter().filter(|set| !set.is_empty()).collect())
}

/// The maximal sets of `nodes` of which every two are joined (Bron and Kerbosch, with a pivot).
fn cliques(nodes: &[usize], joined: &dyn Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let near: BTreeMap<usize, BTreeSet<usize>> = nodes
        .iter()
        .map(|a| (*a, nodes.iter().copied().filter(|b| a != b && joined(*a, *b)).collect()))
        .collect();
    let mut found = Vec::new();
    let mut chosen = Vec::new();
    grow(&near, &mut chosen, nodes.iter().copied().collect(), BTreeSet::new(), &mut found);
    found.retain(|set| !set.is_empty());
    found
}

fn grow(
    near: &BTreeMap<usize, BTreeSet<usize>>,
    chosen: &mut Vec<usize>,
    mut open: BTreeSet<usize>,
    mut closed: BTreeSet<usize>,
    found: &mut Vec<Vec<usize>>,
) {
    let pivot = open.iter().chain(&closed).max_by_key(|node| near[node].intersection(&open).count());
    let Some(pivot) = pivot else {
        let mut set = chosen.clone();
        set.sort_unstable();
        found.push(set);
        return;
    };
    for node in open.difference(&near[pivot]).copied().collect::<Vec<_>>() {
        chosen.push(node);
        let inner = |set: &BTreeSet<usize>| set.intersection(&near[&node]).copied().collect();
        grow(near, chosen, inner(&open), inner(&closed), found);
        chosen.pop();
        open.remove(&node);
        closed.insert(node);
    }
}

fn position(alignment: &Alignment, ties: &Ties, classes: &Classes, members: &[usize]) -> Position {
    let shapes: Vec<&Shape> = members.iter().map(|index| classes.shapes[*index].as_ref()).collect();
    let supporting = supporting(alignment, &shapes);
    let collect = |chosen: &dyn Fn(usize) -> bool| {
        let mut claims: Vec<ClaimId> = members
            .iter()
            .enumerate()
            .filter(|(at, _)| chosen(*at))
            .flat_map(|(_, index)| classes.members[*index].iter().copied())
            .collect();
        claims.sort_unstable();
        claims.dedup();
        claims
    };
    let claims = collect(&|_| true);
    let supporting = collect(&|at| supporting[at]);
    let mut sources: Vec<SourceId> = claims.iter().map(|id| alignment.dossier.claims[*id].source).collect();
    sources.sort_unstable();
    sources.dedup();
    let origins = independence::count(alignment, ties, &supporting);
    Position { claims, supporting, sources, origins }
}

/// Which of a position's shapes support it.
fn supporting(alignment: &Alignment, shapes: &[&Shape]) -> Vec<bool> {
    let kin = &alignment.dossier.kin;
    let common = shapes
        .iter()
        .filter_map(|shape| shape.numbers())
        .fold(Runs::everything(), |common, bounds| common.intersection(&bounds.hard));
    let supports = |shape: &Shape| {
        shape.is_firm()
            && match shape {
                Shape::Numbers(bounds) => bounds.soft.shares(&common),
                Shape::Names(names @ Names::OneOf(_)) => shapes.iter().all(|other| match other {
                    Shape::Names(other) => names.hard_within(other, kin) || other.hard_within(names, kin),
                    _ => true,
                }),
                _ => true,
            }
    };
    shapes.iter().map(|shape| supports(shape)).collect()
}

/// Numbers that are joined, as groups.
pub(crate) fn components(count: usize, edges: impl Iterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut sets = Sets::new(count);
    let mut touched = vec![false; count];
    for (a, b) in edges {
        (touched[a], touched[b]) = (true, true);
        sets.join(a, b);
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in (0..count).filter(|index| touched[*index]) {
        groups.entry(sets.root(index)).or_default().push(index);
    }
    groups.into_values().collect()
}
