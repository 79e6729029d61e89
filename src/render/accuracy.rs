//! The accuracy of the program on a corpus, for the terminal and as Markdown.

use std::fmt::Write;

use super::escape::{code_cell, markdown, markdown_message, markdown_target};
use crate::render::term::{Line, Screen, Style, table};
use crate::text::{counted, shortened};
use crate::view::accuracy::{
    Accuracy, AmissCase, AmissHow, ChangedOutcome, MeasuredGroup, MeasuredSet, Shares, Turn,
};

/// So many cases of a set that are amiss are told on a terminal; the rest are counted.
const MOST_SHOWN: usize = 10;

/// So many in Markdown.
const MOST_LISTED: usize = 120;

/// So many changes are told on a terminal.
const MOST_CHANGED: usize = 40;

/// The heading of each column of shares.
const HEADINGS: [&str; 3] = ["precision", "recall", "as labelled"];

/// A table of the sets, what is amiss in each, and what has changed.
pub(crate) fn render(out: &mut String, view: &Accuracy, screen: Screen) {
    let mut rows = table(screen.width);
    rows.set_header([&["set", "labels", "asked"][..], &HEADINGS[..]].concat());
    for set in &view.sets {
        let head = [set.told.name.clone(), set.told.labelled_by.to_string(), set.shares.asked.to_string()];
        rows.add_row([&head[..], &told(&set.shares)[..]].concat());
    }
    let _ = writeln!(out, "{rows}");
    screen.paragraph(
        out,
        0,
        "in per cent, with Wilson's interval at 95 %; docs/accuracy.md says what is counted",
    );
    for set in view.sets.iter().filter(|set| !set.amiss.is_empty()) {
        out.push('\n');
        let heading = format!("{}: {} amiss", set.told.name, counted(set.amiss.len(), "case"));
        screen.line(out, Line::styled(Style::Heading, heading));
        set.amiss.iter().take(MOST_SHOWN).for_each(|case| amiss(out, case, screen));
        if set.amiss.len() > MOST_SHOWN {
            let more = set.amiss.len() - MOST_SHOWN;
            screen.line(out, format!("  and {more} more: `--format json` has them"));
        }
    }
    out.push('\n');
    if view.changed.is_empty() {
        return screen.paragraph(out, 0, "every outcome is as it is recorded");
    }
    let heading = format!("changed: {}", counted(view.changed.len(), "outcome"));
    screen.line(out, Line::styled(Style::Heading, heading));
    view.changed.iter().take(MOST_CHANGED).for_each(|change| changed(out, change, screen));
    if view.changed.len() > MOST_CHANGED {
        let more = view.changed.len() - MOST_CHANGED;
        screen.line(out, format!("  and {more} more: `--format json` has them"));
    }
    screen.paragraph(out, 0, "`gainsay corpus --record` records them, where they are meant");
}

fn told(shares: &Shares) -> [String; 3] {
    [shares.precision, shares.recall, shares.as_labelled].map(|share| share.told())
}

/// The beginning of what was asked, on one line.
fn short(text: &str) -> String {
    const MOST: usize = 80;
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    shortened(&words, MOST)
}

fn amiss(out: &mut String, case: &AmissCase, screen: Screen) {
    let style = match case.how {
        AmissHow::False | AmissHow::Wrong => Style::Bad,
        AmissHow::Missed | AmissHow::Otherwise => Style::Warn,
    };
    let line = Line::new(format!("{} ", case.id)).run(style, case.how.name());
    let told = format!(" `{}`: {}, labelled {}", short(&case.input), short(&case.said), short(&case.label));
    screen.paragraph(out, 2, line.and(told));
}

fn changed(out: &mut String, change: &ChangedOutcome, screen: Screen) {
    let style = match change.turn {
        Turn::Better => Style::Good,
        Turn::Worse => Style::Bad,
        Turn::Other => Style::Warn,
    };
    let told = |said: &Option<String>| said.as_deref().map_or_else(|| "as labelled".to_owned(), short);
    let line = Line::styled(style, change.turn.name());
    let words = format!(" {}/{}: was {}, is {}", change.set, change.id, told(&change.was), told(&change.now));
    screen.paragraph(out, 2, line.and(words));
}

/// The same as Markdown: of each set besides where it comes from, how it was labelled, and its groups.
pub(crate) fn markdown_page(out: &mut String, view: &Accuracy) {
    let head = |first: &[&str]| {
        let cells = [first, &HEADINGS[..]].concat();
        format!("| {} |\n|{}\n", cells.join(" | "), "---|".repeat(cells.len()))
    };
    out.push_str(&head(&["set", "kind", "labels", "asked"]));
    for set in &view.sets {
        let (name, target) = (markdown(&set.told.name), markdown_target(&set.told.name));
        let cells = told(&set.shares).join(" | ");
        let _ = writeln!(
            out,
            "| [{name}](<#{target}>) | {} | {} | {} | {cells} |",
            set.told.kind, set.told.labelled_by, set.shares.asked
        );
    }
    for set in &view.sets {
        let _ =
            writeln!(out, "\n### {}\n\n{}.\n", markdown(&set.told.name), markdown_message(&set.told.title));
        let doubtful = match set.doubtful {
            0 => String::new(),
            many => format!(
                " {} whose label is in doubt {} left out.",
                counted(many, "case"),
                if many == 1 { "is" } else { "are" }
            ),
        };
        let _ = writeln!(out, "- Labels: {}{doubtful}", markdown_message(&set.told.label_rule));
        let _ = writeln!(out, "- Origin: {}", markdown_message(&set.told.origin));
        let _ = writeln!(out, "- Licence: {}", markdown_message(&set.told.licence));
        let _ = writeln!(out, "- Labelled: {}; SHA-256 of its cases: `{}`", set.told.date, set.told.sha256);
        if !set.groups.is_empty() {
            let _ = write!(out, "\n{}", head(&["group", "asked"]));
            for MeasuredGroup { group, shares } in &set.groups {
                let cells = told(shares).join(" | ");
                let _ = writeln!(out, "| {} | {} | {cells} |", markdown(group), shares.asked);
            }
        }
        listed(out, set);
    }
}

/// What is amiss in a set.
fn listed(out: &mut String, set: &MeasuredSet) {
    if set.amiss.is_empty() {
        return;
    }
    let _ = write!(
        out,
        "\nAmiss: {}.\n\n| case | how | asked | came | label |\n|---|---|---|---|---|\n",
        counted(set.amiss.len(), "case")
    );
    for case in set.amiss.iter().take(MOST_LISTED) {
        let cells = [&case.input, &case.said, &case.label].map(|text| code_cell(&short(text)));
        let _ = writeln!(out, "| {} | {} | {} |", markdown(&case.id), case.how, cells.join(" | "));
    }
    if set.amiss.len() > MOST_LISTED {
        let more = set.amiss.len() - MOST_LISTED;
        let _ = writeln!(out, "\nAnd {more} more, which `gainsay corpus --format json` has.");
    }
}
