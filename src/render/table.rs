//! The provenance table for the terminal.

use std::fmt::Write;
use std::ops::Range;

use crate::render::position::{Untold, standing_behind};
use crate::render::term::{Cell, Line, Screen, Style, ruled_table};
use crate::text::counted;
use crate::view::table::{EventTable, ProvenanceTable, QuestionRow, SourceCell};

/// So many positions of one question are told below its table; the rest are counted.
const MOST_POSITIONS: usize = 200;

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
        for row in event.questions.iter().filter(|row| row.positions.len() > 1 || row.positions_cut) {
            screen.paragraph(out, 2, format!("{}: {}", row.question, positions(row, MOST_POSITIONS)));
        }
        out.push('\n');
    }
}

/// The positions of a question with who stands behind them: the first `most`, and what is left out.
fn positions(row: &QuestionRow, most: usize) -> String {
    let told = row.positions.iter().take(most);
    let mut said: Vec<String> =
        told.map(|position| format!("{}: {}", position.label, standing_behind(position))).collect();
    let more = row.positions.len() - said.len();
    said.extend(Untold { more, others: row.positions_cut }.told());
    said.join("; ")
}

/// The questions of an event by some of its sources; those that none of them answers are left out.
fn some_sources(out: &mut String, event: &EventTable, sources: Range<usize>, screen: Screen) {
    let mut table = ruled_table(screen.width);
    let names = event.sources[sources.clone()].iter().cloned();
    table.set_header(std::iter::once("question".to_owned()).chain(names));
    for row in &event.questions {
        let cells: Vec<Cell> =
            event.cells(row, sources.clone()).map(|cell| cell.map(said_in).unwrap_or_default()).collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::Court;
    use crate::judge::tests::aligned;
    use crate::load::said_by_each;
    use crate::view::table::Of;

    #[test]
    fn positions_that_are_not_told_are_counted() {
        let dossier = said_by_each("type = \"count\"", &["value = 3", "value = 5", "value = 7"]);
        let alignment = aligned(&dossier);
        let mut view = ProvenanceTable::new(&Court::new(&alignment, 0), Of::All);
        let row = &mut view.events[0].questions[0];
        let one = "1 source, 1 independent origin";
        assert_eq!(positions(row, 3), format!("3: {one}; 5: {one}; 7: {one}"));
        assert_eq!(positions(row, 2), format!("3: {one}; 5: {one}; and 1 more position"));
        row.positions_cut = true;
        assert!(positions(row, 3).ends_with("; and others, which are not worked out: `limit-reached`"));
    }
}
