//! A finding: what a rule says, where, of which claims.

use sha2::{Digest, Sha256};

use super::label::Label;
use super::phrase::Phrase;
use super::rule::Rule;
use crate::model::Level;
use crate::model::table::ClaimId;
use crate::text::{Spot, hex};

/// So many digits of a fingerprint tell the findings of a dossier apart.
pub(crate) const CODE_DIGITS: usize = 8;

/// What a rule found.
#[derive(Clone)]
pub(crate) struct Finding {
    pub(crate) rule: &'static Rule,
    pub(crate) level: Level,
    /// Lower case, no full stop; the user's words in backticks.
    pub(crate) message: Phrase,
    /// Full names, in order.
    pub(crate) claims: Vec<String>,
    pub(crate) question: Option<String>,
    /// The first is the main one. Empty where there is no place to point at.
    pub(crate) marks: Vec<Mark>,
    /// What more there is to know, in sentences of its own.
    pub(crate) notes: Vec<Phrase>,
    pub(crate) help: Option<Phrase>,
    /// The rationale of the assessment that explains it, or the reason of the comment that allows it.
    pub(crate) explained: Option<String>,
    /// What explains it, where something does, or keeps it from failing.
    pub(crate) by: By,
    /// The pairs of claims that it is about, where it is about pairs.
    pub(crate) pairs: Vec<(ClaimId, ClaimId)>,
    /// What tells it from other findings of its rule, beside question and claims.
    pub(crate) key: String,
}

/// What keeps a finding from failing the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// Its `explained` alone: an assessment, where there is one.
    Desk,
    /// A `gainsay: allow` comment beside it.
    Comment,
    /// The baseline: it was there before.
    Baseline,
}

/// A place and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) spot: Spot,
    pub(crate) label: Label,
}

impl Finding {
    pub(crate) fn new(rule: &'static Rule, message: impl Into<Phrase>) -> Self {
        Finding {
            rule,
            level: rule.level,
            message: message.into(),
            claims: Vec::new(),
            question: None,
            marks: Vec::new(),
            notes: Vec::new(),
            help: None,
            explained: None,
            by: By::Desk,
            pairs: Vec::new(),
            key: String::new(),
        }
    }

    pub(crate) fn mark(mut self, spot: Spot, label: impl Into<Label>) -> Self {
        self.marks.push(Mark { spot, label: label.into() });
        self
    }

    pub(crate) fn note(mut self, note: impl Into<Phrase>) -> Self {
        self.notes.push(note.into());
        self
    }

    pub(crate) fn help(mut self, help: impl Into<Phrase>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn question(mut self, question: impl Into<String>) -> Self {
        self.question = Some(question.into());
        self
    }

    pub(crate) fn claim(mut self, claim: impl Into<String>) -> Self {
        self.claims.push(claim.into());
        self
    }

    /// Whether it fails the check.
    pub(crate) fn fails(&self) -> bool {
        self.level == Level::Deny && self.explained.is_none() && !self.is_known()
    }

    /// Whether the baseline lists it.
    pub(crate) fn is_known(&self) -> bool {
        self.by == By::Baseline
    }

    /// Sixteen hexadecimal digits that name the finding as long as its rule, question and claims stay the same,
    /// wherever in the files they stand.
    pub(crate) fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(self.rule.name);
        for part in [self.question.as_deref().unwrap_or(""), &self.key] {
            hash.update("\n");
            hash.update(part);
        }
        for claim in &self.claims {
            hash.update("\n");
            hash.update(claim);
        }
        if self.claims.is_empty() && self.key.is_empty() {
            hash.update("\n");
            hash.update(self.message.whole());
        }
        hex(&hash.finalize()[..8])
    }
}
