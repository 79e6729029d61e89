//! Opening what has no link on its way in one step, where the system can: nobody asks folder by folder where the way leads,
//! and no link is followed that somebody lays meanwhile.

use std::fs::File;
use std::path::{Component, Path, PathBuf};

/// A file below a folder that has no link in its path, once it is known to be regular, and where it is; `None` where that
/// has to be found out step by step, whatever the reason.
#[cfg(target_os = "linux")]
pub(super) fn open(root: &Path, below: &Path) -> Option<(PathBuf, File)> {
    use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, openat2};
    let full = plain(root, below)?;
    // The kind is asked before a file is opened: of a link it is that of no file.
    std::fs::symlink_metadata(&full).ok().filter(|told| told.is_file())?;
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOCTTY;
    let opened = openat2(CWD, &full, flags, Mode::empty(), ResolveFlags::NO_SYMLINKS).ok()?;
    Some((full, File::from(opened)))
}

/// Other systems have no such step.
#[cfg(not(target_os = "linux"))]
pub(super) fn open(_: &Path, _: &Path) -> Option<(PathBuf, File)> {
    None
}

/// Where a path below a folder leads if there is no link on its way; `None` of one that is written in any other way than
/// names and the slashes between them.
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "for the step that others lack"))]
fn plain(root: &Path, below: &Path) -> Option<PathBuf> {
    let names = below.components().all(|part| matches!(part, Component::Normal(_)));
    let full: PathBuf = root.components().chain(below.components()).collect();
    let written = full.as_os_str().as_encoded_bytes();
    (names && written.ends_with(below.as_os_str().as_encoded_bytes())).then_some(full)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_the_slashes_between_them_are_plain() {
        let root = Path::new("/d");
        assert_eq!(plain(root, Path::new("a/b.toml")), Some(PathBuf::from("/d/a/b.toml")));
        for below in ["./a", "a/./b", "a//b", "a/", "../d/a", "/d/a", "a/../a"] {
            assert_eq!(plain(root, Path::new(below)), None, "{below}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_has_a_link_on_its_way_or_is_no_file_is_not_opened_in_one_step() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let root = std::fs::canonicalize(folder.path()).expect("it is there");
        std::fs::create_dir(root.join("in")).expect("it can be made");
        std::fs::write(root.join("in/a.toml"), "a").expect("it can be written");
        symlink("in", root.join("folder")).expect("it can be laid");
        symlink("a.toml", root.join("in/link.toml")).expect("it can be laid");
        symlink(&root, root.join("in/root")).expect("it can be laid");
        for below in
            ["in", "in/link.toml", "folder/a.toml", "in/root/in/a.toml", "in/none.toml", "none/a.toml"]
        {
            assert!(open(&root, Path::new(below)).is_none(), "{below}");
        }
        // A folder that is reached by a link is not the one that files lie below.
        assert!(open(&root.join("folder"), Path::new("a.toml")).is_none());
        // Where the system has no such step, none is taken.
        let opened = open(&root, Path::new("in/a.toml"));
        assert!(opened.is_none_or(|(full, _)| full == root.join("in/a.toml")));
    }
}
