//! Several files of one folder put in their places in one step, so that at no moment old and new stand there together.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind as Kind};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};

use super::temporary::{Waiting, clear_away, made_new, sync};

/// A folder with so many files besides takes its new ones one by one.
const MOST_BESIDES: usize = 1_000;

/// Puts the files in their places together, or none of them. There is no link in the root's path.
///
/// The folder is exchanged for another that holds the new files and all else that the folder holds; gets the new files itself while it
/// is out of sight, and is exchanged back: it stays the folder that it was, for whoever stands in it.
///
/// # Errors
/// They are not of one folder below the root, it holds folders, or the disk cannot do it: nothing has changed.
pub(super) fn put(root: &Path, waiting: &[Waiting]) -> io::Result<()> {
    let folder = waiting.first().and_then(|it| it.target.parent()).ok_or(Kind::InvalidInput)?;
    let parent = folder.parent().filter(|parent| parent.starts_with(root)).ok_or(Kind::InvalidInput)?;
    if waiting.len() < 2 || waiting.iter().any(|it| it.target.parent() != Some(folder)) {
        return Err(Kind::InvalidInput.into());
    }
    let aside = Aside::new(parent, folder)?;
    link(folder, &aside.0, waiting)?;
    sync(&aside.0)?;
    exchange(folder, &aside.0)?;
    // From here on all that is seen is new, whatever fails.
    let _ = sync(parent).and_then(|()| give(&aside.0, waiting)).and_then(|()| exchange(folder, &aside.0));
    let _ = sync(parent);
    Ok(())
}

/// A folder beside another; what is left in it goes with it.
struct Aside(PathBuf);

impl Aside {
    fn new(parent: &Path, like: &Path) -> io::Result<Self> {
        let permissions = fs::metadata(like)?.permissions();
        let aside = Aside(made_new(parent, |path| fs::create_dir(path))?.0);
        fs::set_permissions(&aside.0, permissions)?;
        Ok(aside)
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        clear_away(&self.0);
    }
}

/// Gives a folder the new files, and what else another holds.
fn link(folder: &Path, aside: &Path, waiting: &[Waiting]) -> io::Result<()> {
    let new: BTreeSet<&OsStr> =
        waiting.iter().flat_map(|it| [name(&it.target), name(&it.temporary.0)]).collect();
    let mut besides = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if new.contains(entry.file_name().as_os_str()) {
            continue;
        }
        besides += 1;
        if besides > MOST_BESIDES {
            return Err(Kind::InvalidInput.into());
        }
        fs::hard_link(entry.path(), aside.join(entry.file_name()))?;
    }
    waiting.iter().try_for_each(|it| fs::hard_link(&it.temporary.0, aside.join(name(&it.target))))
}

/// Puts the new files in their places where the folder that they were written in stands now.
fn give(aside: &Path, waiting: &[Waiting]) -> io::Result<()> {
    let put = |it: &Waiting| fs::rename(aside.join(name(&it.temporary.0)), aside.join(name(&it.target)));
    waiting.iter().try_for_each(put)?;
    sync(aside)
}

fn name(path: &Path) -> &OsStr {
    path.file_name().unwrap_or_default()
}

fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{MetadataExt as _, symlink};

    use super::super::temporary::Temporary;
    use super::*;

    /// Two files that wait beside the places that they are to take.
    fn waiting(places: [&Path; 2]) -> Vec<Waiting> {
        let wait = |target: &Path| {
            let temporary = Temporary::new(target, b"new").unwrap();
            Waiting { temporary, target: target.to_owned(), full: target.to_owned() }
        };
        places.map(wait).into()
    }

    /// A root with a folder of two files.
    fn ground() -> (tempfile::TempDir, PathBuf) {
        let ground = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(ground.path()).unwrap();
        fs::create_dir(root.join("reports")).unwrap();
        for name in ["a", "b"] {
            fs::write(root.join("reports").join(name), "old").unwrap();
        }
        (ground, root)
    }

    /// What stands in a folder, with what is in it.
    fn standing(folder: &Path) -> Vec<(String, String)> {
        let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
        let told = |entry: fs::DirEntry| {
            (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap_or_default())
        };
        let mut told: Vec<_> = entries.map(told).collect();
        told.sort();
        told
    }

    #[test]
    fn the_folder_stays_the_same_with_all_else_that_it_holds() {
        let (_ground, root) = ground();
        let reports = root.join("reports");
        fs::write(reports.join("ours"), "ours").unwrap();
        symlink("nowhere", reports.join("link")).unwrap();
        let before = fs::metadata(&reports).unwrap().ino();
        put(&root, &waiting([&reports.join("a"), &reports.join("b")])).unwrap();
        let told = [("a", "new"), ("b", "new"), ("link", ""), ("ours", "ours")];
        assert_eq!(standing(&reports), told.map(|(name, text)| (name.to_owned(), text.to_owned())));
        assert_eq!(fs::metadata(&reports).unwrap().ino(), before);
        assert_eq!(fs::metadata(reports.join("ours")).unwrap().nlink(), 1);
        assert_eq!(standing(&root).len(), 1, "nothing is left beside it");
    }

    #[test]
    fn so_many_files_may_stand_there_besides() {
        for (besides, is_put) in [(MOST_BESIDES, true), (MOST_BESIDES + 1, false)] {
            let (_ground, root) = ground();
            let reports = root.join("reports");
            (0..besides).for_each(|number| fs::write(reports.join(format!("n{number}")), "").unwrap());
            let waiting = waiting([&reports.join("a"), &reports.join("b")]);
            assert_eq!(put(&root, &waiting).is_ok(), is_put, "{besides}");
            let text = if is_put { "new" } else { "old" };
            assert_eq!(fs::read_to_string(reports.join("b")).unwrap(), text);
            drop(waiting);
            assert_eq!(standing(&reports).len(), besides + 2);
        }
    }

    #[test]
    fn what_is_not_one_folder_of_files_below_the_root_stays_as_it_is() {
        let (_ground, root) = ground();
        let reports = root.join("reports");
        fs::write(root.join("a"), "old").unwrap();
        for (root, places) in [
            (&root, [&root.join("a"), &reports.join("b")]),
            (&reports, [&reports.join("a"), &reports.join("b")]),
        ] {
            assert!(put(root, &waiting([places[0], places[1]])).is_err());
        }
        fs::create_dir(reports.join("more")).unwrap();
        assert!(put(&root, &waiting([&reports.join("a"), &reports.join("b")])).is_err());
        let told = [("a", "old"), ("b", "old"), ("more", "")];
        assert_eq!(standing(&reports), told.map(|(name, text)| (name.to_owned(), text.to_owned())));
        assert_eq!(standing(&root).len(), 2, "nothing is left beside it");
    }
}
