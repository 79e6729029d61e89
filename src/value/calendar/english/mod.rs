//! Dates in English prose.

mod context;
mod named;
mod numeric;
mod phrase;
mod phrases;
pub(crate) mod prose;
mod said;
mod words;

pub(crate) use prose::dates;
pub(crate) use said::Said;
