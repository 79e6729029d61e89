//! The view of silence, version 1: of each question, which source answers it and which was read and does not.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde::Serialize;

use super::table::{Of, shows};
use crate::judge::Court;
use crate::model::claim::Stance;
use crate::model::table::{QuestionId, SourceId};
use crate::render::term::layout;
use crate::render::term::layout::{Paint, counted};

/// Questions by sources, each cell how the source stands to the question. Its JSON is frozen: later versions add keys
/// and remove none.
#[derive(Serialize)]
pub(crate) struct SilenceView {
    schema: &'static str,
    pub(crate) events: Vec<EventView>,
}

#[derive(Serialize)]
pub(crate) struct EventView {
    pub(crate) event: String,
    pub(crate) title: String,
    /// The sources that speak of the event, in order.
    pub(crate) sources: Vec<String>,
    pub(crate) questions: Vec<RowView>,
    /// Sources that were read and say nothing at all of the event.
    pub(crate) elsewhere: Vec<String>,
    /// Sources of which no claim is recorded: nobody knows whether they speak of it.
    pub(crate) unread: Vec<String>,
}

#[derive(Serialize)]
pub(crate) struct RowView {
    pub(crate) question: String,
    pub(crate) ask: String,
    /// By source: what it does, each once, in order; `silent` where it was read and says nothing.
    pub(crate) marks: Vec<Vec<&'static str>>,
}

/// What a source may do on a question: its name, its symbol, and what the legend says.
const MARKS: [(&str, &str, &str); 5] = [
    ("answers", "●", "answers"),
    ("denies", "✗", "denies"),
    ("does-not-know", "?", "says that it is not known"),
    ("declines", "–", "declines to say"),
    ("silent", "·", "was read, and says nothing of it"),
];

impl SilenceView {
    pub(crate) fn new(court: &Court, of: Of) -> Self {
        let dossier = court.dossier();
        let read: BTreeSet<SourceId> = dossier.claims.iter().map(|(_, claim)| claim.source).collect();
        let name = |id: &SourceId| dossier.sources.name(*id).to_owned();
        let unread: Vec<String> =
            dossier.sources.ids().filter(|id| !read.contains(id)).map(|id| name(&id)).collect();
        let mut events = Vec::new();
        for (id, event) in dossier.events.iter() {
            let asked = dossier
                .questions
                .iter()
                .filter(|(question, row)| row.event == id && shows(court, of, id, *question));
            let asked: Vec<QuestionId> = asked.map(|(question, _)| question).collect();
            // Whoever speaks of the event was read for it, also where another of its questions is asked for.
            let of_event =
                dossier.claims.iter().filter(|(_, claim)| dossier.questions[claim.question].event == id);
            let speaking: BTreeSet<SourceId> = of_event.map(|(_, claim)| claim.source).collect();
            if asked.is_empty() {
                continue;
            }
            let row = |question: &QuestionId| RowView {
                question: dossier.questions.name(*question).to_owned(),
                ask: dossier.questions[*question].ask.clone(),
                marks: speaking.iter().map(|source| marks(court, *question, *source)).collect(),
            };
            events.push(EventView {
                event: dossier.events.name(id).to_owned(),
                title: event.title.clone(),
                sources: speaking.iter().map(name).collect(),
                questions: asked.iter().map(row).collect(),
                elsewhere: read.difference(&speaking).map(name).collect(),
                unread: unread.clone(),
            });
        }
        SilenceView { schema: "gainsay/silence/1", events }
    }
}

/// What a source does on a question.
fn marks(court: &Court, question: QuestionId, source: SourceId) -> Vec<&'static str> {
    let dossier = court.dossier();
    let does = |id: &crate::model::table::ClaimId| {
        let claim = &dossier.claims[*id];
        match claim.stance() {
            Stance::Unknown => 2,
            Stance::Declines => 3,
            Stance::Affirms | Stance::Denies => usize::from(claim.denies()),
        }
    };
    let done: BTreeSet<usize> = court.alignment.claims.of(question, source).iter().map(does).collect();
    match done.is_empty() {
        true => vec![MARKS[4].0],
        false => done.into_iter().map(|index| MARKS[index].0).collect(),
    }
}

/// The matrix for people, with its legend.
pub(crate) fn render(out: &mut String, view: &SilenceView, paint: Paint, width: usize) {
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
                    .map(|marks| marks.iter().map(|mark| symbol(mark)).collect());
                let short = row.question.split('/').next_back().unwrap_or(&row.question);
                table.add_row(std::iter::once(short.to_owned()).chain(symbols));
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
    let legend: Vec<String> = MARKS.iter().map(|(_, symbol, what)| format!("{symbol} {what}")).collect();
    out.push_str(&layout::wrapped(&legend.join("; "), width, ""));
    let questions: usize = view.events.iter().map(|event| event.questions.len()).sum();
    let _ = writeln!(out, "{} in {}", counted(questions, "question"), counted(view.events.len(), "event"));
}

fn symbol(mark: &str) -> &'static str {
    MARKS.iter().find(|(name, ..)| *name == mark).map_or("", |(_, symbol, _)| symbol)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Alignment;
    use crate::load::from_texts;

    const DOSSIER: [(&str, &str); 2] = [
        (
            "sources/a.toml",
            r#"
            [source]
            herald-1 = { title = "Fire at the mill", publisher = "herald", published = "2024-03-01" }
            courier-1 = { title = "Mill burns", publisher = "courier", published = "2024-03-01" }
            gazette-1 = { title = "After", publisher = "unknown", published = "2024-03-01" }
            leaflet-1 = { title = "Leaflet", publisher = "unknown", published = "2024-03-01" }
            [agent]
            herald = { name = "The Herald" }
            courier = { name = "The Courier" }
            mayor = { name = "Mayor Quimby" }
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
            id = "quimby-says"
            question = "fire/killed"
            value = 3
            said-by = "mayor"
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
    fn what_was_read_and_silent_is_told_from_what_declines_denies_or_does_not_know() {
        let dossier = from_texts(&DOSSIER);
        let alignment = Alignment::without_texts(&dossier);
        let view = SilenceView::new(&Court::new(&alignment, 0), Of::All);
        let event = &view.events[0];
        assert_eq!(event.sources, ["courier-1", "gazette-1", "herald-1"]);
        let marks = |question: usize| event.questions[question].marks.concat();
        assert_eq!(event.questions[0].question, "fire/hurt");
        assert_eq!(marks(0), ["denies", "silent", "silent"]);
        assert_eq!(marks(1), ["declines", "does-not-know", "answers"]);
        assert_eq!(event.unread, ["leaflet-1"]);
        let mut out = String::new();
        render(&mut out, &view, Paint::Off, 80);
        assert!(out.contains("│ hurt     ┆ ✗ ┆ · ┆ · │\n│ killed   ┆ – ┆ ? ┆ ● │"), "{out}");
    }
}
