//! The types of question, one file each: what reads a written value into a shape.

mod agent;
pub(crate) mod amount;
mod choice;
mod context;
pub(crate) mod count;
mod date;
mod denied;
mod kind;
#[cfg(test)]
mod laws;
mod measured;
mod names;
mod options;
mod place;
mod raw;
mod read;
mod refusal;
mod relative;
mod set;
mod text;
mod yes_no;

pub(crate) use context::{Context, Lookup};
pub(crate) use kind::Kind;
pub use kind::Type;
pub(crate) use measured::{Addend, Made};
pub(crate) use options::{ListedOption, Options, Wording};
pub(crate) use raw::{Form, Key, NONE, Raw, ValueKey, Way};
pub(crate) use read::Reading;
pub(crate) use refusal::{Named, Refusal};
pub(crate) use relative::Change;
pub(crate) use text::folded;
