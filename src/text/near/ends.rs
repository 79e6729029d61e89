//! Where a passage that resembles a quote begins and ends: with whole words, and where the quote does.

use std::ops::Range;

use similar::DiffTag;

use crate::text::fold::Folded;
use crate::text::glyph::joins;
use crate::text::word_diff::token_diff;
use crate::text::words::{slices, tokens};

/// A passage is widened by at most half the quote, or so many bytes where that is more.
const REACH: usize = 120;

/// The stretch widened to where the quote's first and last words stand, if words before the one or behind the other
/// changed: `at noon.` is all of `at noon or later.`
pub(super) fn both_ends(quote: &str, folded: &Folded, at: Range<usize>) -> Range<usize> {
    let (text, blank_lines) = (folded.as_str(), folded.blank_lines());
    let ends =
        |text: &'_ str| text.split(' ').next().map(str::len).zip(text.rsplit(' ').next().map(str::len));
    let passage = &text[at.clone()];
    if let Some((first, last)) = ends(quote)
        && passage.starts_with(&quote[..first])
        && passage.ends_with(&quote[quote.len() - last..])
    {
        return at;
    }
    let (said, stands) = (tokens(quote), tokens(passage));
    let (said, stands) = (slices(quote, &said), slices(&text[at.clone()], &stands));
    let (Some(first), Some(last)) = (said.first(), said.last()) else { return at };
    if stands.first() == Some(first) && stands.last() == Some(last) {
        return at;
    }
    let runs = token_diff(&said, &stands);
    let lost = |tag: DiffTag, run: &Range<usize>| if tag == DiffTag::Delete { run.len() } else { 0 };
    let reach = (quote.len() / 2).max(REACH);
    let mut wide = at.clone();
    if let Some((tag, run, _)) = runs.first().filter(|(tag, ..)| *tag != DiffTag::Equal) {
        let paragraph = blank_lines[..blank_lines.partition_point(|blank| *blank < at.start)].last();
        let from = at.start.saturating_sub(reach).max(paragraph.map_or(0, |blank| blank + 1));
        let from = text.ceil_char_boundary(from);
        wide.start = from + earlier_start(&text[from..at.start], first, lost(*tag, run));
    }
    if let Some((tag, run, _)) = runs.last().filter(|(tag, ..)| *tag != DiffTag::Equal) {
        let paragraph = blank_lines.get(blank_lines.partition_point(|blank| *blank < at.end));
        let to = (at.end + reach).min(paragraph.map_or(text.len(), |blank| *blank));
        wide.end += later_end(&text[at.end..text.floor_char_boundary(to)], last, lost(*tag, run));
    }
    wide
}

/// Where the passage begins in the text before it: with the word that the quote begins with, in the same sentence;
/// else as many words before as have none they stand for.
fn earlier_start(before: &str, first: &str, lost: usize) -> usize {
    let words = tokens(before);
    let stop = words.iter().rposition(|word| is_stop(&before[word.clone()])).map_or(0, |stop| stop + 1);
    let same = words.iter().rposition(|word| before[word.clone()] == *first).filter(|same| *same >= stop);
    let start = same.unwrap_or(words.len().saturating_sub(lost).max(stop));
    words.get(start).map_or(before.len(), |word| word.start)
}

/// How much of the text behind it belongs to the passage: up to the word that the quote ends with, in the same
/// sentence; else as many words behind as have none they stand for.
fn later_end(behind: &str, last: &str, lost: usize) -> usize {
    let words = tokens(behind);
    let stop = words.iter().position(|word| is_stop(&behind[word.clone()])).unwrap_or(words.len());
    let same = words.iter().position(|word| behind[word.clone()] == *last).filter(|same| *same <= stop);
    let count = same.map_or(lost.min(stop), |same| same + 1);
    words[..count].last().map_or(0, |word| word.end)
}

/// Whether a token ends a sentence.
fn is_stop(token: &str) -> bool {
    token.starts_with(['.', '!', '?', '。', '؟'])
}

/// The stretch without space at its ends, widened so that it cuts no word.
pub(super) fn whole_words(text: &str, at: Range<usize>) -> Range<usize> {
    let part = &text[at.clone()];
    let mut start = at.start + part.len() - part.trim_start().len();
    let mut end = at.start + part.trim_end().len();
    if start >= end {
        return at;
    }
    let goes_on = |at: usize| {
        let around = text[..at].chars().next_back().zip(text[at..].chars().next());
        around.is_some_and(|(before, after)| joins(before, after))
    };
    while goes_on(start) {
        start -= text[..start].chars().next_back().map_or(1, char::len_utf8);
    }
    while goes_on(end) {
        end += text[end..].chars().next().map_or(1, char::len_utf8);
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    const TEXT: &str = "A HEADING\n\nIn spring the ferry sank off Samos, or so they say. Nobody drowned.";

    fn widened(quote: &str, part: &str) -> String {
        let folded = fold(TEXT);
        let start = folded.as_str().find(part).unwrap();
        folded.as_str()[both_ends(quote, &folded, start..start + part.len())].to_owned()
    }

    #[test]
    fn a_changed_end_is_shown_to_its_own_end() {
        assert_eq!(
            widened("ferry sank off Samos.", "ferry sank off Samos"),
            "ferry sank off Samos, or so they say."
        );
        assert_eq!(widened("ferry sank off Kos", "ferry sank off"), "ferry sank off Samos");
        assert_eq!(widened("ferry sank off Samos", "ferry sank off Samos"), "ferry sank off Samos");
    }

    #[test]
    fn a_changed_beginning_is_shown_from_its_own() {
        assert_eq!(widened("A ferry sank", "ferry sank"), "the ferry sank", "not from the heading");
        assert_eq!(widened("In May the ferry sank", "the ferry sank"), "In spring the ferry sank");
        assert_eq!(widened("Somebody drowned.", "drowned."), "Nobody drowned.");
    }

    #[test]
    fn no_word_is_cut() {
        assert_eq!(&TEXT[whole_words(TEXT, 15..23)], "spring the");
        assert_eq!(&TEXT[whole_words(TEXT, 11..12)], "In");
    }
}
