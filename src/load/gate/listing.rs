//! What stands in a folder, as one hash.

use std::ffi::OsString;
use std::fs::{DirEntry, FileType};
use std::io;

use crate::capture::sha256;

/// The SHA-256 of what stands in a folder, by names and kinds.
///
/// # Errors
/// A kind that is not told.
pub(super) fn hash_of(entries: &[DirEntry]) -> io::Result<String> {
    let kind = |entry: &DirEntry| Ok((entry.file_name(), said(entry.file_type()?)));
    let listed: Vec<(OsString, &str)> = entries.iter().map(kind).collect::<io::Result<_>>()?;
    Ok(sha256(format!("{listed:?}").as_bytes()))
}

fn said(kind: FileType) -> &'static str {
    match () {
        () if kind.is_dir() => "folder",
        () if kind.is_file() => "file",
        () if kind.is_symlink() => "link",
        () => "other",
    }
}
