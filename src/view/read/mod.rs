//! The view of readings, version 1: what words allow, how readers usually take them, and by which row.

mod spoken;
mod words;

use serde::Serialize;

use super::sets::{Interval, OpenEnds, TwoSets};
use crate::model::Dossier;
use crate::text::nearest;
use crate::value::calendar::as_edtf;
use crate::value::language::{Known, known};
use crate::value::number::Measure;
use crate::value::quantity::Certainty;
use crate::value::shape::Side;
use crate::value::types::{Context, Form, Kind, Named, Raw, Refusal, amount, count};
use words::Words;

/// Readings of some words. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Readings {
    /// Always `gainsay/read/1`.
    schema: &'static str,
    /// One for each of the words, in their order.
    pub readings: Vec<WordsRead>,
}

/// One reading, or why there is none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum WordsRead {
    /// The words were read.
    Read {
        /// The words.
        text: String,
        /// What they are in the words of the table, where another language was asked for.
        #[serde(skip_serializing_if = "Option::is_none")]
        english: Option<String>,
        /// All that they allow.
        hard: Allowed,
        /// How readers usually take them.
        soft: Allowed,
        /// Which ends of an amount's intervals are left out; left out itself where none is.
        #[serde(skip_serializing_if = "Option::is_none")]
        open: Option<OpenEnds>,
        /// By what they were read, where that was asked.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<String>,
        /// Both sets as people write them.
        #[serde(skip)]
        shown: [String; 2],
    },
    /// The words were not read.
    Refused {
        /// The words.
        text: String,
        /// What is wrong with them.
        error: String,
        /// What form was expected, or the nearest known name; left out where there is none.
        #[serde(skip_serializing_if = "Option::is_none")]
        help: Option<String>,
    },
}

/// What a value allows: intervals of a count, an amount or a date, else canonical words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Allowed {
    /// Of a count, an amount or a date.
    Intervals(Vec<Interval>),
    /// Of all other types.
    Words(String),
}

/// Whether to say by which row of the table words were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowTold {
    No,
    Yes,
}

impl Readings {
    pub(crate) fn new(readings: Vec<WordsRead>) -> Self {
        Readings { schema: "gainsay/read/1", readings }
    }
}

impl WordsRead {
    /// Reads words of a language by a type, with a dossier's quantifiers and ids; figures and dates alone are read in others than
    /// English.
    pub(crate) fn new(
        dossier: &Dossier,
        kind: &Kind,
        (text, language): (&str, Option<&str>),
        row_told: RowTold,
    ) -> Self {
        let language = known(language).filter(|_| kind.is_measure() || *kind == Kind::Date);
        let english = language.map(|known| known.legible(text));
        let day = english.as_deref().filter(|_| *kind == Kind::Date).and_then(as_edtf);
        let raw = spoken::raw(kind, day.as_deref().or(english.as_deref()).unwrap_or(text));
        let words = Words::new(dossier, &raw);
        let quantifiers = &dossier.quantifiers;
        let certainty = Certainty::Stated;
        let context = Context { quantifiers, names: &words, zone: None, certainty, other: None };
        let shape = match kind.read(&raw, &context) {
            Ok(reading) => reading.shape,
            Err(refusal) => {
                return match language {
                    Some(language) => not_read(text, kind, language),
                    None => refused(text, refusal, dossier),
                };
            }
        };
        let (hard, soft, open, shown) = match TwoSets::of(kind, &shape) {
            Some(TwoSets { hard, soft, open }) => {
                let (hard, soft) = (Allowed::Intervals(hard), Allowed::Intervals(soft));
                let spelled = |side: Side| kind.spelled(&shape, side).unwrap_or_default();
                (hard, soft, open, [spelled(Side::Hard), spelled(Side::Soft)])
            }
            None => {
                let shown = words.shown(kind, &shape);
                (Allowed::Words(shown[0].clone()), Allowed::Words(shown[1].clone()), None, shown)
            }
        };
        let by = match row_told {
            RowTold::Yes => row(dossier, kind, &raw),
            RowTold::No => None,
        };
        WordsRead::Read { text: text.to_owned(), english, hard, soft, open, by, shown }
    }
}

/// The row that a quantity was read by.
fn row(dossier: &Dossier, kind: &Kind, raw: &Raw) -> Option<String> {
    let Form::Text(text) = &raw.form else { return None };
    let quantifiers = &dossier.quantifiers;
    let (quantity, measure) = match kind {
        Kind::Count => (count::explain(text, quantifiers).ok()?, Measure::Count),
        Kind::Amount { unit } => (amount::explain(text, unit.as_deref(), quantifiers).ok()?, Measure::Amount),
        Kind::Date => return Some("EDTF, as ISO 8601-2 writes dates".to_owned()),
        _ => return None,
    };
    let strict = if quantifiers.is_strict() { "; preset strict: soft is hard" } else { "" };
    Some(format!("{}{strict}", quantity.explained(measure, quantifiers)))
}

/// Why words of another language have no reading.
fn not_read(text: &str, kind: &Kind, language: &Known) -> WordsRead {
    let error = format!("not all of these words are read as `{}` in {}", kind.name(), language.table.name);
    let help = "write the figure and the words that hedge it, without what is counted; a language is read by the words that its table has";
    WordsRead::Refused { text: text.to_owned(), error, help: Some(help.to_owned()) }
}

fn refused(text: &str, refusal: Refusal, dossier: &Dossier) -> WordsRead {
    let (error, help) = match refusal {
        Refusal::Unreadable(why, _) | Refusal::OutOfOrder(why, _) => (why.message, why.help),
        Refusal::Unknown { what, id, .. } => {
            let names: Vec<&str> = match what {
                Named::Agent => dossier.agents.names().collect(),
                Named::Place => dossier.places.names().collect(),
            };
            let near = nearest(&id, names);
            let help = near.map(|near| format!("did you mean `{near}`?"));
            (format!("`{id}` is not the id of {what} in this dossier"), help)
        }
    };
    WordsRead::Refused { text: text.to_owned(), error, help }
}
