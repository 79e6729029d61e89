//! Every place of a string in a text: overlapping ones, and those where a line ends inside a word.

use std::ops::Range;

use memchr::memmem;

use super::fold::{Break, Folded};

/// Every place of `part`, which is not empty, in `text`; places may overlap.
pub(crate) fn places<'a>(text: &'a str, part: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let finder = memmem::Finder::new(part);
    let first = part.chars().next().map_or(1, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + finder.find(text.as_bytes().get(from..)?)?;
        from = start + first;
        Some(start..start + part.len())
    })
}

/// The places of a quote where a hyphen at the end of a line, on either side, is not the page's but the word's.
///
/// Folding takes `well-`, `known` for `wellknown`; here it is `well-known` and `well- known` as well. None where
/// neither side breaks a line at a hyphen. A quotation mark that only opens a quotation again with its next paragraph, on
/// either side, may be missing on the other.
pub(crate) fn across_line_ends<'a>(
    text: &'a Folded,
    quote: &'a Folded,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let blank = quote.as_str().len() - quote.as_str().trim_start().len();
    let words = quote.as_str().trim();
    let first_break = quote.breaks().first().map_or(words.len(), |first| first.at - blank);
    let first = &words[..words.find('-').unwrap_or(words.len()).min(first_break)];
    // A paragraph of a quotation that goes on ends with a stop.
    let reopened = !text.reopened().is_empty() || !quote.reopened().is_empty();
    let first = &first[..first.find(|c| reopened && is_stop(c)).unwrap_or(first.len())];
    let goes_on = reopened && first.len() < words.len();
    let hyphens = !quote.breaks().is_empty() || !text.breaks().is_empty() && words.contains('-');
    let broken = !first.is_empty() && (hyphens || goes_on);
    let starts = broken.then(|| places(text.as_str(), first)).into_iter().flatten();
    starts.filter_map(move |at| {
        let rest = Broken::new(quote, &words[first.len()..], blank + first.len());
        let end = match_end(Broken::new(text, &text.as_str()[at.end..], at.end), rest)?;
        Some(at.start..end)
    })
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | '!' | '?' | ':' | ';' | '。' | '؟')
}

/// The rest of a folded text, where it begins, where its lines ended inside words, and where quotations are opened again.
#[derive(Clone, Copy)]
struct Broken<'a> {
    text: &'a str,
    from: usize,
    breaks: &'a [Break],
    reopened: &'a [usize],
}

impl<'a> Broken<'a> {
    fn new(of: &'a Folded, text: &'a str, from: usize) -> Self {
        Broken { text, from, breaks: of.breaks(), reopened: of.reopened() }
    }

    /// Itself behind a quotation mark that only opens a quotation again.
    fn without_mark(self) -> Option<Self> {
        let is_again = self.first() == Some('"') && self.reopened.binary_search(&self.from).is_ok();
        is_again.then(|| self.skip(1))
    }

    fn skip(self, bytes: usize) -> Self {
        Broken { text: &self.text[bytes..], from: self.from + bytes, ..self }
    }

    fn first(self) -> Option<char> {
        self.text.chars().next()
    }

    /// `other` without the hyphen and the space that it has here and this side does not, because its line ended here.
    fn without_line_end<'b>(self, other: Broken<'b>) -> Option<Broken<'b>> {
        let here = self.breaks.binary_search_by_key(&self.from, |broken| broken.at).ok()?;
        let hyphen = if self.breaks[here].joined { other.text.strip_prefix('-')? } else { other.text };
        let rest = hyphen.strip_prefix(' ').unwrap_or(hyphen);
        (rest.len() < other.text.len()).then(|| other.skip(other.text.len() - rest.len()))
    }
}

/// Where in the text the quote ends that begins where both do; `None` where they differ.
fn match_end(mut text: Broken<'_>, mut quote: Broken<'_>) -> Option<usize> {
    while let Some(c) = quote.first() {
        if text.first() == Some(c) {
            (text, quote) = (text.skip(c.len_utf8()), quote.skip(c.len_utf8()));
        } else if let Some(rest) = text.without_mark() {
            text = rest;
        } else if let Some(rest) = quote.without_mark() {
            quote = rest;
        } else if let Some(rest) = text.without_line_end(quote) {
            quote = rest;
        } else {
            text = quote.without_line_end(text)?;
        }
    }
    Some(text.from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    fn broken(text: &str, quote: &str) -> Vec<String> {
        let folded = fold(text);
        let quote = fold(quote);
        across_line_ends(&folded, &quote).map(|at| text[folded.span(at).unwrap()].to_owned()).collect()
    }

    #[test]
    fn places_may_overlap() {
        assert_eq!(places("cococo", "coco").collect::<Vec<_>>(), [0..4, 2..6]);
        assert_eq!(places("éé", "é").collect::<Vec<_>>(), [0..2, 2..4]);
        assert_eq!(places("", "x").count(), 0);
    }

    #[test]
    fn a_hyphen_at_the_end_of_a_line_may_be_the_words_own() {
        assert_eq!(broken("a well-\nknown man", "a well-known man"), ["a well-\nknown man"]);
        assert_eq!(broken("a well-\nknown man", "well- known"), ["well-\nknown"]);
        assert_eq!(broken("a well-known man", "a well-\n known man"), ["a well-known man"]);
        assert_eq!(
            broken("two well-\nknown har-\nbours", "well-known harbours"),
            ["well-\nknown har-\nbours"]
        );
        assert_eq!(broken("the COVID-\n19 ward", "COVID- 19 ward"), ["COVID-\n19 ward"]);
    }

    #[test]
    fn a_quotation_mark_that_opens_again_may_be_missing() {
        let text = "“We saw it rise.\n\n“Until now,” he said.";
        assert_eq!(broken(text, "saw it rise. Until now"), ["saw it rise.\n\n“Until now"]);
        assert_eq!(broken("We saw it rise. Until now", text.split(',').next().unwrap()), [""; 0]);
        assert_eq!(broken("“We saw it rise. Until now", &text[..32]), ["“We saw it rise. Until now"]);
        assert!(broken("“We saw it,” he said.\n\n“Until now,”", "he said. Until now").is_empty());
    }

    #[test]
    fn nothing_else_is_taken_for_a_hyphen() {
        assert!(broken("a well-known man", "a wellknown man").is_empty());
        assert!(broken("a well-\nknown man", "a well-known men").is_empty());
        assert!(broken("a change of 3-\nfold", "a change of -3-fold").is_empty());
    }
}
