//! A text in English, with where each of its words stands in the one that it was made of.

use std::ops::Range;

/// What stands where nothing is to be read: a letter of no word.
pub(super) const UNREAD: &str = "\u{2BB}";

/// A text that is written piece by piece.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) text: String,
    pub(super) stretches: Vec<Stretch>,
}

/// Where a piece stands here, and where it stood.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub(super) here: Range<usize>,
    pub(super) there: Range<usize>,
    /// Whether each byte of it is one of the text as it was.
    pub(super) is_copy: bool,
}

impl Written {
    /// Writes what stood at some bytes, right behind what stands before it or parted from it by a space.
    pub(super) fn put(&mut self, text: &str, space: Space, there: Range<usize>) {
        if space == Space::Before && !self.text.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.stretches.push(Stretch { here: start..self.text.len(), there, is_copy: false });
    }

    /// Writes some bytes of a text as they are.
    pub(super) fn copy(&mut self, text: &str, there: Range<usize>) {
        let start = self.text.len();
        self.text.push_str(&text[there.clone()]);
        self.stretches.push(Stretch { here: start..self.text.len(), there, is_copy: true });
    }
}

/// Whether a space stands before a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    Before,
    None,
}
