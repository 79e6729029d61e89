//! An object of our own: the keys of a claim, with a value of JSON under each.

use serde_json::{Map, Value as Json};

use super::theirs::toml;
use crate::record::columns::Columns;
use crate::record::row::{Given, Refusal, Row, What};

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
    let key = columns.key(name).map_err(|near| {
        let refusal = Refusal::at(row.line, format!("`{name}` is no key of a claim"));
        match near {
            Some(near) => refusal.help(format!("did you mean `{near}`?")),
            None => refusal.help("say with `--map FILE` which key it holds, or that it holds none"),
        }
    })?;
    let Some(key) = key else { return Ok(()) };
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
