//! The view of what was spotted in texts, version 1.

use serde::Serialize;

use super::name::{ClaimName, QuestionName};
use super::sets::TwoSets;
use super::withheld::Gate;
use crate::model::Dossier;
pub use crate::spot::SpotKind;
use crate::spot::{Counted, Recording, Spotted, SpottedText};
use crate::vocabulary::vocabulary;

/// What texts say that could be recorded. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SpottedTexts {
    /// Always `gainsay/spot/1`.
    schema: &'static str,
    /// The sources that were asked for, in order.
    pub sources: Vec<SpottedSource>,
}

/// What the text of one source says.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SpottedSource {
    /// Its id.
    pub source: String,
    /// Why nothing was looked at; null where the text was.
    pub not_looked_at: Option<String>,
    /// How many passages are not shown, because access to the source is restricted.
    pub withheld: usize,
    /// The passages, in the order of the text.
    pub passages: Vec<SpottedPassage>,
}

vocabulary! {
    /// How a passage stands in the record.
    pub enum InRecord {
        /// A claim records it: its quote covers the words, and its value is carried there.
        Recorded = "recorded",
        /// The source waives it.
        Waived = "waived",
        /// Neither.
        Open = "open",
    }
}

/// A passage that could be recorded.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SpottedPassage {
    /// What sort of thing it tells.
    pub kind: SpotKind,
    /// The shortest words that carry it and stand once in the text, as far as a quote may go.
    pub quote: String,
    /// What it is read as, for people.
    pub reading: String,
    /// The sets that it is read as; null of names and quotations, and of days of which nothing tells the year.
    pub sets: Option<TwoSets>,
    /// The row of the table of number words that hedges it, as `gainsay read --explain` names it.
    pub hedge: Option<&'static str>,
    /// What is counted.
    pub noun: Option<String>,
    /// The unit of an amount, in the text's words.
    pub unit: Option<String>,
    /// What a claim would have for its value; null where nothing tells.
    pub value: Option<String>,
    /// What was taken from the source's own date, where anything was.
    pub assumed: Option<&'static str>,
    /// How often the place or agent is named; 1 of all else.
    pub mentions: usize,
    /// Whether `gainsay coverage` counts it: counts, amounts and calendar dates.
    pub counted: bool,
    /// How it stands in the record.
    pub state: InRecord,
    /// The claims that record it.
    pub claims: Vec<ClaimName>,
    /// Why it need not be recorded, where it is waived.
    pub reason: Option<String>,
    /// The questions that it may answer, the likeliest first; at most three.
    pub questions: Vec<QuestionName>,
    /// That of them which it answers as far as can be told: by its own words, or of a date or a quotation by the event that the
    /// source speaks of there; null where it cannot.
    pub likeliest: Option<QuestionName>,
    /// The agents that may have said it, by id: those that its sentence names, the nearest to a verb of speaking first.
    pub speakers: Vec<String>,
    /// The line that it begins on, from 1.
    pub line: usize,
    /// The column that it begins at, from 1, in characters.
    pub column: usize,
    /// The paragraph of the article, from 1.
    pub paragraph: usize,
}

/// Which passages are asked for.
#[derive(Clone, Debug, Default)]
pub struct WantedPassages {
    /// Of these kinds; empty: of all.
    pub kinds: Vec<SpotKind>,
    /// Which of them by how they stand in the record.
    pub standing: WantedStanding,
}

/// Which passages are asked for by how they stand in the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WantedStanding {
    /// Whatever the record has of them.
    #[default]
    Any,
    /// Neither recorded nor waived.
    Open,
}

impl WantedPassages {
    fn takes(&self, spotted: &Spotted) -> bool {
        let is_of_kind = self.kinds.is_empty() || self.kinds.contains(&spotted.kind);
        is_of_kind && (self.standing == WantedStanding::Any || spotted.state == Recording::Open)
    }
}

impl SpottedTexts {
    pub(crate) fn new(gate: Gate<'_>, texts: &[SpottedText], wanted: &WantedPassages) -> Self {
        let sources = texts.iter().map(|text| SpottedSource::new(gate, text, wanted)).collect();
        SpottedTexts { schema: "gainsay/spot/1", sources }
    }
}

impl SpottedSource {
    fn new(gate: Gate<'_>, text: &SpottedText, wanted: &WantedPassages) -> Self {
        let dossier = gate.dossier();
        let found: Vec<&Spotted> = text.found.iter().filter(|spotted| wanted.takes(spotted)).collect();
        let is_shown = gate.shows(text.source);
        let passages = found.iter().filter(|_| is_shown).map(|it| SpottedPassage::new(dossier, text, it));
        SpottedSource {
            source: dossier.sources.name(text.source).to_owned(),
            not_looked_at: text.not_looked_at.clone(),
            withheld: if is_shown { 0 } else { found.len() },
            passages: passages.collect(),
        }
    }
}

impl SpottedPassage {
    pub(super) fn new(dossier: &Dossier, text: &SpottedText, spotted: &Spotted) -> Self {
        let (state, claims, reason) = match &spotted.state {
            Recording::Recorded(claims) => (InRecord::Recorded, ClaimName::all(dossier, claims), None),
            Recording::Waived(waiver) => {
                let waiver = dossier.sources[text.source].waive.get(*waiver);
                (InRecord::Waived, Vec::new(), waiver.map(|waiver| waiver.reason.clone()))
            }
            Recording::Open => (InRecord::Open, Vec::new(), None),
        };
        let (line, column) = spotted.line_column;
        SpottedPassage {
            kind: spotted.kind,
            quote: text.quote(spotted),
            reading: spotted.reading.clone(),
            sets: spotted.says.as_ref().and_then(|(kind, shape)| TwoSets::of(kind, shape)),
            hedge: spotted.hedge,
            noun: spotted.noun.clone(),
            unit: spotted.unit.clone(),
            value: spotted.value.clone(),
            assumed: spotted.assumed,
            mentions: spotted.mentions,
            counted: spotted.counted == Counted::Yes,
            state,
            claims,
            reason,
            questions: spotted.questions.iter().map(|id| QuestionName::new(dossier, *id)).collect(),
            likeliest: spotted.likeliest.map(|id| QuestionName::new(dossier, id)),
            speakers: spotted.speakers.iter().map(|id| dossier.agents.name(*id).to_owned()).collect(),
            line,
            column,
            paragraph: spotted.paragraph,
        }
    }
}
