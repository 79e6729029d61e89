//! All tables, each with what gives its rows.

use super::column::{Datum, TableForm, TableRow};
use super::whole::Tables;
use super::{agents, answers, cells, claims, findings, positions, questions, relations, scopes, sources};

/// Gives the rows of a table one by one, each with what it has in each column.
type GivesRows = fn(&Tables<'_>, &mut dyn FnMut(Vec<Datum<'_>>));

/// One of the tables.
pub(crate) struct Table {
    pub(crate) form: TableForm,
    rows: GivesRows,
}

/// A table whose rows are those that a function gives.
macro_rules! tables {
    ($($row:ty: $rows:path,)+) => {
        /// All tables.
        pub(crate) const TABLES: &[Table] = &[$(Table {
            form: <$row as TableRow<'static>>::FORM,
            rows: |tables, give| $rows(tables, &mut |row| give(row.data())),
        }),+];
    };
}

tables! {
    claims::ClaimRow<'static>: claims::claims,
    cells::CellRow<'static>: cells::cells,
    answers::AnswersRow<'static>: answers::answers,
    scopes::ScopesRow<'static>: scopes::scopes,
    relations::ClaimRelation<'static>: relations::of_claims,
    relations::SourceRelation<'static>: relations::of_sources,
    agents::AgentPart<'static>: agents::parts,
    positions::PositionRow<'static>: positions::positions,
    findings::FindingRow<'static>: findings::findings,
    findings::FindingClaim<'static>: findings::claims,
    questions::QuestionRow<'static>: questions::questions,
    sources::SourceRow<'static>: sources::sources,
    agents::AgentRow<'static>: agents::agents,
}

impl Table {
    /// Gives the rows, in order, each with what it has in each column.
    pub(crate) fn rows(&self, of: &Tables<'_>, give: &mut dyn FnMut(Vec<Datum<'_>>)) {
        (self.rows)(of, give);
    }
}
