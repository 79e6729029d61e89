//! Moments: the seconds that a date or a time covers (semantics.md, section 3).

use super::date::{of_toml, parsed};
use super::edtf::{Edtf, bounds};
use crate::value::unreadable::Unreadable;

/// When something holds: seconds since 1970-01-01T00:00:00Z, inclusive; `None` is unbounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Moments {
    pub(crate) first: Option<i128>,
    pub(crate) last: Option<i128>,
}

const SECONDS_IN_A_DAY: i128 = 86_400;

/// Reads an EDTF string as the moments from first to last of its hard set. A date covers its days, a time its one
/// second: as UTC where it says its offset, else as written.
///
/// # Errors
/// As [`date::read`](super::date::read).
pub(crate) fn moments(text: &str) -> Result<Moments, Unreadable> {
    let edtf = parsed(text)?;
    if let Edtf::Time(time) = edtf {
        let second = Some(time.day * SECONDS_IN_A_DAY + time.second - time.ahead.unwrap_or(0));
        return Ok(Moments { first: second, last: second });
    }
    let hard = bounds(&edtf, text)?.hard;
    Ok(Moments {
        first: hard.least().map(|day| day * SECONDS_IN_A_DAY),
        last: hard.greatest().map(|day| day * SECONDS_IN_A_DAY + SECONDS_IN_A_DAY - 1),
    })
}

/// Reads what TOML takes for a date or a time as the moments it covers.
///
/// # Errors
/// As [`date::read_toml`](super::date::read_toml).
pub(crate) fn moments_toml(text: &str) -> Result<Moments, Unreadable> {
    of_toml(text, moments)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::calendar::day;

    /// The day of a moment.
    fn day_of(second: Option<i128>) -> Option<i128> {
        second.map(|second| second.div_euclid(SECONDS_IN_A_DAY))
    }

    #[test]
    fn a_time_is_a_second_and_a_date_its_whole_days() {
        for (text, first, last) in [
            ("1970-01-01", Some(0), Some(86_399)),
            ("1970-01-02T00:00:00", Some(86_400), Some(86_400)),
            ("1970-01-01T03:00:00+03:00", Some(0), Some(0)),
            ("1969-12-31T19:00:01-05", Some(1), Some(1)),
            ("1970-01-01T23:59:60Z", Some(86_399), Some(86_399)),
            ("1970-01-02T08:59:60+09:00", Some(86_399), Some(86_399)),
            ("1970-01-01/", Some(0), None),
            ("1970-01-02~", Some(0), Some(3 * 86_400 - 1)),
            ("1970-01-02?", None, None),
            ("[1970-01-01,1970-01-03]", Some(0), Some(3 * 86_400 - 1)),
        ] {
            assert_eq!(moments(text), Ok(Moments { first, last }), "{text}");
        }
        let half_past = moments_toml("1970-01-01 00:30:00.9Z").unwrap();
        assert_eq!(half_past.first, Some(1800));
        let before_utc = moments("2024-01-28T23:30:00-05:00").unwrap();
        assert_eq!(day_of(before_utc.first), Some(day::number(2024, 1, 29)));
        assert_eq!(day_of(moments("1969").unwrap().last), Some(-1));
    }

    proptest! {
        #[test]
        fn a_day_covers_itself(number in -4_371_586_i128..=2_932_896) {
            let moments = moments(&day::shown(number)).unwrap();
            prop_assert_eq!((day_of(moments.first), day_of(moments.last)), (Some(number), Some(number)));
        }

        #[test]
        fn what_is_read_as_days_is_read_as_moments(text in "[-0-9XTZYES:/.,?~%\\[\\]{}+ é]{0,24}") {
            prop_assert_eq!(moments(&text).is_ok(), crate::value::calendar::date::read(&text).is_ok(), "{}", text);
        }
    }
}
