//! A dossier that was judged: its texts looked at, its claims aligned, its disputes weighed.

use std::sync::OnceLock;

use super::day::Day;
use super::look::look_at;
use super::open::Audit;
use crate::align::Alignment;
use crate::error::Error;
use crate::judge;
use crate::judge::{Court, Finding, Weighed};
use crate::load::{Archive, Held, each_text};
use crate::model::table::SourceId;
use crate::progress::Stage;
use crate::spot::SpottedText;

/// A dossier of which the texts were looked at, the claims aligned and the disputes weighed: every view is had from it.
pub struct Judged<'d> {
    pub(super) audit: &'d Audit,
    pub(super) archive: Archive,
    pub(super) alignment: Alignment<'d>,
    pub(super) weighed: Weighed,
    /// Of all rules, worked out when first asked for.
    pub(super) findings: OnceLock<Vec<Finding>>,
    /// What the texts say that could be recorded, looked at when first asked for.
    pub(super) spotted: OnceLock<Vec<SpottedText>>,
    /// The same of the sources that waive some of it.
    pub(super) waiving: OnceLock<Vec<SpottedText>>,
    pub(super) today: Day,
}

impl Audit {
    /// Looks at the texts, aligns, and weighs what the rules ask. `today` is a day number: what is overdue is overdue by
    /// it.
    ///
    /// # Errors
    /// An archive folder that cannot be read; of a share of a dossier, files that can no longer be.
    pub fn judged(&self, today: Day) -> Result<Judged<'_>, Error> {
        let archive = self.archive()?;
        let looked = look_at(&self.dossier, (&archive, &self.root), self.shared.as_deref(), &self.progress)?;
        self.progress.begin(Stage::Judging, 0);
        let alignment = Alignment::new(&self.dossier, looked);
        let weighed = Weighed::new(&alignment);
        let (findings, spotted, waiving) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Ok(Judged { audit: self, archive, alignment, weighed, findings, spotted, waiving, today })
    }
}

impl Judged<'_> {
    pub(crate) fn court(&self) -> Court<'_> {
        Court::of(&self.alignment, &self.weighed, self.today.0).spotting(self)
    }

    /// All findings of all rules that are not allowed, in the order of their places.
    pub(crate) fn findings(&self) -> &[Finding] {
        self.findings.get_or_init(|| judge::judge(&self.court()))
    }

    pub(crate) fn alignment(&self) -> &Alignment<'_> {
        &self.alignment
    }

    pub(crate) fn audit(&self) -> &Audit {
        self.audit
    }

    /// The words of both texts, where both are held.
    pub(super) fn both_texts(&self, a: SourceId, b: SourceId) -> Option<(String, String)> {
        let mut texts = each_text(&self.audit.dossier, &self.archive, &[a, b], |_, held| match held {
            Held::Text(text) => Some(text.capture.words.article().to_owned()),
            _ => None,
        });
        let second = texts.pop().flatten();
        texts.pop().flatten().zip(second)
    }
}
