//! What was spotted in texts, for the terminal: each passage with its place, its reading and what it may answer.

use crate::render::passage::told;
use crate::render::term::{Line, Screen, Style};
use crate::text::counted;
use crate::view::spot::{SpottedSource, SpottedTexts};

/// The passages of each source.
pub(crate) fn render(out: &mut String, view: &SpottedTexts, screen: Screen) {
    for (nth, source) in view.sources.iter().enumerate() {
        if nth > 0 {
            out.push('\n');
        }
        of_source(out, source, screen);
    }
}

fn of_source(out: &mut String, source: &SpottedSource, screen: Screen) {
    let head = Line::styled(Style::Heading, &source.source);
    if let Some(why) = &source.not_looked_at {
        screen.line(out, head.and(format!("  not looked at: its text {why}")));
        return;
    }
    let found = counted(source.passages.len(), "passage");
    screen.line(out, head.and(format!("  {found}")));
    if source.withheld > 0 {
        let passages = counted(source.withheld, "passage");
        screen.paragraph(out, 2, format!("{passages} withheld: access to the source is restricted"));
    }
    for passage in &source.passages {
        told(out, passage, screen);
    }
}
