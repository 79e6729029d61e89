//! The formulas behind the table of quantifiers: what each makes of the number said, hard and soft.

use crate::value::number::{CountedIn, Measure};
use crate::value::shape::{Bounds, Run, Runs};

/// Two ends, inclusive; `None` is open.
pub(crate) type FromTo = (i128, Option<i128>);

/// How the words of one row of the table are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Formula {
    Exactly,
    /// A bare number that ends in a scale word, rounded to what it shows.
    Rounded,
    AtLeast,
    MoreThan,
    JustOver,
    Nearly,
    About,
    UpTo,
    AtMost,
    FewerThan,
    Range,
    /// `20-odd`.
    Odd,
    /// Words that say a set without a number.
    Vague {
        hard: FromTo,
        soft: FromTo,
        before_scale: BeforeScale,
    },
    /// `hundreds`, `tens of thousands`: the plural of a scale word.
    Plural,
}

/// Whether a scale word behind the vague word multiplies it: `several dozen`, but not `no dozen`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BeforeScale {
    Multiplied,
    Apart,
}

/// The number said, and what its formulas ask of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SaidNumber {
    /// In the numbers of the measure.
    pub(crate) n: i128,
    pub(crate) counted_in: CountedIn,
    /// Half a unit of the last place it shows, where it is rounded to that.
    pub(crate) half_place: Option<i128>,
    pub(crate) measure: Measure,
}

impl SaidNumber {
    /// What the formula makes of it; `None` where one of the two sets would be nothing.
    pub(crate) fn read(&self, formula: Formula) -> Option<Bounds> {
        let SaidNumber { n, measure, .. } = *self;
        // Where counts say n+1 or n-1, amounts say n: there is no next one.
        let step = match measure {
            Measure::Count => 1,
            Measure::Amount => 0,
        };
        let (fifth, tenth) = (self.share(20), self.share(10));
        let wide = match measure {
            Measure::Count => self.grain().max(tenth).max(10),
            Measure::Amount => self.grain().max(tenth),
        };
        let ends = |low, high| (low, Some(high));
        let (hard, soft) = match formula {
            Formula::Exactly => (ends(n, n), ends(n, n)),
            Formula::Rounded => {
                let width = self.half_place.unwrap_or(0).min(n / 10);
                (ends(n - width, n + width), ends(n, n))
            }
            Formula::AtLeast => ((n, None), ends(n, (2 * n).max(n + 10 * measure.one()))),
            Formula::MoreThan => ((n + step, None), ends(n + step, n + wide)),
            Formula::JustOver => (ends(n + step, n + fifth), ends(n + step, n + tenth)),
            Formula::Nearly => (ends(n - fifth, n), ends(n - tenth, n - step)),
            Formula::About => (ends(n - fifth, n + fifth), ends(n - tenth, n + tenth)),
            Formula::UpTo => ((step, None), ends(step, n)),
            Formula::AtMost => (ends(0, n), ends(0, n)),
            Formula::FewerThan => (ends(0, n - step), ends(n - wide, n - step)),
            Formula::Odd => {
                let last = n + self.last_place().0 - step;
                (ends(n, last), ends(n + step, last))
            }
            Formula::Range | Formula::Vague { .. } | Formula::Plural => return None,
        };
        bounds(hard, soft)
    }

    /// Whether `-odd` may follow it: a multiple of ten that is not zero.
    pub(crate) fn is_round(&self) -> bool {
        self.n > 0 && self.n % (10 * self.measure.one()) == 0
    }

    /// p: that many hundredths of n; for counts rounded up, and at least 1.
    fn share(&self, hundredths: i128) -> i128 {
        let share = self.n * hundredths;
        match self.measure {
            Measure::Count => ((share + 99) / 100).max(1),
            Measure::Amount => share / 100,
        }
    }

    /// g: how finely the number is said.
    fn grain(&self) -> i128 {
        match (self.counted_in, self.last_place()) {
            (CountedIn::Dozens, _) => 11 * self.measure.one(),
            (CountedIn::Scores, _) => 19 * self.measure.one(),
            (CountedIn::Ones, (place, 5)) => 5 * place,
            (CountedIn::Ones, (place, _)) => place,
        }
    }

    /// u: the place value of n's last digit that is not zero; and that digit.
    fn last_place(&self) -> (i128, i128) {
        if self.n == 0 {
            return (self.measure.one(), 0);
        }
        let (mut place, mut rest) = (1, self.n);
        while rest % 10 == 0 {
            (place, rest) = (place * 10, rest / 10);
        }
        (place, rest % 10)
    }
}

/// From `low` to `high`, hard and soft.
pub(crate) fn range(low: i128, high: i128) -> Bounds {
    Bounds::exactly(Runs::between(low, high))
}

/// A vague word's ends, times the scale word behind it; `None` where they get too large.
pub(crate) fn vague(hard: FromTo, soft: FromTo, times: i128, measure: Measure) -> Option<Bounds> {
    let by = times.checked_mul(measure.one())?;
    let end = |end: i128| end.checked_mul(by).filter(|end| measure.holds(*end));
    let ends = |(low, high): FromTo| {
        let high = match high {
            Some(high) => Some(end(high)?),
            None => None,
        };
        Some((end(low)?, high))
    };
    bounds(ends(hard)?, ends(soft)?)
}

/// `hundreds`: hard from one more than a hundred, soft from twice a hundred to below the next power of ten.
pub(crate) fn plural(unit: i128, measure: Measure) -> Option<Bounds> {
    let of = |number: i128| number * measure.one();
    bounds((of(unit + 1), None), (of(2 * unit), Some(of(10 * unit - 1))))
}

/// Both sets, cut at zero; `None` where one of them would be nothing.
fn bounds(hard: FromTo, soft: FromTo) -> Option<Bounds> {
    let cut = |(low, high): FromTo| Runs::of([Run::new(Some(low.max(0)), high)]);
    let (hard, soft) = (cut(hard), cut(soft));
    (!hard.is_empty() && !soft.is_empty()).then_some(Bounds { hard, soft })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::GRAIN;

    fn count(n: i128) -> SaidNumber {
        SaidNumber { n, counted_in: CountedIn::Ones, half_place: None, measure: Measure::Count }
    }

    fn amount(n: i128) -> SaidNumber {
        SaidNumber { n, measure: Measure::Amount, ..count(0) }
    }

    #[test]
    fn the_grain_of_a_number_is_its_last_place_in_steps_of_five() {
        for (n, grain) in [(160, 10), (150, 50), (100, 100), (34, 1), (35, 5), (0, 1), (2_000_000, 1_000_000)]
        {
            assert_eq!(count(n).grain(), grain, "{n}");
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
            assert_eq!((count(n).share(10), count(n).share(20)), (tenth, fifth), "{n}");
        }
        assert_eq!(amount(GRAIN).share(10), GRAIN / 10);
    }

    #[test]
    fn amounts_have_no_next_one() {
        let hundred = 100 * GRAIN;
        let read = |formula| amount(hundred).read(formula).unwrap();
        let more = read(Formula::MoreThan);
        assert_eq!(more.hard, Runs::from(hundred));
        assert_eq!(more.soft, Runs::between(hundred, 200 * GRAIN));
        assert_eq!(read(Formula::FewerThan).hard, Runs::between(0, hundred));
        assert_eq!(read(Formula::Nearly).soft, Runs::between(90 * GRAIN, hundred));
        assert_eq!(read(Formula::UpTo).hard, Runs::from(0));
        assert_eq!(read(Formula::AtLeast).soft, Runs::between(hundred, 200 * GRAIN));
        assert_eq!(
            amount(3 * GRAIN).read(Formula::AtLeast).unwrap().soft,
            Runs::between(3 * GRAIN, 13 * GRAIN)
        );
        assert_eq!(plural(100, Measure::Amount).unwrap().hard, Runs::from(hundred + GRAIN));
    }

    #[test]
    fn what_allows_nothing_is_not_read() {
        assert_eq!(count(0).read(Formula::FewerThan), None);
        assert_eq!(count(0).read(Formula::Nearly), None);
        assert_eq!(count(0).read(Formula::UpTo), None);
        assert_eq!(count(1).read(Formula::FewerThan), Some(Bounds::exactly(Runs::one(0))));
    }
}
