//! What the first pass asks of claims: their full names, and the words that their values may consist of.

use crate::load::at::At;
use crate::load::keys::{ClaimKey, ClaimsFileKey};
use crate::load::parsed::Parsed;
use crate::load::tree::{List, Table, Value};

/// The full names of a file's claims, as far as they can be told before anything is read.
pub(crate) fn full_names(file: &Parsed) -> Vec<At<String>> {
    let default = file.root().text(ClaimsFileKey::Source.name());
    file.list(ClaimsFileKey::Claim)
        .filter_map(|(table, spot)| {
            let source = table.text(ClaimKey::Source.name()).or(default)?;
            Some(At { value: format!("{source}#{}", local_id(table)?), spot })
        })
        .collect()
}

/// The strings in a file's values that may be words of a set; ids among them do no harm.
pub(crate) fn set_words(file: &Parsed) -> Vec<String> {
    let mut found = Vec::new();
    let mut take = |value: Value| {
        let items = value.list().into_iter().flat_map(List::items);
        found.extend(items.filter_map(Value::text).map(str::to_owned));
    };
    for (table, _) in file.list(ClaimsFileKey::Claim) {
        let Some(value) = table.get(ClaimKey::Value.name()) else { continue };
        match value.table() {
            Some(inner) => inner.entries().for_each(|(_, value)| take(value)),
            None => take(value),
        }
    }
    found
}

/// The claim's id: its own, else the question's part after the slash.
pub(super) fn local_id(table: Table<'_>) -> Option<&str> {
    table.text(ClaimKey::Id.name()).or_else(|| table.text(ClaimKey::Question.name())?.split('/').next_back())
}
