//! Files of a dossier and places in them.

use std::cell::OnceCell;
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

/// Where the lines of the files begin, found when a file is first asked for: for whoever asks for very many places.
pub(crate) struct Lines<'a> {
    files: &'a Files,
    /// By file: the offsets of its line breaks.
    breaks: Vec<OnceCell<Vec<usize>>>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(files: &'a Files) -> Self {
        Lines { files, breaks: files.0.iter().map(|_| OnceCell::new()).collect() }
    }

    pub(crate) fn files(&self) -> &'a Files {
        self.files
    }

    /// As [`Files::line_column`].
    pub(crate) fn line_column(&self, spot: Spot) -> (usize, usize) {
        let text = &self.files.get(spot.file).text;
        let find = || memchr::memchr_iter(b'\n', text.as_bytes()).collect();
        let breaks = self.breaks[spot.file.0 as usize].get_or_init(find);
        let offset = (spot.start as usize).min(text.len());
        let above = breaks.partition_point(|at| *at < offset);
        let start = above.checked_sub(1).map_or(0, |last| breaks[last] + 1);
        let (line, column) = crate::text::line_column::line_column(&text[start..], offset - start);
        (above + line, column)
    }
}

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
        crate::text::line_column::line_column(&self.get(spot.file).text, spot.start as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_found_once_are_the_lines_that_are_counted() {
        let text = "\u{FEFF}one\ntwo é\n\nthree".to_owned();
        let end = text.len();
        let files = Files(vec![File { path: "a".to_owned(), text }]);
        let lines = Lines::new(&files);
        for start in 0..=end + 1 {
            let spot = Spot::new(FileId(0), &(start..start));
            assert_eq!(lines.line_column(spot), files.line_column(spot), "offset {start}");
        }
    }
}
