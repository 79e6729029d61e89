//! How far two coders agree, for the terminal: the coefficients by type, how the values are related, and where the two differ.

use std::fmt::Write;

use crate::render::term::{Line, Screen, Style, table};
use crate::text::counted;
use crate::view::agreement::{
    Agreement, CodedApart, CodedDifference, CodedFile, CodedPassage, Coefficient, LeftOutRow, TypeAgreement,
};
use crate::view::compare::Class;
use crate::view::withheld::WITHHELD;

/// So many of each list are told; the rest are counted.
const MOST: usize = 40;

/// What stands for a coefficient that is undefined.
const NONE: &str = "–";

/// The two files, the table, the relations, and each difference.
pub(crate) fn render(out: &mut String, view: &Agreement, screen: Screen) {
    file(out, "A", &view.a, screen);
    file(out, "B", &view.b, screen);
    out.push('\n');
    let mut rows = table(screen.width);
    rows.set_header(["type", "units", "both", "only A", "only B", "same", "n", "raw", "alpha", "AC1"]);
    let all = (view.types.len() > 1).then_some(&view.all);
    view.types.iter().chain(all).for_each(|of| rows.add_row(cells(of)));
    let _ = writeln!(out, "{rows}");
    for of in view.types.iter().chain(all) {
        if let Some(note) = &of.note {
            screen.paragraph(out, 2, format!("{}: {note}", of.kind));
        }
    }
    if !view.relations.is_empty() {
        let told = view.relations.iter().map(|it| format!("{} {} ({})", it.pairs, it.relation, it.class));
        let told = told.collect::<Vec<_>>().join(", ");
        screen.paragraph(out, 0, format!("values on the same question: {told}"));
    }
    list(out, "on one question, and not the same", &view.differences, screen, difference);
    list(out, "not on one question", &view.apart, screen, apart);
}

/// The first of a list below a heading, and how many more there are.
fn list<T>(out: &mut String, heading: &str, all: &[T], screen: Screen, tell: fn(&mut String, &T, Screen)) {
    if all.is_empty() {
        return;
    }
    out.push('\n');
    screen.line(out, Line::styled(Style::Heading, format!("{heading}: {}", counted(all.len(), "passage"))));
    all.iter().take(MOST).for_each(|it| tell(out, it, screen));
    if all.len() > MOST {
        screen.line(out, format!("and {} more: `--format json` has them", all.len() - MOST));
    }
}

fn file(out: &mut String, name: &str, coder: &CodedFile, screen: Screen) {
    let left_out = match coder.left_out.len() {
        0 => String::new(),
        many => format!(", {many} left out"),
    };
    let rows = counted(coder.rows, "row");
    screen.line(out, Line::styled(Style::Heading, name).and(format!("  {}: {rows}{left_out}", coder.file)));
    for LeftOutRow { line, reason } in coder.left_out.iter().take(MOST) {
        screen.paragraph(out, 4, format!("line {line}: {reason}"));
    }
    if coder.left_out.len() > MOST {
        screen.line(out, format!("    and {} more", coder.left_out.len() - MOST));
    }
}

fn cells(of: &TypeAgreement) -> [String; 10] {
    let told = |it: Option<Coefficient>| it.map_or_else(|| NONE.to_owned(), |it| it.told(2));
    let counts = [of.units, of.both, of.only_a, of.only_b, of.same, of.n].map(|many| many.to_string());
    let [units, both, only_a, only_b, same, n] = counts;
    [of.kind.to_owned(), units, both, only_a, only_b, same, n, told(of.raw), told(of.alpha), told(of.ac1)]
}

fn difference(out: &mut String, it: &CodedDifference, screen: Screen) {
    let style = match it.class {
        Class::Conflict => Style::Bad,
        Class::Tension | Class::Open | Class::Change => Style::Warn,
        _ => Style::Plain,
    };
    let head = Line::styled(style, it.relation.name());
    screen.paragraph(out, 2, head.and(format!(" in {}", it.source)));
    passage(out, "A", &it.a, screen);
    passage(out, "B", &it.b, screen);
    screen.paragraph(out, 4, format!("why: {}", it.reason));
    if !it.keys.is_empty() {
        screen.paragraph(out, 4, format!("and they say other things under {}", it.keys.join(", ")));
    }
}

fn apart(out: &mut String, it: &CodedApart, screen: Screen) {
    screen.paragraph(out, 2, format!("in {}", it.source));
    for (name, of) in [("A", &it.a), ("B", &it.b)] {
        match of {
            Some(of) => passage(out, name, of, screen),
            None => screen.paragraph(out, 4, format!("{name}: nothing")),
        }
    }
}

/// What a coder made of a passage.
fn passage(out: &mut String, name: &str, it: &CodedPassage, screen: Screen) {
    let quote = it.quote.as_deref().unwrap_or(WITHHELD);
    let said = match (&it.waived, &it.question) {
        (Some(reason), _) => format!("waived: {reason}"),
        (None, Some(question)) if it.words.is_empty() => format!("{question} is not said"),
        (None, Some(question)) => format!("{question} `{}`, read as {}", it.words, it.shown),
        (None, None) => "nothing".to_owned(),
    };
    screen.paragraph(out, 4, format!("{name} line {}, “{quote}”: {said}", it.line));
}
