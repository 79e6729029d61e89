//! Files of a dossier and places in them.

use std::ops::Range;
use std::sync::OnceLock;

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
    /// By file.
    counted: Vec<OnceLock<Counted>>,
}

/// So many bytes are counted at once: a line may be as long as its file.
const STEP: usize = 1024;

/// What is counted of a file once.
struct Counted {
    /// The offsets of its line breaks.
    breaks: Vec<usize>,
    /// How many characters begin before each [`STEP`].
    characters: Vec<usize>,
}

impl Counted {
    fn new(text: &str) -> Self {
        let mut counted =
            Counted { breaks: memchr::memchr_iter(b'\n', text.as_bytes()).collect(), characters: vec![0] };
        let mut before = 0;
        for step in text.as_bytes().chunks(STEP) {
            before += beginning(step);
            counted.characters.push(before);
        }
        counted
    }

    /// How many characters begin before an offset.
    fn before(&self, text: &str, offset: usize) -> usize {
        let step = offset / STEP;
        self.characters[step] + beginning(&text.as_bytes()[step * STEP..offset])
    }
}

/// How many characters begin in some bytes of UTF-8.
fn beginning(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

impl<'a> Lines<'a> {
    pub(crate) fn new(files: &'a Files) -> Self {
        Lines { files, counted: files.0.iter().map(|_| OnceLock::new()).collect() }
    }

    pub(crate) fn files(&self) -> &'a Files {
        self.files
    }

    /// As [`Files::line_column`].
    pub(crate) fn line_column(&self, spot: Spot) -> (usize, usize) {
        let text = &self.files.get(spot.file).text;
        let counted = self.counted[spot.file.0 as usize].get_or_init(|| Counted::new(text));
        let offset = text.floor_char_boundary((spot.start as usize).min(text.len()));
        let above = counted.breaks.partition_point(|at| *at < offset);
        let start = above.checked_sub(1).map_or(0, |last| counted.breaks[last] + 1);
        // A byte order mark has no column.
        let mark = usize::from(start == 0 && offset > 0 && text.starts_with('\u{FEFF}'));
        (above + 1, counted.before(text, offset) - counted.before(text, start) - mark + 1)
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
        let long = "é\u{FEFF}".repeat(STEP / 2);
        for text in ["\u{FEFF}one\ntwo é\n\nthree", &format!("{long}\n{long}"), ""] {
            let end = text.len();
            let files = Files(vec![File { path: "a".to_owned(), text: text.to_owned() }]);
            let lines = Lines::new(&files);
            for start in 0..=end + 1 {
                let spot = Spot::new(FileId(0), &(start..start));
                assert_eq!(lines.line_column(spot), files.line_column(spot), "offset {start}");
            }
        }
    }
}
