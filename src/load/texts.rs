//! The archived texts of sources: found, hashed, read side by side, and dropped when they have been looked at.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::gate::{self, Folder, Most, Recorder, Refused, Wanted};
use crate::capture::{Capture, Hint, Unread, read, sha256};
use crate::error::{Error, ErrorKind};
use crate::model::Dossier;
use crate::model::lock::LockedText;
use crate::model::names::name_key;
use crate::model::problem::ProblemKind;
use crate::model::table::{Id, SourceId};

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
    /// Finds the texts: files named by the sources, else any file below `folders` with the source's SHA-256. What is met there is
    /// written down by the recorder.
    ///
    /// # Errors
    /// An archive folder that cannot be read.
    pub(crate) fn find(
        dossier: &Dossier,
        root: &Path,
        folders: &[PathBuf],
        recorder: &Recorder,
    ) -> Result<Self, Error> {
        let wanted: HashMap<&str, ()> = dossier
            .sources
            .iter()
            .filter(|(_, source)| source.text.is_none())
            .filter_map(|(_, source)| source.sha256.as_ref().map(|(hash, _)| (hash.as_str(), ())))
            .collect();
        let own = Folder::of_dossier(root)?.recorded(recorder);
        let name = |why: Error| why.hint("name the folder of the texts with `--archive DIR`");
        let folders: Vec<Folder> = match wanted.is_empty() {
            true => Vec::new(),
            false => {
                let texts = |path: &PathBuf| Folder::of_texts(path).map(|folder| folder.recorded(recorder));
                folders.iter().map(|path| texts(path).map_err(name)).collect::<Result<_, _>>()?
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

    /// Where the text of a source is held: the folder, the path below it, and that of the file that its words were taken from.
    fn place(&self, id: SourceId) -> Option<(&Folder, &Path, Option<&Path>)> {
        match &self.places[id.index()] {
            Place::Named(path, of) => Some((&self.own, path, of.as_deref())),
            Place::Archived(folder, path) => Some((&self.folders[*folder], path, None)),
            Place::Nowhere => None,
        }
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

/// How much is read of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    /// So many bytes beyond reading each file once as it is stored: many sources may name one file, and what is packed may unpack to
    /// much more.
    pub(super) beyond: u64,
    /// So many texts are looked at side by side before it is asked how much has been read.
    pub(super) at_once: usize,
}

const BOUNDS: Bounds = Bounds { beyond: 128 << 20, at_once: 32 };

/// What reading the text of a source has taken.
struct Cost {
    /// Where the file is, however links led to it.
    file: PathBuf,
    /// How much was read beyond its bytes as they are stored, where no other source names it.
    first: u64,
    /// And where one did.
    again: u64,
}

impl Cost {
    fn new(file: PathBuf, stored: u64, read: Option<&Capture<'_>>) -> Self {
        let words = read.map_or(0, |read| read.words.text.len() as u64);
        // In an archive of pages those of others are passed over.
        let is_record = read.is_some_and(|read| read.read_as.record.is_some());
        let again = if is_record { stored / 16 + words } else { stored + words };
        Cost { file, first: words.saturating_sub(stored), again }
    }
}

/// What reading texts has taken, beyond reading each file once as it is stored.
#[derive(Debug, Default)]
pub(crate) struct Spent {
    /// The files that were read, by the keys of their paths.
    named: HashSet<u64>,
    beyond: u64,
}

/// Looks at the text of each source of which `look` is asked, side by side, each text held only while it is looked at.
pub(crate) fn each_text<R: Send>(
    dossier: &Dossier,
    archive: &Archive,
    asked: &[SourceId],
    look: impl Fn(SourceId, Held<'_>) -> R + Sync,
) -> Vec<R> {
    each_text_more(dossier, archive, asked, &Mutex::default(), look)
}

/// As [`each_text`], where texts were looked at before.
pub(crate) fn each_text_more<R: Send>(
    dossier: &Dossier,
    archive: &Archive,
    asked: &[SourceId],
    spent: &Mutex<Spent>,
    look: impl Fn(SourceId, Held<'_>) -> R + Sync,
) -> Vec<R> {
    each_within(dossier, archive, asked, (BOUNDS, spent), look)
}

/// As [`each_text_more`], within other bounds.
pub(super) fn each_within<R: Send>(
    dossier: &Dossier,
    archive: &Archive,
    asked: &[SourceId],
    (bounds, spent): (Bounds, &Mutex<Spent>),
    look: impl Fn(SourceId, Held<'_>) -> R + Sync,
) -> Vec<R> {
    let mut all = Vec::with_capacity(asked.len());
    for some in asked.chunks(bounds.at_once) {
        if spent.lock().unwrap_or_else(PoisonError::into_inner).beyond > bounds.beyond {
            let why =
                format!("is one too many: more than {} MB were read of texts that", bounds.beyond >> 20);
            let why = format!("{why} several sources name, or that are packed");
            let refused = |id: &SourceId| look(*id, Held::Refused(ProblemKind::UnreadableFile, why.clone()));
            all.extend(some.iter().map(refused));
            continue;
        }
        let looked: Vec<(R, Option<Cost>)> =
            some.par_iter().map(|id| look_at(dossier, archive, *id, &look)).collect();
        let mut spent = spent.lock().unwrap_or_else(PoisonError::into_inner);
        for (one, cost) in looked {
            if let Some(Cost { file, first, again }) = cost {
                let is_new = spent.named.insert(name_key(&file.to_string_lossy()));
                spent.beyond += if is_new { first } else { again };
            }
            all.push(one);
        }
    }
    all
}

/// Looks at the text of one source; with what that took, where anything was read.
fn look_at<R>(
    dossier: &Dossier,
    archive: &Archive,
    id: SourceId,
    look: &impl Fn(SourceId, Held<'_>) -> R,
) -> (R, Option<Cost>) {
    let Some((folder, path, of)) = archive.place(id) else { return (look(id, Held::Nowhere), None) };
    let refused = |why: Refused| match why {
        Refused::Io(why) => Held::Missing(why.to_string()),
        why => Held::Refused(why.kind(), why.to_string()),
    };
    let (file, bytes) = match folder.read_at(path, Most::Text) {
        Ok(read) => read,
        Err(why) => return (look(id, refused(why)), None),
    };
    let hash = sha256(&bytes);
    let mut stored = bytes.len() as u64;
    let expected = dossier.sources[id].sha256.as_ref().map(|(hash, _)| hash.as_str());
    // What a text was taken from need not be at hand; its words are.
    let of_hash = match of.map(|of| folder.read(of, Most::Text)) {
        None | Some(Err(Refused::Io(_))) => None,
        Some(Ok(bytes)) => {
            stored += bytes.len() as u64;
            Some(sha256(&bytes))
        }
        Some(Err(why)) => return (look(id, refused(why)), Some(Cost::new(file, stored, None))),
    };
    let given = if of.is_some() { of_hash.as_ref() } else { Some(&hash) };
    if let Some((given, _)) = given.zip(expected).filter(|(given, expected)| given != expected) {
        return (look(id, Held::Altered(given.clone())), Some(Cost::new(file, stored, None)));
    }
    let url = dossier.sources[id].url.as_deref();
    match read(&bytes, &Hint::new(path, url)) {
        Ok(capture) => {
            let text = ArchivedText { capture: &capture, sha256: &hash, of: of_hash.as_deref() };
            (look(id, Held::Text(text)), Some(Cost::new(file, stored, Some(&capture))))
        }
        Err(unread) => (look(id, Held::Unread(unread)), Some(Cost::new(file, stored, None))),
    }
}

/// What any file says, and what `look` makes of it.
///
/// # Errors
/// A file that cannot be had, or is of a kind that is not read.
pub(crate) fn any_text<R>(path: &Path, look: impl FnOnce(&Capture<'_>) -> R) -> Result<R, Error> {
    let bytes = gate::named(path)?;
    let read = read(&bytes, &Hint::new(path, None));
    read.map(|capture| look(&capture)).map_err(|unread| not_read(path, &unread))
}

/// What any file says, with the SHA-256 of its bytes, and what `look` makes of it.
///
/// # Errors
/// A file that cannot be had, or is of a kind that is not read.
pub(crate) fn any_file<R>(path: &Path, look: impl FnOnce(ArchivedText<'_>) -> R) -> Result<R, Error> {
    let look = |read: Result<ArchivedText<'_>, Unread>| read.map(look);
    try_file(path, look)?.map_err(|unread| not_read(path, &unread))
}

fn not_read(path: &Path, unread: &Unread) -> Error {
    let message = format!("`{}` is not read: {unread}", path.display());
    let error = Error::new(ErrorKind::NoText, message).at(path);
    error.hint("keep its words in a text beside it; docs/texts.md says which kinds are read")
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
