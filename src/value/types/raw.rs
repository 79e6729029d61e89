//! A value as it was written in TOML, with the bytes it stands at, before anyone knows its question's type.

use std::ops::Range;

use crate::value::language::{known, legible};
use crate::vocabulary::vocabulary;

/// A value as written, and the bytes of its file that it stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Raw {
    pub(crate) form: Form,
    pub(crate) at: Range<usize>,
}

/// What is written where the answer is nobody, nowhere or nothing; nothing in a dossier has this id.
pub(crate) const NONE: &str = "none";

/// The forms a TOML value can have. Numbers and dates keep their text, so that no digit is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Text(String),
    Integer(String),
    Decimal(String),
    Truth(bool),
    Date(String),
    List(Vec<Raw>),
    Table(Vec<(Key, Raw)>),
}

vocabulary! {
    /// The keys of a value that is written as a table.
    pub(crate) enum ValueKey {
        Not = "not",
        Near = "near",
        Exactly = "exactly",
        Without = "without",
        Min = "min",
        Max = "max",
        /// The figure that a source prefers.
        Best = "best",
        /// The source's own words.
        Words = "words",
        /// The pieces that a source gives a figure in.
        Sum = "sum",
        /// A claim that the source puts its own figure above.
        HigherThan = "higher-than",
        /// A claim that the source puts its own figure below.
        LowerThan = "lower-than",
        /// How much the two differ by.
        By = "by",
        /// How many times the other it is.
        Times = "times",
        /// A date of another calendar.
        Date = "date",
        /// That calendar.
        Calendar = "calendar",
    }
}

vocabulary! {
    /// How a relative figure stands to the other.
    pub(crate) enum Way {
        Higher = "higher-than",
        Lower = "lower-than",
    }
}

/// A key of an inline table, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) name: String,
    pub(crate) at: Range<usize>,
}

/// A value that is written nowhere.
impl From<Form> for Raw {
    fn from(form: Form) -> Raw {
        Raw { form, at: 0..0 }
    }
}

impl Raw {
    /// Words that are written nowhere.
    pub(crate) fn of_words(words: &str) -> Raw {
        Form::Text(words.to_owned()).into()
    }

    /// What it says, wherever it stands.
    pub(crate) fn unplaced(self) -> Raw {
        let form = match self.form {
            Form::List(items) => Form::List(items.into_iter().map(Raw::unplaced).collect()),
            Form::Table(entries) => {
                let entries = entries.into_iter();
                Form::Table(entries.map(|(key, raw)| (Key { at: 0..0, ..key }, raw.unplaced())).collect())
            }
            form => form,
        };
        form.into()
    }

    /// Its words put into those that values are read in, where they are of another language that is read; `None` where there are none.
    pub(crate) fn legible(&self, language: Option<&str>) -> Option<Raw> {
        known(language)?;
        let form = match &self.form {
            Form::Text(words) => Form::Text(legible(words, language).text.into_owned()),
            Form::List(items) => Form::List(items.iter().filter_map(|item| item.legible(language)).collect()),
            Form::Table(entries) => {
                let entries = entries.iter();
                Form::Table(
                    entries.filter_map(|(key, raw)| Some((key.clone(), raw.legible(language)?))).collect(),
                )
            }
            form => form.clone(),
        };
        Some(Raw { form, at: self.at.clone() })
    }

    /// The form's name as a message says it.
    pub(crate) fn described(&self) -> &'static str {
        match self.form {
            Form::Text(_) => "a string",
            Form::Integer(_) => "an integer",
            Form::Decimal(_) => "a decimal number",
            Form::Truth(_) => "true or false",
            Form::Date(_) => "a date",
            Form::List(_) => "a list",
            Form::Table(_) => "a table",
        }
    }

    /// Whether it says nobody, nowhere or nothing.
    pub(super) fn is_none(&self) -> bool {
        matches!(&self.form, Form::Text(word) if word == NONE)
    }

    /// What stands under the key of a table that has no other key.
    pub(crate) fn under(&self, key: ValueKey) -> Option<&Raw> {
        match &self.form {
            Form::Table(entries) if entries.len() == 1 && entries[0].0.name == key.name() => {
                Some(&entries[0].1)
            }
            _ => None,
        }
    }

    /// Which way a relative figure, denied or not, stands to another claim, and the name of that claim.
    pub(crate) fn relative(&self) -> Option<(Way, &Raw)> {
        let Form::Table(entries) = &self.under(ValueKey::Not).unwrap_or(self).form else { return None };
        entries.iter().find_map(|(key, raw)| Some((Way::named(&key.name)?, raw)))
    }

    /// The value in the words of the recorder: a string's own text, else as TOML writes it.
    pub(crate) fn words(&self) -> String {
        match &self.form {
            Form::Text(text) => text.clone(),
            Form::Integer(text) | Form::Decimal(text) | Form::Date(text) => text.clone(),
            Form::Truth(true) => "yes".to_owned(),
            Form::Truth(false) => "no".to_owned(),
            Form::List(items) => items.iter().map(Raw::words).collect::<Vec<_>>().join(", "),
            Form::Table(entries) => table_words(entries),
        }
    }
}

fn table_words(entries: &[(Key, Raw)]) -> String {
    let of = |key: ValueKey| entries.iter().find(|(it, _)| it.name == key.name()).map(|(_, raw)| raw.words());
    if let Some(words) = of(ValueKey::Words) {
        return words;
    }
    if let (Some(date), Some(calendar)) = (of(ValueKey::Date), of(ValueKey::Calendar)) {
        return format!("{date} ({calendar})");
    }
    for key in [ValueKey::Not, ValueKey::Near, ValueKey::Exactly, ValueKey::Without] {
        if let Some(words) = of(key) {
            return format!("{key} {words}");
        }
    }
    if let Some((_, pieces)) = entries.iter().find(|(it, _)| it.name == ValueKey::Sum.name()) {
        return match &pieces.form {
            Form::List(pieces) if pieces.is_empty() => "a sum of nothing".to_owned(),
            Form::List(pieces) => pieces.iter().map(Raw::words).collect::<Vec<_>>().join(" + "),
            _ => pieces.words(),
        };
    }
    for (key, way) in [(ValueKey::HigherThan, "higher than"), (ValueKey::LowerThan, "lower than")] {
        if let Some(other) = of(key) {
            return match (of(ValueKey::By), of(ValueKey::Times)) {
                (Some(by), _) => format!("{way} {other} by {by}"),
                (None, Some(times)) => format!("{way} {other}: {times}"),
                (None, None) => format!("{way} {other}"),
            };
        }
    }
    match (of(ValueKey::Min), of(ValueKey::Max), of(ValueKey::Best)) {
        (Some(min), Some(max), _) => format!("{min} to {max}"),
        (Some(min), None, _) => format!("at least {min}"),
        (None, Some(max), _) => format!("at most {max}"),
        (None, None, Some(best)) => best,
        (None, None, None) => String::new(),
    }
}
