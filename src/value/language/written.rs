//! A text in English, with where each of its words stands in the one that it was made of.

use std::ops::Range;

/// What stands where nothing is to be read: a letter of no word.
pub(super) const UNREAD: &str = "\u{2BB}";

/// A text that is written piece by piece.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) text: String,
    /// Where each piece stands here, and where it stood.
    pub(super) pieces: Vec<(Range<usize>, Range<usize>)>,
}

impl Written {
    /// Writes what stood at some bytes, right behind what stands before it or parted from it by a space.
    pub(super) fn put(&mut self, text: &str, space: Space, from: Range<usize>) {
        if space == Space::Before && !self.text.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push((start..self.text.len(), from));
    }
}

/// Whether a space stands before a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    Before,
    None,
}
