//! The maximal sets of runs of numbers that hold a number in common.

use std::collections::BTreeMap;

use super::bound::Bound;
use crate::value::shape::Runs;

/// Sets of members, by index and in order, that hold a number in common, among them every maximal one: one for each number at which something
/// begins before anything else ends; as far as there is room.
pub(super) fn candidates(members: &[&Runs], bound: &Bound) -> Vec<Vec<usize>> {
    // At each number that a run begins at: what begins there; behind each that one ends at: what ends.
    let mut begins: BTreeMap<i128, Vec<usize>> = BTreeMap::new();
    let mut ends: BTreeMap<i128, Vec<usize>> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        for run in member.runs() {
            begins.entry(run.low.unwrap_or(i128::MIN)).or_default().push(index);
            if let Some(high) = run.high {
                ends.entry(high).or_default().push(index);
            }
        }
    }
    let mut holding = std::collections::BTreeSet::new();
    let mut found = bound.sets();
    let mut grown = false;
    let mut ends = ends.into_iter().peekable();
    for (low, beginning) in begins {
        while let Some((_, ending)) = ends.next_if(|(high, _)| *high < low) {
            if std::mem::take(&mut grown) && !found.add(holding.len(), || holding.iter().copied().collect()) {
                return found.done();
            }
            ending.iter().for_each(|index| {
                holding.remove(index);
            });
        }
        holding.extend(beginning);
        grown = true;
    }
    if grown {
        found.add(holding.len(), || holding.iter().copied().collect());
    }
    found.done()
}

/// The sets that lie in no other; each is given in order.
pub(super) fn keep_maximal(mut sets: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    sets.sort();
    sets.dedup();
    let most = sets.iter().flatten().max().map_or(0, |most| most + 1);
    let mut with: Vec<Vec<usize>> = vec![Vec::new(); most];
    for (index, set) in sets.iter().enumerate() {
        set.iter().for_each(|member| with[*member].push(index));
    }
    // What holds a set holds its rarest member too, so that few others need to be looked at.
    let is_maximal = |index: usize| {
        let set = &sets[index];
        let Some(rarest) = set.iter().min_by_key(|member| with[**member].len()) else {
            return sets.len() == 1;
        };
        let lies_in = |other: &usize| {
            *other != index && sets[*other].len() > set.len() && is_within(set, &sets[*other])
        };
        !with[*rarest].iter().any(lies_in)
    };
    let keep: Vec<bool> = (0..sets.len()).map(is_maximal).collect();
    sets.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(set, _)| set).collect()
}

/// Whether a sorted list lies within another.
fn is_within(inner: &[usize], outer: &[usize]) -> bool {
    let mut rest = outer.iter();
    inner.iter().all(|member| rest.by_ref().find(|other| *other >= member) == Some(member))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::shape::Run;
    use proptest::prelude::*;

    fn set() -> impl Strategy<Value = Runs> {
        let run = (0..20i128, 0..8i128, 0..10u8).prop_map(|(low, more, open)| match open {
            0 => Run::new(None, Some(low)),
            1 => Run::new(Some(low), None),
            _ => Run::new(Some(low), Some(low + more)),
        });
        prop::collection::vec(run, 1..4).prop_map(Runs::of)
    }

    /// All sets of members that share a number, by going through the numbers; then those in no other.
    fn counted(members: &[&Runs]) -> Vec<Vec<usize>> {
        let holding =
            |n| (0..members.len()).filter(|index| members[*index].shares(&Runs::one(n))).collect::<Vec<_>>();
        let sets: std::collections::BTreeSet<Vec<usize>> =
            (-5..40).map(holding).filter(|set| !set.is_empty()).collect();
        let in_other = |set: &Vec<usize>| {
            sets.iter().any(|other| other != set && set.iter().all(|member| other.contains(member)))
        };
        sets.iter().filter(|set| !in_other(set)).cloned().collect()
    }

    proptest! {
        #[test]
        fn the_maximal_sets_are_those_counted_out(members in prop::collection::vec(set(), 0..9)) {
            let members: Vec<&Runs> = members.iter().collect();
            prop_assert_eq!(keep_maximal(candidates(&members, &Bound::new(members.len()))), counted(&members));
        }
    }
}
