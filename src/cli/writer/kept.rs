//! Answers that are kept for other runs: each written beside the place that it takes, and the oldest taken away.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::temporary::{Temporary, entries, is_temporary};

/// How the name of an answer ends, behind its key.
pub(in crate::cli) const KEPT: &str = ".answer";

/// So many answers are kept.
const MOST: usize = 64;

/// So many bytes of answers are kept.
const MOST_BYTES: u64 = 256 << 20;

/// Keeps an answer in a folder, which is made where there is none; nobody else may read either.
///
/// # Errors
/// The folder or the disk takes nothing.
pub(in crate::cli) fn keep(folder: &Path, key: &str, bytes: &[u8]) -> io::Result<()> {
    make(folder)?;
    let temporary = Temporary::own(folder, bytes)?;
    fs::rename(&temporary.0, folder.join(format!("{key}{KEPT}")))?;
    clear_old(folder);
    Ok(())
}

#[cfg(unix)]
fn make(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Takes the oldest away of what runs have kept, or left behind when they were killed.
fn clear_old(folder: &Path) {
    let mut all: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
    for entry in entries(folder).filter(|entry| entry.file_name().to_str().is_some_and(is_ours)) {
        if let Ok(told) = entry.metadata().and_then(|told| Ok((told.modified()?, told.len()))) {
            all.push((told.0, told.1, entry.path()));
        }
    }
    all.sort_unstable_by(|a, b| b.cmp(a));
    let mut bytes = 0;
    for (at, (_, size, path)) in all.iter().enumerate() {
        bytes += size;
        if at >= MOST || bytes > MOST_BYTES {
            let _ = fs::remove_file(path);
        }
    }
}

/// Whether a file is one of those that are written here: a folder that a user names may hold others.
fn is_ours(name: &str) -> bool {
    let is_key = |key: &str| key.len() == 64 && key.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.strip_suffix(KEPT).is_some_and(is_key) || is_temporary(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_are_kept_and_no_file_of_others_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("notes.answer"), "mine").unwrap();
        let name = |n: u64| format!("{n:064x}");
        for n in 0..70 {
            keep(folder.path(), &name(n), b"x").unwrap();
            let file = fs::File::options().write(true).open(folder.path().join(name(n) + KEPT)).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(n)).unwrap();
        }
        keep(folder.path(), &name(70), b"x").unwrap();
        let stands = |n: u64| folder.path().join(name(n) + KEPT).exists();
        let standing: Vec<u64> = (0..=70).filter(|n| stands(*n)).collect();
        assert_eq!(standing, (7..=70).collect::<Vec<_>>());
        assert!(folder.path().join("notes.answer").exists());
        assert_eq!(entries(folder.path()).count(), 65, "and nothing else is left");
    }

    #[test]
    fn no_more_bytes_are_kept_than_are_said() {
        let folder = tempfile::tempdir().unwrap();
        let name = |n: u64| format!("{n:064x}");
        for n in 0..3 {
            let file = fs::File::create(folder.path().join(name(n) + KEPT)).unwrap();
            file.set_len(100 << 20).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(n)).unwrap();
        }
        keep(folder.path(), &name(3), b"x").unwrap();
        let standing: Vec<u64> = (0..=3).filter(|n| folder.path().join(name(*n) + KEPT).exists()).collect();
        assert_eq!(standing, [1, 2, 3]);
    }
}
