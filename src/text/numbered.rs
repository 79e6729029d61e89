//! Words as numbers: two are the same where their words are.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

/// Words that were met, each with its number.
pub(super) struct Numbered {
    short: HashTable<Short>,
    /// Words that do not fit into a [`Packed`].
    long: HashMap<Box<str>, u32>,
    /// Others in each run, so that no words can be chosen that collide.
    keys: [u64; 2],
}

/// A word of at most 16 bytes, which is compared without being looked up anywhere else.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Packed {
    head: u64,
    tail: u64,
    length: u32,
}

struct Short {
    word: Packed,
    number: u32,
}

/// There is room for so many words from the start where a text is long.
const ROOM: usize = 6000;

impl Numbered {
    /// With room for the words of so many bytes, of which many are met again.
    pub(super) fn of_bytes(bytes: usize) -> Self {
        let random = RandomState::new();
        Numbered {
            short: HashTable::with_capacity((bytes / 16).min(ROOM)),
            long: HashMap::default(),
            keys: [0, 1].map(|key: u64| random.hash_one(key)),
        }
    }

    /// The numbers of some words; one that was not met before has the next.
    pub(super) fn all(&mut self, words: &[&str]) -> Vec<u32> {
        words.iter().map(|word| self.number(word)).collect()
    }

    /// The number of a word; one that was not met before has the next.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        let next = (self.short.len() + self.long.len()) as u32;
        let Some(word) = Packed::new(word.as_bytes()) else {
            if let Some(number) = self.long.get(word) {
                return *number;
            }
            self.long.insert(word.into(), next);
            return next;
        };
        let keys = self.keys;
        let entry =
            self.short.entry(word.hash(keys), |other| other.word == word, |other| other.word.hash(keys));
        entry.or_insert(Short { word, number: next }).get().number
    }
}

impl Packed {
    fn new(word: &[u8]) -> Option<Self> {
        let (head, tail) = match word.len() {
            0..=8 => (few(word), 0),
            9..=16 => (few(&word[..8]), few(&word[word.len() - 8..])),
            _ => return None,
        };
        Some(Packed { head, tail, length: word.len() as u32 })
    }

    fn hash(self, keys: [u64; 2]) -> u64 {
        let tail = self.tail ^ u64::from(self.length).rotate_right(8);
        let mixed = u128::from(self.head ^ keys[0]) * u128::from(tail ^ keys[1]);
        mixed as u64 ^ (mixed >> 64) as u64
    }
}

/// At most eight bytes as a number; with how many there are it tells them all. Its parts overlap where they are not four or eight.
fn few(bytes: &[u8]) -> u64 {
    if let Some(all) = bytes.first_chunk::<8>() {
        return u64::from_le_bytes(*all);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
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
        assert_eq!(words.all(&["a", "b", "a", "", "abcdefghi"]), [0, 1, 0, 2, 3]);
        assert_eq!(words.all(&["abcdefghj", "abcdefghi", "b", ""]), [4, 3, 1, 2]);
        let long = ["abcdefghijklmnopq", "abcdefghijklmnopr", "abcdefghijklmnop"];
        assert_eq!(words.all(&long), [5, 6, 7]);
        assert_eq!(words.all(&long), [5, 6, 7]);
        let many: Vec<String> = (0..5_000).map(|n| n.to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(Numbered::of_bytes(0).all(&many), (0..5_000).collect::<Vec<u32>>());
    }

    proptest! {
        #[test]
        fn different_words_have_different_numbers(words in prop::collection::vec("[ab\0]{0,18}", 0..80)) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let mut met: Vec<&str> = Vec::new();
            let expected: Vec<u32> = words
                .iter()
                .map(|word| {
                    if !met.contains(word) {
                        met.push(word);
                    }
                    met.iter().position(|other| other == word).unwrap() as u32
                })
                .collect();
            prop_assert_eq!(Numbered::of_bytes(100).all(&words), expected);
        }
    }
}
