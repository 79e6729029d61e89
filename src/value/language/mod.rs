//! Other languages: their words put into those of the one table, by a file each. See docs/languages.md.
//!
//! What a quantity says is worked out once, in English; a language is a list of which of its words mean which of the table's.

mod clean;
mod dates;
mod english;
mod forms;
mod hedges;
mod known;
mod legible;
mod numbers;
mod pieces;
mod quantities;
mod reader;
mod saying;
mod table;
#[cfg(test)]
mod tests;
mod within;
mod written;

pub(crate) use known::{Known, all_known, is_english, known, reads_words};
pub(crate) use legible::{Legible, legible};
pub(crate) use saying::Gives;
