//! Where a number goes on past the end of a passage, so that a quote would cut it in two.

mod digits;
mod negations;
mod scales;
mod words;

pub(crate) use digits::{groups_of_three, is_severed, severed};
