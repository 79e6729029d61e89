//! The passage of a text that most resembles a quote: seeded by exact pieces, then aligned.

use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem;
use similar::DiffTag;

use super::fold::Folded;
use super::glyph::joins;
use super::likeness::{Anchor, Pattern, likeness};
use super::words::{is_word, slices, token_diff, tokens};

/// A passage less like the quote than this does not resemble it. Unrelated prose in one language is about 0.5 alike, a
/// few words by chance more than that.
const NEAR: f64 = 0.68;
const NEAR_SHORT: f64 = 0.75;
/// A quote of fewer characters is short.
const SHORT: usize = 24;
/// A passage this like the quote is taken without looking for a better one by other means.
const CLOSE: f64 = 0.85;
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
/// How many characters at either end of a quote show where it begins and ends if much is left out of it.
const END: usize = 8;
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
            best = match dense.first().and_then(|start| same_words(head, text, *start)) {
                Some(fit) => best.or(fit),
                None => best,
            };
        }
    }
    if best.likeness < enough {
        return None;
    }
    if head.len() < quote.len() {
        let end = (best.at.end + (quote.len() - head.len())).min(text.len());
        return Some(whole_words(text, best.at.start..text.ceil_char_boundary(end)));
    }
    Some(both_ends(quote, folded, whole_words(text, best.at)))
}

/// A stretch of text and how like the quote it is.
struct Fit {
    at: Range<usize>,
    likeness: f64,
}

impl Fit {
    const NONE: Fit = Fit { at: 0..0, likeness: 0.0 };

    fn or(self, other: Fit) -> Fit {
        if other.likeness > self.likeness { other } else { self }
    }
}

/// How far beyond the length of the quote a passage may reach.
fn slack(quote: usize) -> usize {
    quote / 2 + 16
}

/// The best fit around the places of a few exact pieces of the quote; the first that is close.
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
            if best.likeness >= CLOSE {
                return best;
            }
        }
    }
    best
}

/// The best fit that holds `quote[offset..]` and `text[hit..]`, which begin alike, against each other.
fn fit_around(quote: &str, text: &str, offset: usize, hit: usize) -> Fit {
    let (before, after) = (
        (&quote.as_bytes()[..offset], &text.as_bytes()[..hit]),
        (&quote.as_bytes()[offset..], &text.as_bytes()[hit..]),
    );
    let back = before.0.iter().rev().zip(before.1.iter().rev()).take_while(|(a, b)| a == b).count();
    let ahead = after.0.iter().zip(after.1).take_while(|(a, b)| a == b).count();
    // Bytes may agree where characters do not.
    let (from, to) = (quote.ceil_char_boundary(offset - back), quote.floor_char_boundary(offset + ahead));
    if from >= to {
        return Fit::NONE;
    }
    let (text_from, text_to) = (hit + from - offset, hit + to - offset);
    let (left, right) = (&quote[..from], &quote[to..]);
    let window_start = text.floor_char_boundary(text_from.saturating_sub(left.len() + slack(left.len())));
    let window_end = text.ceil_char_boundary((text_to + right.len() + slack(right.len())).min(text.len()));
    let (tail, tail_common) = fit_beside(right.chars(), text[text_to..window_end].chars());
    let (head, head_common) = fit_beside(left.chars().rev(), text[window_start..text_from].chars().rev());
    let start = text_from - text[..text_from].chars().rev().take(head).map(char::len_utf8).sum::<usize>();
    let end = text_to + text[text_to..].chars().take(tail).map(char::len_utf8).sum::<usize>();
    let same = quote[from..to].chars().count();
    let chars = same + left.chars().count() + right.chars().count();
    let likeness = likeness(same + tail_common + head_common, chars, same + tail + head);
    Fit { at: start..end, likeness }
}

/// How many characters of a text fit a pattern that begins where it does, and how many both have in common.
fn fit_beside(pattern: impl Iterator<Item = char>, text: impl Iterator<Item = char>) -> (usize, usize) {
    let chars: Vec<char> = pattern.collect();
    if chars.is_empty() {
        return (0, 0);
    }
    let pattern = Pattern::new(&chars);
    let encoded = pattern.encode(text);
    let end = pattern.best_end(&encoded, Anchor::Start);
    (end, pattern.in_common(&encoded[..end]))
}

/// A quote made ready to be aligned with stretches of text.
struct Aligner {
    forward: Pattern,
    backward: Pattern,
    chars: usize,
    bytes: usize,
    /// Its first and last few characters.
    first: String,
    last: String,
}

impl Aligner {
    fn new(quote: &str) -> Self {
        let mut chars: Vec<char> = quote.chars().collect();
        let forward = Pattern::new(&chars);
        let (first, last) =
            (chars.iter().take(END).collect(), chars[chars.len().saturating_sub(END)..].iter().collect());
        chars.reverse();
        Aligner {
            forward,
            backward: Pattern::new(&chars),
            chars: chars.len(),
            bytes: quote.len(),
            first,
            last,
        }
    }

    /// The best fit around the byte where the quote would begin if nothing before it had changed.
    fn fit(&self, text: &str, start: usize) -> Fit {
        let from = text.floor_char_boundary(start.saturating_sub(slack(self.bytes)));
        let to = text.ceil_char_boundary((start + self.bytes + slack(self.bytes)).min(text.len()));
        let window = &text[from..to];
        let encoded = self.forward.encode(window.chars());
        let end = self.forward.best_end(&encoded, Anchor::Free);
        let reversed = self.backward.encode(window.chars().take(end).collect::<Vec<_>>().into_iter().rev());
        let length = self.backward.best_end(&reversed, Anchor::Start);
        let common = self.forward.in_common(&encoded[end - length..end]);
        let byte = |count: usize| from + window.char_indices().nth(count).map_or(window.len(), |(at, _)| at);
        let fit = Fit { at: byte(end - length)..byte(end), likeness: likeness(common, self.chars, length) };
        if fit.likeness >= CLOSE { fit } else { fit.or(self.fit_ends(text, from..to)) }
    }

    /// The stretch of a window between the quote's first and last characters: many words may be left out between.
    fn fit_ends(&self, text: &str, window: Range<usize>) -> Fit {
        let part = &text[window.clone()];
        let Some(start) = part.find(&self.first) else { return Fit::NONE };
        let Some(end) = part[start..].rfind(&self.last).map(|at| start + at + self.last.len()) else {
            return Fit::NONE;
        };
        let encoded = self.forward.encode(part[start..end].chars());
        let likeness = likeness(self.forward.in_common(&encoded), self.chars, encoded.len());
        Fit { at: window.start + start..window.start + end, likeness }
    }
}

/// Pieces of a quote that may have come through a change unharmed, with their offsets; longer quotes give longer ones.
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
    let slot = |bytes: &[u8]| {
        let value = bytes.iter().fold(0u64, |value, byte| value << 8 | u64::from(*byte));
        (value.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize % bits
    };
    let mut of_quote = vec![0u64; bits / 64];
    for bytes in quote.windows(run) {
        let slot = slot(bytes);
        of_quote[slot / 64] |= 1 << (slot % 64);
    }
    let shared: Vec<u8> = text
        .windows(run)
        .map(|bytes| {
            let slot = slot(bytes);
            (of_quote[slot / 64] >> (slot % 64) & 1) as u8
        })
        .collect();
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
fn same_words(quote: &str, text: &str, start: usize) -> Option<Fit> {
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
    (likeness >= SAME_WORDS).then(|| Fit { at: wide.start + at.start..wide.start + at.end, likeness })
}

/// The stretch widened to where the quote's first and last words stand, if words before the one or behind the other
/// changed: `at noon.` is all of `at noon or later.`
fn both_ends(quote: &str, folded: &Folded, at: Range<usize>) -> Range<usize> {
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
    let reach = (quote.len() / 2).max(120);
    let mut wide = at.clone();
    if let Some((tag, run, _)) = runs.first().filter(|(tag, ..)| *tag != DiffTag::Equal) {
        let paragraph = blank_lines[..blank_lines.partition_point(|blank| *blank < at.start)].last();
        let from = at.start.saturating_sub(reach).max(paragraph.map_or(0, |blank| blank + 1));
        let from = text.ceil_char_boundary(from);
        let before = &text[from..at.start];
        let words = tokens(before);
        let same = words.iter().rposition(|word| before[word.clone()] == **first);
        // Where the sentence begins, or as many words as are without a counterpart.
        let stop = words.iter().rposition(|word| is_stop(&before[word.clone()])).map_or(0, |stop| stop + 1);
        let counterpart =
            words.len().saturating_sub(if *tag == DiffTag::Delete { run.len() } else { 0 }).max(stop);
        if let Some(word) = words.get(same.filter(|same| *same >= stop).unwrap_or(counterpart)) {
            wide.start = from + word.start;
        }
    }
    if let Some((tag, run, _)) = runs.last().filter(|(tag, ..)| *tag != DiffTag::Equal) {
        let paragraph = blank_lines.get(blank_lines.partition_point(|blank| *blank < at.end));
        let to = (at.end + reach).min(paragraph.map_or(text.len(), |blank| *blank));
        let behind = &text[at.end..text.floor_char_boundary(to)];
        let words = tokens(behind);
        let same = words.iter().position(|word| behind[word.clone()] == **last);
        let stop = words.iter().position(|word| is_stop(&behind[word.clone()])).unwrap_or(words.len());
        let counterpart = if *tag == DiffTag::Delete { run.len() } else { 0 }.min(stop);
        let count = same.filter(|same| *same <= stop).map_or(counterpart, |same| same + 1);
        if let Some(word) = count.checked_sub(1).and_then(|last| words.get(last)) {
            wide.end = at.end + word.end;
        }
    }
    wide
}

/// Whether a token ends a sentence.
fn is_stop(token: &str) -> bool {
    token.starts_with(['.', '!', '?', '。', '؟'])
}

/// The stretch without space at its ends, widened so that it cuts no word.
fn whole_words(text: &str, at: Range<usize>) -> Range<usize> {
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
