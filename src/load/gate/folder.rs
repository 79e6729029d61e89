//! A folder that nothing is read from beyond: links are resolved before a file is opened.

use std::ffi::OsStr;
use std::fs::{self, File, FileType};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use super::direct;
use super::most::Most;
use super::recorder::Recorder;
use super::refused::Refused;
use crate::error::Error;

/// A folder that nothing is read from beyond.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    /// With no link in it.
    pub(super) root: PathBuf,
    pub(super) links: Links,
    /// What is met below it is written down here.
    pub(super) recorder: Recorder,
}

/// Where links may lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Links {
    /// To what is not hidden: a dossier lies beside `.git`.
    Shown,
    /// Anywhere below the folder.
    Below,
}

impl Folder {
    /// The folder of a dossier.
    ///
    /// # Errors
    /// It is not there.
    pub(crate) fn of_dossier(path: &Path) -> Result<Self, Error> {
        Folder::at(path, Links::Shown)
    }

    /// A folder that was named on the command line.
    ///
    /// # Errors
    /// It is not there.
    pub(crate) fn of_texts(path: &Path) -> Result<Self, Error> {
        Folder::at(path, Links::Below)
    }

    fn at(path: &Path, links: Links) -> Result<Self, Error> {
        let root = fs::canonicalize(path).map_err(|why| Error::io("read", path, why))?;
        Ok(Folder { root, links, recorder: Recorder::default() })
    }

    /// The folder, of which it is written down what is met below it.
    pub(crate) fn recorded(self, recorder: &Recorder) -> Self {
        Folder { recorder: recorder.clone(), ..self }
    }

    /// The bytes of a file, by its path below the folder.
    ///
    /// # Errors
    /// It is not there, leads elsewhere, is no regular file or too large.
    pub(crate) fn read(&self, below: &Path, most: Most) -> Result<Vec<u8>, Refused> {
        self.read_at(below, most).map(|(_, bytes)| bytes)
    }

    /// As [`Folder::read`], with where the file is, with no link in it.
    ///
    /// # Errors
    /// As there.
    pub(crate) fn read_at(&self, below: &Path, most: Most) -> Result<(PathBuf, Vec<u8>), Refused> {
        let read = self.read_as_told(below, most);
        if read.as_ref().is_err_and(|why| !matches!(why, Refused::TooLarge(_))) {
            self.recorder.refused(&self.root.join(below));
        }
        read
    }

    fn read_as_told(&self, below: &Path, most: Most) -> Result<(PathBuf, Vec<u8>), Refused> {
        let (full, file) = match direct::open(&self.root, below) {
            Some(opened) => opened,
            None => self.opened(below, most)?,
        };
        // What was opened may not be what was asked about.
        let told = file.metadata()?;
        regular(told.file_type())?;
        // What is too large already is not read up to there.
        if told.len() > most.bytes() {
            self.recorder.file(&self.root, &full, &told, None);
            return Err(Refused::TooLarge(most));
        }
        let read = bounded(file, most, told.len());
        match &read {
            Ok(bytes) => self.recorder.file(&self.root, &full, &told, Some(bytes)),
            Err(_) => self.recorder.give_up(),
        }
        read.map(|bytes| (full, bytes))
    }

    /// A file, links on its way resolved first, and where it is.
    ///
    /// # Errors
    /// It is not there, leads elsewhere or is no regular file.
    fn opened(&self, below: &Path, most: Most) -> Result<(PathBuf, File), Refused> {
        let full = self.resolved(below)?;
        if full != self.root.join(below) {
            self.recorder.give_up();
        }
        if most != Most::Text && full.extension() != below.extension() {
            return Err(Refused::OtherKind);
        }
        let told = fs::metadata(&full)?;
        regular(told.file_type())?;
        let file = File::open(&full)?;
        Ok((full, file))
    }

    /// The bytes of a file that was read before. Where its path leads is not found out again: what is there counts only where it
    /// is what was read, which whoever asks has to see.
    ///
    /// # Errors
    /// It is no longer there, is no regular file or too large.
    pub(in crate::load) fn read_again(&self, below: &Path, most: Most) -> Result<Vec<u8>, Refused> {
        let full = self.root.join(below);
        regular(fs::metadata(&full)?.file_type())?;
        let file = File::open(full)?;
        let told = file.metadata()?;
        regular(told.file_type())?;
        bounded(file, most, told.len())
    }

    /// The bytes of what a path below the folder leads to, as the system tells them; none where it tells nothing.
    pub(in crate::load) fn size(&self, below: &Path) -> u64 {
        fs::metadata(self.root.join(below)).map_or(0, |told| told.len())
    }

    /// Whether anything stands at a path below the folder, a link that leads nowhere included.
    pub(crate) fn has(&self, below: impl AsRef<Path>) -> bool {
        let full = self.root.join(below);
        let told = fs::symlink_metadata(&full);
        self.recorder.asked(&full, &told);
        told.is_ok()
    }

    /// Where a file or a folder is to be written that has a path below the folder, with no link in it.
    ///
    /// # Errors
    /// The path leads elsewhere, or to a file of another name; it is no regular file.
    pub(crate) fn full(&self, below: &Path) -> Result<PathBuf, Refused> {
        if !self.has(below) {
            let above = below.parent().unwrap_or(Path::new(""));
            let name = below.file_name().ok_or(Refused::Outside)?;
            return Ok(self.resolved(above)?.join(name));
        }
        let full = self.resolved(below)?;
        if full.file_name() != below.file_name() {
            return Err(Refused::OtherKind);
        }
        regular(fs::metadata(&full)?.file_type())?;
        Ok(full)
    }

    /// Where a path below the folder leads.
    pub(in crate::load) fn resolved(&self, below: &Path) -> Result<PathBuf, Refused> {
        if !is_below(below) {
            return Err(Refused::Outside);
        }
        let full = fs::canonicalize(self.root.join(below))?;
        let inside = full.strip_prefix(&self.root).map_err(|_| Refused::Outside)?;
        let is_asked_for = |name: &OsStr| below.iter().any(|asked| asked == name);
        let is_led_to = |name: &OsStr| is_hidden(name) && !is_asked_for(name);
        if self.links == Links::Shown && inside.iter().any(is_led_to) {
            return Err(Refused::Hidden);
        }
        Ok(full)
    }
}

/// Whether a path, as it is written, stays below the folder that it starts from.
pub(crate) fn is_below(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

pub(super) fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

/// All bytes, where they are not too many; there are likely as many as told.
///
/// # Errors
/// They cannot be read, or are too many.
pub(super) fn bounded(input: impl Read, most: Most, likely: u64) -> Result<Vec<u8>, Refused> {
    // One more than there are, so that their end is met without more room.
    let mut bytes = Vec::with_capacity(usize::try_from(likely.min(most.bytes())).unwrap_or_default() + 1);
    input.take(most.bytes() + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most.bytes() { Err(Refused::TooLarge(most)) } else { Ok(bytes) }
}

/// # Errors
/// It is no regular file: what it is.
pub(super) fn regular(kind: FileType) -> Result<(), Refused> {
    if kind.is_file() { Ok(()) } else { Err(Refused::NoFile(said(kind))) }
}

/// What stands there that is no regular file.
pub(super) fn said(kind: FileType) -> &'static str {
    if kind.is_dir() { "a folder" } else { special(kind) }
}

#[cfg(unix)]
fn special(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt as _;
    match () {
        () if kind.is_fifo() => "a FIFO",
        () if kind.is_socket() => "a socket",
        () => "a device",
    }
}

#[cfg(not(unix))]
fn special(_: FileType) -> &'static str {
    "a device"
}
