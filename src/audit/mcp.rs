//! What a program is told that talks with us: the items of each answer, from one judged dossier.

use super::judged::Judged;
use super::text::at_hand;
use crate::capture::{QuoteFinder, sha256};
use crate::error::{Error, ErrorKind};
use crate::load::each_text;
use crate::model::table::{QuestionId, SourceId};
use crate::text::Needle;
use crate::view::find::FoundQuote;
use crate::view::mcp::disputes::{Detail, InDispute, disputes};
use crate::view::mcp::hold_quote::HeldQuote;
use crate::view::mcp::sought;
use crate::view::mcp::who_says::{WhoSays, who_says};
use crate::view::name::QuestionName;
use crate::view::report::{Disagreement, Report};
use crate::view::withheld::Gate;

/// Which questions are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About<'n> {
    /// Every question.
    Everything,
    /// An event or a question.
    Named(&'n str),
    /// Those that some words ask for.
    Words(&'n str),
}

/// So many digits name a record.
const DIGITS: usize = 12;

impl Judged<'_> {
    /// Digits that name what was read: other files or other texts have others.
    pub(crate) fn digits(&self) -> String {
        let files = &self.audit.dossier.files.0;
        let mut told = env!("CARGO_PKG_VERSION").to_owned();
        for file in files {
            told.push_str(&format!("\n{} {}", file.path, sha256(file.text.as_bytes())));
        }
        for (state, read) in self.alignment.texts.iter().zip(&self.alignment.read) {
            told.push_str(&format!(
                "\n{state:?} {:?}",
                read.as_ref().map(|read| (&read.sha256, &read.words))
            ));
        }
        let mut digits = sha256(told.as_bytes());
        digits.truncate(DIGITS);
        digits
    }

    /// Who answers some questions, and what; `report` is that of this dossier.
    ///
    /// # Errors
    /// No such event or question, or words that no question answers to.
    pub(crate) fn who_says(&self, report: &Report, about: About<'_>) -> Result<Vec<WhoSays>, Error> {
        let questions = self.asked_about(about)?;
        Ok(who_says(&self.court(), self.gate(), &report.disputes, &questions))
    }

    /// What is in dispute on some questions; `report` is that of this dossier.
    ///
    /// # Errors
    /// No such event or question, or words that no question answers to.
    pub(crate) fn in_dispute(
        &self,
        report: &Report,
        about: About<'_>,
        detail: Detail,
    ) -> Result<Vec<InDispute>, Error> {
        let dossier = &self.audit.dossier;
        let mut asked: Vec<QuestionName> =
            self.asked_about(about)?.into_iter().map(|id| QuestionName::new(dossier, id)).collect();
        asked.sort_unstable();
        let is_asked = |told: &&Disagreement| asked.binary_search(&told.question).is_ok();
        Ok(disputes(report.disputes.iter().filter(is_asked), detail))
    }

    /// How a quote stands in the text of a source, or of every source: where it is held first.
    ///
    /// # Errors
    /// No such source.
    pub(crate) fn hold_quote(
        &self,
        source: Option<&str>,
        needle: Needle<'_>,
    ) -> Result<Vec<HeldQuote>, Error> {
        let dossier = &self.audit.dossier;
        let asked: Vec<SourceId> = match source {
            Some(name) => vec![self.audit.source(name)?],
            None => dossier.sources.ids().collect(),
        };
        let mut all = each_text(dossier, &self.archive, &asked, |id, held| {
            let found = at_hand(held).map(|text| match FoundQuote::of_wordless(text.capture) {
                Some(unchecked) => unchecked,
                None => {
                    let finder = QuoteFinder::new(&text.capture.words);
                    FoundQuote::new(text.capture, &finder.find(needle))
                }
            });
            HeldQuote::new(self.gate(), id, found)
        });
        all.sort_by_cached_key(HeldQuote::rank);
        Ok(all)
    }

    fn gate(&self) -> Gate<'_> {
        Gate::new(&self.audit.dossier, self.audit.reader)
    }

    fn asked_about(&self, about: About<'_>) -> Result<Vec<QuestionId>, Error> {
        let questions = &self.audit.dossier.questions;
        match about {
            About::Everything => Ok(questions.ids().collect()),
            About::Named(name) => Ok(match self.audit.event_or_question(name)? {
                Ok(event) => questions.iter().filter(|(_, it)| it.event == event).map(|(id, _)| id).collect(),
                Err(question) => vec![question],
            }),
            About::Words(words) => {
                let found = sought(&self.court(), self.gate(), words);
                if found.is_empty() {
                    let error =
                        Error::new(ErrorKind::Unknown, "no question of the record has any of these words");
                    return Err(
                        error.hint("`disputes` without `about` names the events and questions in dispute")
                    );
                }
                Ok(found)
            }
        }
    }
}
