//! Tables for people.
//!
//! A cell holds no colour: what paints it would count as columns. The crate can tell them apart at the price of three
//! more, and nothing in our tables asks for it. Nor does it hold what steers a terminal, or a line that we did not begin,
//! whoever wrote it.

use std::fmt;

use comfy_table::presets::{UTF8_FULL, UTF8_FULL_CONDENSED};
use comfy_table::{ContentArrangement, Table};

use crate::text::one_line;

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

/// What stands in a cell: a line, or the lines that we make of it. What others wrote never ends one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell(String);

impl Cell {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The cell with another line at its end.
    pub(crate) fn line(self, text: impl AsRef<str>) -> Self {
        let line = one_line(text.as_ref());
        Cell(if self.0.is_empty() { line } else { format!("{}\n{line}", self.0) })
    }
}

impl<T: AsRef<str>> From<T> for Cell {
    fn from(text: T) -> Self {
        Cell::default().line(text)
    }
}

impl TextTable {
    pub(crate) fn set_header<C: Into<Cell>>(&mut self, cells: impl IntoIterator<Item = C>) {
        self.0.set_header(texts(cells));
    }

    pub(crate) fn add_row<C: Into<Cell>>(&mut self, cells: impl IntoIterator<Item = C>) {
        self.0.add_row(texts(cells));
    }
}

impl fmt::Display for TextTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

fn texts<C: Into<Cell>>(cells: impl IntoIterator<Item = C>) -> Vec<String> {
    cells.into_iter().map(|cell| cell.into().0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_begins_a_line_of_a_cell() {
        let cell = Cell::from("a\n(disputed)").line("b\r\nc\u{2028}d").line("(apart)");
        assert_eq!(cell, Cell("a (disputed)\nb c\\u{2028}d\n(apart)".to_owned()));
        assert!(Cell::from("").is_empty());
    }
}
