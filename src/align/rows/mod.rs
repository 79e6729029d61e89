//! The table of relations, a row a value: when it holds of two claims, why it does not, and how that is told.

mod change;
mod growth;
mod hard;
mod open;
mod row;
mod say;
mod scope;
mod soft;
mod table;
mod why;
mod words;

pub(crate) use row::{Match, Row};
pub(super) use say::missing;
pub(super) use scope::DIFFERENT_SCOPE;
pub(crate) use table::ROWS;
pub(super) use table::first;
