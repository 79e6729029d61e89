//! How phrases of the lists are found among the words of a text.

use super::language::{Side, Turn};
use super::phrase::{Pattern, Phrase};
use super::ready::Ready;
use super::said::Said;

/// So many words may stand where a phrase has `..`.
const MOST_ANY: usize = 4;

/// A phrase that ends with a word.
pub(super) struct Found {
    /// `None` where it turns nothing.
    pub(super) turns: Option<Turn>,
    /// How many words it has.
    pub(super) words: usize,
}

impl Ready {
    /// The longest phrase on one of the sides asked for that ends with the word of that number, or turns nothing.
    pub(super) fn phrase(&self, words: &[Said], last: usize, asked: impl Fn(Side) -> bool) -> Option<Found> {
        if !words[last].may_end {
            return None;
        }
        let word = words[last].plain.as_str();
        let fits = |phrase: &&Phrase| phrase.turns.is_none_or(|(_, side)| asked(side));
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
        words: &[Said],
        first: usize,
        asked: impl Fn(Side) -> bool,
    ) -> Option<(usize, Found)> {
        let words = &words[first..];
        let begins = |last: usize| {
            let found = self.phrase(words, last, &asked)?;
            (last + 1 == found.words).then_some((first + last, found))
        };
        (0..words.len().min(5 + MOST_ANY)).rev().find_map(begins)
    }

    /// Where the words that patterns, read backwards, stand for begin, the last of them directly before `end`.
    fn begins(&self, words: &[Said], patterns: &[Pattern], end: usize) -> Option<usize> {
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
        let word = words[at].plain.as_str();
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

    /// What remains of a word without the letters that may be joined to it.
    fn bare<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        self.language.joined.iter().filter_map(move |joined| word.strip_prefix(joined))
    }
}
