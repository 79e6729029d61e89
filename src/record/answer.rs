//! What an answer of the desk page says beside the keys of its claim: which passage it is about, who gave it, what it makes.

use std::ops::Range;

use crate::load::keys::Referent;
use crate::spot::SpotKind;

/// What an answer says beside the keys of its claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) card: Card,
    /// The digest of the question as it was asked; `None` of waivers, and where the answer makes the question.
    pub(crate) question: Option<String>,
    /// Who gave it; empty where nobody is named.
    pub(crate) by: String,
    /// Why the passage need not be recorded, where it is waived.
    pub(crate) waive: Option<String>,
    /// What it makes, each in the one line of [`define`](super::define).
    pub(crate) new: Vec<(Referent, String)>,
}

/// A passage that was shown to be answered. Two answers to one card are about the same words of the same text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Card {
    /// The digest of the passage; of words that were selected, of the whole text.
    pub(crate) passage: String,
    /// Where it begins and ends, in bytes of the words of the text.
    pub(crate) at: (usize, usize),
    /// Its words, one space for each gap.
    pub(crate) quote: String,
    pub(crate) kind: CardKind,
}

/// What a card is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CardKind {
    Spotted(SpotKind),
    /// Words that whoever read the text selected.
    Words,
}

/// The name of the last of them.
const WORDS: &str = "words";

impl Answer {
    /// Whether it makes what has this id.
    pub(crate) fn makes(&self, of: Referent, id: &str) -> bool {
        self.new.iter().any(|(made, line)| *made == of && made_id(line) == id)
    }
}

/// The id of what a line makes.
pub(crate) fn made_id(line: &str) -> &str {
    line.split_whitespace().next().unwrap_or_default()
}

impl Card {
    pub(crate) fn range(&self) -> Range<usize> {
        self.at.0..self.at.1
    }
}

impl CardKind {
    /// The kind of a name.
    pub(crate) fn named(name: &str) -> Option<CardKind> {
        if name == WORDS { Some(CardKind::Words) } else { SpotKind::named(name).map(CardKind::Spotted) }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            CardKind::Spotted(kind) => kind.name(),
            CardKind::Words => WORDS,
        }
    }

    /// The names of all.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        SpotKind::NAMES.iter().copied().chain([WORDS])
    }
}
