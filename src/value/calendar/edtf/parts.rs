//! The parts of an EDTF date as they are written.

use std::ops::Range;

/// An EDTF string, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Edtf {
    Date(Date),
    /// Level 0, Time Interval, and level 1, Extended Interval: `a/b`. At least one end is a date or `..`.
    Interval(End, End),
    /// Level 2, Set representation, one of a set: `[a,b..c]`.
    OneOf(Vec<Member>),
    /// Level 2, Set representation, all of a set: `{a,b..c}`.
    AllOf(Vec<Member>),
}

/// A date of any precision, down to a minute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    pub(crate) year: Year,
    pub(crate) within: Within,
    /// Of a day that is said without X.
    pub(crate) time: Option<Time>,
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

/// Level 0, Date and Time: an hour of a day, or a minute of it. Seconds are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Time {
    /// 0 to 23.
    pub(crate) hour: u8,
    /// 0 to 59; `None` where the hour is all that is said.
    pub(crate) minute: Option<u8>,
    /// Minutes that the clock is ahead of UTC; `None` where nothing is said.
    pub(crate) ahead: Option<i16>,
}

impl Edtf {
    /// The dates that it is made of, in the order in which they are written.
    pub(crate) fn dates<'e>(&'e self) -> Vec<&'e Date> {
        fn of_end(end: &End) -> Option<&Date> {
            if let End::Date(date) = end { Some(date) } else { None }
        }
        match self {
            Edtf::Date(date) => vec![date],
            Edtf::Interval(start, end) => [start, end].into_iter().filter_map(of_end).collect(),
            Edtf::OneOf(members) | Edtf::AllOf(members) => {
                let of_member = |member: &'e Member| match member {
                    Member::One(date) => vec![date],
                    Member::Span(start, end) => [start, end].into_iter().filter_map(of_end).collect(),
                };
                members.iter().flat_map(of_member).collect()
            }
        }
    }
}

impl Date {
    /// Whether it is written as one day, without X.
    pub(crate) fn is_one_day(&self) -> bool {
        let (Year::Pattern { digits, .. }, Within::Day(month, day)) = (self.year, self.within) else {
            return false;
        };
        digits.exact().and(month.exact()).and(day.exact()).is_some()
    }
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
