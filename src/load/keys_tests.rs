//! That the loader reads every key of the list in the form that the list gives it, and knows no other.

use super::key::{FormatKey, FormatTable, KeyForm, Need, Referent, TableKey};
use super::keys::{BaselineKey, ClaimsFileKey, ManifestKey, SourcesFileKey};
use super::open::from_texts;
use crate::model::Dossier;
use crate::model::problem::{Problem, ProblemKind};
use crate::text::{FileId, Spot};

/// The files of a dossier, each with the table at its top.
const FILES: [(&str, &FormatTable); 4] = [
    ("gainsay.toml", ManifestKey::TABLE),
    ("sources/tried.toml", SourcesFileKey::TABLE),
    ("claims/tried.toml", ClaimsFileKey::TABLE),
    ("gainsay-baseline.toml", BaselineKey::TABLE),
];

/// One of everything that can be referred to.
const DEFINED: [(&str, &str); 2] = [
    (
        "sources/defined.toml",
        r#"
        source.a-source = { title = "A source", publisher = "unknown", published = "unknown" }
        agent.an-agent = { name = "An agent" }
        place.a-place = { name = "A place", kind = "site" }
        "#,
    ),
    (
        "claims/defined.toml",
        r#"
        event.an-event = { title = "An event", question.asked = { ask = "How many?", type = "count" } }
        group.a-group = { name = "A group" }
        claim = [{ id = "told", source = "a-source", question = "an-event/asked", value = 3 }]
        "#,
    ),
];

/// A text that is a text under every key, also where a hash is asked for.
const TEXT: &str = "\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"";

/// The way from the top of a file to a key.
type Way = Vec<&'static FormatKey>;

/// Every way to a key, with the file that it leads through.
fn ways() -> Vec<(&'static str, Way)> {
    fn below(table: &'static FormatTable, way: &Way, found: &mut Vec<Way>) {
        for key in table.keys {
            let way: Way = way.iter().copied().chain([key]).collect();
            if let Some(inner) = inner(key) {
                below(inner, &way, found);
            }
            found.push(way);
        }
    }
    let mut all = Vec::new();
    for (path, table) in FILES {
        let mut found = Vec::new();
        below(table, &Way::new(), &mut found);
        all.extend(found.into_iter().map(|way| (path, way)));
    }
    all
}

fn inner(key: &FormatKey) -> Option<&'static FormatTable> {
    match key.form {
        KeyForm::Table(of) | KeyForm::Tables(of) | KeyForm::TextsOrTables(of) | KeyForm::ById(of) => Some(of),
        _ => None,
    }
}

/// A table with what it requires or may require, and `value` at the end of the way; an empty one leaves the key out.
fn table(of: &FormatTable, way: &[&FormatKey], value: &str) -> Vec<String> {
    let required = of.keys.iter().filter(|key| key.need != Need::Never && key.name != way[0].name);
    let mut lines: Vec<String> =
        required.map(|key| format!("{} = {}", key.name, samples(key).remove(0))).collect();
    let value = match (way, inner(way[0])) {
        ([key, rest @ ..], Some(of)) if !rest.is_empty() => wrapped(key, &table(of, rest, value)),
        _ => value.to_owned(),
    };
    if !value.is_empty() {
        lines.push(format!("{} = {value}", way[0].name));
    }
    lines
}

/// A table where the key has it: in a list, under an id, or as it is.
fn wrapped(key: &FormatKey, lines: &[String]) -> String {
    let table = format!("{{ {} }}", lines.join(", "));
    match key.form {
        KeyForm::Tables(_) | KeyForm::TextsOrTables(_) => format!("[{table}]"),
        KeyForm::ById(_) => format!("{{ tried = {table} }}"),
        _ => table,
    }
}

/// Values in the form of the key.
fn samples(key: &FormatKey) -> Vec<String> {
    let list =
        |words: &[&str]| format!("[{}]", words.iter().map(|it| quoted(it)).collect::<Vec<_>>().join(", "));
    match key.form {
        KeyForm::Text => vec![TEXT.to_owned()],
        KeyForm::Texts => vec![format!("[{TEXT}, {TEXT}]"), "[]".to_owned()],
        KeyForm::Slug => vec![quoted("an-id-1")],
        KeyForm::Zone => vec![quoted("America/New_York"), quoted("UTC")],
        KeyForm::Tag => vec![quoted("ar"), quoted("zh-Hant-TW")],
        KeyForm::Id(of) => vec![quoted(defined(of))],
        KeyForm::Ids(of) => vec![list(&[defined(of)])],
        KeyForm::IdOrIds(of) => vec![quoted(defined(of)), list(&[defined(of)])],
        KeyForm::Partitions(of) => vec![list(&[defined(of)]), format!("[{}]", list(&[defined(of)]))],
        KeyForm::Date => vec![quoted("2024-01"), "2024-01-28".to_owned()],
        KeyForm::Whole(least, most) => vec![least.to_string(), most.to_string()],
        KeyForm::Degrees => vec!["31".to_owned(), "-31.5".to_owned()],
        KeyForm::Flag => vec!["true".to_owned(), "false".to_owned()],
        KeyForm::Word(words) => words.iter().map(|word| quoted(word)).collect(),
        KeyForm::WordOrUnknown(words) => words.iter().chain(&["unknown"]).map(|word| quoted(word)).collect(),
        KeyForm::Words(words) => vec![list(words)],
        KeyForm::Value => vec!["3".to_owned(), quoted("over 150"), "{ min = 24, max = 99 }".to_owned()],
        KeyForm::Bounds => vec!["[10, \"inf\"]".to_owned(), "[10, 99]".to_owned()],
        KeyForm::Levels(words) => words.iter().map(|word| format!("{{ tension = {word:?} }}")).collect(),
        KeyForm::Table(of) | KeyForm::Tables(of) | KeyForm::TextsOrTables(of) | KeyForm::ById(of) => {
            let required = of.keys.iter().filter(|key| key.need == Need::Always);
            let lines: Vec<String> =
                required.map(|key| format!("{} = {}", key.name, samples(key).remove(0))).collect();
            let table = wrapped(key, &lines);
            match key.form {
                KeyForm::TextsOrTables(_) => vec![table, format!("[{TEXT}]")],
                _ => vec![table],
            }
        }
    }
}

/// Values that have not the form of the key.
fn wrong(key: &FormatKey) -> Vec<String> {
    let values: &[&str] = match key.form {
        KeyForm::Text => &["3", "[\"a\"]"],
        KeyForm::Texts => &["\"a\"", "[3]"],
        KeyForm::Slug => &["3", "\"An id\""],
        KeyForm::Zone => &["3", "\"America/NewYork\"", "\"+05:00\""],
        KeyForm::Tag => &["3", "\"\"", "\"in Arabic\"", "\"ar_SY\""],
        KeyForm::Id(_) => &["3", "[]", "\"nobody\""],
        KeyForm::Ids(_) => &["3", "[3]", "[\"nobody\"]", "\"nobody\""],
        KeyForm::IdOrIds(_) => &["3", "[3]", "[\"nobody\"]", "\"nobody\""],
        KeyForm::Partitions(_) => &["3", "[3]", "[\"nobody\"]", "[[\"nobody\"]]", "[[3]]"],
        KeyForm::Date => &["3", "\"soon\""],
        KeyForm::Whole(least, most) => {
            return vec![(least - 1).to_string(), (most + 1).to_string(), quoted("one")];
        }
        KeyForm::Degrees => &["\"31 N\"", "true"],
        KeyForm::Flag => &["\"yes\"", "1"],
        KeyForm::Word(_) | KeyForm::WordOrUnknown(_) => &["3", "\"no word of ours\""],
        KeyForm::Words(_) => &["3", "[\"no word of ours\"]"],
        KeyForm::Value => &["{}", "\"green\""],
        KeyForm::Bounds => &["3", "[1, 2, 3]", "[2, 1]"],
        KeyForm::Levels(_) => &["3", "{ tension = \"error\" }"],
        KeyForm::Table(_) => &["3", "[]"],
        KeyForm::Tables(_) | KeyForm::TextsOrTables(_) => &["3", "[3]"],
        KeyForm::ById(_) => &["3", "{ tried = 3 }"],
    };
    values.iter().map(|value| (*value).to_owned()).collect()
}

fn defined(of: Referent) -> &'static str {
    match of {
        Referent::Source => "a-source",
        Referent::Agent => "an-agent",
        Referent::Place => "a-place",
        Referent::Event => "an-event",
        Referent::Question => "an-event/asked",
        Referent::Group => "a-group",
        Referent::Claim => "a-source#told",
    }
}

fn quoted(text: &str) -> String {
    format!("{text:?}")
}

/// The dossier with a file that has the value at the end of the way, that file's text, and where the value stands.
fn tried(path: &str, way: &Way, value: &str) -> (Dossier, String, Spot) {
    let of = FILES.iter().find(|(file, _)| *file == path).map(|(_, table)| *table).unwrap();
    let mark = if value.is_empty() { "" } else { "@@" };
    let text = table(of, way, mark).join("\n");
    let at = text.find("@@").unwrap_or_default();
    let text = text.replace("@@", value);
    let manifest = ("gainsay.toml", "[dossier]\ntitle = \"A dossier\"\n");
    let others = DEFINED.into_iter().chain([manifest]).filter(|(other, _)| *other != path);
    let files: Vec<(&str, &str)> = others.chain([(path, text.as_str())]).collect();
    let dossier = from_texts(&files);
    let file = dossier.files.0.iter().position(|file| file.path == path).unwrap();
    (dossier, text, Spot::new(FileId(file as u32), &(at..at + value.len())))
}

fn is_within(problem: &Problem, spot: Spot) -> bool {
    let at = problem.spot;
    at.file == spot.file && at.start >= spot.start && at.end <= spot.end
}

#[test]
fn every_key_is_taken_in_its_form() {
    for (path, way) in ways() {
        let key = way[way.len() - 1];
        for value in samples(key) {
            let (dossier, text, spot) = tried(path, &way, &value);
            let against = dossier.problems.iter().filter(|problem| {
                // What a table lacks is told within it, and is nothing against its key.
                let of_value = inner(key).is_none() && is_within(problem, spot);
                of_value || problem.kind == ProblemKind::UnknownKey
            });
            let against: Vec<&String> = against.map(|problem| &problem.message).collect();
            assert!(against.is_empty(), "{path}: {against:?}\n{text}");
        }
    }
}

#[test]
fn what_has_not_the_form_of_its_key_is_told() {
    for (path, way) in ways() {
        for value in wrong(way[way.len() - 1]) {
            let (dossier, text, spot) = tried(path, &way, &value);
            assert!(dossier.problems.iter().any(|problem| is_within(problem, spot)), "{path}:\n{text}");
        }
    }
}

#[test]
fn what_is_required_is_missed() {
    for (path, way) in ways() {
        let key = way[way.len() - 1];
        let (dossier, text, _) = tried(path, &way, "");
        let label = format!("`{}` is missing here", key.name);
        // A source without a publisher or a date is taken, and a rule tells of it.
        let mut unknown = dossier.sources.iter().flat_map(|(_, source)| &source.unknown);
        let is_of_file = |spot: Spot| dossier.files.get(spot.file).path == path;
        let is_missed = dossier.problems.iter().any(|it| it.label == label && is_of_file(it.spot))
            || unknown.any(|(unsaid, spot)| unsaid.name() == key.name && is_of_file(*spot));
        let expected = match key.need {
            Need::Always => true,
            Need::Never => false,
            // Of these the title of an event is missed where the event has anything but questions.
            Need::When(_) => continue,
        };
        assert_eq!(is_missed, expected, "{path}:\n{text}");
    }
}

#[test]
fn a_key_that_is_not_of_the_list_is_told_with_those_that_are() {
    static STRAY: FormatKey = FormatKey::new("qqqq", KeyForm::Text, "");
    let tables = ways().into_iter().filter_map(|(path, way)| Some((path, inner(way[way.len() - 1])?, way)));
    let files = FILES.into_iter().map(|(path, table)| (path, table, Way::new()));
    for (path, table, way) in tables.chain(files) {
        let way: Way = way.into_iter().chain([&STRAY]).collect();
        let (dossier, text, _) = tried(path, &way, "3");
        let mut known: Vec<&str> = table.keys.iter().map(|key| key.name).collect();
        known.sort_unstable();
        let help = format!("known here: {}", known.join(", "));
        let found = dossier.problems.iter().find(|problem| problem.kind == ProblemKind::UnknownKey);
        assert_eq!(found.and_then(|problem| problem.help.as_deref()), Some(help.as_str()), "{path}:\n{text}");
    }
}
