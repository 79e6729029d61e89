//! How the rows of the table of quantifiers are read, and what words without a number say, hard and soft.

use super::sets::Sets;
use crate::value::number::{Edge, End, Measure, Span};

/// Two ends, inclusive; `None` is open.
pub(crate) type FromTo = (i128, Option<i128>);

/// How the words of one row of the table are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Formula {
    Exactly,
    /// A bare number from a hundred on that is a multiple of ten.
    Rounded,
    /// A bare number that ends in a scale word.
    Scaled,
    /// A bare amount with decimals.
    Decimal,
    /// A bare share in hundredths.
    Share,
    /// A bare share in words: `two-thirds`.
    ShareInWords,
    /// A bare number in another unit than the question's.
    OtherUnit,
    /// A single number that is an estimate.
    Estimated,
    AtLeast,
    MoreThan,
    /// `surpassed n`, `has topped n`.
    Surpass,
    JustOver,
    Nearly,
    About,
    UpTo,
    AtMost,
    FewerThan,
    /// `reached n`, `has hit n`: as the bare number.
    Reach,
    Range,
    /// A word of the rows from `at least` to `surpass` before what is no single number.
    Upwards,
    /// A word of the rows `up to`, `at most` and `fewer than` before what is no single number.
    Downwards,
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
    /// `in the hundreds`, `in the low thousands`: multiples of the power of ten, the greater left out where it is open.
    Within {
        hard: [i128; 2],
        soft: [i128; 2],
        soft_edge: Edge,
    },
}

/// Whether a scale word behind the vague word multiplies it: `several dozen`, but not `no dozen`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BeforeScale {
    Multiplied,
    Apart,
}

impl Formula {
    /// Whether its words bound what stands behind them, be it no single number.
    pub(super) fn is_bound(self) -> bool {
        matches!(
            self,
            Formula::AtLeast
                | Formula::MoreThan
                | Formula::Surpass
                | Formula::UpTo
                | Formula::AtMost
                | Formula::FewerThan
        )
    }
}

/// Whether the question asks for a share of all there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IsShare {
    Yes,
    No,
}

/// A vague word's ends, times the scale word behind it; `None` where they get too large.
pub(crate) fn vague(hard: FromTo, soft: FromTo, times: i128, measure: Measure) -> Option<Sets> {
    let by = times.checked_mul(measure.one())?;
    let end =
        |end: i128| end.checked_mul(by).filter(|end| measure.holds(*end)).map(|end| measure.in_parts(end));
    let ends = |(low, high): FromTo| {
        let high = match high {
            Some(high) => Some(End::closed(end(high)?)),
            None => None,
        };
        Some(Span { low: End::closed(end(low)?), high })
    };
    Some(Sets { hard: ends(hard)?, soft: ends(soft)? })
}

/// `hundreds`: hard from one more than a hundred, soft from twice a hundred to below the next power of ten.
pub(crate) fn plural(unit: i128, measure: Measure) -> Sets {
    let of = |units: i128| measure.parts() * units;
    let soft = Span { low: End::closed(of(2 * unit)), high: Some(End::open(of(10 * unit))) };
    Sets { hard: Span { low: End::open(of(unit)), high: None }, soft }
}

/// `in the low hundreds`: from and to that many hundreds.
pub(super) fn within(
    unit: i128,
    hard: [i128; 2],
    (soft, soft_edge): ([i128; 2], Edge),
    measure: Measure,
) -> Sets {
    let of = |units: i128| measure.parts() * units * unit;
    let span = |[low, high]: [i128; 2], edge: Edge| Span {
        low: End::closed(of(low)),
        high: Some(End { at: of(high), edge }),
    };
    Sets { hard: span(hard, Edge::Open), soft: span(soft, soft_edge) }
}
