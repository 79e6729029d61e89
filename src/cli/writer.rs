//! The one writer: what stood there stays until all that is new has been written beside it, and no link leads it elsewhere.

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
mod at_once;
#[cfg(unix)]
mod deferred;

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind as Kind, Write as _};
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind};
use crate::load::gate::{Folder, Refused};

/// What becomes of a file that stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Replaced,
    /// It stays, and nothing at all is written.
    Kept,
}

/// How the names of temporary files begin and end. They are hidden: nothing of a dossier is.
const TEMPORARY: (&str, &str) = (".gainsay-", ".tmp");

/// Writes files below a folder, with folders as they are needed: all of them, or none.
///
/// # Errors
/// A path that leads out of the folder, what is no file there, a file that is to be kept, a folder or a disk that takes nothing.
pub(super) fn write(root: &Path, files: &[(&str, &str)], standing: Standing) -> Result<(), Error> {
    let folder = Folder::of_dossier(root)?;
    let alone = alone(root);
    #[cfg(unix)]
    let _deferred = deferred::signals().map_err(|why| Error::io("write", root, why))?;
    let mut targets = Vec::new();
    for (path, _) in files {
        let full = root.join(path);
        targets.push((target(&folder, Path::new(path), &full)?, full));
    }
    let folders: BTreeSet<PathBuf> =
        targets.iter().filter_map(|(it, _)| it.parent().map(Path::to_owned)).collect();
    if alone.is_some() {
        // What is put at once is gathered beside its folder.
        clear(root);
        folders.iter().for_each(|folder| clear(folder));
    }
    let mut waiting = Vec::new();
    for ((target, full), (_, text)) in targets.into_iter().zip(files) {
        let temporary = Temporary::new(&target, text).map_err(|why| Error::io("write", &full, why))?;
        waiting.push(Waiting { temporary, target, full });
    }
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    if standing == Standing::Replaced && at_once::put(root, &waiting).is_ok() {
        return Ok(());
    }
    for Waiting { temporary, target, full } in &waiting {
        let put = match standing {
            Standing::Replaced => fs::rename(&temporary.0, target),
            Standing::Kept => put_new(&temporary.0, target),
        };
        put.map_err(|why| Error::io("write", full, why))?;
    }
    folders.iter().try_for_each(|folder| sync(folder).map_err(|why| Error::io("write", folder, why)))
}

/// Whether anything stands at a path, a link that leads nowhere included.
pub(super) fn stands(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Makes a folder that the user named, and those above it.
///
/// # Errors
/// It cannot be made.
pub(super) fn make_folder(path: &Path) -> Result<(), Error> {
    fs::create_dir_all(path).map_err(|why| Error::io("make", path, why))
}

/// Where a file is to be put; the folders that it needs are made.
fn target(folder: &Folder, path: &Path, full: &Path) -> Result<PathBuf, Error> {
    let needed: Vec<&Path> = path.ancestors().skip(1).filter(|above| !above.as_os_str().is_empty()).collect();
    for above in needed.into_iter().rev() {
        if !folder.has(above) {
            let made = folder.full(above).and_then(|made| Ok(fs::create_dir(made)?));
            // Another run may have been faster.
            match made {
                Err(Refused::Io(why)) if why.kind() != Kind::AlreadyExists => {
                    return Err(Error::io("make", full.parent().unwrap_or(full), why));
                }
                _ => {}
            }
        }
    }
    folder.full(path).map_err(|why| match why {
        Refused::Io(why) => Error::io("write", full, why),
        why => {
            let error =
                Error::new(ErrorKind::Refused, format!("`{}` is not written: it {why}", full.display()));
            error.at(full).hint("take away what stands in the way; nothing has been written")
        }
    })
}

/// The dossier's folder held against other runs that write, for as long as this is kept; `None` where folders cannot be.
fn alone(root: &Path) -> Option<File> {
    let folder = File::open(root).ok()?;
    folder.lock().ok()?;
    Some(folder)
}

/// Takes away what runs left that were killed: nobody else writes now.
fn clear(folder: &Path) {
    let is_left = |name: &str| name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1);
    for entry in entries(folder).filter(|entry| entry.file_name().to_str().is_some_and(is_left)) {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => clear_away(&entry.path()),
            _ => drop(fs::remove_file(entry.path())),
        }
    }
}

/// Takes away a folder with its files; one that holds folders stays.
fn clear_away(folder: &Path) {
    entries(folder).for_each(|entry| drop(fs::remove_file(entry.path())));
    let _ = fs::remove_dir(folder);
}

fn entries(folder: &Path) -> impl Iterator<Item = fs::DirEntry> {
    fs::read_dir(folder).into_iter().flatten().flatten()
}

/// A file that is written and has yet to take its place.
struct Waiting {
    temporary: Temporary,
    /// With no link in it.
    target: PathBuf,
    /// As it is told.
    full: PathBuf,
}

/// A file that was written beside the one whose place it is to take; it goes where it does not come to that.
struct Temporary(PathBuf);

impl Temporary {
    fn new(target: &Path, text: &str) -> io::Result<Self> {
        let old = match fs::metadata(target) {
            // What may not be written to stays, though its folder would let it be replaced.
            Ok(told) => OpenOptions::new().write(true).open(target).map(|_| Some(told.permissions()))?,
            Err(_) => None,
        };
        let (temporary, mut file) = Temporary::create(target.parent().unwrap_or(target))?;
        file.write_all(text.as_bytes())?;
        if let Some(old) = old {
            fs::set_permissions(&temporary.0, old)?;
        }
        file.sync_all()?;
        Ok(temporary)
    }

    /// A new file: none that is there, and no link, is opened.
    fn create(beside: &Path) -> io::Result<(Self, File)> {
        let (path, file) =
            made_new(beside, |path| OpenOptions::new().write(true).create_new(true).open(path))?;
        Ok((Temporary(path), file))
    }
}

/// Makes what has a name that nothing had.
fn made_new<M>(beside: &Path, make: impl Fn(&Path) -> io::Result<M>) -> io::Result<(PathBuf, M)> {
    let mut number = 0_u32;
    loop {
        let name = format!("{}{}-{number}{}", TEMPORARY.0, std::process::id(), TEMPORARY.1);
        let path = beside.join(name);
        match make(&path) {
            Ok(made) => return Ok((path, made)),
            Err(why) if why.kind() == Kind::AlreadyExists && number < 1_000 => number += 1,
            Err(why) => return Err(why),
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// Puts a file where none stands.
fn put_new(temporary: &Path, target: &Path) -> io::Result<()> {
    match fs::hard_link(temporary, target) {
        Err(why) if why.kind() == Kind::AlreadyExists => Err(why),
        // Not every disk has links of this kind.
        Err(_) if !stands(target) => fs::rename(temporary, target),
        put => put,
    }
}

/// Has the disk keep what a folder now holds.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some disks have nothing to be asked for.
        Err(why) if matches!(why.kind(), Kind::InvalidInput | Kind::Unsupported) => Ok(()),
        synced => synced,
    }
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
