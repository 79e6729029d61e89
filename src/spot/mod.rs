//! What of a text could be recorded: figures, dates, places, agents and quotations, each with the shortest words that carry
//! it and the questions that it may answer.
//!
//! There is no model and no score in it: lists of words, and the readers that hold values against their quotes.

mod at_hand;
mod days;
pub(crate) mod digest;
mod figures;
mod found;
mod look;
mod mentions;
mod named;
mod noise;
mod nouns;
mod questions;
mod recorded;
mod shortest;
mod speakers;
mod stems;
mod within;

pub(crate) use at_hand::stands;
pub(crate) use found::{Counted, Recording, Spotted, SpottedText};
pub(crate) use look::Spotter;
pub(crate) use mentions::NameIndex;
pub(crate) use questions::MOST_QUESTIONS;
pub(crate) use recorded::places;
pub(crate) use speakers::{speaker_beside, speakers};

pub use questions::SpotKind;
