//! Dates in English prose.

mod context;
mod named;
mod numeric;
mod phrase;
mod phrases;
mod prose;
mod said;
#[cfg(test)]
mod spoken_tests;
mod words;

pub(crate) use prose::{dates, excludes};
pub(crate) use said::Said;
pub(crate) use words::names_time;
