//! What one text on a way says, in which words.

use crate::render::words::quoted;
use crate::view::name::ClaimName;
use crate::view::trace::{Chain, Hop, Stage};

/// A claim on a way, with its stops.
pub(super) struct Said<'a> {
    pub(super) claim: &'a ClaimName,
    /// What it says; a value in words of another language with how it is read.
    pub(super) words: String,
    /// Its quote in quotation marks, with its translation.
    pub(super) quote: Option<String>,
    pub(super) hops: &'a [Hop],
}

impl<'a> From<&'a Chain> for Said<'a> {
    fn from(chain: &'a Chain) -> Self {
        let Chain { claim, words, quote, translation, foreign, hops, .. } = chain;
        Said { claim, words: read(words, foreign.as_deref()), quote: in_marks(quote, translation), hops }
    }
}

impl<'a> From<&'a Stage> for Said<'a> {
    fn from(stage: &'a Stage) -> Self {
        let Stage { claim, words, quote, translation, foreign, hops, .. } = stage;
        Said { claim, words: read(words, foreign.as_deref()), quote: in_marks(quote, translation), hops }
    }
}

fn in_marks(quote: &Option<String>, translation: &Option<String>) -> Option<String> {
    quote.as_ref().map(|quote| quoted(quote, translation.as_deref()))
}

fn read(words: &str, reading: Option<&str>) -> String {
    match reading {
        Some(reading) => format!("{words} [{reading}]"),
        None => words.to_owned(),
    }
}
