//! Disk to [`Dossier`](crate::model::Dossier) and its problems: the only place that reads files, all of them through its gate.
//!
//! Two passes. The first reads and parses every file and gathers the ids that it defines. The second takes each
//! table key by key, with every name resolved and every value read, and reports all that is wrong.

mod allows;
mod assessments;
mod at;
mod baseline;
mod claims;
mod corpus;
mod dates;
mod entry;
mod files;
pub(crate) mod gate;
mod gather;
mod git;
mod ids;
mod islands;
mod key;
pub(crate) mod keys;
#[cfg(test)]
mod keys_tests;
mod kinship;
mod listed;
mod lock;
mod manifest;
mod names;
mod offered;
mod open;
mod overheard;
mod parsed;
mod questions;
mod raw;
mod rings;
mod schema;
#[cfg(test)]
mod schema_tests;
mod scope;
mod share;
mod sources;
mod store;
mod survey;
mod texts;
#[cfg(test)]
mod texts_tests;
mod tree;
#[cfg(test)]
mod tree_tests;
mod written;

pub(crate) use claims::{WrittenClaim, default_id};
pub(crate) use corpus::CorpusFolder;
pub(crate) use files::{BASELINE, CLAIMS, Extent, MANIFEST, UNREVIEWED, is_light, paths, root_above};
pub(crate) use git::at as at_revision;
pub(crate) use git::log::{Log, log as commits};
pub(crate) use islands::{Islands, Tied};
pub(crate) use lock::LOCK;
pub(crate) use names::is_slug;
pub(crate) use offered::{Meant, offered};
#[cfg(test)]
pub(crate) use open::said_by_each;
#[cfg(test)]
pub(crate) use open::share_from_texts;
pub(crate) use open::{dossier, from_texts, only_manifest as manifest, part_of};
pub(crate) use overheard::overheard;
pub(crate) use schema::{Schema, schema};
pub(crate) use survey::{Batch, BatchSize, Survey, of_manifest, size};
pub(crate) use texts::{
    Archive, ArchivedText, Held, Spent, any_file, any_text, each_text, each_text_more, text_files, try_file,
};
pub(crate) use written::{each_written, toml_value, written_source};
