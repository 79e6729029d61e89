//! The view of a quote that was looked for, version 1.

use serde::Serialize;

use super::how_read::HowRead;
use crate::capture::{Capture, Found, PagePart, Unread, Wordless};
use crate::text::{DifferenceKind, Outcome, OutcomeKind};

/// How a quote stands in a text. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FoundQuote {
    /// Always `gainsay/find/1`.
    schema: &'static str,
    /// How it was found.
    pub outcome: OutcomeKind,
    /// The first byte of the passage, in the text or in what an extractor made of a page; null where there is no one
    /// passage.
    pub start: Option<usize>,
    /// The byte after the last of the passage.
    pub end: Option<usize>,
    /// The line that the passage begins on, from 1.
    pub line: Option<usize>,
    /// The column that it begins at, from 1, in characters.
    pub column: Option<usize>,
    /// The words of the passage.
    pub matched: Option<String>,
    /// The words in which a passage that merely resembles the quote differs from it.
    pub differs: Vec<DifferingWords>,
    /// All places of an ambiguous quote and the pieces of an elided one, as [start, end] in bytes.
    pub places: Vec<(usize, usize)>,
    /// What made the text out of a page; null where it is a text.
    pub extractor: Option<&'static str>,
    /// Where in a page the passage stands; null where there is no one passage.
    #[serde(rename = "where")]
    pub place: Option<PagePart>,
    /// Whether words of the passage were struck in the source, and are left out of it.
    pub over_struck: bool,
    /// When the words were said, of subtitles and transcripts: `00:01:05.0-00:01:09.5`, hours, minutes and seconds.
    pub time: Option<String>,
    /// How the file was read.
    pub read_as: HowRead,
    /// Why nothing was looked at; null where it was.
    pub why: Option<String>,
}

/// Words that differ.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DifferingWords {
    /// What the quote says; empty where it leaves words out.
    pub quote: String,
    /// What the text says; empty where the quote adds words.
    pub text: String,
    /// What kind of change it is.
    pub kind: DifferenceKind,
}

impl DifferingWords {
    /// What differs, as a person is told it.
    pub(crate) fn told(&self) -> String {
        match (self.quote.as_str(), self.text.as_str()) {
            ("", text) => format!("`{text}` is left out"),
            (quote, "") => format!("`{quote}` does not stand there"),
            (quote, text) => format!("`{quote}` where the text has `{text}`"),
        }
    }
}

impl FoundQuote {
    pub(crate) fn new(capture: &Capture<'_>, found: &Found<'_>) -> Self {
        let outcome = &found.outcome;
        let span = outcome.span();
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
            outcome: outcome.kind(),
            start: span.as_ref().map(|at| at.start),
            end: span.as_ref().map(|at| at.end),
            line: found.line_column.map(|(line, _)| line),
            column: found.line_column.map(|(_, column)| column),
            matched: found.at.clone().map(|at| found.text[at].to_owned()),
            differs,
            places,
            extractor: capture.read_as.extractor,
            place: found.place,
            over_struck: found.over_struck,
            time: found.said.map(said),
            read_as: HowRead::new(&capture.read_as),
            why: None,
        }
    }

    /// The answer to any quote of a file in which nothing can be looked at: of what kind it is, and why not.
    fn unchecked(read_as: HowRead, why: String) -> Self {
        FoundQuote {
            schema: "gainsay/find/1",
            outcome: OutcomeKind::Unchecked,
            start: None,
            end: None,
            line: None,
            column: None,
            matched: None,
            differs: Vec::new(),
            places: Vec::new(),
            extractor: read_as.extractor,
            place: None,
            over_struck: false,
            time: None,
            read_as,
            why: Some(why),
        }
    }

    /// The answer to any quote of a file that yields no words of its source; `None` where it does, or holds nothing at all.
    pub(crate) fn of_wordless(capture: &Capture<'_>) -> Option<Self> {
        let why = capture.wordless.filter(|why| *why != Wordless::Empty)?;
        Some(Self::unchecked(HowRead::new(&capture.read_as), why.name().to_owned()))
    }

    /// The answer to any quote of a file of a kind that is not read.
    pub(crate) fn unread(unread: &Unread) -> Self {
        Self::unchecked(HowRead::unread(unread.kind), format!("the file is not read: {unread}"))
    }

    /// Whether the text holds the quote.
    pub(crate) fn is_held(&self) -> bool {
        self.outcome.is_held()
    }

    /// The same without words of the text, for a reader from whom they are withheld.
    pub(super) fn without_words(self) -> Self {
        FoundQuote { matched: None, differs: Vec::new(), ..self }
    }
}

/// When words were said, given the milliseconds from which and to which: `00:01:05.0-00:01:09.5`.
pub(crate) fn said((from, to): (u64, Option<u64>)) -> String {
    let clock = |ms: u64| {
        let (seconds, tenths) = (ms / 1000, ms % 1000 / 100);
        format!("{:02}:{:02}:{:02}.{tenths}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    };
    match to {
        Some(to) => format!("{}-{}", clock(from), clock(to)),
        None => clock(from),
    }
}
