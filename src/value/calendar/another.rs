//! Days of calendars other than ours, as days of ours: by the arithmetic of ICU4X.

use icu_calendar::Date;
use icu_calendar::cal::Hijri;
use icu_calendar::types::Month;

use super::day;
use crate::value::unreadable::Unreadable;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// The calendars that a date may be written in beside the Gregorian.
    pub(crate) enum Calendar {
        /// Solar Hijri, as Iran counts; months from Farvardin.
        Persian = "persian",
        /// As Umm al-Qura has it; where the moon is sighted a month may begin a day earlier or later. Months from Muharram.
        Islamic = "islamic",
        /// Months from Tishri; `05L` is the Adar that a leap year has before its Adar, as CLDR numbers them.
        Hebrew = "hebrew",
        /// Months from January.
        Julian = "julian",
    }
}

/// Days of our calendar, by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Days {
    pub(crate) low: i128,
    pub(crate) high: i128,
    /// By how many days either end may be off.
    pub(crate) off_by: i128,
}

/// A month, as it is counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MonthNumber {
    pub(crate) number: u8,
    /// The one that a leap year has before the next.
    pub(crate) is_leap: bool,
}

impl Calendar {
    /// The days of a date of this calendar: `1402-11-08`, `1402-11` or `1402`.
    ///
    /// # Errors
    /// What is no such date, and a day that the calendar does not have.
    pub(crate) fn days(self, text: &str) -> Result<Days, Unreadable> {
        let form = || {
            Unreadable::new(format!("`{text}` is no date of the {self} calendar"))
                .help("write year, month and day as numbers: `1402-11-08`, `1402-11` or `1402`")
        };
        let mut parts = text.split('-');
        let number = |part: &str| -> Option<u16> {
            (part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok())?
        };
        let year = i32::from(parts.next().and_then(number).ok_or_else(form)?);
        let month = parts.next().map(|part| month_number(part).ok_or_else(form)).transpose()?;
        let day =
            parts.next().map(|part| number(part).and_then(|day| u8::try_from(day).ok()).ok_or_else(form));
        let day = day.transpose()?;
        let rest = parts.next();
        let all = match (month, day) {
            _ if rest.is_some() => None,
            (Some(month), Some(day)) => self.day(year, month, day).map(|day| [day, day]),
            (Some(month), None) => self.month(year, month),
            (None, _) => self.year(year),
        };
        let [low, high] = all.ok_or_else(|| match rest {
            Some(_) => form(),
            None => Unreadable::new(format!("the {self} calendar has no `{text}`")),
        })?;
        Ok(Days { low, high, off_by: i128::from(self == Calendar::Islamic) })
    }

    /// The days of a month of a year, counted from 1; `None` where there are none.
    pub(crate) fn days_of(self, year: u16, month: MonthNumber, day: Option<u8>) -> Option<Days> {
        let year = i32::from(year);
        let [low, high] = match day {
            Some(day) => self.day(year, month, day).map(|day| [day, day])?,
            None => self.month(year, month)?,
        };
        Some(Days { low, high, off_by: i128::from(self == Calendar::Islamic) })
    }

    /// Whether a year has a month that others have not.
    pub(crate) fn is_leap_by_month(self, year: u16) -> bool {
        let put_in = |number| self.day(i32::from(year), MonthNumber { number, is_leap: true }, 1);
        (1..=12).any(|number| put_in(number).is_some())
    }

    fn day(self, year: i32, month: MonthNumber, day: u8) -> Option<i128> {
        let MonthNumber { number, is_leap } = month;
        if is_leap && self != Calendar::Hebrew {
            return None;
        }
        let day = match self {
            Calendar::Persian => Date::try_new_persian(year, number, day).ok()?.to_rata_die(),
            Calendar::Julian => Date::try_new_julian(year, number, day).ok()?.to_rata_die(),
            Calendar::Islamic => {
                Date::try_new_hijri_with_calendar(year, number, day, Hijri::new_umm_al_qura())
                    .ok()?
                    .to_rata_die()
            }
            Calendar::Hebrew => {
                let month = if is_leap { Month::leap(number) } else { Month::new(number) };
                Date::try_new_hebrew_v2(year, month, day).ok()?.to_rata_die()
            }
        };
        let first = Date::try_new_iso(1970, 1, 1).ok()?.to_rata_die();
        Some(day::number(1970, 1, 1) + i128::from(day - first))
    }

    fn month(self, year: i32, month: MonthNumber) -> Option<[i128; 2]> {
        let first = self.day(year, month, 1)?;
        let last = (28..=31).rev().find_map(|day| self.day(year, month, day))?;
        Some([first, last])
    }

    fn year(self, year: i32) -> Option<[i128; 2]> {
        let month = |number| MonthNumber { number, is_leap: false };
        Some([self.day(year, month(1), 1)?, self.month(year, month(12))?[1]])
    }
}

/// The number of a month, with an `L` behind that of one that is put in.
fn month_number(part: &str) -> Option<MonthNumber> {
    let (digits, is_leap) = match part.strip_suffix('L') {
        Some(digits) => (digits, true),
        None => (part, false),
    };
    let number = digits.parse().ok().filter(|_| (1..=2).contains(&digits.len()))?;
    Some(MonthNumber { number, is_leap })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(calendar: Calendar, text: &str) -> [String; 2] {
        let Days { low, high, .. } = calendar.days(text).unwrap();
        [day::shown(low), day::shown(high)]
    }

    /// Days that are known by both calendars.
    #[test]
    fn days_are_those_of_our_calendar() {
        for (calendar, text, ours) in [
            // The first day of the Iranian revolution's year of victory, and Nowruz of 1403.
            (Calendar::Persian, "1357-11-22", "1979-02-11"),
            (Calendar::Persian, "1403-01-01", "2024-03-20"),
            (Calendar::Persian, "1402-11-08", "2024-01-28"),
            // New year of 1445, and the first of Ramadan 1444.
            (Calendar::Islamic, "1445-01-01", "2023-07-19"),
            (Calendar::Islamic, "1444-09-01", "2023-03-23"),
            // Rosh Hashanah of 5784, Passover of 5784, Purim in the leap year 5784.
            (Calendar::Hebrew, "5784-01-01", "2023-09-16"),
            (Calendar::Hebrew, "5784-07-15", "2024-04-23"),
            (Calendar::Hebrew, "5784-06-14", "2024-03-24"),
            (Calendar::Hebrew, "5784-05L-14", "2024-02-23"),
            // The storming of the Winter Palace, and the last Julian day before the Pope's reform.
            (Calendar::Julian, "1917-10-25", "1917-11-07"),
            (Calendar::Julian, "1582-10-04", "1582-10-14"),
        ] {
            assert_eq!(days(calendar, text), [ours, ours], "{text}");
        }
    }

    #[test]
    fn months_and_years_are_all_their_days() {
        assert_eq!(days(Calendar::Persian, "1402-11"), ["2024-01-21", "2024-02-19"]);
        assert_eq!(days(Calendar::Persian, "1402"), ["2023-03-21", "2024-03-19"]);
        assert_eq!(days(Calendar::Julian, "1917-02"), ["1917-02-14", "1917-03-13"]);
        assert_eq!(days(Calendar::Hebrew, "5784"), ["2023-09-16", "2024-10-02"]);
        assert_eq!(Calendar::Islamic.days("1445-07-16").unwrap().off_by, 1);
        assert_eq!(Calendar::Persian.days("1402-11-08").unwrap().off_by, 0);
    }

    #[test]
    fn what_no_calendar_has_is_refused() {
        for text in ["1402-13-01", "1402-07-31", "1402-12-30", "1402-05L-01", "1402-0-1"] {
            let why = Calendar::Persian.days(text).unwrap_err();
            assert_eq!(why.message, format!("the persian calendar has no `{text}`"));
        }
        for text in ["", "8 Bahman 1402", "1402/11/08", "1402-11-08-01", "1402-11-", "14020-01-01"] {
            let why = Calendar::Persian.days(text).unwrap_err();
            assert_eq!(why.message, format!("`{text}` is no date of the persian calendar"));
        }
    }
}
