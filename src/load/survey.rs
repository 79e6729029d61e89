//! The files of a dossier looked over, so that it can be judged batch by batch: islands (`islands.rs`) that are judged together, with the
//! commons, while no other file is held.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;

use rayon::prelude::*;

use super::files::Part;
use super::gate::{Folder, Most};
use super::islands::{Islands, Tied};
use crate::error::Error;
use crate::model::islands::COMMONS;
use crate::text::{File, Files};

/// The files of a dossier, and the islands that they fall into.
#[derive(Debug)]
pub(crate) struct Survey {
    /// Below the dossier's folder, with `/`, in the order in which they are read.
    pub(crate) paths: Vec<String>,
    /// Of the bytes of each, so that it is known again.
    hashes: Vec<u64>,
    hasher: RandomState,
    sizes: Vec<usize>,
    pub(crate) islands: Islands,
}

/// Files that are judged together: islands that follow each other, and the commons.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Batch {
    /// Their numbers, in order.
    pub(crate) files: Vec<usize>,
    /// The bytes of the islands.
    size: usize,
    /// The first of the islands, and how many there are.
    islands: (u32, u32),
}

/// What was seen of a file.
#[derive(Clone)]
struct Looked {
    tied: Tied,
    size: usize,
    hash: u64,
}

/// So many files are looked at side by side before what was seen of them is put away.
const AT_ONCE: usize = 1024;

/// How large batches are, but for the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BatchSize {
    /// So many bytes of files at least.
    pub(crate) bytes: usize,
    /// And so many times the bytes of the commons, which are read with each.
    pub(crate) commons: usize,
    /// No more than one part in so many of all: what belongs together for the most part is judged by all threads together.
    pub(crate) parts: usize,
}

/// The bytes of some files of the dossier at `root` together, as the system tells them.
///
/// # Errors
/// The folder is not there.
pub(crate) fn size(root: &Path, paths: &[String]) -> Result<u64, Error> {
    let folder = Folder::of_dossier(root)?;
    Ok(paths.par_iter().map(|path| folder.size(Path::new(path))).sum())
}

/// Those of a dossier's files that say how all of it is judged.
pub(crate) fn of_manifest(paths: &[String]) -> Vec<String> {
    paths.iter().filter(|path| is_of(path, &[Part::Manifest, Part::Baseline])).cloned().collect()
}

fn is_of(path: &str, parts: &[Part]) -> bool {
    Part::of(path).is_some_and(|part| parts.contains(&part))
}

impl Survey {
    /// Looks over some files of the dossier at `root`, texts left aside; `None` where one is not read, is not UTF-8 or no TOML.
    ///
    /// # Errors
    /// The folder is not there.
    pub(crate) fn of(root: &Path, paths: Vec<String>) -> Result<Option<Self>, Error> {
        let (folder, hasher) = (Folder::of_dossier(root)?, RandomState::new());
        let look = |path: &String| {
            let bytes = folder.read(Path::new(path), Most::Record).ok()?;
            let (size, hash) = (bytes.len(), hasher.hash_one(&bytes));
            let file = File { path: path.clone(), text: String::from_utf8(bytes).ok()? };
            let tied = Tied::of(&file);
            (!tied.is_broken).then_some(Looked { tied, size, hash })
        };
        let mut all: Vec<Looked> = Vec::with_capacity(paths.len());
        for some in paths.chunks(AT_ONCE) {
            let looked: Option<Vec<Looked>> = some.par_iter().map(look).collect();
            let Some(looked) = looked else { return Ok(None) };
            // What other threads have made stands between what they have dropped; copied, it leaves that room to them.
            all.extend(looked.iter().cloned());
        }
        let islands = Islands::named(all.iter().map(|file| &file.tied));
        let (sizes, hashes) = all.iter().map(|file| (file.size, file.hash)).unzip();
        Ok(Some(Survey { paths, hashes, hasher, sizes, islands }))
    }

    /// With those islands made one of which two sources are tied to each other by their texts.
    pub(crate) fn joined(self, tied: &[(&str, &str)]) -> Self {
        Survey { islands: self.islands.joined(tied), ..self }
    }

    /// Batches of islands in the order of their first files; `None` where one would hold too much of all.
    pub(crate) fn batches(&self, size: BatchSize) -> Option<Vec<Batch>> {
        let batches = batches(&self.islands, &self.sizes, size);
        let all: usize = batches.iter().map(|batch| batch.size).sum();
        let fits = batches.len() > 1 && batches.iter().all(|batch| batch.size <= all / size.parts);
        fits.then_some(batches)
    }

    /// The paths of the files in which the sources of some batches are defined, with those that say how all is judged.
    pub(crate) fn of_sources(&self, batches: &[Batch]) -> Vec<String> {
        let files: BTreeSet<usize> = batches.iter().flat_map(|batch| &batch.files).copied().collect();
        let parts = [Part::Manifest, Part::Baseline, Part::Sources];
        let paths = files.into_iter().map(|file| &self.paths[file]);
        paths.filter(|path| is_of(path, &parts)).cloned().collect()
    }

    /// The paths of a batch.
    pub(crate) fn paths_of(&self, batch: &Batch) -> Vec<String> {
        batch.files.iter().map(|file| self.paths[*file].clone()).collect()
    }

    /// The islands of a batch, numbered for themselves; without names.
    pub(crate) fn islands_of(&self, batch: &Batch) -> Islands {
        let (first, count) = batch.islands;
        let number = |file: &usize| match self.islands.of_files[*file] {
            COMMONS => COMMONS,
            island => island - first + 1,
        };
        let of_files = batch.files.iter().map(number).collect();
        Islands { of_files, count: 1 + count as usize, ..Islands::default() }
    }

    /// Whether the files of a batch were read as they were seen here.
    pub(crate) fn is_as_seen(&self, batch: &Batch, files: &Files) -> bool {
        let is_same = |(number, file): (&usize, &File)| {
            let hash = self.hasher.hash_one(file.text.as_bytes());
            self.paths[*number] == file.path && self.hashes[*number] == hash
        };
        batch.files.len() == files.0.len() && batch.files.iter().zip(&files.0).all(is_same)
    }
}

/// Batches of islands, given the bytes of each file.
fn batches(islands: &Islands, sizes: &[usize], size: BatchSize) -> Vec<Batch> {
    let mut bytes = vec![0; islands.count];
    for (size, island) in sizes.iter().zip(&islands.of_files) {
        bytes[*island as usize] += size;
    }
    let size = size.bytes.max(bytes[COMMONS as usize] * size.commons);
    let mut batches: Vec<Batch> = Vec::new();
    // Islands are numbered in the order of their first files.
    let mut batch_of = vec![0; islands.count];
    for (island, bytes) in bytes.iter().enumerate().skip(1) {
        if batches.last().is_none_or(|batch| batch.size >= size) {
            batches.push(Batch { islands: (island as u32, 0), ..Batch::default() });
        }
        batch_of[island] = batches.len() - 1;
        if let Some(batch) = batches.last_mut() {
            batch.size += bytes;
            batch.islands.1 += 1;
        }
    }
    for (file, island) in islands.of_files.iter().enumerate() {
        match *island {
            COMMONS => batches.iter_mut().for_each(|batch| batch.files.push(file)),
            island => batches[batch_of[island as usize]].files.push(file),
        }
    }
    batches
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Batches of files of ten bytes each, by the islands of the files.
    fn fall(of_files: &[u32], bytes: usize) -> Vec<(Vec<usize>, usize, (u32, u32))> {
        let count = 1 + of_files.iter().copied().max().unwrap_or(0) as usize;
        let islands = Islands { of_files: of_files.to_vec(), count, ..Islands::default() };
        let all = batches(&islands, &vec![10; of_files.len()], BatchSize { bytes, commons: 8, parts: 1 });
        all.into_iter().map(|batch| (batch.files, batch.size, batch.islands)).collect()
    }

    #[test]
    fn islands_that_follow_each_other_are_judged_together_each_time_with_the_commons() {
        let of_files = [1, 2, 1, 3, 4, 4];
        assert_eq!(
            fall(&of_files, 25),
            [(vec![0, 1, 2], 30, (1, 2)), (vec![3, 4, 5], 30, (3, 2))],
            "an island is never parted"
        );
        assert_eq!(fall(&of_files, 1).len(), 4);
        assert_eq!(fall(&of_files, 1000), [(vec![0, 1, 2, 3, 4, 5], 60, (1, 4))]);
        assert_eq!(
            fall(&[0, 1, 2, 1, 3, 4, 4], 1),
            [(vec![0, 1, 2, 3, 4, 5, 6], 60, (1, 4))],
            "what is read each time is an eighth of it at most"
        );
        let many = Vec::from_iter((0..20).chain([0]));
        assert_eq!(
            fall(&many, 1),
            [(Vec::from_iter((0..=16).chain([20])), 160, (1, 16)), (vec![0, 17, 18, 19, 20], 30, (17, 3))]
        );
        assert_eq!(fall(&[], 1), []);
        assert_eq!(fall(&[0, 0], 1), []);
    }
}
