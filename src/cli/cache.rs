//! Answers that are kept: where nothing has changed that a run met, another that asks the same is given what it printed.

mod entry;
mod key;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use clap::Args;

use super::exit::Exit;
use super::handed::{Before, Handed};
use super::heard::Heard;
use super::output::Output;
use super::place::Place;
use super::writer;
use crate::error::{Error, ErrorKind};
use crate::load::CLAIMS;
use crate::load::gate::{Again, Change, Recorder, own};
use entry::{Answer, Entry, MOST};
use key::{full, key};

/// Whether answers are kept, and where.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Cache {
    /// Keep answers in this folder, and give them again while nothing has changed; left out: $XDG_CACHE_HOME/gainsay or
    /// ~/.cache/gainsay, for runs of more than a tenth of a second
    #[arg(long, value_name = "DIR", conflicts_with = "no_cache")]
    cache: Option<PathBuf>,

    /// Neither look for an answer that was kept nor keep this one
    #[arg(long)]
    no_cache: bool,
}

/// A folder of answers, and how long a run takes that is worth keeping there.
struct Folder {
    path: PathBuf,
    worth: Duration,
}

/// Where nobody named a folder, quicker runs leave nothing behind.
const WORTH: Duration = Duration::from_millis(100);

impl Cache {
    /// The folder of answers; `None` where there is none.
    fn folder(&self) -> Option<Folder> {
        if self.no_cache || cfg!(not(unix)) {
            return None;
        }
        if let Some(named) = &self.cache {
            return Some(Folder { path: named.clone(), worth: Duration::ZERO });
        }
        let from = |variable: &str| {
            std::env::var_os(variable).map(PathBuf::from).filter(|folder| folder.is_absolute())
        };
        let caches = from("XDG_CACHE_HOME").or_else(|| from("HOME").map(|home| home.join(".cache")))?;
        Some(Folder { path: caches.join("gainsay"), worth: WORTH })
    }
}

/// A question that may have been answered before.
pub(super) struct Asked<'a> {
    /// The command with all its arguments.
    pub(super) words: String,
    pub(super) cache: &'a Cache,
    pub(super) archives: &'a [PathBuf],
}

impl Asked<'_> {
    /// Gives the answer that was kept, else has the command run and keeps what comes of it.
    ///
    /// # Errors
    /// The command's, or the folder of answers lies in what is read.
    pub(super) fn answered(
        &self,
        place: Place,
        output: &Output,
        run: impl FnOnce(&Place, &Output) -> Result<Exit, Error>,
    ) -> Result<Exit, Error> {
        let (start, now) = (Instant::now(), now());
        let Some((folder, key)) = self.sought(&place, output)? else { return run(&place, output) };
        let path = folder.path.join(format!("{key}{}", writer::KEPT));
        let bytes = own(&path, MOST);
        let mut before = None;
        if let Some(mut entry) = bytes.as_deref().and_then(|bytes| Entry::read(bytes, &key)) {
            match entry.met.again(now) {
                Again::Changed(change) => before = change.and_then(|it| self.before(entry, it, &place)),
                again => {
                    let Answer { out, err, exit } = entry.answer;
                    output.repeat(out, err)?;
                    if again == Again::Settled {
                        keep(&folder, &key, &entry);
                    }
                    return Ok(Exit::of_check(exit));
                }
            }
        }
        drop(bytes);
        let handed = Handed { before, ..Handed::default() };
        let place = Place { recorder: Recorder::begun(now), handed, ..place };
        output.listen();
        let exit = run(&place, output)?;
        let pieces = place.handed.pieces.get().and_then(|pieces| serde_json::to_vec(pieces).ok());
        let is_worth = place.handed.met.get().is_some() || start.elapsed() >= folder.worth;
        let heard = output.heard().filter(|_| is_worth);
        let met = place.handed.met.get().cloned().or_else(|| place.recorder.met());
        // What is asked must not have become something else meanwhile, and be it by midnight.
        let is_same = || self.sought(&place, output).is_ok_and(|it| it.is_some_and(|it| it.1 == key));
        if let (Some(Heard { out, err }), Some(met), true) = (heard, met, is_same()) {
            let answer = Answer { out: &out, err: &err, exit: exit.code() };
            keep(&folder, &key, &Entry { answer, met, pieces: pieces.unwrap_or_default().into() });
        }
        Ok(exit)
    }

    /// What a run is handed of an answer of which something has changed; `None` where it does not fall into pieces.
    fn before(&self, entry: Entry<'_>, change: Change, place: &Place) -> Option<Before> {
        let Entry { answer: Answer { out, err, .. }, met, pieces } = entry;
        let root = full(&place.root().ok()?)?;
        // What else is said would have to be said again; what is changed in a folder of texts may be one.
        let claims = root.join(CLAIMS);
        let is_text = |archive: &PathBuf| {
            full(archive).is_none_or(|archive| claims.starts_with(&archive) || archive.starts_with(&claims))
        };
        let are_of_claims = change.folders.iter().all(|folder| Path::new(folder).starts_with(&claims));
        if !err.is_empty() || !are_of_claims || self.archives.iter().any(is_text) {
            return None;
        }
        Some(Before { pieces: serde_json::from_slice(&pieces).ok()?, out: out.to_vec(), met, change, root })
    }

    /// Where an answer would be kept, and by which key; `None` where none is.
    fn sought(&self, place: &Place, output: &Output) -> Result<Option<(Folder, String)>, Error> {
        let Some(folder) = self.cache.folder() else { return Ok(None) };
        let Some(key) = key(&self.words, self.archives, place, output) else { return Ok(None) };
        let (Some(path), Ok(root)) = (full(&folder.path), place.root()) else { return Ok(None) };
        // What a stranger commits is no answer.
        let mut read = [&root].into_iter().chain(self.archives);
        if read.any(|folder| full(folder).is_none_or(|folder| path.starts_with(folder))) {
            return match &self.cache.cache {
                None => Ok(None),
                Some(named) => {
                    let error = Error::new(
                        ErrorKind::Refused,
                        format!(
                            "`--cache {}` lies in the dossier or in a folder of texts, and nothing there is an answer",
                            named.display()
                        ),
                    );
                    Err(error.hint("name a folder outside of them"))
                }
            };
        }
        Ok(Some((Folder { path, ..folder }, key)))
    }
}

/// Keeps an answer where that can be done; it has been given already.
fn keep(folder: &Folder, key: &str, entry: &Entry<'_>) {
    if let Some(bytes) = entry.written(key) {
        let _ = writer::keep(&folder.path, key, &bytes);
    }
}

/// How long ago 1970 was.
fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}
