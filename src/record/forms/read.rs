//! What is read of a file of rows, and in which form.

use std::sync::Arc;

use crate::record::row::{Refusal, Row};
use crate::view::added::{RowFate, TakenRow};
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
        /// What the page of `gainsay desk` saves: rows of JSON with what they answer.
        Answers = "answers",
    }
}

/// What was read of a file of rows.
#[derive(Debug, Default)]
pub(crate) struct RowsRead {
    pub(crate) rows: Vec<Row>,
    /// What is no row.
    pub(crate) refused: Vec<Refusal>,
}

/// What was read of one file of rows or of several.
#[derive(Debug, Default)]
pub(crate) struct Incoming {
    pub(crate) rows: Vec<Row>,
    /// What is no row.
    pub(crate) unread: Vec<TakenRow>,
    /// The names of the files, in the order in which they were read; empty where there is one.
    pub(crate) files: Vec<Arc<str>>,
}

impl Incoming {
    /// One row that stands in no file.
    pub(crate) fn of(row: Row) -> Incoming {
        Incoming { rows: vec![row], ..Incoming::default() }
    }

    /// What was read of a file that need not be named: there is no other.
    pub(crate) fn alone(read: RowsRead) -> Incoming {
        let refused = |refusal: Refusal| TakenRow::new(refusal.line, RowFate::Refused).because(vec![refusal]);
        Incoming {
            rows: read.rows,
            unread: read.refused.into_iter().map(refused).collect(),
            files: Vec::new(),
        }
    }

    /// Puts what was read of a file behind what there is.
    pub(crate) fn take(&mut self, file: &str, read: RowsRead) {
        let name: Arc<str> = file.into();
        let Incoming { rows, unread, .. } = Incoming::alone(read);
        self.rows.extend(rows.into_iter().map(|row| Row { file: Some(Arc::clone(&name)), ..row }));
        self.unread.extend(unread.into_iter().map(|row| TakenRow { file: Some(file.to_owned()), ..row }));
        self.files.push(name);
    }

    /// Whether nothing was read.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.unread.is_empty()
    }
}

impl RowsRead {
    pub(in crate::record) fn take(&mut self, row: Result<Row, Refusal>) {
        match row {
            Ok(row) => self.rows.push(row),
            Err(refusal) => self.refused.push(refusal),
        }
    }
}
