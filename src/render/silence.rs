//! The matrix of silence for the terminal, with its legend.

use std::fmt::Write;

use crate::render::term::{Line, Screen, Style, table};
use crate::text::counted;
use crate::view::silence::{EventSilence, Response, SilenceMatrix};

/// So many sources that say nothing of an event are named.
const MOST_NAMED: usize = 5;

/// The matrix, one for each event, and its legend.
pub(crate) fn render(out: &mut String, view: &SilenceMatrix, screen: Screen) {
    for event in &view.events {
        screen.line(out, Line::styled(Style::Heading, &event.title));
        matrix(out, event, screen);
        for (index, source) in event.sources.iter().enumerate() {
            screen.line(out, format!("  {}  {source}", index + 1));
        }
        for (sources, what) in
            [(&event.elsewhere, "read, and silent on all of it"), (&event.unread, "not read")]
        {
            if !sources.is_empty() {
                screen.paragraph(out, 2, format!("{what}: {}", first_of(sources)));
            }
        }
        out.push('\n');
    }
    let legend = Response::ALL.iter().map(|response| symbol(*response));
    let legend: Vec<String> = legend.map(|(symbol, what)| format!("{symbol} {what}")).collect();
    screen.paragraph(out, 0, legend.join("; "));
    let questions: usize = view.events.iter().map(|event| event.questions.len()).sum();
    screen
        .line(out, format!("{} in {}", counted(questions, "question"), counted(view.events.len(), "event")));
}

/// Questions by sources. Symbols need little room: sources are numbered, and named below.
fn matrix(out: &mut String, event: &EventSilence, screen: Screen) {
    let room = (screen.width.saturating_sub(40) / 7).max(1);
    for first in (0..event.sources.len().max(1)).step_by(room) {
        let shown = first..(first + room).min(event.sources.len());
        let mut table = table(screen.width);
        let numbers = shown.clone().map(|index| (index + 1).to_string());
        table.set_header(std::iter::once("question".to_owned()).chain(numbers));
        for row in &event.questions {
            let symbols = row.marks[shown.clone()]
                .iter()
                .map(|marks| marks.iter().map(|response| symbol(*response).0).collect());
            table.add_row(std::iter::once(row.question.own().to_owned()).chain(symbols));
        }
        let _ = writeln!(out, "{table}");
    }
}

/// The first of some sources, and how many more there are.
fn first_of(sources: &[String]) -> String {
    let named: Vec<String> = sources.iter().take(MOST_NAMED).map(|source| format!("`{source}`")).collect();
    match sources.len().saturating_sub(MOST_NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

/// What stands in a cell, and what the legend says of it.
fn symbol(response: Response) -> (&'static str, &'static str) {
    match response {
        Response::Answers => ("●", "answers"),
        Response::Denies => ("✗", "denies"),
        Response::DoesNotKnow => ("?", "says that it is not known"),
        Response::Declines => ("–", "declines to say"),
        Response::Silent => ("·", "was read, and says nothing of it"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Alignment;
    use crate::judge::Court;
    use crate::load::from_texts;
    use crate::render::term::Paint;
    use crate::view::table::Of;

    const DOSSIER: [(&str, &str); 2] = [
        (
            "sources/a.toml",
            r#"
            [source]
            herald-1 = { title = "Fire at the mill", publisher = "unknown", published = "2024-03-01" }
            courier-1 = { title = "Mill burns", publisher = "unknown", published = "2024-03-01" }
            gazette-1 = { title = "After", publisher = "unknown", published = "2024-03-01" }
            "#,
        ),
        (
            "claims/a.toml",
            r#"
            [event.fire]
            title = "The fire"
            [event.fire.question]
            killed = { ask = "How many were killed?", type = "count" }
            hurt = { ask = "How many were hurt?", type = "count" }
            [[claim]]
            source = "herald-1"
            question = "fire/killed"
            value = 3
            [[claim]]
            source = "courier-1"
            question = "fire/killed"
            stance = "declines"
            [[claim]]
            source = "gazette-1"
            question = "fire/killed"
            stance = "unknown"
            [[claim]]
            source = "courier-1"
            question = "fire/hurt"
            stance = "denies"
            value = 5
            "#,
        ),
    ];

    #[test]
    fn each_response_has_its_symbol_and_the_legend_says_what_it_means() {
        let dossier = from_texts(&DOSSIER);
        let alignment = Alignment::without_texts(&dossier);
        let view = SilenceMatrix::new(&Court::new(&alignment, 0), Of::All);
        let mut out = String::new();
        render(&mut out, &view, Screen { paint: Paint::Off, width: 80 });
        assert!(out.contains("│ hurt     ┆ ✗ ┆ · ┆ · │\n│ killed   ┆ – ┆ ? ┆ ● │"), "{out}");
        assert!(out.contains("? says that it is not known; – declines to say"), "{out}");
    }
}
