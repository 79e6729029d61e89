//! Days of the proleptic Gregorian calendar as whole numbers: 1970-01-01 is day 0, years count astronomically.
//!
//! Year 0 is 1 BC and year -1 is 2 BC (ISO 8601-1). A day far beyond any calendar saturates, it never wraps.

use std::sync::LazyLock;

use crate::value::tables::{english, first_form};

/// Days in 400 years, after which the calendar repeats.
const DAYS_IN_AN_ERA: i128 = 146_097;

/// Days from 0000-03-01, where an era of this arithmetic begins, to 1970-01-01.
const TO_1970: i128 = 719_468;

/// A day as the calendar names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Civil {
    pub(crate) year: i128,
    /// 1 to 12.
    pub(crate) month: u8,
    /// 1 to the month's length.
    pub(crate) day: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// The days of the week, from Monday.
    pub(crate) const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// In English.
    pub(crate) fn name(self) -> &'static str {
        let day = english().weekdays.iter().find(|day| usize::try_from(day.is) == Ok(self as usize + 1));
        day.map_or("", |day| first_form(&day.forms))
    }
}

/// The number of a day. `month` is 1 to 12; a `day` past the month's end counts on into the next.
pub(crate) fn number(year: i128, month: u8, day: u8) -> i128 {
    // A year that begins in March has its leap day last, so that months have fixed offsets.
    let year = if month <= 2 { year.saturating_sub(1) } else { year };
    let months = (i128::from(month) + 9) % 12;
    let in_year = (153 * months + 2) / 5 + i128::from(day) - 1;
    let of_era = year.rem_euclid(400);
    let in_era = of_era * 365 + of_era / 4 - of_era / 100 + in_year;
    year.div_euclid(400).saturating_mul(DAYS_IN_AN_ERA).saturating_add(in_era - TO_1970)
}

/// The calendar's name of a day number.
pub(crate) fn civil(number: i128) -> Civil {
    let days = number.saturating_add(TO_1970);
    let in_era = days.rem_euclid(DAYS_IN_AN_ERA);
    let of_era = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * of_era + of_era / 4 - of_era / 100);
    let months = (5 * in_year + 2) / 153;
    let day = small(in_year - (153 * months + 2) / 5 + 1);
    let month = small((months + 2) % 12 + 1);
    let year = days.div_euclid(DAYS_IN_AN_ERA) * 400 + of_era + i128::from(month <= 2);
    Civil { year, month, day }
}

/// The month `count` months after (before, where negative) one of a year, counted from 1.
pub(crate) fn months_on(year: i128, month: u8, count: i128) -> (i128, u8) {
    let months = i128::from(month) - 1 + count;
    (year.saturating_add(months.div_euclid(12)), small(months.rem_euclid(12) + 1))
}

pub(crate) fn is_leap(year: i128) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The length of a month in days; `month` is 1 to 12.
pub(crate) fn month_length(year: i128, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The number of a month's last day.
pub(crate) fn month_end(year: i128, month: u8) -> i128 {
    number(year, month, month_length(year, month))
}

pub(crate) fn weekday(number: i128) -> Weekday {
    match (number.rem_euclid(7) + 3) % 7 {
        0 => Weekday::Monday,
        1 => Weekday::Tuesday,
        2 => Weekday::Wednesday,
        3 => Weekday::Thursday,
        4 => Weekday::Friday,
        5 => Weekday::Saturday,
        _ => Weekday::Sunday,
    }
}

/// A day as `YYYY-MM-DD`. Years outside 0000 to 9999 are written as EDTF writes years alone: `-0044-03-15`,
/// `Y170000002-01-01`, `Y-170000002-12-31`.
pub(crate) fn shown(number: i128) -> String {
    let Civil { year, month, day } = civil(number);
    format!("{}-{month:02}-{day:02}", shown_year(year))
}

/// A year as EDTF writes it: four digits, a minus before year 0, and `Y` before more than four digits.
pub(crate) fn shown_year(year: i128) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..=-1 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

/// The months' English names.
pub(crate) static MONTHS: LazyLock<[&str; 12]> = LazyLock::new(|| {
    let name = |index: usize| {
        let month = english().months.iter().find(|month| usize::try_from(month.is) == Ok(index + 1));
        month.map_or("", |month| first_form(&month.forms))
    };
    std::array::from_fn(name)
});

fn small(number: i128) -> u8 {
    u8::try_from(number).expect("a month or a day of a month has two digits")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_have_their_known_numbers() {
        for (day, shows) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (19_750, "2024-01-28"),
            (11_016, "2000-02-29"),
            (-719_528, "0000-01-01"),
            (-719_529, "-0001-12-31"),
            (2_932_896, "9999-12-31"),
            (2_932_897, "Y10000-01-01"),
        ] {
            assert_eq!(shown(day), shows);
        }
        assert_eq!(shown(number(-44, 3, 15)), "-0044-03-15");
        assert_eq!(shown(number(170_000_002, 1, 1)), "Y170000002-01-01");
        assert_eq!(shown(number(-170_000_002, 12, 31)), "Y-170000002-12-31");
    }

    #[test]
    fn weekdays_come_round() {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        // The first of January 1970 was a Thursday.
        let week = [Thursday, Friday, Saturday, Sunday, Monday, Tuesday, Wednesday];
        for (day, expected) in (-7..).zip(week.iter().chain(&week).chain(&week)) {
            assert!(weekday(day) == *expected, "{}", shown(day));
        }
    }

    #[test]
    fn leap_years_follow_the_gregorian_rule_before_it_was_made() {
        let leap = [-4, 0, 4, 1600, 2000, 2024].map(is_leap);
        let common = [-100, -1, 1, 1900, 2023, 2100].map(is_leap);
        assert_eq!((leap, common), ([true; 6], [false; 6]));
        assert_eq!((month_length(2024, 2), month_length(1900, 2), month_length(2024, 11)), (29, 28, 30));
    }

    #[test]
    fn every_turn_of_a_year_is_named_on_both_sides() {
        for year in -401..=2401 {
            let first = number(year, 1, 1);
            assert_eq!(civil(first), Civil { year, month: 1, day: 1 });
            assert_eq!(civil(first - 1), Civil { year: year - 1, month: 12, day: 31 });
            let leap_day = number(year, 2, 28) + 1;
            let (month, day) = if is_leap(year) { (2, 29) } else { (3, 1) };
            assert_eq!(civil(leap_day), Civil { year, month, day });
        }
    }

    #[test]
    fn weekdays_and_months_run_on_both_ways() {
        assert_eq!(weekday(0), Weekday::Thursday);
        assert_eq!(weekday(number(2024, 1, 28)), Weekday::Sunday);
        assert_eq!(weekday(number(1582, 10, 15)), Weekday::Friday);
        assert_eq!(months_on(2024, 1, -1), (2023, 12));
        assert_eq!(months_on(2024, 11, 14), (2026, 1));
    }

    #[test]
    fn a_day_beyond_any_calendar_saturates() {
        for day in [i128::MAX, i128::MIN, i128::MAX - 1] {
            assert!(shown(day).starts_with('Y'));
        }
        assert!(number(i128::MAX, 12, 31) > i128::MAX / 2 && number(i128::MIN, 1, 1) < i128::MIN / 2);
    }

    proptest! {
        #[test]
        fn a_day_is_its_own_name(day in -4_000_000_000_i128..4_000_000_000) {
            let Civil { year, month, day: of_month } = civil(day);
            prop_assert_eq!(number(year, month, of_month), day);
            prop_assert!((1..=month_length(year, month)).contains(&of_month));
        }

        #[test]
        fn the_next_day_is_one_more(day in -4_000_000_i128..4_000_000) {
            prop_assert!(civil(day) < civil(day + 1));
            prop_assert_ne!(weekday(day), weekday(day + 1));
            prop_assert_eq!(weekday(day), weekday(day - 7));
        }
    }
}
