//! The terminal for what prints plain text.

use super::screen::Screen;
pub(crate) use super::style::Paint;
pub(crate) use super::table::{ruled_table, table};
pub(crate) use crate::text::counted;

/// A paragraph wrapped to `width` columns, every line after `indent`, which is spaces. It holds no colour.
pub(crate) fn wrapped(text: &str, width: usize, indent: &str) -> String {
    let mut out = String::new();
    Screen { paint: Paint::Off, width }.paragraph(&mut out, indent.len(), text);
    out
}
