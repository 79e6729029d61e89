//! Opening the dossier that a command works on.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::align::Alignment;
use crate::align::looked::Looked;
use crate::error::Error;
use crate::load;
use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId, EventId, QuestionId, SourceId};
use crate::text::nearest::nearest;

/// Which dossier was asked for.
pub(super) struct Place {
    pub(super) dossier: Option<PathBuf>,
}

impl Place {
    /// The dossier's folder.
    ///
    /// # Errors
    /// No dossier at or above the working folder.
    pub(super) fn root(&self) -> Result<PathBuf, Error> {
        match &self.dossier {
            Some(folder) => Ok(folder.clone()),
            None => {
                let here = std::env::current_dir()
                    .map_err(|why| Error::io("find", &PathBuf::from("the working folder"), why))?;
                load::root_above(&here)
            }
        }
    }

    /// The dossier, which must hold at least one claim that could be read.
    ///
    /// # Errors
    /// No dossier; one that cannot be read; one without claims.
    pub(super) fn open(&self) -> Result<Dossier, Error> {
        let root = self.root()?;
        let dossier = load::dossier(&root)?;
        if dossier.claims.len() > 0 {
            return Ok(dossier);
        }
        let error =
            Error::said(format!("there is nothing to check: no claim could be read in `{}`", root.display()));
        Err(match (dossier.left_out, dossier.problems.is_empty()) {
            (0, true) => error.hint("record a claim below `claims/`: `gainsay init DIR` shows one"),
            _ => error.hint("`gainsay check` says what stands in the way"),
        })
    }
}

/// The dossier's folder below the repository that CI shows paths from, with a `/` at its end; empty where they are
/// one, or where that cannot be told. The repository is the nearest folder at or above that holds `.git`.
pub(super) fn base(root: &Path) -> String {
    let Ok(full) = root.canonicalize() else { return String::new() };
    let Some(top) = full.ancestors().find(|folder| folder.join(".git").exists()) else {
        return String::new();
    };
    let below = full.strip_prefix(top).unwrap_or(Path::new(""));
    below.components().map(|part| format!("{}/", part.as_os_str().to_string_lossy())).collect()
}

/// Aligns a dossier whose texts were not looked at.
pub(super) fn align(dossier: &Dossier) -> Alignment<'_> {
    Alignment::new(dossier, Looked::nothing(dossier))
}

/// The day it is, as a day number.
pub(super) fn today() -> i128 {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    i128::from(seconds / 86_400)
}

/// The question of a name.
///
/// # Errors
/// No such question; the nearest is named.
pub(super) fn question(dossier: &Dossier, name: &str) -> Result<QuestionId, Error> {
    dossier.questions.find(name).ok_or_else(|| unknown("question", name, dossier.questions.names()))
}

/// The claim of a full name.
///
/// # Errors
/// No such claim; the nearest is named.
pub(super) fn claim(dossier: &Dossier, name: &str) -> Result<ClaimId, Error> {
    dossier.claims.find(name).ok_or_else(|| unknown("claim", name, dossier.claims.names()))
}

/// The source of a name.
///
/// # Errors
/// No such source; the nearest is named.
pub(super) fn source(dossier: &Dossier, name: &str) -> Result<SourceId, Error> {
    dossier.sources.find(name).ok_or_else(|| unknown("source", name, dossier.sources.names()))
}

/// The agent of a name.
///
/// # Errors
/// No such agent; the nearest is named.
pub(super) fn agent(dossier: &Dossier, name: &str) -> Result<AgentId, Error> {
    dossier.agents.find(name).ok_or_else(|| unknown("agent", name, dossier.agents.names()))
}

/// The event or the question of a name.
///
/// # Errors
/// Neither; the nearest of either is named.
pub(super) fn event_or_question(dossier: &Dossier, name: &str) -> Result<Result<EventId, QuestionId>, Error> {
    if let Some(event) = dossier.events.find(name) {
        return Ok(Ok(event));
    }
    match dossier.questions.find(name) {
        Some(question) => Ok(Err(question)),
        None => {
            Err(unknown("event or question", name, dossier.events.names().chain(dossier.questions.names())))
        }
    }
}

/// Nothing has this name; the nearest that has one is named.
pub(super) fn unknown<'a>(what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> Error {
    let error = Error::said(format!("no {what} is called `{name}`"));
    match nearest(name, known) {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint("`gainsay table` lists all questions"),
    }
}
