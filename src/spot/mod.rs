//! What of a text could be recorded: figures, dates, places, agents and quotations, each with the shortest words that carry
//! it and the questions that it may answer.
//!
//! There is no model and no score in it: lists of words, and the readers that hold values against their quotes.

mod mentions;
mod questions;
mod speakers;
mod stems;

pub(crate) use mentions::{Mention, NameIndex};
pub(crate) use questions::{MOST_QUESTIONS, Passage, QuestionIndex, SpotKind};
pub(crate) use speakers::{reports, speakers};
