//! Quotes with something left out or put in: their pieces, and the passages in which those stand.

mod notes;
mod passages;
mod pieces;

pub(crate) use passages::{passages, place_of, turned_in_gap};
pub(crate) use pieces::{Pieces, readings, verbatim, without_notes};
