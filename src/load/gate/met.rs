//! All that a run has met of the disk, and whether it is as it was.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File, Metadata};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::listing::hash_of;
use super::numbers::{Begun, Numbers};
use crate::capture::sha256;

/// All that a run has met: while it is as it was, the run would come to the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Met {
    /// Files that were read.
    pub(super) files: Vec<Numbered>,
    /// Folders that were listed.
    pub(super) folders: Vec<Numbered>,
    /// Other folders on the way to a file, which are no links.
    pub(super) ways: Vec<String>,
    /// Paths at which something stood.
    pub(super) stood: Vec<String>,
    /// Paths at which nothing stood.
    pub(super) absent: Vec<String>,
}

/// A path and its numbers, with the SHA-256 of what was read there where the numbers alone could not be trusted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Numbered(pub(super) String, pub(super) Numbers, pub(super) Option<String>);

/// Whether all that a run has met is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Again {
    /// `None` where more has changed than files and folders.
    Changed(Option<Change>),
    Same,
    /// The same, and less of it has to be read to know that henceforth.
    Settled,
}

/// What has changed of what a run has met, by full paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Change {
    /// Files that were read.
    pub(crate) files: BTreeSet<String>,
    /// Folders that were listed.
    pub(crate) folders: BTreeSet<String>,
}

impl Met {
    /// With the folders on the way to files; `None` where what was met twice was not the same.
    pub(super) fn with_ways(mut self, above: HashSet<PathBuf>) -> Option<Self> {
        for met in [&mut self.files, &mut self.folders] {
            met.sort_by(|a, b| a.0.cmp(&b.0));
            met.dedup();
            if met.windows(2).any(|two| two[0].0 == two[1].0) {
                return None;
            }
        }
        let is_listed = |way: &String| self.folders.binary_search_by(|it| it.0.cmp(way)).is_ok();
        let ways: Option<Vec<String>> =
            above.into_iter().map(|way| way.into_os_string().into_string().ok()).collect();
        self.ways = ways?.into_iter().filter(|way| !is_listed(way)).collect();
        for met in [&mut self.ways, &mut self.stood, &mut self.absent] {
            met.sort_unstable();
            met.dedup();
        }
        Some(self)
    }

    /// Asks whether all is as it was, so long after 1970.
    pub(crate) fn again(&mut self, now: Duration) -> Again {
        let changed = |of: &[Numbered], is_same: fn(&Numbered) -> bool| -> BTreeSet<String> {
            of.par_iter().filter(|it| !is_same(it)).map(|it| it.0.clone()).collect()
        };
        let is_same = self.ways.par_iter().all(|way| told(way).is_some_and(|told| told.is_dir()))
            && self.stood.par_iter().all(|path| told(path).is_some())
            && self.absent.par_iter().all(is_absent);
        if !is_same {
            return Again::Changed(None);
        }
        let change = Change {
            files: changed(&self.files, file_is_same),
            folders: changed(&self.folders, folder_is_same),
        };
        if change != Change::default() {
            return Again::Changed(Some(change));
        }
        let begun = Begun::at(now);
        let mut again = Again::Same;
        for Numbered(_, numbers, hash) in self.files.iter_mut().chain(&mut self.folders) {
            if hash.is_some() && numbers.are_settled(begun) {
                *hash = None;
                again = Again::Settled;
            }
        }
        again
    }

    /// What a run has met that read a part of this anew, what had changed among it; `None` where more has changed meanwhile.
    pub(crate) fn renewed(mut self, change: &Change, anew: Met) -> Option<Met> {
        self.files.retain(|it| !change.files.contains(&it.0));
        self.folders.retain(|it| !change.folders.contains(&it.0));
        let Met { files, folders, ways, stood, absent } = anew;
        Some(Met {
            files: joined(self.files, files)?,
            folders: joined(self.folders, folders)?,
            ways: either(self.ways, ways),
            stood: either(self.stood, stood),
            absent: either(self.absent, absent),
        })
    }
}

/// What was met before and what was met anew, each once; `None` where the numbers of one path differ.
fn joined(before: Vec<Numbered>, anew: Vec<Numbered>) -> Option<Vec<Numbered>> {
    let mut all: Vec<Numbered> = before.into_iter().chain(anew).collect();
    // What was met anew stands behind what was met before.
    all.sort_by(|a, b| a.0.cmp(&b.0));
    if all.windows(2).any(|two| two[0].0 == two[1].0 && two[0].1 != two[1].1) {
        return None;
    }
    all.reverse();
    all.dedup_by(|later, kept| later.0 == kept.0);
    all.reverse();
    Some(all)
}

fn either(mut before: Vec<String>, anew: Vec<String>) -> Vec<String> {
    before.extend(anew);
    before.sort_unstable();
    before.dedup();
    before
}

fn told(path: impl AsRef<Path>) -> Option<Metadata> {
    fs::symlink_metadata(path).ok()
}

fn is_absent(path: &String) -> bool {
    fs::symlink_metadata(path).is_err_and(|why| why.kind() == std::io::ErrorKind::NotFound)
}

fn file_is_same(file: &Numbered) -> bool {
    let Numbered(path, numbers, hash) = file;
    let is_same = |told: Metadata| told.is_file() && Numbers::of(&told) == Some(*numbers);
    if !told(path).is_some_and(is_same) {
        return false;
    }
    let Some(hash) = hash else { return true };
    let Ok(file) = File::open(path) else { return false };
    if !file.metadata().is_ok_and(is_same) {
        return false;
    }
    let mut bytes = Vec::new();
    let read = file.take(numbers.size() + 1).read_to_end(&mut bytes);
    read.is_ok() && sha256(&bytes) == *hash
}

fn folder_is_same(folder: &Numbered) -> bool {
    let Numbered(path, numbers, hash) = folder;
    if !told(path).is_some_and(|told| told.is_dir() && Numbers::of(&told) == Some(*numbers)) {
        return false;
    }
    let Some(hash) = hash else { return true };
    let entries: Result<Vec<_>, _> = fs::read_dir(path).and_then(Iterator::collect);
    let Ok(mut entries) = entries else { return false };
    entries.sort_by_key(fs::DirEntry::file_name);
    hash_of(&entries).is_ok_and(|now| now == *hash)
}
