//! The parts of an EDTF date as they are written.

use std::ops::Range;

/// An EDTF string, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Edtf {
    Date(Date),
    Time(Time),
    /// Level 0, Time Interval, and level 1, Extended Interval: `a/b`. At least one end is a date or `..`.
    Interval(End, End),
    /// Level 2, Set representation, one of a set: `[a,b..c]`.
    OneOf(Vec<Member>),
    /// Level 2, Set representation, all of a set: `{a,b..c}`.
    AllOf(Vec<Member>),
}

/// A date of any precision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    pub(crate) year: Year,
    pub(crate) within: Within,
    pub(crate) doubt: Doubt,
    /// The bytes it stands at.
    pub(crate) at: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    /// Four digits or X, counted down from year 0 where negative.
    Pattern { negative: bool, digits: Digits<4> },
    /// A year of more digits (`Y17E7`), or one of which only so many digits are known (`1950S2`).
    Number { year: i128, significant: Option<u32> },
}

/// What is said of the date within its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Within {
    Nothing,
    /// Level 1, Seasons, and level 2, Sub-year groupings: a season, quarter, third or half of the year, 21 to 41.
    Division(u8),
    Month(Digits<2>),
    Day(Digits<2>, Digits<2>),
}

/// Levels 1 and 2, Qualification: what `?`, `~` and `%` say of a date, on whichever of its parts they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doubt {
    pub(crate) uncertain: bool,
    pub(crate) approximate: bool,
}

/// Digits as written, first to last; `None` is X, any digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Digits<const N: usize>(pub(crate) [Option<u8>; N]);

/// One end of an interval or of a span in a set; open where it is `..` or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Open,
    Date(Date),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Member {
    One(Date),
    Span(End, End),
}

/// A second of a day, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Time {
    /// The day as written: see [`crate::value::calendar::day::number`].
    pub(crate) day: i128,
    /// Seconds since its midnight.
    pub(crate) second: i128,
    /// Seconds that the clock is ahead of UTC; `None` where nothing is said.
    pub(crate) ahead: Option<i128>,
}

impl<const N: usize> Digits<N> {
    pub(crate) fn matches(self, number: u16) -> bool {
        let mut rest = number;
        self.0.iter().rev().all(|digit| {
            let last = rest % 10;
            rest /= 10;
            digit.is_none_or(|digit| u16::from(digit) == last)
        }) && rest == 0
    }

    /// The least and the greatest number that these digits can be.
    pub(crate) fn ends(self) -> (u16, u16) {
        let fill = |x: u8| self.0.iter().fold(0, |number, digit| number * 10 + u16::from(digit.unwrap_or(x)));
        (fill(0), fill(9))
    }

    /// The number, where no digit is X.
    pub(crate) fn exact(self) -> Option<u16> {
        let (low, high) = self.ends();
        (low == high).then_some(low)
    }

    pub(crate) fn says_nothing(self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_x_is_any_digit() {
        let tens = Digits([None, Some(0)]);
        assert!(tens.matches(10) && tens.matches(90) && !tens.matches(1) && !tens.matches(110));
        assert_eq!((tens.ends(), tens.exact()), ((0, 90), None));
        assert_eq!(Digits([Some(0), Some(7)]).exact(), Some(7));
        assert!(Digits([None; 2]).says_nothing() && !tens.says_nothing());
    }
}
