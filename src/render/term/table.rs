//! Tables for people.
//!
//! A cell holds no colour: what paints it would count as columns. The crate can tell them apart at the price of three
//! more, and nothing in our tables asks for it. Nor does it hold what steers a terminal, whoever wrote it.

use std::fmt;

use comfy_table::presets::{UTF8_FULL, UTF8_FULL_CONDENSED};
use comfy_table::{ContentArrangement, Table};

use crate::text::shown;

/// A table whose cells are text.
#[derive(Debug)]
pub(crate) struct TextTable(Table);

/// A table that fits `width` columns and wraps rather than cuts.
pub(crate) fn table(width: usize) -> TextTable {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(width.min(u16::MAX.into()) as u16);
    TextTable(table)
}

/// A table whose rows have several lines each, and a rule between them.
pub(crate) fn ruled_table(width: usize) -> TextTable {
    let mut table = table(width);
    table.0.load_style(UTF8_FULL);
    table
}

impl TextTable {
    pub(crate) fn set_header<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.0.set_header(texts(cells));
    }

    pub(crate) fn add_row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.0.add_row(texts(cells));
    }
}

impl fmt::Display for TextTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

fn texts<T: AsRef<str>>(cells: impl IntoIterator<Item = T>) -> Vec<String> {
    cells.into_iter().map(|cell| shown(cell.as_ref()).into_owned()).collect()
}
