//! Rows in the forms in which they come: spreadsheets, JSON of our own, and what others write.

mod annotations;
mod answers;
mod citations;
mod csv;
mod json;
mod langextract;
mod own;
mod read;
mod theirs;

use super::columns::Columns;
use crate::error::Error;
use crate::model::Dossier;
pub(crate) use read::{Incoming, RowForm, RowsRead};

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
