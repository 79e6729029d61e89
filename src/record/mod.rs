//! What is recorded, and what leaves the record: rows of claims as they are written.

mod cell;
mod column;
mod export;
mod recapture;
mod row;
mod source;
mod toml;

pub(crate) use export::{Csv, each_row};
pub(crate) use recapture::Recapture;
pub(crate) use source::{Draft, Drafting, Given, Kept, draft, inherited, line};
