//! What is asked of claims before they are read, or beside it: their full names, the words that their values may consist of,
//! and each key as it is written.

use crate::load::at::At;
use crate::load::key::TableKey;
use crate::load::keys::{ClaimKey, ClaimsFileKey};
use crate::load::parsed::Parsed;
use crate::load::raw::raw;
use crate::load::tree::{Form, List, Table, Value};
use crate::model::problem::LeftOut;
use crate::text::Spot;
use crate::value::types::Raw;

/// A claim as it is written: every key that stands there, in the order of the format, its id and its source among them
/// wherever they are said.
#[derive(Clone, Debug)]
pub(crate) struct WrittenClaim {
    pub(crate) keys: Vec<(ClaimKey, Raw)>,
}

/// The claims of a file as they are written, each with its full name and where it stands.
pub(crate) fn written(file: &Parsed) -> Vec<(String, Spot, WrittenClaim)> {
    let default = file.root().get(ClaimsFileKey::Source.name());
    let of_table = |(table, spot): (Table<'_>, Spot)| {
        let id = local_id(table)?;
        let mut source = None;
        let value = |key: &ClaimKey| match key {
            ClaimKey::Id => Some((*key, Raw::of_words(id))),
            ClaimKey::Source => {
                source = table.text(key.name()).or(default.and_then(Value::text));
                table.get(key.name()).or(default).map(|value| (*key, raw(value).unplaced()))
            }
            _ => table.get(key.name()).map(|value| (*key, raw(value).unplaced())),
        };
        let keys = ClaimKey::ALL.iter().filter_map(value).collect();
        Some((format!("{}#{id}", source?), spot, WrittenClaim { keys }))
    };
    file.list(ClaimsFileKey::Claim).filter_map(of_table).collect()
}

/// The full names of a file's claims, as far as they can be told before anything is read.
pub(crate) fn full_names(file: &Parsed) -> Vec<At<String>> {
    each_named(file).map(|(name, _)| name).collect()
}

/// The same, each with what it answers: its question's part after the slash and its value, as far as it is one word or number.
pub(crate) fn full_names_with_answers(file: &Parsed) -> Vec<(String, String)> {
    let each = each_named(file).map(|(name, table)| {
        let asked = question_of(table).map(default_id);
        let value = value_of(table).and_then(|value| match value.form() {
            Form::Text(words) => Some(words.to_owned()),
            Form::Integer(number) => Some(number.digits.into_owned()),
            Form::Decimal(digits) => Some(digits.into_owned()),
            Form::Truth(truth) => Some(truth.to_string()),
            Form::Date(_) | Form::List(_) | Form::Table(_) => None,
        });
        let said = asked.map(str::to_owned).into_iter().chain(value);
        (name.value, said.collect::<Vec<_>>().join(": "))
    });
    each.collect()
}

/// The claims of a file that have a full name, each with its table.
pub(crate) fn each_named<'t>(file: &'t Parsed<'t>) -> impl Iterator<Item = (At<String>, Table<'t>)> {
    let default = file.root().text(ClaimsFileKey::Source.name());
    file.list(ClaimsFileKey::Claim)
        .filter_map(move |(table, spot)| Some((At { value: full_name(table, default)?, spot }, table)))
}

/// A claim's full name, where its source or its file's is said, and its id or its question.
fn full_name(table: Table<'_>, default: Option<&str>) -> Option<String> {
    let source = source_of(table).or(default)?;
    Some(format!("{source}#{}", local_id(table)?))
}

/// A claim that takes no part, as far as can be told which it is.
pub(super) fn left_out(table: Table<'_>, spot: Spot, default: Option<&str>) -> LeftOut {
    let question = question_of(table).map(str::to_owned);
    LeftOut { spot, claim: full_name(table, default), question }
}

/// The strings in the values of some claims of a file that may be words of a set; ids among them do no harm.
pub(crate) fn set_words<'t>(file: &'t Parsed<'t>, of: impl Fn(Table<'t>) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut take = |value: Value| {
        let items = value.list().into_iter().flat_map(List::items);
        found.extend(items.filter_map(Value::text).map(str::to_owned));
    };
    for (table, _) in file.list(ClaimsFileKey::Claim).filter(|(table, _)| of(*table)) {
        let Some(value) = value_of(table) else { continue };
        match value.table() {
            Some(inner) => inner.entries().for_each(|(_, value)| take(value)),
            None => take(value),
        }
    }
    found
}

/// The id of a claim that gives itself none: its question's part after the slash.
pub(crate) fn default_id(question: &str) -> &str {
    question.rsplit('/').next().unwrap_or(question)
}

/// The claim's id: its own, else the question's part after the slash.
pub(super) fn local_id(table: Table<'_>) -> Option<&str> {
    table.text(ClaimKey::Id.name()).or_else(|| question_of(table).map(default_id))
}

/// The source that a claim names itself.
pub(in crate::load) fn source_of<'t>(table: Table<'t>) -> Option<&'t str> {
    table.text(ClaimKey::Source.name())
}

/// The full name of the question that a claim is on.
pub(in crate::load) fn question_of<'t>(table: Table<'t>) -> Option<&'t str> {
    table.text(ClaimKey::Question.name())
}

/// What stands as the value of a claim.
pub(in crate::load) fn value_of<'t>(table: Table<'t>) -> Option<Value<'t>> {
    table.get(ClaimKey::Value.name())
}

/// Who said what a claim says, nearest first.
pub(in crate::load) fn said_by<'t>(table: Table<'t>) -> impl Iterator<Item = &'t str> {
    ids(table, ClaimKey::SaidBy)
}

/// The ids under a key of a table, one or a list.
pub(in crate::load) fn ids<'t>(table: Table<'t>, key: impl TableKey) -> impl Iterator<Item = &'t str> {
    let value = table.get(key.word());
    let listed = value.and_then(Value::list).into_iter().flat_map(List::items).filter_map(Value::text);
    value.and_then(Value::text).into_iter().chain(listed)
}
