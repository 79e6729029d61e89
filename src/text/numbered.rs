//! Words as numbers: two are the same where their words are.

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

/// Words that were met, each with its number.
pub(super) struct Numbered<'w> {
    words: Vec<&'w str>,
    numbers: HashTable<u32>,
    /// Another in each run, so that no words can be chosen that collide.
    key: u64,
}

impl<'w> Numbered<'w> {
    pub(super) fn new() -> Self {
        Numbered { words: Vec::new(), numbers: HashTable::new(), key: RandomState::new().hash_one(0) }
    }

    /// The numbers of some words; one that was not met before has the next.
    pub(super) fn all(&mut self, words: &[&'w str]) -> Vec<u32> {
        words.iter().map(|word| self.number(word)).collect()
    }

    fn number(&mut self, word: &'w str) -> u32 {
        let Numbered { words, numbers, key } = self;
        let is_it = |number: &u32| words[*number as usize] == word;
        let number = numbers.entry(hash(word, *key), is_it, |number| hash(words[*number as usize], *key));
        let number = *number.or_insert(words.len() as u32).get();
        if number as usize == words.len() {
            words.push(word);
        }
        number
    }
}

/// Eight bytes at a time.
fn hash(word: &str, key: u64) -> u64 {
    word.as_bytes().chunks(8).fold(key ^ word.len() as u64, |hash, bytes| {
        let bytes = bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte));
        let mixed = u128::from(hash ^ bytes) * 0x9E37_79B9_7F4A_7C15;
        mixed as u64 ^ (mixed >> 64) as u64
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_have_the_same_number() {
        let mut words = Numbered::new();
        assert_eq!(words.all(&["a", "b", "a", "", "abcdefghi"]), [0, 1, 0, 2, 3]);
        assert_eq!(words.all(&["abcdefghj", "abcdefghi", "b", ""]), [4, 3, 1, 2]);
        let many: Vec<String> = (0..5_000).map(|n| n.to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(Numbered::new().all(&many), (0..5_000).collect::<Vec<u32>>());
    }
}
