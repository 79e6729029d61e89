//! What strangers may write, in every key of the format: a dossier that follows from the program's own list of keys.

use std::collections::BTreeSet;

use toml::{Table, Value};

use crate::run::{Dossier, repository};
use crate::tables::{at, copies, emit, leaves};

/// A key of the format: the headers of its table, its name and its form, as docs/keys.md has them.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) tables: Vec<String>,
    pub(crate) name: String,
    pub(crate) form: String,
}

/// Every key of the format. The page is written from `src/load/keys.rs`, and a test holds it to that.
pub(crate) fn keys() -> Vec<Key> {
    let page =
        std::fs::read_to_string(repository().join("docs/keys.md")).expect("there is a page of the keys");
    let mut found = Vec::new();
    for section in page.split("\n## ").skip(1) {
        let (header, rest) = section.split_once('\n').expect("a section has a header");
        let tables: Vec<String> =
            header.split(", ").map(|it| it.trim_matches(['`', '[', ']']).to_owned()).collect();
        for row in rest.lines().filter(|line| line.starts_with("| `")) {
            let cells: Vec<&str> = row.split(" | ").collect();
            found.push(Key {
                tables: tables.clone(),
                name: cells[0].trim_matches(['|', ' ', '`']).to_owned(),
                form: cells[1].to_owned(),
            });
        }
    }
    assert!(found.len() > 100, "{found:?}");
    found
}

/// The keys whose words lead somewhere, or divide answers: elsewhere they are text.
const KEPT: [&str; 4] = ["text", "text-of", "options", "sha256"];

const MORE_SOURCES: &str = r#"
[source.herald]
title = "T"
publisher = "herald"
published = "2024-03-01"
author = ["A"]
url = "https://a.example/"
text = "herald.txt"
[source.courier]
title = "T"
publisher = "courier"
published = "2024-03-02"
language = "en"
text = "courier.html"
derived-from = ["herald"]
[source.courier-later]
title = "T"
publisher = "courier"
published = "2024-03-02"
accessed = "2024-03-03"
capture-of = "courier"
text = "later.html"
[source.star]
title = "T"
publisher = "star"
published = "2024-03-02"
text = "star.txt"
[source.vault]
title = "T"
publisher = "star"
published = "2024-03-02"
access = "restricted"
text = "herald.txt"
[agent.herald]
name = "N"
kind = "outlet"
aliases = ["N", { name = "N", language = "N" }]
confusable-with = ["courier"]
[agent.courier]
name = "N"
kind = "outlet"
[agent.star]
name = "N"
kind = "outlet"
[agent.mayor]
name = "N"
"#;

const MORE_CLAIMS: &str = r#"
[event.fire]
title = "T"
[event.fire.question.where]
ask = "A"
type = "place"
[event.fire.question.killed]
ask = "A"
type = "count"
[event.fire.question.said]
ask = "A"
type = "text"
[event.fire.question.by]
ask = "A"
type = "choice"
options = ["a", { id = "b", label = "L" }]
"#;

/// What a dossier of strangers holds: files of TOML, parsed, and others as they are.
pub(crate) struct Strangers {
    files: Vec<(String, Table)>,
    texts: Vec<(&'static str, String)>,
}

impl Strangers {
    /// The dossier of docs/format.md, which shows every key, and a fire on which papers contradict each other.
    fn examples() -> Self {
        let page = std::fs::read_to_string(repository().join("docs/format.md")).expect("there is a page");
        let mut files: Vec<(String, Table)> = Vec::new();
        for fence in page.replace("\r\n", "\n").split("\n```toml ").skip(1) {
            let (path, text) = fence.split_once('\n').expect("a fence has lines");
            let text = text.split("\n```").next().expect("there is a first part");
            files.push((path.to_owned(), text.parse().expect("it is TOML")));
        }
        files.push(("sources/more.toml".to_owned(), MORE_SOURCES.parse().expect("it is TOML")));
        let mut claims = MORE_CLAIMS.to_owned();
        for (source, question, value) in [
            ("herald", "where", "\"jordan\""),
            ("courier", "where", "\"syria\""),
            ("star", "where", "{ near = \"syria\" }"),
            ("herald", "killed", "3"),
            ("courier", "killed", "5"),
            ("vault", "killed", "7"),
            ("herald", "said", "\"V\""),
            ("star", "said", "\"W\""),
            ("herald", "by", "\"a\""),
            ("courier", "by", "\"b\""),
        ] {
            claims.push_str(&format!(
                "[[claim]]\nsource = \"{source}\"\nquestion = \"fire/{question}\"\nvalue = {value}\nquote = \"Q\"\nprefix = \"P\"\n\
                 suffix = \"S\"\nlocator = \"L\"\nattribution = \"A\"\ntranslation = \"T\"\nnote = \"N\"\nsaid-by = \"mayor\"\n"
            ));
        }
        claims.push_str(
            "[[assessment]]\nquestion = \"fire/killed\"\nclaims = [\"herald#killed\", \"courier#killed\"]\n\
             status = \"undetermined\"\nrationale = \"R\"\ndecided-by = \"D\"\ndecided-at = \"2024-03-03\"\n",
        );
        files.push(("claims/more.toml".to_owned(), claims.parse().expect("it is TOML")));
        Strangers { files, texts: Vec::new() }
    }

    /// Every text that a stranger may choose is the payload, and all else is in order.
    pub(crate) fn texts(payload: &str) -> Self {
        let free: BTreeSet<(String, String)> = keys()
            .into_iter()
            .filter(|key| key.form.ends_with("text") || key.form.starts_with("list of texts"))
            .filter(|key| {
                !KEPT.contains(&key.name.as_str())
                    && !key.tables[0].ends_with("options")
                    && !key.tables[0].ends_with("aliases")
            })
            .flat_map(|key| key.tables.into_iter().map(move |table| (table, key.name.clone())))
            .chain([("event.ID.question.ID.options".to_owned(), "label".to_owned())])
            .chain(["name", "language"].map(|key| ("agent.ID.aliases".to_owned(), key.to_owned())))
            .collect();
        let mut strangers = Self::examples();
        for (path, table) in &mut strangers.files {
            replace(table, top(path), payload, &free);
            for claim in table.get_mut("claim").and_then(Value::as_array_mut).into_iter().flatten() {
                let is_said = claim["question"].as_str() == Some("fire/said");
                if let (true, Some(claim)) = (is_said, claim.as_table_mut()) {
                    claim.insert("value".to_owned(), payload.into());
                }
            }
        }
        let page = |words: &str| {
            let words = words.replace('&', "&amp;").replace('<', "&lt;");
            format!("<html><body><article><p>The mill burned.</p><p>{words}</p></article></body></html>")
        };
        let long =
            "The mill burned on Friday night and nobody knows why, said the mayor of the town to our paper";
        strangers.texts = vec![
            ("sources/herald.txt", format!("x\n{payload}\nz {long} {payload}\n")),
            ("sources/star.txt", format!("y {payload} and more\nz {long} {payload}\n")),
            ("sources/courier.html", page(payload)),
            ("sources/later.html", page(&format!("{payload} once more {payload}"))),
        ];
        strangers
    }

    /// The same, and beside each table copies of it in each of which another key, an id or a name that is no key is the payload.
    pub(crate) fn everywhere(payload: &str) -> Self {
        let mut strangers = Self::texts(payload);
        for (path, table) in &mut strangers.files {
            let tops: Vec<String> = table.iter().map(|(key, _)| key.clone()).collect();
            for key in tops {
                match (&mut table[key.as_str()], path.as_str()) {
                    (Value::Array(all), _) => {
                        let copies: Vec<Value> = all.iter().flat_map(|it| copies(it, payload)).collect();
                        all.extend(copies);
                    }
                    (Value::Table(all), "gainsay.toml") => {
                        let leaves = leaves(&Value::Table(all.clone()));
                        let mut manifest = Value::Table(std::mem::take(all));
                        leaves.iter().for_each(|leaf| *at(&mut manifest, leaf) = payload.into());
                        *all = manifest.as_table().expect("it is one").clone();
                        all.insert(payload.to_owned(), payload.into());
                    }
                    (Value::Table(all), _) => {
                        let before = all.clone();
                        for (id, it) in &before {
                            for (n, copy) in copies(it, payload).into_iter().enumerate() {
                                all.insert(format!("{id}-{n}"), copy);
                            }
                        }
                        let one = before.iter().next().expect("there is one").1.clone();
                        all.insert(payload.to_owned(), one);
                    }
                    _ => {}
                }
            }
            if path.starts_with("claims/") {
                table.insert("source".to_owned(), payload.into());
            }
            table.insert(payload.to_owned(), payload.into());
        }
        let known =
            ["fingerprint", "rule", "message", "question"].map(|key| (key.to_owned(), payload.into()));
        let known =
            Table::from_iter([("known".to_owned(), Value::Array(vec![Table::from_iter(known).into()]))]);
        strangers.files.push(("gainsay-baseline.toml".to_owned(), known));
        let locked = |keys: &[&str]| {
            let all = keys.iter().map(|key| ((*key).to_owned(), Value::from(payload)));
            Value::Array(vec![Table::from_iter(all).into()])
        };
        let lock = Table::from_iter([
            ("version".to_owned(), 1.into()),
            ("text".to_owned(), locked(&["source", "sha256", "of", "encoding", "extractor", "words"])),
            ("quote".to_owned(), locked(&["claim", "quote", "text", "span", "how", "extractor"])),
        ]);
        strangers.files.push(("sources/quotes.lock".to_owned(), lock));
        strangers
    }

    /// The keys that hold the payload, each with its table.
    pub(crate) fn held(&self, payload: &str) -> BTreeSet<(String, String)> {
        let mut found = BTreeSet::new();
        for (path, table) in &self.files {
            walk(table, top(path), &mut |table, key, value| {
                let is_held = match value {
                    Value::String(text) => text == payload,
                    Value::Array(all) => all.iter().any(|it| it.as_str() == Some(payload)),
                    _ => false,
                };
                if is_held {
                    found.insert((table.to_owned(), key.to_owned()));
                }
            });
        }
        found
    }

    pub(crate) fn dossier(&self) -> Dossier {
        let dossier = Dossier::new(&[]);
        self.write(&dossier);
        dossier
    }

    pub(crate) fn write(&self, dossier: &Dossier) {
        for (path, table) in &self.files {
            let mut text = String::new();
            emit(&mut text, "", table);
            dossier.write(path, &text);
        }
        self.texts.iter().for_each(|(path, text)| dossier.write(path, text));
    }
}

/// The header of a file's top, as docs/keys.md has it.
fn top(path: &str) -> &'static str {
    match path.split('/').next() {
        Some("sources") => "sources/**/*.toml",
        Some("claims") => "claims/**/*.toml",
        Some("gainsay-baseline.toml") => "gainsay-baseline.toml",
        _ => "gainsay.toml",
    }
}

/// The header of a table within another: ids are `ID`.
fn below(table: &str, key: &str) -> String {
    match table.ends_with(".toml") {
        true => key.to_owned(),
        false => format!("{table}.{key}"),
    }
}

const BY_ID: [&str; 6] = ["source", "agent", "place", "event", "group", "question"];

/// Every key with its table's header and its value, tables of ids aside.
fn walk(table: &Table, header: &str, seen: &mut impl FnMut(&str, &str, &Value)) {
    for (key, value) in table {
        seen(header, key, value);
        let header = below(header, key);
        match value {
            Value::Table(all) if BY_ID.contains(&key.as_str()) => {
                let tables = all.iter().filter_map(|(_, it)| it.as_table());
                tables.for_each(|it| walk(it, &format!("{header}.ID"), seen));
            }
            Value::Table(it) => walk(it, &header, seen),
            Value::Array(all) => {
                all.iter().filter_map(Value::as_table).for_each(|it| walk(it, &header, seen))
            }
            _ => {}
        }
    }
}

/// Puts the payload in place of each text under the keys.
fn replace(table: &mut Table, header: &str, payload: &str, free: &BTreeSet<(String, String)>) {
    for (key, value) in table.iter_mut() {
        if free.contains(&(header.to_owned(), key.clone())) {
            match value {
                Value::String(text) => *text = payload.to_owned(),
                Value::Array(all) if all.iter().any(Value::is_table) => {
                    for it in all {
                        match it {
                            Value::Table(it) => replace(it, &below(header, key), payload, free),
                            text => *text = payload.into(),
                        }
                    }
                }
                Value::Array(all) => *all = vec![payload.into()],
                other => panic!("{header}.{key} is a text: {other}"),
            }
            continue;
        }
        let header = below(header, key);
        match value {
            Value::Table(all) if BY_ID.contains(&key.as_str()) => {
                let tables = all.iter_mut().filter_map(|(_, it)| it.as_table_mut());
                tables.for_each(|it| replace(it, &format!("{header}.ID"), payload, free));
            }
            Value::Table(it) => replace(it, &header, payload, free),
            Value::Array(all) => {
                let tables = all.iter_mut().filter_map(Value::as_table_mut);
                tables.for_each(|it| replace(it, &header, payload, free));
            }
            _ => {}
        }
    }
}
