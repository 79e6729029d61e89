//! Where is written: whether anything stands there, and who else writes.

use std::fs;
use std::fs::File;
use std::path::Path;

use crate::error::Error;

/// Whether anything stands at a path, a link that leads nowhere included.
pub(in crate::cli) fn stands(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether two paths lead to the same thing, and something stands there.
pub(in crate::cli) fn is_same(path: &Path, other: &Path) -> bool {
    fs::canonicalize(path).is_ok_and(|path| fs::canonicalize(other).is_ok_and(|other| path == other))
}

/// Makes a folder that the user named, and those above it.
///
/// # Errors
/// It cannot be made.
pub(in crate::cli) fn make_folder(path: &Path) -> Result<(), Error> {
    fs::create_dir_all(path).map_err(|why| Error::io("make", path, why))
}

/// The dossier's folder held against other runs that write, for as long as this is kept; `None` where folders cannot be.
pub(super) fn alone(root: &Path) -> Option<File> {
    let folder = File::open(root).ok()?;
    folder.lock().ok()?;
    Some(folder)
}
