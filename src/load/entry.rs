//! One table of a file, taken key by key: what is missing, misspelt or of the wrong form becomes a problem.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::model::problem::{Problem, ProblemKind};
use crate::text::nearest::nearest;
use crate::text::spot::{FileId, Spot};
use crate::value::raw::{Form, Key, Raw};
use crate::vocabulary::Vocabulary;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) spot: Spot,
}

/// A table that is being taken. Every key asked for is known; [`Entry::finish`] reports the others.
pub(super) struct Entry<'t, 'p> {
    table: &'t DeTable<'t>,
    /// The table's name as a message says it: `source.example`.
    name: String,
    spot: Spot,
    asked: Vec<&'static str>,
    problems: &'p mut Vec<Problem>,
}

/// A date as written, and whether TOML or EDTF wrote it.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) words: String,
    pub(super) toml: bool,
}

impl<'t, 'p> Entry<'t, 'p> {
    pub(super) fn new(
        table: &'t DeTable<'t>,
        name: impl Into<String>,
        spot: Spot,
        problems: &'p mut Vec<Problem>,
    ) -> Self {
        Entry { table, name: name.into(), spot, asked: Vec::new(), problems }
    }

    pub(super) fn spot(&self) -> Spot {
        self.spot
    }

    pub(super) fn problems(&mut self) -> &mut Vec<Problem> {
        self.problems
    }

    fn file(&self) -> FileId {
        self.spot.file
    }

    pub(super) fn at(&self, range: &Range<usize>) -> Spot {
        Spot::new(self.file(), range)
    }

    /// The value of a key, whatever its form.
    pub(super) fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// The value of a key in the form that values of claims are read from.
    pub(super) fn raw(&mut self, key: &'static str) -> Option<Raw> {
        self.get(key).map(raw)
    }

    pub(super) fn text(&mut self, key: &'static str) -> Option<At<String>> {
        let found = self.get(key)?;
        let spot = self.at(&found.span());
        match found.get_ref() {
            DeValue::String(text) => Some(At { value: text.clone().into_owned(), spot }),
            other => {
                self.wrong_form(key, spot, "a string", other);
                None
            }
        }
    }

    /// A text that must be there and say something.
    pub(super) fn required(&mut self, key: &'static str) -> Option<At<String>> {
        if !self.table.contains_key(key) {
            self.asked.push(key);
            self.missing(key);
            return None;
        }
        let text = self.text(key)?;
        if text.value.trim().is_empty() {
            let problem = Problem::new(
                ProblemKind::MalformedEntry,
                text.spot,
                format!("`{key}` of `{}` is empty", self.name),
            );
            self.problems.push(problem.label("nothing is said here"));
            return None;
        }
        Some(text)
    }

    pub(super) fn missing(&mut self, key: &str) {
        let problem =
            Problem::new(ProblemKind::MalformedEntry, self.spot, format!("`{}` has no `{key}`", self.name));
        self.problems.push(problem.label(format!("`{key}` is missing here")));
    }

    /// A list of strings.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<At<String>> {
        let Some(found) = self.get(key) else { return Vec::new() };
        match found.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(|item| self.item_text(key, item)).collect(),
            other => {
                self.wrong_form(key, self.at(&found.span()), "a list of strings", other);
                Vec::new()
            }
        }
    }

    /// A string or a list of strings.
    pub(super) fn text_or_texts(&mut self, key: &'static str) -> Vec<At<String>> {
        match self.table.get(key).map(|value| value.get_ref()) {
            Some(DeValue::String(_)) => self.text(key).into_iter().collect(),
            Some(DeValue::Array(_)) | None => self.texts(key),
            Some(_) => {
                self.text(key);
                Vec::new()
            }
        }
    }

    fn item_text(&mut self, key: &str, item: &'t Spanned<DeValue<'t>>) -> Option<At<String>> {
        let spot = self.at(&item.span());
        match item.get_ref() {
            DeValue::String(text) => Some(At { value: text.clone().into_owned(), spot }),
            other => {
                self.wrong_form(key, spot, "a string", other);
                None
            }
        }
    }

    pub(super) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let found = self.get(key)?;
        match found.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            other => {
                self.wrong_form(key, self.at(&found.span()), "true or false", other);
                None
            }
        }
    }

    pub(super) fn integer(
        &mut self,
        key: &'static str,
        allowed: std::ops::RangeInclusive<i64>,
    ) -> Option<i64> {
        let found = self.get(key)?;
        let spot = self.at(&found.span());
        match found.get_ref() {
            DeValue::Integer(number) => {
                let value = i64::from_str_radix(number.as_str(), number.radix()).ok();
                let value = value.filter(|number| allowed.contains(number));
                if value.is_none() {
                    let message = format!("`{key}` of `{}` is out of range", self.name);
                    let label = format!("expected {} to {}", allowed.start(), allowed.end());
                    self.problems.push(Problem::new(ProblemKind::MalformedEntry, spot, message).label(label));
                }
                value
            }
            other => {
                self.wrong_form(key, spot, "an integer", other);
                None
            }
        }
    }

    /// A number of any form, unread: coordinates, which take part in nothing.
    pub(super) fn coordinate(&mut self, key: &'static str) {
        let Some(found) = self.get(key) else { return };
        match found.get_ref() {
            DeValue::Integer(_) | DeValue::Float(_) => {}
            other => self.wrong_form(key, self.at(&found.span()), "a number of degrees", other),
        }
    }

    /// An EDTF string or a TOML date.
    pub(super) fn date(&mut self, key: &'static str) -> Option<At<Written>> {
        let found = self.get(key)?;
        let spot = self.at(&found.span());
        let written = match found.get_ref() {
            DeValue::String(text) => Written { words: text.clone().into_owned(), toml: false },
            DeValue::Datetime(date) => Written { words: date.to_string(), toml: true },
            other => {
                self.wrong_form(key, spot, "an EDTF date in quotes or a TOML date", other);
                return None;
            }
        };
        Some(At { value: written, spot })
    }

    /// A string that is a word of a vocabulary.
    pub(super) fn one_of<V: Vocabulary>(&mut self, key: &'static str) -> Option<V> {
        let text = self.text(key)?;
        let found = V::EVERY.iter().copied().find(|it| it.word() == text.value);
        if found.is_none() {
            let words = V::EVERY.iter().map(|it| it.word());
            let message = format!("`{key}` of `{}` is `{}`", self.name, text.value);
            let problem = Problem::new(ProblemKind::MalformedEntry, text.spot, message);
            let label = match nearest(&text.value, words.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "no such word".to_owned(),
            };
            let listed = words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
            self.problems.push(problem.label(label).help(format!("expected one of {listed}")));
        }
        found
    }

    pub(super) fn table(&mut self, key: &'static str) -> Option<(&'t DeTable<'t>, Spot)> {
        let found = self.get(key)?;
        let spot = self.at(&found.span());
        match found.get_ref() {
            DeValue::Table(table) => Some((table, spot)),
            other => {
                self.wrong_form(key, spot, "a table", other);
                None
            }
        }
    }

    /// The tables of a list of tables.
    pub(super) fn tables(&mut self, key: &'static str) -> Vec<(&'t DeTable<'t>, Spot)> {
        let Some(found) = self.get(key) else { return Vec::new() };
        let DeValue::Array(items) = found.get_ref() else {
            self.wrong_form(key, self.at(&found.span()), "a list of tables", found.get_ref());
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(items.len());
        for item in items.iter() {
            let spot = self.at(&item.span());
            match item.get_ref() {
                DeValue::Table(table) => tables.push((table, spot)),
                other => self.wrong_form(key, spot, "a table", other),
            }
        }
        tables
    }

    /// A table inside this one, to be taken by itself.
    pub(super) fn inner(&mut self, table: &'t DeTable<'t>, name: String, spot: Spot) -> Entry<'t, '_> {
        Entry::new(table, name, spot, self.problems)
    }

    pub(super) fn wrong_form(&mut self, key: &str, spot: Spot, expected: &str, found: &DeValue<'_>) {
        let message = format!("`{key}` of `{}` is {}", self.name, described(found));
        let problem = Problem::new(ProblemKind::MalformedEntry, spot, message);
        self.problems.push(problem.label(format!("expected {expected}")));
    }

    /// Reports every key that nobody asked for, each with the nearest known one.
    pub(super) fn finish(self) {
        for (key, value) in self.table.iter() {
            let name = key.get_ref().as_ref();
            if self.asked.contains(&name) {
                continue;
            }
            // A key written as a table header has no span of its own worth showing; its value's will do.
            let span = if key.span().is_empty() { value.span() } else { key.span() };
            let spot = Spot::new(self.spot.file, &span);
            let problem = Problem::new(
                ProblemKind::UnknownKey,
                spot,
                format!("unknown key `{name}` in `{}`", self.name),
            );
            self.problems.push(match nearest(name, self.asked.iter().copied()) {
                Some(near) => problem.label(format!("did you mean `{near}`?")),
                None => {
                    let mut known = self.asked.clone();
                    known.sort_unstable();
                    known.dedup();
                    problem
                        .label("the format has no such key here")
                        .help(format!("known here: {}", known.join(", ")))
                }
            });
        }
    }
}

/// A TOML value in the form that values are read from.
pub(super) fn raw(value: &Spanned<DeValue<'_>>) -> Raw {
    let form = match value.get_ref() {
        DeValue::String(text) => Form::Text(text.clone().into_owned()),
        DeValue::Integer(number) => Form::Integer(match number.radix() {
            10 => number.as_str().replace('_', ""),
            radix => i128::from_str_radix(number.as_str(), radix)
                .map_or_else(|_| number.to_string(), |n| n.to_string()),
        }),
        DeValue::Float(number) => Form::Decimal(number.as_str().replace('_', "")),
        DeValue::Boolean(truth) => Form::Truth(*truth),
        DeValue::Datetime(date) => Form::Date(date.to_string()),
        DeValue::Array(items) => Form::List(items.iter().map(raw).collect()),
        DeValue::Table(table) => Form::Table(
            table
                .iter()
                .map(|(key, value)| (Key { name: key.get_ref().to_string(), at: key.span() }, raw(value)))
                .collect(),
        ),
    };
    Raw { form, at: value.span() }
}

fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
