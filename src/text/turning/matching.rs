//! How phrases of the lists are found among the words of a text.

use super::language::{Side, Turn};
use super::phrase::{MOST_ANY, Pattern, Phrase};
use super::ready::Ready;
use super::said::Said;

/// A phrase that ends with a word.
pub(super) struct Found {
    /// `None` where it turns nothing.
    pub(super) turns: Option<Turn>,
    /// How many words it has.
    pub(super) words: usize,
}

impl Ready {
    /// The longest phrase on one of the sides asked for that ends with the word of that number, or turns nothing.
    pub(super) fn phrase(
        &self,
        words: &[Said<'_>],
        last: usize,
        asked: impl Fn(Side) -> bool,
    ) -> Option<Found> {
        self.phrase_among(words, last, |phrase| phrase.turns.is_none_or(|(_, side)| asked(side)))
    }

    /// The longest phrase of those that are asked for, which ends with the word of that number.
    fn phrase_among(
        &self,
        words: &[Said<'_>],
        last: usize,
        asked: impl Fn(&Phrase) -> bool,
    ) -> Option<Found> {
        if !words[last].may_end {
            return None;
        }
        let word = &*words[last].plain;
        let fits = |phrase: &&Phrase| asked(phrase);
        let words = &words[..=last];
        let length = |phrase: &Phrase, end: usize| Some(last + 1 - self.begins(words, &phrase.words, end)?);
        let own = self.ending_with(word).into_iter().flatten().filter(fits);
        let own = own.filter_map(|phrase| Some((phrase, length(phrase, last)?)));
        // A word to which letters are joined may begin otherwise.
        let all = if self.language.joined.is_empty() { &[][..] } else { &self.open[..] };
        let told = self.open_for(word).take(if all.is_empty() { usize::MAX } else { 0 });
        let open = all.iter().chain(told).filter(fits);
        let open = open.filter_map(|phrase| Some((phrase, length(phrase, last + 1)?)));
        let best = own.chain(open).max_by_key(|(phrase, words)| (*words, phrase.turns.is_none()));
        let best = best.map(|(phrase, words)| Found { turns: phrase.turns.map(|(turn, _)| turn), words });
        best.or_else(|| {
            let alone = |word: &str| {
                let phrases = self.ending_with(word)?;
                phrases.iter().filter(fits).find(|phrase| phrase.words.is_empty())
            };
            let phrase = self.bare(word).find_map(alone)?;
            Some(Found { turns: phrase.turns.map(|(turn, _)| turn), words: 1 })
        })
    }

    /// The longest phrase on one of the sides asked for that begins with the word of that number, and where its last word is.
    pub(super) fn phrase_from(
        &self,
        words: &[Said<'_>],
        first: usize,
        asked: impl Fn(Side) -> bool,
    ) -> Option<(usize, Found)> {
        let words = &words[first..];
        if !words.first().is_some_and(|word| self.may_begin(&word.plain)) {
            return None;
        }
        let begins = |last: usize| {
            // A shorter one begins with another word, and there is none longer.
            let is_whole = |phrase: &Phrase| phrase.length.contains(&(last + 1));
            let is_asked = |phrase: &Phrase| phrase.turns.is_none_or(|(_, side)| asked(side));
            let found = self.phrase_among(words, last, |phrase| is_whole(phrase) && is_asked(phrase))?;
            (last + 1 == found.words).then_some((first + last, found))
        };
        (0..words.len().min(5 + MOST_ANY)).rev().find_map(begins)
    }

    /// Where the words that patterns, read backwards, stand for begin, the last of them directly before `end`.
    fn begins(&self, words: &[Said<'_>], patterns: &[Pattern], end: usize) -> Option<usize> {
        let Some((pattern, further)) = patterns.split_first() else { return Some(end) };
        if matches!(pattern, Pattern::Any) {
            let mut from = end;
            for _ in 0..=MOST_ANY {
                if let Some(begin) = self.begins(words, further, from) {
                    return Some(begin);
                }
                let joined = words.get(from).is_none_or(|next| !next.mark.parts());
                from = from.checked_sub(1).filter(|from| joined && !self.turns(&words[*from].plain))?;
            }
            return None;
        }
        let at = end.checked_sub(1)?;
        let joined =
            words.get(end).is_none_or(|next| !next.mark.parts()) || matches!(pattern, Pattern::Label(_));
        let word = &*words[at].plain;
        let fits = pattern.fits(word) || further.is_empty() && self.bare(word).any(|word| pattern.fits(word));
        if joined && fits { self.begins(words, further, at) } else { None }
    }

    /// Whether some phrase may end with a word.
    pub(super) fn may_end(&self, word: &str) -> bool {
        let ends = |word: &str| {
            let first = word.bytes().next().map_or(0, usize::from);
            self.ending_with(word).is_some()
                || self.heads[first].iter().any(|head| word.starts_with(head.as_str()))
                || self.tails.iter().any(|tail| matches!(tail, Pattern::Any) || tail.fits(word))
        };
        ends(word) || self.bare(word).any(ends)
    }

    /// Whether some phrase may begin with a word.
    fn may_begin(&self, word: &str) -> bool {
        let begins = |word: &str| {
            let opens = |pattern: &Pattern| matches!(pattern, Pattern::Any) || pattern.fits(word);
            self.begins.contains(word) || self.opens.iter().any(opens)
        };
        begins(word) || self.bare(word).any(begins)
    }

    /// What remains of a word without the letters that may be joined to it.
    fn bare<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        self.language.joined.iter().filter_map(move |joined| word.strip_prefix(joined))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::ready::ready;
    use super::*;

    /// Every word that a phrase of a list may have, and some that none has.
    fn words_of(ready: &Ready) -> Vec<String> {
        let of_phrase = |phrase: &Phrase| {
            let word = |pattern: &Pattern| match pattern {
                Pattern::Any => "thing".to_owned(),
                Pattern::Ends(tail) => format!("xy{tail}"),
                other => other.head().unwrap_or_default().to_owned(),
            };
            phrase.words.iter().map(word).collect::<Vec<_>>()
        };
        let all = ready.by_last.each().flat_map(|(last, phrases)| {
            let within = phrases.iter().flat_map(of_phrase);
            within.chain([last.clone()]).collect::<Vec<_>>()
        });
        let open = ready.open.iter().flat_map(of_phrase);
        all.chain(open).chain(["thing", "it", "34"].map(str::to_owned)).collect()
    }

    proptest! {
        #[test]
        fn a_phrase_that_begins_with_a_word_is_the_longest_that_ends_somewhere_and_begins_there(
            language in 0_usize..10,
            picked in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..8), 1..12),
        ) {
            let all: Vec<&Ready> = ready(|_| true).collect();
            let ready = all[language % all.len()];
            let known = words_of(ready);
            let mut text = String::new();
            for (word, mark) in &picked {
                text.push_str(word.get(&known[..]).as_str());
                text.push_str([" ", " ", " ", " ", " ", ", ", ": ", " - "][*mark]);
            }
            let words = ready.words(&text);
            for first in 0..words.len() {
                for asked in [Side::is_before, Side::is_behind] {
                    let from = &words[first..];
                    let ends = (0..from.len().min(5 + MOST_ANY)).rev();
                    let plain = ends.filter_map(|last| Some((last, ready.phrase(from, last, asked)?)));
                    let mut plain = plain.filter(|(last, found)| last + 1 == found.words);
                    let told = |(last, found): (usize, Found)| (last, found.words, found.turns);
                    let plain = plain.next().map(|(last, found)| told((first + last, found)));
                    prop_assert_eq!(ready.phrase_from(&words, first, asked).map(told), plain, "{}", text);
                }
            }
        }
    }
}
