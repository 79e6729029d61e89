//! What the API of a language model says that it cites. Offsets and pages are not trusted: the words are looked for.

use serde_json::{Map, Value as Json};

use super::theirs::{source_of, theirs, words};
use crate::load::keys::ClaimKey;
use crate::model::Dossier;
use crate::record::row::Row;

/// The rows of a citation, or of an answer with all that it cites.
pub(super) fn rows(dossier: &Dossier, line: usize, object: &Map<String, Json>) -> Vec<Row> {
    if object.contains_key("cited_text") {
        return vec![row(dossier, line, object)];
    }
    let blocks = object.get("content").and_then(Json::as_array).into_iter().flatten();
    let cited = blocks.filter_map(|block| block.get("citations")?.as_array()).flatten();
    cited.filter_map(Json::as_object).map(|citation| row(dossier, line, citation)).collect()
}

fn row(dossier: &Dossier, line: usize, citation: &Map<String, Json>) -> Row {
    let mut row = Row::at(line);
    for (name, value) in citation {
        theirs(&mut row, name, value);
    }
    let title = citation.get("document_title").and_then(Json::as_str).unwrap_or_default();
    words(&mut row, ClaimKey::Source, source_of(dossier, title).unwrap_or_default());
    let cited = citation.get("cited_text").and_then(Json::as_str).unwrap_or_default();
    words(&mut row, ClaimKey::Quote, cited);
    row
}
