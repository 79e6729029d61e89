//! A claim that a program proposes: held against its text as one that is added, and then kept for somebody to review, never recorded.

use std::collections::BTreeSet;

use super::plan::{OnRefusal, Taking, planned};
use super::prepare::{Preparing, Step};
use super::recorded::Recorded;
use super::row::{Refusal, Row};
use super::texts::unreviewed;
use crate::audit::Audit;
use crate::error::Error;
use crate::load::keys::ClaimKey;
use crate::view::added::{RowFate, TakenRow};

/// What stands above a claim that was proposed.
const REMARK: &str = "proposed by a program, and held against the text";

/// What becomes of a claim that is proposed.
#[derive(Debug)]
pub(crate) struct Proposed {
    pub(crate) row: TakenRow,
    /// The file below `claims/unreviewed/` as it is to be, by its path; `None` where nothing is to be written.
    pub(crate) file: Option<(String, String)>,
}

/// What becomes of a claim that somebody is to review. It is refused as it would be by `gainsay add`, and where it is about a claim that is
/// recorded.
///
/// # Errors
/// An archive folder that cannot be read.
pub(crate) fn proposed(audit: &Audit, row: Row, taking: Taking<'_>) -> Result<Proposed, Error> {
    let taking = Taking { on_refusal: OnRefusal::Refuse, ..taking };
    let rows = [row];
    let taken = planned(audit, &rows, taking)?.taken;
    let row = taken.into_iter().next().expect("one row was given");
    match row.fate {
        RowFate::Create => {
            let file = waiting(audit, &rows);
            Ok(Proposed { row: TakenRow { fate: RowFate::Unreviewed, ..row }, file })
        }
        RowFate::Update => {
            let name = row.claim.clone().unwrap_or_default();
            let why =
                Refusal::at(0, format!("`{name}` is recorded, and nothing that is recorded is changed here"));
            let why = why.help("leave `id` out, or give one that no claim of the source has");
            Ok(Proposed { row: TakenRow::new(0, RowFate::Refused).of(name).because(vec![why]), file: None })
        }
        RowFate::Unchanged | RowFate::Refused | RowFate::Unreviewed => Ok(Proposed { row, file: None }),
    }
}

/// The file of what waits of a source, with a claim more.
fn waiting(audit: &Audit, rows: &[Row; 1]) -> Option<(String, String)> {
    let sources: BTreeSet<&str> = rows[0].words(ClaimKey::Source).into_iter().collect();
    let recorded = Recorded::new(&audit.dossier, &sources);
    let tables = recorded.tables();
    let steps = Preparing::new(&audit.dossier, &recorded, &tables).steps(rows);
    match steps.first() {
        Some(Step::Create(claim)) => {
            Some(unreviewed(&recorded, &claim.source, &[(claim, REMARK.to_owned())]))
        }
        _ => None,
    }
}
