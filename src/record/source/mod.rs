//! A source made of a saved file: what the file says of itself, in the form that a record has it, and what is not known.

mod date;
mod draft;
mod publisher;

pub(crate) use draft::{Draft, Drafting, Given, Kept, draft, inherited, line};
