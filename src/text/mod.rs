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

pub(crate) mod differs {
    pub use super::find::{Difference, DifferenceKind};
}

pub(crate) mod folded_words {
    pub(crate) use super::reuse::quotations;
}

pub(crate) mod outcome {
    pub use super::find::{Absence, Near, Needle, Outcome, OutcomeKind};
}
