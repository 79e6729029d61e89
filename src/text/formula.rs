//! Cells that a spreadsheet would run, and how they are shown as text.

use std::borrow::Cow;

/// What a spreadsheet may take for the beginning of a formula, the wide signs of some keyboards among them.
pub(crate) const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The cell so that a spreadsheet shows it as text, whatever it begins with.
pub(crate) fn inert(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell without the apostrophe that [`inert`] put before it, where it did.
pub(crate) fn active(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

/// Whether a cell begins as a formula, behind whatever apostrophes.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}
