//! Where a number goes on past the end of a passage, so that a quote would cut it in two.

pub(crate) mod digits;
pub(crate) mod words;
