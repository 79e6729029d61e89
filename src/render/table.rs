//! The provenance table for the terminal.

use std::fmt::Write;
use std::ops::Range;

use crate::render::position::standing_behind;
use crate::render::term::{Cell, Line, Screen, Style, ruled_table};
use crate::text::counted;
use crate::view::table::{EventTable, ProvenanceTable, SourceCell};

/// The table: one for each event, then how much there is.
pub(crate) fn render(out: &mut String, view: &ProvenanceTable, screen: Screen) {
    render_events(out, &view.events, screen);
    let questions: usize = view.events.iter().map(|event| event.questions.len()).sum();
    screen
        .line(out, format!("{} in {}", counted(questions, "question"), counted(view.events.len(), "event")));
}

/// One table for each event.
pub(crate) fn render_events(out: &mut String, events: &[EventTable], screen: Screen) {
    for event in events {
        screen.line(out, Line::styled(Style::Heading, &event.title));
        for likeness in &event.likenesses {
            screen.paragraph(out, 2, likeness.as_str());
        }
        // Below some fourteen columns a cell is no longer read but deciphered: sources go on in a further table.
        let room = (screen.width.saturating_sub(24) / 20).max(1);
        for sources in chunks(event.shown(), room) {
            some_sources(out, event, sources, screen);
        }
        if event.shown() < event.sources.len() {
            let more = counted(event.sources.len() - event.shown(), "more source");
            screen.paragraph(out, 2, format!("and {more}: name a question, or ask for `--format json`"));
        }
        for row in event.questions.iter().filter(|row| row.positions.len() > 1) {
            let said: Vec<String> = row
                .positions
                .iter()
                .map(|position| format!("{}: {}", position.label, standing_behind(position)))
                .collect();
            screen.paragraph(out, 2, format!("{}: {}", row.question, said.join("; ")));
        }
        out.push('\n');
    }
}

/// The questions of an event by some of its sources; those that none of them answers are left out.
fn some_sources(out: &mut String, event: &EventTable, sources: Range<usize>, screen: Screen) {
    let mut table = ruled_table(screen.width);
    let sources = &event.sources[sources];
    table.set_header(std::iter::once("question".to_owned()).chain(sources.iter().cloned()));
    for row in &event.questions {
        let cells: Vec<Cell> =
            row.cells_of(sources).map(|cell| cell.map(said_in).unwrap_or_default()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            table.add_row(std::iter::once(Cell::from(row.question.own()).line(&row.ask)).chain(cells));
        }
    }
    let _ = writeln!(out, "{table}");
}

/// The numbers below `count`, as even runs of at most `most`.
fn chunks(count: usize, most: usize) -> Vec<Range<usize>> {
    let pieces = count.div_ceil(most).max(1);
    let each = count.div_ceil(pieces).max(1);
    (0..count).step_by(each).map(|start| start..(start + each).min(count)).collect()
}

/// What the claims of a source say on a question, each in a few lines.
fn said_in(cell: &SourceCell) -> Cell {
    let mut said = Cell::default();
    for claim in &cell.claims {
        said = said.line(&claim.words);
        if let Some(reading) = &claim.reading {
            said = said.line(format!("[{reading}]"));
        }
        if let Some(speaker) = claim.said_by.last() {
            said = said.line(speaker);
        }
        said = said.line(format!("({})", claim.stands));
    }
    said
}
