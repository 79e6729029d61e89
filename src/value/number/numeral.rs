//! One number as it was said: what it is, how finely, and with which scale words.

use super::measure::{Measure, not_whole};
use super::scale::{CountedIn, ScaleWord};
use crate::value::unreadable::Unreadable;

/// A number as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// The number is `digits` times ten to the `exponent`.
    pub(super) digits: i128,
    pub(super) exponent: i32,
    /// Where it ends in a scale word from thousand up: the power of ten of the last place it shows.
    pub(crate) last_place: Option<i32>,
    pub(crate) counted_in: CountedIn,
    /// Whether there is a scale word, dozen or score anywhere in it.
    pub(super) has_scale: bool,
    /// What its closing scale words multiply by, all of them and the last alone; 1 for none.
    pub(super) closing: [i128; 2],
    /// The token behind it.
    pub(crate) end: usize,
}

impl Numeral {
    pub(super) fn plain(digits: i128, exponent: i32, end: usize) -> Self {
        let counted_in = CountedIn::Ones;
        Numeral { digits, exponent, last_place: None, counted_in, has_scale: false, closing: [1, 1], end }
    }

    /// The number times a scale word that ends at `end`.
    pub(super) fn times(self, scale: ScaleWord, end: usize) -> Self {
        let closing = [self.closing[1].saturating_mul(scale.factor()), scale.factor()];
        let counted_in = scale.counted_in();
        let number = Numeral { counted_in, has_scale: true, closing, end, ..self };
        match scale {
            // `two hundred thousand` shows thousands, as `200 thousand` does.
            ScaleWord::Thousands(power) if self.has_scale => {
                Numeral { exponent: self.exponent + power, last_place: Some(power), ..number }
            }
            ScaleWord::Thousands(power) => {
                let exponent = self.exponent + power;
                Numeral { exponent, last_place: Some(exponent), ..number }
            }
            _ => Numeral { digits: self.digits.saturating_mul(scale.factor()), ..number },
        }
    }

    /// A whole number and a half, times a scale word: `two and a half million`, `half a million`.
    pub(super) fn and_a_half(whole: i128, scale: ScaleWord, end: usize) -> Self {
        match scale {
            ScaleWord::Thousands(_) => {
                Self::plain(whole.saturating_mul(10).saturating_add(5), -1, end).times(scale, end)
            }
            _ => {
                let scaled = Self::plain(whole, 0, end).times(scale, end);
                Numeral { digits: scaled.digits.saturating_add(scale.factor() / 2), ..scaled }
            }
        }
    }

    /// Its value in the numbers of the measure; `said` is how a message names it.
    ///
    /// # Errors
    /// A number too large, or finer than the measure. A count has a decimal point only before a scale word, so that
    /// `1.200`, which some write for twelve hundred, is never taken for one.
    pub(crate) fn value(&self, measure: Measure, said: &str) -> Result<i128, Unreadable> {
        if measure == Measure::Count && self.exponent < 0 && !self.has_scale {
            return Err(not_whole(said));
        }
        measure.number(self.digits, self.exponent, said)
    }

    /// The value with the closing scale words of a range's second number bound to it: where it has none of its own
    /// and then stays below the second.
    pub(crate) fn bound_by(&self, second: &Numeral, measure: Measure) -> Option<i128> {
        let limit = second.value(measure, "").ok().filter(|_| !self.has_scale)?;
        second.closing.into_iter().filter(|by| *by > 1).find_map(|by| {
            let bound = Numeral { digits: self.digits.checked_mul(by)?, has_scale: true, ..*self };
            bound.value(measure, "").ok().filter(|bound| *bound < limit)
        })
    }
}
