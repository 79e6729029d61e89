//! What cells say under the keys of a claim, and whether two values say the same.

use super::cell;
use super::row::RowKey;
use super::toml::inline;
use crate::load::is_slug;
use crate::load::keys::ClaimKey;
use crate::value::types::{Form, Kind, Raw};

/// What a cell says under a key; of a value as its question's type asks for it.
pub(super) fn typed(key: RowKey, words: &str, kind: &Kind) -> Option<Raw> {
    let raw = cell::read(key, words)?;
    if key != RowKey::Claim(ClaimKey::Value) {
        return Some(raw);
    }
    let is_number = matches!(raw.form, Form::Integer(_) | Form::Decimal(_));
    let is_truth = matches!(raw.form, Form::Truth(_));
    Some(match kind {
        Kind::Count | Kind::Amount { .. } if is_truth => Raw::of_words(words),
        Kind::YesNo if is_number => Raw::of_words(words),
        Kind::YesNo => yes_or_no(raw),
        Kind::Count | Kind::Amount { .. } => raw,
        // A year is a date, and what an option is called may look like a number.
        _ if is_number || is_truth => Raw::of_words(words),
        Kind::Place { .. } | Kind::Agent { .. } => listed(raw, |_| true),
        Kind::Set | Kind::Choice { .. } => listed(raw, is_slug),
        _ => raw,
    })
}

/// `yes` and `no`, in whatever capitals, as TOML has them.
fn yes_or_no(raw: Raw) -> Raw {
    match &raw.form {
        Form::Text(words) if words.trim().eq_ignore_ascii_case("yes") => Form::Truth(true).into(),
        Form::Text(words) if words.trim().eq_ignore_ascii_case("no") => Form::Truth(false).into(),
        _ => raw,
    }
}

/// What is parted by semicolons, as a list, where each of it may be an item.
fn listed(raw: Raw, is_item: impl Fn(&str) -> bool) -> Raw {
    let Form::Text(words) = &raw.form else { return raw };
    let ids: Vec<&str> = words.split(';').map(str::trim).collect();
    if ids.len() < 2 || !ids.iter().all(|id| is_item(id)) {
        return raw;
    }
    Form::List(ids.into_iter().map(Raw::of_words).collect()).into()
}

/// Whether two values say the same under a key, whichever way each is written.
pub(super) fn same(key: RowKey, a: &Raw, b: &Raw) -> bool {
    a.form == b.form || shown(key, a) == shown(key, b)
}

/// A value as people read it: words and numbers as they are, ids parted by semicolons, all else as TOML.
pub(super) fn shown(key: RowKey, raw: &Raw) -> String {
    match &raw.form {
        Form::Text(words) => words.clone(),
        Form::List(items) if key != RowKey::Claim(ClaimKey::Value) => {
            items.iter().map(|item| shown(key, item)).collect::<Vec<_>>().join("; ")
        }
        _ => inline(raw),
    }
}
