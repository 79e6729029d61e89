//! Whether a passage is longer than a quote need be: a whole sentence, or too many words.

use std::ops::Range;

use super::glyph::{Glyph, glyph};
use super::line_column::blank_line;
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

/// No sentence is looked for further away, in bytes.
const REACH: usize = 2000;

/// The sentence, or the sentences, that the passage at `at` of `text` stands in; not beyond its paragraph.
pub(crate) fn sentence_around(text: &str, at: &Range<usize>) -> Range<usize> {
    let from = text.floor_char_boundary(at.start.saturating_sub(REACH));
    let to = text.ceil_char_boundary((at.end + REACH).min(text.len()));
    let start = last_end(text, from..at.start).unwrap_or(from);
    let end = match stop_within(text, at) {
        true => at.end,
        false => first_end(text, at.end..to).unwrap_or(to),
    };
    start..end.max(at.end)
}

/// Whether a passage ends with the stop of its sentence.
fn stop_within(text: &str, at: &Range<usize>) -> bool {
    let words = text[at.clone()].trim_end_matches(is_wrapping);
    let last = words.char_indices().next_back().filter(|(_, c)| is_stop(*c));
    last.is_some_and(|(stop, _)| ends_at(text, at.start + stop))
}

/// Where the first sentence of a stretch ends, before the stop; `None` where none does.
pub(crate) fn first_end(text: &str, within: Range<usize>) -> Option<usize> {
    let part = &text[within.clone()];
    let blank = blank_line(part).map(|(at, _)| within.start + at);
    let stops = part.char_indices().filter(|(_, c)| is_stop(*c)).map(|(at, _)| within.start + at);
    let stop = stops.take_while(|at| blank.is_none_or(|blank| *at < blank)).find(|at| ends_at(text, *at));
    stop.or(blank)
}

/// Where the last sentence of a stretch begins, behind the stop before it; `None` where none does.
pub(crate) fn last_end(text: &str, within: Range<usize>) -> Option<usize> {
    let part = &text[within.clone()];
    let mut blank = None;
    while let Some((_, next)) = blank_line(&part[blank.unwrap_or(0)..]) {
        blank = Some(blank.unwrap_or(0) + next);
    }
    let from = blank.unwrap_or(0);
    let stops = part[from..].char_indices().filter(|(_, c)| is_stop(*c));
    let stop = stops.rev().map(|(at, c)| (within.start + from + at, c)).find(|(at, _)| ends_at(text, *at));
    stop.map(|(at, c)| at + c.len_utf8()).or(blank.map(|from| within.start + from))
}

/// Whether the stop at `at` ends a sentence.
fn ends_at(text: &str, at: usize) -> bool {
    let Some(stop) = text[at..].chars().next() else { return false };
    let (head, behind) = text.split_at(at + stop.len_utf8());
    let rest = behind.trim_start_matches(is_stop);
    let goes_on = goes_on(rest);
    let spaced = rest.chars().next().is_none_or(is_wrapping) || !stop.is_ascii();
    // `No. 5` is a label, and `No.` an answer; `U.S.` may end a sentence, and `Gen.` does not.
    let answers = text[..at].ends_with("No") && !rest.trim_start().starts_with(char::is_numeric);
    let whole = !is_abbreviation(head) || answers || !goes_on && is_initialism(&text[..at]);
    // Behind dots, or a quotation within it, a sentence may go on.
    let dots = stop == '…' || stop == '.' && behind.len() > rest.len();
    let quoted = rest.starts_with(|c| glyph(c) == Glyph::DoubleQuote);
    spaced && whole && !(goes_on && (dots || quoted))
}

/// Whether `head` ends in letters parted by full stops, as `U.S`: such a short form may end a sentence too.
fn is_initialism(head: &str) -> bool {
    let mut last = head.chars().rev();
    last.next().is_some_and(char::is_uppercase) && last.next() == Some('.')
}

/// White space, quotation marks and brackets around a sentence.
fn is_wrapping(c: char) -> bool {
    matches!(glyph(c), Glyph::Space | Glyph::Invisible | Glyph::DoubleQuote | Glyph::SingleQuote)
        || matches!(c, '(' | ')' | '[' | ']')
}

/// Whether it may end a sentence.
pub(crate) fn is_stop(c: char) -> bool {
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
    fn a_passage_stands_in_its_sentence() {
        let text = "One fled. In all, Gen. Orlov said, “2.5 tons burned” there! A\n\nHEADING. Then … he left? U.S. aid came.";
        let around = |words: &str| {
            let at = text.find(words).unwrap();
            text[sentence_around(text, &(at..at + words.len()))].trim()
        };
        assert_eq!(around("2.5 tons"), "In all, Gen. Orlov said, “2.5 tons burned” there");
        assert_eq!(around("fled"), "One fled");
        assert_eq!(around("A"), "A", "a blank line ends a sentence");
        assert_eq!(around("HEADING"), "HEADING");
        assert_eq!(around("he left"), "Then … he left");
        assert_eq!(around("aid came"), "U.S. aid came");
        assert_eq!(around("fled. In"), "One fled. In all, Gen. Orlov said, “2.5 tons burned” there");
        assert_eq!(sentence_around("他们说有三人死亡。他逃走了", &(0..9)), 0..24);
        assert_eq!(sentence_around("", &(0..0)), 0..0);
        assert_eq!(sentence_around("He left. If so, why?", &(3..8)), 0..8, "it ends with its own stop");
    }

    #[test]
    fn more_than_twenty_five_words_are_long() {
        let text = "word ".repeat(26);
        assert_eq!(is_long(&text, &(0..text.len())), Some(Long::Words(26)));
        assert_eq!(is_long(&text, &(0..text.len() - 5)), None);
    }
}
