//! gainsay tells fact-checkers, editors and CI whether their sources agree.
//!
//! The pipeline, from left to right; imports point left only:
//!
//! 1. `text`: words and places in files.
//! 2. `value`: what a claim says, read into sets that can be compared.
//! 3. `model`: a dossier as it was recorded.
//! 4. `load`: disk to dossier, with all that is wrong.
//! 5. `align`: dossier to alignment: scopes, origins, relations, positions.
//! 6. `judge`: alignment to findings.
//! 7. `view`: what is shown, as typed data.
//! 8. `render`: a view to text.
//! 9. `audit`: what a run does, once and the same for every command.
//! 10. `cli`: the terminal.
//!
//! `docs/architecture.md` says what is deliberately absent, and why.

#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests read and write what they are about"))]

mod align;
mod audit;
mod cli;
mod error;
mod judge;
mod load;
mod model;
#[cfg(test)]
mod pages;
mod render;
mod text;
mod value;
mod view;
mod vocabulary;

pub use cli::main;
pub use error::{Error, ErrorKind};
pub use text::{Absence, Difference, DifferenceKind, Haystack, Near, Needle, Outcome, OutcomeKind, find};
