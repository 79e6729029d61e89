//! Words and places in files; knows nothing of claims.

pub(crate) mod counted;
pub(crate) mod cut;
pub(crate) mod elide;
pub(crate) mod find;
pub(crate) mod fold;
pub(crate) mod glyph;
mod grammar;
pub(crate) mod line_column;
pub(crate) mod naming;
mod near;
pub(crate) mod nearest;
mod occurrences;
pub(crate) mod reuse;
pub(crate) mod sentence;
mod severed;
pub(crate) mod spot;
pub(crate) mod word_diff;
mod words;

pub(crate) use counted::counted;
pub(crate) use cut::{Cut, CutKind, cut};
pub(crate) use elide::verbatim;
pub(crate) use fold::fold_text;
pub(crate) use glyph::{Glyph, glyph, is_unspaced, makes_range};
pub(crate) use line_column::{line_column, read_text};
pub(crate) use naming::Naming;
pub(crate) use nearest::nearest;
pub(crate) use sentence::{Long, is_long};
pub(crate) use spot::{File, FileId, Files, Lines, Spot};
pub(crate) use word_diff::{Change, word_diff};

pub use find::{Absence, Difference, DifferenceKind, Haystack, Near, Needle, Outcome, OutcomeKind, find};
