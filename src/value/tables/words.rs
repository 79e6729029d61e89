//! Words of a list, each with what it means: looked for in every word of a text.

use crate::text::ByWord;

/// Words in lower case with what each means.
#[derive(Debug)]
pub(crate) struct Words<T>(ByWord<T>);

/// The longest word that is looked for in any case, in bytes.
const LONGEST: usize = 24;

impl<'w, T> FromIterator<(&'w str, T)> for Words<T> {
    /// Of a word that is given twice the first counts.
    fn from_iter<I: IntoIterator<Item = (&'w str, T)>>(words: I) -> Self {
        let mut all = ByWord::default();
        for (word, means) in words {
            all.entry(word.to_lowercase(), || means);
        }
        Words(all)
    }
}

impl<T> Words<T> {
    /// What a word in lower case means.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.0.get(word)
    }

    /// The same of a word in any case.
    pub(crate) fn in_any_case(&self, word: &str) -> Option<&T> {
        let mut lower = [0; LONGEST];
        let lower = lower.get_mut(..word.len())?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        self.get(std::str::from_utf8(lower).ok()?)
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_are_found_whole_and_nothing_else_is() {
        let words: Words<u8> =
            [("ten", 10), ("May", 5), ("two", 2), ("ten", 11), ("é", 1)].into_iter().collect();
        let found =
            ["ten", "two", "may", "é", "", "te", "tens", "the", "ètre", "May"].map(|word| words.get(word));
        assert_eq!(found, [Some(&10), Some(&2), Some(&5), Some(&1), None, None, None, None, None, None]);
        assert_eq!(["MAY", "Two", "mayor"].map(|word| words.in_any_case(word)), [Some(&5), Some(&2), None]);
        assert_eq!(words.in_any_case(&"t".repeat(100)), None);
        assert!(words.has("ten") && !words.has("one"));
    }
}
