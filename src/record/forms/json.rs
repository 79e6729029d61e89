//! Rows in JSON: one object a line, or one document that holds them.

use rayon::prelude::*;
use serde_json::{Map, Value as Json};

use super::own::own;
use super::read::{RowForm, RowsRead};
use super::{annotations, answers, citations, langextract};
use crate::model::Dossier;
use crate::record::columns::Columns;
use crate::record::row::Refusal;

/// Reads them. What is no JSON is refused line by line.
pub(super) fn rows(dossier: &Dossier, text: &str, form: RowForm, columns: &Columns) -> RowsRead {
    let mut read = RowsRead::default();
    for (line, value) in values(text, &mut read.refused) {
        for item in items(value) {
            take(dossier, (line, item), form, columns, &mut read);
        }
    }
    read
}

/// The JSON values of a text with their lines: the text is one, or each line is.
fn values(text: &str, refused: &mut Vec<Refusal>) -> Vec<(usize, Json)> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if serde_json::from_str::<Json>(first).is_err()
        && let Ok(value) = serde_json::from_str(text)
    {
        return vec![(1, value)];
    }
    let lines: Vec<(usize, &str)> =
        text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
    let parsed: Vec<(usize, serde_json::Result<Json>)> =
        lines.par_iter().map(|(at, line)| (*at, serde_json::from_str(line))).collect();
    let mut values = Vec::with_capacity(parsed.len());
    for (at, value) in parsed {
        match value {
            Ok(value) => values.push((at + 1, value)),
            Err(why) => {
                let refusal = Refusal::at(at + 1, format!("it is no JSON: {}", said(&why)));
                refused.push(
                    Refusal { column: Some(why.column()), ..refusal }.help("write one JSON object a line"),
                );
            }
        }
    }
    values
}

/// What a parser says, without the place, which is told beside it.
fn said(why: &serde_json::Error) -> String {
    let said = why.to_string();
    said.split(" at line ").next().unwrap_or_default().to_owned()
}

/// What a document holds where it is a list, or an export of one.
fn items(value: Json) -> Vec<Json> {
    match value {
        Json::Array(items) => items,
        Json::Object(mut object) => {
            let list = ["annotations", "rows"].iter().find_map(|key| match object.get_mut(*key) {
                Some(Json::Array(items)) => Some(std::mem::take(items)),
                _ => None,
            });
            list.unwrap_or_else(|| vec![Json::Object(object)])
        }
        other => vec![other],
    }
}

fn take(
    dossier: &Dossier,
    (line, item): (usize, Json),
    form: RowForm,
    columns: &Columns,
    read: &mut RowsRead,
) {
    let Json::Object(object) = item else {
        return read.refused.push(Refusal::at(line, "it is no object").help("write one JSON object a row"));
    };
    let form = if form == RowForm::Jsonl { seen(&object) } else { form };
    match form {
        RowForm::LangExtract => read.rows.extend(langextract::rows(dossier, line, &object)),
        RowForm::Citations => read.rows.extend(citations::rows(dossier, line, &object)),
        RowForm::Annotations => read.take(annotations::row(dossier, line, &object)),
        RowForm::Answers => read.take(answers::row(line, &object, columns)),
        RowForm::Jsonl | RowForm::Csv => read.take(own(line, &object, columns)),
    }
}

/// Which form an object is seen to have.
fn seen(object: &Map<String, Json>) -> RowForm {
    match () {
        () if object.contains_key("extractions") => RowForm::LangExtract,
        () if object.contains_key("cited_text") || object.contains_key("content") => RowForm::Citations,
        () if object.contains_key("target") => RowForm::Annotations,
        () if object.contains_key(answers::KEY) => RowForm::Answers,
        () => RowForm::Jsonl,
    }
}
