//! The view of a passage that is to be quoted, version 1: a claim for each of its places, ready to be filled in.

use std::ops::Range;

use serde::Serialize;

use super::find::{FoundQuote, said};
use super::withheld::Gate;
use crate::capture::{Capture, Found};
use crate::model::table::SourceId;
use crate::text::Outcome;

/// So many characters of what stands around a passage are taken into prefix and suffix.
const AROUND: usize = 32;

/// What to write down to quote some words of a source. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Pin {
    /// Always `gainsay/pin/1`.
    schema: &'static str,
    /// The source's id.
    pub source: String,
    /// Each place of the words; more than one where it is for the desk to say which is meant, and none where they do not
    /// stand in the text.
    pub places: Vec<PinnedPlace>,
    /// How they were found.
    pub found: FoundQuote,
}

/// A passage as a claim quotes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PinnedPlace {
    /// The words, as they stand in the text.
    pub quote: String,
    /// What stands before them on their line; null where nothing does.
    pub prefix: Option<String>,
    /// What stands behind them on their line; null where nothing does.
    pub suffix: Option<String>,
    /// When it was said, of subtitles and transcripts; null of other texts.
    pub locator: Option<String>,
}

impl Pin {
    /// What was found of some words in the text of a source. A passage of a page is pinned in the part of it in which it was found.
    ///
    /// Whoever asks with the very words knows them, and is shown where they stand; a passage that merely resembles what is
    /// asked for is told as far as the gate shows it.
    pub(crate) fn new(gate: Gate, source: SourceId, capture: &Capture<'_>, seen: &Found<'_>) -> Self {
        let found = FoundQuote::new(capture, seen);
        let source_name = gate.dossier().sources.name(source).to_owned();
        let places = match &seen.outcome {
            Outcome::Ambiguous(places) => places
                .iter()
                .map(|at| PinnedPlace::new(&capture.words.text, at.clone()).said_at(capture, at))
                .collect(),
            found if found.is_held() || matches!(found, Outcome::Misplaced(_)) => {
                let pinned = |at: &Range<usize>| PinnedPlace {
                    locator: seen.said.map(said),
                    ..PinnedPlace::new(seen.text, at.clone())
                };
                seen.at.iter().map(pinned).collect()
            }
            _ => Vec::new(),
        };
        let found = if gate.shows(source) { found } else { found.without_words() };
        Pin { schema: "gainsay/pin/1", source: source_name, places, found }
    }
}

impl PinnedPlace {
    fn new(text: &str, at: Range<usize>) -> Self {
        let (before, after) = (&text[..at.start], &text[at.end..]);
        let before = before.rsplit('\n').next().unwrap_or_default();
        let after = after.split('\n').next().unwrap_or_default();
        let first = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(first, _)| first);
        let end = after.char_indices().nth(AROUND).map_or(after.len(), |(end, _)| end);
        let said = |words: &str| (!words.trim().is_empty()).then(|| words.to_owned());
        PinnedPlace {
            prefix: said(&before[first..]),
            suffix: said(&after[..end]),
            quote: text[at].to_owned(),
            locator: None,
        }
    }

    /// The same with when it was said.
    fn said_at(self, capture: &Capture<'_>, at: &Range<usize>) -> Self {
        PinnedPlace { locator: capture.words.said(at).map(said), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::{Hint, QuoteFinder, read};
    use crate::load::from_texts;
    use crate::view::withheld::Reader;

    const SOURCES: (&str, &str) = (
        "sources/a.toml",
        "[source.herald]\ntitle = \"H\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\naccess = \"restricted\"\n",
    );

    fn pin(text: &str, words: &str, reader: Reader) -> Pin {
        let dossier = from_texts(&[SOURCES]);
        let source = dossier.sources.find("herald").expect("it is there");
        let capture = read(text.as_bytes(), &Hint::default()).expect("it is a text");
        let finder = QuoteFinder::new(&capture.words);
        Pin::new(Gate::new(&dossier, reader), source, &capture, &finder.find(words))
    }

    fn pinned(text: &str, words: &str) -> Vec<PinnedPlace> {
        pin(text, words, Reader::Desk).places
    }

    fn place(quote: &str, prefix: Option<&str>, suffix: Option<&str>) -> PinnedPlace {
        PinnedPlace {
            quote: quote.to_owned(),
            prefix: prefix.map(str::to_owned),
            suffix: suffix.map(str::to_owned),
            locator: None,
        }
    }

    #[test]
    fn a_passage_is_quoted_with_what_stands_around_it_on_its_line() {
        let text = "Before.\nHe said: “It held 34 trucks”.\nThen 9 left.";
        let expected = place("It held 34 trucks", Some("He said: “"), Some("”."));
        assert_eq!(pinned(text, "It held 34 trucks"), [expected]);
        assert_eq!(pinned(text, "Before."), [place("Before.", None, None)]);
    }

    #[test]
    fn words_of_a_restricted_source_are_not_told_to_whoever_does_not_know_them() {
        let text = "He said: It held 34 trucks.";
        let near = pin(text, "It held 84 trucks", Reader::Desk).found;
        assert_eq!((near.matched.as_deref(), near.differs.len()), (Some("It held 34 trucks"), 1));
        let near = pin(text, "It held 84 trucks", Reader::Anyone);
        assert!(near.places.is_empty() && near.found.matched.is_none() && near.found.differs.is_empty());
        assert_eq!(pin(text, "It held 34 trucks", Reader::Anyone).places.len(), 1);
    }

    #[test]
    fn so_much_stands_around_it_and_no_more() {
        let (before, after) = ("ä".repeat(40), "ö".repeat(40));
        let text = format!("{before} 34 trucks {after}");
        let (prefix, suffix) = (format!("{} ", "ä".repeat(31)), format!(" {}", "ö".repeat(31)));
        let expected = place("34 trucks", Some(&prefix), Some(&suffix));
        assert_eq!(pinned(&text, "34 trucks"), [expected]);
    }

    #[test]
    fn what_does_not_stand_there_is_refused_and_what_stands_twice_is_given_twice() {
        assert_eq!(pinned("It held 34 trucks", "It held 84 trucks"), []);
        let both = [
            place("9 left", None, Some(". Then 9 left.")),
            place("9 left", Some("9 left. Then "), Some(".")),
        ];
        assert_eq!(pinned("9 left. Then 9 left.", "9 left"), both);
    }
}
