//! A dossier as it was at a git revision, asked about as the one that stands.

use super::day::Day;
use super::judged::Judged;
use super::levels::Levels;
use super::open::Audit;
use crate::error::Error;
use crate::load;

/// A dossier as it was at a revision.
#[derive(Debug)]
pub struct Past {
    pub(super) audit: Audit,
    /// As it was asked for.
    pub(super) revision: String,
    /// Its full name.
    pub(super) commit: String,
}

/// The past, judged: what [`Judged::since`] compares with.
pub struct JudgedPast<'d> {
    pub(super) past: &'d Past,
    pub(super) judged: Judged<'d>,
}

impl Audit {
    /// The same dossier as it was at a git revision, asked about in the same way; `REV...` is where REV and HEAD parted.
    /// Where there was none yet, all of this one is new.
    /// Its texts are those of today.
    ///
    /// # Errors
    /// No git, no repository, no such revision.
    pub fn at(&self, revision: &str) -> Result<Past, Error> {
        let past = load::at_revision(&self.root, revision)?;
        let audit = Audit::of(&self.root, past.dossier).with_archive(&self.folders).shown_to(self.reader);
        let audit = match &self.as_of {
            Some(known) => audit.known_on(&known.words)?,
            None => audit,
        };
        Ok(Past { audit, revision: revision.to_owned(), commit: past.commit })
    }
}

impl Past {
    /// Judges it by these levels of rules: see [`Audit::with_levels`].
    ///
    /// # Errors
    /// As there.
    pub fn with_levels(self, levels: &Levels) -> Result<Self, Error> {
        Ok(Past { audit: self.audit.with_levels(levels)?, ..self })
    }

    /// The dossier as it was.
    pub fn audit(&self) -> &Audit {
        &self.audit
    }

    /// Judges it: see [`Audit::judged`].
    ///
    /// # Errors
    /// An archive folder that cannot be read.
    pub fn judged(&self, today: Day) -> Result<JudgedPast<'_>, Error> {
        Ok(JudgedPast { past: self, judged: self.audit.judged(today)? })
    }
}
