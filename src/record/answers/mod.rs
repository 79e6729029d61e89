//! Answers of the desk page: whether they still fit, what several people said of one passage, what is waived, what is defined.
//!
//! Each step takes rows out, with what becomes of them; what is left is recorded as rows of any other form are (`plan`). What a step
//! makes of the files the next one finds there, so that a waiver, an agent and a claim may come to stand in one file.

mod defined;
mod fits;
mod merged;
mod told;
mod waived;

pub(super) use defined::{Made, made, not_made};
pub(super) use fits::{AnsweredText, Texts, lapsed};
use told::{kept, refused};

use super::define::with;
use super::forms::Incoming;
use super::plan::{Plan, Taking, plan};
use super::row::Row;
use crate::audit::Audit;
use crate::error::Error;
use crate::view::withheld::Gate;

/// What becomes of rows, answers of the desk page among them.
///
/// # Errors
/// An archive folder that cannot be read.
pub(crate) fn taken(audit: &Audit, incoming: Incoming, taking: Taking<'_>) -> Result<Plan, Error> {
    if incoming.rows.iter().all(|row| row.answer.is_none()) {
        return plan(audit, incoming, taking);
    }
    let Incoming { rows, unread: mut told, files: read } = incoming;
    let gate = Gate::new(&audit.dossier, taking.reader);
    let texts = Texts::of(audit, &rows)?;
    let rows = kept(rows, &mut told, |row| refused(row, lapsed(&audit.dossier, &texts, row)));
    let rows = merged::merged(gate, rows, &mut told);
    let (waivers, rows): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(is_waiver);
    let mut files = waived::waived(gate, &texts, &waivers, &mut told);
    let base = with(audit, &files)?;
    let defined = defined::claimed(base.as_ref().unwrap_or(audit), rows, taking, &mut told)?;
    files.extend(defined.files);
    let Plan { files, mut added } = Plan::new(files, told, &read);
    added.defines = defined.defines;
    Ok(Plan { files, added })
}

/// Whether a row waives a passage.
pub(super) fn is_waiver(row: &Row) -> bool {
    row.answer.as_ref().is_some_and(|answer| answer.waive.is_some())
}
