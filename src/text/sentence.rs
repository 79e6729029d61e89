//! Whether a passage is longer than a quote need be: a whole sentence, or too many words.

use std::ops::Range;

use super::glyph::{Glyph, glyph};
use super::words::count_words;

/// More words than this are long, wherever the passage begins and ends.
pub(crate) const MOST_WORDS: usize = 25;

/// Why a passage is long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Long {
    /// It has more than [`MOST_WORDS`] words: how many.
    Words(usize),
    /// It is one or more whole sentences; the full stop may be left off.
    Sentence,
}

/// Why the passage at `at` of `text` is long; `None` where it is not. A line without a full stop is no sentence.
pub(crate) fn is_long(text: &str, at: &Range<usize>) -> Option<Long> {
    let passage = &text[at.clone()];
    match count_words(passage) {
        0 => None,
        words if words > MOST_WORDS => Some(Long::Words(words)),
        _ => {
            let start = at.start + passage.len() - passage.trim_start_matches(is_wrapping).len();
            let end = at.start + passage.trim_end_matches(is_wrapping).len();
            (begins_sentence(text, start) && ends_sentence(text, end)).then_some(Long::Sentence)
        }
    }
}

/// White space, quotation marks and brackets around a sentence.
fn is_wrapping(c: char) -> bool {
    matches!(glyph(c), Glyph::Space | Glyph::Invisible | Glyph::DoubleQuote | Glyph::SingleQuote)
        || matches!(c, '(' | ')' | '[' | ']')
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '۔' | '።')
}

fn begins_sentence(text: &str, start: usize) -> bool {
    if text[start..].chars().next().is_none_or(char::is_lowercase) {
        return false;
    }
    let head = text[..start].trim_end_matches(is_wrapping);
    let gap = &text[head.len()..start];
    let new_paragraph = gap.bytes().filter(|byte| *byte == b'\n').count() > 1;
    match head.chars().next_back() {
        None => true,
        Some(_) if new_paragraph => true,
        Some(stop) => is_stop(stop) && (!gap.is_empty() || !stop.is_ascii()) && !is_abbreviation(head),
    }
}

fn ends_sentence(text: &str, end: usize) -> bool {
    let stopped = text[..end].ends_with(is_stop);
    let tail = if stopped { &text[end..] } else { text[end..].trim_start_matches(is_wrapping) };
    let rest = tail.trim_start_matches(is_stop);
    if !stopped && (rest.len() == tail.len() || text[end..].starts_with(char::is_whitespace)) {
        return false;
    }
    let stop = text.len() - rest.len();
    let wide = text[..stop].chars().next_back().is_some_and(|c| !c.is_ascii());
    (wide || rest.chars().next().is_none_or(is_wrapping))
        && !(is_abbreviation(&text[..stop]) && goes_on(rest))
}

/// Whether a sentence goes on in `rest`, with a small letter.
fn goes_on(rest: &str) -> bool {
    rest.trim_start_matches(is_wrapping).starts_with(|c: char| c.is_lowercase() || c.is_numeric())
}

/// Whether `head` ends in a full stop that belongs to a title, an initial or a short form, as in `Gen.` or `U.S.`
fn is_abbreviation(head: &str) -> bool {
    let Some(head) = head.strip_suffix('.') else { return false };
    let word = &head[head.trim_end_matches(char::is_alphabetic).len()..];
    let short = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Lt", "Sgt", "Maj", "Capt", "Cmdr", "Adm", "Sen",
        "Rep", "Gov", "St", "No", "vs", "etc", "approx", "ca", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul",
        "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Inc", "Ltd", "Co",
    ];
    word.chars().count() == 1 && word.starts_with(char::is_uppercase) || short.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Two trucks burned. The driver of one, a Gen. Orlov said, had fled by night.\n\nA HEADING\n\n\
                        “Nobody slept,” she said. He asked: “Did 3.5 tons burn?”";

    fn long(quote: &str) -> Option<Long> {
        let start = TEXT.find(quote).unwrap();
        is_long(TEXT, &(start..start + quote.len()))
    }

    #[test]
    fn whole_sentences_are_long() {
        for quote in [
            "Two trucks burned.",
            "Two trucks burned",
            "The driver of one, a Gen. Orlov said, had fled by night.",
            "“Nobody slept,” she said.",
            "Nobody slept,” she said",
        ] {
            assert_eq!(long(quote), Some(Long::Sentence), "{quote}");
        }
    }

    #[test]
    fn parts_of_sentences_and_headings_are_not() {
        for quote in [
            "trucks burned.",
            "Two trucks",
            "Orlov said, had fled by night.",
            "The driver of one",
            "A HEADING",
            "slept",
        ] {
            assert_eq!(long(quote), None, "{quote}");
        }
    }

    #[test]
    fn more_than_twenty_five_words_are_long() {
        let text = "word ".repeat(26);
        assert_eq!(is_long(&text, &(0..text.len())), Some(Long::Words(26)));
        assert_eq!(is_long(&text, &(0..text.len() - 5)), None);
    }
}
