//! Long lists of words, searched for what differs part by part.

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

/// Lists that are shorter than this are searched as a whole.
const SHORT: usize = 2000;

/// Where two lists run alike for so many words, and no other way through them gets as far by as few edits, they are parted.
const ALIKE: usize = 32;

/// So many edits are looked through for such a place; where there is none, what is left is searched as a whole.
const EDITS: usize = 1000;

/// A word of each list, and another of each behind them.
type Part = ((usize, usize), (usize, usize));

/// What makes one list of words out of another. What a search takes grows with the square of the edits that it finds: each part has few.
pub(super) fn search(old: &[u64], new: &[u64]) -> Vec<DiffOp> {
    match old.len().min(new.len()) {
        0..SHORT => capture_diff_slices(Algorithm::Myers, old, new),
        _ => search_in_parts(old, new),
    }
}

/// How many words go and come.
fn edits(ops: &[DiffOp]) -> usize {
    let changed = ops.iter().filter(|op| op.tag() != DiffTag::Equal);
    changed.map(|op| op.old_range().len() + op.new_range().len()).sum()
}

fn search_in_parts(old: &[u64], new: &[u64]) -> Vec<DiffOp> {
    let mut ops = Vec::new();
    // Where the part begins that is searched next: halfway through what runs alike before it, so that an edit may be moved to
    // either side within it as it would be in the whole.
    let mut from = (0, 0);
    let (mut at_old, mut at_new) = (0, 0);
    loop {
        let alike = alike(&old[at_old..], &new[at_new..]);
        (at_old, at_new) = (at_old + alike, at_new + alike);
        let Some((gone, come)) = met_again(&old[at_old..], &new[at_new..]) else { break };
        (at_old, at_new) = (at_old + gone, at_new + come);
        let to = (at_old + ALIKE / 2, at_new + ALIKE / 2);
        add_part(&mut ops, old, new, (from, to));
        from = to;
    }
    add_part(&mut ops, old, new, (from, (old.len(), new.len())));
    // Where much has changed its place, what is nearest may not be what is best.
    match 4 * edits(&ops) > old.len() + new.len() {
        true => capture_diff_slices(Algorithm::Myers, old, new),
        false => ops,
    }
}

/// How many words two lists begin with alike.
fn alike(old: &[u64], new: &[u64]) -> usize {
    old.iter().zip(new).take_while(|(a, b)| a == b).count()
}

/// How far some edits lead on a diagonal, which is how many words more of the one list than of the other are behind it.
#[derive(Clone, Copy, Default)]
struct Way {
    /// How many words of the old list are behind it.
    old: usize,
    /// How many edits were made since a few words were last the same.
    gap: usize,
    /// The most edits that were ever made between such words.
    widest: usize,
}

/// So many words that are the same are none by chance.
const FEW: usize = 3;

impl Way {
    fn edited(self, gone: usize) -> Self {
        Way { old: self.old + gone, gap: self.gap + 1, widest: self.widest.max(self.gap + 1) }
    }

    fn alike(self, words: usize) -> Self {
        Way { old: self.old + words, gap: if words < FEW { self.gap } else { 0 }, ..self }
    }
}

/// Whether at least half of some words are different ones: others run alike beside themselves.
fn is_varied(words: &[u64]) -> bool {
    let is_new = |(at, word): &(usize, &u64)| !words[..*at].contains(word);
    2 * words.iter().enumerate().filter(is_new).count() >= words.len()
}

/// How many words of each list are before a place at which they run alike for long, by the fewest edits. By so many edits, the search
/// goes as far as it gets on each diagonal (Myers). Words that run alike for no longer than others that were passed over before them may
/// only have changed places with these, so that more could be kept without them.
fn met_again(old: &[u64], new: &[u64]) -> Option<(usize, usize)> {
    if old.is_empty() || new.is_empty() {
        return None;
    }
    // By diagonal, from EDITS words fewer to EDITS words more of the old list.
    let mut ways = [Way::default(); 2 * EDITS + 3];
    let read_new = |old: usize, diagonal: usize| (old + EDITS + 1).checked_sub(diagonal);
    for edits in 1..=EDITS {
        let diagonals = EDITS + 1 - edits..=EDITS + 1 + edits;
        let mut met: Option<(usize, usize)> = None;
        for diagonal in diagonals.clone().step_by(2) {
            let (fewer, more) = (ways[diagonal - 1], ways[diagonal + 1]);
            // A word of the new list comes, or one of the old goes.
            let comes = diagonal == *diagonals.start() || diagonal < *diagonals.end() && fewer.old < more.old;
            let way = if comes { more.edited(0) } else { fewer.edited(1) };
            let behind = read_new(way.old, diagonal).and_then(|at| new.get(at..)).zip(old.get(way.old..));
            // Past the end of a list no way leads on.
            let run = behind.map_or(0, |(new, old)| alike(old, new));
            ways[diagonal] = way.alike(run);
            let is_long = run >= ALIKE.max(2 * way.widest) && way.old + run >= 4 * edits;
            let is_long = is_long && met.is_none_or(|(_, longest)| run > longest);
            if is_long && is_varied(&old[way.old..way.old + ALIKE]) {
                met = Some((diagonal, run));
            }
        }
        let Some((diagonal, run)) = met else { continue };
        let start = ways[diagonal].old - run;
        let Some(start_new) = read_new(start, diagonal) else { continue };
        // Other ways that lead as far make it one of several.
        let far = start + start_new + ALIKE;
        let is_alone = diagonals
            .filter(|other| *other != diagonal)
            .all(|other| read_new(ways[other].old, other).is_none_or(|at| ways[other].old + at < far));
        if is_alone {
            return Some((start, start_new));
        }
    }
    None
}

/// Adds what a part of the lists comes to, from a word of each to another.
fn add_part(ops: &mut Vec<DiffOp>, old: &[u64], new: &[u64], ((old_from, new_from), (old_to, new_to)): Part) {
    let found = capture_diff_slices(Algorithm::Myers, &old[old_from..old_to], &new[new_from..new_to]);
    for op in found {
        let (old_index, new_index) = (op.old_range().start + old_from, op.new_range().start + new_from);
        let (old_len, new_len) = (op.old_range().len(), op.new_range().len());
        match (op.tag(), ops.last_mut()) {
            (DiffTag::Equal, Some(DiffOp::Equal { len, .. })) => *len += old_len,
            (DiffTag::Equal, _) => ops.push(DiffOp::Equal { old_index, new_index, len: old_len }),
            (DiffTag::Delete, _) => ops.push(DiffOp::Delete { old_index, old_len, new_index }),
            (DiffTag::Insert, _) => ops.push(DiffOp::Insert { old_index, new_index, new_len }),
            (DiffTag::Replace, _) => ops.push(DiffOp::Replace { old_index, old_len, new_index, new_len }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The new list, made of the old one by what was found.
    fn made(ops: &[DiffOp], old: &[u64], new: &[u64]) -> Vec<u64> {
        let (mut made, mut at) = (Vec::new(), (0, 0));
        for op in ops {
            assert_eq!((op.old_range().start, op.new_range().start), at);
            at = (op.old_range().end, op.new_range().end);
            made.extend(match op.tag() {
                DiffTag::Equal => &old[op.old_range()],
                _ => &new[op.new_range()],
            });
        }
        assert_eq!(at, (old.len(), new.len()));
        made
    }

    #[test]
    fn a_place_where_lists_run_alike_again_is_the_nearest() {
        let old: Vec<u64> = (0..100).collect();
        let new = [&[200, 201, 202], &old[1..20], &[203], &old[25..]].concat();
        assert_eq!(met_again(&old, &new), Some((25, 23)), "nineteen words are too few");
        assert_eq!(met_again(&old, &old[1..]), Some((1, 0)));
        assert_eq!(met_again(&old[..20], &old[1..]), None);
        assert_eq!(met_again(&[], &old), None);
    }

    #[test]
    fn of_several_ways_none_is_taken() {
        let (before, behind) = ([7, 8].repeat(50), [7, 8].repeat(50));
        let old = [&before[..], &[2], &behind].concat();
        let new = [&before[2..], &[2, 7, 8], &behind].concat();
        assert_eq!(met_again(&old[98..], &new[98..]), None);
        assert_eq!(edits(&search_in_parts(&old, &new)), 2);
    }

    proptest! {
        #[test]
        fn parts_come_to_no_more_edits_than_the_whole_but_for_a_few(
            words in prop::collection::vec(0..400_u64, 200..800),
            few in 2..400_u64,
            changes in prop::collection::vec((0..800_usize, 0..5_u8, 1..60_usize), 1..60),
        ) {
            let old: Vec<u64> = words.iter().map(|word| word % few).collect();
            let mut new = old.clone();
            for (at, kind, length) in changes {
                let at = at % new.len();
                let end = (at + length).min(new.len());
                match kind {
                    0 => drop(new.remove(at)),
                    1 => new.insert(at, at as u64 % few),
                    2 => new[at] = 500 + at as u64,
                    3 if length < 30 => drop(new.drain(at..end)),
                    _ => {
                        // A passage that moves.
                        let passage: Vec<u64> = new.drain(at..end).collect();
                        let to = length * 7 % (new.len() + 1);
                        new.splice(to..to, passage);
                    }
                }
                if new.is_empty() {
                    new.push(1);
                }
            }
            let ops = search_in_parts(&old, &new);
            prop_assert_eq!(made(&ops, &old, &new), &new[..]);
            // Of many thousands of such lists none had one more; that none can have is not known.
            let (parts, whole) = (edits(&ops), edits(&capture_diff_slices(Algorithm::Myers, &old, &new)));
            prop_assert!(parts <= whole + whole / 50 + 2, "{parts} {whole}");
        }
    }
}
