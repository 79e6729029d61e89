//! The archived texts of sources: found, hashed, read side by side, and dropped when they have been looked at.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::gate::{self, Folder, Most, Refused, Wanted};
use crate::capture::{Capture, Hint, Unread, read, sha256};
use crate::error::{Error, ErrorKind};
use crate::model::Dossier;
use crate::model::lock::LockedText;
use crate::model::problem::ProblemKind;
use crate::model::table::SourceId;

/// Where the text of each source is held.
#[derive(Debug)]
pub(crate) struct Archive {
    /// The dossier's folder.
    own: Folder,
    /// Those of archived texts.
    folders: Vec<Folder>,
    places: Vec<Place>,
    /// What was not opened among the archived texts, and why.
    pub(crate) refused: Vec<(ProblemKind, String)>,
}

/// Where the text of one source is held.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// The file that the source names, and the file that its words were taken from, below the dossier's folder.
    Named(PathBuf, Option<PathBuf>),
    /// A file of the archive with the source's SHA-256: which of the folders, and its path below it.
    Archived(usize, PathBuf),
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
    /// It is not opened, or not read to its end: why.
    Refused(ProblemKind, String),
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
        let own = Folder::of_dossier(root)?;
        let name = |why: Error| why.hint("name the folder of the texts with `--archive DIR`");
        let folders: Vec<Folder> = match wanted.is_empty() {
            true => Vec::new(),
            false => {
                folders.iter().map(|path| Folder::of_texts(path).map_err(name)).collect::<Result<_, _>>()?
            }
        };
        let Hashed { files, refused } = hash_all(&folders);
        let place = |id: SourceId| {
            let source = &dossier.sources[id];
            match (&source.text, &source.sha256) {
                (Some((path, spot)), _) => {
                    let file = &dossier.files.get(spot.file).path;
                    let beside = Path::new(file).parent().unwrap_or(Path::new(""));
                    Place::Named(beside.join(path), source.text_of.as_ref().map(|(of, _)| beside.join(of)))
                }
                (None, Some((hash, _))) => files
                    .get(hash.as_str())
                    .map_or(Place::Nowhere, |(folder, path)| Place::Archived(*folder, path.clone())),
                (None, None) => Place::Nowhere,
            }
        };
        let places = dossier.sources.ids().map(place).collect();
        Ok(Archive { own, folders, places, refused })
    }
}

/// The files of some folders.
struct Hashed {
    /// By their SHA-256: which of the folders, and the path below it. Of two with one hash the first counts.
    files: HashMap<String, (usize, PathBuf)>,
    refused: Vec<(ProblemKind, String)>,
}

fn hash_all(folders: &[Folder]) -> Hashed {
    let mut paths = Vec::new();
    let mut refused = Vec::new();
    for (index, folder) in folders.iter().enumerate() {
        let walked = folder.walk(Path::new(""), Wanted::All);
        paths.extend(walked.files.into_iter().map(|path| (index, path)));
        refused.extend(walked.refused);
    }
    let hashes: Vec<Result<String, Refused>> = paths
        .par_iter()
        .map(|(folder, path)| folders[*folder].read(path, Most::Text).map(|bytes| sha256(&bytes)))
        .collect();
    let mut files = HashMap::new();
    for ((folder, path), hash) in paths.into_iter().zip(hashes) {
        match hash {
            Ok(hash) => {
                files.entry(hash).or_insert((folder, path));
            }
            Err(why) => refused.push((path, why)),
        }
    }
    // A copy says nothing new, what is not there or may not be read is nobody's text, and a film is none at all.
    let is_told = |why: &Refused| !matches!(why, Refused::Again | Refused::Io(_) | Refused::TooLarge(_));
    let told = |(path, why): (PathBuf, Refused)| {
        (why.kind(), format!("`{}` of the archive is not read: it {why}", path.display()))
    };
    Hashed { files, refused: refused.into_iter().filter(|(_, why)| is_told(why)).map(told).collect() }
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
            let (folder, path, of) = match &archive.places[id.index()] {
                Place::Nowhere => return look(*id, Held::Nowhere),
                Place::Named(path, of) => (&archive.own, path, of.as_ref()),
                Place::Archived(folder, path) => (&archive.folders[*folder], path, None),
            };
            let refused = |why: Refused| match why {
                Refused::Io(why) => Held::Missing(why.to_string()),
                why => Held::Refused(why.kind(), why.to_string()),
            };
            let bytes = match folder.read(path, Most::Text) {
                Ok(bytes) => bytes,
                Err(why) => return look(*id, refused(why)),
            };
            let hash = sha256(&bytes);
            let expected = dossier.sources[*id].sha256.as_ref().map(|(hash, _)| hash.as_str());
            // What a text was taken from need not be at hand; its words are.
            let of_hash = match of.map(|of| folder.read(of, Most::Text)) {
                None | Some(Err(Refused::Io(_))) => None,
                Some(Ok(bytes)) => Some(sha256(&bytes)),
                Some(Err(why)) => return look(*id, refused(why)),
            };
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
    let bytes = gate::named(path)?;
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

/// The files below a folder that hold text, by the endings of their names, in the order of their paths, and what is not opened
/// there. A file that is given itself is taken as it is.
///
/// # Errors
/// A folder that cannot be read.
pub(crate) fn text_files(given: &Path) -> Result<(Vec<PathBuf>, Vec<String>), Error> {
    if !gate::is_folder(given) {
        return Ok((vec![given.to_owned()], Vec::new()));
    }
    let walked = Folder::of_texts(given)?.walk(Path::new(""), Wanted::Ending(&TEXT_ENDINGS));
    let files = walked.files.into_iter().map(|path| given.join(path)).collect();
    let said =
        |(path, why): (PathBuf, Refused)| format!("`{}` is not read: it {why}", given.join(path).display());
    Ok((files, walked.refused.into_iter().map(said).collect()))
}
