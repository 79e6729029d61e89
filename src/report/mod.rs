//! Findings and tables to text. Pure: the versioned views, then one file per format.

pub(crate) mod asked;
pub(crate) mod baseline;
pub(crate) mod blind;
pub(crate) mod captures;
pub(crate) mod check;
pub(crate) mod compare;
#[cfg(test)]
mod compare_laws;
pub(crate) mod concise;
pub(crate) mod containment;
pub(crate) mod covers;
pub(crate) mod diff;
pub(crate) mod discrepancy;
pub(crate) mod explain;
pub(crate) mod find;
pub(crate) mod fragment;
pub(crate) mod github;
pub(crate) mod graph;
pub(crate) mod html;
pub(crate) mod human;
pub(crate) mod impact;
pub(crate) mod junit;
pub(crate) mod layout;
pub(crate) mod markdown;
pub(crate) mod pin;
pub(crate) mod prose;
pub(crate) mod read;
pub(crate) mod restricted;
pub(crate) mod reuse;
pub(crate) mod sarif;
mod sarif_types;
#[cfg(test)]
mod semantics;
pub(crate) mod sets;
pub(crate) mod silence;
pub(crate) mod since;
mod since_keys;
mod since_positions;
mod since_sources;
#[cfg(test)]
mod since_tests;
pub(crate) mod since_text;
pub(crate) mod table;
pub(crate) mod terminal;
pub(crate) mod timeline;
pub(crate) mod told;
pub(crate) mod trace;
pub(crate) mod trace_tree;
pub(crate) mod tree;

/// A view as JSON, indented, with a line break at the end.
pub(crate) fn json<T: serde::Serialize>(view: &T) -> String {
    let mut text = serde_json::to_string_pretty(view).expect("views have string keys and no floats");
    text.push('\n');
    text
}
