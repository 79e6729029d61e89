//! What of a text could be recorded: figures, dates, places, agents and quotations, each with the shortest words that carry
//! it and the questions that it may answer.
//!
//! There is no model and no score in it: lists of words, and the readers that hold values against their quotes.

mod aliases;
mod at_hand;
mod attribution;
mod blocks;
mod days;
pub(crate) mod digest;
mod every;
mod figures;
mod found;
mod links;
mod look;
mod mentions;
mod named;
mod noise;
mod nouns;
mod questions;
mod quoted;
mod recorded;
mod shortest;
mod speakers;
mod spellings;
mod stems;
mod told;
mod within;

pub(crate) use aliases::{AliasSeeker, SoughtAlias, SoughtText};
pub(crate) use at_hand::stands;
pub(crate) use attribution::{Attribution, Beside, Speaker, attribution};
pub(crate) use found::{Counted, Recording, Spotted, SpottedText};
pub(crate) use links::{NameLinks, links};
pub(crate) use look::Spotter;
pub(crate) use mentions::{Mention, NameIndex};
pub(crate) use questions::{Answered, MOST_QUESTIONS, Signs};
pub(crate) use quoted::quoted;
pub(crate) use recorded::places;
pub(crate) use shortest::wider;
pub(crate) use speakers::{SaidIn, named_beside, reports, speaker_beside};
pub(crate) use spellings::Spelling;
pub(crate) use stems::stems;

pub use questions::SpotKind;
