//! How a quote stands in the texts of sources.

use serde::Serialize;

use super::paged::Item;
use super::quoted::{Quoted, WordsOf};
use crate::capture::{FileKind, PagePart};
use crate::model::table::SourceId;
use crate::text::{DifferenceKind, OutcomeKind};
use crate::view::find::FoundQuote;
use crate::view::withheld::Gate;

/// So many differing words are told.
const MOST_DIFFERING: usize = 24;

/// How a quote stands in the text of a source.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct HeldQuote {
    /// The source's id.
    source: String,
    /// Its title.
    title: Quoted,
    /// How the quote was found: as `gainsay find` has it.
    outcome: OutcomeKind,
    /// Whether the text holds it: to the byte, but for typography, or with words left out.
    held: bool,
    /// The line that the passage begins on, from 1; absent where there is no one passage.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    /// The column that it begins at, from 1, in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    /// Where in a page it stands.
    #[serde(rename = "where")]
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PagePart>,
    /// When the words were said, of subtitles and transcripts.
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    /// At how many places an ambiguous quote stands, or in how many pieces an elided one; absent of all others.
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<usize>,
    /// The words of the passage; absent where there is none, or where they are withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    passage: Option<Quoted>,
    /// The words in which a passage that merely resembles the quote differs from it, the first of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differs: Vec<OtherWords>,
    /// How many words more differ; absent where none does.
    #[serde(skip_serializing_if = "crate::view::position::is_none_left_out")]
    differs_left_out: usize,
    /// Whether words of the text are left out because access to the source is restricted.
    withheld: bool,
    /// What kind of file the text is; absent where none is at hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<FileKind>,
    /// Why nothing was looked at; absent where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Quoted>,
}

/// Words that differ.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct OtherWords {
    /// What the quote says; empty where it leaves words out.
    quote: Quoted,
    /// What the text says; empty where the quote adds words.
    text: Quoted,
    /// What kind of change it is.
    kind: DifferenceKind,
}

impl Item for HeldQuote {
    const SCHEMA: &'static str = "gainsay/mcp-hold-quote/1";

    fn quoted(&mut self) -> Vec<&mut Quoted> {
        let may_be = [&mut self.passage, &mut self.why].into_iter().flatten();
        let differs = self.differs.iter_mut().flat_map(|it| [&mut it.quote, &mut it.text]);
        [&mut self.title].into_iter().chain(may_be).chain(differs).collect()
    }
}

impl HeldQuote {
    /// What was found of a quote in the text of a source, as far as the gate shows it; or why nothing was looked at, to follow upon `the
    /// text of SOURCE`.
    pub(crate) fn new(gate: Gate, source: SourceId, found: Result<FoundQuote, String>) -> Self {
        let dossier = gate.dossier();
        let id = dossier.sources.name(source).to_owned();
        let of = WordsOf::Source(id.clone());
        let title = of.says(&dossier.sources[source].title);
        let is_shown = gate.shows(source);
        let found = match found {
            Ok(found) if is_shown => found,
            Ok(found) => found.without_words(),
            Err(why) => {
                return HeldQuote::unchecked(
                    id,
                    title,
                    Some(WordsOf::Gainsay.says(format!("the text {why}"))),
                );
            }
        };
        let all = found.differs.len();
        let differs = found.differs.into_iter().take(MOST_DIFFERING).map(|it| OtherWords {
            quote: WordsOf::Client.says(it.quote),
            text: of.says(it.text),
            kind: it.kind,
        });
        HeldQuote {
            outcome: found.outcome,
            held: found.outcome.is_held(),
            line: found.line,
            column: found.column,
            place: found.place,
            time: found.time,
            places: (!found.places.is_empty()).then_some(found.places.len()),
            passage: found.matched.map(|words| of.says(words)),
            differs: differs.collect(),
            differs_left_out: all.saturating_sub(MOST_DIFFERING),
            withheld: !is_shown,
            kind: Some(found.read_as.kind),
            ..HeldQuote::unchecked(id, title, found.why.map(|why| WordsOf::Gainsay.says(why)))
        }
    }

    fn unchecked(source: String, title: Quoted, why: Option<Quoted>) -> Self {
        HeldQuote {
            source,
            title,
            outcome: OutcomeKind::Unchecked,
            held: false,
            line: None,
            column: None,
            place: None,
            time: None,
            places: None,
            passage: None,
            differs: Vec::new(),
            differs_left_out: 0,
            withheld: false,
            kind: None,
            why,
        }
    }

    /// Where it comes among others: what is held first, what was not looked at last.
    pub(crate) fn rank(&self) -> (OutcomeKind, String) {
        (self.outcome, self.source.clone())
    }
}
