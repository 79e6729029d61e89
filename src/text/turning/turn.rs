//! What turns around the words that stand beside a passage, or the words that an elision leaves out.

use std::cmp::Reverse;
use std::ops::Range;

use super::language::{Apostrophe, Side, Turn};
use super::ready::{Listed, Pattern, Phrase, Ready, listed};
use super::said::{Said, said};

/// Words that turn others around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Turned {
    pub(crate) turn: Turn,
    /// Their bytes in the stretch that was asked of.
    pub(crate) at: Range<usize>,
}

/// A phrase that ends with a word.
struct Found {
    /// `None` where it turns nothing.
    turns: Option<Turn>,
    /// How many words it has.
    words: usize,
}

/// What turns around the words that come behind `head`, the text of their sentence before them.
///
/// A turning word counts with at most two words between it and the end that are no small ones (`denied reports that`),
/// and none that begin another clause. A comma ends what it governs, but for a doubt right before it (`Allegedly, `).
pub(crate) fn turned_before(head: &str, listed: &Listed) -> Option<Turned> {
    listed.each().find_map(|ready| {
        let words = said(head, ready.language.apostrophe);
        let mut parted = ends_parted(head);
        let (mut at, mut between) = (words.len(), 0);
        while let Some(last) = at.checked_sub(1) {
            let found = ready.phrase(&words, last, |side| side != Side::Behind);
            match &found {
                Some(Found { turns: Some(turn), words: count }) => {
                    let told = !parted || *turn == Turn::Doubt && at == words.len();
                    return told.then(|| turned(&words, last, *count, *turn));
                }
                Some(Found { turns: None, words: count }) => at -= count,
                _ if parted || ready.stops.contains(&words[last].plain) => return None,
                _ => {
                    between += usize::from(!ready.through.contains(&words[last].plain));
                    at = last;
                }
            }
            if parted || between > ready.language.between {
                return None;
            }
            parted = words[at].parted && !ready.clauses.contains(&words[at].plain);
        }
        None
    })
}

/// What turns around the words that come before `tail`, the text of their sentence behind them. One comma may stand
/// before whoever denies: `..., officials denied`. A word that begins a clause ends it: what stands behind is said of that.
pub(crate) fn turned_behind(tail: &str, listed: &Listed) -> Option<Turned> {
    listed.each().find_map(|ready| {
        let words = said(tail, ready.language.apostrophe);
        let mut between = 0;
        for at in 0..words.len() {
            let comma = words[at].parted;
            if comma && at > 0 {
                return None;
            }
            // The longest phrase that ends within reach and begins here.
            let reach = at..(at + 5).min(words.len());
            let begins = |last: usize| {
                let found = ready.phrase(&words, last, |side| side != Side::Before)?;
                (last + 1 == at + found.words).then_some((last, found))
            };
            match reach.rev().find_map(begins) {
                Some((last, Found { turns: Some(turn), words: count })) => {
                    let negates = turn == Turn::Negation && words[0].parted;
                    return (!negates).then(|| turned(&words, last, count, turn));
                }
                _ if ready.stops.contains(&words[at].plain) || ready.clauses.contains(&words[at].plain) => {
                    return None;
                }
                _ => between += usize::from(!ready.through.contains(&words[at].plain)),
            }
            if between > ready.language.between {
                return None;
            }
        }
        None
    })
}

/// The first words of a stretch that turn anything around.
pub(crate) fn turned_within(stretch: &str, listed: &Listed) -> Option<Turned> {
    listed.each().find_map(|ready| {
        let words = said(stretch, ready.language.apostrophe);
        let mut found: Vec<(usize, Found)> =
            (0..words.len()).filter_map(|last| Some((last, ready.phrase(&words, last, |_| true)?))).collect();
        let harmless: Vec<Range<usize>> = found
            .iter()
            .filter(|(_, found)| found.turns.is_none())
            .map(|(last, found)| last + 1 - found.words..last + 1)
            .collect();
        found.retain(|(last, _)| !harmless.iter().any(|words| words.contains(last)));
        let first = |(last, found): &(usize, Found)| (last + 1 - found.words, Reverse(found.words));
        let (last, Found { turns, words: count }) = found.into_iter().min_by_key(first)?;
        turns.map(|turn| turned(&words, last, count, turn))
    })
}

/// The first words in a text of a language that negate or deny, empty where none do; `None` where there is no list to read by.
pub(crate) fn turned_around(text: &str, language: Option<&str>) -> Option<String> {
    let lists = listed(language, text);
    if lists.is_empty() {
        return None;
    }
    let mut from = 0;
    while let Some(turned) = turned_within(&text[from..], &lists) {
        if matches!(turned.turn, Turn::Negation | Turn::Denial) {
            return Some(text[from + turned.at.start..from + turned.at.end].to_owned());
        }
        from += turned.at.end;
    }
    Some(String::new())
}

/// Whether a comma or the like stands behind the last word of a stretch.
fn ends_parted(head: &str) -> bool {
    let probe = format!("{head} x");
    said(&probe, Apostrophe::Joins).last().is_some_and(|word| word.parted)
}

fn turned(words: &[Said], last: usize, count: usize, turn: Turn) -> Turned {
    Turned { turn, at: words[last + 1 - count].at.start..words[last].at.end }
}

impl Ready {
    /// The longest phrase on one of the sides asked for that ends with the word of that number, or turns nothing.
    fn phrase(&self, words: &[Said], last: usize, asked: impl Fn(Side) -> bool) -> Option<Found> {
        let word = words[last].plain.as_str();
        let bare = |word: &str| -> Vec<String> {
            let joined = self.language.joined.iter();
            joined.filter_map(|joined| word.strip_prefix(joined)).map(str::to_owned).collect()
        };
        let longer = |phrase: &Phrase, from: usize| {
            let fits = |(index, pattern): (usize, &Pattern)| {
                let Some(before) = last.checked_sub(index + from) else { return false };
                let whole = index + 1 == phrase.words.len();
                let word = words[before].plain.as_str();
                (before == last || !words[before + 1].parted)
                    && (pattern.fits(word) || whole && bare(word).iter().any(|word| pattern.fits(word)))
            };
            phrase.words.iter().enumerate().all(fits).then_some(phrase.words.len() + from)
        };
        let fits = |phrase: &&Phrase| phrase.turns.is_none_or(|(_, side)| asked(side));
        let own = self.by_last.get(word).into_iter().flatten().filter(fits);
        let own = own.filter_map(|phrase| Some((phrase, longer(phrase, 1)?)));
        let open = self.open.iter().filter(fits).filter_map(|phrase| Some((phrase, longer(phrase, 0)?)));
        let best = own.chain(open).max_by_key(|(phrase, words)| (*words, phrase.turns.is_none()));
        let best = best.map(|(phrase, words)| Found { turns: phrase.turns.map(|(turn, _)| turn), words });
        best.or_else(|| {
            let alone = |word: String| {
                let phrases = self.by_last.get(&word)?;
                phrases.iter().filter(fits).find(|phrase| phrase.words.is_empty())
            };
            let phrase = bare(word).into_iter().find_map(alone)?;
            Some(Found { turns: phrase.turns.map(|(turn, _)| turn), words: 1 })
        })
    }
}
