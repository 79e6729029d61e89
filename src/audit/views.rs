//! From a judged dossier to the views of it: one method for each, with everything asked for by name.

use super::judged::Judged;
use super::past::{JudgedPast, Past};
use crate::error::{Error, ErrorKind};
use crate::judge::brought;
use crate::view::blind::{BlindTable, Reveal};
use crate::view::captures::CapturesDiff;
use crate::view::check::{Checked, Revision};
use crate::view::compare::Comparison;
use crate::view::diff::SourcesDiff;
use crate::view::explain::Explanation;
use crate::view::impact::Impact;
use crate::view::report::Report;
use crate::view::reuse::SharedTexts;
use crate::view::silence::SilenceMatrix;
use crate::view::since;
use crate::view::since::{RecordChange, RecordSide};
use crate::view::table::{Of, ProvenanceTable};
use crate::view::timeline::Timeline;
use crate::view::trace::Trace;

/// Which part of a dossier a table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'n> {
    /// All that is asked.
    All,
    /// The questions that two sources or more answer.
    Shared,
    /// An event or a question.
    Named(&'n str),
}

/// What two sources come to, side by side.
pub enum SideBySide {
    /// Two sources, claim by claim.
    Claims(SourcesDiff),
    /// Two captures of one page: what became of the claims of the earlier.
    Captures(CapturesDiff),
}

impl Judged<'_> {
    /// What was found, and what was looked at.
    pub fn check(&self) -> Checked<'_> {
        Checked::new(&self.court(), self.findings(), self.audit.reader)
    }

    /// What was found, and of each finding what became of it since a revision: what is new since then is marked where it was
    /// added.
    pub fn check_since(&self, then: &JudgedPast<'_>) -> Checked<'_> {
        let brought =
            brought((&then.judged.court(), then.judged.findings()), (&self.court(), self.findings()));
        let Past { revision, commit, .. } = then.past;
        let since = Revision { revision: revision.clone(), commit: commit.clone() };
        Checked::since(&self.court(), self.findings(), &brought, since, self.audit.reader)
    }

    /// The discrepancy report.
    pub fn report(&self) -> Report {
        Report::new(&self.court(), self.findings())
    }

    /// The provenance table: questions by sources.
    ///
    /// # Errors
    /// No such event or question.
    pub fn table(&self, part: Part<'_>) -> Result<ProvenanceTable, Error> {
        Ok(ProvenanceTable::new(&self.court(), self.part(part)?))
    }

    /// The provenance table with letters for sources and speakers.
    ///
    /// # Errors
    /// No such event or question.
    pub fn blind(&self, part: Part<'_>, reveal: Reveal) -> Result<BlindTable, Error> {
        Ok(BlindTable::new(&self.audit.dossier, self.table(part)?, reveal))
    }

    /// Which source answers which question, and which says nothing.
    ///
    /// # Errors
    /// No such event or question.
    pub fn silence(&self, part: Part<'_>) -> Result<SilenceMatrix, Error> {
        Ok(SilenceMatrix::new(&self.court(), self.part(part)?))
    }

    /// Every pair of claims on a question, or on all.
    ///
    /// # Errors
    /// No such question.
    pub fn compare(&self, question: Option<&str>) -> Result<Comparison, Error> {
        let only = question.map(|name| self.audit.question(name)).transpose()?;
        Ok(Comparison::new(&self.court(), only))
    }

    /// The way of a claim (`SOURCE#ID`), or of all on a question (`EVENT/QUESTION`), to who said it first.
    ///
    /// # Errors
    /// No such claim or question.
    pub fn trace(&self, name: &str) -> Result<Trace, Error> {
        let (question, claim) = match name.contains('#') {
            true => {
                let claim = self.audit.claim(name)?;
                (self.audit.dossier.claims[claim].question, Some(claim))
            }
            false => (self.audit.question(name)?, None),
        };
        Ok(Trace::new(&self.court(), question, claim, self.audit.reader))
    }

    /// What was said on a question, in order of time.
    ///
    /// # Errors
    /// No such question.
    pub fn timeline(&self, question: &str) -> Result<Timeline, Error> {
        Ok(Timeline::new(&self.court(), self.audit.question(question)?))
    }

    /// What falls with a source or an agent.
    ///
    /// # Errors
    /// No such source or agent.
    pub fn impact(&self, name: &str) -> Result<Impact, Error> {
        Ok(Impact::new(&self.court(), self.audit.taken(name)?))
    }

    /// Two sources claim by claim; of two captures of one page, what became of the claims of the earlier.
    ///
    /// # Errors
    /// No such source.
    pub fn diff(&self, a: &str, b: &str) -> Result<SideBySide, Error> {
        let (a, b) = (self.audit.source(a)?, self.audit.source(b)?);
        if a == b || !self.alignment.sources.one_family(a, b) {
            return Ok(SideBySide::Claims(SourcesDiff::new(&self.court(), a, b, self.audit.reader)));
        }
        let (old, new) = if self.alignment.later_capture(a, b) == Some(a) { (b, a) } else { (a, b) };
        let texts = self.both_texts(old, new);
        let texts = texts.as_ref().map(|(old, new)| (old.as_str(), new.as_str()));
        Ok(SideBySide::Captures(CapturesDiff::new(&self.court(), (old, new), texts, self.audit.reader)))
    }

    /// What became of the record since a revision.
    pub fn since(&self, then: &JudgedPast<'_>) -> RecordChange {
        let (before, after) = (then.judged.court(), self.court());
        let before = RecordSide { court: &before, findings: then.judged.findings() };
        let after = RecordSide { court: &after, findings: self.findings() };
        let Past { revision, commit, .. } = then.past;
        since::record(before, after, revision, commit, self.audit.reader)
    }

    /// The passages that texts share though no link is declared.
    ///
    /// # Errors
    /// No text is held.
    pub fn reuse(&self) -> Result<SharedTexts, Error> {
        let held = self.alignment.texts.iter().filter(|text| text.is_held()).count();
        if held == 0 {
            let error = Error::new(ErrorKind::NoText, "no text is held here, so there is nothing to compare");
            return Err(error.hint(
                "name the folder of the texts with `--archive DIR`, or files: `gainsay reuse a.txt b.txt`",
            ));
        }
        Ok(SharedTexts::of_dossier(&self.audit.dossier, &self.alignment.reuse, held, self.audit.reader))
    }

    /// The finding whose fingerprint begins with some digits, explained.
    ///
    /// # Errors
    /// No such finding, or more than one.
    pub fn explain(&self, digits: &str) -> Result<Explanation, Error> {
        let mut named = self.findings().iter().filter(|finding| finding.fingerprint().starts_with(digits));
        let Some(first) = named.next() else {
            let error = Error::new(ErrorKind::Unknown, format!("no finding's digits begin with `{digits}`"));
            return Err(error.hint(
                "`gainsay check` prints them behind each finding's rule; a finding that was settled has none",
            ));
        };
        if let Some(other) = named.next() {
            let error = Error::new(
                ErrorKind::Ambiguous,
                format!("more than one finding's digits begin with `{digits}`"),
            );
            let (a, b) = (first.fingerprint(), other.fingerprint());
            return Err(error.hint(format!("give more of them: {a} or {b}")));
        }
        Ok(Explanation::new(&self.court(), first, self.audit.reader))
    }

    fn part(&self, part: Part<'_>) -> Result<Of, Error> {
        Ok(match part {
            Part::All => Of::All,
            Part::Shared => Of::Shared,
            Part::Named(name) => match self.audit.event_or_question(name)? {
                Ok(event) => Of::Event(event),
                Err(question) => Of::Question(question),
            },
        })
    }
}
