//! Files that are written beside the places that they are to take, and what killed runs left of them.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind as Kind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// How the names of temporary files begin and end. They are hidden: nothing of a dossier is.
const TEMPORARY: (&str, &str) = (".gainsay-", ".tmp");

/// The number in the next name of this run.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A file that is written and has yet to take its place.
pub(super) struct Waiting {
    pub(super) temporary: Temporary,
    /// With no link in it.
    pub(super) target: PathBuf,
    /// As it is told.
    pub(super) full: PathBuf,
}

/// A file that was written beside the one whose place it is to take; it goes where it does not come to that. It has no path
/// once it is there.
pub(super) struct Temporary(pub(super) PathBuf);

impl Temporary {
    pub(super) fn new(target: &Path, bytes: &[u8]) -> io::Result<Self> {
        let old = match fs::metadata(target) {
            // What may not be written to stays, though its folder would let it be replaced.
            Ok(told) => OpenOptions::new().write(true).open(target).map(|_| Some(told.permissions()))?,
            Err(_) => None,
        };
        let (temporary, mut file) = Temporary::create(target.parent().unwrap_or(target))?;
        file.write_all(bytes)?;
        if let Some(old) = old {
            fs::set_permissions(&temporary.0, old)?;
        }
        file.sync_all()?;
        Ok(temporary)
    }

    /// Puts it in its place.
    pub(super) fn put(mut self, target: &Path) -> io::Result<()> {
        fs::rename(&self.0, target)?;
        self.0 = PathBuf::new();
        Ok(())
    }

    /// A new file in a folder that nobody but this user reads.
    pub(super) fn own(folder: &Path, bytes: &[u8]) -> io::Result<Self> {
        let (path, mut file) = made_new(folder, |path| own(OpenOptions::new().write(true)).open(path))?;
        let temporary = Temporary(path);
        file.write_all(bytes)?;
        Ok(temporary)
    }

    /// A new file: none that is there, and no link, is opened.
    fn create(beside: &Path) -> io::Result<(Self, File)> {
        let (path, file) =
            made_new(beside, |path| OpenOptions::new().write(true).create_new(true).open(path))?;
        Ok((Temporary(path), file))
    }
}

#[cfg(unix)]
fn own(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.create_new(true).mode(0o600)
}

#[cfg(not(unix))]
fn own(options: &mut OpenOptions) -> &mut OpenOptions {
    options.create_new(true)
}

/// Makes what has a name that nothing had.
pub(super) fn made_new<M>(beside: &Path, make: impl Fn(&Path) -> io::Result<M>) -> io::Result<(PathBuf, M)> {
    let mut tried = 0_u32;
    loop {
        // A run may write thousands of files into one folder: none is asked for twice.
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}{}-{number}{}", TEMPORARY.0, std::process::id(), TEMPORARY.1);
        let path = beside.join(name);
        match make(&path) {
            Ok(made) => return Ok((path, made)),
            Err(why) if why.kind() == Kind::AlreadyExists && tried < 1_000 => tried += 1,
            Err(why) => return Err(why),
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.0.as_os_str().is_empty() {
            let _ = fs::remove_file(&self.0);
        }
    }
}

/// Takes away what runs left that were killed: nobody else writes now.
pub(super) fn clear(folder: &Path) {
    for entry in entries(folder).filter(|entry| entry.file_name().to_str().is_some_and(is_temporary)) {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => clear_away(&entry.path()),
            _ => drop(fs::remove_file(entry.path())),
        }
    }
}

/// Takes away a folder with its files; one that holds folders stays.
pub(super) fn clear_away(folder: &Path) {
    entries(folder).for_each(|entry| drop(fs::remove_file(entry.path())));
    let _ = fs::remove_dir(folder);
}

/// Whether a name is that of a temporary file.
pub(super) fn is_temporary(name: &str) -> bool {
    name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1)
}

pub(super) fn entries(folder: &Path) -> impl Iterator<Item = fs::DirEntry> {
    fs::read_dir(folder).into_iter().flatten().flatten()
}

/// The names of what stands in a folder, in order; of none, where nothing stands there.
#[cfg(any(test, feature = "parquet"))]
pub(in crate::cli) fn names_in(folder: &Path) -> Vec<String> {
    let names = entries(folder).map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort_unstable();
    names
}

/// Has the disk keep what a folder now holds.
#[cfg(unix)]
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some disks have nothing to be asked for.
        Err(why) if matches!(why.kind(), Kind::InvalidInput | Kind::Unsupported) => Ok(()),
        synced => synced,
    }
}

#[cfg(not(unix))]
pub(super) fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
