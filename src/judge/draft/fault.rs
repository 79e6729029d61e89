//! What is amiss with one thing that a draft says, and how it stands otherwise.

use std::ops::Range;

use crate::judge::phrase::Phrase;
use crate::judge::rule::Rule;
use crate::model::table::{ClaimId, QuestionId};

/// One fault.
#[derive(Clone)]
pub(crate) struct Fault {
    pub(crate) rule: &'static Rule,
    /// The words of the draft that it is about, and their sentence.
    pub(crate) at: Range<usize>,
    pub(crate) sentence: Range<usize>,
    pub(crate) message: Phrase,
    /// What the mark at the words says.
    pub(crate) label: Phrase,
    pub(crate) question: Option<QuestionId>,
    /// The claims of the record that it is held against, the nearest first.
    pub(crate) claims: Vec<ClaimId>,
    pub(crate) notes: Vec<Phrase>,
    /// A wording that the record carries.
    pub(crate) wording: Option<Phrase>,
    pub(crate) help: Option<Phrase>,
}

/// How a statement stands before the record.
#[derive(Clone)]
pub(crate) struct Standing {
    /// The claims that carry it.
    pub(crate) carried: Vec<ClaimId>,
    pub(crate) fault: Option<Fault>,
}

impl Fault {
    pub(super) fn new(
        rule: &'static Rule,
        (at, sentence): (&Range<usize>, &Range<usize>),
        message: impl Into<Phrase>,
    ) -> Self {
        Fault {
            rule,
            at: at.clone(),
            sentence: sentence.clone(),
            message: message.into(),
            label: Phrase::default(),
            question: None,
            claims: Vec::new(),
            notes: Vec::new(),
            wording: None,
            help: None,
        }
    }

    pub(super) fn label(self, label: impl Into<Phrase>) -> Self {
        Fault { label: label.into(), ..self }
    }

    pub(super) fn on(self, question: Option<QuestionId>) -> Self {
        Fault { question, ..self }
    }

    pub(super) fn against(self, claims: impl IntoIterator<Item = ClaimId>) -> Self {
        Fault { claims: claims.into_iter().collect(), ..self }
    }

    pub(super) fn note(mut self, note: impl Into<Phrase>) -> Self {
        self.notes.push(note.into());
        self
    }

    pub(super) fn wording(self, wording: Option<Phrase>) -> Self {
        Fault { wording, ..self }
    }

    pub(super) fn help(self, help: impl Into<Phrase>) -> Self {
        Fault { help: Some(help.into()), ..self }
    }
}
