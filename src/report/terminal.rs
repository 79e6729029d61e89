//! The discrepancy report in the terminal.

use std::fmt::Write;

use super::compare::standing_behind;
use super::layout::{Paint, counted, wrapped};
pub(crate) use super::report::SECTIONS;
use super::report::{DisputeView, ReportView, SaidView};
use super::table;

pub(crate) fn render(out: &mut String, view: &ReportView, paint: Paint, width: usize) {
    let _ = writeln!(out, "{}\n", paint.bold(&view.title));
    summary(out, view, paint, width);
    for (class, title) in SECTIONS {
        let of: Vec<&DisputeView> = view.of_class(class).collect();
        if of.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{}\n", paint.bold(title));
        for (number, dispute) in of.iter().enumerate() {
            render_dispute(out, dispute, number + 1, paint, width);
        }
    }
    let _ = writeln!(out, "{}\n", paint.bold("What two sources or more speak of"));
    table::render_events(out, &view.table, paint, width);
    if !view.warnings.is_empty() {
        let _ = writeln!(out, "\n{}\n", paint.bold("To look into"));
        for warning in &view.warnings {
            out.push_str(&wrapped(&format!("{}: {}", warning.rule, warning.message), width, "  "));
        }
    }
}

fn summary(out: &mut String, view: &ReportView, paint: Paint, width: usize) {
    let counts = &view.counts;
    let _ = writeln!(
        out,
        "{} of {} on {}; {} quotes checked against the text",
        counted(counts.claims, "claim"),
        counted(counts.sources, "source"),
        counted(counts.questions, "question"),
        held(view),
    );
    for source in &view.sources {
        let publisher = source.publisher.as_deref().unwrap_or("publisher unknown");
        let line = format!("{}  {publisher}, {}: {}", source.id, source.published, counted(source.claims, "claim"));
        let _ = writeln!(out, "  {line}");
    }
    out.push('\n');
    if view.disputes.is_empty() {
        let _ = writeln!(out, "The sources agree wherever they speak of the same.\n");
        return;
    }
    for dispute in &view.disputes {
        let (mark, how) = match (dispute.explained.is_some(), dispute.class) {
            (true, _) => (paint.green("explained"), "explained"),
            (false, "conflict") => (paint.red("open"), "open"),
            (false, _) => (paint.yellow("open"), "open"),
        };
        let pad = " ".repeat(10usize.saturating_sub(how.len()));
        let sides: Vec<String> = dispute.sides.iter().take(4).map(|side| format!("“{}”", side.says)).collect();
        let head = format!("{} [{}]: {}", dispute.ask, dispute.rule, sides.join(" against "));
        let text = wrapped(&head, width, "             ");
        let _ = write!(out, "  {mark}{pad} {}", text.trim_start());
    }
    out.push('\n');
}

/// How many quotes were held against their text.
pub(crate) fn held(view: &ReportView) -> String {
    let quotes = &view.counts.quotes;
    let seen = quotes.exact + quotes.folded + quotes.elided + quotes.ambiguous + quotes.near + quotes.absent;
    let all = seen + quotes.unchecked;
    format!("{seen} of {all}")
}

fn render_dispute(out: &mut String, dispute: &DisputeView, number: usize, paint: Paint, width: usize) {
    let state = if dispute.explained.is_some() { "explained" } else { "open" };
    let _ = writeln!(out, "{number}. {}  {}", paint.bold(&dispute.ask), paint.dim(&format!("{} [{}], {state}", dispute.question, dispute.rule)));
    for side in &dispute.sides {
        let reading = side.claims[0].reading.as_ref().map(|reading| format!("  [{reading}]")).unwrap_or_default();
        let _ = writeln!(out, "   {}{reading}", paint.bold(&side.says));
        for claim in &side.claims {
            out.push_str(&wrapped(&who(claim), width, "     "));
            if let Some(quote) = &claim.quote {
                out.push_str(&wrapped(&format!("“{quote}”"), width, "       "));
            }
        }
    }
    let told = dispute.reasons();
    for reason in told.iter().take(3) {
        out.push_str(&wrapped(&format!("why: {reason}"), width, "   "));
    }
    if told.len() > 3 {
        let _ = writeln!(out, "   and {} more of the kind: `gainsay compare {}`", counted(told.len() - 3, "pair"), dispute.question);
    }
    for position in &dispute.positions {
        out.push_str(&wrapped(&format!("behind {}: {}", position.label, standing_behind(position)), width, "   "));
    }
    if let Some(rationale) = &dispute.explained {
        let status = dispute.status.as_deref().unwrap_or("explained");
        out.push_str(&wrapped(&format!("the desk ({status}): {rationale}"), width, "   "));
    }
    if !dispute.settles.is_empty() {
        out.push_str(&wrapped(&format!("what would settle it: {}", dispute.settles.join("; ")), width, "   "));
    }
    out.push('\n');
}

/// Who says it, through whom, where and as of when.
pub(crate) fn who(claim: &SaidView) -> String {
    let mut said = claim.speaker.clone();
    if !claim.via.is_empty() {
        let _ = write!(said, ", through {}", claim.via.join(", "));
    }
    let _ = write!(said, " in `{}`, as of {}", claim.source, claim.as_of);
    if !claim.scope.is_empty() {
        let _ = write!(said, " ({})", claim.scope.join(", "));
    }
    said
}
