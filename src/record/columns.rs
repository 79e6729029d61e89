//! Which key of a claim a column of somebody's table holds.

use std::collections::BTreeMap;

use super::row::{Given, Row, RowKey, What};
use crate::error::{Error, ErrorKind};

/// What stands in front of the names of columns that tell what others follow from: they are not read.
const TOLD: &str = "told";

/// What a machine said of a row; it is not read.
const SPOTTED: &str = "spotted";

/// The name of the column of few words that stand for a quote.
const WORDS: &str = "words";

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Key(RowKey),
    /// Few words that stand for the quote.
    Words,
}

impl Column {
    /// What the column of a name holds.
    ///
    /// # Errors
    /// No key is known by that name: the nearest.
    fn named(name: &str) -> Result<Column, Option<String>> {
        match name.trim().eq_ignore_ascii_case(WORDS) {
            true => Ok(Column::Words),
            false => RowKey::named(name).map(Column::Key),
        }
    }

    pub(super) fn name(self) -> String {
        match self {
            Column::Key(key) => key.name(),
            Column::Words => WORDS.to_owned(),
        }
    }

    /// Whether spaces are a part of what it holds.
    pub(super) fn holds_words(self) -> bool {
        matches!(self, Column::Key(key) if key.holds_words())
    }
}

/// Names of columns that are not those of keys, and what every row has that does not say it itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    /// By the name of a column; what is not read is `None`.
    mapped: BTreeMap<String, Option<Column>>,
    fixed: Vec<(RowKey, String)>,
}

impl Columns {
    /// Columns as a map file has them, `"Dead, total" = "value"`, `""` for one that is not read; and, behind it, what every row has.
    ///
    /// # Errors
    /// What is no TOML, or names no key of a claim: the nearest.
    pub(crate) fn new(map: Option<&str>, fixed: &[String]) -> Result<Columns, Error> {
        let mut columns = Columns::default();
        if let Some(map) = map {
            let table: toml::Table = map.parse().map_err(|why: toml::de::Error| {
                let line =
                    why.span().map_or(1, |at| map[..at.start.min(map.len())].matches('\n').count() + 1);
                Error::new(
                    ErrorKind::Unreadable,
                    format!("the map is not TOML: line {line}, {}", why.message()),
                )
                .hint("write one line a column: \"Dead, total\" = \"value\"")
            })?;
            for (column, key) in table {
                let Some(key) = key.as_str() else {
                    let error = Error::new(ErrorKind::Unreadable, format!("the map gives `{column}` no key"));
                    return Err(error.hint("name the key in quotation marks: \"Dead, total\" = \"value\""));
                };
                let key = if key.is_empty() { None } else { Some(Column::named(key).map_err(unknown(key))?) };
                columns.mapped.insert(column, key);
            }
        }
        for given in fixed {
            let Some((key, value)) = given.split_once('=') else {
                let error = Error::new(ErrorKind::Unreadable, format!("`{given}` gives no value"));
                return Err(error.hint("write KEY=VALUE: `--set source=herald`"));
            };
            let known = RowKey::named(key).map_err(unknown(key))?;
            columns.fixed.push((known, value.trim().to_owned()));
        }
        Ok(columns)
    }

    /// What a column holds; `None` where it is not read.
    ///
    /// # Errors
    /// No key is known by that name: the nearest.
    pub(super) fn column(&self, name: &str) -> Result<Option<Column>, Option<String>> {
        let is_ours = is_ours(name);
        match self.mapped.get(name) {
            Some(column) => Ok(*column),
            None if is_ours => Ok(None),
            None => Column::named(name).map(Some),
        }
    }

    /// Gives a row what every row has and it does not say.
    pub(crate) fn complete(&self, row: &mut Row) {
        for (key, value) in &self.fixed {
            let is_silent = |given: &Given| matches!(&given.what, What::Cell(words) if words.is_empty());
            if row.get(*key).is_none_or(is_silent) {
                row.given.retain(|given| given.key != *key);
                row.given.push(Given { key: *key, what: What::Cell(value.clone()), column: None });
            }
        }
    }
}

/// Whether what stands under a name is told of a claim, and is none of its keys.
pub(super) fn is_ours(column: &str) -> bool {
    let is_told = |rest: &str| rest.is_empty() || rest.starts_with('.');
    [TOLD, SPOTTED].iter().any(|own| column.strip_prefix(own).is_some_and(is_told))
}

fn unknown(key: &str) -> impl FnOnce(Option<String>) -> Error {
    let message = format!("`{key}` is no key of a claim");
    move |near| no_key(&message, near)
}

/// That something is no key of a claim, with the nearest.
pub(super) fn no_key(message: &str, near: Option<String>) -> Error {
    let error = Error::new(ErrorKind::Unknown, message);
    match near {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint(
            "name the keys in the first line, or say with `--map FILE` which column holds which: \"Dead, total\" = \"value\"",
        ),
    }
}
