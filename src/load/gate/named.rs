//! What a user names: a file that may lie anywhere, and standard input. Its size is bounded all the same.

use std::fs::{self, File};
use std::io::{self, BufRead, Read};
use std::path::Path;

use super::folder::bounded;
use super::most::Most;
use super::refused::Refused;
use crate::error::{Error, ErrorKind};

/// A file that a user names: anywhere, and of any kind, a pipe too; its size is bounded all the same.
///
/// # Errors
/// It is not there, cannot be read or is too large.
pub(crate) fn named(path: &Path) -> Result<Vec<u8>, Error> {
    let bytes = File::open(path).map_err(Refused::from).and_then(|file| {
        // A pipe tells of no length.
        let likely = file.metadata().map_or(0, |told| told.len());
        bounded(file, Most::Text, likely)
    });
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
    bounded(input, Most::Text, 0).map_err(|why| Error::stream("read", "standard input", why.into_io()))
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
