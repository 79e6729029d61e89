//! The table of questions by sources, in tables that a screen holds.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use askama::filters::HtmlSafe;

use super::badge::Badge;
use super::leads::Leads;
use crate::view::name::{ClaimName, QuestionName};
use crate::view::report::Report;
use crate::view::table::{EventTable, QuestionRow, SourceCell};

/// At most so many sources of one event, and so many rows in all, are shown.
const MOST_SOURCES: usize = 60;
const MOST_ROWS: usize = 600;
/// At most so many claims stand in one cell.
const MOST_IN_CELL: usize = 12;

/// The table of one event: all its sources side by side.
#[derive(Template)]
#[template(path = "grid.html", config = "src/render/report/html/askama.toml")]
pub(in crate::render) struct Grid {
    anchor: String,
    title: String,
    /// What is said of events that look like this one.
    likenesses: Vec<String>,
    sources: Vec<GridSource>,
    rows: Vec<GridRow>,
    sources_left_out: usize,
}

struct GridSource {
    href: String,
    label: String,
}

struct GridRow {
    ask: String,
    /// Where the question is told in full; `None` where it is nowhere.
    href: Option<String>,
    cells: Vec<Cell>,
}

/// What one source says on one question.
struct Cell {
    source: String,
    said: Vec<SaidInCell>,
    /// How many more claims there are.
    more: usize,
}

/// A claim in its cell.
struct SaidInCell {
    words: String,
    reading: Option<String>,
    speaker: Option<String>,
    stands: Badge,
    times: usize,
}

impl HtmlSafe for Grid {}

/// By the name of a claim: its value for people.
pub(in crate::render) type Plain<'a> = BTreeMap<&'a ClaimName, &'a str>;

/// The tables of a report, and how many rows are left out; `told` says of which questions the page tells more.
pub(super) fn grids(view: &Report, told: &BTreeSet<&QuestionName>) -> (Vec<Grid>, usize) {
    let claims = view.questions.iter().flat_map(|asked| &asked.claims);
    let plain: Plain = claims.map(|claim| (&claim.said.claim, claim.said.plain.as_str())).collect();
    let labels: Labels = view.sources.iter().map(|it| (it.id.as_str(), it.label.as_str())).collect();
    let mut found = Vec::new();
    let mut room = MOST_ROWS;
    let mut left_out = 0;
    for event in &view.table.events {
        let rows = event.questions.len().min(room);
        room -= rows;
        left_out += event.questions.len() - rows;
        if rows > 0 {
            found.push(Grid::new(event, rows, (Leads::Within, Some(told)), (&plain, &labels)));
        }
    }
    (found, left_out)
}

/// By the id of a source: what it is called for short.
pub(in crate::render) type Labels<'a> = BTreeMap<&'a str, &'a str>;

impl Grid {
    /// The first rows of an event's table; `told` says which questions are told in full; where it is not given, all are.
    pub(in crate::render) fn new(
        event: &EventTable,
        rows: usize,
        (leads, told): (Leads, Option<&BTreeSet<&QuestionName>>),
        (plain, labels): (&Plain<'_>, &Labels<'_>),
    ) -> Self {
        let shown = event.sources.len().min(MOST_SOURCES);
        let label =
            |id: &String| labels.get(id.as_str()).map_or_else(|| id.clone(), |label| (*label).to_owned());
        let sources: Vec<GridSource> = event.sources[..shown]
            .iter()
            .map(|id| GridSource { href: leads.source(id), label: label(id) })
            .collect();
        let row = |row: &QuestionRow| GridRow {
            ask: row.ask.clone(),
            href: told.is_none_or(|told| told.contains(&row.question)).then(|| leads.question(&row.question)),
            cells: event
                .cells(row, 0..shown)
                .zip(&sources)
                .map(|(cell, source)| Cell::new(&source.label, cell, plain))
                .collect(),
        };
        Grid {
            anchor: format!("table-{}", event.event),
            title: event.title.clone(),
            likenesses: event.likenesses.clone(),
            rows: event.questions[..rows].iter().map(row).collect(),
            sources,
            sources_left_out: event.sources.len() - shown,
        }
    }
}

impl Cell {
    fn new(source: &str, cell: Option<&SourceCell>, plain: &Plain) -> Self {
        Cell {
            source: source.to_owned(),
            said: cell.map(|cell| said(cell, plain)).unwrap_or_default(),
            more: cell.map_or(0, |cell| cell.claims.len().saturating_sub(MOST_IN_CELL)),
        }
    }
}

/// The claims of a cell, those that say one thing told once.
fn said(cell: &SourceCell, plain: &Plain) -> Vec<SaidInCell> {
    let mut found: Vec<SaidInCell> = Vec::new();
    for claim in cell.claims.iter().take(MOST_IN_CELL) {
        let speaker = claim.said_by.last();
        let words = plain.get(&claim.claim).map_or(claim.words.as_str(), |plain| *plain);
        let stands = Badge::of(claim.stands);
        let same = |other: &&mut SaidInCell| {
            other.words == words && other.speaker.as_ref() == speaker && other.stands == stands
        };
        match found.iter_mut().find(same) {
            Some(other) => other.times += 1,
            None => found.push(SaidInCell {
                words: words.to_owned(),
                reading: claim.reading.clone().filter(|reading| reading != words),
                speaker: speaker.cloned(),
                stands,
                times: 1,
            }),
        }
    }
    found
}
