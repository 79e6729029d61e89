//! Findings and tables to text. Pure: the versioned views, then one file per format.

pub(crate) mod blind;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod concise;
pub(crate) mod diff;
pub(crate) mod graph;
pub(crate) mod human;
pub(crate) mod impact;
pub(crate) mod layout;
pub(crate) mod markdown;
pub(crate) mod report;
pub(crate) mod reuse;
pub(crate) mod sets;
pub(crate) mod silence;
pub(crate) mod table;
pub(crate) mod terminal;
pub(crate) mod timeline;
pub(crate) mod trace;
pub(crate) mod trace_tree;
pub(crate) mod tree;

/// A view as JSON, indented, with a line break at the end.
pub(crate) fn json<T: serde::Serialize>(view: &T) -> String {
    let mut text = serde_json::to_string_pretty(view).expect("views have string keys and no floats");
    text.push('\n');
    text
}
