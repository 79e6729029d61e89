//! The provenance table: questions by sources, each cell the value, who said it, and how it stands.

use std::fmt::Write;

use serde::Serialize;

use super::compare::{PositionView, standing_behind};
use crate::judge::Court;
use crate::judge::standing::{Standing, standings};
use crate::model::Dossier;
use crate::model::question::Event;
use crate::model::table::{ClaimId, EventId, QuestionId, SourceId};
use crate::render::term::layout;
use crate::render::term::layout::{Paint, counted};

/// Questions by sources. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct TableView {
    schema: &'static str,
    pub(crate) events: Vec<EventView>,
}

#[derive(Serialize)]
pub(crate) struct EventView {
    pub(crate) event: String,
    pub(crate) title: String,
    /// Other events that may be this one, and those that are not though they look alike, each with the reason.
    pub(crate) likenesses: Vec<String>,
    /// The sources that speak of the event, in order.
    pub(crate) sources: Vec<String>,
    pub(crate) questions: Vec<RowView>,
}

#[derive(Serialize)]
pub(crate) struct RowView {
    pub(crate) question: String,
    pub(crate) ask: String,
    #[serde(rename = "type")]
    kind: &'static str,
    pub(crate) cells: Vec<CellView>,
    pub(crate) positions: Vec<PositionView>,
}

/// What one source says on one question.
#[derive(Serialize)]
pub(crate) struct CellView {
    pub(crate) source: String,
    pub(crate) claims: Vec<CellClaim>,
}

#[derive(Serialize)]
pub(crate) struct CellClaim {
    pub(crate) claim: String,
    pub(crate) words: String,
    /// What the words allow, where that is not obvious.
    pub(crate) reading: Option<String>,
    /// Who said it, nearest first; empty: the source in its own voice.
    pub(crate) said_by: Vec<String>,
    pub(crate) stands: Standing,
    /// The ids of `said_by`.
    #[serde(skip)]
    pub(crate) speakers: Vec<String>,
}

/// Which part of the dossier a table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    All,
    Event(EventId),
    Question(QuestionId),
    /// The questions that two sources or more answer.
    Shared,
}

impl TableView {
    pub(crate) fn new(court: &Court, of: Of) -> Self {
        let dossier = court.dossier();
        let mut events: Vec<EventView> = Vec::new();
        for (id, event) in dossier.events.iter() {
            let asked: Vec<QuestionId> = dossier
                .questions
                .iter()
                .filter(|(question, row)| row.event == id && shows(court, of, id, *question))
                .map(|(question, _)| question)
                .collect();
            if asked.is_empty() {
                continue;
            }
            let claims = asked.iter().flat_map(|question| court.alignment.claims.on(*question));
            let mut sources: Vec<SourceId> = claims.map(|claim| dossier.claims[*claim].source).collect();
            sources.sort_unstable();
            sources.dedup();
            events.push(EventView {
                event: dossier.events.name(id).to_owned(),
                title: event.title.clone(),
                likenesses: likenesses(dossier, event),
                questions: asked.iter().map(|question| RowView::new(court, *question, &sources)).collect(),
                sources: sources.iter().map(|source| dossier.sources.name(*source).to_owned()).collect(),
            });
        }
        TableView { schema: "gainsay/table/1", events }
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

impl RowView {
    fn new(court: &Court, id: QuestionId, sources: &[SourceId]) -> Self {
        let dossier = court.dossier();
        let question = &dossier.questions[id];
        let stands = standings(court, id);
        let claims = court.alignment.claims.on(id);
        let cell = |source: &SourceId| CellView {
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
        RowView {
            question: dossier.questions.name(id).to_owned(),
            ask: question.ask.clone(),
            kind: question.kind.name(),
            cells: sources.iter().map(cell).collect(),
            positions: court
                .positions_on(id)
                .iter()
                .map(|position| PositionView::new(court.alignment, position))
                .collect(),
        }
    }
}

impl CellClaim {
    fn new(court: &Court, id: ClaimId, stands: Standing) -> Self {
        let dossier = court.dossier();
        let claim = &dossier.claims[id];
        CellClaim {
            claim: dossier.claims.name(id).to_owned(),
            words: dossier.said(claim),
            reading: reading(court, id),
            said_by: claim.said_by.iter().map(|agent| dossier.agents[*agent].name.clone()).collect(),
            stands,
            speakers: claim.said_by.iter().map(|agent| dossier.agents.name(*agent).to_owned()).collect(),
        }
    }
}

/// What a claim's words allow, where the words alone do not show it.
pub(crate) fn reading(court: &Court, id: ClaimId) -> Option<String> {
    let dossier = court.dossier();
    let claim = &dossier.claims[id];
    let question = &dossier.questions[claim.question];
    let shape = claim.shape()?;
    let bounds = shape.numbers()?;
    let hard = question.kind.shown(&bounds.hard);
    let plain = |text: &str| text.replace([',', ' '], "").to_lowercase();
    let obvious =
        bounds.hard == bounds.soft && (plain(&hard) == plain(claim.words()) || !question.kind.is_measure());
    let spelled = bounds.hard == bounds.soft
        && bounds.hard.runs().len() == 1
        && bounds.hard.least() == bounds.hard.greatest();
    if obvious || spelled && claim.words().chars().all(char::is_alphabetic) {
        return None;
    }
    let soft = question.kind.shown(&bounds.soft);
    Some(if hard == soft { hard } else { format!("{hard}, usually {soft}") })
}

/// The table for people: one for each event, then how much there is.
pub(crate) fn render(out: &mut String, view: &TableView, paint: Paint, width: usize) {
    render_events(out, &view.events, paint, width);
    let questions: usize = view.events.iter().map(|event| event.questions.len()).sum();
    let _ = writeln!(out, "{} in {}", counted(questions, "question"), counted(view.events.len(), "event"));
}

/// One table for each event.
pub(crate) fn render_events(out: &mut String, events: &[EventView], paint: Paint, width: usize) {
    for event in events {
        let _ = writeln!(out, "{}", paint.bold(&event.title));
        for likeness in &event.likenesses {
            out.push_str(&layout::wrapped(likeness, width, "  "));
        }
        // Below some fourteen columns a cell is no longer read but deciphered: sources go on in a further table.
        let room = (width.saturating_sub(24) / 20).max(1);
        for sources in chunks(event.sources.len(), room) {
            let mut table = layout::ruled_table(width);
            let header = event.sources[sources.clone()].iter().cloned();
            table.set_header(std::iter::once("question".to_owned()).chain(header));
            for row in &event.questions {
                let cells = row.cells[sources.clone()].iter().map(cell_text);
                let cells: Vec<String> = cells.collect();
                if cells.iter().all(String::is_empty) {
                    continue;
                }
                let short = row.question.split('/').next_back().unwrap_or(&row.question);
                table.add_row(std::iter::once(format!("{short}\n{}", row.ask)).chain(cells));
            }
            let _ = writeln!(out, "{table}");
        }
        for row in event.questions.iter().filter(|row| row.positions.len() > 1) {
            let said: Vec<String> = row
                .positions
                .iter()
                .map(|position| format!("{}: {}", position.label, standing_behind(position)))
                .collect();
            out.push_str(&layout::wrapped(&format!("{}: {}", row.question, said.join("; ")), width, "  "));
        }
        out.push('\n');
    }
}

/// The numbers below `count`, as even runs of at most `most`.
fn chunks(count: usize, most: usize) -> Vec<std::ops::Range<usize>> {
    let pieces = count.div_ceil(most).max(1);
    let each = count.div_ceil(pieces).max(1);
    (0..count).step_by(each).map(|start| start..(start + each).min(count)).collect()
}

fn cell_text(cell: &CellView) -> String {
    let claims: Vec<String> = cell
        .claims
        .iter()
        .map(|claim| {
            let mut text = claim.words.clone();
            if let Some(reading) = &claim.reading {
                let _ = write!(text, "\n[{reading}]");
            }
            if let Some(speaker) = claim.said_by.last() {
                let _ = write!(text, "\n{speaker}");
            }
            let _ = write!(text, "\n({})", claim.stands);
            text
        })
        .collect();
    claims.join("\n")
}
