//! The matrix of silence for the terminal, with its legend.

use std::fmt::Write;

use crate::render::term::layout;
use crate::render::term::layout::{Paint, counted};
use crate::view::silence::{Response, SilenceMatrix};

/// The matrix for people, with its legend.
pub(crate) fn render(out: &mut String, view: &SilenceMatrix, paint: Paint, width: usize) {
    for event in &view.events {
        let _ = writeln!(out, "{}", paint.bold(&event.title));
        // Symbols need little room: sources are numbered, and named below.
        let room = (width.saturating_sub(40) / 7).max(1);
        for first in (0..event.sources.len().max(1)).step_by(room) {
            let shown = first..(first + room).min(event.sources.len());
            let mut table = layout::table(width);
            table.set_header(
                std::iter::once("question".to_owned())
                    .chain(shown.clone().map(|index| format!("{}", index + 1))),
            );
            for row in &event.questions {
                let symbols = row.marks[shown.clone()]
                    .iter()
                    .map(|marks| marks.iter().map(|mark| symbol(*mark).0).collect());
                table.add_row(std::iter::once(row.question.own().to_owned()).chain(symbols));
            }
            let _ = writeln!(out, "{table}");
        }
        for (index, source) in event.sources.iter().enumerate() {
            let _ = writeln!(out, "  {}  {source}", index + 1);
        }
        for (sources, what) in
            [(&event.elsewhere, "read, and silent on all of it"), (&event.unread, "not read")]
        {
            let mut named =
                sources.iter().take(5).map(|source| format!("`{source}`")).collect::<Vec<_>>().join(", ");
            if sources.len() > 5 {
                let _ = write!(named, " and {} more", sources.len() - 5);
            }
            if !sources.is_empty() {
                out.push_str(&layout::wrapped(&format!("{what}: {named}"), width, "  "));
            }
        }
        out.push('\n');
    }
    let legend = Response::ALL.iter().map(|response| symbol(*response));
    let legend: Vec<String> = legend.map(|(symbol, what)| format!("{symbol} {what}")).collect();
    out.push_str(&layout::wrapped(&legend.join("; "), width, ""));
    let questions: usize = view.events.iter().map(|event| event.questions.len()).sum();
    let _ = writeln!(out, "{} in {}", counted(questions, "question"), counted(view.events.len(), "event"));
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
        render(&mut out, &view, Paint::Off, 80);
        assert!(out.contains("│ hurt     ┆ ✗ ┆ · ┆ · │\n│ killed   ┆ – ┆ ? ┆ ● │"), "{out}");
        assert!(out.contains("? says that it is not known; – declines to say"), "{out}");
    }
}
