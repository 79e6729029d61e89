//! One table of a file, taken key by key: what is missing, misspelt or of the wrong form becomes a problem.

use std::marker::PhantomData;
use std::ops::Range;

use super::at::{At, Written};
use super::ids::Ids;
use super::key::{KeyForm, TableKey};
use super::names::Refers;
use super::raw::raw;
use super::tree::{Form, List, Table, Value};
use crate::model::problem::{Problem, ProblemKind};
use crate::text::{Spot, nearest};
use crate::value::types::Raw;
use crate::vocabulary::Vocabulary;

/// So many keys of a table that the format does not have are told one by one.
const MOST_UNKNOWN: usize = 20;

/// A table that is being taken: it can be asked for the keys of its list alone, and [`Entry::finish`] reports all others.
pub(super) struct Entry<'t, 'p, K> {
    table: Table<'t>,
    /// The table's name as a message says it: `source.example`.
    name: String,
    spot: Spot,
    /// A bit for each key of the format, by its place: whether the table has it. Most that are asked for are not there.
    known: u64,
    problems: &'p mut Vec<Problem>,
    keys: PhantomData<K>,
}

/// An item of a list that may hold either.
pub(super) enum TextOrTable<'t> {
    Text(String),
    Table(Table<'t>),
}

impl<'t, 'p, K: TableKey> Entry<'t, 'p, K> {
    pub(super) fn new(
        table: Table<'t>,
        name: impl Into<String>,
        spot: Spot,
        problems: &'p mut Vec<Problem>,
    ) -> Self {
        const { assert!(K::EVERY.len() <= u64::BITS as usize, "a table has a bit for each key") };
        let known = table.names().filter_map(K::of_word).fold(0, |known, key| known | bit(key));
        Entry { table, name: name.into(), spot, known, problems, keys: PhantomData }
    }

    pub(super) fn spot(&self) -> Spot {
        self.spot
    }

    pub(super) fn problems(&mut self) -> &mut Vec<Problem> {
        self.problems
    }

    pub(super) fn at(&self, range: &Range<usize>) -> Spot {
        Spot::new(self.spot.file, range)
    }

    /// The value of a key, whatever its form.
    fn get(&self, key: K) -> Option<Value<'t>> {
        if self.has(key) { self.table.get(key.word()) } else { None }
    }

    pub(super) fn has(&self, key: K) -> bool {
        self.known & bit(key) != 0
    }

    /// The value of a key in the form that values of claims are read from.
    pub(super) fn raw(&mut self, key: K) -> Option<Raw> {
        self.get(key).map(raw)
    }

    pub(super) fn text(&mut self, key: K) -> Option<At<String>> {
        let found = self.get(key)?;
        let spot = self.at(&found.span());
        match found.form() {
            Form::Text(text) => Some(At { value: text.to_owned(), spot }),
            other => {
                self.wrong_form(key, spot, "a string", &other);
                None
            }
        }
    }

    /// A text that must be there and say something.
    pub(super) fn required(&mut self, key: K) -> Option<At<String>> {
        if !self.has(key) {
            self.missing(key);
            return None;
        }
        let text = self.text(key)?;
        if text.value.trim().is_empty() {
            let message = format!("`{}` of `{}` is empty", key.word(), self.name);
            let problem = Problem::new(ProblemKind::MalformedEntry, text.spot, message);
            self.problems.push(problem.label("nothing is said here"));
            return None;
        }
        Some(text)
    }

    pub(super) fn missing(&mut self, key: K) {
        let key = key.word();
        let message = format!("`{}` has no `{key}`", self.name);
        let problem = Problem::new(ProblemKind::MalformedEntry, self.spot, message);
        self.problems.push(problem.label(format!("`{key}` is missing here")));
    }

    /// A list of strings.
    pub(super) fn texts(&mut self, key: K) -> Vec<At<String>> {
        let Some(found) = self.get(key) else { return Vec::new() };
        match found.form() {
            Form::List(items) => items.items().filter_map(|item| self.item_text(key, item)).collect(),
            other => {
                self.wrong_form(key, self.at(&found.span()), "a list of strings", &other);
                Vec::new()
            }
        }
    }

    /// A string or a list of strings.
    pub(super) fn text_or_texts(&mut self, key: K) -> Vec<At<String>> {
        match self.get(key).map(Value::form) {
            Some(Form::Text(_)) => self.text(key).into_iter().collect(),
            Some(Form::List(_)) | None => self.texts(key),
            Some(_) => {
                self.text(key);
                Vec::new()
            }
        }
    }

    /// The id under a key, among those that the key refers to.
    pub(super) fn id<I: Refers>(&mut self, key: K, ids: &Ids) -> Option<I> {
        let name = self.text(key)?;
        ids.of(key).resolve(&name, self.problems)
    }

    /// The ids of a list.
    pub(super) fn ids<I: Refers>(&mut self, key: K, ids: &Ids) -> Vec<I> {
        let names = self.texts(key);
        ids.of(key).resolve_all(&names, self.problems)
    }

    /// The ids of a list, or of each of several lists. A list of which one cannot be found is left out: without it the
    /// others are not all.
    pub(super) fn partitions<I: Refers>(&mut self, key: K, ids: &Ids) -> Vec<Vec<I>> {
        let Some(found) = self.get(key) else { return Vec::new() };
        let lists: Vec<Vec<At<String>>> = match found.list() {
            Some(lists) if lists.items().any(|item| item.list().is_some()) => {
                lists.items().map(|item| self.item_texts(key, item)).collect()
            }
            _ => vec![self.texts(key)],
        };
        let resolved = lists.into_iter().map(|names| {
            let found: Vec<I> = ids.of(key).resolve_all(&names, self.problems);
            (found.len() == names.len()).then_some(found)
        });
        resolved.flatten().filter(|list| !list.is_empty()).collect()
    }

    fn item_texts(&mut self, key: K, item: Value<'t>) -> Vec<At<String>> {
        match item.form() {
            Form::List(items) => items.items().filter_map(|item| self.item_text(key, item)).collect(),
            other => {
                self.wrong_form(key, self.at(&item.span()), "a list of strings", &other);
                Vec::new()
            }
        }
    }

    fn item_text(&mut self, key: K, item: Value<'t>) -> Option<At<String>> {
        let spot = self.at(&item.span());
        match item.form() {
            Form::Text(text) => Some(At { value: text.to_owned(), spot }),
            other => {
                self.wrong_form(key, spot, "a string", &other);
                None
            }
        }
    }

    pub(super) fn flag(&mut self, key: K) -> Option<bool> {
        let found = self.get(key)?;
        match found.form() {
            Form::Truth(flag) => Some(flag),
            other => {
                self.wrong_form(key, self.at(&found.span()), "true or false", &other);
                None
            }
        }
    }

    /// An integer within the range of the key's form.
    pub(super) fn integer(&mut self, key: K) -> Option<i64> {
        let found = self.get(key)?;
        let spot = self.at(&found.span());
        let form = found.form();
        let Form::Integer(number) = form else {
            self.wrong_form(key, spot, "an integer", &form);
            return None;
        };
        let KeyForm::Whole(least, most) = key.key().form else { return None };
        let value = i64::from_str_radix(&number.digits, number.radix).ok();
        let value = value.filter(|number| (least..=most).contains(number));
        if value.is_none() {
            let message = format!("`{}` of `{}` is out of range", key.word(), self.name);
            let label = format!("expected {least} to {most}");
            self.problems.push(Problem::new(ProblemKind::MalformedEntry, spot, message).label(label));
        }
        value
    }

    /// A number of any form, unread: coordinates, which take part in nothing.
    pub(super) fn coordinate(&mut self, key: K) {
        let Some(found) = self.get(key) else { return };
        match found.form() {
            Form::Integer(_) | Form::Decimal(_) => {}
            other => self.wrong_form(key, self.at(&found.span()), "a number of degrees", &other),
        }
    }

    /// An EDTF string or a TOML date.
    pub(super) fn date(&mut self, key: K) -> Option<At<Written>> {
        let found = self.get(key)?;
        let spot = self.at(&found.span());
        let written = match found.form() {
            Form::Text(text) => Written { words: text.to_owned(), toml: false },
            Form::Date(words) => Written { words, toml: true },
            other => {
                self.wrong_form(key, spot, "an EDTF date in quotes or a TOML date", &other);
                return None;
            }
        };
        Some(At { value: written, spot })
    }

    /// A string that is a word of a vocabulary.
    pub(super) fn one_of<V: Vocabulary>(&mut self, key: K) -> Option<V> {
        let text = self.text(key)?;
        let found = V::of_word(&text.value);
        if found.is_none() {
            let words = V::EVERY.iter().map(|it| it.word());
            let message = format!("`{}` of `{}` is `{}`", key.word(), self.name, text.value);
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

    pub(super) fn table(&mut self, key: K) -> Option<(Table<'t>, Spot)> {
        let found = self.get(key)?;
        let spot = self.at(&found.span());
        match found.form() {
            Form::Table(table) => Some((table, spot)),
            other => {
                self.wrong_form(key, spot, "a table", &other);
                None
            }
        }
    }

    /// The tables of a list of tables.
    pub(super) fn tables(&mut self, key: K) -> Vec<(Table<'t>, Spot)> {
        let Some(found) = self.get(key) else { return Vec::new() };
        let Some(items) = self.list(key, found, "a list of tables") else { return Vec::new() };
        let mut tables = Vec::with_capacity(items.len());
        for item in items.items() {
            let spot = self.at(&item.span());
            match item.form() {
                Form::Table(table) => tables.push((table, spot)),
                other => self.wrong_form(key, spot, "a table", &other),
            }
        }
        tables
    }

    /// The items of a list of strings or tables.
    pub(super) fn texts_or_tables(&mut self, key: K) -> Vec<(TextOrTable<'t>, Spot)> {
        let Some(found) = self.get(key) else { return Vec::new() };
        let Some(items) = self.list(key, found, "a list of strings or tables") else { return Vec::new() };
        let mut taken = Vec::with_capacity(items.len());
        for item in items.items() {
            let spot = self.at(&item.span());
            match item.form() {
                Form::Text(text) => taken.push((TextOrTable::Text(text.to_owned()), spot)),
                Form::Table(table) => taken.push((TextOrTable::Table(table), spot)),
                other => self.wrong_form(key, spot, "a string or a table", &other),
            }
        }
        taken
    }

    /// A table inside this one, to be taken by itself.
    pub(super) fn inner<L: TableKey>(
        &mut self,
        table: Table<'t>,
        name: impl Into<String>,
        spot: Spot,
    ) -> Entry<'t, '_, L> {
        Entry::new(table, name, spot, self.problems)
    }

    /// A value that has to be a list; what else it may be is a problem.
    fn list(&mut self, key: K, found: Value<'t>, expected: &str) -> Option<List<'t>> {
        let list = found.list();
        if list.is_none() {
            self.wrong_form(key, self.at(&found.span()), expected, &found.form());
        }
        list
    }

    fn wrong_form(&mut self, key: K, spot: Spot, expected: &str, found: &Form<'_>) {
        let message = format!("`{}` of `{}` is {}", key.word(), self.name, found.described());
        let problem = Problem::new(ProblemKind::MalformedEntry, spot, message);
        self.problems.push(problem.label(format!("expected {expected}")));
    }

    /// Reports the keys that the format does not have here, each with the nearest that it has; of very many, the first few.
    pub(super) fn finish(self) {
        if self.known.count_ones() as usize == self.table.len() {
            return;
        }
        let known = || K::EVERY.iter().map(|key| key.word());
        let mut unknown: Vec<(&str, Spot)> = Vec::new();
        for (key, value) in self.table.entries().filter(|(key, _)| K::of_word(key.name).is_none()) {
            // A key written as a table header has no span of its own worth showing; its value's will do.
            let span = if key.span.is_empty() { value.span() } else { key.span };
            unknown.push((key.name, Spot::new(self.spot.file, &span)));
        }
        unknown.sort_by_key(|(_, spot)| *spot);
        let left_out = unknown.split_off(unknown.len().min(MOST_UNKNOWN));
        for (name, spot) in unknown {
            let message = format!("unknown key `{name}` in `{}`", self.name);
            let problem = Problem::new(ProblemKind::UnknownKey, spot, message);
            self.problems.push(match nearest(name, known()) {
                Some(near) => problem.label(format!("did you mean `{near}`?")),
                None => {
                    let mut known: Vec<&str> = known().collect();
                    known.sort_unstable();
                    problem
                        .label("the format has no such key here")
                        .help(format!("known here: {}", known.join(", ")))
                }
            });
        }
        if let Some((_, first)) = left_out.first() {
            let keys = if left_out.len() == 1 { "key" } else { "keys" };
            let message = format!("{} more unknown {keys} in `{}`", left_out.len(), self.name);
            self.problems
                .push(Problem::new(ProblemKind::UnknownKey, *first, message).label("the first of them"));
        }
    }
}

/// The bit of a key.
fn bit(key: impl TableKey) -> u64 {
    1 << key.place()
}

#[cfg(test)]
mod tests {
    use crate::load::from_texts;
    use crate::model::problem::ProblemKind;

    #[test]
    fn twenty_unknown_keys_of_a_table_are_told_and_the_rest_counted() {
        for (keys, told, last) in [
            (20, 20, "unknown key `k19` in `source.a`"),
            (21, 21, "1 more unknown key in `source.a`"),
            (5_000, 21, "4980 more unknown keys in `source.a`"),
        ] {
            let keys: String = (0..keys).map(|key| format!("k{key} = 1\n")).collect();
            let text =
                format!("[source.a]\ntitle = \"A\"\npublisher = \"unknown\"\npublished = 2024-01-29\n{keys}");
            let dossier = from_texts(&[("sources/a.toml", &text)]);
            let found = dossier.problems.iter().filter(|it| it.kind == ProblemKind::UnknownKey);
            let found: Vec<&str> = found.map(|it| it.message.as_str()).collect();
            assert_eq!((found.len(), found.last().copied()), (told, Some(last)));
        }
    }
}
