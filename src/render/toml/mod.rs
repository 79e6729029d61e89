//! What is written as TOML, to be taken over into a dossier.

pub(crate) mod baseline;
pub(crate) mod pin;

use crate::text::steers;

/// A TOML string that is written in characters that can be seen.
fn quoted(words: &str) -> String {
    if !words.chars().any(steers) {
        return toml::Value::String(words.to_owned()).to_string();
    }
    let mut out = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if steers(c) || c.is_ascii_control() => out.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}
