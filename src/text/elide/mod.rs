//! Quotes with something left out or put in: their pieces, and the passages in which those stand.

mod passages;
mod pieces;

pub(crate) use passages::{dropped_negation, passages, place_of};
pub(crate) use pieces::{Pieces, readings, verbatim};
