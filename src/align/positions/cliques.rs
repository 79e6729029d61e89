//! The maximal sets of small numbers of which every two are joined.

use super::bound::{Bound, MOST_LISTED, Sets};

/// Up to so many are looked at two by two before the first set is told.
const MOST_NODES: usize = 1000;

/// Of more than that, so many steps are counted for each two: names and places take longer than numbers.
const EACH: usize = 4;

/// The maximal sets of `nodes` of which every two are joined (Bron and Kerbosch, with a pivot), as far as there is room.
pub(super) fn cliques(
    nodes: &[usize],
    joined: &dyn Fn(usize, usize) -> bool,
    bound: &Bound,
) -> Vec<Vec<usize>> {
    if nodes.is_empty() {
        return Vec::new();
    }
    if nodes.len() > MOST_NODES {
        return some(nodes, joined, bound);
    }
    let count = nodes.len();
    let mut near: Vec<Bits> = vec![Bits::none(count); count];
    for a in 0..count {
        for b in a + 1..count {
            if joined(nodes[a], nodes[b]) {
                near[a].set(b);
                near[b].set(a);
            }
        }
    }
    let mut growing = Growing { nodes, near, chosen: Vec::new(), found: bound.sets(), bound };
    growing.grow(Bits::all(count), Bits::none(count));
    growing.found.done()
}

/// Some maximal sets, as many as are listed of more than there is room for, each grown from the first that is in none before it.
fn some(nodes: &[usize], joined: &dyn Fn(usize, usize) -> bool, bound: &Bound) -> Vec<Vec<usize>> {
    bound.reach();
    let mut found = bound.sets();
    let (mut covered, mut listed) = (std::collections::HashSet::new(), 0);
    for seed in nodes {
        if covered.contains(seed) {
            continue;
        }
        let mut set = vec![*seed];
        let mut open: Vec<usize> = nodes.iter().copied().filter(|node| node != seed).collect();
        let mut last = *seed;
        loop {
            if !bound.spend(EACH * open.len()) {
                return found.done();
            }
            open.retain(|node| joined(last, *node));
            let Some(next) = open.first().copied() else { break };
            open.remove(0);
            set.push(next);
            last = next;
        }
        set.sort_unstable();
        covered.extend(set.iter().copied());
        listed += 1;
        if !found.add(set.len(), || set) || listed == MOST_LISTED {
            break;
        }
    }
    found.done()
}

struct Growing<'a> {
    nodes: &'a [usize],
    near: Vec<Bits>,
    chosen: Vec<usize>,
    found: Sets<'a>,
    bound: &'a Bound,
}

impl Growing<'_> {
    /// Adds every maximal set of what is chosen, some of what is open and none of what is closed; false where the limit
    /// was reached.
    fn grow(&mut self, mut open: Bits, mut closed: Bits) -> bool {
        // Eight words are met in the time in which two answers are held against each other.
        let work = (open.count() + closed.count()) * open.words.len() / 8 + 1;
        if !self.bound.spend(work) {
            return false;
        }
        let nodes = open.iter().chain(closed.iter());
        let Some(pivot) = nodes.max_by_key(|node| self.near[*node].in_common(&open)) else {
            let chosen = &self.chosen;
            let set = || {
                let mut set: Vec<usize> = chosen.iter().map(|node| self.nodes[*node]).collect();
                set.sort_unstable();
                set
            };
            return self.found.add(chosen.len(), set);
        };
        let apart: Vec<usize> = open.iter().filter(|node| !self.near[pivot].has(*node)).collect();
        for node in apart {
            let inner = [open.and(&self.near[node]), closed.and(&self.near[node])];
            self.chosen.push(node);
            let [inner_open, inner_closed] = inner;
            let goes_on = self.grow(inner_open, inner_closed);
            self.chosen.pop();
            if !goes_on {
                return false;
            }
            open.clear(node);
            closed.set(node);
        }
        true
    }
}

/// A set of small numbers, a bit for each.
#[derive(Clone)]
struct Bits {
    words: Vec<u64>,
}

impl Bits {
    fn none(count: usize) -> Self {
        Bits { words: vec![0; count.div_ceil(64)] }
    }

    fn all(count: usize) -> Self {
        let mut all = Bits::none(count);
        (0..count).for_each(|at| all.set(at));
        all
    }

    fn set(&mut self, at: usize) {
        self.words[at / 64] |= 1 << (at % 64);
    }

    fn clear(&mut self, at: usize) {
        self.words[at / 64] &= !(1 << (at % 64));
    }

    fn has(&self, at: usize) -> bool {
        self.words[at / 64] & 1 << (at % 64) != 0
    }

    fn and(&self, other: &Bits) -> Bits {
        Bits { words: self.words.iter().zip(&other.words).map(|(a, b)| a & b).collect() }
    }

    fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    fn in_common(&self, other: &Bits) -> u32 {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones()).sum()
    }

    fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(at, word)| {
            let rest = |word: &u64| Some(word & (word - 1)).filter(|rest| *rest != 0);
            let words = std::iter::successors(Some(*word).filter(|word| *word != 0), rest);
            words.map(move |word| at * 64 + word.trailing_zeros() as usize)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers 2k and 2k + 1 are each other's opposite: a set holds one of each two.
    fn opposites(a: usize, b: usize) -> bool {
        a / 2 != b / 2
    }

    #[test]
    fn opposites_are_counted_in_full_up_to_the_limit() {
        // 2^10 sets of 10 are 10,240 answers; 2^11 of 11 are 22,528.
        for (pairs, sets, reached) in [(10, 1024, false), (11, MOST_LISTED, true)] {
            let bound = Bound::new(2 * pairs);
            let nodes: Vec<usize> = (0..2 * pairs).collect();
            let found = cliques(&nodes, &opposites, &bound);
            assert_eq!((found.len(), bound.is_reached()), (sets, reached), "{pairs} pairs");
            for set in &found {
                assert!((0..pairs).all(|pair| set.iter().filter(|node| **node / 2 == pair).count() == 1));
            }
        }
    }

    #[test]
    fn of_very_many_some_are_told_and_each_is_maximal() {
        for (count, sets, reached) in [(1000, 334, false), (1001, MOST_LISTED, true)] {
            let bound = Bound::new(count);
            let nodes: Vec<usize> = (0..count).collect();
            // Threes that belong together.
            let found = cliques(&nodes, &|a, b| a / 3 == b / 3, &bound);
            assert_eq!((found.len(), bound.is_reached()), (sets, reached));
            assert!(found[..sets - 1].iter().all(|set| set.len() == 3 && set[0] % 3 == 0));
        }
    }
}
