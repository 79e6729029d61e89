//! Some words, told from most others at a glance.

use std::collections::HashSet;

/// Some words, as far as their first byte and their length tell them from others. Most words of a text are none of them, and
/// that is seen without looking for them.
#[derive(Clone, Debug)]
pub(crate) struct Sketch([u32; 256]);

impl Default for Sketch {
    fn default() -> Self {
        Sketch([0; 256])
    }
}

/// Some words, of which most others are seen not to be one before they are looked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    sketch: Sketch,
    words: HashSet<String>,
}

impl FromIterator<String> for Words {
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        let mut all = Words::default();
        for word in words {
            all.sketch.add(&word);
            all.words.insert(word);
        }
        all
    }
}

impl Words {
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.sketch.may_have(word) && self.words.contains(word)
    }
}

impl Sketch {
    pub(crate) fn add(&mut self, word: &str) {
        self.0[first(word)] |= length(word);
    }

    /// Whether it may be one of them.
    pub(crate) fn may_have(&self, word: &str) -> bool {
        self.0[first(word)] & length(word) != 0
    }
}

fn first(word: &str) -> usize {
    word.bytes().next().map_or(0, usize::from)
}

fn length(word: &str) -> u32 {
    1 << word.len().min(31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_missed_and_most_others_are_told_apart() {
        let long = "w".repeat(300);
        let words = ["", "a", "few", "été", long.as_str()];
        let mut sketch = Sketch::default();
        words.iter().for_each(|word| sketch.add(word));
        assert!(words.iter().all(|word| sketch.may_have(word)));
        assert!(["few ", "fe", "an", "b"].iter().all(|word| !sketch.may_have(word)));
        let all: Words = words.iter().map(|word| (*word).to_owned()).collect();
        assert!(words.iter().all(|word| all.contains(word)) && !all.contains("fex") && !all.contains("b"));
    }
}
