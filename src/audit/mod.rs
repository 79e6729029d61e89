//! What a run does, once and the same for every command: open, look at the texts, align, judge, and ask for a view.
//!
//! An [`Audit`] is a dossier and how it is asked about: whose texts, as of which day, with which levels of rules.
//! [`Audit::judged`] looks at every text that is held, once, and gives [`Judged`], from which every view is had: so no
//! view can be had of texts that nobody looked at, and no two views of one audit disagree.
//!
//! What it costs: each text is read once, those that share a passage once more, and those of which it is asked what could be
//! recorded, side by side. Texts are looked at
//! whatever is asked, also for a single question: a passage that stands in very many texts is told once for
//! all of them, so that no text can be left out without another answer.

mod added;
#[cfg(test)]
mod batch_laws;
mod batches;
mod copied;
mod day;
mod draft;
mod exchange;
mod history;
#[cfg(test)]
mod island_laws;
mod judged;
mod known;
mod levels;
mod lock;
mod look;
mod mcp;
mod names;
mod open;
mod past;
mod pieces;
mod published;
mod read;
mod recapture;
#[cfg(test)]
mod share_laws;
mod spotted;
mod suggested;
mod text;
mod views;
mod within;

pub(crate) use batches::{BATCH, Batches};
pub(crate) use copied::between_files;
pub use day::Day;
pub(crate) use draft::DraftFile;
pub use judged::Judged;
pub use known::AsKnown;
pub use levels::Levels;
pub(crate) use lock::Locking;
pub(crate) use mcp::About;
pub(crate) use names::unknown;
pub use open::Audit;
pub use past::{JudgedPast, Past};
pub(crate) use pieces::{Touched, whole};
pub(crate) use read::read_in;
pub use read::{ReadAs, read};
pub(crate) use recapture::{ClaimFate, Holds};
pub use views::{Part, SideBySide};
