//! W3C Web Annotations, and what Hypothesis exports: a passage of a page, by its words, and what somebody wrote beside it.

use serde_json::{Map, Value as Json};

use super::theirs::{source_of, theirs, words};
use crate::load::keys::ClaimKey;
use crate::model::Dossier;
use crate::record::columns::is_ours;
use crate::record::row::{Refusal, Row, RowKey};

/// The row of an annotation: lines `key: value` of its body, and tags `key:value`, hold keys of a claim, those that tell of it (`told.origin`)
/// are passed over, and what else the body says is a note. Its selector has the quote with what stands around it where the body says
/// nothing of that, its target the source, by the page's URL.
pub(super) fn row(dossier: &Dossier, line: usize, annotation: &Map<String, Json>) -> Result<Row, Refusal> {
    let mut row = Row::at(line);
    let targets = listed(annotation.get("target"));
    let selectors = targets.iter().flat_map(|target| listed(target.get("selector")));
    let mut quotes =
        selectors.filter(|it| it.get("type").and_then(Json::as_str) == Some("TextQuoteSelector"));
    let Some(selector) = quotes.next() else {
        let refusal = Refusal::at(line, "it has no TextQuoteSelector: nothing says which words it is about");
        return Err(refusal.help("notes on a whole page are no claims"));
    };
    for tag in annotation.get("tags").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str)
    {
        if let Some((key, value)) = tag.split_once([':', '=']) {
            theirs(&mut row, key, &Json::String(value.to_owned()));
        }
    }
    let note = body(annotation).lines().filter(|said| !take(&mut row, said)).collect::<Vec<_>>().join(" ");
    words(&mut row, ClaimKey::Note, &note);
    for (name, key) in
        [("exact", ClaimKey::Quote), ("prefix", ClaimKey::Prefix), ("suffix", ClaimKey::Suffix)]
    {
        words(&mut row, key, selector.get(name).and_then(Json::as_str).unwrap_or_default());
    }
    let pages = targets.iter().filter_map(|target| target.get("source").or(Some(target))?.as_str());
    let pages = pages.chain(annotation.get("uri").and_then(Json::as_str));
    let source = pages.filter_map(|page| source_of(dossier, page)).next().unwrap_or_default();
    words(&mut row, ClaimKey::Source, source);
    Ok(row)
}

/// Takes a line of a body that gives a key of a claim, or tells of it.
fn take(row: &mut Row, said: &str) -> bool {
    let Some((key, value)) = said.split_once(':') else { return false };
    let is_key = RowKey::named(key).is_ok();
    if is_key {
        theirs(row, key, &Json::String(value.to_owned()));
    }
    is_key || is_ours(key)
}

/// What somebody wrote beside the passage.
fn body(annotation: &Map<String, Json>) -> String {
    let bodies = listed(annotation.get("body"));
    let bodies = bodies.iter().filter_map(|body| body.get("value").or(Some(body))?.as_str());
    let own = annotation.get("text").and_then(Json::as_str);
    bodies.chain(own).collect::<Vec<_>>().join("\n")
}

/// One thing, or a list of them.
fn listed(value: Option<&Json>) -> Vec<&Json> {
    match value {
        None | Some(Json::Null) => Vec::new(),
        Some(Json::Array(items)) => items.iter().collect(),
        Some(one) => vec![one],
    }
}
