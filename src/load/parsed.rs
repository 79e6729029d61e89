//! A file's tables, as far as they could be parsed.

use std::borrow::Cow;
use std::ops::Range;

use rayon::prelude::*;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_spanner::Arena;

use super::files::Part;
use super::key::TableKey;
use super::store::Texts;
use super::tree::{List, Root, Table, Value};
use crate::model::problem::{Problem, ProblemKind};
use crate::text::{FileId, Files, Spot};

/// Files of so many bytes together are a small dossier, whose trees are kept until all is taken out of them.
const SMALL: usize = 1 << 20;

/// So many errors of one file are told one by one; the rest are counted.
const MOST_ERRORS: usize = 20;

/// A file that is read more than once: for its ids, then for what they name. Parsing costs a small part of what reading
/// does, and a tree several times what it was made of, so that each is made anew and dropped, but in a small dossier.
pub(super) struct Document<'t> {
    pub(super) file: FileId,
    pub(super) part: Part,
    texts: Texts<'t>,
    /// Its tree, where it is kept.
    kept: Option<Parsed<'t>>,
    /// As [`Parsed::broken`].
    pub(super) broken: bool,
    /// Whether events, questions or groups are defined in it.
    pub(super) asks: bool,
}

/// A file's tables, as far as they could be parsed.
pub(super) struct Parsed<'t> {
    pub(super) file: FileId,
    root: Root<'t>,
    /// Whether the file is no TOML: its ids still count, so that other files find them; its claims do not.
    pub(super) broken: bool,
}

/// Where the trees of a small dossier are kept, one for each file; those of another are not.
pub(super) fn arenas(files: &Files) -> Vec<Option<Arena>> {
    let is_small = files.0.iter().map(|file| file.text.len()).sum::<usize>() <= SMALL;
    files.0.iter().map(|_| is_small.then(Arena::new)).collect()
}

impl<'t> Document<'t> {
    /// A file that is read for the first time: what `take` makes of its tables and its text, and all that is wrong with its TOML. Its
    /// tree is kept in the arena, where there is one and the text is held.
    pub(super) fn first<T>(
        (file, part, texts): (FileId, Part, Texts<'t>),
        arena: Option<&'t Arena>,
        take: impl FnOnce(&Parsed<'_>, &str) -> T,
    ) -> (Self, T, Vec<Problem>) {
        let document = |broken, kept| Document { file, part, texts, kept, broken, asks: false };
        match (texts.of(file), arena) {
            (Cow::Borrowed(text), Some(arena)) => {
                let (parsed, problems) = parse(file, text, arena);
                let taken = take(&parsed, text);
                (document(parsed.broken, Some(parsed)), taken, problems)
            }
            (text, _) => {
                let take = |parsed: &Parsed<'_>| (parsed.broken, take(parsed, &text));
                let ((broken, taken), problems) = once((file, &text), take);
                (document(broken, None), taken, problems)
            }
        }
    }

    /// Its claims do not count.
    pub(super) fn breaks(&mut self) {
        self.broken = true;
        self.kept.iter_mut().for_each(|parsed| parsed.broken = true);
    }

    /// What `take` makes of its tables.
    pub(super) fn read<T>(&self, take: impl FnOnce(&Parsed<'_>) -> T) -> T {
        if let Some(parsed) = &self.kept {
            return take(parsed);
        }
        let (text, arena) = (self.texts.of(self.file), Arena::new());
        let (mut parsed, _) = parse(self.file, &text, &arena);
        parsed.broken = self.broken;
        take(&parsed)
    }
}

/// What `take` makes of the tables of a file that is read once, and all that is wrong with its TOML.
pub(super) fn once<T>(
    (file, text): (FileId, &str),
    take: impl FnOnce(&Parsed<'_>) -> T,
) -> (T, Vec<Problem>) {
    let arena = Arena::new();
    let (parsed, problems) = parse(file, text, &arena);
    (take(&parsed), problems)
}

/// What `take` makes of each file of a part, side by side, in the order of the files; what it finds wrong joins `problems`.
pub(super) fn each<T: Send>(
    documents: &[Document<'_>],
    part: Part,
    problems: &mut Vec<Problem>,
    take: impl Fn(&Parsed<'_>, &mut Vec<Problem>) -> T + Sync,
) -> Vec<T> {
    each_of(documents.iter().filter(|document| document.part == part), problems, take)
}

/// As [`each`], of some files.
pub(super) fn each_of<'d, T: Send>(
    documents: impl Iterator<Item = &'d Document<'d>>,
    problems: &mut Vec<Problem>,
    take: impl Fn(&Parsed<'_>, &mut Vec<Problem>) -> T + Sync,
) -> Vec<T> {
    let documents: Vec<&Document> = documents.collect();
    let taken: Vec<(T, Vec<Problem>)> = documents
        .par_iter()
        .map(|document| {
            let mut problems = Vec::new();
            (document.read(|file| take(file, &mut problems)), problems)
        })
        .collect();
    let mut all = Vec::with_capacity(taken.len());
    for (taken, found) in taken {
        problems.extend(found);
        all.push(taken);
    }
    all
}

impl<'t> Parsed<'t> {
    /// Where the file begins.
    pub(super) fn start(&self) -> Spot {
        Spot::new(self.file, &(0..0))
    }

    pub(super) fn root(&'t self) -> Table<'t> {
        self.root.table()
    }

    /// The tables of a top-level key that is a list of tables, such as `[[claim]]`; what else is in the list is left out.
    pub(super) fn list(&'t self, key: impl TableKey) -> impl Iterator<Item = (Table<'t>, Spot)> {
        let items = self.root().get(key.word()).and_then(Value::list).into_iter().flat_map(List::items);
        items.filter_map(|item| Some((item.table()?, Spot::new(self.file, &item.span()))))
    }
}

/// Parses a file's text as far as it goes, with all that is wrong with it.
fn parse<'t>(file: FileId, text: &'t str, arena: &'t Arena) -> (Parsed<'t>, Vec<Problem>) {
    if let Some(root) = Root::quick(text, arena) {
        return (Parsed { file, root, broken: false }, Vec::new());
    }
    let (root, problems) = parse_carefully(file, text);
    let broken = !problems.is_empty();
    (Parsed { file, root: Root::Careful(root), broken }, problems)
}

/// What can be saved of a text that is no TOML, with all that is wrong with it.
fn parse_carefully(file: FileId, text: &str) -> (DeTable<'_>, Vec<Problem>) {
    // A byte order mark is allowed at the start of a file, and the parser does not count it.
    let (root, mut errors) = DeTable::parse_recoverable(text);
    let left_out = errors.split_off(errors.len().min(MOST_ERRORS));
    let place = |span: Option<Range<usize>>| {
        let span = span.unwrap_or(0..0);
        let end = span.end.min(text.len());
        Spot::new(file, &(span.start.min(end)..end))
    };
    let mut problems: Vec<Problem> = errors
        .into_iter()
        .map(|error| {
            let message = error.message().lines().collect::<Vec<_>>().join(", ");
            not_toml(place(error.span())).label(message)
        })
        .collect();
    if let Some(first) = left_out.first() {
        problems.push(more_errors(place(first.span()), left_out.len()));
    }
    let mut numbers = Vec::new();
    unreadable_numbers(file, text, root.get_ref(), &mut numbers);
    let left_out = numbers.split_off(numbers.len().min(MOST_ERRORS));
    problems.append(&mut numbers);
    if let Some(first) = left_out.first() {
        problems.push(more_errors(first.spot, left_out.len()));
    }
    (root.into_inner(), problems)
}

/// Numbers that the parser takes as they are written and that are none: `0x`, digits of other scripts.
fn unreadable_numbers(file: FileId, text: &str, table: &DeTable<'_>, problems: &mut Vec<Problem>) {
    table.iter().for_each(|(_, value)| unreadable_number(file, text, value, problems));
}

fn unreadable_number(file: FileId, text: &str, value: &Spanned<DeValue<'_>>, problems: &mut Vec<Problem>) {
    let read = match value.get_ref() {
        DeValue::Integer(number) => {
            let digits = number.as_str().trim_start_matches(['+', '-']);
            !digits.is_empty() && digits.chars().all(|c| c.is_digit(number.radix()) || c == '_')
        }
        DeValue::Float(number) => number.as_str().replace('_', "").parse::<f64>().is_ok(),
        DeValue::Table(table) => return unreadable_numbers(file, text, table, problems),
        DeValue::Array(items) => {
            return items.iter().for_each(|item| unreadable_number(file, text, item, problems));
        }
        _ => true,
    };
    if !read {
        let written = text.get(value.span()).unwrap_or_default();
        let problem = not_toml(Spot::new(file, &value.span()));
        problems.push(problem.label(format!("`{written}` is no number")));
    }
}

/// What is said of the errors behind those that are told one by one; `spot` is that of the first.
fn more_errors(spot: Spot, count: usize) -> Problem {
    let errors = if count == 1 { "error" } else { "errors" };
    let message = format!("the file is not TOML: {count} more {errors} in this file");
    Problem::new(ProblemKind::MalformedFile, spot, message).label("the first of them")
}

fn not_toml(spot: Spot) -> Problem {
    Problem::new(ProblemKind::MalformedFile, spot, "the file is not TOML")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::File;

    /// What is said of a file of so many lines, each of which is one error.
    fn told(line: &str, lines: usize) -> (usize, Option<String>) {
        let text = line.repeat(lines);
        let arena = Arena::new();
        let (_, problems) = parse(FileId(0), &text, &arena);
        let last = problems.iter().map(|it| it.message.clone()).find(|it| it.contains("more"));
        (problems.len(), last)
    }

    #[test]
    fn a_tree_that_is_kept_is_read_as_one_that_is_made_anew() {
        for text in ["a = 1\n[[claim]]\nid = \"b\"\n", "a = 1\nb b\n[[claim]]\n", "\u{feff}c = 0x1\n", ""] {
            let files = Files(vec![File { path: "claims/a.toml".to_owned(), text: text.to_owned() }]);
            let texts = Texts { files: &files, store: None };
            let arenas = arenas(&files);
            let seen = |arena| {
                let told = |parsed: &Parsed<'_>| {
                    let entries =
                        parsed.root().entries().map(|(key, value)| (key.name.to_owned(), value.span()));
                    (entries.collect::<Vec<_>>(), parsed.broken)
                };
                let (mut document, first, problems) =
                    Document::first((FileId(0), Part::Claims, texts), arena, |parsed, _| told(parsed));
                let again = document.read(told);
                document.breaks();
                (first, again, document.read(told), document.broken, format!("{problems:?}"))
            };
            assert_eq!(seen(arenas[0].as_ref()), seen(None), "{text}");
        }
    }

    #[test]
    fn the_trees_of_a_large_dossier_are_not_kept() {
        let file = |length| File { path: String::new(), text: "#".repeat(length) };
        let kept = |lengths: &[usize]| {
            let files = Files(lengths.iter().map(|length| file(*length)).collect());
            arenas(&files).iter().flatten().count()
        };
        assert_eq!(kept(&[SMALL - 1, 1]), 2);
        assert_eq!(kept(&[SMALL - 1, 2]), 0);
    }

    #[test]
    fn twenty_errors_are_told_and_the_rest_counted() {
        let more = |words: &str| Some(format!("the file is not TOML: {words} in this file"));
        assert_eq!(told("a b\n", 20).1, None);
        assert!(told("a b\n", 2_000).0 <= 21);
        let numbers = |count: usize| {
            let keys: String = (0..count).map(|key| format!("k{key} = \u{663}\n")).collect();
            told(&keys, 1)
        };
        assert_eq!(numbers(20), (20, None));
        assert_eq!(numbers(21), (21, more("1 more error")));
        assert_eq!(numbers(300), (21, more("280 more errors")));
    }
}
