//! Rows in the forms in which they come: spreadsheets, JSON of our own, and what others write.

mod annotations;
mod citations;
mod csv;
mod json;
mod langextract;

use super::columns::Columns;
use super::row::{Refusal, Row};
use crate::error::Error;
use crate::model::Dossier;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How rows are written.
    pub(crate) enum RowForm {
        /// Cells between commas, semicolons or tabs, with the names of the columns in the first line.
        Csv = "csv",
        /// One JSON object a row, under the keys of a claim.
        Jsonl = "jsonl",
        /// What LangExtract writes: one JSON object a document, with its extractions.
        LangExtract = "langextract",
        /// What the API of a language model says that it cites, or a whole answer of it.
        Citations = "citations",
        /// W3C Web Annotations, as Hypothesis exports them.
        Annotations = "annotations",
    }
}

/// What was read of a file of rows.
#[derive(Debug, Default)]
pub(crate) struct RowsRead {
    pub(crate) rows: Vec<Row>,
    /// What is no row.
    pub(crate) refused: Vec<Refusal>,
}

impl RowsRead {
    fn take(&mut self, row: Result<Row, Refusal>) {
        match row {
            Ok(row) => self.rows.push(row),
            Err(refusal) => self.refused.push(refusal),
        }
    }
}

/// The rows of a text, in the form that is asked for or that it is seen to have.
///
/// # Errors
/// Columns that no key is known for.
pub(crate) fn rows(
    dossier: &Dossier,
    text: &str,
    form: Option<RowForm>,
    columns: &Columns,
) -> Result<RowsRead, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let form = form.unwrap_or_else(|| match text.trim_start().starts_with(['{', '[']) {
        true => RowForm::Jsonl,
        false => RowForm::Csv,
    });
    let mut read = match form {
        RowForm::Csv => csv::rows(text, columns)?,
        form => json::rows(dossier, text, form, columns),
    };
    for row in &mut read.rows {
        columns.complete(row);
    }
    Ok(read)
}
