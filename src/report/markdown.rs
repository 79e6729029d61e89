//! The discrepancy report as Markdown: reads well in a repository and as an e-mail.

use std::fmt::Write;

use super::compare::standing_behind;
use super::layout::counted;
use super::report::{DisputeView, ReportView};
use super::table::{CellView, EventView};
use super::terminal::{SECTIONS, held, who};

pub(crate) fn render(out: &mut String, view: &ReportView) {
    let _ = writeln!(out, "<!-- written by `gainsay report --write`; do not edit -->\n\n# {}\n", escaped(&view.title));
    let counts = &view.counts;
    let _ = writeln!(
        out,
        "{} of {} on {}; {} quotes held against the text or attested.\n",
        counted(counts.claims, "claim"),
        counted(counts.sources, "source"),
        counted(counts.questions, "question"),
        held(view),
    );
    if view.disputes.is_empty() {
        out.push_str("The sources agree wherever they speak of the same.\n\n");
    } else {
        out.push_str("## In short\n\n| | question | the sources say | |\n|---|---|---|---|\n");
        for (number, dispute) in view.disputes.iter().enumerate() {
            let sides: Vec<String> = dispute.sides.iter().take(4).map(|side| format!("“{}”", cell(&side.says))).collect();
            let state = if dispute.explained.is_some() { "explained" } else { "**open**" };
            let rule = dispute.rule;
            let _ = writeln!(out, "| {} | {} | {} | {rule}, {state} |", number + 1, cell(&dispute.ask), sides.join(" against "));
        }
        out.push('\n');
    }
    let mut number = 0;
    for (class, title) in SECTIONS {
        let of: Vec<&DisputeView> = view.of_class(class).collect();
        if of.is_empty() {
            continue;
        }
        let _ = writeln!(out, "## {title}\n");
        for dispute in of {
            number += 1;
            render_dispute(out, dispute, number);
        }
    }
    out.push_str("## What two sources or more speak of\n\n");
    for event in &view.table.events {
        render_event(out, event);
    }
    out.push_str("## Sources\n\n| source | publisher | published | claims |\n|---|---|---|---|\n");
    for source in &view.sources {
        let publisher = source.publisher.as_deref().unwrap_or("unknown");
        let _ = writeln!(out, "| `{}` {} | {} | {} | {} |", source.id, cell(&source.title), cell(publisher), cell(&source.published), source.claims);
    }
    if !view.warnings.is_empty() {
        out.push_str("\n## To look into\n\n");
        for warning in &view.warnings {
            let _ = writeln!(out, "- {}: {}", warning.rule, escaped(&warning.message));
        }
    }
}

fn render_dispute(out: &mut String, dispute: &DisputeView, number: usize) {
    let state = if dispute.explained.is_some() { "explained" } else { "open" };
    let _ = writeln!(out, "### {number}. {}\n\n`{}`, {}, {state}\n", escaped(&dispute.ask), dispute.question, dispute.rule);
    for side in &dispute.sides {
        let reading = side.claims[0].reading.as_ref().map(|reading| format!(" (read as {reading})")).unwrap_or_default();
        let _ = writeln!(out, "- **{}**{}", escaped(&side.says), escaped(&reading));
        for claim in &side.claims {
            let quote = claim.quote.as_ref().map(|quote| format!(": “{}”", escaped(quote))).unwrap_or_default();
            let _ = writeln!(out, "  - {}{quote}", escaped(&who(claim)));
        }
    }
    out.push('\n');
    if let Some(pair) = dispute.pairs.first() {
        let _ = writeln!(out, "Why: {}.\n", escaped(&pair.reason));
    }
    for position in &dispute.positions {
        let _ = writeln!(out, "- behind “{}”: {}", escaped(&position.label), standing_behind(position));
    }
    if !dispute.positions.is_empty() {
        out.push('\n');
    }
    if let Some(rationale) = &dispute.explained {
        let status = dispute.status.as_deref().unwrap_or("explained");
        let _ = writeln!(out, "> The desk ({status}): {}\n", escaped(rationale));
    }
    if !dispute.settles.is_empty() {
        let _ = writeln!(out, "What would settle it: {}.\n", escaped(&dispute.settles.join("; ")));
    }
}

fn render_event(out: &mut String, event: &EventView) {
    let _ = writeln!(out, "### {}\n", escaped(&event.title));
    let header: Vec<String> = event.sources.iter().map(|source| format!("`{source}`")).collect();
    let _ = writeln!(out, "| question | {} |\n|---|{}", header.join(" | "), "---|".repeat(event.sources.len()));
    for row in &event.questions {
        let cells: Vec<String> = row.cells.iter().map(cell_text).collect();
        let _ = writeln!(out, "| {} | {} |", cell(&row.ask), cells.join(" | "));
    }
    out.push('\n');
}

fn cell_text(view: &CellView) -> String {
    let claims: Vec<String> = view
        .claims
        .iter()
        .map(|claim| {
            let mut text = cell(&claim.words);
            if let Some(reading) = &claim.reading {
                let _ = write!(text, " [{}]", cell(reading));
            }
            if let Some(speaker) = claim.said_by.last() {
                let _ = write!(text, "<br>{}", cell(speaker));
            }
            let _ = write!(text, "<br>*{}*", claim.stands);
            text
        })
        .collect();
    claims.join("<br>")
}

/// Text that Markdown takes as text.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut code = false;
    for c in text.chars() {
        match c {
            '`' => code = !code,
            '*' | '_' | '<' | '>' | '[' | ']' | '#' | '|' | '\\' if !code => safe.push('\\'),
            '\n' => {
                safe.push(' ');
                continue;
            }
            _ => {}
        }
        safe.push(c);
    }
    if code {
        safe = safe.replace('`', "\\`");
    }
    safe
}

/// Text in a cell of a table.
fn cell(text: &str) -> String {
    escaped(text).replace("\\|", "|").replace('|', "\\|")
}
