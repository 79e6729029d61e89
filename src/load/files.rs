//! Finding and reading the files of a dossier.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::error::{Error, ErrorKind};
use crate::model::problem::{Problem, ProblemKind};
use crate::text::{File, FileId, Files, Spot};

use super::lock::LOCK;

/// The file that marks the root of a dossier.
pub(crate) const MANIFEST: &str = "gainsay.toml";

/// The file of findings that were there when the check was adopted, beside the manifest.
pub(crate) const BASELINE: &str = "gainsay-baseline.toml";

/// The folders of files that people write, in the order of their names.
const FOLDERS: [(&str, Part); 2] = [("claims", Part::Claims), ("sources", Part::Sources)];

/// What kind of file it is, by the folder that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Manifest,
    /// Findings that were there when the check was adopted.
    Baseline,
    Sources,
    Claims,
    Lock,
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
        let (folder, _) = path.split_once('/')?;
        FOLDERS.iter().find(|(name, _)| *name == folder).map(|(_, part)| *part)
    }
}

/// The dossier that `from` lies in: the nearest folder at or above it that holds a manifest.
///
/// # Errors
/// Where there is none.
pub(crate) fn root_above(from: &Path) -> Result<PathBuf, Error> {
    from.ancestors().find(|folder| folder.join(MANIFEST).is_file()).map(Path::to_owned).ok_or_else(|| {
        Error::new(ErrorKind::NoDossier, format!("no `{MANIFEST}` here or in any folder above"))
            .at(from)
            .hint("start a dossier with `gainsay init`, or name one with `--dossier DIR`")
    })
}

/// Reads the manifest and every TOML file below `sources` and `claims`, side by side, in the order of their paths.
///
/// # Errors
/// A folder or file that cannot be read. Bytes that are not UTF-8 are no error but a problem.
pub(super) fn read(root: &Path, problems: &mut Vec<Problem>) -> Result<(Files, Vec<Part>), Error> {
    let mut paths = vec![(MANIFEST.to_owned(), Part::Manifest)];
    if root.join(BASELINE).is_file() {
        paths.push((BASELINE.to_owned(), Part::Baseline));
    }
    for (folder, part) in FOLDERS {
        if root.join(folder).is_dir() {
            paths.extend(toml_below(root, folder)?.into_iter().map(|path| (path, part)));
        }
    }
    if root.join(LOCK).is_file() {
        paths.push((LOCK.to_owned(), Part::Lock));
    }
    let read: Vec<(File, Option<usize>)> = paths
        .par_iter()
        .map(|(path, _)| {
            let full = root.join(path);
            let bytes = std::fs::read(&full).map_err(|why| Error::io("read", &full, why))?;
            let (text, broken) = match String::from_utf8(bytes) {
                Ok(text) => (text, None),
                Err(error) => {
                    let at = error.utf8_error().valid_up_to();
                    (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(at))
                }
            };
            Ok((File { path: path.clone(), text }, broken))
        })
        .collect::<Result<_, Error>>()?;
    for (index, (_, broken)) in read.iter().enumerate() {
        if let Some(at) = broken {
            let spot = Spot::new(FileId(index as u32), &(*at..*at));
            let problem = Problem::new(ProblemKind::MalformedFile, spot, "the file is not UTF-8");
            problems.push(problem.label("the first byte that is not").help("save the file as UTF-8"));
        }
    }
    let parts = paths.into_iter().map(|(_, part)| part).collect();
    Ok((Files(read.into_iter().map(|(file, _)| file).collect()), parts))
}

fn toml_below(root: &Path, folder: &str) -> Result<Vec<String>, Error> {
    let mut paths = Vec::new();
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    for entry in WalkDir::new(root.join(folder))
        .follow_links(true)
        .into_iter()
        .filter_entry(|e| !hidden(e.file_name()))
    {
        let entry = entry.map_err(|why| {
            let path = why.path().unwrap_or(root).to_owned();
            Error::io("read", &path, why.into())
        })?;
        if entry.file_type().is_file() && entry.path().extension().is_some_and(|ending| ending == "toml") {
            let below = entry.path().strip_prefix(root).expect("walked from the root");
            let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            paths.push(parts.join("/"));
        }
    }
    paths.sort_unstable();
    Ok(paths)
}

/// A text file's text, as it stands.
///
/// # Errors
/// A file that cannot be read, or is not UTF-8.
pub(super) fn text_file(path: &Path) -> Result<String, Error> {
    let bytes = std::fs::read(path).map_err(|why| Error::io("read", path, why))?;
    String::from_utf8(bytes).map_err(|why| {
        let at = why.utf8_error().valid_up_to();
        Error::new(ErrorKind::NoText, format!("`{}` is not UTF-8 (byte {at})", path.display())).at(path)
    })
}
