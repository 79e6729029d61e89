//! Positions: maximal sets of claims on a question that can all hold at once. See semantics.md, section 5.

mod classes;
mod cliques;
mod clocks;
mod found;
mod many;
mod maximal;
mod position;
mod shared;

pub(crate) use found::positions;
#[cfg(test)]
pub(crate) use found::standing;
pub(crate) use position::Position;
