//! What is given of a claim as TOML.

use toml_edit::Value;

use super::row::RowKey;
use crate::load::keys::{ClaimKey, ScopeKey};
use crate::render::toml::quoted;
use crate::vocabulary::Vocabulary;

/// A value on one line, in characters that can be seen.
pub(crate) fn written(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text.value()),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(written).collect();
            format!("[{}]", items.join(", "))
        }
        Value::InlineTable(table) => {
            let entries: Vec<String> =
                table.iter().map(|(key, value)| format!("{} = {}", key_of(key), written(value))).collect();
            match entries.is_empty() {
                true => "{}".to_owned(),
                false => format!("{{ {} }}", entries.join(", ")),
            }
        }
        Value::Integer(number) => number.value().to_string(),
        Value::Float(number) => number.display_repr().trim().to_owned(),
        Value::Boolean(truth) => truth.value().to_string(),
        Value::Datetime(date) => date.value().to_string(),
    }
}

/// A key as TOML writes it: bare where it may be.
fn key_of(key: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !key.is_empty() && key.chars().all(is_bare) { key.to_owned() } else { quoted(key) }
}

/// The lines of some keys of a claim, in the order of the format's list; scope on one line.
pub(crate) fn lines(given: &[(RowKey, Value)]) -> Vec<String> {
    let under = |key: RowKey| given.iter().find(|(known, _)| *known == key).map(|(_, value)| value);
    let line = |key: &ClaimKey| {
        if *key != ClaimKey::Scope {
            let value = under(RowKey::Claim(*key))?;
            return Some(format!("{} = {}", key.word(), written(value)));
        }
        let within = ScopeKey::ALL
            .iter()
            .filter_map(|key| Some(format!("{} = {}", key.word(), written(under(RowKey::Scope(*key))?))));
        let within: Vec<String> = within.collect();
        (!within.is_empty()).then(|| format!("{} = {{ {} }}", key.word(), within.join(", ")))
    };
    ClaimKey::ALL.iter().filter_map(line).collect()
}

/// A claim.
pub(crate) fn claim(given: &[(RowKey, Value)], line_break: &str) -> String {
    let mut text = format!("[[claim]]{line_break}");
    for line in lines(given) {
        text.push_str(&line);
        text.push_str(line_break);
    }
    text
}

/// A string.
pub(crate) fn text(words: &str) -> String {
    quoted(words)
}
