//! What of a text could be recorded.

use serde::Serialize;

use super::paged::Item;
use super::quoted::{Quoted, WordsOf};
use crate::view::name::{ClaimName, QuestionName};
use crate::view::sets::TwoSets;
use crate::view::spot::{InRecord, SpotKind, SpottedPassage, SpottedSource, SpottedTexts};

/// So many claims that record a passage are named, and so many who may have said it.
const MOST_NAMED: usize = 12;

/// A text, or a passage of it.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) enum Spottable {
    /// A source, ahead of its passages.
    Source(SpottableText),
    /// What could be recorded of it.
    Passage(Box<Recordable>),
}

/// The text of a source, and how much of it is told.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct SpottableText {
    /// The source's id.
    source: String,
    /// How many passages follow.
    passages: usize,
    /// How many are left out because access to the source is restricted.
    withheld: usize,
    /// Why nothing was looked at; absent where the text was.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_looked_at: Option<Quoted>,
}

/// A passage that could be recorded.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Recordable {
    /// The source's id.
    source: String,
    /// What sort of thing it tells.
    kind: SpotKind,
    /// The shortest words that carry it.
    quote: Quoted,
    /// What it is read as.
    reading: Quoted,
    /// The sets that it is read as; absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    sets: Option<TwoSets>,
    /// What is counted; absent where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    noun: Option<Quoted>,
    /// The unit of an amount; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Quoted>,
    /// What a claim would have for its value; absent where nothing tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Quoted>,
    /// What was taken from the source's own date; absent where nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    assumed: Option<&'static str>,
    /// How it stands in the record.
    state: InRecord,
    /// The claims that record it, the first twelve.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claims: Vec<ClaimName>,
    /// Why it need not be recorded, where it is waived.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Quoted>,
    /// The questions that it may answer, the likeliest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    questions: Vec<QuestionName>,
    /// The agents that may have said it, by id, the first twelve.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<String>,
    /// How often a place or an agent is named.
    mentions: usize,
    /// The line that it begins on, from 1.
    line: usize,
    /// The column that it begins at, from 1, in characters.
    column: usize,
    /// The paragraph of the article, from 1.
    paragraph: usize,
}

impl Item for Spottable {
    const SCHEMA: &'static str = "gainsay/mcp-spot/1";

    fn quoted(&mut self) -> Vec<&mut Quoted> {
        match self {
            Spottable::Source(it) => it.not_looked_at.iter_mut().collect(),
            Spottable::Passage(it) => {
                let may_be = [&mut it.noun, &mut it.unit, &mut it.value, &mut it.reason];
                let always = [&mut it.quote, &mut it.reading];
                always.into_iter().chain(may_be.into_iter().flatten()).collect()
            }
        }
    }
}

/// What was spotted in some texts.
pub(crate) fn spotted(texts: SpottedTexts) -> Vec<Spottable> {
    texts.sources.into_iter().flat_map(of_text).collect()
}

fn of_text(text: SpottedSource) -> Vec<Spottable> {
    let SpottedSource { source, not_looked_at, withheld, passages, .. } = text;
    let mut items = vec![Spottable::Source(SpottableText {
        source: source.clone(),
        passages: passages.len(),
        withheld,
        not_looked_at: not_looked_at.map(|why| WordsOf::Gainsay.says(why)),
    })];
    items.extend(passages.into_iter().map(|it| Spottable::Passage(Box::new(Recordable::new(&source, it)))));
    items
}

impl Recordable {
    fn new(source: &str, mut passage: SpottedPassage) -> Self {
        let of = WordsOf::Source(source.to_owned());
        passage.claims.truncate(MOST_NAMED);
        passage.speakers.truncate(MOST_NAMED);
        Recordable {
            source: source.to_owned(),
            kind: passage.kind,
            quote: of.says(passage.quote),
            reading: WordsOf::Gainsay.says(passage.reading),
            sets: passage.sets,
            noun: passage.noun.map(|words| of.says(words)),
            unit: passage.unit.map(|words| of.says(words)),
            value: passage.value.map(|words| of.says(words)),
            assumed: passage.assumed,
            state: passage.state,
            claims: passage.claims,
            reason: passage.reason.map(|words| WordsOf::Desk.says(words)),
            questions: passage.questions,
            speakers: passage.speakers,
            mentions: passage.mentions,
            line: passage.line,
            column: passage.column,
            paragraph: passage.paragraph,
        }
    }
}
