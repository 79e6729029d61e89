//! What contains itself, by way of others or not.

use std::collections::BTreeSet;

use crate::model::problem::{Problem, ProblemKind};
use crate::model::table::{Id, Table};
use crate::text::Spot;
use crate::vocabulary::Vocabulary;

/// Reports each row of a table that contains itself. `what` is how a message calls a row, `key` what leads from a row to
/// the rows that contain it, which `parents` gives.
pub(super) fn report<I: Id, T>(
    what: &str,
    table: &Table<I, T>,
    key: impl Vocabulary,
    parents: impl Fn(&T) -> Vec<I>,
    spot: impl Fn(&T) -> Spot,
    problems: &mut Vec<Problem>,
) {
    for (id, row) in table.iter().filter(|(id, _)| is_on_ring(table, *id, &parents)) {
        let message = format!("{what} `{}` contains itself", table.name(id));
        let problem = Problem::new(ProblemKind::CircularContainment, spot(row), message);
        problems.push(problem.label(format!("following `{}` from here leads back here", key.word())));
    }
}

/// Whether a row is reached from one of its own parents.
fn is_on_ring<I: Id, T>(table: &Table<I, T>, start: I, parents: &impl Fn(&T) -> Vec<I>) -> bool {
    let mut open = parents(&table[start]);
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if id == start {
            return true;
        }
        if seen.insert(id) {
            open.extend(parents(&table[id]));
        }
    }
    false
}
