//! Texts of files: held, or read from the disk again each time that something is taken out of them, so that a share of a large
//! dossier does not hold the words of all of it.

use std::borrow::Cow;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::sync::OnceLock;

use super::gate::{Folder, Most};
use crate::error::{Error, ErrorKind};
use crate::text::{FileId, Files};

/// The files that are not held, and where they are.
#[derive(Debug)]
pub(super) struct Store {
    folder: Folder,
    hasher: RandomState,
    /// By the number of the file: the hash of its bytes, where it is not held.
    hashes: Vec<Option<u64>>,
    /// The first file that was not what it had been.
    changed: OnceLock<String>,
}

/// The texts of the files of a dossier.
#[derive(Clone, Copy)]
pub(super) struct Texts<'t> {
    pub(super) files: &'t Files,
    pub(super) store: Option<&'t Store>,
}

impl Store {
    pub(super) fn new(folder: Folder) -> Self {
        let (hasher, hashes) = (RandomState::new(), Vec::new());
        Store { folder, hasher, hashes, changed: OnceLock::new() }
    }

    /// What a file is known by.
    pub(super) fn hash(&self, bytes: &[u8]) -> u64 {
        self.hasher.hash_one(bytes)
    }

    /// The next file: its hash, where it is not held.
    pub(super) fn push(&mut self, hash: Option<u64>) {
        self.hashes.push(hash);
    }

    fn holds(&self, file: FileId) -> Option<u64> {
        self.hashes.get(file.0 as usize).copied().flatten()
    }

    /// # Errors
    /// A file changed while it was read: what was taken out of it does not belong together.
    pub(super) fn unchanged(&self) -> Result<(), Error> {
        let Some(path) = self.changed.get() else { return Ok(()) };
        let error = Error::new(ErrorKind::Refused, format!("`{path}` changed while it was read"));
        Err(error.at(Path::new(path)).hint("run it again when nobody writes there"))
    }
}

impl<'t> Texts<'t> {
    /// Whether the text of a file is read anew each time.
    pub(super) fn is_stored(self, file: FileId) -> bool {
        self.store.is_some_and(|store| store.holds(file).is_some())
    }

    /// The text of a file; nothing where it is no longer what it was, which is noted.
    pub(super) fn of(self, file: FileId) -> Cow<'t, str> {
        let held = self.files.get(file);
        let Some((store, hash)) = self.store.and_then(|store| Some((store, store.holds(file)?))) else {
            return Cow::Borrowed(&held.text);
        };
        let read = store.folder.read_again(Path::new(&held.path), Most::Record).ok();
        let same = read.filter(|bytes| store.hash(bytes) == hash);
        Cow::Owned(same.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_else(|| {
            store.changed.get_or_init(|| held.path.clone());
            String::new()
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::File;

    #[test]
    fn a_file_that_is_no_longer_what_it_was_is_told_and_has_no_text() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let path = folder.path().join("claims.toml");
        std::fs::write(&path, "before").expect("it can be written");
        let file = |text: &str| File { path: "claims.toml".to_owned(), text: text.to_owned() };
        let files = Files(vec![file("held"), file("")]);
        let mut store = Store::new(Folder::of_dossier(folder.path()).expect("it is a folder"));
        store.push(None);
        store.push(Some(store.hash(b"before")));
        let texts = Texts { files: &files, store: Some(&store) };
        assert_eq!([0, 1].map(|file| texts.is_stored(FileId(file))), [false, true]);
        assert_eq!([0, 1].map(|file| texts.of(FileId(file))), ["held", "before"]);
        store.unchanged().expect("it is what it was");
        std::fs::write(&path, "later").expect("it can be written");
        assert_eq!([0, 1].map(|file| texts.of(FileId(file))), ["held", ""]);
        let told = store.unchanged().expect_err("it changed").to_string();
        assert!(told.contains("`claims.toml` changed while it was read"), "{told}");
    }
}
