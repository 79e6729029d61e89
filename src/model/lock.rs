//! `sources/quotes.lock`: which quote was seen where, in which bytes.

use std::collections::BTreeMap;

use crate::text::Spot;
use crate::vocabulary::vocabulary;

/// The lock as it stands on disk; by the claim's full name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lock {
    pub(crate) entries: BTreeMap<String, LockedQuote>,
}

/// One quote that was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LockedQuote {
    /// SHA-256 of the quote's words.
    pub(crate) quote: String,
    /// SHA-256 of the archived bytes.
    pub(crate) text: String,
    /// First byte and the byte after the last, in the text as the extractor made it, or in the bytes.
    pub(crate) span: (usize, usize),
    pub(crate) how: Fit,
    /// What made the text out of a page, with its version.
    pub(crate) extractor: Option<String>,
    /// Where the entry stands; `None` for one that was just made.
    pub(crate) spot: Option<Spot>,
}

vocabulary! {
    /// How a quote was held.
    pub(crate) enum Fit {
        Exact = "exact",
        Folded = "folded",
        Elided = "elided",
    }
}

impl Lock {
    /// The file's text: sorted, one entry a claim.
    pub(crate) fn to_toml(&self) -> String {
        let mut text = String::from(
            "# Written by `gainsay lock`: which quote was seen where, in which bytes. Do not edit.\nversion = 1\n",
        );
        for (claim, entry) in &self.entries {
            let (start, end) = entry.span;
            text.push_str(&format!(
                "\n[[quote]]\nclaim = \"{claim}\"\nquote = \"{}\"\ntext = \"{}\"\nspan = [{start}, {end}]\nhow = \"{}\"\n",
                entry.quote,
                entry.text,
                entry.how.name(),
            ));
            if let Some(extractor) = &entry.extractor {
                text.push_str(&format!("extractor = \"{extractor}\"\n"));
            }
        }
        text
    }
}
