//! Between cells of a spreadsheet and values of TOML.

use toml_edit::{Array, Value};

use super::row::RowKey;
use crate::load::keys::ClaimKey;
use crate::value::types::Kind;

/// What stands between the items of a list in a cell.
const BETWEEN: &str = "; ";

/// What a cell says under a key; of a value as its question's type asks for it.
pub(crate) fn typed(key: RowKey, cell: &str, kind: Option<&Kind>) -> Value {
    let RowKey::Claim(key) = key else { return cell.into() };
    match key {
        ClaimKey::SaidBy | ClaimKey::Via => match list(cell) {
            items if items.len() > 1 => Value::Array(items),
            _ => cell.into(),
        },
        ClaimKey::Corrects | ClaimKey::Retracts | ClaimKey::Supersedes | ClaimKey::Disputes => {
            Value::Array(list(cell))
        }
        ClaimKey::Credibility => number(cell).unwrap_or_else(|| cell.into()),
        ClaimKey::Value => value(cell, kind),
        _ => cell.into(),
    }
}

fn value(cell: &str, kind: Option<&Kind>) -> Value {
    // What is no plain word or number is TOML; a text may begin with a bracket all the same.
    if cell.starts_with(['{', '['])
        && let Ok(value) = cell.parse::<Value>()
    {
        return value;
    }
    match kind {
        Some(Kind::Count | Kind::Amount { .. }) => number(cell).unwrap_or_else(|| cell.into()),
        Some(Kind::YesNo) => match cell.to_ascii_lowercase().as_str() {
            "true" => true.into(),
            "false" => false.into(),
            _ => cell.into(),
        },
        Some(Kind::Place { .. } | Kind::Agent { .. } | Kind::Set | Kind::Choice { .. })
            if cell.contains(BETWEEN) =>
        {
            Value::Array(list(cell))
        }
        _ => cell.into(),
    }
}

/// A number as TOML writes it: digits, with a sign or a point.
fn number(cell: &str) -> Option<Value> {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let is_number = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    let value = cell.parse::<Value>().ok().filter(|_| is_number)?;
    matches!(value, Value::Integer(_) | Value::Float(_)).then_some(value)
}

fn list(cell: &str) -> Array {
    cell.split(BETWEEN.trim_end()).map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// A value as a cell has it: two values whose cells are alike say the same.
pub(crate) fn cell(key: RowKey, value: &Value) -> String {
    let RowKey::Claim(key) = key else { return plain(value) };
    match (key, value) {
        (
            ClaimKey::SaidBy
            | ClaimKey::Via
            | ClaimKey::Corrects
            | ClaimKey::Retracts
            | ClaimKey::Supersedes
            | ClaimKey::Disputes,
            Value::Array(items),
        ) => items.iter().map(plain).collect::<Vec<_>>().join(BETWEEN),
        (_, value) => plain(value),
    }
}

/// Words and numbers as they are, lists and tables as TOML.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.value().clone(),
        value => super::toml::written(value),
    }
}
