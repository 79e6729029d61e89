//! What was checked, and what was found, in a few lines.

use crate::text::{counted, one_line};
use crate::view::check::{Checked, Counts, Revision};
use crate::view::draft::{DraftCounts, UnheldSentence};
use crate::view::tally::Tally;

/// At most so many sentences that were not checked are told one by one.
const MOST_UNHELD: usize = 20;

/// How many errors and warnings count, and how many findings are explained or known.
fn tallied(tally: &Tally) -> String {
    let Tally { errors, warnings, explained, known } = tally;
    let known = if *known > 0 { format!(", {known} known") } else { String::new() };
    format!("{}, {}, {explained} explained{known}", counted(*errors, "error"), counted(*warnings, "warning"))
}

/// What was looked at in drafts.
pub(in crate::render) fn drafted(counts: &DraftCounts) -> String {
    let told = [
        (counts.bound, "bound by marks"),
        (counts.proposed, "proposed"),
        (counts.open, "that answer no question which can be told"),
        (counts.unread, "of which no value is read"),
    ];
    let told: Vec<String> =
        told.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    let told = if told.is_empty() { String::new() } else { format!(" ({})", told.join(", ")) };
    let texts = match (counts.quotations, counts.texts_missing) {
        (0, _) | (_, 0) => String::new(),
        (_, missing) => format!("; {} not held here", counted(missing, "text")),
    };
    format!(
        "held {}{told} and {} of {} against the record: {} carried{texts}",
        counted(counts.statements, "statement"),
        counted(counts.quotations, "quotation"),
        counted(counts.drafts, "draft"),
        counts.carried,
    )
}

/// A sentence that leads to sources and was not held against them, on one line.
fn not_checked(view: &Checked, it: &UnheldSentence) -> String {
    let UnheldSentence { draft, line, column, sentence, sources } = it;
    let path = view.path(draft);
    let sources = sources.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let why = "no figure, date, name or quotation to hold";
    one_line(&format!("not checked: {path}:{line}:{column}: leads to {sources}, {why}: {sentence}"))
}

/// The lines below the findings.
pub(super) fn summary(view: &Checked) -> Vec<String> {
    if let Some((counts, unheld)) = &view.drafted {
        let mut lines = vec![drafted(counts)];
        lines.extend(unheld.iter().take(MOST_UNHELD).map(|it| not_checked(view, it)));
        if unheld.len() > MOST_UNHELD {
            let others = counted(unheld.len() - MOST_UNHELD, "more sentence");
            lines.push(format!("not checked: {others}; `--format json` lists them"));
        }
        lines.push(format!("found {}", tallied(&Tally::of(&view.findings))));
        return lines;
    }
    let mut lines = looked_at(&view.counts);
    lines.push(format!("found {}", tallied(&Tally::of(&view.findings))));
    if let Some(Revision { revision, commit, .. }) = &view.since {
        let (revision, short) = (one_line(revision), commit.get(..12).unwrap_or(commit));
        lines.push(format!("since {revision} ({short}): {}", tallied(&Tally::of(view.told()))));
        let others = || view.findings.iter().filter(|finding| !finding.is_told());
        if others().next().is_some() {
            let others = tallied(&Tally::of(others()));
            lines.push(format!("the same as there, and not shown: {others}; `gainsay check` shows them"));
        }
    }
    lines.extend(nothing(&view.counts));
    lines
}

/// The lines below the findings of a whole check, by its numbers.
pub(in crate::render) fn summed(counts: &Counts, tally: &Tally) -> Vec<String> {
    let mut lines = looked_at(counts);
    lines.push(format!("found {}", tallied(tally)));
    lines.extend(nothing(counts));
    lines
}

/// Whether there was anything to check.
fn nothing(counts: &Counts) -> Option<String> {
    (counts.claims == 0).then(|| "nothing was checked: no claim could be read".to_owned())
}

/// What was looked at.
fn looked_at(counts: &Counts) -> Vec<String> {
    let mut lines = vec![format!(
        "checked {} of {} on {} in {}",
        counted(counts.claims, "claim"),
        counted(counts.sources, "source"),
        counted(counts.questions, "question"),
        counted(counts.events, "event"),
    )];
    if counts.left_out > 0 {
        lines.push(format!("left out: {}, for the problems named above", counted(counts.left_out, "claim")));
    }
    if counts.unreviewed > 0 {
        let waits = if counts.unreviewed == 1 { "waits" } else { "wait" };
        let claims = counted(counts.unreviewed, "claim");
        lines.push(format!("unreviewed: {claims} below claims/unreviewed/ {waits} for `gainsay review`"));
    }
    let quotes = &counts.quotes;
    let told = [
        (quotes.exact, "exact"),
        (quotes.folded, "folded"),
        (quotes.elided, "elided"),
        (quotes.misplaced, "misplaced"),
        (quotes.ambiguous, "ambiguous"),
        (quotes.near, "near"),
        (quotes.absent, "absent"),
        (quotes.attested, "attested by the lock (the text is not held here)"),
        (quotes.unchecked - quotes.attested, "unchecked (the text is not held here)"),
    ];
    let told: Vec<String> =
        told.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    if !told.is_empty() {
        lines.push(format!("quotes: {}", told.join(", ")));
    }
    let values = [
        (
            counts.values.translated,
            "held against the translation of its quote",
            "held against the translations of their quotes",
        ),
        (
            counts.values.unchecked,
            "unchecked (the language of its quote is not read)",
            "unchecked (the language of their quotes is not read)",
        ),
    ];
    let values: Vec<String> = values
        .iter()
        .filter(|(n, ..)| *n > 0)
        .map(|(n, one, several)| format!("{n} {}", if *n == 1 { one } else { several }))
        .collect();
    if !values.is_empty() {
        lines.push(format!("values: {}", values.join(", ")));
    }
    lines
}
