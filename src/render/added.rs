//! What becomes of rows, for the terminal.

use rayon::prelude::*;

use crate::render::term::{Line, Screen, Style};
use crate::text::{counted, shortened};
use crate::view::added::{
    Added, ChangedKey, MeantRow, NewDefinition, NewWaiver, Refusal, RowFate, Stand, TakenRow, Warning,
};
use crate::view::compare::Class;
use crate::view::withheld::WITHHELD;

/// Of so many new claims each is named; the rest are counted.
const MOST_NAMED: usize = 40;

/// So many files are named; the rest are counted.
const MOST_FILES: usize = 10;

/// So many rows are written side by side with others.
const TOGETHER: usize = 1_000;

/// So many characters of what changes are shown.
const MOST_SHOWN: usize = 60;

/// Each row that comes to something, and how many come to what.
pub(crate) fn render(out: &mut String, view: &Added, screen: Screen) {
    let mut created = 0;
    let named = view.rows.iter().filter(|row| {
        created += usize::from(row.fate == RowFate::Create);
        row.fate != RowFate::Create || created <= MOST_NAMED
    });
    let named: Vec<&TakenRow> = named.collect();
    let parts = named.par_chunks(TOGETHER).map(|rows| {
        let mut part = String::new();
        rows.iter().for_each(|row| told(&mut part, row, screen));
        part
    });
    out.extend(parts.collect::<Vec<String>>());
    if created > MOST_NAMED {
        screen.line(out, format!("and {} more to create", created - MOST_NAMED));
    }
    for NewDefinition { what, line, .. } in &view.defines {
        screen.paragraph(out, 0, Line::styled(Style::Good, "define").and(format!(" {what} {line}")));
    }
    let counts = &view.counts;
    let mut said = vec![
        format!("create {}", counts.create),
        format!("update {}", counts.update),
        format!("unchanged {}", counts.unchanged),
        format!("refused {}", counts.refused),
    ];
    if counts.unreviewed > 0 {
        said.push(format!("to be reviewed {}", counts.unreviewed));
    }
    screen.line(out, Line::styled(Style::Heading, said.join(", ")));
    let files = counted(view.files.len(), "file");
    match (view.written, view.files.is_empty()) {
        (_, true) => screen.line(out, "nothing to write"),
        (true, false) => {
            let named = view.files.iter().take(MOST_FILES).cloned().collect::<Vec<_>>().join(", ");
            let more = view.files.len().saturating_sub(MOST_FILES);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            screen.paragraph(out, 0, format!("wrote {named}{more}"));
        }
        (false, false) => screen.line(out, format!("nothing is written yet: `--write` writes {files}")),
    }
}

fn told(out: &mut String, row: &TakenRow, screen: Screen) {
    let claim = row.claim.as_deref().unwrap_or_default();
    let file = row.file.as_deref();
    let place = place(file, row.line, None);
    match row.fate {
        RowFate::Unchanged => {}
        RowFate::Create | RowFate::Update => {
            if let Some(waiver) = &row.waiver {
                let NewWaiver { source, quote, reason } = waiver;
                let words = quote.as_deref().unwrap_or(WITHHELD);
                let head = Line::styled(Style::Good, row.fate.name());
                screen.paragraph(
                    out,
                    0,
                    head.and(format!(" waiver of `{words}` in {source}{place}: {reason}")),
                );
            } else {
                screen.line(out, Line::styled(Style::Good, row.fate.name()).and(format!(" {claim}{place}")));
            }
        }
        RowFate::Refused | RowFate::Unreviewed => {
            let style = if row.fate == RowFate::Refused { Style::Bad } else { Style::Warn };
            for Refusal { line, column, reason, help } in &row.reasons {
                let head = Line::styled(style, row.fate.name());
                screen.paragraph(
                    out,
                    0,
                    head.and(format!("{}: {reason}", self::place(file, *line, *column))),
                );
                if let Some(help) = help {
                    screen.paragraph(out, 4, help.as_str());
                }
            }
        }
    }
    if let Some(meant) = &row.meant {
        self::meant(out, meant, screen);
    }
    for ChangedKey { key, from, to } in &row.changes {
        let said =
            |words: &str| if words.is_empty() { "nothing".to_owned() } else { shortened(words, MOST_SHOWN) };
        screen.paragraph(out, 4, format!("{key}: {} -> {}", said(from), said(to)));
    }
    stands(out, &row.stands, screen);
    for Warning { rule, message, .. } in &row.warns {
        let warns = Line::new("").run(Style::Warn, "warns").and(format!(": {message} ({rule})"));
        screen.paragraph(out, 4, warns);
    }
}

/// What a row in short was taken to say, and what of that it left to its quote.
fn meant(out: &mut String, meant: &MeantRow, screen: Screen) {
    let MeantRow { question, called, quote, value, reading, said_by, as_of, told, named } = meant;
    let mut said = question.clone().unwrap_or_else(|| "no question".to_owned());
    said.extend(called.iter().map(|called| format!(" (`{called}`)")));
    said.extend(value.iter().map(|value| format!(": {value}")));
    said.extend(reading.iter().map(|reading| format!(" [{reading}]")));
    said.extend(said_by.iter().map(|agent| format!(", said by {agent}")));
    said.extend(as_of.iter().map(|moment| format!(", as of {moment}")));
    said.push_str(&format!("; “{}”", quote.as_deref().unwrap_or(WITHHELD)));
    screen.paragraph(out, 4, said);
    if !told.is_empty() {
        screen.paragraph(out, 4, format!("taken from the quote: {}", told.join(", ")));
    }
    if !named.is_empty() {
        let said = format!("said by the source itself; the sentence names {}", named.join(", "));
        screen.paragraph(out, 4, said);
    }
}

/// How a claim stands: each that it is in dispute with, and who says the same.
fn stands(out: &mut String, stands: &[Stand], screen: Screen) {
    for stand in stands {
        let (style, says) = match stand.class {
            Class::Conflict => (Style::Bad, format!("CONTRADICTS {}", stand.claim)),
            Class::Tension => (Style::Warn, format!("in tension with {}", stand.claim)),
            Class::Open => (Style::Warn, format!("not to be told against {}", stand.claim)),
            Class::Change => (Style::Plain, format!("another moment than {}", stand.claim)),
            _ => continue,
        };
        let relation = Line::new("").run(style, says).and(format!(" ({}): {}", stand.relation, stand.reason));
        screen.paragraph(out, 4, relation);
    }
    let of = |classes: &[Class]| {
        let found = stands.iter().filter(|stand| classes.contains(&stand.class));
        found.map(|stand| stand.claim.to_string()).collect::<Vec<_>>().join(", ")
    };
    for (classes, says) in [
        (&[Class::Agreement, Class::Dependence][..], "agrees with"),
        (&[Class::Compatible][..], "goes together with"),
    ] {
        let claims = of(classes);
        if !claims.is_empty() {
            screen.paragraph(out, 4, format!("{says} {claims}"));
        }
    }
}

fn place(file: Option<&str>, line: usize, column: Option<usize>) -> String {
    let file = file.map(|file| format!(" {file}")).unwrap_or_default();
    match (line, column) {
        (0, _) => file,
        (line, None) => format!("{file} line {line}"),
        (line, Some(column)) => format!("{file} line {line}, column {column}"),
    }
}
