//! The view of a quote that was looked for, version 1.

use std::fmt::Write;

use serde::Serialize;

use crate::render::term::layout::{Paint, wrapped};
use crate::text::line_column::line_column;
use crate::text::outcome::Outcome;

/// How a quote stands in a text. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
pub(crate) struct FoundView {
    schema: &'static str,
    pub(crate) outcome: &'static str,
    /// Bytes of the text; of the text an extractor made, where there was one.
    pub(crate) start: Option<usize>,
    pub(crate) end: Option<usize>,
    pub(crate) line: Option<usize>,
    pub(crate) column: Option<usize>,
    pub(crate) matched: Option<String>,
    pub(crate) differs: Vec<DifferView>,
    /// All places of an ambiguous quote, as [start, end].
    pub(crate) places: Vec<(usize, usize)>,
    /// What made the text out of a page.
    pub(crate) extractor: Option<&'static str>,
}

/// Words that differ.
#[derive(Serialize)]
pub(crate) struct DifferView {
    pub(crate) quote: String,
    pub(crate) text: String,
    pub(crate) kind: &'static str,
}

impl FoundView {
    pub(crate) fn new(text: &str, outcome: &Outcome, extractor: Option<&'static str>) -> Self {
        let span = outcome.span();
        let place = span.as_ref().map(|at| line_column(text, at.start));
        let differs = match outcome {
            Outcome::Near(near) => near
                .differs
                .iter()
                .map(|it| DifferView { quote: it.quote.clone(), text: it.text.clone(), kind: it.kind.name() })
                .collect(),
            _ => Vec::new(),
        };
        let places = match outcome {
            Outcome::Ambiguous(places) => places.iter().map(|at| (at.start, at.end)).collect(),
            Outcome::Elided(pieces) => pieces.iter().map(|at| (at.start, at.end)).collect(),
            _ => Vec::new(),
        };
        FoundView {
            schema: "gainsay/find/1",
            outcome: outcome.name(),
            start: span.as_ref().map(|at| at.start),
            end: span.as_ref().map(|at| at.end),
            line: place.map(|(line, _)| line),
            column: place.map(|(_, column)| column),
            matched: span.map(|at| text[at].to_owned()),
            differs,
            places,
            extractor,
        }
    }

    pub(crate) fn is_held(&self) -> bool {
        matches!(self.outcome, "exact" | "folded" | "elided")
    }
}

/// The answer for people.
pub(crate) fn render(out: &mut String, view: &FoundView, paint: Paint, width: usize) {
    let said = match view.outcome {
        "exact" => "it stands there, to the byte",
        "folded" => "it stands there; only typography differs",
        "elided" => "its pieces stand there in order",
        "ambiguous" => "it stands more than once: `--prefix` or `--suffix` would settle which",
        "near" => "it does not stand there; this passage resembles it",
        _ => "nothing there resembles it",
    };
    let outcome = if view.is_held() { paint.green(view.outcome) } else { paint.red(view.outcome) };
    let _ = writeln!(out, "{outcome}: {said}");
    if let (Some(line), Some(column), Some(matched)) = (view.line, view.column, &view.matched) {
        let (start, end) = (view.start.unwrap_or(0), view.end.unwrap_or(0));
        let _ = writeln!(out, "  line {line}, column {column}, bytes {start} to {end}");
        out.push_str(&wrapped(&format!("“{matched}”"), width, "  "));
    }
    for differs in &view.differs {
        let told = match (differs.quote.as_str(), differs.text.as_str()) {
            ("", text) => format!("`{text}` is left out"),
            (quote, "") => format!("`{quote}` does not stand there"),
            (quote, text) => format!("`{quote}` where the text has `{text}`"),
        };
        let _ = writeln!(out, "  {told} ({})", differs.kind);
    }
    if view.outcome == "ambiguous" {
        let places: Vec<String> =
            view.places.iter().take(10).map(|(start, end)| format!("{start} to {end}")).collect();
        let _ = writeln!(out, "  {} places, bytes {}", view.places.len(), places.join(", "));
    }
}
