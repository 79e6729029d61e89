//! Lines and columns of an offset, blank lines, and bytes that are not UTF-8 read without moving any offset.

use std::borrow::Cow;

/// Stands for a byte that is not UTF-8: SUBSTITUTE, one byte long, found in no text by chance.
const SUBSTITUTE: char = '\u{1A}';

/// The line and the column of a byte offset in `text`: both from 1, the column in characters.
///
/// Lines end at `\n`; a byte order mark has no column. An offset beyond the end, or inside a character, is that of
/// the place before it.
pub(crate) fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let offset = text.floor_char_boundary(offset.min(text.len()));
    let head = &text[..offset];
    let line_start = memchr::memrchr(b'\n', head.as_bytes()).map_or(0, |newline| newline + 1);
    let line = memchr::memchr_iter(b'\n', head.as_bytes()).count() + 1;
    let before = head[line_start..].strip_prefix('\u{FEFF}').unwrap_or(&head[line_start..]);
    (line, before.chars().count() + 1)
}

/// The lines and columns of many offsets of one text: asked in order, all of them cost one pass.
pub(crate) struct LineWalk<'t> {
    text: &'t str,
    /// Where it stands, and the line and the column there.
    at: usize,
    place: (usize, usize),
}

impl<'t> LineWalk<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        LineWalk { text, at: 0, place: (1, 1) }
    }

    /// As [`line_column`] has it.
    pub(crate) fn place(&mut self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let passed = self.text.get(self.at..offset).filter(|_| self.at > 0);
        self.place = match passed {
            Some(passed) if !passed.contains('\n') => (self.place.0, self.place.1 + passed.chars().count()),
            Some(passed) => {
                let (lines, column) = line_column(passed, passed.len());
                (self.place.0 + lines - 1, column)
            }
            None => line_column(self.text, offset),
        };
        self.at = offset;
        self.place
    }
}

/// `bytes` as text of the same length, in which every offset is the original's.
///
/// Each byte that is no part of UTF-8 becomes U+001A, which is one byte; no quote is found across it.
pub(crate) fn read_text(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| SUBSTITUTE));
    }
    Cow::Owned(text)
}

/// The first blank line, its line break before it included: where it begins and ends.
pub(crate) fn blank_line(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(newline) = memchr::memchr(b'\n', &text.as_bytes()[from..]).map(|at| from + at) {
        let rest = &text[newline + 1..];
        let blank = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
        if blank.starts_with('\n') {
            let end = text.len() - blank.trim_start().len();
            return Some((newline, end));
        }
        from = newline + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let text = "\u{FEFF}né\r\nzwei\n\nx";
        let place = |needle: char| line_column(text, text.find(needle).unwrap());
        assert_eq!(place('n'), (1, 1));
        assert_eq!(place('é'), (1, 2));
        assert_eq!(place('w'), (2, 2));
        assert_eq!(place('x'), (4, 1));
        assert_eq!(line_column(text, 999), (4, 2));
        assert_eq!(line_column("", 0), (1, 1));
    }

    #[test]
    fn broken_bytes_move_no_offset() {
        let bytes = b"\xFFabc \xE2\x80 end\xC3";
        let text = read_text(bytes);
        assert_eq!(text.len(), bytes.len());
        assert_eq!(text.find("end"), Some(8));
    }

    proptest! {
        #[test]
        fn a_walk_has_the_places_that_each_offset_has(text in "\u{FEFF}?[aé\r\n]{0,30}", offsets in proptest::collection::vec(0..40_usize, 0..12)) {
            let mut walk = LineWalk::new(&text);
            for offset in offsets {
                prop_assert_eq!(walk.place(offset), line_column(&text, offset), "{} of {:?}", offset, text);
            }
        }

        #[test]
        fn any_bytes_become_text_of_their_length(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            prop_assert_eq!(read_text(&bytes).len(), bytes.len());
        }
    }
}
