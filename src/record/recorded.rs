//! What the files of a dossier have of its claims, as they are written, for whoever adds to it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::written::{WrittenClaim, WrittenFile};
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
        let paths = dossier.files.0.iter().map(|file| file.path.clone()).collect();
        Recorded { files, by_name, by_question, paths }
    }

    /// The claims of every file, each with its place, so that they need not be counted again.
    pub(crate) fn tables(&self) -> Vec<Vec<WrittenClaim<'_>>> {
        self.files.iter().map(|file| file.claims().collect()).collect()
    }

    pub(crate) fn place(&self, source: &str, id: &str) -> Option<(usize, usize)> {
        self.by_name.get(&(source.to_owned(), id.to_owned())).copied()
    }

    /// The claims of a source on a question.
    pub(crate) fn on(&self, source: &str, question: &str) -> &[(usize, usize)] {
        self.by_question.get(&(source.to_owned(), question.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// The file that a new claim of a source goes into: the one that is for it, else one that is not there yet.
    pub(crate) fn home(&self, source: &str) -> Home {
        let reviewed = |file: &&WrittenFile| !file.path.starts_with(UNREVIEWED);
        let own = self.files.iter().enumerate().filter(|(_, file)| reviewed(file));
        let own = own.filter(|(_, file)| file.source() == Some(source));
        match own.map(|(at, file)| (std::cmp::Reverse(file.text().len()), at)).min() {
            Some((_, at)) => Home::File(at),
            None => Home::New(self.free(&format!("{CLAIMS}{source}"))),
        }
    }

    /// A path that no file has.
    pub(crate) fn free(&self, stem: &str) -> String {
        let path = |n: usize| if n == 1 { format!("{stem}.toml") } else { format!("{stem}-{n}.toml") };
        (1..).map(path).find(|path| !self.paths.contains(path)).unwrap_or_default()
    }
}

/// Of more sources than that all files are parsed.
const MOST_SOUGHT: usize = 64;

/// Where new claims go.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Home {
    File(usize),
    New(String),
}
