//! Shared passages for the terminal: the two texts in two columns, and what differs marked in each.

use std::fmt::Write;

use crate::render::term::{Line, Screen, Style, table};
use crate::text::{Change, counted, word_diff};
use crate::view::name::ClaimName;
use crate::view::reuse::{PassageSide, SharedPassage, SharedTexts, Which};
use crate::view::withheld::WITHHELD;

/// Of the texts that share what very many do so many are named; the rest are counted.
const MOST_NAMED: usize = 10;

/// The passages, and how many texts were compared.
pub(crate) fn render(out: &mut String, view: &SharedTexts, screen: Screen) {
    for passage in &view.passages {
        let (a, b) = (&passage.a, &passage.b);
        let head = Line::styled(Style::Heading, format!("{} and {}", a.text, b.text));
        let (common, changed) = (counted(passage.words, "word"), counted(passage.changed, "change"));
        screen.line(out, head.and(format!("  {common} in common, {changed}")));
        for remark in remarks(passage) {
            screen.paragraph(out, 2, remark);
        }
        let (left, right) = columns(a, b);
        let mut table = table(screen.width);
        table.set_header([head_of(a), head_of(b)]);
        table.add_row([left, right]);
        let _ = writeln!(out, "{table}\n");
    }
    for shared in &view.widespread {
        let words = counted(shared.words, "word");
        let mut named = shared.texts.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
        if shared.texts.len() > MOST_NAMED {
            let _ = write!(named, " and {} more", shared.texts.len() - MOST_NAMED);
        }
        let said = format!(
            "up to {words} stand in {} texts, each with another of them: {named}",
            shared.texts.len()
        );
        screen.paragraph(out, 0, said);
    }
    let (texts, found) = (counted(view.texts, "text"), counted(view.passages.len(), "shared passage"));
    let many = match view.widespread.len() {
        0 => String::new(),
        many => format!(", {many} in very many texts"),
    };
    screen.line(out, format!("compared {texts}: {found}{many}"));
}

/// What is worth knowing of a passage before one takes it for copied.
fn remarks(passage: &SharedPassage) -> Vec<String> {
    let (a, b) = (&passage.a, &passage.b);
    let mut remarks = Vec::new();
    match passage.earlier {
        Some(Which::A) => remarks.push(format!("{} was published first", a.text)),
        Some(Which::B) => remarks.push(format!("{} was published first", b.text)),
        None if a.date.is_some() || b.date.is_some() => {
            remarks.push("the dates do not tell which was first".to_owned());
        }
        None => {}
    }
    if passage.quotation {
        remarks.push("a quotation in both".to_owned());
    }
    for side in [a, b].into_iter().filter(|side| !side.claims.is_empty()) {
        let claims: Vec<&str> = side.claims.iter().map(ClaimName::as_str).collect();
        remarks.push(format!("holds the quotes of {}", claims.join(", ")));
    }
    remarks
}

fn head_of(side: &PassageSide) -> String {
    let date = side.date.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
    format!("{}:{}:{}{date}", side.text, side.line, side.column)
}

/// Both sides of a passage; what only one of them has is marked where both may be shown.
fn columns(a: &PassageSide, b: &PassageSide) -> (String, String) {
    match (&a.words, &b.words) {
        (Some(a), Some(b)) => marked(a, b),
        (a, b) => {
            let shown = |words: &Option<String>| words.as_deref().map_or(WITHHELD.to_owned(), spaced);
            (shown(a), shown(b))
        }
    }
}

/// Words with one space between them.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Two passages with what only one of them has marked in it.
fn marked(a: &str, b: &str) -> (String, String) {
    let (mut left, mut right) = (String::new(), String::new());
    for change in word_diff(a, b) {
        let (text, open, close) = match change {
            Change::Equal(text) => (text, "", ""),
            Change::Delete(text) => (text, "[-", "-]"),
            Change::Insert(text) => (text, "{+", "+}"),
        };
        let words = format!("{open}{}{close} ", spaced(text));
        if !matches!(change, Change::Insert(_)) {
            left.push_str(&words);
        }
        if !matches!(change, Change::Delete(_)) {
            right.push_str(&words);
        }
    }
    (left, right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(words: Option<&str>) -> PassageSide {
        PassageSide {
            text: "herald".to_owned(),
            start: 0,
            end: 9,
            line: 1,
            column: 1,
            claims: Vec::new(),
            words: words.map(str::to_owned),
            date: None,
        }
    }

    #[test]
    fn what_only_one_text_has_is_marked_in_it() {
        let (left, right) = columns(&side(Some("three were\nkilled")), &side(Some("four were killed")));
        assert_eq!((left.trim(), right.trim()), ("[-three-] were killed", "{+four+} were killed"));
    }

    #[test]
    fn a_passage_that_is_withheld_marks_nothing_in_the_other() {
        let shown = columns(&side(None), &side(Some("four were\nkilled")));
        assert_eq!(shown, ("[withheld]".to_owned(), "four were killed".to_owned()));
    }
}
