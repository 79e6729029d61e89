//! The view of what becomes of rows that are added, version 1.

use serde::Serialize;

use super::find::{DifferingWords, FoundQuote};
use super::name::ClaimName;
use crate::align::relation::{Class, Kind};
use crate::vocabulary::vocabulary;

/// What becomes of rows that are added. Its JSON is frozen: later versions add keys and remove none.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Added {
    /// Always `gainsay/add/1`.
    schema: &'static str,
    /// Whether it has been written down; else it is what would be.
    pub written: bool,
    /// How many rows come to what.
    pub counts: RowCounts,
    /// Each row that comes to something, in the order of its lines; what is unchanged is counted alone.
    pub rows: Vec<TakenRow>,
    /// What is defined for the claims that need it.
    pub defines: Vec<NewDefinition>,
    /// The files that change, as paths below the dossier.
    pub files: Vec<String>,
}

/// How many rows come to what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RowCounts {
    /// New claims.
    pub create: usize,
    /// Claims that are recorded otherwise.
    pub update: usize,
    /// Claims that are recorded so already.
    pub unchanged: usize,
    /// Rows that are not taken.
    pub refused: usize,
    /// Rows that wait for somebody to review them.
    pub unreviewed: usize,
}

vocabulary! {
    /// What becomes of a row.
    pub enum RowFate {
        /// A new claim.
        Create = "create",
        /// Its claim is recorded otherwise.
        Update = "update",
        /// Its claim is recorded so already.
        Unchanged = "unchanged",
        /// It is not taken.
        Refused = "refused",
        /// It waits for somebody to review it.
        Unreviewed = "unreviewed",
    }
}

/// A row and what becomes of it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TakenRow {
    /// The line on which it begins, from 1; 0 where it stands in no file.
    pub line: usize,
    /// The file that it stands in, as it was named; null where there is one alone.
    pub file: Option<String>,
    /// What becomes of it.
    pub fate: RowFate,
    /// The full name of its claim; null where it comes to none.
    pub claim: Option<String>,
    /// What changes of a claim that is recorded.
    pub changes: Vec<ChangedKey>,
    /// Why it is not taken.
    pub reasons: Vec<Refusal>,
    /// What its source need not have recorded by it; null where it is no waiver.
    pub waiver: Option<NewWaiver>,
    /// How its claim stands to others on its question: those in dispute first; told of the first hundred claims.
    pub stands: Vec<Stand>,
    /// What `gainsay check` warns of its claim, but for what stands under `stands`.
    pub warns: Vec<Warning>,
    /// What a row was taken to say that is written in short: by few words of its quote, or a part of the name of its question; null of others.
    pub meant: Option<MeantRow>,
}

/// What a row was taken to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MeantRow {
    /// The question, EVENT/QUESTION; null where none is known.
    pub question: Option<String>,
    /// What the row calls it, where that is not its whole name.
    pub called: Option<String>,
    /// The quote; null where there is none, and where access to the source is restricted.
    pub quote: Option<String>,
    /// The value.
    pub value: Option<String>,
    /// How the value is read, where its words alone do not show that.
    pub reading: Option<String>,
    /// Who says so; null where the source speaks for itself.
    pub said_by: Option<String>,
    /// The moment that the value holds for.
    pub as_of: Option<String>,
    /// The keys that the row leaves to its quote.
    pub told: Vec<String>,
    /// Whom the sentence of the quote names where it has a word of saying, and the row gives no speaker.
    pub named: Vec<String>,
}

/// What a check warns of a claim that is added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Warning {
    /// The rule, by name.
    pub rule: &'static str,
    /// Lower case, no full stop.
    pub message: String,
    /// What would mend it.
    pub help: Option<String>,
}

/// Words of a source that need not be recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NewWaiver {
    /// The source, by id.
    pub source: String,
    /// The words; null where access to the source is restricted.
    pub quote: Option<String>,
    /// Why they need not be recorded.
    pub reason: String,
}

/// A question, an agent or a place that rows define.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NewDefinition {
    /// What it is: `question`, `agent` or `place`.
    pub what: &'static str,
    /// Its id; of a question EVENT/QUESTION.
    pub id: String,
    /// The line that defines it: its id, its type or kind, and its words.
    pub line: String,
}

/// What changes under a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChangedKey {
    /// The key, `scope.place` for what is inside.
    pub key: String,
    /// What is recorded; empty where nothing is.
    pub from: String,
    /// What the row says; empty where the key is taken away.
    pub to: String,
}

/// Why a row is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Refusal {
    /// The line of the row, from 1; 0 where it stands in no file.
    pub line: usize,
    /// The column of the row that is at fault, from 1; null where none is, or rows have none.
    pub column: Option<usize>,
    /// Lower case, no full stop.
    pub reason: String,
    /// What would mend it.
    pub help: Option<String>,
}

/// How a claim stands to another on its question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Stand {
    /// What the relation means.
    pub class: Class,
    /// What the two are to each other.
    pub relation: Kind,
    /// The other.
    pub claim: ClaimName,
    /// Why, in a sentence.
    pub reason: String,
}

impl Added {
    /// Of all rows, in order; nothing is written yet.
    pub(crate) fn new(rows: Vec<TakenRow>, files: Vec<String>) -> Added {
        let mut counts = RowCounts::default();
        for row in &rows {
            *match row.fate {
                RowFate::Create => &mut counts.create,
                RowFate::Update => &mut counts.update,
                RowFate::Unchanged => &mut counts.unchanged,
                RowFate::Refused => &mut counts.refused,
                RowFate::Unreviewed => &mut counts.unreviewed,
            } += 1;
        }
        let rows = rows.into_iter().filter(|row| row.fate != RowFate::Unchanged).collect();
        Added { schema: "gainsay/add/1", written: false, counts, rows, defines: Vec::new(), files }
    }

    /// Of words that are not quoted: they do not stand in the text of a source, or not once.
    pub(crate) fn unfound(source: &str, found: &FoundQuote) -> Added {
        Added::refused(vec![Refusal::unfound(source, found)])
    }

    /// Of one claim that is not taken.
    pub(crate) fn refused(why: Vec<Refusal>) -> Added {
        Added::new(vec![TakenRow::new(0, RowFate::Refused).because(why)], Vec::new())
    }
}

impl TakenRow {
    pub(crate) fn new(line: usize, fate: RowFate) -> TakenRow {
        let (changes, reasons, stands, warns) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        TakenRow {
            line,
            file: None,
            fate,
            claim: None,
            changes,
            reasons,
            waiver: None,
            stands,
            warns,
            meant: None,
        }
    }

    pub(crate) fn of(self, claim: String) -> TakenRow {
        TakenRow { claim: Some(claim), ..self }
    }

    pub(crate) fn because(self, reasons: Vec<Refusal>) -> TakenRow {
        TakenRow { reasons, ..self }
    }
}

impl Refusal {
    pub(crate) fn at(line: usize, reason: impl Into<String>) -> Refusal {
        Refusal { line, column: None, reason: reason.into(), help: None }
    }

    /// That words do not stand in the text of a source, or not once.
    pub(crate) fn unfound(source: &str, found: &FoundQuote) -> Refusal {
        let differs: Vec<String> = found.differs.iter().map(DifferingWords::told).collect();
        let reason =
            format!("the words are not quoted from the text of `{source}`: {}", found.outcome.name());
        let refusal = Refusal::at(0, reason);
        if differs.is_empty() { refusal } else { refusal.help(differs.join("; ")) }
    }

    pub(crate) fn help(self, help: impl Into<String>) -> Refusal {
        Refusal { help: Some(help.into()), ..self }
    }
}
