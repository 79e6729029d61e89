//! Findings and tables to text. Pure: the versioned views, then one file per format.

pub(crate) mod check;
pub(crate) mod compare;
#[cfg(test)]
mod compare_laws;
pub(crate) mod concise;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod find;
pub(crate) mod human;
pub(crate) mod layout;
pub(crate) mod markdown;
pub(crate) mod pin;
pub(crate) mod read;
pub(crate) mod report;
#[cfg(test)]
mod semantics;
pub(crate) mod sets;
pub(crate) mod table;
pub(crate) mod terminal;
pub(crate) mod trace;

/// A view as JSON, indented, with a line break at the end.
pub(crate) fn json<T: serde::Serialize>(view: &T) -> String {
    let mut text = serde_json::to_string_pretty(view).expect("views have string keys and no floats");
    text.push('\n');
    text
}
