//! A date phrase as it stands in a sentence, before the words around it have had their say.

use std::ops::Range;

use super::said::Said;
use crate::value::calendar::day;
use crate::value::shape::{Bounds, Runs};

/// A phrase as it stands, before the words around it have had their say.
#[derive(Clone, Debug)]
pub(super) struct DatePhrase {
    /// The words it takes up.
    pub(super) words: Range<usize>,
    pub(super) said: Said,
    pub(super) form: DateForm,
    /// Whether it was joined from two.
    pub(super) is_span: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateForm {
    /// A year with more than the year, or a decade.
    Dated,
    /// A number, or two, that may be years.
    Year,
    /// A month and days of it, or a named day.
    MonthDay,
    Month,
    Weekday,
    Relative,
}

/// Whole years from one to another.
pub(super) fn years(first: u16, last: u16) -> Runs {
    Runs::between(day::number(first.into(), 1, 1), day::month_end(last.into(), 12))
}

/// A day's number, where the calendar has that day.
pub(super) fn on(year: u16, month: u16, of_month: u16) -> Option<i128> {
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let of_month = u8::try_from(of_month).ok()?;
    let is_day = (1..=day::month_length(year.into(), month)).contains(&of_month);
    is_day.then(|| day::number(year.into(), month, of_month))
}

pub(super) fn dated(words: Range<usize>, days: Runs) -> DatePhrase {
    DatePhrase { words, said: Said::Days(Bounds::exactly(days)), form: DateForm::Dated, is_span: false }
}

pub(super) fn month_of(year: u16, month: u8) -> Runs {
    Runs::between(day::number(year.into(), month, 1), day::month_end(year.into(), month))
}
