//! What the first pass asks of claims: their full names, and the words that their values may consist of.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::load::at::At;
use crate::load::key::TableKey;
use crate::load::keys::{ClaimKey, ClaimsFileKey};
use crate::load::parsed::Parsed;

/// The full names of a file's claims, as far as they can be told before anything is read.
pub(crate) fn full_names(file: &Parsed) -> Vec<At<String>> {
    let default = text_of(&file.root, ClaimsFileKey::Source);
    file.list(ClaimsFileKey::Claim)
        .filter_map(|(table, spot)| {
            let source = text_of(table, ClaimKey::Source).or(default)?;
            Some(At { value: format!("{source}#{}", local_id(table)?), spot })
        })
        .collect()
}

/// The strings in a file's values that may be words of a set; ids among them do no harm.
pub(crate) fn set_words(file: &Parsed) -> Vec<String> {
    let mut found = Vec::new();
    let mut take = |value: &Spanned<DeValue<'_>>| {
        if let DeValue::Array(items) = value.get_ref() {
            found.extend(items.iter().filter_map(|item| item.get_ref().as_str()).map(str::to_owned));
        }
    };
    for (table, _) in file.list(ClaimsFileKey::Claim) {
        match table.get(ClaimKey::Value.name()).map(|value| (value, value.get_ref())) {
            Some((_, DeValue::Table(inner))) => inner.iter().for_each(|(_, value)| take(value)),
            Some((value, _)) => take(value),
            None => {}
        }
    }
    found
}

/// The claim's id: its own, else the question's part after the slash.
pub(super) fn local_id<'t>(table: &'t DeTable<'t>) -> Option<&'t str> {
    text_of(table, ClaimKey::Id).or_else(|| text_of(table, ClaimKey::Question)?.split('/').next_back())
}

fn text_of<'t>(table: &'t DeTable<'t>, key: impl TableKey) -> Option<&'t str> {
    table.get(key.word()).and_then(|value| value.get_ref().as_str())
}
