//! Findings and tables to text. Pure: the versioned views, then one file per format.

#![warn(clippy::disallowed_types, reason = "nothing is shown in hash order")]

pub(crate) mod blind;
pub(crate) mod captures;
pub(crate) mod changed;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod diff;
mod escape;
pub(crate) mod explain;
pub(crate) mod find;
pub(crate) mod impact;
pub(crate) mod position;
pub(crate) mod read;
pub(crate) mod report;
pub(crate) mod reuse;
pub(crate) mod silence;
pub(crate) mod since;
pub(crate) mod table;
pub(crate) mod term;
pub(crate) mod text;
pub(crate) mod timeline;
pub(crate) mod toml;
pub(crate) mod trace;
mod unheard;
mod xml;

pub(crate) use unheard::unheard;

/// A view as JSON, indented, with a line break at the end.
pub(crate) fn json<T: serde::Serialize>(view: &T) -> String {
    let mut text =
        escape::json(serde_json::to_string_pretty(view).expect("views have string keys and no floats"));
    text.push('\n');
    text
}

/// A view as JSON on one line, without a line break at the end.
pub(crate) fn json_line<T: serde::Serialize>(view: &T) -> String {
    escape::json(serde_json::to_string(view).expect("views have string keys and no floats"))
}
