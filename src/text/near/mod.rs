//! The passage of a text that most resembles a quote: seeded by exact pieces, then aligned.

mod alike;
mod ends;
pub(crate) mod likeness;

use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem;

use super::fold::Folded;
use super::near::likeness::likeness;
use super::word_diff::{is_word, tokens};
use alike::{Aligner, CLOSE, Fit, fit_around};
use ends::{both_ends, whole_words};

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
/// How many stretches that share many short runs of bytes with the quote are followed up.
const DENSE: usize = 4;

/// The stretch of a folded text that most resembles a folded quote; `None` where nothing does.
///
/// Time is linear in the text, and at most quadratic over 64 in the first 16,384 characters of the quote; memory is
/// linear in both.
pub(crate) fn nearest(quote: &str, folded: &Folded) -> Option<Range<usize>> {
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

/// Where the stretches begin that share most short runs of bytes with the quote, the best first.
fn dense_stretches(quote: &[u8], text: &[u8]) -> Vec<usize> {
    let run = match quote.len() {
        0..40 => 3,
        40..400 => 4,
        400..2000 => 6,
        _ => 8,
    };
    let (width, half) = (quote.len(), quote.len().div_ceil(2));
    if text.len() <= width || width < run {
        return vec![0];
    }
    let bits = (width * 8).next_power_of_two().clamp(1 << 10, 1 << 18);
    let mask = u64::MAX >> (64 - 8 * run);
    let slots = |bytes: &[u8], each: &mut dyn FnMut(usize)| {
        let mut value = 0u64;
        for (i, byte) in bytes.iter().enumerate() {
            value = (value << 8 | u64::from(*byte)) & mask;
            if i + 1 >= run {
                each((value.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize % bits);
            }
        }
    };
    let mut of_quote = vec![0u64; bits / 64];
    slots(quote, &mut |slot| of_quote[slot / 64] |= 1 << (slot % 64));
    let mut shared: Vec<u8> = Vec::with_capacity(text.len());
    slots(text, &mut |slot| shared.push((of_quote[slot / 64] >> (slot % 64) & 1) as u8));
    // The densest stretch that ends in each half width; neighbours that are the same stretch go later.
    let span = width - run + 1;
    let mut peaks: Vec<(u32, usize)> = vec![(0, 0); shared.len() / half + 1];
    let mut count = 0u32;
    for (i, hit) in shared.iter().enumerate() {
        count += u32::from(*hit);
        if i >= span {
            count -= u32::from(shared[i - span]);
        }
        let peak = &mut peaks[i / half];
        if count > peak.0 {
            *peak = (count, (i + 1).saturating_sub(span));
        }
    }
    peaks.sort_by_key(|(count, start)| (std::cmp::Reverse(*count), *start));
    let mut starts: Vec<usize> = Vec::with_capacity(DENSE);
    for (_, start) in peaks {
        if starts.len() == DENSE {
            break;
        }
        if starts.iter().all(|other| other.abs_diff(start) > half / 2) {
            starts.push(start);
        }
    }
    starts
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
        nearest(quote, &fold(TEXT)).map(|at| &TEXT[at])
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
        assert_eq!(nearest("any words at all", &fold("")), None);
    }
}
