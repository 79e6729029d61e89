//! Finding and reading the files of a dossier.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::error::{Error, ErrorKind};
use crate::model::problem::{Problem, ProblemKind};
use crate::model::shard::Shard;
use crate::progress::{Progress, Stage};
use crate::text::{File, FileId, Files, Spot};

use super::gate;
use super::gate::{Folder, Most, Recorder, Refused, Wanted, holds};
use super::lock::LOCK;
use super::store::Store;

/// The file that marks the root of a dossier.
pub(crate) const MANIFEST: &str = "gainsay.toml";

/// The file of findings that were there when the check was adopted, beside the manifest.
pub(crate) const BASELINE: &str = "gainsay-baseline.toml";

/// The folders of files that people write, in the order of their names.
pub(super) const FOLDERS: [(&str, Part); 2] = [("claims", Part::Claims), ("sources", Part::Sources)];

/// Where claims stand, as their files' paths begin.
pub(crate) const CLAIMS: &str = "claims/";

/// Where claims wait that nobody has reviewed, as their files' paths begin. They take no part.
pub(crate) const UNREVIEWED: &str = "claims/unreviewed/";

/// What kind of file it is, by the folder that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Manifest,
    /// Findings that were there when the check was adopted.
    Baseline,
    Sources,
    Claims,
    /// Claims that wait for somebody to review them.
    Unreviewed,
    Lock,
    /// What could not be read; nothing of it is known.
    Unread,
}

impl Part {
    /// The part that a file belongs to, by its path below the root, with `/`; `None` for what is no part of a dossier.
    pub(super) fn of(path: &str) -> Option<Part> {
        match path {
            MANIFEST => return Some(Part::Manifest),
            BASELINE => return Some(Part::Baseline),
            LOCK => return Some(Part::Lock),
            _ => {}
        }
        if !path.ends_with(".toml") || path.split('/').any(|name| name.starts_with('.')) {
            return None;
        }
        if path.starts_with(UNREVIEWED) {
            return Some(Part::Unreviewed);
        }
        let (folder, _) = path.split_once('/')?;
        FOLDERS.iter().find(|(name, _)| *name == folder).map(|(_, part)| *part)
    }
}

/// The dossier that `from` lies in: the nearest folder at or above it that holds a manifest.
///
/// # Errors
/// Where there is none.
pub(crate) fn root_above(from: &Path) -> Result<PathBuf, Error> {
    from.ancestors().find(|folder| holds(folder, MANIFEST)).map(Path::to_owned).ok_or_else(|| {
        Error::new(ErrorKind::NoDossier, format!("no `{MANIFEST}` here or in any folder above"))
            .at(from)
            .hint("start a dossier with `gainsay init`, or name one with `--dossier DIR`")
    })
}

/// Whether so little lies in a dossier's folders, texts among it, that there is little to do.
pub(crate) fn is_light(root: &Path) -> bool {
    gate::is_light(root, &FOLDERS.map(|(name, _)| name))
}

/// What was read of a file: its bytes, or what they are known by where they are not held.
struct ReadFile {
    bytes: Vec<u8>,
    hash: Option<u64>,
}

/// How much of a dossier is read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Extent<'e> {
    /// One share of its questions.
    Share(Shard),
    /// Some of its files, as [`paths`] tells them and in that order.
    Files(&'e [String]),
}

impl Extent<'_> {
    pub(super) fn shard(self) -> Shard {
        match self {
            Extent::Share(shard) => shard,
            Extent::Files(_) => Shard::WHOLE,
        }
    }
}

/// The files of a dossier, by their paths below its folder, and what was not walked into.
struct Paths {
    files: Vec<(PathBuf, Part)>,
    refused: Vec<(PathBuf, Refused)>,
}

impl Paths {
    /// Those that are there: the manifest, the baseline, those of each folder in the order of their paths, the lock.
    fn walked(folder: &Folder) -> Self {
        let mut paths = Paths { files: vec![(PathBuf::from(MANIFEST), Part::Manifest)], refused: Vec::new() };
        let stands = |path: &str| folder.has(path);
        paths.files.extend(stands(BASELINE).then(|| (PathBuf::from(BASELINE), Part::Baseline)));
        for (name, part) in FOLDERS {
            let walked = folder.walk(Path::new(name), Wanted::Toml);
            let part =
                |path: &Path| if shown(path).starts_with(UNREVIEWED) { Part::Unreviewed } else { part };
            paths.files.extend(walked.files.into_iter().map(|path| (path.clone(), part(&path))));
            paths.refused.extend(walked.refused);
        }
        paths.files.extend(stands(LOCK).then(|| (PathBuf::from(LOCK), Part::Lock)));
        paths
    }

    /// Those that are named.
    fn named(files: &[String]) -> Self {
        let part = |path: &String| Some((PathBuf::from(path), Part::of(path)?));
        Paths { files: files.iter().filter_map(part).collect(), refused: Vec::new() }
    }
}

/// The files of the dossier at `root` in the order in which they are read, by their paths below it, with `/`; `None` where something
/// there is not read.
///
/// # Errors
/// The folder is not there.
pub(crate) fn paths(root: &Path, recorder: &Recorder) -> Result<Option<Vec<String>>, Error> {
    let Paths { files, refused } = Paths::walked(&Folder::of_dossier(root)?.recorded(recorder));
    Ok(refused.is_empty().then(|| files.iter().map(|(path, _)| shown(path)).collect()))
}

/// Reads the manifest and every TOML file below `sources` and `claims`, or some of them, side by side, in the order of their paths. What
/// cannot be read is among the problems, and empty. Of a share the files of claims are not held.
///
/// # Errors
/// The folder is not there.
pub(super) fn read(
    root: &Path,
    extent: Extent<'_>,
    (recorder, progress): (&Recorder, &Progress),
    problems: &mut Vec<Problem>,
) -> Result<(Files, Vec<Part>, Option<Store>), Error> {
    let unrecorded = Folder::of_dossier(root)?;
    let mut store = (!extent.shard().is_whole()).then(|| Store::new(unrecorded.clone()));
    let folder = unrecorded.recorded(recorder);
    let Paths { files: paths, mut refused } = match extent {
        Extent::Share(_) => Paths::walked(&folder),
        Extent::Files(files) => Paths::named(files),
    };
    progress.begin(Stage::Files, paths.len());
    let read = |(path, part): &(PathBuf, Part)| {
        let read = folder.read(path, Most::Record).map(|bytes| match &store {
            // What is not UTF-8 is held, as it is mended.
            Some(store) if *part == Part::Claims && str::from_utf8(&bytes).is_ok() => {
                ReadFile { bytes: Vec::new(), hash: Some(store.hash(&bytes)) }
            }
            _ => ReadFile { bytes, hash: None },
        });
        progress.step();
        read
    };
    let read: Vec<Result<ReadFile, Refused>> = paths.par_iter().map(read).collect();
    let (mut files, mut parts) = (Vec::new(), Vec::new());
    for ((path, part), read) in paths.into_iter().zip(read) {
        match read {
            Ok(ReadFile { bytes, hash }) => {
                let id = FileId(files.len() as u32);
                files.push(File { path: shown(&path), text: text(bytes, id, problems) });
                parts.push(part);
                store.iter_mut().for_each(|store| store.push(hash));
            }
            Err(why) => refused.push((path, why)),
        }
    }
    for (path, why) in refused {
        let spot = Spot::new(FileId(files.len() as u32), &(0..0));
        let name = shown(&path);
        let problem = Problem::new(why.kind(), spot, format!("`{name}` is not read: it {why}"));
        problems.push(problem.label("nothing of it was read").help(why.help()));
        files.push(File { path: name, text: String::new() });
        parts.push(Part::Unread);
    }
    Ok((Files(files), parts, store))
}

/// A path below the root as it is shown, with `/`.
fn shown(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// The text that bytes are; where they are none that is a problem.
fn text(bytes: Vec<u8>, file: FileId, problems: &mut Vec<Problem>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let at = error.utf8_error().valid_up_to();
        let problem =
            Problem::new(ProblemKind::MalformedFile, Spot::new(file, &(at..at)), "the file is not UTF-8");
        problems.push(problem.label("the first byte that is not").help("save the file as UTF-8"));
        String::from_utf8_lossy(error.as_bytes()).into_owned()
    })
}

/// The manifest's text, as it stands.
///
/// # Errors
/// A file that cannot be read, or is not UTF-8.
pub(super) fn manifest_text(root: &Path) -> Result<String, Error> {
    let path = root.join(MANIFEST);
    let bytes = Folder::of_dossier(root)?
        .read(Path::new(MANIFEST), Most::Record)
        .map_err(|why| Error::io("read", &path, why.into_io()))?;
    String::from_utf8(bytes).map_err(|why| {
        let at = why.utf8_error().valid_up_to();
        Error::new(ErrorKind::NoText, format!("`{}` is not UTF-8 (byte {at})", path.display())).at(&path)
    })
}
