//! Where a quote stands in a text: found by fuzzy means if need be, held by exact ones alone.

mod difference;
mod haystack;
mod locator;
mod outcome;
mod pull_quote;
mod surroundings;

pub use difference::{Difference, DifferenceKind};
pub use haystack::{Haystack, find};
pub(crate) use locator::counts_lines;
pub use outcome::{Absence, Near, Needle, Outcome, OutcomeKind};

#[cfg(test)]
mod scripts_tests;
#[cfg(test)]
mod tests;
