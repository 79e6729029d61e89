//! What somebody else's JSON gives of a claim.

use serde_json::Value as Json;

use crate::load::keys::ClaimKey;
use crate::load::toml_value;
use crate::model::Dossier;
use crate::record::row::{Given, Row, RowKey, What};
use crate::record::toml::inline;
use crate::value::types::{Form, Key, Raw};

/// A value of JSON as TOML has it.
pub(super) fn toml(value: &Json) -> Option<Raw> {
    let form = match value {
        Json::Null => return None,
        Json::Bool(truth) => Form::Truth(*truth),
        Json::Number(number) => return toml_value(&number.to_string()),
        Json::String(text) => Form::Text(text.clone()),
        Json::Array(items) => Form::List(items.iter().map(toml).collect::<Option<_>>()?),
        Json::Object(object) => {
            let entry =
                |(name, value): (&String, &Json)| Some((Key { name: name.clone(), at: 0..0 }, toml(value)?));
            Form::Table(object.iter().map(entry).collect::<Option<_>>()?)
        }
    };
    Some(form.into())
}

/// What somebody else wrote under a key, as far as it is one of a claim's.
pub(super) fn theirs(row: &mut Row, name: &str, value: &Json) {
    let words = |value: &Json| value.as_str().map(str::to_owned).or_else(|| Some(inline(&toml(value)?)));
    if let (Ok(key), Some(words)) = (RowKey::named(name), words(value))
        && row.get(key).is_none()
    {
        row.given.push(Given { key, what: What::Cell(words.trim().to_owned()), column: None });
    }
}

/// Words under a key of the claim.
pub(super) fn words(row: &mut Row, key: ClaimKey, words: &str) {
    let key = RowKey::Claim(key);
    if row.get(key).is_none() && !words.trim().is_empty() {
        row.given.push(Given { key, what: What::Cell(words.trim().to_owned()), column: None });
    }
}

/// The source of an id, a URL or a title.
pub(super) fn source_of<'d>(dossier: &'d Dossier, named: &str) -> Option<&'d str> {
    let bare = |url: &str| {
        let url = url.split_once("://").map_or(url, |(_, rest)| rest);
        url.split('#').next().unwrap_or_default().trim_end_matches('/').to_owned()
    };
    let is_it = |url: &Option<String>| url.as_ref().is_some_and(|url| bare(url) == bare(named));
    let mut sources = dossier.sources.iter();
    let found = dossier.sources.find(named).or_else(|| {
        sources
            .find(|(_, it)| is_it(&it.url) || is_it(&it.archive_url) || it.title == named)
            .map(|(id, _)| id)
    });
    found.filter(|_| !named.is_empty()).map(|id| dossier.sources.name(id))
}
