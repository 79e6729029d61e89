//! What of each text is recorded, for the terminal: the counts, and what is open.

use crate::render::passage::told;
use crate::render::term::{Line, Screen, Style};
use crate::text::counted;
use crate::view::coverage::{Coverage, CoveredSource};
use crate::view::withheld::WITHHELD;

/// Each source with its counts, then what of it is open.
pub(crate) fn render(out: &mut String, view: &Coverage, screen: Screen) {
    for source in &view.sources {
        of_source(out, source, screen);
    }
    let looked = view.sources.iter().filter(|source| source.not_looked_at.is_none());
    let (mut texts, mut open) = (0, 0);
    looked.for_each(|source| {
        texts += 1;
        open += source.open;
    });
    let not_looked = view.sources.len() - texts;
    let beside = if not_looked > 0 { format!("; {not_looked} not looked at") } else { String::new() };
    screen.line(out, format!("looked at {}: {open} open{beside}", counted(texts, "text")));
}

fn of_source(out: &mut String, source: &CoveredSource, screen: Screen) {
    let head = Line::styled(Style::Heading, &source.source);
    if let Some(why) = &source.not_looked_at {
        screen.line(out, head.and(format!("  not looked at: its text {why}")));
        return;
    }
    let CoveredSource { recorded, waived, open, .. } = source;
    screen.line(out, head.and(format!("  {recorded} recorded, {waived} waived, {open} open")));
    for passage in &source.passages {
        told(out, passage, screen);
    }
    if source.passages.len() < *open {
        screen.paragraph(out, 2, format!("{open} open withheld: access to the source is restricted"));
    }
    for waiver in source.waivers.iter().filter(|waiver| waiver.waives == 0) {
        let words = waiver.quote.as_deref().unwrap_or(WITHHELD);
        let why = if waiver.stands == 0 { "do not stand in the text" } else { "hold nothing that is open" };
        screen.paragraph(out, 2, format!("the waived words `{words}` {why}"));
    }
}
