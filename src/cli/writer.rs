//! The one writer: what stood there stays until all that is new has been written beside it, and no link leads it elsewhere.

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
mod at_once;
#[cfg(unix)]
mod deferred;
mod ground;
mod kept;
mod temporary;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind as Kind};
use std::path::{Path, PathBuf};

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::error::{Error, ErrorKind};
use crate::load::gate::{Folder, Most, Refused};
use ground::alone;
use temporary::{Temporary, Waiting, clear, sync};

pub(super) use ground::{is_same, make_folder, stands};
pub(super) use kept::{KEPT, keep};
#[cfg(any(test, feature = "parquet"))]
pub(super) use temporary::names_in;
pub(super) use tree::Tree;

/// What becomes of a file that stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Replaced,
    /// It stays, and nothing at all is written.
    Kept,
}

/// Writes one file, whole or not at all, in place of what stands there; such a one is named where the path names none.
///
/// # Errors
/// A path that names no file, a folder or a disk that takes nothing.
pub(super) fn write_file(path: &Path, text: &str, such_as: &str) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        let error = Error::new(ErrorKind::Refused, format!("`{}` names no file", path.display()));
        return Err(error.at(path).hint(format!("expected the path of a file, such as `{such_as}`")));
    };
    write(folder, &[(name, text)], Standing::Replaced)
}

/// Writes files below a folder, with folders as they are needed: all of them, or none.
///
/// # Errors
/// A path that leads out of the folder, what is no file there, a file that is to be kept, a folder or a disk that takes nothing.
pub(super) fn write<B: AsRef<[u8]> + Sync>(
    root: &Path,
    files: &[(&str, B)],
    standing: Standing,
) -> Result<(), Error> {
    let folder = Folder::of_dossier(root)?;
    let alone = alone(root);
    #[cfg(unix)]
    let _deferred = deferred::signals().map_err(|why| Error::io("write", root, why))?;
    let targets = each(files.iter().collect(), |(path, _)| {
        let full = root.join(path);
        Ok((target(&folder, Path::new(path), &full)?, full))
    })?;
    let folders: BTreeSet<PathBuf> =
        targets.iter().filter_map(|(it, _)| it.parent().map(Path::to_owned)).collect();
    let real = fs::canonicalize(root).map_err(|why| Error::io("write", root, why))?;
    if alone.is_some() {
        // What is put at once is gathered beside its folder.
        let around = folders.iter().flat_map(|folder| folder.ancestors().take(2));
        around.filter(|it| it.starts_with(&real)).for_each(clear);
    }
    let waiting = written(targets, files)?;
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    if standing == Standing::Replaced && at_once::put(&real, &waiting).is_ok() {
        return Ok(());
    }
    for Waiting { temporary, target, full } in waiting {
        let put = match standing {
            Standing::Replaced => temporary.put(&target),
            Standing::Kept => put_new(&temporary.0, &target),
        };
        put.map_err(|why| Error::io("write", &full, why))?;
    }
    folders.iter().try_for_each(|folder| sync(folder).map_err(|why| Error::io("write", folder, why)))
}

/// Of more files than that several are written at a time.
const FEW: usize = 64;

/// So many then: a file waits for the disk, and not for the processor, and a disk that is asked by several has less to do for each.
const AT_A_TIME: usize = 8;

/// Writes each file beside the place that it is to take.
///
/// # Errors
/// The first of them that cannot be written; nothing of the others is left.
fn written<B: AsRef<[u8]> + Sync>(
    targets: Vec<(PathBuf, PathBuf)>,
    files: &[(&str, B)],
) -> Result<Vec<Waiting>, Error> {
    each(targets.into_iter().zip(files).collect(), |((target, full), (_, bytes))| {
        match Temporary::new(&target, bytes.as_ref()) {
            Ok(temporary) => Ok(Waiting { temporary, target, full }),
            Err(why) => Err(Error::io("write", &full, why)),
        }
    })
}

/// What is made of each of some things that are asked of the disk, in their order; of many, several at a time.
///
/// # Errors
/// The first of them that cannot be made.
fn each<T: Send, M: Send>(
    things: Vec<T>,
    make: impl Fn(T) -> Result<M, Error> + Send + Sync,
) -> Result<Vec<M>, Error> {
    let are_few = things.len() <= FEW;
    let pool = if are_few { None } else { ThreadPoolBuilder::new().num_threads(AT_A_TIME).build().ok() };
    let Some(pool) = pool else { return things.into_iter().map(make).collect() };
    let made: Vec<Result<M, Error>> = pool.install(|| things.into_par_iter().map(make).collect());
    made.into_iter().collect()
}

/// Writes files of the record, by their paths: all of them, or none.
///
/// # Errors
/// As [`write`], and a file that is larger than what is read.
pub(super) fn record(root: &Path, files: &BTreeMap<String, String>) -> Result<(), Error> {
    if let Some((path, _)) = files.iter().find(|(_, text)| text.len() as u64 > Most::Record.bytes()) {
        let message = format!(
            "`{path}` would be larger than {} MB, and nothing reads it then",
            Most::Record.bytes() >> 20
        );
        return Err(Error::new(ErrorKind::Refused, message)
            .hint("split the rows, or the claims of that file, into several"));
    }
    let texts: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    write(root, &texts, Standing::Replaced)
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

/// Puts a file where none stands.
fn put_new(temporary: &Path, target: &Path) -> io::Result<()> {
    match fs::hard_link(temporary, target) {
        Err(why) if why.kind() == Kind::AlreadyExists => Err(why),
        // Not every disk has links of this kind.
        Err(_) if !stands(target) => fs::rename(temporary, target),
        put => put,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many files of a folder, and what is to stand in each.
    fn files(many: usize) -> Vec<(String, String)> {
        (0..many).map(|number| (format!("claims/{number}.toml"), format!("# {number}\n"))).collect()
    }

    fn borrowed(files: &[(String, String)]) -> Vec<(&str, &str)> {
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect()
    }

    #[test]
    fn as_many_files_as_there_are_stand_in_their_places_and_nothing_beside_them() {
        for many in [1, FEW, FEW + 1, 300] {
            let ground = tempfile::tempdir().unwrap();
            let files = files(many);
            write(ground.path(), &borrowed(&files), Standing::Replaced).unwrap();
            for (path, text) in &files {
                assert_eq!(&fs::read_to_string(ground.path().join(path)).unwrap(), text);
            }
            assert_eq!(fs::read_dir(ground.path().join("claims")).unwrap().count(), many);
            assert_eq!(fs::read_dir(ground.path()).unwrap().count(), 1);
        }
    }

    #[test]
    fn the_first_that_cannot_be_written_is_told_and_none_is_left() {
        let ground = tempfile::tempdir().unwrap();
        for many in [FEW, 4 * FEW] {
            let files = files(many);
            // Folders that are not there, as after another took them away.
            let full = |(number, (path, _)): (usize, &(String, String))| {
                let folder = if [7, 50].contains(&number) { "gone" } else { "" };
                let file = ground.path().join(folder).join(Path::new(path).file_name().unwrap());
                (file.clone(), file)
            };
            let targets: Vec<(PathBuf, PathBuf)> = files.iter().enumerate().map(full).collect();
            let Err(error) = written(targets.clone(), &borrowed(&files)) else { panic!("it was written") };
            assert_eq!(error.path(), Some(targets[7].1.as_path()), "{many}");
            assert_eq!(fs::read_dir(ground.path()).unwrap().count(), 0, "{many}");
        }
    }
}
