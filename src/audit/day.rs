//! The day on which a dossier is judged: given by who asks, since nothing here looks at a clock.

use std::fmt;

use crate::value::calendar::day;

/// A day of the Gregorian calendar. An assessment is overdue by it, and nothing else hangs on it.
///
/// ```
/// use gainsay::Day;
///
/// assert_eq!(Day::new(2024, 3, 10), Some(Day::since_epoch(19_792)));
/// assert_eq!(Day::new(2024, 3, 10).unwrap().to_string(), "2024-03-10");
/// assert_eq!(Day::new(2023, 2, 29), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub(super) i128);

impl Day {
    /// A day by its year, month and day of the month; `None` where there is no such day.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let (year, is_month) = (i128::from(year), (1..=12).contains(&month));
        let is_day = is_month && (1..=day::month_length(year, month)).contains(&day);
        is_day.then(|| Day(day::number(year, month, day)))
    }

    /// The day so many days after 1 January 1970, which is day 0.
    #[must_use]
    pub fn since_epoch(days: i64) -> Self {
        Day(i128::from(days))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&day::shown(self.0))
    }
}
