//! The ids that may be meant where one is being typed, each with what it says of itself. Files are read for these alone: nothing is
//! resolved, nothing is reported, and what cannot be read has none.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::at::At;
use super::claims::full_names_with_answers;
use super::files::{FOLDERS, Part, UNREVIEWED};
use super::gate::{Folder, Most, Wanted};
use super::gather::questions;
use super::key::Referent;
use super::keys::{ClaimsFileKey, SourcesFileKey};
use super::names::{is_slug, named};
use super::parsed::{Parsed, once};
use super::tree::Table;
use crate::text::FileId;

/// An id that may be meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OfferedId {
    /// Small letters, digits and hyphens; of a question EVENT/QUESTION, of a claim SOURCE#ID.
    pub(crate) id: String,
    /// Its title, name or question, of a claim its question and value, as they are written; empty where there is none.
    pub(crate) about: String,
}

/// Which ids are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meant {
    /// Those of a kind.
    Recorded(Referent),
    /// Of claims that wait to be reviewed.
    Waiting,
}

/// The ids of the dossier at `root` that begin so, in order; where there is no dossier, none.
pub(crate) fn offered(root: &Path, meant: Meant, begins: &str) -> Vec<OfferedId> {
    let Ok(folder) = Folder::of_dossier(root) else { return Vec::new() };
    // An id is no other word than it is written as: a file without its first part has none to offer.
    let first = begins.split(['/', '#']).next().unwrap_or_default();
    let sought = memchr::memmem::Finder::new(first.as_bytes());
    let of_file = |path: &PathBuf| {
        let bytes = folder.read(path, Most::Record).ok().filter(|bytes| sought.find(bytes).is_some())?;
        let text = String::from_utf8_lossy(&bytes);
        let (found, _) = once((FileId(0), &text), |file| meant.of(file));
        Some(found.into_iter().filter(|it| it.id.starts_with(begins) && is_whole(&it.id)).collect::<Vec<_>>())
    };
    let files = folder.walk(Path::new(meant.folder()), Wanted::Toml).files;
    let mut found: Vec<OfferedId> =
        files.par_iter().filter(|path| meant.is_in(path)).filter_map(of_file).flatten().collect();
    // An event may be spread over files: what it says of itself stands in one of them.
    found.sort_unstable_by(|a, b| (&a.id, &b.about).cmp(&(&b.id, &a.about)));
    found.dedup_by(|a, b| a.id == b.id);
    found
}

impl Meant {
    fn part(self) -> Part {
        match self {
            Meant::Recorded(Referent::Source | Referent::Agent | Referent::Place) => Part::Sources,
            Meant::Recorded(_) => Part::Claims,
            Meant::Waiting => Part::Unreviewed,
        }
    }

    fn folder(self) -> &'static str {
        let part = self.part();
        let folder = FOLDERS.iter().find(|(_, of)| *of == part);
        folder.map_or(UNREVIEWED.trim_end_matches('/'), |(folder, _)| folder)
    }

    /// Whether a file of the folder may have any.
    fn is_in(self, path: &Path) -> bool {
        self == Meant::Waiting || !path.starts_with(UNREVIEWED)
    }

    fn of(self, file: &Parsed<'_>) -> Vec<OfferedId> {
        let of_sources = |kind: SourcesFileKey| each(named(file.root(), kind, file.file));
        let of_claims = |kind: ClaimsFileKey| each(named(file.root(), kind, file.file));
        match self {
            Meant::Recorded(Referent::Source) => of_sources(SourcesFileKey::Source),
            Meant::Recorded(Referent::Agent) => of_sources(SourcesFileKey::Agent),
            Meant::Recorded(Referent::Place) => of_sources(SourcesFileKey::Place),
            Meant::Recorded(Referent::Group) => of_claims(ClaimsFileKey::Group),
            Meant::Recorded(Referent::Event) => of_claims(ClaimsFileKey::Event),
            Meant::Recorded(Referent::Question) => {
                let events = named(file.root(), ClaimsFileKey::Event, file.file);
                events.flat_map(|(event, table)| each(questions(&event, table))).collect()
            }
            Meant::Recorded(Referent::Claim) | Meant::Waiting => {
                let claims = full_names_with_answers(file).into_iter();
                claims.map(|(id, about)| OfferedId { id, about }).collect()
            }
        }
    }
}

/// Ids with what their tables say of themselves.
fn each<'t>(tables: impl Iterator<Item = (At<String>, Table<'t>)>) -> Vec<OfferedId> {
    let each = tables.map(|(id, table)| {
        let about = ABOUT.iter().find_map(|key| table.text(key)).unwrap_or_default();
        OfferedId { id: id.value, about: about.to_owned() }
    });
    each.collect()
}

/// The keys under which what has an id says what it is, whichever of them its table has.
const ABOUT: [&str; 3] = ["title", "name", "ask"];

/// Whether each part of an id is one: nothing else is handed to a shell.
fn is_whole(id: &str) -> bool {
    id.split(['/', '#']).all(is_slug)
}
