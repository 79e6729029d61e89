//! Fitting a quote to a stretch of text, and how like each other they are then.

use std::ops::Range;

use super::likeness::{Anchor, Pattern, likeness};

/// A stretch this like the quote is not improved upon by other means.
pub(super) const CLOSE: f64 = 0.85;
/// How many characters at either end of a quote show where it begins and ends if much is left out of it.
const END: usize = 8;

/// A stretch of text and how like the quote it is.
pub(super) struct Fit {
    pub(super) at: Range<usize>,
    /// From 0 to 1, which is the same.
    pub(super) likeness: f64,
}

impl Fit {
    pub(super) const NONE: Fit = Fit { at: 0..0, likeness: 0.0 };

    /// The better of two, the first if they are as good.
    pub(super) fn or(self, other: Fit) -> Fit {
        if other.likeness > self.likeness { other } else { self }
    }
}

/// How far beyond the length of the quote a passage may reach.
fn slack(quote: usize) -> usize {
    quote / 2 + 16
}

/// The best fit that holds `quote[offset..]` and `text[hit..]`, which begin alike, against each other.
pub(super) fn fit_around(quote: &str, text: &str, offset: usize, hit: usize) -> Fit {
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
pub(super) struct Aligner {
    forward: Pattern,
    backward: Pattern,
    chars: usize,
    bytes: usize,
    /// Its first and last few characters.
    first: String,
    last: String,
}

impl Aligner {
    pub(super) fn new(quote: &str) -> Self {
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
    pub(super) fn fit(&self, text: &str, start: usize) -> Fit {
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

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "all day the old ferry lay at the quay, and nobody came near it";

    #[test]
    fn a_quote_fits_around_what_it_shares() {
        let (quote, shared) = ("the odd ferry lay in the quay", "ferry lay");
        let (offset, hit) = (quote.find(shared).unwrap(), TEXT.find(shared).unwrap());
        let fit = fit_around(quote, TEXT, offset, hit);
        assert_eq!(&TEXT[fit.at], "the old ferry lay at the quay");
        assert!(fit.likeness >= CLOSE);
    }

    #[test]
    fn a_quote_fits_where_it_fits_best() {
        let fit = Aligner::new("and nobdy cam near").fit(TEXT, 0);
        assert!(fit.likeness < 0.6, "the stretch is not within reach");
        let fit = Aligner::new("and nobdy cam near").fit(TEXT, 30);
        assert_eq!(&TEXT[fit.at], "and nobody came near");
    }

    #[test]
    fn words_left_out_do_not_shorten_the_stretch() {
        let fit = Aligner::new("all day the ferry lay, and nobody came").fit(TEXT, 0);
        assert_eq!(&TEXT[fit.at], "all day the old ferry lay at the quay, and nobody came");
    }
}
