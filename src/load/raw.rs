//! TOML values in the form that values of claims are read from.

use toml::Spanned;
use toml::de::DeValue;

use crate::value::types::{Form, Key, Raw};

/// A TOML value in the form that values are read from.
pub(super) fn raw(value: &Spanned<DeValue<'_>>) -> Raw {
    let form = match value.get_ref() {
        DeValue::String(text) => Form::Text(text.clone().into_owned()),
        DeValue::Integer(number) => Form::Integer(match number.radix() {
            10 => number.as_str().replace('_', ""),
            radix => i128::from_str_radix(number.as_str(), radix)
                .map_or_else(|_| number.to_string(), |n| n.to_string()),
        }),
        DeValue::Float(number) => Form::Decimal(number.as_str().replace('_', "")),
        DeValue::Boolean(truth) => Form::Truth(*truth),
        DeValue::Datetime(date) => Form::Date(date.to_string()),
        DeValue::Array(items) => Form::List(items.iter().map(raw).collect()),
        DeValue::Table(table) => Form::Table(
            table
                .iter()
                .map(|(key, value)| (Key { name: key.get_ref().to_string(), at: key.span() }, raw(value)))
                .collect(),
        ),
    };
    Raw { form, at: value.span() }
}

/// A value's form as a message says it.
pub(super) fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
