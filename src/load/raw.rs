//! TOML values in the form that values of claims are read from.

use super::tree::{Form as Written, List, Table, Value};
use crate::value::types::{Form, Key, Raw};

/// A TOML value in the form that values are read from.
pub(super) fn raw(value: Value<'_>) -> Raw {
    let form = match value.form() {
        Written::Text(text) => Form::Text(text.to_owned()),
        Written::Integer(number) => Form::Integer(match number.radix {
            10 => number.digits.into_owned(),
            radix => i128::from_str_radix(&number.digits, radix)
                .map_or_else(|_| number.to_string(), |n| n.to_string()),
        }),
        Written::Decimal(number) => Form::Decimal(number.into_owned()),
        Written::Truth(truth) => Form::Truth(truth),
        Written::Date(date) => Form::Date(date),
        Written::List(items) => Form::List(list(items)),
        Written::Table(table) => Form::Table(entries(table)),
    };
    Raw { form, at: value.span() }
}

fn list(items: List<'_>) -> Vec<Raw> {
    items.items().map(raw).collect()
}

fn entries(table: Table<'_>) -> Vec<(Key, Raw)> {
    table
        .entries()
        .map(|(key, value)| (Key { name: key.name.to_owned(), at: key.span }, raw(value)))
        .collect()
}
