//! The maximal sets of classes whose hard sets all share something, by the shape of their values.

use std::collections::BTreeSet;

use super::bound::Bound;
use super::classes::Classes;
use super::cliques::cliques;
use super::clocks::holding_together;
use super::maximal::{candidates, keep_maximal};
use crate::align::alignment::Alignment;
use crate::value::shape::{Items, Runs, Shape, Side, Times};

/// The maximal sets of classes that hold a number, a moment or a state of the options in common.
pub(super) fn by_numbers(classes: &Classes, bound: &Bound) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..classes.shapes.len()).collect();
    if classes.one_scope {
        return keep_maximal(holding_one(classes, &all, bound));
    }
    let Some(scopes) = classes.scopes() else {
        return maximal(classes, holding_one(classes, &all, bound).into_iter(), bound);
    };
    // What stands together in scope is looked at by itself.
    let mut found = bound.sets();
    for scopes in scopes {
        let members: Vec<usize> = scopes.into_iter().flatten().collect();
        let together = keep_maximal(holding_one(classes, &members, bound)).into_iter();
        let named = together.map(|set| {
            let mut set: Vec<usize> = set.into_iter().map(|at| members[at]).collect();
            set.sort_unstable();
            set
        });
        for set in named {
            found.add(set.len(), || set);
        }
    }
    keep_maximal(found.done())
}

/// Sets of some classes, by their place among these, that hold a number, a moment or a state in common; every maximal one among
/// them.
fn holding_one(classes: &Classes, members: &[usize], bound: &Bound) -> Vec<Vec<usize>> {
    let shapes = || members.iter().map(|class| classes.shapes[*class]);
    let times = shapes().filter_map(|shape| if let Shape::Times(times) = shape { Some(times) } else { None });
    let times: Vec<&Times> = times.collect();
    if times.len() == members.len() {
        return holding_together(&times, bound);
    }
    let nothing = Runs::default();
    let hard = shapes().map(|shape| shape.hard().unwrap_or(&nothing));
    candidates(&hard.collect::<Vec<_>>(), bound)
}

/// For places and agents: the maximal sets of classes that share pairwise.
pub(super) fn cliques_that_share(alignment: &Alignment, classes: &Classes, bound: &Bound) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..classes.shapes.len()).collect();
    let kin = &alignment.dossier.kin;
    let holds = |a: usize, b: usize| {
        classes.shapes[a].shares(classes.shapes[b], Side::Hard, kin) && classes.compatible(a, b)
    };
    cliques(&all, &holds, bound)
}

/// For sets: the maximal sets of classes that one set of items meets.
// Growth: up to the bound.
pub(super) fn sets_that_share(alignment: &Alignment, classes: &Classes, bound: &Bound) -> Vec<Vec<usize>> {
    let kin = &alignment.dossier.kin;
    let meets = |members: &[usize]| {
        let items = members.iter().map(|index| classes.shapes[*index]);
        Items::all_share(&items.filter_map(Shape::items).collect::<Vec<_>>(), kin)
    };
    let mut open = cliques_that_share(alignment, classes, bound);
    let mut tried: BTreeSet<Vec<usize>> = open.iter().cloned().collect();
    let mut found = bound.sets();
    while let Some(members) = open.pop() {
        // Each of them is held against all.
        if !bound.spend(members.len() * members.len()) {
            break;
        }
        if meets(&members) {
            if !found.add(members.len(), || members) {
                break;
            }
        } else {
            // Shared two by two but not by all: each set with one fewer is tried.
            for left_out in &members {
                let fewer: Vec<usize> = members.iter().copied().filter(|index| index != left_out).collect();
                if tried.insert(fewer.clone()) {
                    open.push(fewer);
                }
            }
        }
    }
    keep_maximal(found.done())
}

/// Whether no further class holds with some that hold together; false where there is no room to tell.
// Growth: with the classes times the members, up to the bound.
pub(super) fn cannot_be_added_to(classes: &Classes, members: &[usize], bound: &Bound) -> bool {
    let kin = &classes.alignment.dossier.kin;
    let shape = |class: &usize| classes.shapes[*class];
    let figures = members.iter().filter_map(|class| match shape(class) {
        Shape::Figure(figure) => Some(&figure.bounds.hard),
        _ => None,
    });
    let common = Runs::in_common(figures);
    let is_out = |class: &usize| match shape(class) {
        Shape::Figure(figure) => !figure.bounds.hard.shares(&common),
        _ => false,
    };
    let holds_with = |class: usize, member: usize| {
        !classes.calls_wrong(class, member)
            && shape(&class).shares(shape(&member), Side::Hard, kin)
            && classes.compatible(class, member)
    };
    // What says least is asked first: where it holds with little, the long lists of others are not gone through.
    let mut asked = members.to_vec();
    asked.sort_by_key(|member| shape(member).said());
    for class in (0..classes.shapes.len()).filter(|class| members.binary_search(class).is_err()) {
        if !bound.spend(1) {
            return false;
        }
        if is_out(&class) {
            continue;
        }
        if !bound.spend(members.len()) {
            return false;
        }
        if asked.iter().all(|member| holds_with(class, *member)) {
            let all: Vec<usize> = members.iter().copied().chain([class]).collect();
            if hold_one(classes, &all) {
                return false;
            }
        }
    }
    true
}

/// Whether one answer is allowed by all of some classes of which every two share one.
fn hold_one(classes: &Classes, members: &[usize]) -> bool {
    let shapes = || members.iter().map(|class| classes.shapes[*class]);
    let all = members.len();
    match classes.shapes[members[0]] {
        Shape::Figure(_) | Shape::Times(_) | Shape::Options(_) => {
            holding_one(classes, members, &Bound::new(all)).iter().any(|set| set.len() == all)
        }
        Shape::Items(_) => {
            let items: Vec<&Items> = shapes().filter_map(Shape::items).collect();
            Items::all_share(&items, &classes.alignment.dossier.kin)
        }
        Shape::Names(_) | Shape::Words(_) => true,
    }
}

/// The maximal sets among those given, after splitting each into the classes that scope lets stand together.
fn maximal(classes: &Classes, sets: impl Iterator<Item = Vec<usize>>, bound: &Bound) -> Vec<Vec<usize>> {
    let mut found: BTreeSet<Vec<usize>> = BTreeSet::new();
    for set in sets {
        match classes.one_scope {
            true => found.extend([set]),
            false => found.extend(cliques(&set, &|a, b| classes.compatible(a, b), bound)),
        }
    }
    keep_maximal(found.into_iter().filter(|set| !set.is_empty()).collect())
}
