//! One number as it was said: what it is, how finely, and with which scale words.

use super::measure::{Measure, not_whole};
use super::ratio::Ratio;
use super::scale::{CountedIn, ScaleWord};
use crate::value::unreadable::Unreadable;

/// A number as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// The number is `digits` times ten to the `exponent`, divided by `under`.
    pub(super) digits: i128,
    pub(super) exponent: i32,
    pub(super) under: i128,
    pub(crate) saying: Saying,
    /// The power of ten of its last decimal place, where it shows one.
    pub(crate) decimals: Option<i32>,
    pub(crate) counted_in: CountedIn,
    /// Whether there is a scale word, dozen or score anywhere in it.
    pub(super) has_scale: bool,
    /// What its closing scale words multiply by, all of them and the last alone; 1 for none.
    pub(super) closing: [i128; 2],
    /// The token behind it.
    pub(crate) end: usize,
}

/// How a number was said, as far as its rounding depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Saying {
    /// To its last digit: `1,200`, `8.5`, `two hundred`.
    Plain,
    /// It ends in a scale word from thousand up: `1.2 million`.
    Scaled,
    /// As a part of such a scale word, in words: `half a million`.
    Fraction,
    /// As a part of all there is, in words: `two-thirds`, `one in five`.
    Share,
}

impl Numeral {
    pub(super) fn plain(digits: i128, exponent: i32, end: usize) -> Self {
        Numeral {
            digits,
            exponent,
            under: 1,
            saying: Saying::Plain,
            decimals: Some(exponent).filter(|exponent| *exponent < 0),
            counted_in: CountedIn::Ones,
            has_scale: false,
            closing: [1, 1],
            end,
        }
    }

    /// A number that is not said but written in the dossier, in its shortest form.
    pub(crate) fn written(mut digits: i128, mut exponent: i32) -> Self {
        while exponent < 0 && digits % 10 == 0 {
            (digits, exponent) = (digits / 10, exponent + 1);
        }
        Self::plain(digits, exponent, 0)
    }

    /// The number times a scale word that ends at `end`.
    pub(super) fn times(self, scale: ScaleWord, end: usize) -> Self {
        let closing = [self.closing[1].saturating_mul(scale.factor()), scale.factor()];
        let number = Numeral { counted_in: scale.counted_in(), has_scale: true, closing, end, ..self };
        match scale {
            ScaleWord::Thousands(power) => Numeral {
                exponent: self.exponent + power,
                decimals: self.decimals.map(|place| place + power),
                saying: Saying::Scaled,
                ..number
            },
            _ => Numeral { digits: self.digits.saturating_mul(scale.factor()), ..number },
        }
    }

    /// Its value in the numbers of the measure, of an amount to the nearest ten grains; `said` is how a message names
    /// it.
    ///
    /// # Errors
    /// A number too large, or finer than the measure. A count has a decimal point only before a scale word, so that
    /// `1.200`, which some write for twelve hundred, is never taken for one.
    pub(crate) fn value(&self, measure: Measure, said: &str) -> Result<i128, Unreadable> {
        if measure == Measure::Count && self.exponent < 0 && !self.has_scale {
            return Err(not_whole(said));
        }
        if self.under == 1 {
            return measure.number(self.digits, self.exponent, said);
        }
        match (measure, self.ratio()) {
            (Measure::Count, Some(ratio)) => ratio.whole().ok_or_else(|| not_whole(said)),
            (Measure::Amount, Some(ratio)) => {
                let number = ratio.of(measure.one(), measure.kept()).filter(|number| measure.holds(*number));
                number.ok_or_else(|| measure.too_large(said))
            }
            (_, None) => Err(measure.too_large(said)),
        }
    }

    /// Its value; `None` where it has too many digits.
    pub(crate) fn ratio(&self) -> Option<Ratio> {
        let power = 10_i128.checked_pow(self.exponent.unsigned_abs())?;
        Some(match self.exponent {
            0.. => Ratio::new(self.digits.checked_mul(power)?, self.under),
            _ => Ratio::new(self.digits, self.under.checked_mul(power)?),
        })
    }

    /// The number as so many parts of one; parts and one are the same where digits and a decimal point say it too.
    pub(crate) fn in_parts(&self) -> (Numeral, Ratio) {
        match self.ratio() {
            Some(ratio) if !ratio.is_decimal() => (Numeral { under: 1, ..*self }, Ratio::new(1, self.under)),
            _ => (*self, Ratio::ONE),
        }
    }

    /// Its value where it is a whole number said to its last digit.
    pub(super) fn whole(&self) -> Option<i128> {
        self.ratio()?.whole().filter(|_| self.decimals.is_none())
    }

    /// The number with the closing scale words of a range's second number bound to it: where it has none of its own
    /// and then stays below the second.
    pub(crate) fn bound_by(&self, second: &Numeral, measure: Measure) -> Option<Numeral> {
        let limit = second.value(measure, "").ok().filter(|_| !self.has_scale && self.under == 1)?;
        second.closing.into_iter().filter(|by| *by > 1).find_map(|by| {
            let digits = self.digits.checked_mul(by)?;
            let bound = Numeral { digits, has_scale: true, counted_in: second.counted_in, ..*self };
            bound.value(measure, "").ok().filter(|value| *value < limit).map(|_| bound)
        })
    }
}
