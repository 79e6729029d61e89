//! `sources/quotes.lock`: which quote was seen where, in which bytes.

use std::collections::BTreeMap;

use crate::text::Spot;
use crate::vocabulary::vocabulary;

/// The lock as it stands on disk; by the claim's full name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lock {
    pub(crate) entries: BTreeMap<String, LockedQuote>,
    /// The texts in which they were seen, by source.
    pub(crate) texts: BTreeMap<String, LockedText>,
}

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LockedText {
    /// SHA-256 of its bytes.
    pub(crate) sha256: String,
    /// SHA-256 of the file that it was made of by hand, where it was.
    pub(crate) of: Option<String>,
    /// SHA-256 of the page's own record, of a web archive.
    pub(crate) record: Option<String>,
    pub(crate) encoding: String,
    /// What took its words, with its version; `None` where the text is its words.
    pub(crate) extractor: Option<String>,
    /// SHA-256 of the words.
    pub(crate) words: String,
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

impl LockedText {
    /// What took its words.
    pub(crate) fn taker(&self) -> String {
        match &self.extractor {
            Some(extractor) => format!("{extractor} from {}", self.encoding),
            None => format!("nothing but {}", self.encoding),
        }
    }
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
    /// Whether it attests nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.texts.is_empty()
    }

    /// The file's text: sorted, one entry a text and one a claim.
    pub(crate) fn to_toml(&self) -> String {
        let mut text = String::from(
            "# Written by `gainsay lock`: which quote was seen where, in which bytes. Do not edit.\nversion = 1\n",
        );
        for (source, entry) in &self.texts {
            text.push_str(&format!("\n[[text]]\nsource = \"{source}\"\nsha256 = \"{}\"\n", entry.sha256));
            let keys = [
                ("of", entry.of.as_deref()),
                ("record", entry.record.as_deref()),
                ("encoding", Some(entry.encoding.as_str())),
                ("extractor", entry.extractor.as_deref()),
                ("words", Some(entry.words.as_str())),
            ];
            for (key, value) in keys {
                if let Some(value) = value {
                    text.push_str(&format!("{key} = \"{value}\"\n"));
                }
            }
        }
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
