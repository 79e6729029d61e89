//! The passage of a text that most resembles a quote: seeded by exact pieces, then aligned.

use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem;

use super::alike::{Aligner, CLOSE, Fit, fit_around};
use super::dense::dense_stretches;
use super::ends::{both_ends, whole_words};
use super::likeness::likeness;
use crate::text::fold::Folded;
use crate::text::words::{is_word, tokens};

/// A passage less like the quote than this does not resemble it. Unrelated prose in one language is about 0.5 alike,
/// a few words by chance more than that.
const NEAR: f64 = 0.68;
const NEAR_SHORT: f64 = 0.75;
/// A quote of fewer characters is short.
const SHORT: usize = 24;
/// A passage that has this share of the quote's words resembles it in whatever order they stand.
const SAME_WORDS: f64 = 0.9;
/// Of a longer quote its beginning is looked for; in characters.
const LONGEST: usize = 16_384;
/// A shorter quote resembles too much; in characters.
const SHORTEST: usize = 4;
/// How many pieces of a quote are looked for exactly, how long they are at most, and how often each is followed up.
const PIECES: usize = 8;
const PIECE_BYTES: usize = 24;
const PLACES: usize = 4;

/// The stretch of a folded text that most resembles a folded quote; `None` where nothing does.
///
/// Time is linear in the text, and at most quadratic over 64 in the first 16,384 characters of the quote; memory is
/// linear in both.
pub(crate) fn most_alike(quote: &str, folded: &Folded) -> Option<Range<usize>> {
    let (quote, text) = (quote.trim(), folded.as_str());
    let head = quote.char_indices().nth(LONGEST).map_or(quote, |(end, _)| &quote[..end]);
    let chars = head.chars().count();
    if chars < SHORTEST || text.is_empty() {
        return None;
    }
    let enough = if chars < SHORT { NEAR_SHORT } else { NEAR };
    let mut best = around_pieces(head, text);
    if best.likeness < CLOSE {
        let aligner = Aligner::new(head);
        let dense = dense_stretches(head.as_bytes(), text.as_bytes());
        best = dense.iter().fold(best, |best, start| best.or(aligner.fit(text, *start)));
        if best.likeness < enough {
            return dense.first().and_then(|start| same_words(head, text, *start));
        }
    }
    if head.len() < quote.len() {
        let end = (best.at.end + (quote.len() - head.len())).min(text.len());
        return Some(whole_words(text, best.at.start..text.ceil_char_boundary(end)));
    }
    Some(both_ends(quote, folded, whole_words(text, best.at)))
}

/// The best fit around the places of a few exact pieces of the quote; the first piece with a close one will do.
fn around_pieces(quote: &str, text: &str) -> Fit {
    let mut best = Fit::NONE;
    let mut tried: Vec<usize> = Vec::new();
    for (offset, piece) in exact_pieces(quote) {
        for hit in memmem::find_iter(text.as_bytes(), piece).take(PLACES) {
            let start = hit.saturating_sub(offset);
            if tried.iter().any(|other| other.abs_diff(start) <= quote.len() / 4) {
                continue;
            }
            tried.push(start);
            best = best.or(fit_around(quote, text, offset, hit));
        }
        if best.likeness >= CLOSE {
            break;
        }
    }
    best
}

/// Pieces of a quote that may have come through a change unharmed, with their offsets; longer quotes give longer
/// ones.
fn exact_pieces(quote: &str) -> impl Iterator<Item = (usize, &[u8])> {
    let count = (quote.len() / 12).min(PIECES);
    let step = quote.len() / count.max(1);
    (0..count).map(move |i| (i * step, &quote.as_bytes()[i * step..][..step.min(PIECE_BYTES)]))
}

/// The stretch around `start` that has the quote's words in another order.
fn same_words(quote: &str, text: &str, start: usize) -> Option<Range<usize>> {
    let from = text.floor_char_boundary(start.saturating_sub(quote.len() / 2));
    let to = text.ceil_char_boundary((start + quote.len() * 3 / 2).min(text.len()));
    let wide = whole_words(text, from..to);
    let words = |text: &'_ str| -> Vec<Range<usize>> {
        tokens(text).into_iter().filter(|at| is_word(&text[at.clone()])).collect()
    };
    let mut wanted: HashMap<&str, usize> = HashMap::new();
    let (mut said, mut shared) = (0, 0);
    for at in words(quote) {
        said += at.len();
        *wanted.entry(&quote[at]).or_default() += 1;
    }
    let window = &text[wide.clone()];
    let found: Vec<Range<usize>> = words(window)
        .into_iter()
        .filter(|at| {
            let left = wanted.get_mut(&window[at.clone()]).filter(|left| **left > 0);
            left.map(|left| *left -= 1).is_some()
        })
        .collect();
    let at = found.first()?.start..found.last()?.end;
    shared += found.iter().map(Range::len).sum::<usize>();
    let stands: usize = words(&window[at.clone()]).iter().map(Range::len).sum();
    let likeness = likeness(shared, said, stands);
    (likeness >= SAME_WORDS).then(|| wide.start + at.start..wide.start + at.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    const TEXT: &str = "The ferry Ariadne left Patras at noon with 212 passengers. It did not stop at Corfu, the \
                        captain said. Patras wrote to Corfu in May, and nobody answered. The crew had been paid.";

    fn near(quote: &str) -> Option<&'static str> {
        most_alike(quote, &fold(TEXT)).map(|at| &TEXT[at])
    }

    #[test]
    fn changed_words_are_near() {
        assert_eq!(
            near("left Patras at noon with 122 passengers"),
            Some("left Patras at noon with 212 passengers")
        );
        assert_eq!(near("It did stop at Corfu"), Some("It did not stop at Corfu"));
        assert_eq!(near("The crew had ben payed"), Some("The crew had been paid"));
        assert_eq!(
            near("The ferry left Patras with passengers"),
            Some("The ferry Ariadne left Patras at noon with 212 passengers")
        );
    }

    #[test]
    fn swapped_names_are_near() {
        assert_eq!(near("Corfu wrote to Patras in May"), Some("Patras wrote to Corfu in May"));
    }

    #[test]
    fn words_run_together_are_near() {
        assert_eq!(near("theferry Ariadne leftPatras"), Some("The ferry Ariadne left Patras"));
    }

    #[test]
    fn other_sentences_are_not() {
        assert_eq!(near("A minister resigned over the budget vote"), None);
        assert_eq!(near("xyz"), None);
        assert_eq!(most_alike("any words at all", &fold("")), None);
    }
}
