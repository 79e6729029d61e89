//! The table of questions by sources, in tables that a screen holds.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use askama::filters::HtmlSafe;

use super::anchor::anchor;
use super::badge::Badge;
use crate::view::name::{ClaimName, QuestionName};
use crate::view::report::Report;
use crate::view::table::{EventTable, QuestionRow, SourceCell};

/// So many sources stand side by side; further ones go on in a table below.
const SIDE_BY_SIDE: usize = 6;
/// At most so many sources of one event, and so many rows in all, are shown.
const MOST_SOURCES: usize = 24;
const MOST_ROWS: usize = 600;
/// At most so many claims stand in one cell.
const MOST_IN_CELL: usize = 12;

/// One table: some sources of one event.
#[derive(Template)]
#[template(path = "grid.html", config = "src/render/report/html/askama.toml")]
pub(super) struct Grid {
    anchor: String,
    title: String,
    /// Whether it goes on from the table above with further sources.
    goes_on: bool,
    sources: Vec<String>,
    rows: Vec<GridRow>,
    sources_left_out: usize,
}

struct GridRow {
    ask: String,
    /// Where the question is told in full; `None` where it is not on the page.
    anchor: Option<String>,
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
type Plain<'a> = BTreeMap<&'a ClaimName, &'a str>;

/// The tables of a report, and how many rows are left out; `told` says of which questions the page tells more.
pub(super) fn grids(view: &Report, told: &BTreeSet<&QuestionName>) -> (Vec<Grid>, usize) {
    let claims = view.questions.iter().flat_map(|asked| &asked.claims);
    let plain: Plain = claims.map(|claim| (&claim.said.claim, claim.said.plain.as_str())).collect();
    let mut found = Vec::new();
    let mut room = MOST_ROWS;
    let mut left_out = 0;
    for event in &view.table.events {
        let rows = event.questions.len().min(room);
        room -= rows;
        left_out += event.questions.len() - rows;
        if rows > 0 {
            found.extend(tables(event, rows, told, &plain));
        }
    }
    (found, left_out)
}

fn tables(event: &EventTable, rows: usize, told: &BTreeSet<&QuestionName>, plain: &Plain) -> Vec<Grid> {
    let shown = event.sources.len().min(MOST_SOURCES);
    let tables = shown.div_ceil(SIDE_BY_SIDE).max(1);
    let each = shown.div_ceil(tables).max(1);
    let starts = (0..shown).step_by(each);
    let last = starts.clone().next_back();
    starts
        .map(|start| {
            let range = start..(start + each).min(shown);
            let sources = &event.sources[range.clone()];
            let row = |row: &QuestionRow| GridRow {
                ask: row.ask.clone(),
                anchor: told.contains(&row.question).then(|| anchor(&row.question)),
                cells: event
                    .cells(row, range.clone())
                    .zip(sources)
                    .map(|(cell, source)| Cell::new(source, cell, plain))
                    .collect(),
            };
            let questions = event.questions[..rows].iter();
            let questions = questions
                .filter(|row| event.cells(row, range.clone()).flatten().any(|cell| !cell.claims.is_empty()));
            Grid {
                anchor: format!("table-{}-{start}", event.event),
                title: event.title.clone(),
                goes_on: start > 0,
                sources: event.sources[range.clone()].to_vec(),
                rows: questions.map(row).collect(),
                sources_left_out: if Some(start) == last { event.sources.len() - shown } else { 0 },
            }
        })
        .collect()
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
