//! The discrepancy report as Markdown: reads well in a repository and as an e-mail.

use std::fmt::Write;

use super::brief::{briefs, states};
use super::told;
use super::told::Section;
use crate::render::escape::{
    code, code_cell, markdown as escaped, markdown_message as message, markdown_target as target,
};
use crate::text::counted;
use crate::view::fragment;
use crate::view::report::Report;
use crate::view::report::disagreement::{Disagreement, DisputeSide};
use crate::view::report::voice::voices;
use crate::view::table::{EventTable, SourceCell};

/// At most so many different reasons of one dispute are given.
const MOST_REASONS: usize = 3;

pub(crate) fn render(out: &mut String, view: &Report) {
    let _ = writeln!(
        out,
        "<!-- written by `gainsay report --write`; do not edit -->\n\n# {}\n",
        escaped(&view.title)
    );
    match told::in_short(view) {
        Some(short) => {
            let on = counted(view.disputed_questions(), "question");
            let _ = writeln!(out, "**The sources differ on {on}**: {short}.\n");
        }
        None => out.push_str("**The sources agree wherever they speak of the same.**\n\n"),
    }
    let _ = writeln!(out, "{}; {}.\n", told::looked_at(view), told::held(view));
    let sections = told::sections(view, told::MOST_DISPUTES);
    if !sections.is_empty() {
        render_summary(out, view, &sections);
    }
    for section in sections {
        let _ = writeln!(out, "## {}\n", section.heading);
        for (number, dispute) in section.disputes {
            render_dispute(out, dispute, number);
        }
        for more in section.more.iter().map(told::more_disputes) {
            let _ = writeln!(out, "{}.\n", message(&more));
        }
    }
    out.push_str("## What two sources or more speak of\n\n");
    for event in &view.table.events {
        render_event(out, event);
    }
    render_sources(out, view);
    if !view.warnings.is_empty() {
        out.push_str("\n## To look into\n\n");
        for warning in &view.warnings {
            let _ = writeln!(out, "- {}: {}", warning.rule, message(&warning.message));
        }
    }
}

/// A list rather than a table: it reads as well in an e-mail, where nothing lines up.
fn render_summary(out: &mut String, view: &Report, sections: &[Section]) {
    out.push_str("## In short\n\n");
    let (briefs, more) = briefs(view, sections);
    for (at, brief) in briefs.iter().enumerate() {
        let _ = writeln!(out, "{}. **{}** {}  ", at + 1, escaped(brief.ask), escaped(&brief.sentence));
        let _ = writeln!(out, "   {}: {}", escaped(brief.event), states(brief));
    }
    if more > 0 {
        let _ = writeln!(out, "\n{more} more questions are in dispute.");
    }
    out.push('\n');
}

fn render_sources(out: &mut String, view: &Report) {
    out.push_str("## Sources\n\n");
    for source in &view.sources {
        let publisher = source.publisher.as_deref().unwrap_or("publisher unknown");
        let title = match source.url.as_deref().and_then(fragment::address) {
            Some(url) => format!("[{}](<{}>)", escaped(&source.title), target(&url)),
            None => escaped(&source.title),
        };
        let claims = counted(source.claims, "claim");
        let restricted = if source.restricted { "; access restricted, its quotes are withheld" } else { "" };
        let (publisher, published) = (escaped(publisher), escaped(&source.published));
        let _ =
            writeln!(out, "- {}: {title}, {publisher}, {published}; {claims}{restricted}", code(&source.id));
    }
}

fn render_dispute(out: &mut String, dispute: &Disagreement, number: usize) {
    let _ = writeln!(
        out,
        "### {number}. {}\n\n{}, {}: {}\n",
        escaped(&dispute.ask),
        escaped(&dispute.event),
        code(dispute.question.as_str()),
        told::state(dispute)
    );
    let common = dispute.common_scope();
    if !common.is_empty() {
        let _ = writeln!(out, "All of it {}.\n", escaped(&common.join(", ")));
    }
    for side in dispute.sides.iter().take(told::MOST_SIDES) {
        render_side(out, side, dispute, &common);
    }
    out.push('\n');
    if dispute.sides.len() > told::MOST_SIDES {
        let more = counted(dispute.sides.len() - told::MOST_SIDES, "more answer");
        let _ = writeln!(out, "And {more}: {}.\n", code(&format!("gainsay compare {}", dispute.question)));
    }
    let reasons = dispute.reasons();
    for reason in reasons.iter().take(MOST_REASONS) {
        let _ = writeln!(out, "**Why they differ**: {}.\n", message(reason));
    }
    if reasons.len() > MOST_REASONS {
        let more = counted(reasons.len() - MOST_REASONS, "reason");
        let _ = writeln!(
            out,
            "And {more} more of the kind: {}.\n",
            code(&format!("gainsay compare {}", dispute.question))
        );
    }
    if !dispute.positions.is_empty() {
        out.push_str("**Who stands behind what**\n\n");
        for position in dispute.positions.iter().take(told::MOST_POSITIONS) {
            let _ = writeln!(
                out,
                "- “{}”: {}",
                escaped(&position.name),
                escaped(&told::standing_behind(position))
            );
        }
        out.push('\n');
    }
    if let Some(more) = told::more_positions(dispute) {
        let _ = writeln!(out, "{}.\n", message(&more));
    }
    if let Some(rationale) = &dispute.explained {
        let _ = writeln!(out, "> **The desk ({})**: {}\n", told::status(dispute), escaped(rationale));
    }
    if !dispute.settles.is_empty() {
        let _ = writeln!(out, "**What would settle it**: {}.\n", message(&dispute.settles.join("; ")));
    }
}

/// An answer, and everyone who gives it.
fn render_side(out: &mut String, side: &DisputeSide, dispute: &Disagreement, common: &[&str]) {
    let reading =
        side.reading().map(|reading| format!(" (read as {})", escaped(reading))).unwrap_or_default();
    let _ = writeln!(out, "- **{}**{}", escaped(&side.says), reading);
    let voices = voices(&side.claims);
    for voice in voices.iter().take(told::MOST_VOICES) {
        let (who, source) = (told::speaker(voice.first), &voice.first.source);
        let covering = told::covering(voice.first, dispute, common);
        let quotes = told::quotes(voice).join("; ");
        let gap = if quotes.is_empty() { "" } else { ": " };
        let _ = writeln!(
            out,
            "  - {}: {}{gap}{}",
            code(source),
            escaped(&format!("{who}{covering}")),
            escaped(&quotes)
        );
    }
    if voices.len() > told::MOST_VOICES {
        let _ = writeln!(out, "  - and {} more who say so", voices.len() - told::MOST_VOICES);
    }
}

fn render_event(out: &mut String, event: &EventTable) {
    let _ = writeln!(out, "### {}\n", escaped(&event.title));
    for likeness in &event.likenesses {
        let _ = writeln!(out, "{}\n", escaped(likeness));
    }
    let shown = event.shown();
    let header: Vec<String> = event.sources[..shown].iter().map(|source| code_cell(source)).collect();
    let _ = writeln!(out, "| question | {} |\n|---|{}", header.join(" | "), "---|".repeat(shown));
    for row in &event.questions {
        let cells: Vec<String> =
            event.cells(row, 0..shown).map(|cell| cell.map(cell_text).unwrap_or_default()).collect();
        let _ = writeln!(out, "| {} | {} |", escaped(&row.ask), cells.join(" | "));
    }
    out.push('\n');
    if shown < event.sources.len() {
        let _ = writeln!(out, "{} more sources are not shown.\n", event.sources.len() - shown);
    }
}

fn cell_text(view: &SourceCell) -> String {
    let claims: Vec<String> = view
        .claims
        .iter()
        .map(|claim| {
            let mut text = escaped(&claim.words);
            if let Some(reading) = &claim.reading {
                let _ = write!(text, " (read as {})", escaped(reading));
            }
            if let Some(speaker) = claim.said_by.last() {
                let _ = write!(text, ", {}", escaped(speaker));
            }
            let _ = write!(text, ": *{}*", claim.stands);
            text
        })
        .collect();
    claims.join("<br>")
}
