//! The marks of a draft as they are gathered: so many, and no more.

use std::ops::Range;

use super::draft::{Mark, MarkKind};
use crate::capture::html::{Hanging, Hung};

/// So many bytes are kept of all notes together, each as often as it is referred to.
const MOST_BYTES: usize = 16 << 20;

/// So many notes and comments are read of one draft.
const MOST_NOTES: usize = 50_000;

/// # Errors
/// A draft has more notes and comments than are read.
pub(super) fn check_count(notes: usize) -> Result<(), String> {
    let why = || format!("it has more than {MOST_NOTES} notes and comments");
    if notes > MOST_NOTES { Err(why()) } else { Ok(()) }
}

/// The marks that were met.
#[derive(Default)]
pub(super) struct Marks {
    all: Vec<Mark>,
    bytes: usize,
}

impl Marks {
    /// Adds a mark, if it says anything.
    ///
    /// # Errors
    /// Together they say more than is kept.
    pub(super) fn add(&mut self, kind: MarkKind, at: Range<usize>, note: &str) -> Result<(), String> {
        if note.is_empty() {
            return Ok(());
        }
        self.bytes += note.len();
        if self.bytes > MOST_BYTES {
            return Err(format!("its marks say more than {} MB together", MOST_BYTES >> 20));
        }
        self.all.push(Mark { at, note: note.to_owned(), kind });
        Ok(())
    }

    /// Adds what hangs on words of a page; what another format set there is its own to read.
    ///
    /// # Errors
    /// As [`Self::add`].
    pub(super) fn hang(&mut self, hanging: Hanging) -> Result<(), String> {
        match hanging.hung {
            Hung::Claim(claim) => self.add(MarkKind::Attribute, hanging.at, &claim),
            Hung::Link(address) => self.add(MarkKind::Link, hanging.at, &address),
            Hung::Note(note) => self.add(MarkKind::Footnote, hanging.at, &note),
            Hung::Set(_) => Ok(()),
        }
    }

    /// All of them, in the order of their places.
    pub(super) fn in_order(self) -> Vec<Mark> {
        let mut all = self.all;
        all.sort_by_key(|mark| (mark.at.start, mark.at.end));
        all
    }
}
