//! Disjoint sets of small numbers, and the groups that pairs of them make.

use std::collections::BTreeMap;

/// Disjoint sets of small numbers, each with its least member as root.
pub(crate) struct Sets(Vec<usize>);

impl Sets {
    /// So many sets of one number each.
    pub(crate) fn new(count: usize) -> Self {
        Sets((0..count).collect())
    }

    /// The least member of the set that a number is in.
    pub(crate) fn root(&mut self, mut index: usize) -> usize {
        while self.0[index] != index {
            self.0[index] = self.0[self.0[index]];
            index = self.0[index];
        }
        index
    }

    /// Makes one set of the two that these are in.
    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        self.0[high] = low;
    }
}

/// The numbers below `count` that are joined to some other, as groups in the order of their least members.
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
