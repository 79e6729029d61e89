//! Some words, told from most others at a glance.

/// Some words, as far as their first byte and their length tell them from others. Most words of a text are none of them, and
/// that is seen without looking for them.
#[derive(Clone, Debug)]
pub(crate) struct Sketch([u32; 256]);

impl Default for Sketch {
    fn default() -> Self {
        Sketch([0; 256])
    }
}

/// Something for each of some words. There are few that begin with one letter, so that no hash is needed to find one, and of most
/// words it is seen that they are not there before they are looked for.
#[derive(Clone, Debug)]
pub(crate) struct ByWord<T> {
    sketch: Sketch,
    /// By the first byte of a word.
    words: Vec<Vec<(String, T)>>,
}

/// Some words.
pub(crate) type Words = ByWord<()>;

impl<T> Default for ByWord<T> {
    fn default() -> Self {
        ByWord { sketch: Sketch::default(), words: (0..256).map(|_| Vec::new()).collect() }
    }
}

impl FromIterator<String> for Words {
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        let mut all = Words::default();
        for word in words {
            all.entry(word, || ());
        }
        all
    }
}

impl<T> ByWord<T> {
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        if !self.sketch.may_have(word) {
            return None;
        }
        self.words[first(word)].iter().find(|(known, _)| known == word).map(|(_, it)| it)
    }

    /// What there is for a word, which is known from now on; of one that was not, what is made for it.
    pub(crate) fn entry(&mut self, word: String, new: impl FnOnce() -> T) -> &mut T {
        self.sketch.add(&word);
        let words = &mut self.words[first(&word)];
        let at = words.iter().position(|(known, _)| *known == word).unwrap_or(words.len());
        if at == words.len() {
            words.push((word, new()));
        }
        &mut words[at].1
    }

    #[cfg(test)]
    pub(crate) fn each(&self) -> impl Iterator<Item = &(String, T)> {
        self.words.iter().flatten()
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
        let mut counted: ByWord<usize> = ByWord::default();
        for word in ["few", "fog", "few"] {
            *counted.entry(word.to_owned(), || 0) += 1;
        }
        assert_eq!(["few", "fog", "fig"].map(|word| counted.get(word).copied()), [Some(2), Some(1), None]);
    }
}
