//! The answer to a quote that was looked for, for the terminal.

use std::fmt::Write;

use crate::render::term::layout::{Paint, wrapped};
use crate::view::find::{FoundQuote, HowFound};

/// The answer for people.
pub(crate) fn render(out: &mut String, view: &FoundQuote, paint: Paint, width: usize) {
    let said = match view.outcome {
        HowFound::Exact => "it stands there, to the byte",
        HowFound::Folded => "it stands there; only typography differs",
        HowFound::Elided => "its pieces stand there in order",
        HowFound::Ambiguous => "it stands more than once: `--prefix` or `--suffix` would settle which",
        HowFound::Near => "it does not stand there; this passage resembles it",
        HowFound::Absent => "nothing there resembles it",
    };
    let outcome = view.outcome.name();
    let outcome = if view.outcome.is_held() { paint.green(outcome) } else { paint.red(outcome) };
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
    if view.outcome == HowFound::Ambiguous {
        let places: Vec<String> =
            view.places.iter().take(10).map(|(start, end)| format!("{start} to {end}")).collect();
        let _ = writeln!(out, "  {} places, bytes {}", view.places.len(), places.join(", "));
    }
}
