//! Which dossier a command works on, and which day it is.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::handed::Handed;
use crate::audit::Day;
use crate::error::Error;
use crate::load;
use crate::load::gate::Recorder;
use crate::progress::Progress;

/// Which dossier was asked for, and of which program.
pub(super) struct Place {
    pub(super) dossier: Option<PathBuf>,
    /// The whole command line, for the commands that describe it.
    pub(super) line: fn() -> clap::Command,
    /// What a run meets of the disk is written down here.
    pub(super) recorder: Recorder,
    /// How far the run has come.
    pub(super) progress: Arc<Progress>,
    /// What was kept of another run, and what is to be kept of this one.
    pub(super) handed: Handed,
    /// As [`Place::is_light`], once that was asked.
    pub(super) light: OnceCell<bool>,
}

impl Place {
    /// The dossier's folder.
    ///
    /// # Errors
    /// No dossier at or above the working folder.
    pub(super) fn root(&self) -> Result<PathBuf, Error> {
        root(self.dossier.as_deref())
    }

    /// Whether little lies in the folder of the dossier.
    pub(super) fn is_light(&self, root: &Path) -> bool {
        *self.light.get_or_init(|| load::is_light(root))
    }
}

/// The folder of the dossier that is named, else of the one at or above the working folder.
///
/// # Errors
/// There is none.
pub(super) fn root(named: Option<&Path>) -> Result<PathBuf, Error> {
    match named {
        Some(folder) => Ok(folder.to_owned()),
        None => {
            let here =
                std::env::current_dir().map_err(|why| Error::stream("find", "the working folder", why))?;
            load::root_above(&here)
        }
    }
}

/// The dossier's folder below the repository that CI shows paths from, with a `/` at its end; empty where they are
/// one, or where that cannot be told. The repository is the nearest folder at or above that holds `.git`.
pub(super) fn base(root: &Path) -> String {
    let below = below_repository(root).unwrap_or_default();
    if below.is_empty() { below } else { format!("{below}/") }
}

/// A file below the repository that CI shows paths from, told as for the dossier's folder; as it is named where it lies below none.
pub(super) fn shown_path(file: &Path) -> String {
    below_repository(file).unwrap_or_else(|| file.display().to_string())
}

fn below_repository(path: &Path) -> Option<String> {
    let full = path.canonicalize().ok()?;
    let top = full.ancestors().find(|folder| folder.join(".git").exists())?;
    let parts = full.strip_prefix(top).ok()?.components();
    Some(parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
}

/// The day it is.
pub(super) fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Day::since_epoch(i64::try_from(seconds / 86_400).unwrap_or(i64::MAX))
}
