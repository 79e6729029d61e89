//! Values as TOML on one line, in characters that can be seen.

use super::row::RowKey;
use crate::load::keys::{ClaimKey, ScopeKey};
use crate::text::steers;
use crate::value::types::{Form, Key, Raw};
use crate::vocabulary::Vocabulary;

/// A basic string: whatever it holds, it begins and ends with `"` and has no line break.
pub(crate) fn string(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    // Most of what is written.
    let plain =
        words.bytes().take_while(|byte| matches!(byte, b' '..=b'~') && !br#""\\#"#.contains(byte)).count();
    out.push_str(&words[..plain]);
    for c in words[plain..].chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // A runner of GitHub obeys what follows `##[`.
            '#' if out.ends_with('#') => out.push_str("\\u0023"),
            c if steers(c) => out.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A value of any form: lists and tables within it stand on the same line.
pub(crate) fn inline(raw: &Raw) -> String {
    match &raw.form {
        Form::Text(words) => string(words),
        Form::Integer(text) | Form::Decimal(text) | Form::Date(text) => text.clone(),
        Form::Truth(truth) => truth.to_string(),
        Form::List(items) => format!("[{}]", joined(items.iter().map(inline))),
        Form::Table(entries) if entries.is_empty() => "{}".to_owned(),
        Form::Table(entries) => {
            let entry = |(it, raw): &(Key, Raw)| format!("{} = {}", key(&it.name), inline(raw));
            format!("{{ {} }}", joined(entries.iter().map(entry)))
        }
    }
}

/// A key: as it is where TOML allows that, else in quotes.
fn key(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !name.is_empty() && name.chars().all(is_plain) { name.to_owned() } else { string(name) }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// The lines of some keys of a claim, in the order of the format's list; scope on one line.
pub(crate) fn lines(given: &[(RowKey, Raw)]) -> Vec<String> {
    let under = |key: RowKey| given.iter().find(|(known, _)| *known == key).map(|(_, value)| value);
    let line = |key: &ClaimKey| {
        if *key != ClaimKey::Scope {
            let value = under(RowKey::Claim(*key))?;
            return Some(format!("{} = {}", key.word(), inline(value)));
        }
        let within = ScopeKey::ALL
            .iter()
            .filter_map(|key| Some(format!("{} = {}", key.word(), inline(under(RowKey::Scope(*key))?))));
        let within: Vec<String> = within.collect();
        (!within.is_empty()).then(|| format!("{} = {{ {} }}", key.word(), within.join(", ")))
    };
    ClaimKey::ALL.iter().filter_map(line).collect()
}

/// A claim.
pub(crate) fn claim(given: &[(RowKey, Raw)], line_break: &str) -> String {
    let mut text = format!("[[claim]]{line_break}");
    for line in lines(given) {
        text.push_str(&line);
        text.push_str(line_break);
    }
    text
}
