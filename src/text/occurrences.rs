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
/// neither side breaks a line at a hyphen.
pub(crate) fn across_line_ends<'a>(
    text: &'a Folded,
    quote: &'a Folded,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let blank = quote.as_str().len() - quote.as_str().trim_start().len();
    let words = quote.as_str().trim();
    let first_break = quote.breaks().first().map_or(words.len(), |first| first.at - blank);
    let first = &words[..words.find('-').unwrap_or(words.len()).min(first_break)];
    let broken =
        !first.is_empty() && (!quote.breaks().is_empty() || !text.breaks().is_empty() && words.contains('-'));
    let starts = broken.then(|| places(text.as_str(), first)).into_iter().flatten();
    starts.filter_map(move |at| {
        let rest = Broken { text: &words[first.len()..], from: blank + first.len(), breaks: quote.breaks() };
        let end =
            match_end(Broken { text: &text.as_str()[at.end..], from: at.end, breaks: text.breaks() }, rest)?;
        Some(at.start..end)
    })
}

/// The rest of a folded text, where it begins, and where its lines ended inside words.
#[derive(Clone, Copy)]
struct Broken<'a> {
    text: &'a str,
    from: usize,
    breaks: &'a [Break],
}

impl Broken<'_> {
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
    fn nothing_else_is_taken_for_a_hyphen() {
        assert!(broken("a well-known man", "a wellknown man").is_empty());
        assert!(broken("a well-\nknown man", "a well-known men").is_empty());
        assert!(broken("a change of 3-\nfold", "a change of -3-fold").is_empty());
    }
}
