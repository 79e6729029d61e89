//! The maximal sets of small numbers of which every two are joined.

use std::collections::{BTreeMap, BTreeSet};

/// The maximal sets of `nodes` of which every two are joined (Bron and Kerbosch, with a pivot).
pub(super) fn cliques(nodes: &[usize], joined: &dyn Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
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
