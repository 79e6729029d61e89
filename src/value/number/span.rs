//! Runs of numbers by their ends, to add, take away and multiply: what words say before it is kept as a set.

use super::end::End;
use super::measure::Measure;
use super::ratio::Ratio;
use crate::value::shape::{Run, Runs};

/// Numbers from one end to another; without the second there is no greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) low: End,
    pub(crate) high: Option<End>,
}

impl Span {
    /// From one number to another, both included.
    pub(crate) const fn between(low: i128, high: i128) -> Self {
        Span { low: End::closed(low), high: Some(End::closed(high)) }
    }

    /// From the least to the greatest of a set; `None` for one that has no least.
    pub(crate) fn of(set: &Runs, measure: Measure) -> Option<Span> {
        let low = set.least()?;
        Some(Span { low: measure.end(low), high: set.greatest().map(|high| measure.end(high)) })
    }

    /// Each number of the one and each of the other, added; `None` where that gets too large.
    pub(crate) fn plus(self, other: Span) -> Option<Span> {
        let high = match (self.high, other.high) {
            (Some(a), Some(b)) => Some(a.plus(b)?),
            _ => None,
        };
        Some(Span { low: self.low.plus(other.low)?, high })
    }

    /// Each number of the one less each of the other, be it below zero.
    pub(crate) fn minus(self, other: Span) -> Span {
        let low = other.high.map_or(End::closed(0), |most| self.low.minus(most));
        Span { low, high: self.high.map(|high| high.minus(other.low)) }
    }

    /// The low end times one fraction and the high end times another.
    pub(crate) fn stretched(self, [low, high]: [Ratio; 2], measure: Measure) -> Option<Span> {
        let step = measure.kept();
        let of = |end: End, by: Ratio| Some(End { at: by.of(end.at, step)?, ..end });
        let high = match self.high {
            Some(end) => Some(of(end, high)?),
            None => None,
        };
        Some(Span { low: of(self.low, low)?, high })
    }

    /// The numbers of the span that a measure has, from zero up; the ends of counts are rounded outwards.
    pub(crate) fn runs(self, measure: Measure) -> Runs {
        let low = if self.low.at < 0 { End::closed(0) } else { self.low };
        Runs::of([Run::new(Some(measure.first(low)), self.high.map(|high| measure.last(high)))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::GRAIN;

    const UNIT: i128 = Measure::Count.parts();

    #[test]
    fn the_ends_of_counts_are_rounded_outwards() {
        let counts = |low: End, high: End| Span { low, high: Some(high) }.runs(Measure::Count);
        let half = UNIT / 2;
        assert_eq!(counts(End::closed(half), End::closed(UNIT + half)), Runs::between(0, 2));
        assert_eq!(counts(End::open(UNIT), End::open(4 * UNIT)), Runs::between(2, 3));
        assert_eq!(counts(End::open(UNIT + half), End::open(4 * UNIT - half)), Runs::between(2, 3));
        assert_eq!(counts(End::closed(-UNIT), End::closed(UNIT)), Runs::between(0, 1));
    }

    #[test]
    fn an_amount_beside_an_open_end_stays_beside_it() {
        let below = |units: i128| Span { low: End::closed(0), high: Some(End::open(units * GRAIN)) };
        let sum = below(2).plus(below(3)).unwrap();
        let set = sum.runs(Measure::Amount);
        assert_eq!(set, Runs::between(0, 5 * GRAIN - 1));
        assert_eq!(Span::of(&set, Measure::Amount), Some(sum));
        let third = Span::between(100 * GRAIN, 100 * GRAIN)
            .stretched([Ratio::new(1, 3); 2], Measure::Amount)
            .unwrap();
        assert_eq!(third.runs(Measure::Amount), Runs::one(33_333_333_333_330));
    }

    #[test]
    fn what_is_taken_away_is_cut_at_zero_when_it_is_kept() {
        let left = Span::between(5 * UNIT, 20 * UNIT).minus(Span::between(8 * UNIT, 10 * UNIT));
        assert_eq!(left.runs(Measure::Count), Runs::between(0, 12));
        let more = Span::between(5 * UNIT, 20 * UNIT).minus(Span::between(21 * UNIT, 21 * UNIT));
        assert!(more.runs(Measure::Count).is_empty());
        let open = Span { low: End::closed(UNIT), high: None };
        assert_eq!(Span::between(5 * UNIT, 20 * UNIT).minus(open).runs(Measure::Count), Runs::between(0, 19));
    }
}
