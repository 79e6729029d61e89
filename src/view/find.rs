//! The view of a quote that was looked for, version 1.

use serde::{Serialize, Serializer};

use crate::text::{DifferenceKind, Outcome, line_column};
use crate::vocabulary::vocabulary;

/// How a quote stands in a text. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct FoundQuote {
    /// Always `gainsay/find/1`.
    schema: &'static str,
    /// How it was found.
    pub(crate) outcome: HowFound,
    /// The first byte of the passage, in the text or in what an extractor made of a page; null where there is no one
    /// passage.
    pub(crate) start: Option<usize>,
    /// The byte after the last of the passage.
    pub(crate) end: Option<usize>,
    /// The line that the passage begins on, from 1.
    pub(crate) line: Option<usize>,
    /// The column that it begins at, from 1, in characters.
    pub(crate) column: Option<usize>,
    /// The words of the passage.
    pub(crate) matched: Option<String>,
    /// The words in which a passage that merely resembles the quote differs from it.
    pub(crate) differs: Vec<DifferingWords>,
    /// All places of an ambiguous quote and the pieces of an elided one, as [start, end] in bytes.
    pub(crate) places: Vec<(usize, usize)>,
    /// What made the text out of a page; null where it is a text.
    pub(crate) extractor: Option<&'static str>,
}

vocabulary! {
    /// How a quote was found.
    pub(crate) enum HowFound {
        /// The same bytes stand there.
        Exact = "exact",
        /// The same words stand there in other typography.
        Folded = "folded",
        /// Its pieces stand there in order.
        Elided = "elided",
        /// It stands more than once.
        Ambiguous = "ambiguous",
        /// It does not stand there; a passage resembles it.
        Near = "near",
        /// Nothing there resembles it.
        Absent = "absent",
    }
}

/// Words that differ.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct DifferingWords {
    /// What the quote says; empty where it leaves words out.
    pub(crate) quote: String,
    /// What the text says; empty where the quote adds words.
    pub(crate) text: String,
    /// What kind of change it is.
    #[serde(serialize_with = "in_one_word")]
    #[cfg_attr(test, schemars(with = "String"))]
    pub(crate) kind: DifferenceKind,
}

fn in_one_word<S: Serializer>(kind: &DifferenceKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.name())
}

impl HowFound {
    fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Exact(_) => HowFound::Exact,
            Outcome::Folded(_) => HowFound::Folded,
            Outcome::Elided(_) => HowFound::Elided,
            Outcome::Ambiguous(_) => HowFound::Ambiguous,
            Outcome::Near(_) => HowFound::Near,
            Outcome::Absent(_) => HowFound::Absent,
        }
    }

    /// Whether the text holds the quote.
    pub(crate) fn is_held(self) -> bool {
        matches!(self, HowFound::Exact | HowFound::Folded | HowFound::Elided)
    }
}

impl FoundQuote {
    pub(crate) fn new(text: &str, outcome: &Outcome, extractor: Option<&'static str>) -> Self {
        let span = outcome.span();
        let place = span.as_ref().map(|at| line_column(text, at.start));
        let differs = match outcome {
            Outcome::Near(near) => near
                .differs
                .iter()
                .map(|it| DifferingWords { quote: it.quote.clone(), text: it.text.clone(), kind: it.kind })
                .collect(),
            _ => Vec::new(),
        };
        let places = match outcome {
            Outcome::Ambiguous(places) => places.iter().map(|at| (at.start, at.end)).collect(),
            Outcome::Elided(pieces) => pieces.iter().map(|at| (at.start, at.end)).collect(),
            _ => Vec::new(),
        };
        FoundQuote {
            schema: "gainsay/find/1",
            outcome: HowFound::of(outcome),
            start: span.as_ref().map(|at| at.start),
            end: span.as_ref().map(|at| at.end),
            line: place.map(|(line, _)| line),
            column: place.map(|(_, column)| column),
            matched: span.map(|at| text[at].to_owned()),
            differs,
            places,
            extractor,
        }
    }
}
