//! A check as compiler-style diagnostics, then a summary of what was checked.

use std::fmt::Write;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Title, Renderer, Snippet};

use super::excuse;
use crate::render::term::layout::{Paint, wrapped};
use crate::text::counted;
use crate::view::check::{Checked, Excuse, Flagged, Level, Marked};

/// Every finding with its places, then the summary. `width`: columns of the terminal.
pub(crate) fn render(out: &mut String, view: &Checked, paint: Paint, width: usize) {
    let renderer = if paint.is_on() { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(width.max(40));
    for finding in &view.findings {
        let groups = groups(view, finding, width);
        out.push_str(&renderer.render(&groups));
        out.push_str("\n\n");
    }
    summary(out, view);
}

fn groups<'a>(view: &'a Checked, finding: &'a Flagged<'a>, width: usize) -> Vec<Group<'a>> {
    let level = match (finding.excuse, finding.level) {
        (Some(Excuse::Assessment | Excuse::Comment), _) => Title::INFO.with_name("explained"),
        (Some(Excuse::Baseline), _) => Title::INFO.with_name("known"),
        (None, Level::Deny) => Title::ERROR,
        (None, Level::Warn | Level::Allow) => Title::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(&finding.message).id(finding.rule));
    for path in paths(finding) {
        let marks: Vec<&Marked> = finding.marks.iter().filter(|mark| mark.path == path).collect();
        group = group.element(snippet(view, finding, &marks));
    }
    for note in &finding.notes {
        group = group.element(Title::NOTE.message(folded(note, width)));
    }
    if let Some(rationale) = finding.explained {
        group = group.element(Title::NOTE.with_name(excuse(finding)).message(folded(rationale, width)));
    }
    if finding.claims.len() > 1 && finding.question.is_some() {
        let command = format!("gainsay explain {}", finding.code());
        group = group.element(Title::HELP.with_name("why").message(command));
    }
    if let Some(help) = &finding.help {
        group = group.element(Title::HELP.message(folded(help, width)));
    }
    vec![group]
}

/// A note in lines that fit beside the margin of a diagnostic.
fn folded(note: &str, width: usize) -> String {
    wrapped(note, width.saturating_sub(20).max(40), "").trim_end().to_owned()
}

fn paths<'a>(finding: &'a Flagged<'a>) -> Vec<&'a str> {
    let mut paths: Vec<&str> = Vec::new();
    for mark in &finding.marks {
        if !paths.contains(&mark.path) {
            paths.push(mark.path);
        }
    }
    paths
}

/// The lines of one file that are marked, from the first to the last; those between are folded.
fn snippet<'a>(
    view: &'a Checked,
    finding: &'a Flagged<'a>,
    marks: &[&'a Marked<'a>],
) -> Snippet<'a, Annotation<'a>> {
    let text = view.text(marks[0]);
    let first = marks.iter().map(|mark| mark.spot.start as usize).min().unwrap_or(0).min(text.len());
    let last = marks.iter().map(|mark| mark.spot.end as usize).max().unwrap_or(0).min(text.len());
    let start = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let end = text[last..].find('\n').map_or(text.len(), |at| last + at);
    let line = marks.iter().map(|mark| mark.line).min().unwrap_or(1);
    let mut snippet = Snippet::source(&text[start..end]).path(marks[0].path).line_start(line).fold(true);
    for mark in marks {
        let is_main = std::ptr::eq(*mark, &finding.marks[0]);
        let kind = if is_main { AnnotationKind::Primary } else { AnnotationKind::Context };
        let range = mark.spot.range();
        let stop = first_line(text, range.start.min(text.len()), range.end.min(text.len()));
        let annotation = kind.span(range.start.min(text.len()) - start..stop - start);
        snippet = snippet.annotation(if mark.label.is_empty() {
            annotation
        } else {
            annotation.label(&mark.label)
        });
    }
    snippet
}

/// The end of a span cut at its first line, so that a mark points at a place and does not frame a page.
fn first_line(text: &str, start: usize, end: usize) -> usize {
    text[start..end].find('\n').map_or(end, |at| start + at)
}

/// What was checked, and what was found.
pub(crate) fn summary(out: &mut String, view: &Checked) {
    let counts = &view.counts;
    let _ = writeln!(
        out,
        "checked {} of {} on {} in {}",
        counted(counts.claims, "claim"),
        counted(counts.sources, "source"),
        counted(counts.questions, "question"),
        counted(counts.events, "event"),
    );
    if counts.left_out > 0 {
        let _ =
            writeln!(out, "left out: {}, for the problems named above", counted(counts.left_out, "claim"));
    }
    let quotes = &counts.quotes;
    let told = [
        (quotes.exact, "exact"),
        (quotes.folded, "folded"),
        (quotes.elided, "elided"),
        (quotes.ambiguous, "ambiguous"),
        (quotes.near, "near"),
        (quotes.absent, "absent"),
        (quotes.attested, "attested by the lock (the text is not held here)"),
        (quotes.unchecked - quotes.attested, "unchecked (the text is not held here)"),
    ];
    let told: Vec<String> =
        told.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    if !told.is_empty() {
        let _ = writeln!(out, "quotes: {}", told.join(", "));
    }
    let (denied, warned, explained) = (view.tally(Level::Deny), view.tally(Level::Warn), view.explained());
    let known = if view.known() > 0 { format!(", {} known", view.known()) } else { String::new() };
    let _ = writeln!(
        out,
        "found {}, {}, {explained} explained{known}",
        counted(denied, "error"),
        counted(warned, "warning"),
    );
    if counts.claims == 0 {
        let _ = writeln!(out, "nothing was checked: no claim could be read");
    }
}
