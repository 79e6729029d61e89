//! Files of a dossier and places in them.

use std::ops::Range;

/// A file that was read, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FileId(pub(crate) u32);

/// A run of bytes in a file of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Spot {
    pub(crate) file: FileId,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// A file as it was read: its path below the dossier, with `/`, and its text.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// All files of a dossier, by number, in the order of their paths.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files(pub(crate) Vec<File>);

impl Spot {
    pub(crate) fn new(file: FileId, at: &Range<usize>) -> Self {
        Spot { file, start: at.start as u32, end: at.end as u32 }
    }

    pub(crate) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Files {
    pub(crate) fn get(&self, id: FileId) -> &File {
        &self.0[id.0 as usize]
    }

    /// The line and column of a spot's first character, both from 1.
    pub(crate) fn line_column(&self, spot: Spot) -> (usize, usize) {
        super::place::line_column(&self.get(spot.file).text, spot.start as usize)
    }
}
