//! The one gate through which files are opened: below a folder after links are resolved, regular files alone, up to a size.
//!
//! A dossier may come from a stranger. Nothing of it makes us open what lies elsewhere, wait for a FIFO or read without end.

#![expect(clippy::disallowed_methods, reason = "here files are opened, and nowhere else")]

mod refused;
#[cfg(all(test, unix))]
mod tests;
mod walk;

use std::ffi::OsStr;
use std::fs::{self, File, FileType};
use std::io::{self, BufRead, Read};
use std::path::{Component, Path, PathBuf};

use crate::error::{Error, ErrorKind};

pub(crate) use refused::Refused;
pub(crate) use walk::Wanted;

/// The most that is read of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Most {
    /// Of a file of the record.
    Record,
    /// Of a report that was written from it.
    Report,
    /// Of an archived text.
    Text,
}

impl Most {
    pub(crate) fn bytes(self) -> u64 {
        match self {
            Most::Record => 16 << 20,
            Most::Text | Most::Report => 256 << 20,
        }
    }

    fn said(self) -> &'static str {
        match self {
            Most::Record => "16 MB",
            Most::Text | Most::Report => "256 MB",
        }
    }
}

/// A folder that nothing is read from beyond.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    /// With no link in it.
    root: PathBuf,
    links: Links,
}

/// Where links may lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Links {
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
        Ok(Folder { root, links })
    }

    /// The bytes of a file, by its path below the folder.
    ///
    /// # Errors
    /// It is not there, leads elsewhere, is no regular file or too large.
    pub(crate) fn read(&self, below: &Path, most: Most) -> Result<Vec<u8>, Refused> {
        let full = self.resolved(below)?;
        if most != Most::Text && full.extension() != below.extension() {
            return Err(Refused::OtherKind);
        }
        let told = fs::metadata(&full)?;
        regular(told.file_type())?;
        let file = File::open(&full)?;
        // What was opened may not be what was asked about.
        let told = file.metadata()?;
        regular(told.file_type())?;
        // What is too large already is not read up to there.
        if told.len() > most.bytes() { Err(Refused::TooLarge(most)) } else { bounded(file, most) }
    }

    /// Whether anything stands at a path below the folder, a link that leads nowhere included.
    pub(crate) fn has(&self, below: impl AsRef<Path>) -> bool {
        fs::symlink_metadata(self.root.join(below)).is_ok()
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
    fn resolved(&self, below: &Path) -> Result<PathBuf, Refused> {
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

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

/// A file that a user names: anywhere, and of any kind, a pipe too; its size is bounded all the same.
///
/// # Errors
/// It is not there, cannot be read or is too large.
pub(crate) fn named(path: &Path) -> Result<Vec<u8>, Error> {
    let bytes = File::open(path).map_err(Refused::from).and_then(|file| bounded(file, Most::Text));
    bytes.map_err(|why| Error::io("read", path, why.into_io()))
}

/// Whether there is something at a path that a user names, other than a folder.
pub(crate) fn is_readable(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|told| !told.is_dir())
}

/// Whether a folder holds a regular file of that name; its bytes are not asked for.
pub(crate) fn holds(folder: &Path, name: &str) -> bool {
    fs::metadata(folder.join(name)).is_ok_and(|told| told.is_file())
}

/// Whether a path that a user names is a folder.
pub(crate) fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|told| told.is_dir())
}

/// All that standard input holds.
///
/// # Errors
/// It cannot be read, or is too large.
pub(crate) fn all_of(input: impl Read) -> Result<Vec<u8>, Error> {
    bounded(input, Most::Text).map_err(|why| Error::stream("read", "standard input", why.into_io()))
}

/// The next line of standard input without its end; `None` where there is no more.
///
/// # Errors
/// It cannot be read, is too long, or is not UTF-8.
pub(crate) fn next_line(input: &mut impl BufRead) -> Result<Option<String>, Error> {
    let told = |why| Error::stream("read", "standard input", why);
    let mut line = Vec::new();
    let most = Most::Record;
    input.take(most.bytes() + 1).read_until(b'\n', &mut line).map_err(told)?;
    if line.len() as u64 > most.bytes() {
        let message = format!("a line of standard input is longer than {}", most.said());
        return Err(Error::new(ErrorKind::Unreadable, message));
    }
    if line.is_empty() {
        return Ok(None);
    }
    let kept = line.strip_suffix(b"\n").unwrap_or(&line);
    let kept = kept.strip_suffix(b"\r").unwrap_or(kept);
    String::from_utf8(kept.to_vec())
        .map(Some)
        .map_err(|why| told(io::Error::new(io::ErrorKind::InvalidData, why.utf8_error())))
}

/// All bytes, where they are not too many.
fn bounded(input: impl Read, most: Most) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    input.take(most.bytes() + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most.bytes() { Err(Refused::TooLarge(most)) } else { Ok(bytes) }
}

fn regular(kind: FileType) -> Result<(), Refused> {
    if kind.is_file() { Ok(()) } else { Err(Refused::NoFile(said(kind))) }
}

/// What stands there that is no regular file.
fn said(kind: FileType) -> &'static str {
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
