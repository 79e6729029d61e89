//! The words of each language, English among them, as its file has them. See docs/languages.md.

mod english;
mod files;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use english::{english, name_of, number_words, scale, thousands};
#[cfg(test)]
pub(crate) use files::tables;
pub(crate) use files::{LANGUAGES, number_of, table};
pub(crate) use table::{
    And, Leap, Month, Order, Part, Range, RangeKind, Row, Scale, SmallWords, Table, Writing, first_form,
    forms,
};
#[cfg(test)]
pub(crate) use table::{Example, ReadAs};
pub(crate) use words::Words;
