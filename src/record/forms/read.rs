//! What is read of a file of rows, and in which form.

use crate::record::row::{Refusal, Row};
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
    pub(super) fn take(&mut self, row: Result<Row, Refusal>) {
        match row {
            Ok(row) => self.rows.push(row),
            Err(refusal) => self.refused.push(refusal),
        }
    }
}
