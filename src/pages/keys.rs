//! The page of the format's keys, and that docs/format.md shows each of them.

use std::path::Path;

use crate::load::keys::{
    BaselineKey, ClaimsFileKey, FormatKey, FormatTable, KeyForm, KnownKey, ManifestKey, Need, Referent,
    SourcesFileKey, TableKey,
};

/// The tops of the files that people write or have written for them.
const FILES: [&FormatTable; 4] =
    [ManifestKey::TABLE, SourcesFileKey::TABLE, ClaimsFileKey::TABLE, BaselineKey::TABLE];

/// docs/keys.md.
pub(super) fn page() -> String {
    let mut page = String::from(
        "<!-- written from src/load/keys.rs by a test: see docs/contributing.md -->\n\n\
         # The keys of the format\n\n\
         Every key that the files of a dossier may have; [format.md](format.md) shows them in use. A key that is not here is a\n\
         finding. An id of a question is its full name `EVENT/QUESTION`, that of a claim `SOURCE#ID`. Dates are EDTF strings or TOML\n\
         dates.\n",
    );
    for table in tables() {
        let names: Vec<String> = table.header.split(", ").map(|header| format!("`{header}`")).collect();
        page.push_str(&format!("\n## {}\n\n{}.\n\n", names.join(", "), capitalised(table.about)));
        page.push_str("| key | form | required | what it is |\n|---|---|---|---|\n");
        for key in table.keys {
            let required = match key.need {
                Need::Never => "",
                Need::Always => "always",
                Need::When(when) => when,
            };
            page.push_str(&format!("| `{}` | {} | {required} | {} |\n", key.name, form(key), key.about));
        }
        let words: Vec<String> =
            table.keys.iter().filter(|key| key.words).map(|key| format!("`{}`", key.name)).collect();
        if !words.is_empty() {
            let withheld = "Left out of every report where the source's `access` is `restricted`";
            page.push_str(&format!("\n{withheld}: {}.\n", words.join(", ")));
        }
    }
    page
}

/// Every table once, each before those within it.
fn tables() -> Vec<&'static FormatTable> {
    fn add(table: &'static FormatTable, found: &mut Vec<&'static FormatTable>) {
        if found.iter().any(|known| known.header == table.header) {
            return;
        }
        found.push(table);
        table.keys.iter().filter_map(inner).for_each(|inner| add(inner, found));
    }
    let mut found = Vec::new();
    FILES.into_iter().for_each(|file| add(file, &mut found));
    found
}

fn inner(key: &FormatKey) -> Option<&'static FormatTable> {
    match key.form {
        KeyForm::Table(of) | KeyForm::Tables(of) | KeyForm::TextsOrTables(of) | KeyForm::ById(of) => Some(of),
        _ => None,
    }
}

fn form(key: &FormatKey) -> String {
    let words = |words: &[&str]| words.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(" ");
    let one = |of: Referent| match of {
        Referent::Agent | Referent::Event => format!("id of an {of}"),
        _ => format!("id of a {of}"),
    };
    match key.form {
        KeyForm::Text => "text".to_owned(),
        KeyForm::Texts => "list of texts".to_owned(),
        KeyForm::Slug => "id".to_owned(),
        KeyForm::Zone => "time zone".to_owned(),
        KeyForm::Tag => "language tag".to_owned(),
        KeyForm::Id(of) => one(of),
        KeyForm::Ids(of) => format!("list of ids of {of}s"),
        KeyForm::IdOrIds(of) => format!("{}, or a list of them", one(of)),
        KeyForm::Partitions(of) => format!("list of ids of {of}s, or a list of such lists"),
        KeyForm::Date => "date".to_owned(),
        KeyForm::Whole(least, most) => format!("integer, {least} to {most}"),
        KeyForm::Degrees => "number".to_owned(),
        KeyForm::Flag => words(&["true", "false"]),
        KeyForm::Word(list) => words(list),
        KeyForm::WordOrUnknown(list) => format!("{} `unknown`", words(list)),
        KeyForm::Words(list) => format!("list of {}", words(list)),
        KeyForm::Value => "[by the question's type](format.md#values-by-type)".to_owned(),
        KeyForm::Bounds => "`[low, high]`, where `high` may be `\"inf\"`".to_owned(),
        KeyForm::Levels(list) => format!("table: a rule's name, and {}", words(list)),
        KeyForm::Table(of) => format!("[table](#{})", anchor(of)),
        KeyForm::Tables(of) => format!("[list of tables](#{})", anchor(of)),
        KeyForm::TextsOrTables(of) => format!("list of texts or [tables](#{})", anchor(of)),
        KeyForm::ById(of) => format!("[tables by id](#{})", anchor(of)),
    }
}

/// As the headings of a page are addressed: letters and digits in lower case, spaces as hyphens.
fn anchor(table: &FormatTable) -> String {
    let kept = table.header.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}

/// The keys of a parsed table and of those within it, each with the table's header.
fn used(table: &toml::Table, of: &'static FormatTable, found: &mut Vec<(&'static str, &'static str)>) {
    for key in of.keys {
        let Some(value) = table.get(key.name) else { continue };
        found.push((of.header, key.name));
        let tables: Vec<&toml::Value> = match (key.form, value) {
            (KeyForm::Table(_), table) => vec![table],
            (KeyForm::Tables(_) | KeyForm::TextsOrTables(_), toml::Value::Array(tables)) => {
                tables.iter().collect()
            }
            (KeyForm::ById(_), toml::Value::Table(tables)) => tables.iter().map(|(_, table)| table).collect(),
            _ => continue,
        };
        let Some(inner) = inner(key) else { continue };
        tables.into_iter().filter_map(toml::Value::as_table).for_each(|table| used(table, inner, found));
    }
}

/// The page's dossier is checked elsewhere; here, that it leaves out no key.
#[test]
fn the_page_of_the_format_shows_every_key() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/format.md"))
        .expect("the page is there");
    let mut shown = Vec::new();
    let page = page.replace("\r\n", "\n");
    for fence in page.split("\n```toml ").skip(1) {
        let (path, text) = fence.split_once('\n').expect("a fence has lines");
        let text = text.split("\n```").next().expect("there is a first part");
        let file = match path.split('/').next() {
            Some("sources") => SourcesFileKey::TABLE,
            Some("claims") => ClaimsFileKey::TABLE,
            _ => ManifestKey::TABLE,
        };
        used(&text.parse().expect("it is TOML"), file, &mut shown);
    }
    let all = tables().into_iter().flat_map(|table| table.keys.iter().map(|key| (table.header, key.name)));
    // The baseline is written by the program alone.
    let of_baseline = [BaselineKey::TABLE.header, KnownKey::TABLE.header];
    let missing: Vec<_> = all.filter(|key| !shown.contains(key) && !of_baseline.contains(&key.0)).collect();
    // Their texts are not among the files of the page; its prose tells of them.
    assert_eq!(missing, ["sha256", "text", "text-of"].map(|key| ("[source.ID]", key)));
    assert!(["`sha256`", "`text`", "`text-of`"].iter().all(|key| page.contains(key)));
}
