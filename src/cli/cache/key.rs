//! What an answer is asked for by: the program, the question, where and when and by whom it is asked.

use std::fs;
use std::path::{Path, PathBuf};

use super::entry::FORM;
use crate::capture::sha256;
use crate::cli::output::Output;
use crate::cli::place;
use crate::cli::place::Place;

/// The SHA-256 of all that an answer hangs on beside the files; `None` where it cannot be told.
pub(super) fn key(asked: &str, archives: &[PathBuf], place: &Place, output: &Output) -> Option<String> {
    let root = place.root().ok()?;
    let full = |path: &PathBuf| fs::canonicalize(path).map_err(|why| why.kind());
    let program = (FORM, env!("CARGO_PKG_VERSION"), program()?);
    let folders = (&place.dossier, full(&root).ok()?, archives.iter().map(full).collect::<Vec<_>>());
    let shown = (place::base(&root), output.paint, output.width);
    let key = (program, asked, folders, shown, place::today(), user()?);
    Some(sha256(format!("{key:?}").as_bytes()))
}

/// Which build this is.
#[cfg(unix)]
fn program() -> Option<impl std::fmt::Debug> {
    use std::os::unix::fs::MetadataExt as _;
    let told = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let changed = (told.mtime(), told.mtime_nsec(), told.ctime(), told.ctime_nsec());
    Some((told.size(), changed, told.ino(), told.dev()))
}

/// Who asks: what one may read another may not.
#[cfg(unix)]
fn user() -> Option<impl std::fmt::Debug> {
    use rustix::process::{getegid, geteuid, getgroups};
    Some((geteuid(), getegid(), getgroups().ok()?))
}

#[cfg(not(unix))]
fn program() -> Option<()> {
    None
}

#[cfg(not(unix))]
fn user() -> Option<()> {
    None
}

/// A path with no link in it, however much of it is there.
pub(super) fn full(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let there = path.ancestors().find_map(|above| Some((above, fs::canonicalize(above).ok()?)))?;
    Some(there.1.join(path.strip_prefix(there.0).ok()?))
}
