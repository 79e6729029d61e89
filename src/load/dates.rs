//! Dates and moments under a key, and what is said where they cannot be read.

use super::at::{At, Written};
use super::entry::Entry;
use super::key::TableKey;
use crate::model::claim::AsOf;
use crate::model::problem::{Problem, ProblemKind};
use crate::text::Spot;
use crate::value::Unreadable;
use crate::value::calendar::{Zone, date};
use crate::value::shape::Bounds;
use std::sync::Arc;

/// A date or moment of a key; a problem where it cannot be read. A time without an offset stands in the zone.
pub(super) fn moment<K: TableKey>(entry: &mut Entry<K>, key: K, zone: Option<&Zone>) -> Option<Arc<AsOf>> {
    let date = entry.date(key)?;
    read_moment(entry, key, date, zone)
}

/// Reads a date that was written: its hard days, and its first and last minute.
pub(super) fn read_moment<K: TableKey>(
    entry: &mut Entry<K>,
    key: K,
    date: At<Written>,
    zone: Option<&Zone>,
) -> Option<Arc<AsOf>> {
    let words = &date.value.words;
    let times = if date.value.toml { date::read_toml(words, zone) } else { date::read(words, zone) };
    match (days(&date.value), times) {
        (Ok(days), Ok(times)) => {
            suggest_years(words, date.spot, entry.problems());
            Some(Arc::new(AsOf::new(date.value.words, &times, days.hard)))
        }
        (Err(why), _) | (_, Err(why)) => {
            let message = format!("`{}` cannot be read as a date", key.word());
            let mut problem = unreadable(&why, date.spot, message);
            problem.help = why.help.or_else(|| {
                Some(
                    "expected an EDTF date such as 2024-01-28, 2024-01-28T05:30Z, 2024-01 or 2020~"
                        .to_owned(),
                )
            });
            entry.problems().push(problem);
            None
        }
    }
}

/// The time zone under a key; a problem where there is none of that name.
pub(super) fn time_zone<K: TableKey>(entry: &mut Entry<K>, key: K) -> Option<Zone> {
    let name = entry.text(key)?;
    let found = Zone::named(&name.value);
    if found.is_none() {
        let message = format!("`{}` is no time zone", name.value);
        let problem = Problem::new(ProblemKind::MalformedEntry, name.spot, message);
        let label = match Zone::nearest(&name.value) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "no zone has this name".to_owned(),
        };
        let help = "expected an IANA name such as `America/New_York`; an offset is written beside its time: `T05:30+02:00`";
        entry.problems().push(problem.label(label).help(help));
    }
    found
}

/// The days of a date that was written, as they are written.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn days(date: &Written) -> Result<Bounds, Unreadable> {
    if date.toml { date::days_toml(&date.words) } else { date::days(&date.words) }
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
