//! Taking claims into a dossier: words in, and out comes TOML that was held against its text, or why it is not taken.
//!
//! A row says under the keys of a claim what somebody or something read in a source. It is prepared against what is recorded
//! (`prepare`), written down where nobody sees it (`texts`), and judged there by the audit as it would stand (`verdict`), so that
//! what is refused is what `gainsay check` would say of it. Files are changed by putting text in place of other text (`amend`): all
//! that no row speaks of stays as it is, byte for byte.

pub(crate) mod agree;
mod amend;
#[cfg(test)]
mod amend_tests;
mod answer;
pub(crate) mod answers;
mod appended;
pub(crate) mod assess;
mod cell;
pub(crate) mod columns;
pub(crate) mod define;
mod exchange;
mod export;
mod exported;
pub(crate) mod forms;
mod free;
mod handed;
mod named;
pub(crate) mod needle;
pub(crate) mod passage;
pub(crate) mod plan;
mod prepare;
pub(crate) mod proposal;
pub(crate) mod propose;
mod recapture;
mod recorded;
pub(crate) mod rename;
pub(crate) mod review;
pub(crate) mod row;
pub(crate) mod short;
mod source;
mod standing;
mod taking;
mod texts;
pub(crate) mod told;
mod toml;
mod typed;
mod verdict;
mod waive;
mod written;

pub(crate) use exchange::{each_annotation, handed};
pub(crate) use export::{Csv, each_row};
pub(crate) use handed::Handed;
pub(crate) use recapture::Recapture;
pub(crate) use source::{Draft, Drafting, Given, Kept, draft, inherited, line};
