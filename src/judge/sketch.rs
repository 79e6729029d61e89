//! The sketch: a small clean dossier that the examples on the rules' pages stand on, and the tests that run them.

use std::collections::BTreeSet;
use std::path::Path;

use super::rule::Rule;
use super::rules;
use crate::audit::{Audit, Day, DraftFile, Levels};
use crate::model::Level;

/// The day on which the examples are checked, 10 March 2024, as a day number.
const TODAY: i64 = 19_792;

/// What the examples may name, beside the sources.
const SKETCH: [(&str, &str); 3] = [
    (
        "gainsay.toml",
        r#"
        [dossier]
        title = "A fire"
        language = "en"
        "#,
    ),
    (
        "sources/sketch.toml",
        r#"
        [agent]
        herald = { name = "The Herald", kind = "outlet" }
        courier = { name = "The Courier", kind = "outlet" }
        gazette = { name = "The Gazette", kind = "outlet" }
        mayor = { name = "the mayor", kind = "person" }
        fire-brigade = { name = "the fire brigade", kind = "organization" }

        [place]
        arvo = { name = "Arvo", kind = "country" }
        belmar = { name = "Belmar", kind = "country" }
        mill = { name = "the mill", kind = "site", within = ["arvo"] }
        "#,
    ),
    (
        "claims/sketch.toml",
        r#"
        [event.fire]
        title = "The fire at the mill"
        date = "2024-02-29"

        [event.fire.question]
        killed = { ask = "How many were killed?", type = "count" }
        toll = { ask = "How many have died so far?", type = "count", grows = true }
        country = { ask = "In which country was it?", type = "place" }

        [group]
        people = { name = "people" }
        workers = { name = "workers", part-of = ["people"] }
        "#,
    ),
];

/// The sources that the examples may name; one that an example does not name is left out, since nobody has read it.
const SOURCES: [(&str, &str); 3] =
    [("herald", "2024-03-01"), ("courier", "2024-03-01"), ("gazette", "2024-03-02")];

/// An example that has this file is a draft that is held against the rest of it.
const DRAFT: &str = "draft.md";

/// A finding's rule, whether it fails the check, and its message.
type Found = (&'static str, bool, String);

/// What is found on the sketch with an example's files beside or in place of its own.
fn findings(example: &[(String, String)]) -> Vec<Found> {
    let folder = tempfile::tempdir().expect("a folder of our own");
    for (path, text) in SKETCH {
        write(folder.path(), path, text);
    }
    for (source, published) in SOURCES {
        if example.iter().any(|(_, text)| names(text, source)) {
            let text = format!(
                "[source.{source}]\ntitle = \"The fire\"\npublisher = \"{source}\"\npublished = \"{published}\"\n"
            );
            write(folder.path(), &format!("sources/{source}.toml"), &text);
        }
    }
    for (path, text) in example {
        write(folder.path(), path, text);
    }
    let audit = Audit::open(folder.path()).expect("the sketch has a manifest and its files can be read");
    let today = Day::since_epoch(TODAY);
    if let Some((path, text)) = example.iter().find(|(path, _)| path == DRAFT) {
        let drafts = [DraftFile { path: path.clone(), bytes: text.clone().into_bytes() }];
        let drafting =
            audit.drafting(&drafts, (&today.to_string(), "en"), &Levels::default()).expect("it is read");
        let judged = drafting.judged(today).expect("no archive is named");
        return judged.shown(|view, _| {
            let found = view.findings.iter();
            found.map(|it| (it.rule, it.level == Level::Deny, it.message.clone())).collect()
        });
    }
    let judged = audit.judged(today).expect("no archive is named");
    let found = judged.findings().iter();
    found.map(|finding| (finding.rule.name, finding.fails(), finding.message.whole())).collect()
}

/// Whether a file names a source: as a claim's, in a list, or in a claim's full name; agents have the same ids.
fn names(text: &str, source: &str) -> bool {
    let named = [format!("= \"{source}\""), format!("[\"{source}\""), format!("\"{source}#")];
    let of_agents =
        |line: &&str| !["publisher", "said-by", "via"].iter().any(|key| line.trim_start().starts_with(key));
    text.lines().filter(of_agents).any(|line| named.iter().any(|name| line.contains(name)))
}

fn write(folder: &Path, path: &str, text: &str) {
    let full = folder.join(path);
    std::fs::create_dir_all(full.parent().expect("a file stands in a folder"))
        .expect("our folder can be written");
    std::fs::write(full, text).expect("our folder can be written");
}

/// Examples with what they found, for the message of a test that fails.
fn told(rule: &Rule, example: &[(String, String)], found: &[Found]) -> String {
    let files: String = example.iter().map(|(path, text)| format!("--- {path}\n{text}")).collect();
    format!("`{}`, example\n{files}found {found:#?}\n", rule.name)
}

/// Two papers that agree, with texts that hold their quotes.
const CLEAN: [(&str, &str); 3] = [
    (
        "sources/papers.toml",
        r#"
        [source.morning]
        title = "Three dead"
        publisher = "herald"
        published = "2024-03-01"
        text = "morning.txt"

        [source.evening]
        title = "Three die in mill fire"
        publisher = "courier"
        published = "2024-03-01"
        text = "evening.txt"
        "#,
    ),
    (
        "sources/morning.txt",
        "The fire brigade said that three workers were killed at the mill. Nobody knew the cause.\n",
    ),
    (
        "sources/evening.txt",
        "A fire broke out at noon. Three people died in it, the mayor told reporters on Friday.\n",
    ),
];

#[test]
fn nothing_is_found_where_all_is_well() {
    let levels: String = rules::ALL.iter().map(|rule| format!("{} = \"deny\"\n", rule.name)).collect();
    let manifest = format!("[dossier]\ntitle = \"A fire\"\n[rules]\n{levels}");
    let claims = r#"
        [[claim]]
        source = "morning"
        question = "fire/killed"
        value = "three"
        quote = "said that three workers were killed"
        said-by = "fire-brigade"

        [[claim]]
        source = "evening"
        question = "fire/killed"
        value = "three"
        quote = "Three people died in it"
        said-by = "mayor"
    "#;
    let own = [("gainsay.toml", manifest.as_str()), ("claims/papers.toml", claims)];
    let files = CLEAN.iter().chain(&own).map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    assert_eq!(findings(&files.collect::<Vec<_>>()), []);
    assert_eq!(findings(&[]), [], "and nothing on the sketch alone");
}

#[test]
fn every_rule_fires_where_its_page_says() {
    let mut wrong = String::new();
    for rule in rules::ALL {
        let examples = rule.examples("Fires on");
        if examples.is_empty() {
            wrong.push_str(&format!("`{}` shows nothing that it fires on\n", rule.name));
        }
        for example in examples {
            let found = findings(&example);
            if !found.iter().any(|(name, ..)| *name == rule.name) {
                wrong.push_str(&told(rule, &example, &found));
            }
        }
    }
    assert!(wrong.is_empty(), "rules that do not fire on their examples:\n{wrong}");
}

#[test]
fn every_rule_is_silent_where_its_page_says() {
    let mut wrong = String::new();
    for rule in rules::ALL {
        let examples = rule.examples("Silent on");
        if examples.is_empty() {
            wrong.push_str(&format!("`{}` shows nothing that it is silent on\n", rule.name));
        }
        for example in examples {
            let found = findings(&example);
            // What a page shows as good must not fail a check for another reason.
            if found.iter().any(|(name, fails, _)| *name == rule.name || *fails) {
                wrong.push_str(&told(rule, &example, &found));
            }
        }
    }
    assert!(wrong.is_empty(), "rules that fire on what their pages call clean:\n{wrong}");
}

#[test]
fn every_page_has_its_parts_in_order() {
    for rule in rules::ALL {
        let headings: Vec<&str> = rule
            .page
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("## "))
            .map(str::trim)
            .collect();
        assert_eq!(headings, ["Fires on", "Silent on", "What to do"], "the page of `{}`", rule.name);
        let summary = rule.summary();
        assert!(summary.ends_with('.') && summary.len() > 20, "the summary of `{}`: {summary}", rule.name);
        let advice = rule.page.split("## What to do").nth(1).unwrap_or_default();
        assert!(advice.trim().ends_with('.'), "`{}` does not say what to do", rule.name);
    }
}

#[test]
fn every_file_is_a_rule_of_its_name_and_is_listed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/judge/rules");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the rules have a folder")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| path.file_stem().expect("a file has a name").to_string_lossy().replace('_', "-"))
        .filter(|name| name != "mod")
        .collect();
    let listed: Vec<&str> = rules::ALL.iter().map(|rule| rule.name).collect();
    assert_eq!(
        listed,
        files.iter().map(String::as_str).collect::<Vec<_>>(),
        "one rule a file, in order of names"
    );
    for name in listed {
        let kebab = name.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !name.contains("--");
        assert!(kebab && !name.starts_with('-') && !name.ends_with('-'), "`{name}` is not in kebab-case");
    }
}
