//! The provenance table: questions by sources, each cell the value, who said it, and how it stands.

use std::ops::{Not, Range};

use serde::Serialize;

use super::covers::reading;
use super::name::{ClaimName, QuestionName};
use super::position::HeldPosition;
use crate::judge::Court;
use crate::judge::standing::{Standing, standings};
use crate::model::Dossier;
use crate::model::question::Event;
use crate::model::table::{ClaimId, EventId, QuestionId, SourceId};
use crate::value::types::Type;

/// Questions by sources. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProvenanceTable {
    /// Always `gainsay/table/1`.
    schema: &'static str,
    /// The events in the order of their names, in a report by the first of their questions; those of which no question is asked for are
    /// left out.
    pub events: Vec<EventTable>,
}

/// The questions of one event by the sources that speak of them.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EventTable {
    /// The event's id.
    pub event: String,
    /// What happened, in words.
    pub title: String,
    /// Other events that may be this one, and those that are not though they look alike, each with the reason.
    pub likenesses: Vec<String>,
    /// The sources that speak of the event, in order.
    pub sources: Vec<String>,
    /// How many cells without a claim are left out, where the table has too many to list them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub empty_cells_left_out: Option<usize>,
    /// Its questions, in the order of their names; in a report those in dispute first, then those that most sources answer, then as they
    /// are recorded.
    pub questions: Vec<QuestionRow>,
}

/// One question with what each source says on it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct QuestionRow {
    /// The question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// What is asked, in words.
    pub ask: String,
    /// The type that its values are read by.
    #[serde(rename = "type")]
    kind: Type,
    /// One for each source of the event, in the same order; of a table of very many cells those alone that hold a claim.
    pub cells: Vec<SourceCell>,
    /// The positions on the question.
    pub positions: Vec<HeldPosition>,
    /// Whether there are more, which are not worked out (`limit-reached`); absent where there are none.
    #[serde(skip_serializing_if = "Not::not")]
    pub positions_cut: bool,
}

/// What one source says on one question.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SourceCell {
    /// The source's id.
    pub source: String,
    /// Its claims on the question; none where it says nothing.
    pub claims: Vec<CellClaim>,
}

/// A claim in its cell.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CellClaim {
    /// The claim, as `SOURCE#ID`.
    pub claim: ClaimName,
    /// What it says, its stance included.
    pub words: String,
    /// What the words allow, where that is not obvious.
    pub reading: Option<String>,
    /// Who said it, nearest first; empty: the source in its own voice.
    pub said_by: Vec<String>,
    /// How it stands among the other claims on the question.
    pub stands: Standing,
    /// The ids of `said_by`.
    #[serde(skip)]
    pub(crate) speakers: Vec<String>,
}

/// A table of more cells than this lists those alone that hold a claim: sources times questions may be any number.
const MOST_CELLS: usize = 100_000;
/// Of such a table so many sources are shown to people.
const MOST_SOURCES: usize = 120;

/// Which cells of a row are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cells {
    All,
    WithClaims,
}

/// Which part of the dossier a table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    All,
    /// The questions of one event.
    Event(EventId),
    /// One question.
    Question(QuestionId),
    /// The questions that two sources or more answer.
    Shared,
}

impl ProvenanceTable {
    pub(crate) fn new(court: &Court, of: Of) -> Self {
        let dossier = court.dossier();
        let mut events: Vec<EventTable> = Vec::new();
        for id in dossier.events.ids() {
            let asked: Vec<QuestionId> = dossier
                .questions
                .iter()
                .filter(|(question, row)| row.event == id && shows(court, of, id, *question))
                .map(|(question, _)| question)
                .collect();
            if asked.is_empty() {
                continue;
            }
            events.push(EventTable::new(court, id, &asked));
        }
        ProvenanceTable { schema: "gainsay/table/1", events }
    }
}

/// What is said of events that look like this one.
fn likenesses(dossier: &Dossier, event: &Event) -> Vec<String> {
    let told = |how: &'static str, others: &[(EventId, String)]| -> Vec<String> {
        let title = |id: &EventId| dossier.events[*id].title.clone();
        others.iter().map(|(id, reason)| format!("{how} “{}”: {reason}", title(id))).collect()
    };
    [told("possibly the same as", &event.possibly_same_as), told("not the same as", &event.distinct_from)]
        .concat()
}

/// Whether a table of `of` has a row for a question.
pub(super) fn shows(court: &Court, of: Of, event: EventId, question: QuestionId) -> bool {
    match of {
        Of::All => true,
        Of::Event(only) => only == event,
        Of::Question(only) => only == question,
        Of::Shared => {
            let claims = court.alignment.claims.on(question).iter();
            let mut sources: Vec<SourceId> = claims.map(|id| court.dossier().claims[*id].source).collect();
            sources.sort_unstable();
            sources.dedup();
            sources.len() > 1
        }
    }
}

impl EventTable {
    /// Some questions of an event, in this order, by the sources that speak of them.
    pub(super) fn new(court: &Court, id: EventId, asked: &[QuestionId]) -> Self {
        let dossier = court.dossier();
        let event = &dossier.events[id];
        let claims = asked.iter().flat_map(|question| court.alignment.claims.on(*question));
        let mut sources: Vec<SourceId> = claims.map(|claim| dossier.claims[*claim].source).collect();
        sources.sort_unstable();
        sources.dedup();
        let extent = match sources.len().saturating_mul(asked.len()) > MOST_CELLS {
            true => Cells::WithClaims,
            false => Cells::All,
        };
        let questions: Vec<QuestionRow> =
            asked.iter().map(|question| QuestionRow::new(court, *question, &sources, extent)).collect();
        let listed: usize = questions.iter().map(|row| row.cells.len()).sum();
        let left_out = sources.len().saturating_mul(asked.len()).saturating_sub(listed);
        EventTable {
            empty_cells_left_out: (extent == Cells::WithClaims).then_some(left_out),
            event: dossier.events.name(id).to_owned(),
            title: event.title.clone(),
            likenesses: likenesses(dossier, event),
            questions,
            sources: sources.iter().map(|source| dossier.sources.name(*source).to_owned()).collect(),
        }
    }

    /// How many of its sources formats for people show, in the order of the list: of a table of very many cells the first few.
    pub(crate) fn shown(&self) -> usize {
        match self.empty_cells_left_out {
            Some(_) => self.sources.len().min(MOST_SOURCES),
            None => self.sources.len(),
        }
    }

    /// The cells of a row for some of the sources, one for each; none where the source says nothing and is not listed.
    pub(crate) fn cells<'a>(
        &'a self,
        row: &'a QuestionRow,
        range: Range<usize>,
    ) -> impl Iterator<Item = Option<&'a SourceCell>> {
        let sources = &self.sources[range.clone()];
        // Where each source has its cell, that of the first stands in its place.
        let start = match self.empty_cells_left_out {
            None => Some(range.start),
            Some(_) => row.cells.iter().position(|cell| sources.contains(&cell.source)),
        };
        let mut cells = row.cells[start.unwrap_or(row.cells.len())..].iter().peekable();
        sources.iter().map(move |source| cells.next_if(|cell| cell.source == *source))
    }
}

impl QuestionRow {
    fn new(court: &Court, id: QuestionId, sources: &[SourceId], extent: Cells) -> Self {
        let dossier = court.dossier();
        let question = &dossier.questions[id];
        let stands = standings(court, id);
        let claims = court.alignment.claims.on(id);
        let cell = |source: &SourceId| SourceCell {
            source: dossier.sources.name(*source).to_owned(),
            // Claims are in the order of their numbers, so that each finds how it stands.
            claims: court
                .alignment
                .claims
                .of(id, *source)
                .iter()
                .filter_map(|claim| Some((*claim, stands[claims.binary_search(claim).ok()?])))
                .map(|(claim, stands)| CellClaim::new(court, claim, stands))
                .collect(),
        };
        QuestionRow {
            question: QuestionName::new(dossier, id),
            ask: question.ask.clone(),
            kind: question.kind.of(),
            cells: match extent {
                Cells::All => sources.iter().map(cell).collect(),
                Cells::WithClaims => {
                    let mut speaking: Vec<SourceId> =
                        claims.iter().map(|claim| dossier.claims[*claim].source).collect();
                    speaking.sort_unstable();
                    speaking.dedup();
                    speaking.iter().map(cell).collect()
                }
            },
            positions: HeldPosition::on(court, id),
            positions_cut: court.is_cut(id),
        }
    }
}

impl CellClaim {
    fn new(court: &Court, id: ClaimId, stands: Standing) -> Self {
        let dossier = court.dossier();
        let claim = &dossier.claims[id];
        CellClaim {
            claim: ClaimName::new(dossier, id),
            words: dossier.said(claim),
            reading: reading(dossier, id),
            said_by: claim.said_by.iter().map(|agent| dossier.agents[*agent].name.clone()).collect(),
            stands,
            speakers: claim.said_by.iter().map(|agent| dossier.agents.name(*agent).to_owned()).collect(),
        }
    }
}
