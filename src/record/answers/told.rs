//! What steps hand on: the rows that are left, what is told of the others, and the files as they would be.

use std::collections::BTreeMap;

use crate::record::row::{Refusal, Row};
use crate::view::added::{RowFate, TakenRow};

/// The rows of which nothing is told yet.
pub(super) fn kept(
    rows: Vec<Row>,
    told: &mut Vec<TakenRow>,
    tell: impl Fn(&Row) -> Option<TakenRow>,
) -> Vec<Row> {
    let is_kept = |row: &Row| {
        let said = tell(row);
        let is_kept = said.is_none();
        told.extend(said);
        is_kept
    };
    let mut rows = rows;
    rows.retain(is_kept);
    rows
}

/// That a row is refused, where there is a reason.
pub(super) fn refused(row: &Row, why: Vec<Refusal>) -> Option<TakenRow> {
    (!why.is_empty()).then(|| TakenRow { claim: row.claim(), ..row.taken(RowFate::Refused).because(why) })
}

/// Files as they would be, by path.
pub(super) type NewTexts = BTreeMap<String, String>;
