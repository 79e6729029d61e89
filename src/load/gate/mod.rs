//! The one gate through which files are opened: below a folder after links are resolved, regular files alone, up to a size.
//!
//! A dossier may come from a stranger. Nothing of it makes us open what lies elsewhere, wait for a FIFO or read without end.

#![expect(clippy::disallowed_methods, reason = "here files are opened, and nowhere else")]

mod direct;
mod folder;
mod light;
mod listing;
mod met;
#[cfg(test)]
mod met_tests;
mod most;
mod named;
mod numbers;
mod own;
mod recorder;
mod refused;
#[cfg(test)]
mod tests;
mod walk;

pub(crate) use folder::{Folder, is_below};
pub(crate) use light::is_light;
pub(crate) use met::{Again, Change, Met};
pub(crate) use most::Most;
pub(crate) use named::{all_of, holds, is_folder, is_readable, named, next_line};
pub(crate) use own::own;
pub(crate) use recorder::Recorder;
pub(crate) use refused::Refused;
pub(crate) use walk::Wanted;
