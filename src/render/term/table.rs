//! Tables for people.
//!
//! A cell holds no colour: what paints it would count as columns. The crate can tell them apart at the price of three
//! more, and nothing in our tables asks for it.

use comfy_table::presets::{UTF8_FULL, UTF8_FULL_CONDENSED};
use comfy_table::{ContentArrangement, Table};

/// A table that fits `width` columns and wraps rather than cuts.
pub(crate) fn table(width: usize) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(width.min(u16::MAX.into()) as u16);
    table
}

/// A table whose rows have several lines each, and a rule between them.
pub(crate) fn ruled_table(width: usize) -> Table {
    let mut table = table(width);
    table.load_style(UTF8_FULL);
    table
}
