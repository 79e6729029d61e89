//! The discrepancy report in the terminal.

use std::fmt::Write;

use super::told;
use crate::model::claim::Status;
use crate::render::table;
use crate::render::term::Screen;
use crate::render::term::layout::{Paint, counted, wrapped};
pub(crate) use crate::view::report::SECTIONS;
use crate::view::report::{DisputeView, ReportView};

pub(crate) fn render(out: &mut String, view: &ReportView, paint: Paint, width: usize) {
    let _ = writeln!(out, "{}\n", paint.bold(&view.title));
    summary(out, view, paint, width);
    let mut number = 0;
    for (class, title) in SECTIONS {
        let of: Vec<&DisputeView> = view.of_class(class).collect();
        if of.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{}\n", paint.bold(title));
        for dispute in of {
            number += 1;
            render_dispute(out, dispute, number, paint, width);
        }
    }
    let _ = writeln!(out, "{}\n", paint.bold("What two sources or more speak of"));
    table::render_events(out, &view.table.events, Screen { paint, width });
    if !view.warnings.is_empty() {
        let _ = writeln!(out, "\n{}\n", paint.bold("To look into"));
        for warning in &view.warnings {
            out.push_str(&wrapped(&format!("{}: {}", warning.rule, warning.message), width, "  "));
        }
    }
}

fn summary(out: &mut String, view: &ReportView, paint: Paint, width: usize) {
    match told::in_short(view) {
        Some(short) => {
            let on = counted(told::disputed_questions(view), "question");
            out.push_str(&wrapped(&format!("The sources differ on {on}: {short}."), width, ""));
            out.push('\n');
        }
        None => out.push_str("The sources agree wherever they speak of the same.\n\n"),
    }
    let ordered = SECTIONS.iter().flat_map(|(class, _)| view.of_class(class));
    for (number, dispute) in ordered.enumerate() {
        let state = told::state(dispute);
        let painted = match (dispute.explained.is_some(), dispute.class) {
            (true, _) => paint.green(&state),
            (false, "conflict") => paint.red(&state),
            (false, _) => paint.yellow(&state),
        };
        let ask = wrapped(&format!("{}: {}", dispute.event, dispute.ask), width, "      ");
        let _ = writeln!(out, "{:>4}. {}", number + 1, ask.trim());
        // Wrapped before it is painted: colour codes have no width.
        let told = wrapped(&format!("{state}: {}", told::against(dispute)), width, "      ");
        let _ = write!(out, "      {}", told.trim_start().replacen(&state, &painted, 1));
    }
    if !view.disputes.is_empty() {
        out.push('\n');
    }
    let counts = &view.counts;
    let _ = writeln!(
        out,
        "{} of {} on {}; {} quotes stand in their text, seen now or attested by the lock",
        counted(counts.claims, "claim"),
        counted(counts.sources, "source"),
        counted(counts.questions, "question"),
        held(view),
    );
    for source in &view.sources {
        let publisher = source.publisher.as_deref().unwrap_or("publisher unknown");
        let line =
            format!("{}  {publisher}, {}: {}", source.id, source.published, counted(source.claims, "claim"));
        let _ = writeln!(out, "  {line}");
    }
    out.push('\n');
}

/// How many quotes are held: seen in their text, or attested to have been.
pub(crate) fn held(view: &ReportView) -> String {
    let quotes = &view.counts.quotes;
    let seen = quotes.exact + quotes.folded + quotes.elided + quotes.attested;
    let all = seen + quotes.ambiguous + quotes.near + quotes.absent + quotes.unchecked - quotes.attested;
    format!("{seen} of {all}")
}

fn render_dispute(out: &mut String, dispute: &DisputeView, number: usize, paint: Paint, width: usize) {
    out.push_str(&paint.bold(wrapped(&format!("{number}. {}", dispute.ask), width, "").trim_end()));
    let _ = writeln!(out, "\n   {}", paint.dim(&format!("{}: {}", dispute.question, told::state(dispute))));
    let common = told::common_scope(dispute);
    if !common.is_empty() {
        out.push_str(&wrapped(&format!("all of it {}", common.join(", ")), width, "   "));
    }
    for side in &dispute.sides {
        let reading =
            side.claims[0].reading.as_ref().map(|reading| format!("  [{reading}]")).unwrap_or_default();
        let _ = writeln!(out, "   {}{reading}", paint.bold(&side.says));
        for voice in told::voices(&side.claims) {
            let (who, source) = (told::speaker(voice.first), &voice.first.source);
            let covering = told::covering(voice.first, dispute, &common);
            out.push_str(&wrapped(&format!("{source}: {who}{covering}"), width, "     "));
            for quote in voice.quotes() {
                out.push_str(&wrapped(&quote, width, "       "));
            }
        }
    }
    let reasons = told::reasons(dispute);
    for reason in reasons.iter().take(3) {
        out.push_str(&wrapped(&format!("why: {reason}"), width, "   "));
    }
    if reasons.len() > 3 {
        let more = counted(reasons.len() - 3, "reason");
        let _ = writeln!(out, "   and {more} more of the kind: `gainsay compare {}`", dispute.question);
    }
    for position in &dispute.positions {
        out.push_str(&wrapped(
            &format!("behind {}: {}", position.plain, told::standing_behind(position)),
            width,
            "   ",
        ));
    }
    if let Some(rationale) = &dispute.explained {
        let status = dispute.status.map_or("explained", Status::name);
        out.push_str(&wrapped(&format!("the desk ({status}): {rationale}"), width, "   "));
    }
    if !dispute.settles.is_empty() {
        out.push_str(&wrapped(
            &format!("what would settle it: {}", dispute.settles.join("; ")),
            width,
            "   ",
        ));
    }
    out.push('\n');
}
