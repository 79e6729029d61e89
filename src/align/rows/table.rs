//! The 21 rows in order: docs/semantics.md, section 4. The page and `explain` follow it.

use super::row::{Match, Row};
use super::{change, growth, hard, open, scope, soft, words};
use crate::align::pair::Pair;

/// Lists the rows once: as a table, and as the first of them that holds. Relating is what a run does most, and a call
/// that is written out costs less than one that is looked up.
macro_rules! table {
    ($($row:path,)+) => {
        /// The first row that holds of two claims is their relation; row n stands at n - 1.
        pub(crate) static ROWS: &[Row] = &[$($row),+];

        /// The first row that holds of two claims, and what they are by it. The last holds of any.
        pub(crate) fn first(pair: &Pair) -> Option<(&'static Row, Match)> {
            $(if let Some(found) = $row.holds(pair) {
                return Some((&ROWS[usize::from($row.number) - 1], found));
            })+
            None
        }
    };
}

table![
    change::SILENT,
    change::CORRECTED,
    change::SUPERSEDED,
    change::WITHDRAWN,
    words::WORDS,
    scope::DIFFERENT_SCOPE,
    scope::PART_EXCEEDS_WHOLE,
    scope::PART_UNDETERMINED,
    scope::PART_OF,
    open::UNDETERMINED,
    hard::SELF_CONTRADICTION,
    hard::MISREPORT,
    growth::OUTGROWN,
    growth::REVISED_DOWN,
    hard::DENIAL,
    hard::CONTRADICTION,
    soft::TENSION,
    soft::REPEATS,
    soft::SAME,
    soft::REFINES,
    soft::OVERLAPS,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_numbers_its_rows_in_order() {
        let numbers = ROWS.iter().map(|row| usize::from(row.number));
        assert!(numbers.eq(1..=ROWS.len()));
        assert!(ROWS.iter().all(|row| !row.kinds.is_empty()));
    }
}
