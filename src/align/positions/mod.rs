//! Positions: maximal sets of claims on a question that can all hold at once. See semantics.md, section 5.

mod bound;
mod classes;
mod cliques;
mod clocks;
mod found;
mod many;
mod maximal;
mod position;
mod shared;
#[cfg(test)]
mod tests;

pub(crate) use bound::MOST_LISTED;
#[cfg(test)]
pub(crate) use found::standing;
pub(crate) use found::{Listing, Positions, positions};
pub(crate) use position::Position;
