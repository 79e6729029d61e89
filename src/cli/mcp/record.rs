//! The record as a session knows it: read when it is asked for, and anew when any of it has changed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::audit::{Audit, Day, Judged};
use crate::cli::place;
use crate::error::Error;
use crate::load::gate::{Again, Met, Recorder};
use crate::view::report::Report;

/// Where the record is.
pub(super) struct Shelf {
    pub(super) root: PathBuf,
    pub(super) archives: Vec<PathBuf>,
}

impl Shelf {
    /// The record as it stands, and what writes down all that is met of it.
    ///
    /// # Errors
    /// No dossier, or one that cannot be read.
    pub(super) fn audit(&self) -> Result<(Audit, Recorder), Error> {
        let recorder = Recorder::begun(now());
        let audit = Audit::recorded(&self.root, &recorder, &Arc::default())?.with_archive(&self.archives);
        Ok((audit, recorder))
    }
}

/// A record that was read and judged, for as long as it is as it was.
pub(super) struct Record<'d> {
    pub(super) judged: Judged<'d>,
    pub(super) report: Report,
    /// Digits that name it.
    pub(super) digits: String,
    /// What was met of the disk; `None` where it cannot be told whether that is as it was.
    met: Option<Met>,
    today: Day,
}

impl<'d> Record<'d> {
    /// # Errors
    /// An archive folder that cannot be read.
    pub(super) fn new(audit: &'d Audit, recorder: &Recorder) -> Result<Self, Error> {
        let today = place::today();
        let judged = audit.judged(today)?;
        let (report, digits) = (judged.report(), judged.digits());
        Ok(Record { judged, report, digits, met: recorder.met(), today })
    }

    /// Whether it is still what stands there.
    pub(super) fn is_as_it_was(&mut self) -> bool {
        let is_same = |met: &mut Met| !matches!(met.again(now()), Again::Changed(_));
        self.today == place::today() && self.met.as_mut().is_some_and(is_same)
    }

    /// The folder that it was read from.
    pub(super) fn root(&self) -> &Path {
        self.judged.audit().root()
    }
}

/// How long ago 1970 was.
fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}
