//! Whether a dossier is small, told by its folders alone.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder holds little where there are no more entries than these below it.
const ENTRIES: usize = 200;
/// Nor more bytes.
const BYTES: u64 = 512 << 10;

/// Whether little lies below some folders of a dossier. It is counted no further than is needed to tell; what cannot be read is none.
pub(crate) fn is_light(root: &Path, folders: &[&str]) -> bool {
    let mut folders: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let (mut entries, mut bytes) = (0, 0);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let Ok(told) = entry.metadata() else { continue };
            entries += 1;
            match told.is_dir() {
                true => folders.push(entry.path()),
                false => bytes += told.len(),
            }
            if entries > ENTRIES || bytes > BYTES {
                return false;
            }
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_files_are_not_light_nor_is_a_large_one() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("a/b");
        fs::create_dir_all(&below).unwrap();
        assert!(is_light(folder.path(), &["a", "c"]));
        fs::write(below.join("large"), vec![0; BYTES as usize + 1]).unwrap();
        assert!(!is_light(folder.path(), &["a", "c"]));
        fs::remove_file(below.join("large")).unwrap();
        for n in 0..=ENTRIES {
            fs::write(below.join(n.to_string()), "").unwrap();
        }
        assert!(!is_light(folder.path(), &["c", "a"]));
        assert!(is_light(folder.path(), &["c"]));
    }
}
