//! What a program is told that talks with us: items that an answer is filled with, as many as it may hold, and words of others in fields
//! of their own.

pub(crate) mod check_text;
pub(crate) mod disputes;
pub(crate) mod hold_quote;
mod paged;
pub(crate) mod propose_claim;
mod quoted;
pub(crate) mod read_value;
mod sought;
mod spoken;
pub(crate) mod spot;
pub(crate) mod who_says;

pub(crate) use paged::{Item, Paged};
pub(crate) use quoted::{Quoted, WordsOf};
pub(crate) use sought::sought;
