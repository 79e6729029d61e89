//! How alike two stretches of text are, and where one best fits into the other: bit-parallel, 64 characters a step.

use std::collections::HashMap;

/// A stretch of text made ready to be compared with others.
///
/// Time is the length of the pattern over 64 times the length of the text; memory is linear in the pattern, times its
/// distinct characters over 64.
pub(super) struct Pattern {
    len: usize,
    blocks: usize,
    ascii: [u16; 128],
    others: HashMap<char, u16>,
    /// For each distinct character, at which places of the pattern it stands; row 0 is any other character.
    places: Vec<u64>,
}

impl Pattern {
    /// A pattern of some characters, at least one.
    pub(super) fn new(chars: &[char]) -> Self {
        let blocks = chars.len().div_ceil(64).max(1);
        let mut pattern = Pattern {
            len: chars.len(),
            blocks,
            ascii: [0; 128],
            others: HashMap::new(),
            places: vec![0; blocks],
        };
        for (i, c) in chars.iter().enumerate() {
            let row = match pattern.row(*c) {
                0 => pattern.add_row(*c),
                row => row,
            };
            pattern.places[usize::from(row) * blocks + i / 64] |= 1 << (i % 64);
        }
        pattern
    }

    /// The text in this pattern's own numbering of characters.
    pub(super) fn encode(&self, text: impl Iterator<Item = char>) -> Vec<u16> {
        text.map(|c| self.row(c)).collect()
    }

    /// The length of the longest sequence of characters that stands in both, with gaps.
    pub(super) fn in_common(&self, text: &[u16]) -> usize {
        let mut unmatched = vec![u64::MAX; self.blocks];
        for row in text {
            let mut carry = false;
            for (row, places) in unmatched.iter_mut().zip(self.places_of(*row)) {
                let matched = *row & places;
                let (sum, over) = row.overflowing_add(matched);
                let (sum, again) = sum.overflowing_add(u64::from(carry));
                carry = over || again;
                *row = sum | (*row & !places);
            }
        }
        let zeros: u32 = unmatched.iter().map(|row| row.count_zeros()).sum();
        zeros as usize
    }

    /// Where in `text` the stretch ends, in characters, that takes the fewest edits to become the pattern; the first
    /// of several. `anchor` says where the stretch may begin.
    pub(super) fn best_end(&self, text: &[u16], anchor: Anchor) -> usize {
        let (mut up, mut down) = (vec![u64::MAX; self.blocks], vec![0u64; self.blocks]);
        let last_bit = 1u64 << ((self.len.max(1) - 1) % 64);
        let (mut edits, mut best) = (self.len, (self.len, 0));
        for (i, row) in text.iter().enumerate() {
            let (mut up_in, mut down_in) = (u64::from(anchor == Anchor::Start), 0);
            for (block, places) in self.places_of(*row).iter().enumerate() {
                let (up, down) = (&mut up[block], &mut down[block]);
                let vertical = places | *down;
                let matched = places | down_in;
                let horizontal = (((matched & *up).wrapping_add(*up)) ^ *up) | matched;
                let mut rises = *down | !(horizontal | *up);
                let mut falls = *up & horizontal;
                if block + 1 == self.blocks {
                    edits += usize::from(rises & last_bit != 0);
                    edits -= usize::from(falls & last_bit != 0);
                }
                let (up_out, down_out) = (rises >> 63, falls >> 63);
                rises = rises << 1 | up_in;
                falls = falls << 1 | down_in;
                *up = falls | !(vertical | rises);
                *down = rises & vertical;
                (up_in, down_in) = (up_out, down_out);
            }
            if edits < best.0 {
                best = (edits, i + 1);
            }
        }
        best.1
    }

    fn row(&self, c: char) -> u16 {
        match self.ascii.get(c as usize) {
            Some(row) => *row,
            None => self.others.get(&c).copied().unwrap_or(0),
        }
    }

    fn add_row(&mut self, c: char) -> u16 {
        // Beyond 65,535 distinct characters the rest count as unlike anything.
        let Ok(row) = u16::try_from(self.places.len() / self.blocks) else { return 0 };
        match self.ascii.get_mut(c as usize) {
            Some(known) => *known = row,
            None => drop(self.others.insert(c, row)),
        }
        self.places.resize(self.places.len() + self.blocks, 0);
        row
    }

    fn places_of(&self, row: u16) -> &[u64] {
        &self.places[usize::from(row) * self.blocks..][..self.blocks]
    }
}

/// Where a stretch of text that is to fit a pattern may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Where the text begins.
    Start,
    /// Anywhere.
    Free,
}

/// How alike two stretches of `a` and `b` characters are that have `common` in common: from 0 to 1, which is the
/// same.
pub(super) fn likeness(common: usize, a: usize, b: usize) -> f64 {
    if a + b == 0 { 1.0 } else { 2.0 * common as f64 / (a + b) as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    fn common(a: &str, b: &str) -> usize {
        let pattern = Pattern::new(&chars(a));
        pattern.in_common(&pattern.encode(b.chars()))
    }

    /// The textbook table, to hold the bit-parallel one against.
    fn slow_common(a: &[char], b: &[char]) -> usize {
        let mut row = vec![0; b.len() + 1];
        for x in a {
            let mut diagonal = 0;
            for (j, y) in b.iter().enumerate() {
                let above = row[j + 1];
                row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
                diagonal = above;
            }
        }
        row[b.len()]
    }

    fn slow_best_end(a: &[char], b: &[char], anchor: Anchor) -> usize {
        let mut column: Vec<usize> = (0..=a.len()).collect();
        let mut best = (a.len(), 0);
        for (j, y) in b.iter().enumerate() {
            let mut diagonal = column[0];
            column[0] = if anchor == Anchor::Start { j + 1 } else { 0 };
            for (i, x) in a.iter().enumerate() {
                let left = column[i + 1];
                column[i + 1] = (diagonal + usize::from(x != y)).min(left + 1).min(column[i] + 1);
                diagonal = left;
            }
            if column[a.len()] < best.0 {
                best = (column[a.len()], j + 1);
            }
        }
        best.1
    }

    #[test]
    fn common_characters() {
        assert_eq!(common("34 men fled", "43 men fled"), 10);
        assert_eq!(common("пять", "семь"), 1);
    }

    proptest! {
        #[test]
        fn agrees_with_the_textbook(a in "[abcé]{1,150}", b in "[abcdé]{0,150}") {
            let (x, y) = (chars(&a), chars(&b));
            let pattern = Pattern::new(&x);
            let text = pattern.encode(b.chars());
            prop_assert_eq!(pattern.in_common(&text), slow_common(&x, &y));
            for anchor in [Anchor::Start, Anchor::Free] {
                prop_assert_eq!(pattern.best_end(&text, anchor), slow_best_end(&x, &y, anchor));
            }
        }
    }
}
