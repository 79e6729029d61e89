//! What a site keeps back: the restricted sources, counted and nowhere named.

use std::collections::{BTreeMap, BTreeSet};

/// The restricted sources of a record, counted.
#[derive(Debug, Default)]
pub(crate) struct KeptBack {
    pub(crate) sources: usize,
    pub(crate) claims: usize,
    /// By question: how many of them speak of it.
    pub(crate) speaking: BTreeMap<String, usize>,
    /// The ids of the sources that rest on one of them.
    pub(crate) resting: BTreeSet<String>,
}

impl KeptBack {
    /// How many of them speak of a question.
    pub(crate) fn on(&self, question: &str) -> usize {
        self.speaking.get(question).copied().unwrap_or_default()
    }
}
