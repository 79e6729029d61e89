//! Dates in English prose.

mod context;
mod julian;
mod named;
mod numeric;
mod phrase;
mod phrases;
mod prose;
mod said;
#[cfg(test)]
mod spoken_tests;
mod words;

pub(crate) use prose::{NamedDate, dates, days_anywhere, excludes, named_dates};
pub(crate) use said::{Said, Season};
pub(crate) use words::names_time;
