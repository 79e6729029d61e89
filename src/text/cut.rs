//! What a quote leaves off at its edges: the rest of a word, or a negation or hedge that stands directly before it.

use std::ops::Range;

use super::glyph::{Glyph, glyph, joins};
use super::grammar::{bound_ends, hedge_ends, is_number, negation_ends};

/// Something that a quote cuts through or drops at one of its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) kind: CutKind,
    /// The bytes of the text: the whole word or number that is cut, or the words that are dropped.
    pub(crate) at: Range<usize>,
}

/// How a quote is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CutKind {
    /// It begins or stops inside a word, a hyphenated one included: `government` of `anti-government`.
    Word,
    /// It begins or stops inside what is said with a number: `3` of `3%`, `34` of `25-34`.
    Number,
    /// A word that negates or denies stands directly before it.
    Negation,
    /// A word that hedges, or bounds the number it begins with, stands directly before it.
    Hedge,
}

/// What the passage at `at` of `text` cuts through or drops, the gravest first; `None` where it stands whole.
pub(crate) fn cut(text: &str, at: &Range<usize>) -> Option<Cut> {
    dropped_before(text, at).or_else(|| cut_start(text, at)).or_else(|| cut_end(text, at))
}

/// The negation or hedge that stands directly before the passage, in the same sentence.
pub(crate) fn dropped_before(text: &str, at: &Range<usize>) -> Option<Cut> {
    let (words, comma) = words_before(text, at.start);
    let said: Vec<&str> = words.iter().map(|word| &text[word.clone()]).collect();
    let begins_with_number = first_word(&text[at.clone()]).is_some_and(is_number);
    let found = match (negation_ends(&said), hedge_ends(&said), bound_ends(&said)) {
        (n, _, _) if n > 0 && !comma => (CutKind::Negation, n),
        (_, n, _) if n > 0 => (CutKind::Hedge, n),
        (_, _, n) if n > 0 && begins_with_number && !comma => (CutKind::Hedge, n),
        _ => return None,
    };
    let first = words[words.len() - found.1].start;
    Some(Cut { kind: found.0, at: first..words.last()?.end })
}

/// Up to three words directly before `end` in its sentence, and whether a comma stands behind them.
fn words_before(text: &str, end: usize) -> (Vec<Range<usize>>, bool) {
    let mut words = Vec::new();
    let mut comma = false;
    let head = text[..end].trim_end_matches(|c: char| {
        comma |= c == ',';
        let quotation =
            matches!(glyph(c), Glyph::Space | Glyph::Invisible | Glyph::DoubleQuote | Glyph::SingleQuote);
        quotation || matches!(c, ',' | '(' | '[')
    });
    let mut at = head.len();
    if at == end {
        return (words, comma);
    }
    while words.len() < 3 {
        let word = text[..at].trim_end_matches(is_word_part);
        if word.len() == at {
            break;
        }
        words.insert(0, word.len()..at);
        at = word.trim_end_matches(char::is_whitespace).len();
    }
    (words, comma)
}

fn is_word_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(glyph(c), Glyph::SingleQuote | Glyph::Dash)
}

fn first_word(quote: &str) -> Option<&str> {
    quote
        .split(|c: char| c.is_whitespace())
        .find(|word| word.contains(char::is_alphanumeric))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn cut_start(text: &str, at: &Range<usize>) -> Option<Cut> {
    let first = text[at.clone()].chars().next()?;
    let mut head = text[..at.start].chars();
    let (before, further) = (head.next_back()?, head.next_back());
    if !(joins(before, first) || further.is_some_and(|further| links(further, before, first))) {
        return None;
    }
    let kind = if before.is_numeric() || first.is_numeric() { CutKind::Number } else { CutKind::Word };
    Some(Cut { kind, at: whole_word(text, at.start) })
}

fn cut_end(text: &str, at: &Range<usize>) -> Option<Cut> {
    let last = text[at.clone()].chars().next_back()?;
    let mut tail = text[at.end..].chars();
    let (after, further) = (tail.next()?, tail.next());
    if joins(last, after)
        || further.is_some_and(|further| links(last, after, further))
        || last.is_numeric() && after == '%'
    {
        let kind = if last.is_numeric() { CutKind::Number } else { CutKind::Word };
        return Some(Cut { kind, at: whole_word(text, at.end) });
    }
    None
}

/// Whether a hyphen or an apostrophe between two letters or digits makes one word of them.
fn links(before: char, link: char, after: char) -> bool {
    matches!(glyph(link), Glyph::SingleQuote | Glyph::Dash) && joins(before, after)
}

/// The word around `at`, with its hyphens and apostrophes.
fn whole_word(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].trim_end_matches(is_word_part).len();
    let end = text.len() - text[at..].trim_start_matches(|c| is_word_part(c) || c == '%').len();
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How the first place of `quote` in `text` is cut, and the words that shows.
    fn cut_of<'t>(text: &'t str, quote: &str) -> Option<(CutKind, &'t str)> {
        let start = text.find(quote).unwrap();
        cut(text, &(start..start + quote.len())).map(|cut| (cut.kind, &text[cut.at]))
    }

    #[test]
    fn words_that_are_cut_through() {
        for (text, quote, whole) in [
            ("seventy skilled workers", "killed workers", "skilled"),
            ("they met on Sunday", "met on Sun", "Sunday"),
            ("the anti-government forces", "government forces", "anti-government"),
            ("an attack by Iran-backed men", "attack by Iran", "Iran-backed"),
            ("they hit Iraq’s embassy", "hit Iraq", "Iraq’s"),
        ] {
            assert_eq!(cut_of(text, quote), Some((CutKind::Word, whole)), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_cut_through() {
        for (text, quote, whole) in [
            ("turnout rose to 34% there", "rose to 34", "34%"),
            ("a group of 25-34 people", "34 people", "25-34"),
        ] {
            assert_eq!(cut_of(text, quote), Some((CutKind::Number, whole)), "{text}");
        }
    }

    #[test]
    fn negations_and_hedges_directly_before() {
        for (text, quote, kind, dropped) in [
            ("The army did not strike the clinic", "strike the clinic", CutKind::Negation, "not"),
            ("The army didn’t strike the clinic", "strike the clinic", CutKind::Negation, "didn’t"),
            ("The army denied striking the clinic", "striking the clinic", CutKind::Negation, "denied"),
            ("It did not \"strike the clinic\"", "strike the clinic", CutKind::Negation, "not"),
            ("Allegedly, two men fled", "two men fled", CutKind::Hedge, "Allegedly"),
            ("It is believed to be empty", "be empty", CutKind::Hedge, "believed to"),
            ("at least 34 people fled", "34 people fled", CutKind::Hedge, "at least"),
        ] {
            assert_eq!(cut_of(text, quote), Some((kind, dropped)), "{text}");
        }
    }

    #[test]
    fn what_stands_whole() {
        for (text, quote) in [
            ("The army struck the clinic.", "struck the clinic"),
            ("Was it so? No. Two men fled.", "Two men fled"),
            ("No, two men fled", "two men fled"),
            ("they walked about the town", "the town"),
            ("他们说有三人死亡", "三人"),
            ("the guards' house", "the guards"),
        ] {
            assert_eq!(cut_of(text, quote), None, "{text}");
        }
    }
}
