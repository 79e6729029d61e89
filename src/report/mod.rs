//! Findings and tables to text. Pure: the versioned views, then one file per format.

pub(crate) mod baseline;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod concise;
pub(crate) mod diff;
pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod junit;
pub(crate) mod layout;
pub(crate) mod markdown;
pub(crate) mod report;
pub(crate) mod sarif;
mod sarif_types;
pub(crate) mod sets;
pub(crate) mod since;
mod since_keys;
mod since_positions;
mod since_sources;
#[cfg(test)]
mod since_tests;
pub(crate) mod since_text;
pub(crate) mod table;
pub(crate) mod terminal;
pub(crate) mod trace;

/// A view as JSON, indented, with a line break at the end.
pub(crate) fn json<T: serde::Serialize>(view: &T) -> String {
    let mut text = serde_json::to_string_pretty(view).expect("views have string keys and no floats");
    text.push('\n');
    text
}
