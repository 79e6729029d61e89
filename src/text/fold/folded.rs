//! A folded text, with a map back to the bytes of the original.

use std::ops::Range;

/// A text whose typography has been folded, and where each of its bytes came from.
///
/// Quotation marks have one shape, single and double ones, and no space on their inner side; apostrophes and dashes have
/// one each; every run of white space, line breaks included, is one space; hyphens and spaces that only a line break put
/// there, soft hyphens and invisible characters are gone; ligatures and wide letters are spelt out; letters and their
/// accents are composed, vowel signs and points left out, and letters for which papers have two forms have one. Case,
/// digits in any form, signs, decimal points and words are as they were: a minus sign may become a hyphen, and nothing else
/// becomes a sign or loses one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folded {
    pub(super) text: String,
    stretches: Vec<Stretch>,
    pub(super) breaks: Vec<Break>,
    pub(super) blank_lines: Vec<usize>,
    pub(super) reopened: Vec<usize>,
}

/// A run of folded text and the original it stands for; it lasts to the next stretch.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    folded: usize,
    original: usize,
    /// Bytes of the original that became this stretch as a whole; 0 where it maps byte by byte.
    whole: usize,
}

/// A place where a line ended at a hyphen or a dash, and more than one spelling is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Break {
    /// The offset in the folded text.
    pub(crate) at: usize,
    /// Whether the hyphen was taken out (`Colo-`, `nel`), rather than the line break alone (`COVID-`, `19`).
    pub(crate) joined: bool,
}

impl Folded {
    /// Nothing yet, with room for some bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Folded { text: String::with_capacity(bytes), ..Folded::default() }
    }

    /// Leaves nothing of it but its room.
    pub(crate) fn clear(&mut self) {
        let Folded { text, stretches, breaks, blank_lines, reopened } = self;
        text.clear();
        stretches.clear();
        breaks.clear();
        blank_lines.clear();
        reopened.clear();
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The line breaks within words, in order.
    pub(crate) fn breaks(&self) -> &[Break] {
        &self.breaks
    }

    /// The folded offsets of the spaces that stand for blank lines, in order.
    pub(crate) fn blank_lines(&self) -> &[usize] {
        &self.blank_lines
    }

    /// The folded offsets of quotation marks that only open a quotation again with its next paragraph, in order.
    pub(crate) fn reopened(&self) -> &[usize] {
        &self.reopened
    }

    /// The original bytes of a stretch of the folded text; `None` where it is empty, or where it begins or ends
    /// inside what was one character, such as a ligature.
    pub(crate) fn span(&self, folded: Range<usize>) -> Option<Range<usize>> {
        if folded.is_empty() {
            return None;
        }
        let (first, last) = (self.stretch(folded.start)?, self.stretch(folded.end - 1)?);
        let start = match first.whole {
            0 => first.original + (folded.start - first.folded),
            _ if folded.start == first.folded => first.original,
            _ => return None,
        };
        let end = match last.whole {
            0 => last.original + (folded.end - last.folded),
            whole if folded.end == self.end_of(last) => last.original + whole,
            _ => return None,
        };
        Some(start..end)
    }

    /// The original bytes of a stretch of the folded text, widened to whole characters; empty where it is.
    pub(crate) fn cover(&self, folded: Range<usize>) -> Range<usize> {
        if folded.is_empty() {
            return 0..0;
        }
        let mut wide = folded;
        if let Some(first) = self.stretch(wide.start).filter(|stretch| stretch.whole > 0) {
            wide.start = first.folded;
        }
        if let Some(last) = self.stretch(wide.end - 1).filter(|stretch| stretch.whole > 0) {
            wide.end = self.end_of(last);
        }
        self.span(wide).unwrap_or(0..0)
    }

    /// Where the stretch begins in this text that an offset of the original is in or before.
    pub(super) fn place(&self, original: usize) -> usize {
        let after = self.stretches.partition_point(|stretch| stretch.original <= original);
        let Some(stretch) = after.checked_sub(1).map(|last| self.stretches[last]) else { return 0 };
        match stretch.whole {
            0 => stretch.folded + (original - stretch.original),
            _ => stretch.folded,
        }
    }

    fn stretch(&self, folded: usize) -> Option<Stretch> {
        let after = self.stretches.partition_point(|stretch| stretch.folded <= folded);
        self.stretches.get(after.checked_sub(1)?).copied()
    }

    fn end_of(&self, stretch: Stretch) -> usize {
        let after = self.stretches.partition_point(|other| other.folded <= stretch.folded);
        self.stretches.get(after).map_or(self.text.len(), |next| next.folded)
    }

    /// Adds a part of the original as it is.
    pub(super) fn copy(&mut self, source: &str, at: Range<usize>) {
        self.map_byte_by_byte(at.start);
        self.text.push_str(&source[at]);
    }

    fn map_byte_by_byte(&mut self, original: usize) {
        let folded = self.text.len();
        let goes_on = self
            .stretches
            .last()
            .is_some_and(|last| last.whole == 0 && last.original + (folded - last.folded) == original);
        if !goes_on {
            self.stretches.push(Stretch { folded, original, whole: 0 });
        }
    }

    /// Adds what a part of the original folds to.
    pub(super) fn replace(&mut self, at: Range<usize>, with: &str) {
        if with.len() == 1 && at.len() == 1 {
            self.map_byte_by_byte(at.start);
        } else {
            self.stretches.push(Stretch { folded: self.text.len(), original: at.start, whole: at.len() });
        }
        self.text.push_str(with);
    }
}
