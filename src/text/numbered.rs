//! Words as numbers: two are the same where their words are.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

/// Words that were met, each with its number.
pub(super) struct Numbered {
    longer: HashTable<Met>,
    /// Words that do not fit into a [`Packed`].
    longest: HashMap<Box<str>, u64>,
    /// Others in each run, so that no words can be chosen that collide.
    keys: [u64; 2],
}

/// A word of 8 to 16 bytes, which is compared without being looked up anywhere else.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Packed {
    head: u64,
    tail: u64,
}

struct Met {
    word: Packed,
    /// How many bytes it has is told by its number.
    number: u64,
}

/// There is room for so many longer words from the start where a text is long.
const ROOM: usize = 3000;

impl Numbered {
    /// With room for the words of so many bytes, of which many are met again.
    pub(super) fn of_bytes(bytes: usize) -> Self {
        let random = RandomState::new();
        Numbered {
            longer: HashTable::with_capacity((bytes / 64).min(ROOM)),
            longest: HashMap::default(),
            keys: [0, 1].map(|key: u64| random.hash_one(key)),
        }
    }

    /// The numbers of some words.
    pub(super) fn all(&mut self, words: &[&str]) -> Vec<u64> {
        words.iter().map(|word| self.number(word)).collect()
    }

    /// The number of a word. One of at most seven bytes is a number as it is, with its length in the highest byte; a longer one
    /// has the next number that was given to none, and a length in the highest byte that none of the others has.
    pub(super) fn number(&mut self, word: &str) -> u64 {
        let bytes = word.as_bytes();
        let length = bytes.len().min(17) as u64;
        let next = length << 56 | (self.longer.len() + self.longest.len()) as u64;
        match bytes.len() {
            0..8 => length << 56 | few(bytes),
            8..17 => {
                let word = Packed { head: few(&bytes[..8]), tail: few(&bytes[bytes.len() - 8..]) };
                let keys = self.keys;
                let is_it = |other: &Met| other.word == word && other.number >> 56 == length;
                let entry = self.longer.entry(word.hash(keys), is_it, |other| other.word.hash(keys));
                entry.or_insert(Met { word, number: next }).get().number
            }
            _ => match self.longest.get(word) {
                Some(number) => *number,
                None => {
                    self.longest.insert(word.into(), next);
                    next
                }
            },
        }
    }
}

impl Packed {
    fn hash(self, keys: [u64; 2]) -> u64 {
        let mixed = u128::from(self.head ^ keys[0]) * u128::from(self.tail ^ keys[1]);
        mixed as u64 ^ (mixed >> 64) as u64
    }
}

/// At most eight bytes as a number: with how many there are it tells them all. It begins and ends with the first and the last of four to
/// seven, which overlap.
fn few(bytes: &[u8]) -> u64 {
    if let Some(all) = bytes.first_chunk::<8>() {
        return u64::from_le_bytes(*all);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let behind = 8 * (bytes.len() as u32 - 4);
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << behind;
    }
    bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_same_words_have_the_same_number() {
        let mut words = Numbered::of_bytes(0);
        assert_eq!(words.all(&["ab", "", "abcdefgh"]), [2 << 56 | 0x6162, 0, 8 << 56]);
        let long = ["abcdefghijklmnopq", "abcdefghijklmnopr", "abcdefghijklmnop"];
        assert_eq!(words.all(&long), [17 << 56 | 1, 17 << 56 | 2, 16 << 56 | 3]);
        assert_eq!(words.all(&long), [17 << 56 | 1, 17 << 56 | 2, 16 << 56 | 3]);
    }

    #[test]
    fn few_bytes_are_one_number() {
        assert_eq!(few(b"abcdefg"), 0x0067_6665_6463_6261);
        assert_eq!(few(b"abcd"), 0x6463_6261);
    }

    proptest! {
        #[test]
        fn different_words_have_different_numbers(words in prop::collection::vec("[ab\0]{0,9}|[ab\0]{0,18}", 0..80)) {
            let mut numbers = Numbered::of_bytes(100);
            let numbered: Vec<(&String, u64)> = words.iter().map(|word| (word, numbers.number(word))).collect();
            for (a, b) in numbered.iter().flat_map(|a| numbered.iter().map(move |b| (a, b))) {
                prop_assert_eq!(a.0 == b.0, a.1 == b.1, "{:?} {:?}", a, b);
            }
        }
    }
}
