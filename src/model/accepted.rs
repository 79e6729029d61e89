//! What a dossier accepts: findings listed in its baseline, and those that a comment allows.

use crate::text::Spot;

/// The findings that were there when the check was adopted. It only shrinks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Baseline {
    pub(crate) entries: Vec<Known>,
}

/// A finding of the baseline. All but the fingerprint is for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) spot: Spot,
    pub(crate) fingerprint: String,
    pub(crate) rule: String,
    pub(crate) message: String,
    pub(crate) question: Option<String>,
}

/// A comment `# gainsay: allow RULE reason`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Allow {
    /// The comment itself.
    pub(crate) spot: Spot,
    /// The rule; the word as written, which may name none. Empty where none is given.
    pub(crate) rule: String,
    /// Why; empty where it is not said.
    pub(crate) reason: String,
    /// The table that it stands in or directly above: what is found there is allowed.
    pub(crate) covers: Spot,
}
