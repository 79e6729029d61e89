//! Other languages than English: their words put into English ones, by the tables of both. See docs/languages.md.
//!
//! What a quantity says is worked out once, in English; a language is a list of which of its words mean which of the English table's.

mod clean;
mod dates;
mod english;
mod forms;
mod hedges;
mod known;
mod legible;
mod letters;
mod numbers;
mod pieces;
mod quantities;
mod reader;
mod saying;
#[cfg(test)]
mod tests;
mod within;
mod written;

pub(crate) use known::{Known, all_known, is_english, known, reads_words};
pub(crate) use legible::{Legible, legible};
pub(crate) use saying::Gives;
