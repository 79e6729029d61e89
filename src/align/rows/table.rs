//! The 21 rows in order: docs/semantics.md, section 4. The page and `explain` follow it.

use super::row::Row;
use super::{change, growth, hard, open, scope, soft, words};

/// The first row that holds of two claims is their relation; row n stands at n - 1, and the last holds of any.
pub(crate) static ROWS: [&Row; 21] = [
    &change::SILENT,
    &change::CORRECTED,
    &change::SUPERSEDED,
    &change::WITHDRAWN,
    &words::WORDS,
    &scope::DIFFERENT_SCOPE,
    &scope::PART_EXCEEDS_WHOLE,
    &scope::PART_UNDETERMINED,
    &scope::PART_OF,
    &open::UNDETERMINED,
    &hard::SELF_CONTRADICTION,
    &hard::MISREPORT,
    &growth::OUTGROWN,
    &growth::REVISED_DOWN,
    &hard::DENIAL,
    &hard::CONTRADICTION,
    &soft::TENSION,
    &soft::REPEATS,
    &soft::SAME,
    &soft::REFINES,
    &soft::OVERLAPS,
];
