//! What is wrong with a file: found while loading, turned into a finding by a rule.

use crate::text::Spot;
use crate::vocabulary::vocabulary;

/// Something in the files that could not be taken as it stands. It never stops the run.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) kind: ProblemKind,
    /// Lower case, no full stop; the user's words in backticks.
    pub(crate) message: String,
    pub(crate) spot: Spot,
    /// What the mark at `spot` says.
    pub(crate) label: String,
    pub(crate) help: Option<String>,
    /// Other places that belong to it, each with its label.
    pub(crate) related: Vec<(Spot, String)>,
    /// The full name of the claim it is about, where it is about one.
    pub(crate) claim: Option<String>,
    pub(crate) question: Option<String>,
    /// Where an id is not known: what it would be the id of, and the id.
    pub(crate) wanted: Option<(&'static str, String)>,
}

/// A claim that was written but takes no part, because a problem stands in the way: its own, or one of its file, its source or
/// its question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LeftOut {
    /// Where the claim stands.
    pub(crate) spot: Spot,
    /// Its full name, where that can be told.
    pub(crate) claim: Option<String>,
    /// What it names as its question.
    pub(crate) question: Option<String>,
}

vocabulary! {
    /// The kinds of problem, each by the name of the rule that tells of it.
    pub(crate) enum ProblemKind {
        /// Not TOML, or not UTF-8.
        MalformedFile = "malformed-file",
        /// A key that is missing, or whose value has not the form that the format gives it.
        MalformedEntry = "malformed-entry",
        UnknownKey = "unknown-key",
        DuplicateId = "duplicate-id",
        UnknownReference = "unknown-reference",
        ClaimWithoutSource = "claim-without-source",
        UnreadableValue = "unreadable-value",
        BoundOrder = "bound-order",
        /// What contains itself, by `within`, `part-of` or the like.
        CircularContainment = "circular-containment",
        /// What lies outside of the dossier, by a link or by its path.
        OutsideFile = "outside-file",
        /// No regular file, or one that is too large or cannot be read.
        UnreadableFile = "unreadable-file",
        /// A season that looks like two years.
        AmbiguousDate = "ambiguous-date",
    }
}

impl Problem {
    pub(crate) fn new(kind: ProblemKind, spot: Spot, message: impl Into<String>) -> Self {
        Problem {
            kind,
            message: message.into(),
            spot,
            label: String::new(),
            help: None,
            related: Vec::new(),
            claim: None,
            question: None,
            wanted: None,
        }
    }

    pub(crate) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn related(mut self, spot: Spot, label: impl Into<String>) -> Self {
        self.related.push((spot, label.into()));
        self
    }
}
