//! Dates and moments under a key, and what is said where they cannot be read.

use super::at::{At, Written};
use super::entry::Entry;
use super::key::TableKey;
use crate::model::claim::AsOf;
use crate::model::problem::{Problem, ProblemKind};
use crate::text::Spot;
use crate::value::Unreadable;
use crate::value::calendar::{date, moments, moments_toml};
use crate::value::shape::Bounds;

/// A date or moment of a key; a problem where it cannot be read.
pub(super) fn moment<K: TableKey>(entry: &mut Entry<K>, key: K) -> Option<AsOf> {
    let date = entry.date(key)?;
    read_moment(entry, key, date)
}

/// Reads a date that was written: its hard days, and its first and last moment.
pub(super) fn read_moment<K: TableKey>(entry: &mut Entry<K>, key: K, date: At<Written>) -> Option<AsOf> {
    let words = &date.value.words;
    let moments = if date.value.toml { moments_toml(words) } else { moments(words) };
    match (days(&date.value), moments) {
        (Ok(days), Ok(moments)) => {
            suggest_years(words, date.spot, entry.problems());
            let words = date.value.words;
            Some(AsOf { words, first: moments.first, last: moments.last, days: days.hard })
        }
        (Err(why), _) | (_, Err(why)) => {
            let message = format!("`{}` cannot be read as a date", key.word());
            let mut problem = unreadable(&why, date.spot, message);
            problem.help = why
                .help
                .or_else(|| Some("expected an EDTF date such as 2024-01-28, 2024-01 or 2020~".to_owned()));
            entry.problems().push(problem);
            None
        }
    }
}

/// The days of a date that was written.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn days(date: &Written) -> Result<Bounds, Unreadable> {
    if date.toml { date::read_toml(&date.words) } else { date::read(&date.words) }
}

/// A date that cannot be read: one that ends before it begins is of another kind than one that is none.
pub(super) fn unreadable(why: &Unreadable, spot: Spot, message: impl Into<String>) -> Problem {
    let kind = if why.out_of_order { ProblemKind::BoundOrder } else { ProblemKind::MalformedEntry };
    Problem::new(kind, spot, message).label(why.message.clone())
}

/// `2023-24` is a season to EDTF; asks whether the years are meant.
pub(super) fn suggest_years(words: &str, spot: Spot, problems: &mut Vec<Problem>) {
    if let Some(years) = date::looks_like_years(words) {
        let problem =
            Problem::new(ProblemKind::AmbiguousDate, spot, format!("`{words}` is a season in EDTF"));
        problems.push(problem.label(format!("did you mean `{years}`?")));
    }
}
