//! The law of restricted access: words of a restricted source stand in no output of any command, in no format, whether
//! its texts are held or not.
//!
//! Two kinds of command may print them, and are asked for it with the words or the file itself: `find`, `diff` and `reuse`
//! on text files, which know no dossier, and `pin` of words that do stand in the text.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::run::{Dossier, Run};
use crate::vault::{SECRET, Vault};

/// How each command is run here. A command that is not in the list fails the test.
const COMMANDS: [(&str, &[&[&str]]); 34] = [
    ("init", &[&[], &["new"]]),
    (
        "check",
        &[
            &[],
            &["--deny", "warnings"],
            &["--as-of", "2024-03-01"],
            &["--since", "HEAD"],
            &["--write-baseline"],
        ],
    ),
    ("table", &[&[], &["fire"], &["--shared"], &["--silence"], &["--blind", "--key"]]),
    ("compare", &[&[], &["fire/killed"]]),
    ("trace", &[&["fire/killed"], &["fire/hurt"], &["vault#exact"], &["copy#killed"]]),
    ("impact", &[&["vault"], &["herald"], &["open"]]),
    ("timeline", &[&["fire/killed"], &["fire/named"]]),
    ("reuse", &[&[]]),
    ("spot", &[&[], &["vault"], &["vault", "--open", "--kind", "figure"]]),
    ("coverage", &[&[], &["vault"]]),
    ("names", &[&[]]),
    ("desk", &[&["open", "vault"], &["vault"]]),
    ("draft", &[&["draft.md"]]),
    (
        "diff",
        &[
            &["vault", "open"],
            &["copy", "vault"],
            &["vault", "vault-later"],
            &["vault", "vault-open"],
            &["--since", "HEAD"],
        ],
    ),
    ("report", &[&[], &["--as-of", "2024-03-01"], &["--write"], &["--check"]]),
    ("site", &[&["public"], &["public", "--url", "https://desk.example"]]),
    (
        "export",
        &[
            &["csv"],
            &["jsonl"],
            &["csv", "-o", "rows.csv"],
            &["annotations"],
            &["prov"],
            &["claimreview"],
            &["ftm"],
            &["prov", "-o", "claims.ttl"],
        ],
    ),
    // The findings are explained one by one below.
    ("explain", &[&[], &["quote-altered"]]),
    ("read", &[&["count", "nearly 200"]]),
    // On a text that is nobody's.
    ("find", &[&["5 people", "sources/open.txt"]]),
    // What is restricted is refused.
    ("text", &[&["vault"], &["open"], &["vault-later"]]),
    ("lock", &[&[]]),
    // Words that do not stand there are refused, and what resembles them is not told.
    ("pin", &[&["vault", "a public witness said that 4 workers"], &["vault", "nothing of the kind"]]),
    // Of a file that is nobody's all is told, of a capture of what is restricted nothing.
    (
        "source",
        &[
            &["add", "sources/open.txt", "--title", "Open"],
            &["recapture", "vault", "sources/open-later.txt"],
            &["recapture", "vault", "sources/open.txt"],
            &["recapture", "vault-later", "archive/letter.txt", "--kind", "no-kind"],
        ],
    ),
    // What is recorded of a restricted source is not said, nor what its text has where a row differs.
    (
        "add",
        &[
            &["--from", "rows.jsonl"],
            &["--from", "rows.jsonl", "--unreviewed"],
            &["--from", "few.csv", "--event", "fire"],
            &["--from", "ann.jsonl", "--from", "bob.jsonl"],
            &["vault", "no such words"],
        ],
    ),
    ("review", &[&[]]),
    ("agree", &[&["ann.jsonl", "bob.jsonl"], &["bob.jsonl", "rows.jsonl"]]),
    // It holds the draft of a case against the record; its own words are nobody's.
    ("corpus", &[&["corpus"]]),
    ("assess", &[&["fire/killed"]]),
    ("rename", &[&["agent", "mayor", "mayoress", "--dry-run"]]),
    // Whoever talks with it is told nothing more: tests/mcp/withheld.rs.
    ("mcp", &[&[]]),
    ("schema", &[&["claims"]]),
    ("completions", &[&["bash"]]),
    ("man", &[&[], &["check"]]),
];

#[test]
fn words_of_restricted_sources_are_in_no_output() {
    for vault in [Vault::Held, Vault::NotHeld, Vault::Broken] {
        let dossier = vault.dossier();
        let before = files(&dossier);
        let mut told = Vec::new();
        each_run(vault, &dossier, &mut |arguments, run| {
            for (stream, text) in [("output", &run.out), ("errors", &run.err)] {
                let lines = text.lines().filter(|line| holds_secret(line));
                told.extend(lines.map(|line| format!("{vault:?}, {stream} of {arguments:?}: {line}")));
            }
        });
        let written = files(&dossier).into_iter().filter(|(path, _)| !before.contains_key(path));
        let written: Vec<(String, String)> = written.collect();
        for expected in
            ["reports/report.md", "reports/report.html", "reports/report.json", "public/site.json"]
        {
            assert!(written.iter().any(|(path, _)| path == expected), "{expected} is not written");
        }
        told.extend(written.iter().filter(|(_, text)| holds_secret(text)).map(|(path, _)| path.clone()));
        assert!(
            told.is_empty(),
            "{} lines, among them\n{}",
            told.len(),
            told[..told.len().min(20)].join("\n")
        );
    }
}

#[test]
fn the_same_words_of_public_sources_are_shown() {
    // Where nothing is withheld, every one of these has words of sources to show: the law above is about something.
    let dossier = Vault::Public.dossier();
    let mut shown = BTreeSet::new();
    each_run(Vault::Public, &dossier, &mut |arguments, run| {
        if holds_secret(&run.out) {
            shown.insert(arguments[0].to_owned());
        }
    });
    let expected = [
        "add", "agree", "check", "coverage", "desk", "diff", "draft", "explain", "export", "names", "pin",
        "report", "reuse", "review", "source", "spot", "text", "trace",
    ];
    assert_eq!(shown.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

#[test]
fn all_kinds_of_finding_about_words_are_among_them() {
    let found = |vault: Vault| {
        let run = vault.dossier().gainsay(&["check", "--archive", "archive", "--format", "json"]);
        let findings = run.json()["findings"].as_array().unwrap().clone();
        findings.iter().map(|it| it["rule"].as_str().unwrap().to_owned()).collect::<BTreeSet<String>>()
    };
    let held = found(Vault::Held);
    for rule in [
        "altered-text",
        "contradiction",
        "damaged-text",
        "malformed-entry",
        "quote-altered",
        "quote-ambiguous",
        "quote-cut",
        "quote-not-found",
        "silent-edit",
        "text-not-held",
        "undeclared-reuse",
        "unknown-key",
        "unknown-reference",
        "unreadable-value",
        "value-not-in-quote",
    ] {
        assert!(held.contains(rule), "`{rule}` is not among {held:?}");
    }
    assert!(found(Vault::Broken).contains("malformed-file"));
}

#[test]
fn every_command_is_in_the_list() {
    let help = Dossier::new(&[]).gainsay(&["--help"]).out;
    let listed: BTreeSet<&str> = COMMANDS.iter().map(|(name, _)| *name).collect();
    assert_eq!(commands(&help), listed, "how is it run here? it must show no words of restricted sources");
}

/// Runs every command in each of its ways and formats, and explains every finding.
fn each_run(vault: Vault, dossier: &Dossier, look: &mut dyn FnMut(&[&str], &Run)) {
    let archive: &[&str] = if vault == Vault::NotHeld { &[] } else { &["--archive", "archive"] };
    for (command, ways) in COMMANDS {
        let help = dossier.gainsay(&[command, "-h"]).out;
        for way in ways {
            // What is written for everyone takes no archive.
            let is_written = way.iter().any(|word| ["--write", "--check"].contains(word));
            let archive = if is_written || !help.contains("--archive") { &[] } else { archive };
            for format in formats(&help) {
                let arguments = [&[command], *way, archive, &format].concat();
                look(&arguments, &dossier.gainsay(&arguments));
            }
        }
    }
    let check = dossier.gainsay(&[&["check", "--format", "json"], archive].concat());
    for finding in check.json()["findings"].as_array().unwrap() {
        let digits = finding["fingerprint"].as_str().unwrap();
        for format in ["human", "json"] {
            let arguments = [&["explain", digits, "--format", format], archive].concat();
            look(&arguments, &dossier.gainsay(&arguments));
        }
    }
}

/// The commands that the help lists.
fn commands(help: &str) -> BTreeSet<&str> {
    let list = help.split("Commands:").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap();
    let lines = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    lines.filter_map(|line| line.split_whitespace().next()).collect()
}

/// The arguments that ask for a command's own format, and for each that it has.
fn formats(help: &str) -> Vec<Vec<&str>> {
    let mut formats = vec![Vec::new()];
    if let Some((_, rest)) = help.split_once("--format <FORMAT>") {
        let values = rest.split_once("[possible values: ").and_then(|(_, values)| values.split_once(']'));
        formats.extend(values.unwrap().0.split(',').map(|value| vec!["--format", value.trim()]));
    }
    formats
}

fn holds_secret(text: &str) -> bool {
    text.to_lowercase().contains(SECRET)
}

/// The files of a dossier by their paths, but for what git keeps.
fn files(dossier: &Dossier) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![dossier.path().to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path());
            open.extend(entries.filter(|entry| entry.file_name() != Some(".git".as_ref())));
        } else {
            found.insert(
                below(dossier.path(), &path),
                String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned(),
            );
        }
    }
    found
}

fn below(root: &Path, path: &Path) -> String {
    let parts: Vec<_> = path
        .strip_prefix(root)
        .unwrap()
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}
