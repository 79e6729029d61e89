//! One cell of a table of claims: what TOML says, as people write it in a spreadsheet, and back.
//!
//! A text stands as it is; a list is parted by `; `; what is neither words nor a number stands as TOML writes it. Where what
//! stands as it is would be read as something else (a text `3`, an empty text, characters that are not seen), it is a string of TOML, in
//! quotes. And whatever begins as a formula has an apostrophe before it, which a spreadsheet shows as text: so has a cell that
//! begins with apostrophes and goes on as a formula, so that who takes one off has what stood there.

use super::row::RowKey;
use super::toml;
use crate::load::keys::KeyForm;
use crate::load::toml_value;
use crate::text::{active, inert, steers};
use crate::value::types::{Form, Raw};

/// What a list is parted by.
const PARTED: char = ';';

/// How a column's cells are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    /// A text, whatever it looks like.
    Words,
    /// What looks like a number is one.
    Value,
    /// Words parted by `; `, or one word.
    OneOrMany,
    /// Words parted by `; `, however few.
    Many,
}

/// The cell of what a key holds.
pub(crate) fn write(column: RowKey, raw: &Raw) -> String {
    inert(&encoded(column.written(), raw)).into_owned()
}

/// The same as it stands behind a key and a colon on a line: white space at its ends is written so that nobody takes it away.
pub(crate) fn on_a_line(column: RowKey, raw: &Raw) -> String {
    let cell = write(column, raw);
    match &raw.form {
        Form::Text(words) if cell.trim() != cell => {
            let escaped = |c: char| format!("\\U{:08X}", u32::from(c));
            let start: String = words.chars().take_while(|c| c.is_whitespace()).map(escaped).collect();
            let kept = words.trim_start();
            let end: String = kept[kept.trim_end().len()..].chars().map(escaped).collect();
            let inner = toml::string(kept.trim_end());
            let inner = inner.strip_prefix('"').and_then(|inner| inner.strip_suffix('"'));
            format!("\"{start}{}{end}\"", inner.unwrap_or_default())
        }
        _ => cell,
    }
}

/// The cell of words that no key holds.
pub(crate) fn words(words: &str) -> String {
    inert(&text(words, Written::Words)).into_owned()
}

/// What a cell says under a key; `None` where it is empty.
pub(crate) fn read(column: RowKey, cell: &str) -> Option<Raw> {
    let cell = active(cell);
    (!cell.is_empty()).then(|| decoded(column.written(), cell))
}

impl RowKey {
    fn written(self) -> Written {
        match self.form() {
            KeyForm::Value | KeyForm::Whole(..) => Written::Value,
            KeyForm::IdOrIds(_) => Written::OneOrMany,
            KeyForm::Ids(_) => Written::Many,
            _ => Written::Words,
        }
    }
}

fn encoded(written: Written, raw: &Raw) -> String {
    match &raw.form {
        Form::Text(words) if written != Written::Many => text(words, written),
        Form::List(items) if matches!(written, Written::OneOrMany | Written::Many) => {
            let words: Option<Vec<&str>> = items.iter().map(item).collect();
            let joined = words.map(|words| words.join("; ")).unwrap_or_default();
            if !joined.is_empty() && decoded(written, &joined) == *raw { joined } else { toml::inline(raw) }
        }
        _ => toml::inline(raw),
    }
}

/// An item of a list that may stand as it is.
fn item(raw: &Raw) -> Option<&str> {
    match &raw.form {
        Form::Text(words) if is_plain(words) => Some(words),
        _ => None,
    }
}

/// Whether words may stand as they are: on one line, all of them seen, and nothing in them that a runner of GitHub obeys.
fn is_plain(words: &str) -> bool {
    !words.contains("##[") && !words.chars().any(|c| steers(c) || c == '\n')
}

/// Words as they are, or as TOML has them where they would be read as something else.
fn text(words: &str, written: Written) -> String {
    let is_seen = !words.is_empty() && is_plain(words);
    let is_read = || matches!(&decoded(written, words).form, Form::Text(read) if read == words);
    if is_seen && is_read() { words.to_owned() } else { toml::string(words) }
}

fn decoded(written: Written, cell: &str) -> Raw {
    let as_is = || Raw::of_words(cell);
    // A text that a source has in quotes is no string of TOML: one has an escape, or nothing in it.
    let is_string = cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"');
    match written {
        Written::Words if is_string && (cell.contains('\\') || cell == "\"\"") => {
            toml_value(cell).filter(|raw| matches!(raw.form, Form::Text(_))).unwrap_or_else(as_is)
        }
        Written::Words => as_is(),
        Written::Value => value(cell, is_string).unwrap_or_else(as_is),
        Written::OneOrMany | Written::Many => {
            let is_toml = is_string || cell.starts_with('[');
            let toml = if is_toml { toml_value(cell) } else { None };
            toml.unwrap_or_else(|| parted(written, cell))
        }
    }
}

/// What a cell says that is no plain text.
fn value(cell: &str, is_string: bool) -> Option<Raw> {
    if let Some(truth) = [true, false].into_iter().find(|it| cell.eq_ignore_ascii_case(&it.to_string())) {
        return Some(Raw::from(Form::Truth(truth)));
    }
    let begins = |marks: &[char]| cell.starts_with(marks) || cell.starts_with(|c: char| c.is_ascii_digit());
    if !is_string && !begins(&['+', '-', '.', '[', '{']) {
        return None;
    }
    // A date is a string, whichever of the two a file has.
    toml_value(cell).filter(|raw| !matches!(raw.form, Form::Date(_)))
}

/// The words that a cell lists.
fn parted(written: Written, cell: &str) -> Raw {
    let words = cell.split(PARTED).map(str::trim).filter(|word| !word.is_empty());
    let mut items: Vec<Raw> = words.map(Raw::of_words).collect();
    match items.len() {
        1 if written == Written::OneOrMany => items.remove(0),
        _ => Raw::from(Form::List(items)),
    }
}

#[cfg(test)]
mod tests;
