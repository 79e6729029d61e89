//! The maximal sets of classes whose hard sets all share something, by the shape of their values.

use std::collections::BTreeSet;

use super::classes::Classes;
use super::cliques::cliques;
use super::clocks::holding_together;
use super::maximal::{candidates, keep_maximal};
use crate::align::alignment::Alignment;
use crate::value::shape::{Items, Runs, Shape, Side, Times};

/// The maximal sets of classes that hold a number in common.
pub(super) fn by_numbers(classes: &Classes) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..classes.shapes.len()).collect();
    if classes.one_scope {
        return keep_maximal(holding_one(classes, &all));
    }
    let Some(scopes) = classes.scopes() else {
        return maximal(classes, holding_one(classes, &all).into_iter());
    };
    // What stands together in scope is looked at by itself.
    let mut found = Vec::new();
    for scopes in scopes {
        let members: Vec<usize> = scopes.into_iter().flatten().collect();
        let together = keep_maximal(holding_one(classes, &members)).into_iter();
        found.extend(together.map(|set| {
            let mut set: Vec<usize> = set.into_iter().map(|at| members[at]).collect();
            set.sort_unstable();
            set
        }));
    }
    keep_maximal(found)
}

/// Sets of some classes, by their place among these, that hold a number or a moment in common; every maximal one among
/// them.
fn holding_one(classes: &Classes, members: &[usize]) -> Vec<Vec<usize>> {
    let shapes = || members.iter().map(|class| classes.shapes[*class]);
    let times = shapes().filter_map(|shape| if let Shape::Times(times) = shape { Some(times) } else { None });
    let times: Vec<&Times> = times.collect();
    if times.len() == members.len() {
        return holding_together(&times);
    }
    let nothing = Runs::default();
    let hard = shapes().map(|shape| shape.numbers().map_or(&nothing, |bounds| &bounds.hard));
    candidates(&hard.collect::<Vec<_>>())
}

pub(super) fn by_options(classes: &Classes) -> Vec<Vec<usize>> {
    let options: BTreeSet<u32> = classes
        .shapes
        .iter()
        .filter_map(|shape| if let Shape::Options(chosen) = shape { Some(chosen) } else { None })
        .flatten()
        .copied()
        .collect();
    let holding = |option: u32| {
        let holds = |shape: &Shape| matches!(shape, Shape::Options(chosen) if chosen.contains(&option));
        (0..classes.shapes.len()).filter(|index| holds(classes.shapes[*index])).collect()
    };
    maximal(classes, options.into_iter().map(holding))
}

/// For places and agents: the maximal sets of classes that share pairwise.
pub(super) fn cliques_that_share(alignment: &Alignment, classes: &Classes) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..classes.shapes.len()).collect();
    let kin = &alignment.dossier.kin;
    cliques(&all, &|a, b| {
        classes.shapes[a].shares(classes.shapes[b], Side::Hard, kin) && classes.compatible(a, b)
    })
}

/// For sets: the maximal sets of classes that one set of items meets.
pub(super) fn sets_that_share(alignment: &Alignment, classes: &Classes) -> Vec<Vec<usize>> {
    let kin = &alignment.dossier.kin;
    let meets = |members: &[usize]| {
        let items: Vec<&Items> = members
            .iter()
            .filter_map(
                |index| {
                    if let Shape::Items(items) = classes.shapes[*index] { Some(items) } else { None }
                },
            )
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
