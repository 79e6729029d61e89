//! The file of a set's cases: a table of tabs with its keys on the first line, or TOML with a `[[case]]` for each.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::{Spanned, Value};

use super::case::{Case, Fault};
use crate::text::{counted, line_column};
use crate::view::accuracy::CaseKind;

/// The keys that every case may have: who it is, what it belongs with, why it does not count, and what is to be known of it.
const EVERY: [&str; 5] = ["id", "label", "group", "doubtful", "note"];

/// The keys that cases of a kind have besides.
fn keys_of(kind: CaseKind) -> &'static [&'static str] {
    match kind {
        CaseKind::Reading => &["words", "language"],
        CaseKind::Relation => &["a", "b", "claims", "pairs"],
        CaseKind::Quote => &["quote", "text", "file", "prefix", "suffix", "language", "at", "about", "seen"],
        CaseKind::Spotted => &["text", "figures", "either", "some"],
        CaseKind::Draft => &["text", "finds"],
        CaseKind::Name => &["one", "other", "language"],
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    #[serde(default)]
    case: Vec<Spanned<BTreeMap<String, Value>>>,
}

/// Reads the cases of a file, by the ending of its name.
///
/// # Errors
/// The first of them that is none, with what is expected.
pub(super) fn cases(name: &str, text: &str, kind: CaseKind) -> Result<Vec<Case>, Fault> {
    let all = if name.ends_with(".tsv") { tabbed(text)? } else { tables(text)? };
    let known: Vec<&str> = EVERY.iter().chain(keys_of(kind)).copied().collect();
    let mut ids = BTreeSet::new();
    for case in &all {
        if let Some(key) = case.keys.keys().find(|key| !known.contains(&key.as_str())) {
            let what = format!("a case of kind `{kind}` has no key `{key}`");
            return Err(case.fault(what, format!("one of `{}`", known.join("`, `"))));
        }
        let id = case.text("id")?;
        if !ids.insert(id) {
            return Err(case.fault(format!("another case is called `{id}` too"), "an id of its own"));
        }
    }
    Ok(all)
}

/// A table whose cells are parted by tabs; an empty cell is left out.
fn tabbed(text: &str) -> Result<Vec<Case>, Fault> {
    let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    let Some((_, head)) = lines.next() else { return Ok(Vec::new()) };
    let head: Vec<&str> = head.split('\t').collect();
    let row = |(line, row): (usize, &str)| {
        let cells: Vec<&str> = row.split('\t').collect();
        if cells.len() != head.len() {
            let what = format!("it has {}", counted(cells.len(), "cell"));
            let expected = format!("{}, parted by tabs: {}", head.len(), head.join(", "));
            return Err(Fault { line, what, expected });
        }
        let filled = head.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        let keys = filled.map(|(key, cell)| ((*key).to_owned(), Value::String(cell.to_owned())));
        Ok(Case { line, keys: keys.collect() })
    };
    lines.filter(|(_, line)| !line.is_empty()).map(row).collect()
}

fn tables(text: &str) -> Result<Vec<Case>, Fault> {
    let line = |at: usize| line_column(text, at).0;
    let tables: Tables = toml::from_str(text).map_err(|why| Fault {
        line: why.span().map_or(1, |at| line(at.start)),
        what: why.message().to_owned(),
        expected: "TOML with a `[[case]]` for each case".to_owned(),
    })?;
    let all = tables.case.into_iter();
    Ok(all.map(|case| Case { line: line(case.span().start), keys: case.into_inner() }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_tabs_and_toml_say_the_same() {
        let tabs = cases("a.tsv", "id\twords\tlabel\tgroup\n1\tsome\tunread\t\n", CaseKind::Reading).unwrap();
        let toml = cases(
            "a.toml",
            "\n[[case]]\nid = \"1\"\nwords = \"some\"\nlabel = \"unread\"\n",
            CaseKind::Reading,
        );
        assert_eq!(tabs[0].keys, toml.unwrap()[0].keys);
        assert_eq!(tabs[0].line, 2);
        assert_eq!(cases("a.tsv", "", CaseKind::Reading), Ok(Vec::new()));
    }

    #[test]
    fn what_is_no_case_is_told_with_its_line_and_what_is_expected() {
        let told = |name, text| {
            let fault = cases(name, text, CaseKind::Reading).unwrap_err();
            (fault.line, fault.what, fault.expected)
        };
        let (line, what, expected) = told("a.tsv", "id\twords\n1\ttwo\n2\n");
        assert_eq!((line, what.as_str()), (3, "it has 1 cell"));
        assert_eq!(expected, "2, parted by tabs: id, words");
        assert_eq!(told("a.tsv", "id\twords\n1\ttwo\n1\tthree\n").0, 3);
        assert!(told("a.tsv", "id\tquote\n1\ttwo\n").2.contains("`words`"));
        assert_eq!(told("a.toml", "[[case]]\nid = \"1\"\n\n[[case]]\nid = 2\n").0, 4);
        assert_eq!(told("a.toml", "[[case]]\nid = \n").0, 2);
    }
}
