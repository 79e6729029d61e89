//! The files of a corpus: those that tell of its sets, and what they name.

use std::path::{Path, PathBuf};

use super::gate::{Folder, Most, Wanted};
use crate::error::{Error, ErrorKind};

/// A folder of sets.
pub(crate) struct CorpusFolder {
    folder: Folder,
    path: PathBuf,
    /// As it was named.
    pub(crate) shown: String,
}

impl CorpusFolder {
    /// # Errors
    /// It is not there.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let folder = Folder::of_texts(path)
            .map_err(|why| why.hint("name the folder of the corpus: `gainsay corpus DIR`"))?;
        Ok(CorpusFolder { folder, path: path.to_owned(), shown: path.display().to_string() })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The names of the TOML files that stand directly in it, in order.
    pub(crate) fn tables(&self) -> Vec<String> {
        let walked = self.folder.walk(Path::new(""), Wanted::Toml);
        let names = walked.files.iter().filter(|path| path.components().count() == 1);
        names.filter_map(|path| path.to_str().map(str::to_owned)).collect()
    }

    /// Whether something stands at a path below it.
    pub(crate) fn has(&self, below: &str) -> bool {
        self.folder.has(below)
    }

    /// The text of a file below it.
    ///
    /// # Errors
    /// It is not there, lies elsewhere, is too large or no UTF-8.
    pub(crate) fn text(&self, below: &str) -> Result<String, Error> {
        let path = self.path.join(below);
        let unreadable =
            |why: String| Error::new(ErrorKind::Unreadable, format!("`{}` {why}", path.display())).at(&path);
        let bytes =
            self.folder.read(Path::new(below), Most::Text).map_err(|why| unreadable(why.to_string()))?;
        String::from_utf8(bytes).map_err(|_| unreadable("is not UTF-8".to_owned()))
    }
}
