//! The words of each language, English among them, as its file has them. See docs/languages.md.

mod english;
mod files;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use english::{english, name_of, number_words, scale, thousands};
pub(crate) use files::{LANGUAGES, number_of, table, tables};
pub(crate) use table::{
    And, Example, Month, Order, Part, Range, RangeKind, ReadAs, Row, Scale, Table, Writing, first_form, forms,
};
pub(crate) use words::Words;
