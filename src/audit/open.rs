//! A dossier that was opened, and how it is asked about.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::known::{AsKnown, known_on};
use super::levels::Levels;
use crate::error::{Error, ErrorKind};
use crate::load;
use crate::load::gate::Recorder;
use crate::load::{Archive, Extent};
use crate::model::Dossier;
use crate::model::shard::Shard;
use crate::progress::Progress;
use crate::text::counted;
use crate::text::reuse::Shared;
use crate::view::withheld::Reader;

/// A dossier, and how it is asked about.
#[derive(Debug)]
pub struct Audit {
    pub(super) root: PathBuf,
    pub(crate) dossier: Dossier,
    /// Folders of archived texts.
    pub(super) folders: Vec<PathBuf>,
    pub(super) as_of: Option<AsKnown>,
    /// Whose eyes the views are for.
    pub(super) reader: Reader,
    /// What is met of the disk is written down here.
    pub(super) recorder: Recorder,
    /// How far a run has come is told here.
    pub(super) progress: Arc<Progress>,
    /// What its texts share, where that is known.
    pub(super) shared: Option<Vec<Shared>>,
}

impl Audit {
    /// Reads the dossier whose folder is `root`.
    ///
    /// # Errors
    /// A folder without a manifest, or a file that cannot be read. All else that is wrong becomes a finding.
    pub fn open(root: impl AsRef<Path>) -> Result<Self, Error> {
        Audit::recorded(root.as_ref(), &Recorder::default(), &Arc::default())
    }

    /// As [`Audit::open`]; what is met of the disk, then and later, is written down.
    ///
    /// # Errors
    /// As there.
    pub(crate) fn recorded(
        root: &Path,
        recorder: &Recorder,
        progress: &Arc<Progress>,
    ) -> Result<Self, Error> {
        Audit::share(root, Shard::WHOLE, recorder, progress)
    }

    /// As [`Audit::recorded`], with the claims and assessments of one share of the questions alone: what comes of these is what
    /// comes of them in the whole.
    ///
    /// # Errors
    /// As there.
    pub(crate) fn share(
        root: &Path,
        shard: Shard,
        recorder: &Recorder,
        progress: &Arc<Progress>,
    ) -> Result<Self, Error> {
        Audit::part(root, Extent::Share(shard), recorder, progress)
    }

    /// As [`Audit::recorded`], with so much of the dossier.
    ///
    /// # Errors
    /// As there.
    pub(super) fn part(
        root: &Path,
        extent: Extent<'_>,
        recorder: &Recorder,
        progress: &Arc<Progress>,
    ) -> Result<Self, Error> {
        let audit = Audit::of(root, load::part_of(root, extent, recorder, progress)?);
        Ok(Audit { recorder: recorder.clone(), progress: Arc::clone(progress), ..audit })
    }

    /// As [`Audit::open`], for whoever shows meanwhile how far the run has come: then, and while it is judged.
    ///
    /// # Errors
    /// As there.
    pub fn watched(root: impl AsRef<Path>, progress: &Arc<Progress>) -> Result<Self, Error> {
        Audit::recorded(root.as_ref(), &Recorder::default(), progress)
    }

    pub(crate) fn of(root: &Path, dossier: Dossier) -> Self {
        Audit {
            root: root.to_owned(),
            dossier,
            folders: Vec::new(),
            as_of: None,
            reader: Reader::Anyone,
            recorder: Recorder::default(),
            progress: Arc::default(),
            shared: None,
        }
    }

    /// Texts are looked for in these folders too: a file there is a source's text when its SHA-256 is the source's.
    #[must_use]
    pub fn with_archive(mut self, folders: &[PathBuf]) -> Self {
        self.folders.extend_from_slice(folders);
        self
    }

    /// Shows the words of sources, in every view but the report, as far as this reader may see them; without it, as far
    /// as anyone may.
    #[must_use]
    pub fn shown_to(self, reader: Reader) -> Self {
        Audit { reader, ..self }
    }

    /// Judges by these levels of rules; they go before those of the manifest.
    ///
    /// # Errors
    /// No such rule, with the nearest; one rule at two levels.
    pub fn with_levels(mut self, levels: &Levels) -> Result<Self, Error> {
        levels.set(&mut self.dossier)?;
        Ok(self)
    }

    /// What was known on the last day of an EDTF date: sources that came out later are left out, those without a date
    /// stay.
    ///
    /// # Errors
    /// No date, or one without a last day.
    pub fn known_on(self, words: &str) -> Result<Self, Error> {
        let (dossier, known) = known_on(self.dossier, words)?;
        Ok(Audit { dossier, as_of: Some(known), ..self })
    }

    /// The day that is asked about, and what was known on it.
    pub fn known(&self) -> Option<&AsKnown> {
        self.as_of.as_ref()
    }

    /// The dossier's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether no claim could be read, or none was out. A share without claims of its own is not silent.
    pub(crate) fn is_silent(&self) -> bool {
        self.dossier.claims.len() + self.dossier.share.passed_over == 0
    }

    /// The audit, where at least one claim could be read and was out.
    ///
    /// # Errors
    /// There is nothing to ask about.
    pub(crate) fn nonempty(self) -> Result<Self, Error> {
        if self.is_silent() { Err(self.nothing()) } else { Ok(self) }
    }

    /// The audit, where a claim could be read or something says why none could.
    ///
    /// # Errors
    /// There is nothing to check.
    pub(crate) fn checkable(self) -> Result<Self, Error> {
        let was_out = self.as_of.as_ref().is_some_and(|it| it.had_claims);
        if was_out || self.dossier.problems.is_empty() { self.nonempty() } else { Ok(self) }
    }

    /// Why nothing can be asked.
    pub(crate) fn nothing(&self) -> Error {
        if let Some(AsKnown { words, had_claims: true, .. }) = &self.as_of {
            return Error::new(
                ErrorKind::NothingToCheck,
                format!("nothing was known on {words}: no source with a claim was out"),
            );
        }
        let place = self.root.display();
        let message = format!("there is nothing to check: no claim could be read in `{place}`");
        let error = Error::new(ErrorKind::NothingToCheck, message).at(&self.root);
        if self.dossier.unreviewed > 0 {
            let waiting = self.dossier.unreviewed;
            return error.hint(format!(
                "{} below claims/unreviewed/ to be signed: `gainsay review` lists them",
                counted(waiting, "claim")
            ));
        }
        match (self.dossier.left_out.len(), self.dossier.problems.is_empty()) {
            (0, true) => error.hint("record a claim below `claims/`: `gainsay init DIR` shows one"),
            _ => error.hint("`gainsay check` says what stands in the way"),
        }
    }

    pub(super) fn archive(&self) -> Result<Archive, Error> {
        Archive::find(&self.dossier, &self.root, &self.folders, &self.recorder)
    }
}
