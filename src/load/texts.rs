//! The archived texts of sources: found, hashed, read side by side, and dropped when they have been looked at.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::error::{Error, ErrorKind};
use crate::model::Dossier;
use crate::model::table::SourceId;
use crate::text::read_text;

use super::page;

/// Where the text of each source is held.
#[derive(Debug, Default)]
pub(crate) struct Archive {
    places: Vec<Place>,
}

/// Where the text of one source is held.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// The file that the source names.
    Named(PathBuf),
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
    /// No file is named, and none of the archive has the source's SHA-256.
    Nowhere,
}

/// A source's text as quotes are looked for in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ArchivedText<'t> {
    /// Offsets are those of the bytes, unless an extractor made the text.
    pub(crate) text: &'t str,
    /// Of the bytes as they are stored.
    pub(crate) sha256: &'t str,
    /// What made the text out of a page, with its version.
    pub(crate) extractor: Option<&'static str>,
    /// The first byte that is not UTF-8.
    pub(crate) not_utf8: Option<usize>,
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
                    let beside = Path::new(file).parent().unwrap_or(Path::new(""));
                    Place::Named(root.join(beside).join(path))
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
            let (path, named) = match &archive.places[id.index()] {
                Place::Nowhere => return look(*id, Held::Nowhere),
                Place::Named(path) => (path, true),
                Place::Archived(path) => (path, false),
            };
            let bytes = match std::fs::read(path) {
                Ok(bytes) => bytes,
                Err(_) if !named => return look(*id, Held::Nowhere),
                Err(why) => return look(*id, Held::Missing(why.to_string())),
            };
            let hash = sha256(&bytes);
            let expected = dossier.sources[*id].sha256.as_ref().map(|(hash, _)| hash.as_str());
            if expected.is_some_and(|expected| expected != hash) {
                return look(*id, Held::Altered(hash));
            }
            let not_utf8 = std::str::from_utf8(&bytes).err().map(|why| why.valid_up_to());
            let read = read_text(&bytes);
            match of_page(path, &read) {
                Ok((text, extractor)) => {
                    look(*id, Held::Text(ArchivedText { text: &text, sha256: &hash, extractor, not_utf8 }))
                }
                Err(why) => look(*id, Held::Missing(why)),
            }
        })
        .collect()
}

/// The text of a file: a page's article, anything else as it is. Says what made it out.
fn of_page<'t>(path: &Path, text: &'t str) -> Result<(Cow<'t, str>, Option<&'static str>), String> {
    match page::is_page(path, text) {
        true => page::article(text).map(|article| (Cow::Owned(article), Some(page::EXTRACTOR))),
        false => Ok((Cow::Borrowed(text), None)),
    }
}

/// The text of any file in which a quote is to be looked for, and what made it out of a page.
///
/// # Errors
/// A file that cannot be read, or a page without an article.
pub(crate) fn any_text(path: &Path) -> Result<(String, Option<&'static str>), Error> {
    let bytes = std::fs::read(path).map_err(|why| Error::io("read", path, why))?;
    let text = read_text(&bytes);
    let (text, extractor) = of_page(path, &text).map_err(|why| {
        let message = format!("no text could be made out in `{}`: {why}", path.display());
        Error::new(ErrorKind::NoText, message).at(path)
    })?;
    Ok((text.into_owned(), extractor))
}

/// The files below a folder that hold text: `.txt`, `.md`, `.html` and `.htm`, in the order of their paths. A file that is
/// given itself is taken as it is.
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
        let is_text =
            ending.is_some_and(|ending| ["txt", "md", "html", "htm"].iter().any(|known| ending == *known));
        if is_text && entry.file_type().is_file() {
            paths.push(entry.into_path());
        }
    }
    Ok(paths)
}

/// The SHA-256 of bytes, in hexadecimal, as `sha256sum` prints it.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
