//! What a date phrase in prose says of the day that it is about, and whether that leaves room for a value.

use crate::value::calendar::day;
use crate::value::calendar::day::Weekday;
use crate::value::shape::{Bounds, Run, Runs};

/// What a date phrase says of the day that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// These days.
    Days(Bounds),
    /// These days of a year that is not said: `October 7`, `in January`.
    EachYear(Season),
    On(Weekday),
    /// Nothing that could be held against a day: `last year`, `two days later`, `since October`.
    Anything,
}

/// Days that come back every year, as days of a leap year counted from 0; `last` before `first` runs over its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Season {
    pub(crate) first: i128,
    pub(crate) last: i128,
}

/// Where the words before a phrase move it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toward {
    Itself,
    /// `since`, `after`: its days and all later ones.
    Later,
    /// `until`, `before`: its days and all earlier ones.
    Earlier,
    Anywhere,
}

/// The days of a leap year.
const LEAP_YEAR: i128 = 366;

impl Season {
    /// From one day to another, as month and day.
    pub(super) fn between(first: (u8, u8), last: (u8, u8)) -> Self {
        let nth = |(month, of_month)| day::number(2000, month, of_month) - day::number(2000, 1, 1);
        Season { first: nth(first), last: nth(last) }
    }

    /// The same with `days` more on each side.
    pub(super) fn wider(self, days: i128) -> Self {
        if self.length() + 2 * days >= LEAP_YEAR {
            return Season { first: 0, last: LEAP_YEAR - 1 };
        }
        let first = (self.first - days).rem_euclid(LEAP_YEAR);
        Season { first, last: (self.last + days).rem_euclid(LEAP_YEAR) }
    }

    pub(super) fn length(self) -> i128 {
        (self.last - self.first).rem_euclid(LEAP_YEAR) + 1
    }

    pub(super) fn holds(self, number: i128) -> bool {
        let civil = day::civil(number);
        let nth = Season::between((civil.month, civil.day), (civil.month, civil.day)).first;
        (nth - self.first).rem_euclid(LEAP_YEAR) < self.length()
    }
}

impl Said {
    /// Whether some of these days may be the one that is meant.
    pub(crate) fn allows(&self, days: &Runs) -> bool {
        let some_day = |is_meant: &dyn Fn(i128) -> bool| {
            days.runs().iter().any(|run| match (run.low, run.high) {
                (Some(low), Some(high)) if high - low < LEAP_YEAR => (low..=high).any(is_meant),
                // As many days in a row hold every day of the year and of the week.
                _ => true,
            })
        };
        match self {
            Said::Days(said) => said.hard.shares(days),
            Said::EachYear(season) => some_day(&|day| season.holds(day)),
            Said::On(weekday) => some_day(&|day| day::weekday(day) == *weekday),
            Said::Anything => true,
        }
    }

    /// The same after `around`: wider on each side by its own length, and by a week at least.
    pub(super) fn around(self) -> Self {
        match self {
            Said::Days(Bounds { hard, soft }) => {
                let by = |low, high| LEEWAY.max(high - low + 1);
                let wider = |run: &Run| match (run.low, run.high) {
                    (Some(low), Some(high)) => {
                        Run::new(Some(low - by(low, high)), Some(high + by(low, high)))
                    }
                    _ => *run,
                };
                Said::Days(Bounds { hard: Runs::of(hard.runs().iter().map(wider)), soft })
            }
            Said::EachYear(season) => Said::EachYear(season.wider(LEEWAY.max(season.length()))),
            Said::On(_) | Said::Anything => Said::Anything,
        }
    }

    /// The same moved. A day of no year or of any week has days before and after it in every year.
    pub(super) fn toward(self, toward: Toward) -> Self {
        let open = |days: &Runs| match toward {
            Toward::Later => Runs::of([Run::new(days.least(), None)]),
            _ => Runs::of([Run::new(None, days.greatest())]),
        };
        match (self, toward) {
            (said, Toward::Itself) => said,
            (Said::Days(days), Toward::Later | Toward::Earlier) => {
                Said::Days(Bounds { hard: open(&days.hard), soft: open(&days.soft) })
            }
            _ => Said::Anything,
        }
    }
}

/// The least that `around` widens a date by, in days.
const LEEWAY: i128 = 7;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_runs_over_the_end_of_the_year() {
        let turn = Season::between((12, 31), (1, 2));
        let held = |days: std::ops::RangeInclusive<i128>| days.map(|day| turn.holds(day)).collect::<Vec<_>>();
        assert_eq!(turn.length(), 3);
        assert_eq!(held(-2..=2), [false, true, true, true, false]);
        assert_eq!(turn.wider(2), Season::between((12, 29), (1, 4)));
        assert_eq!(turn.wider(200).length(), LEAP_YEAR);
        let january = Season::between((1, 1), (1, 31));
        assert_eq!(january.wider(31), Season::between((12, 1), (3, 2)));
    }

    #[test]
    fn days_of_any_year_are_looked_for_in_the_days_that_are_meant() {
        let leap_day = Said::EachYear(Season::between((2, 29), (2, 29)));
        assert!(!leap_day.allows(&Runs::between(day::number(2023, 1, 1), day::number(2023, 12, 31))));
        assert!(leap_day.allows(&Runs::between(day::number(2024, 1, 1), day::number(2024, 12, 31))));
        assert!(leap_day.allows(&Runs::from(0)));
        assert!(!leap_day.allows(&Runs::between(0, 10)), "the first days of 1970");
        assert!(!Said::On(Weekday::Monday).allows(&Runs::between(-1, 3)));
        assert!(Said::On(Weekday::Monday).allows(&Runs::between(-1, 4)));
        assert!(Said::Anything.allows(&Runs::one(0)));
    }

    #[test]
    fn words_before_a_date_widen_or_open_it() {
        let day = || Said::Days(Bounds::exactly(Runs::one(10)));
        let hard = |said: Said| if let Said::Days(days) = said { days.hard } else { Runs::default() };
        assert_eq!(hard(day().around()), Runs::between(3, 17));
        assert_eq!(hard(day().toward(Toward::Later)), Runs::from(10));
        assert_eq!(hard(day().toward(Toward::Earlier)).complement(), Runs::from(11));
        assert_eq!(day().toward(Toward::Anywhere), Said::Anything);
        assert_eq!(Said::On(Weekday::Monday).toward(Toward::Later), Said::Anything);
    }
}
