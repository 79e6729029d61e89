//! An object of our own: the keys of a claim, with a value of JSON under each.

use serde_json::{Map, Value as Json};

use super::theirs::toml;
use crate::record::columns::{Column, Columns};
use crate::record::row::{FewWords, Given, Refusal, Row, What};

/// A row under the keys of a claim.
pub(super) fn own(line: usize, object: &Map<String, Json>, columns: &Columns) -> Result<Row, Refusal> {
    let mut row = Row::at(line);
    for (name, value) in object {
        if let (Json::Object(scope), "scope") = (value, name.as_str()) {
            for (name, value) in scope {
                put(&mut row, &format!("scope.{name}"), value, columns)?;
            }
            continue;
        }
        put(&mut row, name, value, columns)?;
    }
    Ok(row)
}

fn put(row: &mut Row, name: &str, value: &Json, columns: &Columns) -> Result<(), Refusal> {
    let column = columns.column(name).map_err(|near| {
        let refusal = Refusal::at(row.line, format!("`{name}` is no key of a claim"));
        match near {
            Some(near) => refusal.help(format!("did you mean `{near}`?")),
            None => refusal.help("say with `--map FILE` which key it holds, or that it holds none"),
        }
    })?;
    let key = match column {
        None => return Ok(()),
        Some(Column::Words) => {
            row.words = few(value).ok_or_else(|| {
                Refusal::at(row.line, format!("`{name}` holds no text: {value}"))
                    .help("write few words that stand for the quote")
            })?;
            return Ok(());
        }
        Some(Column::Key(key)) => key,
    };
    let what = match value {
        Json::Null => What::Nothing,
        value => What::Typed(toml(value).ok_or_else(|| {
            Refusal::at(row.line, format!("`{name}` holds what TOML cannot write: {value}"))
        })?),
    };
    row.given.retain(|given| given.key != key);
    row.given.push(Given { key, what, column: None });
    Ok(())
}

/// Few words that stand for a quote, where some are given; `None` of what is no text.
fn few(value: &Json) -> Option<Option<FewWords>> {
    let words = if value.is_null() { "" } else { value.as_str()?.trim() };
    Some((!words.is_empty()).then(|| FewWords { words: words.to_owned(), column: None }))
}
