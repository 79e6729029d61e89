//! gainsay tells fact-checkers, editors and CI whether their sources agree.
//!
//! The pipeline, from left to right; imports point left only:
//!
//! 1. [`text`]: words and places in files.
//! 2. [`value`]: what a claim says, read into sets that can be compared.
//! 3. [`model`]: a dossier as it was recorded.
//! 4. [`load`]: disk to dossier, with all that is wrong.
//! 5. [`align`]: dossier to alignment: scopes, origins, relations, positions.
//! 6. [`judge`]: alignment to findings.
//! 7. [`report`]: findings and tables to text.
//! 8. [`cli`]: the terminal.
//!
//! `docs/architecture.md` says what is deliberately absent, and why.

mod align;
mod cli;
mod error;
mod judge;
mod load;
mod model;
mod report;
mod text;
mod value;

pub use cli::main;
pub use error::Error;
pub use text::differs::{Difference, DifferenceKind};
pub use text::find::{Haystack, find};
pub use text::outcome::{Absence, Near, Needle, Outcome};
