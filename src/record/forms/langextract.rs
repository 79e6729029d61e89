//! What LangExtract writes: documents with their extractions. Where it says that words stand is not trusted: they are looked for.

use serde_json::{Map, Value as Json};

use super::theirs::{theirs, words};
use crate::load::keys::ClaimKey;
use crate::model::Dossier;
use crate::record::row::Row;

/// The rows of a document: each extraction is one. Its attributes hold the keys of a claim; its class may be a question, and its document
/// a source.
pub(super) fn rows(dossier: &Dossier, line: usize, document: &Map<String, Json>) -> Vec<Row> {
    let extractions =
        document.get("extractions").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
    let source = document.get("document_id").and_then(Json::as_str);
    let source = source.filter(|id| dossier.sources.find(id).is_some());
    extractions.iter().filter_map(Json::as_object).map(|it| row(dossier, line, source, it)).collect()
}

fn row(dossier: &Dossier, line: usize, source: Option<&str>, extraction: &Map<String, Json>) -> Row {
    let mut row = Row::at(line);
    for (name, value) in extraction.get("attributes").and_then(Json::as_object).into_iter().flatten() {
        theirs(&mut row, name, value);
    }
    words(&mut row, ClaimKey::Source, source.unwrap_or_default());
    let class = extraction.get("extraction_class").and_then(Json::as_str).unwrap_or_default();
    if dossier.questions.find(class).is_some() {
        words(&mut row, ClaimKey::Question, class);
    }
    let text = extraction.get("extraction_text").and_then(Json::as_str).unwrap_or_default();
    words(&mut row, ClaimKey::Quote, text);
    row
}
