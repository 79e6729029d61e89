//! A claim as a row: its keys as they are written, as JSON.

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::load::WrittenClaim;
use crate::value::types::{Form, Raw};
use crate::view::export::Told;

/// A claim as it is written, and what is told of it.
pub(crate) struct ExportedRow {
    pub(crate) claim: WrittenClaim,
    pub(crate) told: Told,
}

/// The keys of the claim, and behind them one more that whoever adds rows passes over.
impl Serialize for ExportedRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, raw) in &self.claim.keys {
            map.serialize_entry(key.name(), &Json(raw))?;
        }
        map.serialize_entry("told", &self.told)?;
        map.end()
    }
}

/// A value of TOML as JSON has it: numbers with every digit, dates as strings.
struct Json<'r>(&'r Raw);

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0.form {
            Form::Text(text) | Form::Date(text) => serializer.serialize_str(text),
            Form::Integer(text) | Form::Decimal(text) => {
                match text.trim_start_matches('+').parse::<serde_json::Number>() {
                    Ok(number) => number.serialize(serializer),
                    // What is infinite is no number of JSON.
                    Err(_) => serializer.serialize_str(text),
                }
            }
            Form::Truth(truth) => serializer.serialize_bool(*truth),
            Form::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(&Json(item)))?;
                list.end()
            }
            Form::Table(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                entries.iter().try_for_each(|(key, raw)| map.serialize_entry(&key.name, &Json(raw)))?;
                map.end()
            }
        }
    }
}
