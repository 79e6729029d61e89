//! The number said, and what each formula makes of it, hard and soft.

use super::formula::{Formula, IsShare};
use super::sets::Sets;
use super::widths::Width;
use crate::value::number::{CountedIn, End, Measure, Numeral, Ratio, Saying, Span};

/// The number said, and what its formulas ask of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SaidNumber {
    /// In the numbers of the measure, in the unit it was said in.
    pub(crate) n: i128,
    pub(crate) counted_in: CountedIn,
    pub(crate) saying: Saying,
    /// The power of ten of the last decimal place that it shows.
    pub(crate) decimals: Option<i32>,
    /// What part of a unit n counts: a third of a hundred is a hundred thirds.
    pub(crate) part: Ratio,
    pub(crate) measure: Measure,
}

impl SaidNumber {
    pub(super) fn new(n: i128, numeral: &Numeral, part: Ratio, measure: Measure) -> Self {
        let Numeral { counted_in, saying, decimals, .. } = *numeral;
        // A number that no decimal says, as a third of a million, shows no place but itself.
        let saying = if part == Ratio::ONE { saying } else { Saying::Share };
        SaidNumber { n, counted_in, saying, decimals, part, measure }
    }

    /// What the formula makes of it, in parts of the unit it was said in; `None` for formulas that are not of one number.
    pub(crate) fn read(&self, formula: Formula, width: Width) -> Option<Sets> {
        let n = self.n();
        let (hard_share, soft_share) = (self.share(width.hard), self.share(width.soft));
        let place = self.place();
        let (far, near) = (hard_share.min(5 * place), soft_share.min(3 * place));
        let wide = match self.measure {
            Measure::Count => self.grain().max(soft_share).max(10 * self.one()),
            Measure::Amount => self.grain().max(soft_share),
        };
        let above = |high: Option<i128>| Span { low: End::open(n), high: high.map(End::closed) };
        let below = |low: i128| Span { low: End::closed(low), high: Some(End::open(n)) };
        let first = match self.measure {
            Measure::Count => self.one(),
            Measure::Amount => 0,
        };
        Some(match formula {
            Formula::Exactly => Sets::exactly(Span::between(n, n)),
            Formula::Rounded | Formula::Scaled | Formula::Decimal | Formula::Share => {
                Sets { hard: self.rounded(self.half(formula)), soft: Span::between(n, n) }
            }
            Formula::ShareInWords => {
                let around = |share: i128| Span::between(n - n * share / 100, n + n * share / 100);
                Sets { hard: around(width.hard), soft: around(width.soft) }
            }
            Formula::AtLeast => {
                let low = End::closed(n);
                let ten = self.part.inverse()?.of(10 * self.one(), 1)?;
                let high = Some(End::closed((2 * n).max(n + ten)));
                Sets { hard: Span { low, high: None }, soft: Span { low, high } }
            }
            Formula::MoreThan | Formula::Surpass => Sets { hard: above(None), soft: above(Some(n + wide)) },
            Formula::JustOver => {
                Sets { hard: above(Some(n + hard_share)), soft: above(Some(n + soft_share)) }
            }
            Formula::Nearly => Sets { hard: Span::between(n - far, n), soft: below(n - near) },
            Formula::About => {
                Sets { hard: Span::between(n - far, n + far), soft: Span::between(n - near, n + near) }
            }
            Formula::Estimated => Sets {
                hard: Span::between(n / 2, 2 * n),
                soft: Span::between(n - soft_share, n + soft_share),
            },
            Formula::UpTo => Sets::exactly(Span::between(first, n)),
            Formula::AtMost => Sets::exactly(Span::between(0, n)),
            Formula::FewerThan => Sets { hard: below(0), soft: below(n - wide) },
            Formula::Odd => {
                let high = Some(End::open(n + place));
                Sets { hard: Span { low: End::closed(n), high }, soft: Span { low: End::open(n), high } }
            }
            Formula::OtherUnit
            | Formula::Reach
            | Formula::Range
            | Formula::Upwards
            | Formula::Downwards
            | Formula::Vague { .. }
            | Formula::Plural
            | Formula::Within { .. } => return None,
        })
    }

    /// By which row it is read where nothing stands around it.
    pub(super) fn bare(&self, is_share: IsShare) -> Formula {
        let ten = 10 * self.measure.one();
        match (self.saying, is_share) {
            (Saying::Share, IsShare::Yes) => Formula::ShareInWords,
            (Saying::Scaled | Saying::Fraction | Saying::Share, _) => Formula::Scaled,
            (Saying::Plain, IsShare::Yes) => Formula::Share,
            (Saying::Plain, _) if self.decimals.is_some() => Formula::Decimal,
            _ if self.n >= 10 * ten && self.n % ten == 0 => Formula::Rounded,
            _ => Formula::Exactly,
        }
    }

    /// What a bare number of another unit is rounded by: by its own row, or, where that is exact, to its last digit that
    /// is not zero.
    pub(super) fn in_another_unit(&self, bare: Formula) -> Sets {
        let half = match bare {
            Formula::Exactly => self.half(Formula::Rounded),
            bare => self.half(bare),
        };
        Sets::exactly(self.rounded(half))
    }

    /// The place value of the last digit said, in the numbers of the measure.
    pub(super) fn shown(&self, bare: Formula) -> i128 {
        let in_numbers = |parts: i128| (parts / (self.measure.parts() / self.measure.one())).max(1);
        match (self.saying, self.decimals, bare) {
            (Saying::Fraction | Saying::Share, ..) => self.n,
            (_, Some(place), _) => in_numbers(self.of_ten(place)),
            (_, None, Formula::Share) => self.measure.one(),
            (_, None, _) => in_numbers(self.place()),
        }
    }

    /// From half a place below to half a place above, that left out.
    fn rounded(&self, half: i128) -> Span {
        let n = self.n();
        let high = if half == 0 { End::closed(n) } else { End::open(n + half) };
        Span { low: End::closed(n - half), high: Some(high) }
    }

    /// h: half of the place that it is rounded to.
    fn half(&self, bare: Formula) -> i128 {
        let n = self.n();
        let of_place = match (bare, self.decimals) {
            _ if matches!(self.saying, Saying::Fraction | Saying::Share) => n / 10,
            (Formula::Share, _) if n == 0 || n == 100 * self.one() => 0,
            (Formula::Share, place) => return self.of_ten(place.unwrap_or(0)) / 2,
            (Formula::Scaled | Formula::Decimal, Some(place)) => self.of_ten(place) / 2,
            _ => self.place() / 2,
        };
        of_place.min(n / 10)
    }

    /// n, in parts.
    fn n(&self) -> i128 {
        self.measure.in_parts(self.n)
    }

    fn one(&self) -> i128 {
        self.measure.parts()
    }

    /// A power of ten, in parts.
    fn of_ten(&self, power: i32) -> i128 {
        let factor = 10_i128.saturating_pow(power.unsigned_abs());
        if power < 0 { self.one() / factor } else { self.one().saturating_mul(factor) }
    }

    /// p: that many hundredths of n; for counts rounded up, and at least 1.
    fn share(&self, hundredths: i128) -> i128 {
        let share = self.n * hundredths;
        match self.measure {
            Measure::Count => self.measure.in_parts(((share + 99) / 100).max(1)),
            Measure::Amount => share / 100,
        }
    }

    /// u: the place value of the last digit that is not zero, twelve in dozens, twenty in scores, a share in words
    /// itself.
    fn place(&self) -> i128 {
        match (self.counted_in, self.saying) {
            (CountedIn::Dozens, _) => 12 * self.one(),
            (CountedIn::Scores, _) => 20 * self.one(),
            (CountedIn::Ones, Saying::Share) => self.n(),
            (CountedIn::Ones, _) => self.last_digit().0,
        }
    }

    /// g: how finely the number is said.
    fn grain(&self) -> i128 {
        match (self.counted_in, self.saying, self.last_digit().1) {
            (CountedIn::Dozens, ..) => 11 * self.one(),
            (CountedIn::Scores, ..) => 19 * self.one(),
            (CountedIn::Ones, Saying::Share, _) => self.place(),
            (CountedIn::Ones, _, 5) => 5 * self.place(),
            (CountedIn::Ones, ..) => self.place(),
        }
    }

    /// The place value of n's last digit that is not zero, in parts; and that digit.
    fn last_digit(&self) -> (i128, i128) {
        if self.n == 0 {
            return (self.one(), 0);
        }
        let (mut place, mut rest) = (1, self.n);
        while rest % 10 == 0 {
            (place, rest) = (place * 10, rest / 10);
        }
        (self.measure.in_parts(place), rest % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::GRAIN;
    use crate::value::quantity::formula;
    use crate::value::shape::Runs;

    fn own(formula: Formula) -> Width {
        formula.width().unwrap_or(Width { hard: 0, soft: 0 })
    }

    fn count(n: i128) -> SaidNumber {
        let (counted_in, saying) = (CountedIn::Ones, Saying::Plain);
        SaidNumber { n, counted_in, saying, decimals: None, part: Ratio::ONE, measure: Measure::Count }
    }

    fn amount(n: i128) -> SaidNumber {
        SaidNumber { n, measure: Measure::Amount, ..count(0) }
    }

    #[test]
    fn the_grain_of_a_number_is_its_last_place_in_steps_of_five() {
        for (n, grain) in [(160, 10), (150, 50), (100, 100), (34, 1), (35, 5), (0, 1), (2_000_000, 1_000_000)]
        {
            assert_eq!(count(n).grain(), Measure::Count.in_parts(grain), "{n}");
        }
        assert_eq!(amount(GRAIN * 17 / 2).grain(), GRAIN / 2);
        assert_eq!(amount(0).grain(), GRAIN);
    }

    #[test]
    fn shares_are_exact_and_at_least_one() {
        for (n, tenth, fifth) in [
            (0, 1, 1),
            (1, 1, 1),
            (10, 1, 2),
            (11, 2, 3),
            (200, 20, 40),
            (10_i128.pow(30), 10_i128.pow(29), 2 * 10_i128.pow(29)),
        ] {
            let parts = |number: i128| Measure::Count.in_parts(number);
            assert_eq!((count(n).share(10), count(n).share(20)), (parts(tenth), parts(fifth)), "{n}");
        }
        assert_eq!(amount(GRAIN).share(10), GRAIN / 10);
    }

    #[test]
    fn amounts_have_no_next_one() {
        let hundred = 100 * GRAIN;
        let read =
            |formula| amount(hundred).read(formula, own(formula)).unwrap().bounds(Measure::Amount).unwrap();
        let more = read(Formula::MoreThan);
        assert_eq!(more.hard, Runs::from(hundred + 1));
        assert_eq!(more.soft, Runs::between(hundred + 1, 200 * GRAIN));
        assert_eq!(read(Formula::FewerThan).hard, Runs::between(0, hundred - 1));
        assert_eq!(read(Formula::Nearly).soft, Runs::between(90 * GRAIN, hundred - 1));
        assert_eq!(read(Formula::UpTo).hard, Runs::between(0, hundred));
        assert_eq!(read(Formula::AtLeast).soft, Runs::between(hundred, 200 * GRAIN));
        let three = amount(3 * GRAIN)
            .read(Formula::AtLeast, own(Formula::AtLeast))
            .unwrap()
            .bounds(Measure::Amount)
            .unwrap();
        assert_eq!(three.soft, Runs::between(3 * GRAIN, 13 * GRAIN));
        let hundreds = formula::plural(100, Measure::Amount).bounds(Measure::Amount).unwrap();
        assert_eq!(hundreds.hard, Runs::from(hundred + 1));
        assert_eq!(hundreds.soft, Runs::between(200 * GRAIN, 1000 * GRAIN - 1));
    }

    #[test]
    fn what_allows_nothing_is_not_read() {
        let read = |n: i128, formula| count(n).read(formula, own(formula)).unwrap().bounds(Measure::Count);
        assert_eq!(read(0, Formula::FewerThan), None);
        assert_eq!(read(0, Formula::UpTo), None);
        // Nothing lies below zero, so that nearly zero is taken to be zero.
        assert_eq!(read(0, Formula::Nearly).unwrap().soft, Runs::one(0));
        assert_eq!(read(1, Formula::FewerThan).unwrap().hard, Runs::one(0));
    }
}
