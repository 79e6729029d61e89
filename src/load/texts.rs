//! The archived texts of sources: found, hashed, read side by side, and dropped when they have been looked at.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::capture::{Capture, Hint, Unread, read, sha256};
use crate::error::{Error, ErrorKind};
use crate::model::Dossier;
use crate::model::lock::LockedText;
use crate::model::table::SourceId;

/// Where the text of each source is held.
#[derive(Debug, Default)]
pub(crate) struct Archive {
    places: Vec<Place>,
}

/// Where the text of one source is held.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// The file that the source names, and the file that its words were taken from.
    Named(PathBuf, Option<PathBuf>),
    /// A file of the archive with the source's SHA-256.
    Archived(PathBuf),
    Nowhere,
}

/// What became of looking for a source's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Held<'t> {
    Text(ArchivedText<'t>),
    /// The bytes are not those whose SHA-256 the source gives; this is theirs.
    Altered(String),
    /// The file that the source names is not there, or cannot be read: why.
    Missing(String),
    /// It is of a kind that is not read.
    Unread(Unread),
    /// No file is named, and none of the archive has the source's SHA-256.
    Nowhere,
}

/// A source's text as quotes are looked for in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ArchivedText<'t> {
    pub(crate) capture: &'t Capture<'t>,
    /// Of the bytes as they are stored.
    pub(crate) sha256: &'t str,
    /// Of those of the file that its words were taken from, where it is at hand.
    pub(crate) of: Option<&'t str>,
}

impl ArchivedText<'_> {
    /// What the lock writes down of it.
    pub(crate) fn locked(&self) -> LockedText {
        let read = &self.capture.read_as;
        LockedText {
            sha256: self.sha256.to_owned(),
            of: self.of.map(str::to_owned),
            record: read.record.as_ref().map(|record| record.sha256.clone()),
            encoding: read.encoding.to_owned(),
            extractor: read.extractor.map(str::to_owned),
            words: match self.capture.is_its_words() {
                true => self.sha256.to_owned(),
                false => sha256(self.capture.words.text.as_bytes()),
            },
        }
    }
}

impl Archive {
    /// Finds the texts: files named by the sources, else any file below `folders` with the source's SHA-256.
    ///
    /// # Errors
    /// An archive folder that cannot be read.
    pub(crate) fn find(dossier: &Dossier, root: &Path, folders: &[PathBuf]) -> Result<Self, Error> {
        let wanted: HashMap<&str, ()> = dossier
            .sources
            .iter()
            .filter(|(_, source)| source.text.is_none())
            .filter_map(|(_, source)| source.sha256.as_ref().map(|(hash, _)| (hash.as_str(), ())))
            .collect();
        let hashed = if wanted.is_empty() { HashMap::new() } else { hash_all(folders)? };
        let place = |id: SourceId| {
            let source = &dossier.sources[id];
            match (&source.text, &source.sha256) {
                (Some((path, spot)), _) => {
                    let file = &dossier.files.get(spot.file).path;
                    let beside = root.join(Path::new(file).parent().unwrap_or(Path::new("")));
                    Place::Named(beside.join(path), source.text_of.as_ref().map(|(of, _)| beside.join(of)))
                }
                (None, Some((hash, _))) => {
                    hashed.get(hash.as_str()).map_or(Place::Nowhere, |path| Place::Archived(path.clone()))
                }
                (None, None) => Place::Nowhere,
            }
        };
        Ok(Archive { places: dossier.sources.ids().map(place).collect() })
    }
}

/// The SHA-256 of every file below some folders; of two with one hash the first path counts.
fn hash_all(folders: &[PathBuf]) -> Result<HashMap<String, PathBuf>, Error> {
    let mut paths = Vec::new();
    for folder in folders {
        for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
            let entry = entry.map_err(|why| {
                let path = why.path().unwrap_or(folder).to_owned();
                Error::io("read", &path, why.into()).hint("name the folder of the texts with `--archive DIR`")
            })?;
            if entry.file_type().is_file() {
                paths.push(entry.into_path());
            }
        }
    }
    let hashes: Vec<Option<String>> =
        paths.par_iter().map(|path| std::fs::read(path).ok().map(|bytes| sha256(&bytes))).collect();
    let mut all = HashMap::new();
    for (path, hash) in paths.into_iter().zip(hashes) {
        if let Some(hash) = hash {
            all.entry(hash).or_insert(path);
        }
    }
    Ok(all)
}

/// Looks at the text of each source of which `look` is asked, side by side, each text held only while it is looked at.
pub(crate) fn each_text<R: Send>(
    dossier: &Dossier,
    archive: &Archive,
    asked: &[SourceId],
    look: impl Fn(SourceId, Held<'_>) -> R + Sync,
) -> Vec<R> {
    use crate::model::table::Id;
    asked
        .par_iter()
        .map(|id| {
            let (path, of, named) = match &archive.places[id.index()] {
                Place::Nowhere => return look(*id, Held::Nowhere),
                Place::Named(path, of) => (path, of.as_ref(), true),
                Place::Archived(path) => (path, None, false),
            };
            let bytes = match std::fs::read(path) {
                Ok(bytes) => bytes,
                Err(_) if !named => return look(*id, Held::Nowhere),
                Err(why) => return look(*id, Held::Missing(why.to_string())),
            };
            let hash = sha256(&bytes);
            let expected = dossier.sources[*id].sha256.as_ref().map(|(hash, _)| hash.as_str());
            // What a text was taken from need not be at hand; its words are.
            let of_hash = of.and_then(|of| std::fs::read(of).ok()).map(|bytes| sha256(&bytes));
            let given = if of.is_some() { of_hash.as_ref() } else { Some(&hash) };
            if let Some((given, _)) = given.zip(expected).filter(|(given, expected)| given != expected) {
                return look(*id, Held::Altered(given.clone()));
            }
            let url = dossier.sources[*id].url.as_deref();
            match read(&bytes, &Hint::new(path, url)) {
                Ok(capture) => {
                    let of = of_hash.as_deref();
                    look(*id, Held::Text(ArchivedText { capture: &capture, sha256: &hash, of }))
                }
                Err(unread) => look(*id, Held::Unread(unread)),
            }
        })
        .collect()
}

/// What any file says, and what `look` makes of it.
///
/// # Errors
/// A file that cannot be had, or is of a kind that is not read.
pub(crate) fn any_text<R>(path: &Path, look: impl FnOnce(&Capture<'_>) -> R) -> Result<R, Error> {
    any_file(path, |text| look(text.capture))
}

/// What any file says, with the SHA-256 of its bytes, and what `look` makes of it.
///
/// # Errors
/// A file that cannot be had, or is of a kind that is not read.
pub(crate) fn any_file<R>(path: &Path, look: impl FnOnce(ArchivedText<'_>) -> R) -> Result<R, Error> {
    let look = |read: Result<ArchivedText<'_>, Unread>| read.map(look);
    try_file(path, look)?.map_err(|unread| {
        let message = format!("`{}` is not read: {unread}", path.display());
        let error = Error::new(ErrorKind::NoText, message).at(path);
        error.hint("keep its words in a text beside it; docs/texts.md says which kinds are read")
    })
}

/// As [`any_file`], with what a file of a kind that is not read is.
///
/// # Errors
/// A file that cannot be had.
pub(crate) fn try_file<R>(
    path: &Path,
    look: impl FnOnce(Result<ArchivedText<'_>, Unread>) -> R,
) -> Result<R, Error> {
    let bytes = std::fs::read(path).map_err(|why| Error::io("read", path, why))?;
    let capture = read(&bytes, &Hint::new(path, None));
    let hash = sha256(&bytes);
    Ok(look(match &capture {
        Ok(capture) => Ok(ArchivedText { capture, sha256: &hash, of: None }),
        Err(unread) => Err(unread.clone()),
    }))
}

/// How names of files end that hold text.
const TEXT_ENDINGS: [&str; 10] =
    ["txt", "md", "markdown", "html", "htm", "xhtml", "srt", "vtt", "docx", "warc"];

/// The files below a folder that hold text, by the endings of their names, in the order of their paths. A file that is given
/// itself is taken as it is.
///
/// # Errors
/// A folder that cannot be read.
pub(crate) fn text_files(given: &Path) -> Result<Vec<PathBuf>, Error> {
    if !given.is_dir() {
        return Ok(vec![given.to_owned()]);
    }
    let mut paths = Vec::new();
    for entry in WalkDir::new(given).follow_links(true).sort_by_file_name() {
        let entry = entry.map_err(|why| {
            let path = why.path().unwrap_or(given).to_owned();
            Error::io("read", &path, why.into())
        })?;
        let ending = entry.path().extension().map(|ending| ending.to_ascii_lowercase());
        let is_text = ending.is_some_and(|ending| TEXT_ENDINGS.iter().any(|known| ending == *known));
        if is_text && entry.file_type().is_file() {
            paths.push(entry.into_path());
        }
    }
    Ok(paths)
}
