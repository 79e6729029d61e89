//! The answer to a quote that was looked for, for the terminal.

use crate::render::term::{Line, Screen, Style};
use crate::text::OutcomeKind;
use crate::view::find::FoundQuote;
use crate::view::vocabularies::PagePart;

/// So many places of an ambiguous quote are named.
const MOST_PLACES: usize = 10;

/// How the quote was found, where, and what differs.
pub(crate) fn render(out: &mut String, view: &FoundQuote, screen: Screen) {
    let style = if view.is_held() { Style::Good } else { Style::Bad };
    let head = Line::styled(style, view.outcome.name());
    screen.line(out, head.and(format!(": {}", means(view.outcome))));
    if let (Some(line), Some(column), Some(matched)) = (view.line, view.column, &view.matched) {
        let (start, end) = (view.start.unwrap_or(0), view.end.unwrap_or(0));
        let place = view.place.and_then(stands).map(|place| format!(", {place}")).unwrap_or_default();
        let time = view.time.as_ref().map(|time| format!(", at {time}")).unwrap_or_default();
        screen.line(out, format!("  line {line}, column {column}, bytes {start} to {end}{place}{time}"));
        screen.paragraph(out, 2, format!("“{matched}”"));
    }
    if let Some(why) = &view.why {
        screen.paragraph(out, 2, why.as_str());
    }
    if view.over_struck {
        screen.paragraph(out, 2, "words between these were struck in the source, and are left out");
    }
    if view.outcome == OutcomeKind::Near && view.matched.is_none() {
        screen.paragraph(
            out,
            2,
            "it is withheld: access to the source is restricted; `gainsay find` shows it in the text itself",
        );
    }
    for differs in &view.differs {
        screen.line(out, format!("  {} ({})", differs.told(), differs.kind));
    }
    if view.outcome == OutcomeKind::Ambiguous {
        let places = view.places.iter().take(MOST_PLACES);
        let places: Vec<String> = places.map(|(start, end)| format!("{start} to {end}")).collect();
        screen.line(out, format!("  {} places, bytes {}", view.places.len(), places.join(", ")));
    }
}

/// Where in a page a passage stands, in words; of a text it need not be said.
fn stands(part: PagePart) -> Option<&'static str> {
    match part {
        PagePart::Article => Some("in the article"),
        PagePart::Title => Some("in the title"),
        PagePart::Heading => Some("in a heading"),
        PagePart::Byline => Some("in the by-line"),
        PagePart::Date => Some("in the date"),
        PagePart::Caption => Some("in the caption"),
        PagePart::Footnote => Some("in a footnote"),
        PagePart::Page => Some("beside the article"),
        PagePart::Text => None,
    }
}

fn means(outcome: OutcomeKind) -> &'static str {
    match outcome {
        OutcomeKind::Exact => "it stands there, to the byte",
        OutcomeKind::Folded => "it stands there; only typography differs",
        OutcomeKind::Elided => "its pieces stand there in order",
        OutcomeKind::Misplaced => "its words stand there, but not where prefix, suffix or locator say",
        OutcomeKind::Ambiguous => "it stands more than once: `--prefix` or `--suffix` would settle which",
        OutcomeKind::Near => "it does not stand there; this passage resembles it",
        OutcomeKind::Absent => "nothing there resembles it",
        OutcomeKind::Unchecked => "nothing was looked at",
    }
}
