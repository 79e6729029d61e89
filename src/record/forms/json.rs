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
    let read = |line: usize, value: Json| {
        let mut read = RowsRead::default();
        items(value).into_iter().for_each(|item| take(dossier, (line, item), form, columns, &mut read));
        read
    };
    if let Some(value) = only(text) {
        return read(1, value);
    }
    let lines: Vec<(usize, &str)> =
        text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
    // A value is dropped where it was read: all of them together are several times the text.
    let each: Vec<Result<RowsRead, Refusal>> = lines
        .par_iter()
        .map(|(at, line)| match serde_json::from_str(line) {
            Ok(value) => Ok(read(at + 1, value)),
            Err(why) => Err(no_json(at + 1, &why)),
        })
        .collect();
    let mut all = RowsRead::default();
    all.refused.extend(each.iter().filter_map(|read| read.as_ref().err().cloned()));
    for read in each.into_iter().flatten() {
        all.rows.extend(read.rows);
        all.refused.extend(read.refused);
    }
    all
}

/// The one value of a text whose first line is none.
fn only(text: &str) -> Option<Json> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if serde_json::from_str::<Json>(first).is_ok() { None } else { serde_json::from_str(text).ok() }
}

fn no_json(line: usize, why: &serde_json::Error) -> Refusal {
    let refusal = Refusal::at(line, format!("it is no JSON: {}", said(why)));
    Refusal { column: Some(why.column()), ..refusal }.help("write one JSON object a line")
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
