//! Which words of a quote differ from a passage, and what kind of change each difference is.

use std::ops::Range;

use similar::DiffTag;

use crate::text::fold::{Folded, fold};
use crate::text::grammar::{is_hedge, is_number};
use crate::text::turning::{Turn, is_negation};
use crate::text::word_diff::token_diff;
use crate::text::words::{is_word, slices, tokens};
use crate::vocabulary::vocabulary;

/// Left out or added with at most so many words, a negation or a hedge is what matters.
const FEW_WORDS: usize = 4;

/// One run of words in which a quote and the passage it resembles differ. Typography alone is no difference.
///
/// ```
/// use gainsay::{DifferenceKind, Outcome, find};
///
/// let Outcome::Near(near) = find("The ferry did not sail on Sunday.", "The ferry did sail") else {
///     panic!("one word was left out")
/// };
/// let difference = &near.differs[0];
/// assert_eq!((difference.quote.as_str(), difference.text.as_str()), ("", "not"));
/// assert_eq!(difference.kind, DifferenceKind::Negation);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// What the quote says; empty where it leaves words out.
    pub quote: String,
    /// What the text says; empty where the quote adds words.
    pub text: String,
    /// What changed, as far as the words tell.
    pub kind: DifferenceKind,
}

vocabulary! {
    /// What kind of change a [`Difference`] is; the gravest that applies, in this order.
    ///
    /// ```
    /// use gainsay::DifferenceKind;
    ///
    /// assert_eq!(DifferenceKind::Number.name(), "number");
    /// assert_eq!(DifferenceKind::named("number"), Some(DifferenceKind::Number));
    /// assert!(DifferenceKind::Number < DifferenceKind::Wording, "a number is graver than a word");
    /// ```
    pub enum DifferenceKind {
        /// A number differs, in digits or in words, its sign and decimal point included.
        Number = "number",
        /// A "not", "never", "without" or the like stands on one side alone.
        Negation = "negation",
        /// Another name, or the same one spelt otherwise.
        Name = "name",
        /// An "allegedly", "may", "nearly" or the like stands on one side alone.
        Hedge = "hedge",
        /// The letters' case.
        Case = "case",
        /// Punctuation alone.
        Punctuation = "punctuation",
        /// The quote leaves words out.
        Omission = "omission",
        /// The quote adds words.
        Addition = "addition",
        /// The pieces of an elided quote stand in the text, but not in this order within one passage.
        Order = "order",
        /// Words stand on two sides of the end of a cell, an item or a block, where the quote runs them together.
        Apart = "apart",
        /// Other words.
        Wording = "wording",
    }
}

impl From<Turn> for DifferenceKind {
    fn from(turn: Turn) -> Self {
        match turn {
            Turn::Negation | Turn::Denial => DifferenceKind::Negation,
            Turn::Doubt | Turn::Condition => DifferenceKind::Hedge,
        }
    }
}

/// The words in which `quote` differs from `passage`, in order. Empty only where the two fold to the same.
pub(super) fn differs(quote: &str, passage: &str) -> Vec<Difference> {
    let (said, stands) = (FoldedSide::new(quote), FoldedSide::new(passage));
    let (head, tail) = shared_ends(said.text(), stands.text());
    let differences = compare(&said, &stands, said.tokens(head, tail), stands.tokens(head, tail));
    if !differences.is_empty() || said.text().trim() == stands.text().trim() {
        return differences;
    }
    // Only the spaces around punctuation differ: compare what stands between spaces.
    let spaces = compare(&said, &stands, said.between_spaces(), stands.between_spaces()).into_iter();
    spaces.map(|difference| Difference { kind: DifferenceKind::Punctuation, ..difference }).collect()
}

/// How many bytes of whole words two texts have in common at their beginning and at their end.
fn shared_ends(a: &str, b: &str) -> (usize, usize) {
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let head = a.as_bytes()[..same].iter().rposition(|byte| *byte == b' ').map_or(0, |space| space + 1);
    let (a, b) = (&a.as_bytes()[head..], &b.as_bytes()[head..]);
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let tail = a[a.len() - same..].iter().position(|byte| *byte == b' ').map_or(0, |space| same - space);
    (head, tail)
}

/// A quote or a passage, and what it folds to.
struct FoldedSide<'a> {
    original: &'a str,
    folded: Folded,
}

impl<'a> FoldedSide<'a> {
    fn new(original: &'a str) -> Self {
        FoldedSide { original, folded: fold(original) }
    }

    fn text(&self) -> &str {
        self.folded.as_str()
    }

    /// The words but for some bytes at the beginning and the end.
    fn tokens(&self, head: usize, tail: usize) -> Vec<Range<usize>> {
        let middle = &self.text()[head..self.text().len() - tail];
        tokens(middle).into_iter().map(|at| at.start + head..at.end + head).collect()
    }

    fn between_spaces(&self) -> Vec<Range<usize>> {
        let offset = |word: &str| word.as_ptr() as usize - self.text().as_ptr() as usize;
        self.text().split_whitespace().map(|word| offset(word)..offset(word) + word.len()).collect()
    }

    /// The original text of a run of words.
    fn shown(&self, words: &[Range<usize>]) -> String {
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => self.original[self.folded.cover(first.start..last.end)].to_owned(),
            _ => String::new(),
        }
    }
}

fn compare(
    said: &FoldedSide<'_>,
    stands: &FoldedSide<'_>,
    old: Vec<Range<usize>>,
    new: Vec<Range<usize>>,
) -> Vec<Difference> {
    let (quote, text) = (slices(said.text(), &old), slices(stands.text(), &new));
    let names = match quote.iter().chain(&text).any(|word| word.starts_with(char::is_uppercase)) {
        true => [said, stands].into_iter().flat_map(|side| names_within(side.text())).collect(),
        false => Vec::new(),
    };
    let changed = token_diff(&quote, &text).into_iter().filter(|(tag, ..)| *tag != DiffTag::Equal);
    changed
        .map(|(_, was, is)| Difference {
            kind: kind(&quote[was.clone()], &text[is.clone()], &names),
            quote: said.shown(&old[was]),
            text: stands.shown(&new[is]),
        })
        .collect()
}

fn kind(quote: &[&str], text: &[&str], names: &[&str]) -> DifferenceKind {
    let words = |tokens: &[&str]| -> Vec<String> {
        tokens.iter().filter(|token| is_word(token)).map(|word| word.to_lowercase()).collect()
    };
    let (said, stands) = (words(quote), words(text));
    let count = |words: &[String], is: fn(&str) -> bool| words.iter().filter(|word| is(word)).count();
    let differ = |is: fn(&str) -> bool| count(&said, is) != count(&stands, is);
    let numbers = |words: &[String]| words.iter().filter(|word| is_number(word)).cloned().collect::<Vec<_>>();
    let (old_names, new_names) = (among(quote, names), among(text, names));
    let one_sided = said.is_empty() || stands.is_empty();
    let number = match one_sided {
        // A clause with a number in it is an omission; `million` alone is another number.
        true => {
            !(said.is_empty() && stands.is_empty()) && said.iter().chain(&stands).all(|word| is_number(word))
        }
        false => numbers(&said) != numbers(&stands),
    };
    // So is a clause with a "not" in it, while "did not" alone turns the rest around.
    let telling = !one_sided || said.len() + stands.len() <= FEW_WORDS;
    match () {
        _ if number => DifferenceKind::Number,
        _ if telling && differ(is_negation) => DifferenceKind::Negation,
        _ if !old_names.is_empty() && !new_names.is_empty() && old_names != new_names => DifferenceKind::Name,
        _ if telling && differ(is_hedge) => DifferenceKind::Hedge,
        _ if said == stands && said.concat() != "" && quote.len() == text.len() => DifferenceKind::Case,
        _ if said == stands => DifferenceKind::Punctuation,
        _ if said.is_empty() => DifferenceKind::Omission,
        _ if stands.is_empty() => DifferenceKind::Addition,
        _ => DifferenceKind::Wording,
    }
}

fn among<'a>(words: &[&'a str], names: &[&str]) -> Vec<&'a str> {
    words.iter().copied().filter(|word| names.contains(word)).collect()
}

/// Words with a capital inside a sentence. One at its start is a name only if it stands inside another as well.
fn names_within(text: &str) -> Vec<&str> {
    let words = slices(text, &tokens(text));
    let inside = words
        .windows(2)
        .filter(|pair| !pair[0].ends_with(['.', '!', '?', ':', '"', '\'']))
        .map(|pair| pair[1]);
    inside.filter(|word| word.starts_with(char::is_uppercase) && *word != "I").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The differences as (quote, text, kind).
    fn shown(quote: &str, text: &str) -> Vec<(String, String, DifferenceKind)> {
        differs(quote, text)
            .into_iter()
            .map(|difference| (difference.quote, difference.text, difference.kind))
            .collect()
    }

    #[test]
    fn each_kind_is_named() {
        use DifferenceKind::*;
        for (quote, text, said, stands, kind) in [
            ("they lost 43 trucks", "they lost 34 trucks", "43", "34", Number),
            ("it cost $15 million", "it cost $1.5 million", "$15", "$1.5", Number),
            ("it cost $1.5", "it cost $1.5 million", "", "million", Number),
            ("a change of 3 percent", "a change of -3 percent", "3", "-3", Number),
            ("they lost two trucks", "they lost three trucks", "two", "three", Number),
            ("it did burn", "it did not burn", "", "not", Negation),
            ("it burned", "it burned, though not for 3 days", "", ", though not for 3 days", Omission),
            ("the march to Kirov", "the march to Kiruna", "Kirov", "Kiruna", Name),
            ("the guard fled", "the guard reportedly fled", "", "reportedly", Hedge),
            ("the Guard fled", "the guard fled", "Guard", "guard", Case),
            ("they fled, by night", "they fled by night", ",", "", Punctuation),
            ("the men fled", "the young men fled", "", "young", Omission),
            ("the young men fled", "the men fled", "young", "", Addition),
            ("the men fled", "the men ran", "fled", "ran", Wording),
        ] {
            assert_eq!(shown(quote, text), [(said.to_owned(), stands.to_owned(), kind)], "{quote}");
        }
    }

    #[test]
    fn swapped_names_are_two_names() {
        let found = differs("Chad wrote to Niger in May", "Niger wrote to Chad in May");
        assert!(found.iter().any(|difference| difference.kind == DifferenceKind::Name), "{found:?}");
    }

    #[test]
    fn typography_is_no_difference_and_is_shown_as_it_stands() {
        assert_eq!(shown("\"so it's\" – done", "“so it’s” - done"), []);
        let found = shown("the old com-\nmander fled", "the old ‘captain’ fled");
        assert_eq!(found[0], ("com-\nmander".to_owned(), "‘captain’".to_owned(), DifferenceKind::Wording));
    }

    #[test]
    fn a_space_before_a_full_stop_is_no_difference_and_one_in_a_number_is() {
        assert_eq!(shown("they fled .", "they fled."), []);
        assert_eq!(shown("by 3 .5 a day", "by 3.5 a day").len(), 1);
    }
}
