//! What a run does, once and the same for every command: open, look at the texts, align, judge, and ask for a view.
//!
//! An [`Audit`] is a dossier and how it is asked about: whose texts, as of which day, with which levels of rules.
//! [`Audit::judged`] looks at every text that is held, once, and gives [`Judged`], from which every view is had: so no
//! view can be had of texts that nobody looked at, and no two views of one audit disagree.
//!
//! What it costs: each text is read once, those that share a passage once more, side by side. Texts are looked at
//! whatever is asked, also for a single question: a passage that stands in very many texts is boilerplate and joins
//! nothing, so that no text can be left out without another answer.

mod copied;
mod levels;
mod lock;
mod look;
mod names;
mod views;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::align::Alignment;
use crate::error::{Error, ErrorKind};
use crate::judge;
use crate::judge::{Court, Finding, Weighed};
use crate::load;
use crate::load::{Archive, ArchivedText, Held, each_text};
use crate::model::Dossier;
use crate::model::as_of::{Known, as_known_on};
use crate::model::table::SourceId;
use crate::value::calendar::date;
use crate::view::withheld::Reader;
pub(crate) use copied::between_files;
pub(crate) use levels::Levels;
pub(crate) use lock::Locking;
pub(crate) use views::{Part, SideBySide};

/// A dossier, and how it is asked about.
#[derive(Debug)]
pub(crate) struct Audit {
    root: PathBuf,
    pub(crate) dossier: Dossier,
    /// Folders of archived texts.
    folders: Vec<PathBuf>,
    as_of: Option<AsKnown>,
    /// Whose eyes the views are for.
    reader: Reader,
}

/// What was left of a dossier on the day that is asked about.
#[derive(Debug)]
pub(crate) struct AsKnown {
    /// The date as it was asked for.
    pub(crate) words: String,
    pub(crate) known: Known,
    /// The sources that were not out.
    left_out: BTreeSet<String>,
    had_claims: bool,
}

/// A dossier as it was at a revision.
#[derive(Debug)]
pub(crate) struct Past {
    pub(crate) audit: Audit,
    /// The commit's full name.
    pub(crate) commit: String,
}

impl Audit {
    /// Reads the dossier whose folder is `root`.
    ///
    /// # Errors
    /// A folder without a manifest, or a file that cannot be read. All else that is wrong becomes a finding.
    pub(crate) fn open(root: &Path) -> Result<Self, Error> {
        Ok(Audit::of(root, load::dossier(root)?))
    }

    fn of(root: &Path, dossier: Dossier) -> Self {
        Audit { root: root.to_owned(), dossier, folders: Vec::new(), as_of: None, reader: Reader::Anyone }
    }

    /// The same dossier as it was at a git revision, asked about in the same way. Its texts are those of today.
    ///
    /// # Errors
    /// No git, no repository, no such revision, no dossier at it.
    pub(crate) fn at(&self, revision: &str) -> Result<Past, Error> {
        let past = load::at_revision(&self.root, revision)?;
        let commit = past.commit;
        let past = Audit::of(&self.root, past.dossier).with_archive(&self.folders).shown_to(self.reader);
        let audit = match &self.as_of {
            Some(known) => past.known_on(&known.words)?,
            None => past,
        };
        Ok(Past { audit, commit })
    }

    /// Texts are looked for in these folders too: a file there is a source's text when its SHA-256 is the source's.
    #[must_use]
    pub(crate) fn with_archive(mut self, folders: &[PathBuf]) -> Self {
        self.folders.extend_from_slice(folders);
        self
    }

    /// Shows the words of sources, in every view but the report, as far as this reader may see them; without it, as far
    /// as anyone may.
    #[must_use]
    pub(crate) fn shown_to(self, reader: Reader) -> Self {
        Audit { reader, ..self }
    }

    /// Judges by these levels of rules; they go before those of the manifest.
    ///
    /// # Errors
    /// No such rule, with the nearest; one rule at two levels.
    pub(crate) fn with_levels(mut self, levels: &Levels) -> Result<Self, Error> {
        levels.set(&mut self.dossier)?;
        Ok(self)
    }

    /// What was known on the last day of an EDTF date: sources that came out later are left out, those without a date
    /// stay.
    ///
    /// # Errors
    /// No date, or one without a last day.
    pub(crate) fn known_on(self, words: &str) -> Result<Self, Error> {
        let day = last_day(words)?;
        let had_claims = self.dossier.claims.len() > 0;
        let mut left_out: BTreeSet<String> = self.dossier.sources.names().map(str::to_owned).collect();
        let (dossier, known) = as_known_on(self.dossier, day);
        dossier.sources.names().for_each(|name| {
            left_out.remove(name);
        });
        let as_of = AsKnown { words: words.to_owned(), known, left_out, had_claims };
        Ok(Audit { dossier, as_of: Some(as_of), ..self })
    }

    /// The day that is asked about, and what was known on it.
    pub(crate) fn known(&self) -> Option<&AsKnown> {
        self.as_of.as_ref()
    }

    /// The dossier's folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Whether no claim could be read, or none was out.
    pub(crate) fn is_silent(&self) -> bool {
        self.dossier.claims.len() == 0
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
        match (self.dossier.left_out, self.dossier.problems.is_empty()) {
            (0, true) => error.hint("record a claim below `claims/`: `gainsay init DIR` shows one"),
            _ => error.hint("`gainsay check` says what stands in the way"),
        }
    }

    /// Looks at the texts, aligns, and weighs what the rules ask. `today` is a day number: what is overdue is overdue by
    /// it.
    ///
    /// # Errors
    /// An archive folder that cannot be read.
    pub(crate) fn judged(&self, today: i128) -> Result<Judged<'_>, Error> {
        let archive = self.archive()?;
        let alignment = Alignment::new(&self.dossier, look::look_at(&self.dossier, &archive));
        let weighed = Weighed::new(&alignment);
        Ok(Judged { audit: self, archive, alignment, weighed, findings: OnceLock::new(), today })
    }

    /// Looks at the text of one source.
    ///
    /// # Errors
    /// No such source, an archive folder that cannot be read, or a text that cannot be had: why.
    pub(crate) fn text_of<T: Send>(
        &self,
        source: &str,
        look: impl Fn(SourceId, ArchivedText<'_>) -> T + Sync,
    ) -> Result<T, Error> {
        let id = self.source(source)?;
        let looked = each_text(&self.dossier, &self.archive()?, &[id], |_, held| match held {
            Held::Text(text) => Ok(look(id, text)),
            Held::Altered(_) => Err("has changed since it was recorded: its SHA-256 differs".to_owned()),
            Held::Missing(why) => Err(format!("cannot be read: {why}")),
            Held::Nowhere => Err("is not held here".to_owned()),
        });
        looked.into_iter().next().expect("one source was asked for").map_err(|why| {
            let error = Error::new(ErrorKind::NoText, format!("the text of source `{source}` {why}"));
            error.hint("name the folder of the texts with `--archive DIR`")
        })
    }

    fn archive(&self) -> Result<Archive, Error> {
        Archive::find(&self.dossier, &self.root, &self.folders)
    }
}

/// The last day of a date.
fn last_day(words: &str) -> Result<i128, Error> {
    let expected = "expected an EDTF date such as 2024-01-28 or 2024-01";
    let read = date::read(words).map_err(|why| {
        Error::new(ErrorKind::Unreadable, format!("`{words}` cannot be read as a date: {}", why.message))
            .hint(expected)
    })?;
    read.hard
        .greatest()
        .ok_or_else(|| Error::new(ErrorKind::Unreadable, format!("`{words}` has no last day")).hint(expected))
}

/// A dossier of which the texts were looked at, the claims aligned and the disputes weighed: every view is had from it.
pub(crate) struct Judged<'d> {
    audit: &'d Audit,
    archive: Archive,
    alignment: Alignment<'d>,
    weighed: Weighed,
    /// Of all rules, worked out when first asked for.
    findings: OnceLock<Vec<Finding>>,
    today: i128,
}

impl Judged<'_> {
    pub(crate) fn court(&self) -> Court<'_> {
        Court::of(&self.alignment, &self.weighed, self.today)
    }

    /// All findings of all rules that are not allowed, in the order of their places.
    pub(crate) fn findings(&self) -> &[Finding] {
        self.findings.get_or_init(|| judge::judge(&self.court()))
    }

    pub(crate) fn audit(&self) -> &Audit {
        self.audit
    }

    /// The words of both texts, where both are held.
    fn both_texts(&self, a: SourceId, b: SourceId) -> Option<(String, String)> {
        let mut texts = each_text(&self.audit.dossier, &self.archive, &[a, b], |_, held| match held {
            Held::Text(text) => Some(text.text.to_owned()),
            _ => None,
        });
        let second = texts.pop().flatten();
        texts.pop().flatten().zip(second)
    }
}
