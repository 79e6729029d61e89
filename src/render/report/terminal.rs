//! The discrepancy report in the terminal.

use super::brief::{briefs, states};
use super::told;
use super::told::Section;
use crate::render::table;
use crate::render::term::{Line, Screen, Style};
use crate::text::counted;
use crate::view::report::Report;
use crate::view::report::disagreement::{Class, Disagreement};
use crate::view::report::voice::voices;

/// At most so many different reasons of one dispute are given.
const MOST_REASONS: usize = 3;

pub(crate) fn render(out: &mut String, view: &Report, screen: Screen) {
    heading(out, screen, &view.title);
    let sections = told::sections(view, told::MOST_DISPUTES);
    summary(out, screen, view, &sections);
    for section in sections {
        heading(out, screen, section.heading);
        for (number, dispute) in section.disputes {
            render_dispute(out, screen, dispute, number);
        }
        for more in section.more.iter().map(told::more_disputes) {
            screen.paragraph(out, 0, more);
            out.push('\n');
        }
    }
    heading(out, screen, "What two sources or more speak of");
    table::render_events(out, &view.table.events, screen);
    if !view.warnings.is_empty() {
        out.push('\n');
        heading(out, screen, "To look into");
        for warning in &view.warnings {
            screen.paragraph(out, 2, format!("{}: {}", warning.rule, warning.message));
        }
    }
}

/// A line that stands for itself, with an empty one below.
fn heading(out: &mut String, screen: Screen, text: &str) {
    screen.line(out, Line::styled(Style::Heading, text));
    out.push('\n');
}

fn summary(out: &mut String, screen: Screen, view: &Report, sections: &[Section]) {
    match told::in_short(view) {
        Some(short) => {
            let on = counted(view.disputed_questions(), "question");
            screen.paragraph(out, 0, format!("The sources differ on {on}: {short}."));
            out.push('\n');
        }
        None => out.push_str("The sources agree wherever they speak of the same.\n\n"),
    }
    let (briefs, more) = briefs(view, sections);
    for (at, brief) in briefs.iter().enumerate() {
        let label = format!("{:>4}. ", at + 1);
        screen.labelled(out, &Line::new(label), format!("{}: {}", brief.event, brief.ask));
        screen.paragraph(out, 6, brief.sentence.as_str());
        screen.paragraph(out, 6, Line::styled(urgency(brief.gravest), states(brief)));
    }
    if more > 0 {
        screen.paragraph(out, 6, format!("{more} more questions are in dispute"));
    }
    if !view.disputes.is_empty() {
        out.push('\n');
    }
    screen.paragraph(out, 0, format!("{}; {}", told::looked_at(view), told::held(view)));
    for source in &view.sources {
        let publisher = source.publisher.as_deref().unwrap_or("publisher unknown");
        let claims = counted(source.claims, "claim");
        screen.line(out, format!("  {}  {publisher}, {}: {claims}", source.id, source.published));
    }
    out.push('\n');
}

fn urgency(dispute: &Disagreement) -> Style {
    match (dispute.is_explained(), dispute.class) {
        (true, _) => Style::Good,
        (false, Class::Conflict) => Style::Bad,
        (false, _) => Style::Warn,
    }
}

fn render_dispute(out: &mut String, screen: Screen, dispute: &Disagreement, number: usize) {
    screen.paragraph(out, 0, Line::styled(Style::Heading, format!("{number}. {}", dispute.ask)));
    let state = format!("{}: {}", dispute.question, told::state(dispute));
    screen.line(out, Line::new("   ").run(Style::Dim, state));
    let common = dispute.common_scope();
    if !common.is_empty() {
        screen.paragraph(out, 3, format!("all of it {}", common.join(", ")));
    }
    for side in dispute.sides.iter().take(told::MOST_SIDES) {
        let reading = side.reading().map(|reading| format!("  [{reading}]")).unwrap_or_default();
        screen.line(out, Line::new("   ").run(Style::Heading, &side.says).and(reading));
        let voices = voices(&side.claims);
        for voice in voices.iter().take(told::MOST_VOICES) {
            let (who, source) = (told::speaker(voice.first), &voice.first.source);
            let covering = told::covering(voice.first, dispute, &common);
            screen.paragraph(out, 5, format!("{source}: {who}{covering}"));
            for quote in told::quotes(voice) {
                screen.paragraph(out, 7, quote);
            }
        }
        if voices.len() > told::MOST_VOICES {
            screen.line(out, format!("     and {} more who say so", voices.len() - told::MOST_VOICES));
        }
    }
    if dispute.sides.len() > told::MOST_SIDES {
        let more = counted(dispute.sides.len() - told::MOST_SIDES, "more answer");
        screen.line(out, format!("   and {more}: `gainsay compare {}`", dispute.question));
    }
    let reasons = dispute.reasons();
    for reason in reasons.iter().take(MOST_REASONS) {
        screen.paragraph(out, 3, format!("why: {reason}"));
    }
    if reasons.len() > MOST_REASONS {
        let more = counted(reasons.len() - MOST_REASONS, "reason");
        screen.line(out, format!("   and {more} more of the kind: `gainsay compare {}`", dispute.question));
    }
    for position in dispute.positions.iter().take(told::MOST_POSITIONS) {
        let behind = format!("behind {}: {}", position.name, told::standing_behind(position));
        screen.paragraph(out, 3, behind);
    }
    told::more_positions(dispute).into_iter().for_each(|more| screen.paragraph(out, 3, more));
    if let Some(rationale) = &dispute.explained {
        screen.paragraph(out, 3, format!("the desk ({}): {rationale}", told::status(dispute)));
    }
    if !dispute.settles.is_empty() {
        screen.paragraph(out, 3, format!("what would settle it: {}", dispute.settles.join("; ")));
    }
    out.push('\n');
}
