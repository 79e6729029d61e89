//! No two files import each other, be it through others: every file can be read after those that it stands on.

use std::collections::{BTreeSet, VecDeque};

use crate::imports;
use crate::imports::Import;
use crate::tree::Tree;
use crate::{all_needed, none};

/// Imports that close a circle today, as (who, whom): this list only gets shorter.
///
/// A child that imports the face above it, which shows the child, makes a circle: children import one another by their
/// own names, and what two of them need stands in a file of its own.
const STEPS_BACK: &[(&str, &str)] = &[];

#[test]
fn no_imports_run_in_a_circle() {
    let tree = Tree::own();
    let path = |at: usize| tree.sources[at].path.as_str();
    let is_known = |import: &&Import| STEPS_BACK.contains(&(path(import.from), path(import.to)));
    let (known, open): (Vec<&Import>, Vec<&Import>) = imports::own().iter().partition(is_known);
    let graph = Graph::new(tree.sources.len(), &open);
    let faults: Vec<String> = graph.circles().iter().map(|circle| told(tree, &open, circle)).collect();
    none(&faults, "imports run in a circle");
    // One step back is needed while it leads to a file from which it is reached.
    let closes = |step: &(&str, &str)| {
        known.iter().any(|import| {
            (path(import.from), path(import.to)) == *step && graph.way(import.to, import.from).is_some()
        })
    };
    all_needed(STEPS_BACK.iter().map(|step| (format!("{step:?}"), closes(step))));
}

/// A circle as a chain of places in files.
fn told(tree: &Tree, imports: &[&Import], circle: &[usize]) -> String {
    let next = circle.iter().cycle().skip(1);
    let steps = circle.iter().zip(next).map(|(from, to)| {
        let step = imports.iter().find(|import| (import.from, import.to) == (*from, *to)).unwrap();
        format!("{}:{}", tree.sources[*from].path, step.line)
    });
    let steps: Vec<String> = steps.collect();
    format!("{} -> {}", steps.join(" -> "), tree.sources[circle[0]].path)
}

/// Who imports whom, by places.
struct Graph {
    targets: Vec<BTreeSet<usize>>,
}

impl Graph {
    fn new(files: usize, imports: &[&Import]) -> Graph {
        let mut targets = vec![BTreeSet::new(); files];
        for import in imports {
            targets[import.from].insert(import.to);
        }
        Graph { targets }
    }

    /// A shortest circle through each file that is on one; files of a circle that is told already are left out.
    fn circles(&self) -> Vec<Vec<usize>> {
        let mut told = BTreeSet::new();
        let mut found = Vec::new();
        for file in 0..self.targets.len() {
            if told.contains(&file) {
                continue;
            }
            let ways = self.targets[file].iter().filter_map(|next| self.way(*next, file));
            let Some(back) = ways.min_by_key(Vec::len) else { continue };
            // The way back ends at the file; the circle begins there.
            let circle: Vec<usize> =
                [file].into_iter().chain(back.into_iter().filter(|at| *at != file)).collect();
            told.extend(circle.iter().copied());
            found.push(circle);
        }
        found
    }

    /// The files of a shortest way from one file to another, both included.
    fn way(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let mut before = vec![None; self.targets.len()];
        let mut seen = vec![false; self.targets.len()];
        let mut open = VecDeque::from([from]);
        seen[from] = true;
        while let Some(at) = open.pop_front() {
            if at == to {
                let mut way: Vec<usize> = std::iter::successors(Some(to), |at| before[*at]).collect();
                way.reverse();
                return Some(way);
            }
            for next in &self.targets[at] {
                if !seen[*next] {
                    seen[*next] = true;
                    before[*next] = Some(at);
                    open.push_back(*next);
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circles(pairs: &[(usize, usize)]) -> Vec<Vec<usize>> {
        let imports: Vec<Import> =
            pairs.iter().map(|(from, to)| Import { from: *from, to: *to, line: 1 }).collect();
        Graph::new(6, &imports.iter().collect::<Vec<_>>()).circles()
    }

    #[test]
    fn circles_are_found_however_long() {
        assert_eq!(circles(&[(0, 1), (1, 2), (0, 2)]), Vec::<Vec<usize>>::new());
        assert_eq!(circles(&[(0, 1), (1, 0)]), [[0, 1]]);
        assert_eq!(circles(&[(0, 1), (1, 2), (2, 3), (3, 1)]), [[1, 2, 3]]);
        let tangled = circles(&[(0, 1), (1, 0), (3, 4), (4, 5), (5, 3), (4, 3)]);
        assert_eq!(tangled, [vec![0, 1], vec![3, 4], vec![5, 3, 4]]);
    }
}
