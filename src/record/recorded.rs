//! What the files of a dossier have of its claims, as they are written, for whoever adds to it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::written::{ClaimTable, WrittenFile};
use crate::load::keys::ClaimKey;
use crate::load::{CLAIMS, UNREVIEWED};
use crate::model::Dossier;

/// The claims of some sources as they are written, whether they could be read or not.
pub(crate) struct Recorded {
    pub(crate) files: Vec<WrittenFile>,
    /// By source and id: the file, and the how manieth of its claims.
    by_name: BTreeMap<(String, String), (usize, usize)>,
    /// By source and question, in order.
    by_question: BTreeMap<(String, String), Vec<(usize, usize)>>,
    /// By source: the file that its new claims go into.
    homes: BTreeMap<String, usize>,
    /// By path: the files of what waits to be reviewed.
    waiting: BTreeMap<String, usize>,
    /// Every path of the dossier.
    paths: BTreeSet<String>,
}

impl Recorded {
    /// What is recorded of some sources. Files that do not name any of them are not parsed.
    pub(crate) fn new(dossier: &Dossier, sources: &BTreeSet<&str>) -> Recorded {
        let named: Vec<memchr::memmem::Finder> =
            sources.iter().map(|source| memchr::memmem::Finder::new(source.as_bytes())).collect();
        let names_all = named.len() > MOST_SOUGHT;
        let files = dossier.files.0.par_iter().filter(|file| file.path.starts_with(CLAIMS));
        let files = files
            .filter(|file| names_all || named.iter().any(|name| name.find(file.text.as_bytes()).is_some()));
        let files: Vec<WrittenFile> =
            files.filter_map(|file| WrittenFile::new(&file.path, &file.text)).collect();
        let (mut by_name, mut by_question) = (BTreeMap::new(), BTreeMap::<_, Vec<_>>::new());
        for (at, file) in files.iter().enumerate() {
            for (number, claim) in file.claims().enumerate() {
                let Some(source) = claim.source() else { continue };
                if let Some(id) = claim.id() {
                    by_name.entry((source.to_owned(), id.to_owned())).or_insert((at, number));
                }
                if let Some(question) = claim.words(ClaimKey::Question) {
                    by_question
                        .entry((source.to_owned(), question.to_owned()))
                        .or_default()
                        .push((at, number));
                }
            }
        }
        let (mut homes, mut waiting) = (BTreeMap::<_, usize>::new(), BTreeMap::new());
        for (at, file) in files.iter().enumerate() {
            if file.path.starts_with(UNREVIEWED) {
                waiting.insert(file.path.clone(), at);
            } else if let Some(source) = file.source() {
                // Of several the longest, of one length the first.
                let home = homes.entry(source.to_owned()).or_insert(at);
                if files[*home].text().len() < file.text().len() {
                    *home = at;
                }
            }
        }
        let paths = dossier.files.0.iter().map(|file| file.path.clone()).collect();
        Recorded { files, by_name, by_question, homes, waiting, paths }
    }

    /// The claims of every file, each with its place, so that they need not be counted again.
    pub(crate) fn tables(&self) -> Vec<Vec<ClaimTable<'_>>> {
        self.files.iter().map(|file| file.claims().collect()).collect()
    }

    pub(crate) fn place(&self, source: &str, id: &str) -> Option<(usize, usize)> {
        self.by_name.get(&(source.to_owned(), id.to_owned())).copied()
    }

    /// The claims of a source on a question.
    pub(crate) fn on(&self, source: &str, question: &str) -> &[(usize, usize)] {
        self.by_question.get(&(source.to_owned(), question.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// The file that a new claim of a source goes into, where one is for it.
    pub(crate) fn home(&self, source: &str) -> Option<&WrittenFile> {
        self.homes.get(source).map(|at| &self.files[*at])
    }

    /// The file of this path, where claims wait in it to be reviewed.
    pub(crate) fn waiting(&self, path: &str) -> Option<&WrittenFile> {
        self.waiting.get(path).map(|at| &self.files[*at])
    }

    /// Whether a file of the dossier has that path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }
}

/// Of more sources than that all files are parsed.
const MOST_SOUGHT: usize = 64;
