//! Disk to [`Dossier`] and its problems: the only place that reads files.
//!
//! Two passes. The first reads and parses every file and gathers the ids that it defines. The second takes each
//! table key by key, with every name resolved and every value read, and reports all that is wrong.

mod allows;
mod assessments;
mod baseline;
mod claims;
mod entry;
mod files;
mod git;
mod key;
pub(crate) mod keys;
pub(crate) mod lock;
mod manifest;
mod names;
mod page;
mod questions;
pub(crate) mod schema;
#[cfg(test)]
mod schema_tests;
mod sources;
pub(crate) mod texts;

use std::path::Path;

use rayon::prelude::*;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Error, ErrorKind};
use crate::model::Dossier;
use crate::model::problem::{Problem, ProblemKind};
use crate::model::table::{Id, Table};
use crate::text::spot::{File, FileId, Files, Spot};
use crate::value::shape::kin::{Declared, Family, Kin};
use entry::{At, Entry};
use files::Part;
pub(crate) use files::{BASELINE, MANIFEST, root_above};
pub(crate) use git::at as at_revision;
use names::Known;

/// A file's tables, as far as they could be parsed.
struct Parsed<'t> {
    file: FileId,
    part: Part,
    root: DeTable<'t>,
    /// Whether the file is no TOML: its ids still count, so that other files find them; its claims do not.
    broken: bool,
}

/// All ids of the dossier, by kind.
struct Ids {
    sources: Known,
    agents: Known,
    places: Known,
    events: Known,
    questions: Known,
    groups: Known,
    claims: Known,
    /// The plain words of sets.
    words: Known,
}

/// Reads the dossier at `root`.
///
/// # Errors
/// A folder without a manifest, or a file that cannot be read. All else that is wrong is among its problems.
pub(crate) fn dossier(root: &Path) -> Result<Dossier, Error> {
    if !root.join(MANIFEST).is_file() {
        let message = format!("`{}` is no dossier: it has no `{MANIFEST}`", root.display());
        return Err(Error::new(ErrorKind::NoDossier, message)
            .at(root)
            .hint("start one there with `gainsay init DIR`"));
    }
    let mut problems = Vec::new();
    let (files, parts) = files::read(root, &mut problems)?;
    let mut dossier = take(&files, &parts, problems);
    dossier.files = files;
    Ok(dossier)
}

/// The manifest of the dossier at `root` alone: its title, rule levels and quantifiers.
///
/// # Errors
/// A folder without a manifest, or one that cannot be read.
pub(crate) fn manifest(root: &Path) -> Result<Dossier, Error> {
    let file = crate::text::spot::File { path: MANIFEST.to_owned(), text: text_file(&root.join(MANIFEST))? };
    Ok(take(&Files(vec![file]), &[Part::Manifest], Vec::new()))
}

/// A dossier of texts that are at hand, each with its path below the root; what is no part of a dossier is passed over.
pub(crate) fn from_texts(files: &[(&str, &str)]) -> Dossier {
    let mut known: Vec<(Part, &str, &str)> =
        files.iter().filter_map(|(path, text)| Some((Part::of(path)?, *path, *text))).collect();
    // As on disk: the manifest, then the others in the order of their paths.
    known.sort_by_key(|(part, path, _)| (*part != Part::Manifest, *part != Part::Baseline, *path));
    let parts: Vec<Part> = known.iter().map(|(part, ..)| *part).collect();
    let texts =
        known.iter().map(|(_, path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() });
    let files = Files(texts.collect());
    let mut dossier = take(&files, &parts, Vec::new());
    dossier.files = files;
    dossier
}

/// Takes files that were read; see [`dossier`].
fn take(files: &Files, parts: &[Part], mut problems: Vec<Problem>) -> Dossier {
    let numbered: Vec<usize> = (0..files.0.len()).filter(|index| parts[*index] != Part::Lock).collect();
    let parsed: Vec<(Parsed, Vec<Problem>)> = numbered
        .par_iter()
        .map(|index| parse(FileId(*index as u32), parts[*index], &files.0[*index].text))
        .collect();
    let not_utf8: Vec<FileId> = problems.iter().map(|problem| problem.spot.file).collect();
    let mut parsed_files = Vec::with_capacity(parsed.len());
    for (mut file, found) in parsed {
        file.broken |= not_utf8.contains(&file.file);
        parsed_files.push(file);
        problems.extend(found);
    }
    let ids = gather(&parsed_files, &mut problems);
    let mut dossier = Dossier::default();
    if let Some(file) = parts.iter().position(|part| *part == Part::Lock) {
        dossier.lock = lock::read(FileId(file as u32), &files.0[file].text, &mut problems);
    }
    let manifest = parsed_files.iter().find(|file| file.part == Part::Manifest);
    if let Some(file) = manifest {
        manifest::take(file, &mut dossier, &mut problems);
    }
    if let Some(file) = parsed_files.iter().find(|file| file.part == Part::Baseline) {
        dossier.baseline = Some(baseline::take(file, &mut problems));
    }
    dossier.allows = allows::take(files);

    let mut kept = Vec::new();
    sources::take(&parsed_files, &ids, &mut dossier, &mut kept);
    questions::take(&parsed_files, &ids, &mut dossier, &mut kept);
    dossier.words = ids.words.in_order().to_vec();
    dossier.kin = kinship(&dossier);
    claims::take(&parsed_files, &ids, &mut dossier, &mut kept);
    // What a broken file seems to lack may only be lost in it.
    let broken: Vec<FileId> = parsed_files.iter().filter(|file| file.broken).map(|file| file.file).collect();
    problems.extend(kept.into_iter().filter(|problem| !broken.contains(&problem.spot.file)));
    problems.sort_by(|a, b| (a.spot, a.kind, &a.message).cmp(&(b.spot, b.kind, &b.message)));
    dossier.problems = problems;
    dossier
}

fn parse(file: FileId, part: Part, text: &str) -> (Parsed<'_>, Vec<Problem>) {
    // A byte order mark is allowed at the start of a file, and the parser does not count it.
    let (root, errors) = DeTable::parse_recoverable(text);
    let problems: Vec<Problem> = errors
        .into_iter()
        .map(|error| {
            let span = error.span().unwrap_or(0..0);
            let end = span.end.min(text.len());
            let message = error.message().lines().collect::<Vec<_>>().join(", ");
            Problem::new(
                ProblemKind::MalformedFile,
                Spot::new(file, &(span.start.min(end)..end)),
                "the file is not TOML",
            )
            .label(message)
        })
        .collect();
    let mut problems = problems;
    unreadable_numbers(file, text, root.get_ref(), &mut problems);
    let broken = !problems.is_empty();
    (Parsed { file, part, root: root.into_inner(), broken }, problems)
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
        let spot = Spot::new(file, &value.span());
        let written = text.get(value.span()).unwrap_or_default();
        let problem = Problem::new(ProblemKind::MalformedFile, spot, "the file is not TOML");
        problems.push(problem.label(format!("`{written}` is no number")));
    }
}

/// Gathers every id; ids that are defined twice or are no slugs are problems.
fn gather(parsed: &[Parsed], problems: &mut Vec<Problem>) -> Ids {
    let mut found: [Vec<At<String>>; 8] = Default::default();
    let [sources, agents, places, events, questions, groups, claims, words] = &mut found;
    for file in parsed {
        let spot_of = |range: std::ops::Range<usize>| Spot::new(file.file, &range);
        let mut take = |kind, into: &mut Vec<At<String>>| {
            into.extend(names::named(&file.root, kind, &spot_of, problems).into_iter().map(|(id, _)| id));
        };
        match file.part {
            Part::Manifest | Part::Baseline | Part::Lock => {}
            Part::Sources => {
                take("source", sources);
                take("agent", agents);
                take("place", places);
            }
            Part::Claims => {
                take("group", groups);
                for (id, table) in names::named(&file.root, "event", &spot_of, problems) {
                    for (name, _) in names::named(table, "question", &spot_of, problems) {
                        questions.push(At { value: format!("{}/{}", id.value, name.value), spot: name.spot });
                    }
                    // An event may be spread over files; where it has more than questions, it is defined.
                    if table.iter().any(|(key, _)| key.get_ref() != "question") {
                        events.push(id);
                    }
                }
                claims.extend(claims::full_names(file));
                words.extend(claims::set_words(file));
            }
        }
    }
    let [sources, agents, places, events, questions, groups, claims, mut words] = found;
    words.sort_by(|a, b| a.value.cmp(&b.value));
    words.dedup_by(|a, b| a.value == b.value);
    Ids {
        sources: Known::new("a source", sources, problems),
        agents: Known::new("an agent", agents, problems),
        places: Known::new("a place", places, problems),
        events: Known::new("an event", events, problems),
        questions: Known::new("a question", questions, problems),
        groups: Known::new("a group", groups, problems),
        claims: Known::new("a claim", claims, problems),
        words: Known::new("a word", words, problems),
    }
}

/// The order of all names: agents by what they are part of, places by what they lie within, words by themselves.
fn kinship(dossier: &Dossier) -> Kin {
    let agents = dossier.agents.iter().map(|(_, agent)| Declared {
        family: Family::Agent,
        parents: agent.part_of.iter().map(|id| dossier.agent_node(*id)).collect(),
        border_of: Vec::new(),
    });
    let places = dossier.places.iter().map(|(_, place)| Declared {
        family: Family::Place(place.kind),
        parents: place.within.iter().map(|id| dossier.place_node(*id)).collect(),
        border_of: place.border_of.iter().map(|id| dossier.place_node(*id)).collect(),
    });
    let word = || Declared { family: Family::Word, parents: Vec::new(), border_of: Vec::new() };
    let words = dossier.words.iter().map(|_| word());
    let declared: Vec<Declared> = agents.chain(places).chain(words).collect();
    Kin::new(&declared)
}

/// A table of rows that were taken in the order of their names; a name whose row could not be taken is left out.
fn table<I: Id, T>(rows: Vec<(String, T)>) -> Table<I, T> {
    Table::new(rows)
}

/// Problems of what contains itself: `parents` gives the numbers that a number is part of.
fn rings(count: usize, parents: &dyn Fn(usize) -> Vec<usize>) -> Vec<usize> {
    // A node lies on a ring when it is reached from one of its own parents.
    (0..count)
        .filter(|start| {
            let mut open = parents(*start);
            let mut seen = vec![];
            while let Some(node) = open.pop() {
                if node == *start {
                    return true;
                }
                if !seen.contains(&node) {
                    seen.push(node);
                    open.extend(parents(node));
                }
            }
            false
        })
        .collect()
}

/// The value of a top-level key that is a list of tables, such as `[[claim]]`.
fn list_of_tables<'t>(root: &'t DeTable<'t>, key: &str) -> &'t [Spanned<DeValue<'t>>] {
    match root.get(key).map(Spanned::get_ref) {
        Some(DeValue::Array(items)) => items,
        _ => &[],
    }
}

/// Reports the top-level keys of a file that its part of the dossier does not have.
fn top_level<'t>(file: &'t Parsed<'t>, known: &[&'static str], problems: &mut Vec<Problem>) {
    let spot = Spot::new(file.file, &(0..0));
    let mut entry = Entry::new(&file.root, "the file", spot, problems);
    for key in known {
        entry.get(key);
    }
    entry.finish();
}

/// A text file's text, as it stands.
///
/// # Errors
/// A file that cannot be read, or is not UTF-8.
pub(crate) fn text_file(path: &Path) -> Result<String, Error> {
    let bytes = std::fs::read(path).map_err(|why| Error::io("read", path, why))?;
    String::from_utf8(bytes).map_err(|why| {
        let at = why.utf8_error().valid_up_to();
        Error::new(ErrorKind::NoText, format!("`{}` is not UTF-8 (byte {at})", path.display())).at(path)
    })
}
