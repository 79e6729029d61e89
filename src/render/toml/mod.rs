//! What is written as TOML, to be taken over into a dossier.

pub(crate) mod alias;
pub(crate) mod baseline;
pub(crate) mod pin;

use crate::text::steers;

/// A TOML string that is written in characters that can be seen, and in which a runner of GitHub hears no command: `::` at the
/// front of a line, or `##[`.
fn quoted(words: &str) -> String {
    if !words.chars().any(steers) && !["::", "##["].iter().any(|heard| words.contains(heard)) {
        return toml::Value::String(words.to_owned()).to_string();
    }
    let mut out = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '#' if out.ends_with('#') => out.push_str("\\u0023"),
            c if steers(c) || c.is_ascii_control() => out.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}
