//! A set of cases: what it tells of itself, and that its cases are those that it was told of.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::case::{Case, Fault};
use super::cases::cases;
use crate::audit::{Day, ReadAs};
use crate::capture::sha256;
use crate::error::{Error, ErrorKind};
use crate::load::CorpusFolder;
use crate::view::accuracy::{CaseKind, LabelledBy, SetTold};

/// A set, with its cases.
pub(super) struct Set {
    pub(super) told: SetTold,
    /// What words are read as, of readings and of relations that are given by two values.
    pub(super) read_as: ReadAs,
    /// The day on which its labels were given: it is judged on that day.
    pub(super) day: Day,
    /// What every dossier of a relation holds besides its claims, by path.
    pub(super) files: BTreeMap<String, String>,
    /// The file of its cases, as it is shown.
    path: String,
    pub(super) cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    set: Head,
    #[serde(default)]
    files: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Head {
    title: String,
    kind: String,
    #[serde(rename = "type", default = "count")]
    read_as: String,
    labelled_by: String,
    licence: String,
    origin: String,
    label_rule: String,
    date: String,
    cases: String,
    sha256: String,
}

fn count() -> String {
    "count".to_owned()
}

impl Set {
    /// Reads a set by the name of its file.
    ///
    /// # Errors
    /// What is wrong with it or with its cases, with file, line and what is expected; cases whose bytes are not those that it tells of.
    pub(super) fn read(folder: &CorpusFolder, file: &str) -> Result<Set, Error> {
        let path = format!("{}/{file}", folder.shown);
        let written: Written = toml::from_str(&folder.text(file)?).map_err(|why| {
            let message = format!("`{path}` tells of no set: {}", why.to_string().trim_end());
            Error::new(ErrorKind::Unreadable, message)
        })?;
        let head = written.set;
        let word = |key: &str, given: &str, known: &[&str]| {
            let message = format!("`{path}`: `{key}` is `{given}`");
            Error::new(ErrorKind::Unreadable, message)
                .hint(format!("expected one of `{}`", known.join("`, `")))
        };
        let kind = CaseKind::named(&head.kind).ok_or_else(|| word("kind", &head.kind, CaseKind::NAMES))?;
        let labelled_by = LabelledBy::named(&head.labelled_by)
            .ok_or_else(|| word("labelled-by", &head.labelled_by, LabelledBy::NAMES))?;
        let read_as = read_as(&head.read_as).ok_or_else(|| word("type", &head.read_as, &TYPES))?;
        let day = day(&head.date).ok_or_else(|| {
            let message = format!("`{path}`: `date` is `{}`", head.date);
            Error::new(ErrorKind::Unreadable, message).hint("expected a day, such as `2024-03-01`")
        })?;
        let text = folder.text(&head.cases)?;
        let found = sha256(text.as_bytes());
        let shown = format!("{}/{}", folder.shown, head.cases);
        if found != head.sha256 {
            let message = format!(
                "`{shown}` is not what `{path}` tells of: its SHA-256 is {found}, not {}",
                head.sha256
            );
            let error = Error::new(ErrorKind::Refused, message);
            return Err(
                error.hint("where the cases were changed on purpose, write the new one under `sha256`")
            );
        }
        let told = SetTold {
            name: file.trim_end_matches(".toml").to_owned(),
            kind,
            title: head.title,
            labelled_by,
            licence: head.licence,
            origin: head.origin,
            label_rule: head.label_rule,
            date: head.date,
            sha256: head.sha256,
        };
        let cases = cases(&head.cases, &text, kind).map_err(|fault| no_case(&shown, &fault))?;
        Ok(Set { told, read_as, day, files: written.files, path: shown, cases })
    }

    /// What is wrong with one of its cases, as an error.
    pub(super) fn no_case(&self, fault: &Fault) -> Error {
        no_case(&self.path, fault)
    }
}

fn no_case(path: &str, fault: &Fault) -> Error {
    let error =
        Error::new(ErrorKind::Unreadable, format!("`{path}:{}` is no case: {}", fault.line, fault.what));
    error.hint(format!("expected {}", fault.expected))
}

/// The types that values of a set may have.
const TYPES: [&str; 3] = ["count", "date", "amount"];

fn read_as(name: &str) -> Option<ReadAs> {
    match name {
        "count" => Some(ReadAs::Count),
        "date" => Some(ReadAs::Date),
        "amount" => Some(ReadAs::Amount { unit: None }),
        _ => None,
    }
}

/// A day as `YYYY-MM-DD`.
fn day(words: &str) -> Option<Day> {
    let (year, month, day) = civil(words)?;
    Day::new(year, month, day)
}

/// Year, month and day of the month of the same, whether there is such a day or not.
pub(super) fn civil(words: &str) -> Option<(i32, u8, u8)> {
    let (year, rest) = words.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_of_the_calendar() {
        assert_eq!(day("2024-03-01"), Day::new(2024, 3, 1));
        for words in ["2024-03", "2023-02-29", "March", "2024-03-01-01"] {
            assert_eq!(day(words), None, "{words}");
        }
    }
}
