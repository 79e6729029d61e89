//! What a change does to the record, for the terminal and as Markdown for the comment on a pull request.

use std::fmt::Write;

use super::escape::markdown_message;
use super::term::{Line, Screen, Style};
use crate::text::counted;
use crate::view::since::{
    ClaimChange, DisputeChange, Gone, KeyChange, LeftOutChanges, Obstacle, PositionChange, QuoteChange,
    QuoteTurn, RecordChange, SourceChange,
};

/// So many lines are shown in one section, and below one line; the rest are counted. A comment has room for 65,536
/// characters on GitHub.
const MOST_LINES: usize = 25;

/// What stands for a backtick of others' words until a line is written: Unicode gives it to nobody's text.
const TICK: char = '\u{FDD0}';

/// A heading and the lines below it; each line may have lines of its own.
struct Section {
    title: String,
    lines: Vec<Told>,
}

/// A line, and those below it.
type Told = (String, Vec<String>);

pub(crate) fn render(out: &mut String, view: &RecordChange, screen: Screen) {
    screen.line(out, Line::styled(Style::Heading, headline(view).replace(TICK, "`")));
    out.push('\n');
    for section in sections(view) {
        screen.line(out, Line::styled(Style::Heading, &section.title));
        for (line, more) in &section.lines {
            screen.paragraph(out, 2, line.replace(TICK, "`"));
            more.iter().for_each(|more| screen.paragraph(out, 6, more.replace(TICK, "`")));
        }
        out.push('\n');
    }
}

/// The same as Markdown, with a marker by which a bot finds its own comment again.
pub(crate) fn markdown(out: &mut String, view: &RecordChange) {
    let _ = writeln!(out, "<!-- gainsay diff --since -->\n### {}\n", escaped(&headline(view)));
    for section in sections(view) {
        let _ = writeln!(out, "**{}**\n", escaped(&section.title));
        for (line, more) in &section.lines {
            let _ = writeln!(out, "- {}", escaped(line));
            more.iter().for_each(|more| {
                let _ = writeln!(out, "  - {}", escaped(more));
            });
        }
        out.push('\n');
    }
}

fn headline(view: &RecordChange) -> String {
    let short = view.commit.get(..12).unwrap_or(&view.commit);
    let LeftOutChanges { claims: left_out, added, obstacles, .. } = &view.left_out;
    if view.is_empty() {
        let still = match left_out {
            0 => String::new(),
            _ => format!("; {} left out of both", counted(*left_out, "claim")),
        };
        return format!("The record is the same as at {} ({short}){still}", words(&view.since));
    }
    let claims = &view.claims;
    let disputes = &view.disputes;
    let files = obstacles.iter().filter(|obstacle| obstacle.is_file()).count();
    let numbers = [
        (*added, "claim", "left out"),
        (files, "file", "unread"),
        (claims.added.len(), "claim", "added"),
        (claims.changed.len(), "claim", "changed"),
        (claims.removed.len(), "claim", "removed"),
        (disputes.opened.len() + disputes.reopened.len(), "dispute", "opened"),
        (disputes.closed.len(), "dispute", "closed"),
        (disputes.explained.len(), "dispute", "explained"),
        (left_out.saturating_sub(*added), "claim", "left out as before"),
    ];
    let told = numbers.iter().filter(|(count, ..)| *count > 0);
    let told: Vec<String> =
        told.map(|(count, noun, what)| format!("{} {what}", counted(*count, noun))).collect();
    let told = if told.is_empty() { "no claim or dispute is another".to_owned() } else { told.join(", ") };
    format!("Since {} ({short}): {told}", words(&view.since))
}

/// The sections that have something to say, gravest first.
fn sections(view: &RecordChange) -> Vec<Section> {
    let disputes = &view.disputes;
    let told = |list: &[DisputeChange]| list.iter().map(dispute).collect();
    let questions = |list: &[String]| list.iter().map(|name| (format!("`{name}`"), Vec::new())).collect();
    let (lost, gained): (Vec<&PositionChange>, Vec<&PositionChange>) =
        view.positions.iter().partition(|position| !position.lost.is_empty() || position.after.is_none());
    let all: Vec<(&str, Vec<Told>)> = vec![
        ("Left out, and no part of the record", view.left_out.obstacles.iter().map(obstacle).collect()),
        ("Disputes opened", told(&disputes.opened)),
        ("Disputes open again", told(&disputes.reopened)),
        ("Quotes weakened or changed", view.quotes.iter().map(quote).collect()),
        ("Positions that lost an independent origin", lost.into_iter().map(position).collect()),
        ("Sources dropped", view.sources.removed.iter().map(source).collect()),
        ("Claims removed", view.claims.removed.iter().map(claim).collect()),
        ("Claims changed", view.claims.changed.iter().map(claim).collect()),
        ("Disputes joined or left", told(&disputes.changed)),
        ("Disputes closed", told(&disputes.closed)),
        ("Disputes explained", told(&disputes.explained)),
        ("Positions new or with another independent origin", gained.into_iter().map(position).collect()),
        ("Sources added", view.sources.added.iter().map(source).collect()),
        ("Sources changed", view.sources.changed.iter().map(source).collect()),
        ("Claims added", view.claims.added.iter().map(claim).collect()),
        ("Questions added", questions(&view.questions.added)),
        ("Questions removed", questions(&view.questions.removed)),
    ];
    let some = all.into_iter().filter(|(_, lines)| !lines.is_empty());
    some.map(|(title, lines)| Section { title: format!("{title} ({})", lines.len()), lines: shown(lines) })
        .collect()
}

fn shown(mut lines: Vec<Told>) -> Vec<Told> {
    let more = lines.len().saturating_sub(MOST_LINES);
    lines.truncate(MOST_LINES);
    for (_, below) in &mut lines {
        let more = below.len().saturating_sub(MOST_LINES);
        below.truncate(MOST_LINES);
        below.extend((more > 0).then(|| format!("and {more} more")));
    }
    lines.extend((more > 0).then(|| (format!("and {more} more: `--format json` lists all"), Vec::new())));
    lines
}

fn obstacle(obstacle: &Obstacle) -> Told {
    let what = obstacle.claim.as_ref().map(|name| format!("`{}`, ", words(name))).unwrap_or_default();
    let place = format!("`{}:{}`", words(&obstacle.file), obstacle.line);
    let rule = obstacle.rule.map(|rule| format!("{rule}: ")).unwrap_or_default();
    (format!("{what}{place}: {rule}{}", obstacle.message), Vec::new())
}

fn dispute(change: &DisputeChange) -> Told {
    let mut more = Vec::new();
    // Where all claims joined or left, the headline says so.
    if change.joined.len() < change.claims.len() || change.joined.is_empty() {
        more.extend(names("joined by", &change.joined));
        more.extend(names("left by", &change.left));
    }
    more.extend(change.explained.as_ref().map(|why| format!("explained: {}", words(why))));
    (format!("{}: {}", change.rule, change.message), more)
}

fn names(what: &str, list: &[String]) -> Option<String> {
    let listed: Vec<String> = list.iter().map(|name| format!("`{name}`")).collect();
    (!list.is_empty()).then(|| format!("{what} {}", listed.join(", ")))
}

fn position(change: &PositionChange) -> Told {
    let PositionChange { question, label, before, after, .. } = change;
    let label = words(label);
    let origins = |count: usize| counted(count, "independent origin");
    let line = match (before, after) {
        (Some(before), Some(after)) => {
            format!("“{label}” on `{question}`: {}, {before} before", origins(*after))
        }
        (None, Some(after)) => format!("“{label}” on `{question}` is new: {}", origins(*after)),
        (_, None) => {
            let what = match change.gone {
                Some(Gone::LeftOut) => "cannot be read any more: what said it is left out",
                Some(Gone::TakenBack) => "was taken back by all who said it",
                Some(Gone::Regrouped) => "is still said, and no position of its own any more",
                Some(Gone::Unsaid) | None => "is said by nobody any more",
            };
            format!("“{label}” on `{question}` {what}")
        }
    };
    let more = [names("lost", &change.lost), names("gained", &change.gained)];
    (line, more.into_iter().flatten().collect())
}

fn quote(change: &QuoteChange) -> Told {
    let said =
        |what: &str, text: &Option<String>| text.as_ref().map(|text| format!("{what}“{}”", words(text)));
    let (line, more) = match change.what {
        QuoteTurn::Removed => {
            (format!("`{}` has no quote any more", change.claim), vec![said("was ", &change.before)])
        }
        QuoteTurn::Changed => (
            format!("`{}` quotes other words", change.claim),
            vec![said("was ", &change.before), said("is ", &change.after)],
        ),
        QuoteTurn::NotHeld => (
            format!("`{}`: the quote is not held in its text any more", change.claim),
            vec![said("", &change.after)],
        ),
    };
    (line, more.into_iter().flatten().collect())
}

fn source(change: &SourceChange) -> Told {
    let more = change.consequences.iter().cloned().chain(change.keys.iter().map(key));
    (format!("`{}` {}", change.source, words(&change.title)), more.collect())
}

fn claim(view: &ClaimChange) -> Told {
    let left_out = if view.left_out { " (a problem keeps the other version out)" } else { "" };
    let says = if view.says.is_empty() { String::new() } else { format!(": {}", words(&view.says)) };
    (format!("`{}` on `{}`{says}{left_out}", view.claim, view.question), view.keys.iter().map(key).collect())
}

fn key(change: &KeyChange) -> String {
    match (change.before.as_deref().map(words), change.after.as_deref().map(words)) {
        (Some(before), Some(after)) => format!("{}: “{before}” became “{after}”", change.key),
        (Some(before), None) => format!("{}: “{before}” was taken out", change.key),
        (None, Some(after)) => format!("{}: “{after}” was put in", change.key),
        (None, None) => format!("{}: changed (the source's access is restricted)", change.key),
    }
}

/// Words of others among ours: their backticks are no marks of ours.
fn words(text: &str) -> String {
    text.replace('`', &TICK.to_string())
}

/// A line as Markdown: what we put between backticks is code, all else is text.
fn escaped(line: &str) -> String {
    markdown_message(line).replace(TICK, "\\`")
}
