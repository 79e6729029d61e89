//! Several files of one folder put in their places in one step, so that at no moment old and new stand there together.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind as Kind};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};

use super::{Waiting, clear_away, made_new, sync};

/// A folder with so many files besides takes its new ones one by one.
const MOST_BESIDES: usize = 1_000;

/// Puts the files in their places together, or none of them.
///
/// The folder is exchanged for another that holds the new files and all else that the folder holds; gets the new files itself while it
/// is out of sight, and is exchanged back: it stays the folder that it was, for whoever stands in it.
///
/// # Errors
/// They are not of one folder below the root, it holds folders, or the disk cannot do it: nothing has changed.
pub(super) fn put(root: &Path, waiting: &[Waiting]) -> io::Result<()> {
    let root = fs::canonicalize(root)?;
    let folder = waiting.first().and_then(|it| it.target.parent()).ok_or(Kind::InvalidInput)?;
    let parent = folder.parent().filter(|parent| parent.starts_with(&root)).ok_or(Kind::InvalidInput)?;
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
    let is_new = |name: &OsStr| {
        waiting
            .iter()
            .any(|it| [&it.target, &it.temporary.0].iter().any(|path| path.file_name() == Some(name)))
    };
    for (number, entry) in fs::read_dir(folder)?.enumerate() {
        let entry = entry?;
        if number > MOST_BESIDES {
            return Err(Kind::InvalidInput.into());
        }
        if !is_new(&entry.file_name()) {
            fs::hard_link(entry.path(), aside.join(entry.file_name()))?;
        }
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
