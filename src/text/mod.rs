//! Words and places in files; knows nothing of claims.

pub(crate) mod context;
pub(crate) mod counted;
pub(crate) mod cut;
pub(crate) mod differs;
pub(crate) mod elide;
pub(crate) mod find;
pub(crate) mod fold;
pub(crate) mod folded_words;
pub(crate) mod glyph;
pub(crate) mod grammar;
pub(crate) mod line_column;
pub(crate) mod locator;
pub(crate) mod naming;
pub(crate) mod near;
pub(crate) mod nearest;
pub(crate) mod occurrences;
pub(crate) mod outcome;
pub(crate) mod reuse;
pub(crate) mod sentence;
pub(crate) mod severed;
pub(crate) mod spot;
pub(crate) mod word_diff;
