//! A check as text: one file for each format.

pub(crate) mod concise;
pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod junit;
mod one_by_one;
pub(crate) mod sarif;
mod sarif_types;
mod summary;

pub(crate) use one_by_one::OneByOne;
pub(super) use summary::drafted;

use crate::text::one_line;
use crate::view::check::{Checked, Excuse, Flagged, Pointer};

/// What more there is to know of a finding: notes, what explains it, help. One line each.
fn more(finding: &Flagged) -> Vec<String> {
    let mut lines: Vec<String> = finding.notes().map(|note| format!("note: {note}")).collect();
    lines.extend(finding.explained.map(|why| format!("{}: {why}", excuse(finding))));
    lines.extend(finding.help().map(|help| format!("help: {help}")));
    lines
}

/// Where a mark stands and what is said of it, on one line.
fn place(view: &Checked, mark: &Pointer) -> String {
    let label = if mark.label.is_empty() { String::new() } else { format!(": {}", mark.label) };
    one_line(&format!("{}:{}:{}{label}", view.path(mark.path), mark.line, mark.column))
}

/// What a reason that explains a finding is called.
fn excuse(finding: &Flagged) -> &'static str {
    match finding.excuse {
        Some(Excuse::Comment) => "allowed here",
        _ => "assessment",
    }
}
