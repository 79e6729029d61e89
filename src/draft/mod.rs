//! A draft before the record: what it says, whom it gives that to, and which question each statement of it answers.
//!
//! The draft is one more source. It is read by the reader that spots what could be recorded, and what it says becomes claims
//! that are related to others by the same table. Nothing of it is written down.

mod as_source;
mod clauses;
mod known;
mod marks;
mod misspelt;
mod proposed;
mod read;
mod statement;

pub(crate) use as_source::{claims_of, source_of};
pub(crate) use proposed::HARMS;
pub(crate) use read::read;
pub(crate) use statement::{Binding, Draft, LinkedSentence, Quotation, Statement, StatementKind};
