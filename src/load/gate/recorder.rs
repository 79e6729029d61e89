//! What a run has met of the disk, written down while it reads, so that another run can ask whether all of it is as it was.

use std::collections::HashSet;
use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::listing::hash_of;
use super::met::{Met, Numbered};
use super::numbers::{Begun, Numbers};
use crate::capture::sha256;

/// Writes down what a run meets, where anybody asked for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recorder(Option<Arc<Book>>);

#[derive(Debug)]
struct Book {
    begun: Begun,
    /// `None` where something was met that cannot be asked for again.
    notes: Mutex<Option<Notes>>,
}

#[derive(Debug, Default)]
struct Notes {
    met: Met,
    /// The folders above the files that were read: none of them is a link.
    above: HashSet<PathBuf>,
}

impl Recorder {
    /// One that writes down, for a run that began so long after 1970.
    pub(crate) fn begun(now: Duration) -> Self {
        let notes = Mutex::new(Some(Notes::default()));
        Recorder(Some(Arc::new(Book { begun: Begun::at(now), notes })))
    }

    /// Whether it writes down what a run meets.
    pub(crate) fn writes(&self) -> bool {
        self.0.is_some()
    }

    /// One that writes down by itself, for a run that began when this one did.
    pub(crate) fn another(&self) -> Self {
        let of = |book: &Arc<Book>| {
            Arc::new(Book { begun: book.begun, notes: Mutex::new(Some(Notes::default())) })
        };
        Recorder(self.0.as_ref().map(of))
    }

    /// All that was met; `None` where some of it cannot be asked for again.
    pub(crate) fn met(&self) -> Option<Met> {
        let notes = self.0.as_ref()?.notes.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        notes.met.with_ways(notes.above)
    }

    /// Something was met that cannot be asked for again: a link, what is refused, a name that is no text.
    pub(super) fn give_up(&self) {
        self.note(|_| None);
    }

    fn note(&self, write: impl FnOnce(&mut Notes) -> Option<()>) {
        let Some(book) = &self.0 else { return };
        let mut notes = book.notes.lock().unwrap_or_else(PoisonError::into_inner);
        if notes.as_mut().and_then(write).is_none() {
            *notes = None;
        }
    }

    /// What is told of a file or folder before it is looked into.
    pub(super) fn told(&self, full: &Path) -> Option<Metadata> {
        self.0.as_ref().and_then(|_| fs::symlink_metadata(full).ok())
    }

    /// A file below a folder, what was told of it once it was open, and what was then read of it; `None` where its size
    /// alone mattered.
    pub(super) fn file(&self, root: &Path, full: &Path, told: &Metadata, bytes: Option<&[u8]>) {
        let Some(book) = &self.0 else { return };
        let file = Numbers::of(told).and_then(|numbers| {
            // What may change yet without another number is known by its bytes.
            let hash = match numbers.are_settled(book.begun) {
                true => None,
                false => Some(sha256(bytes?)),
            };
            Some(Numbered(full.to_str()?.to_owned(), numbers, hash))
        });
        self.note(|notes| {
            notes.met.files.push(file?);
            let above = full.ancestors().skip(1).take_while(|above| *above != root);
            for folder in above {
                if notes.above.contains(folder) {
                    break;
                }
                notes.above.insert(folder.to_owned());
            }
            Some(())
        });
    }

    /// A folder, what was told of it before it was listed, and what stood in it, in the order of the names.
    pub(super) fn folder(&self, full: &Path, told: Option<Metadata>, entries: &[DirEntry]) {
        let Some(book) = &self.0 else { return };
        let folder = told.as_ref().and_then(Numbers::of).and_then(|numbers| {
            let hash = match numbers.are_settled(book.begun) {
                true => None,
                false => Some(hash_of(entries).ok()?),
            };
            Some(Numbered(full.to_str()?.to_owned(), numbers, hash))
        });
        self.note(|notes| {
            notes.met.folders.push(folder?);
            Some(())
        });
    }

    /// A path at which something stood, or nothing.
    pub(super) fn asked(&self, full: &Path, told: &io::Result<Metadata>) {
        self.note(|notes| {
            let path = full.to_str()?.to_owned();
            match told {
                Ok(_) => notes.met.stood.push(path),
                Err(why) if why.kind() == io::ErrorKind::NotFound => notes.met.absent.push(path),
                Err(_) => return None,
            }
            Some(())
        });
    }

    /// A path that was refused, and what stood there: what is not there may be asked for again.
    pub(super) fn refused(&self, full: &Path) {
        if self.0.is_none() {
            return;
        }
        match fs::symlink_metadata(full) {
            Ok(_) => self.give_up(),
            told => self.asked(full, &told),
        }
    }
}
