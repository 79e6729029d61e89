//! What `--format json` prints is what docs/schemas/ promises: every key told, none missing, each of its kind.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::run::{Dossier, Run, gainsay_in, repository, small_with};
use crate::schema::Schema;

#[track_caller]
fn holds(name: &str, run: &Run) {
    let faults = Schema::of(name).faults(&run.json());
    assert!(faults.is_empty(), "docs/schemas/{name}.json:\n{}", faults.join("\n"));
}

/// The commands of which this is the schema, on the dossier of this repository.
const ON_THE_RECORD: [(&str, &[&str]); 12] = [
    ("check", &["check"]),
    ("table", &["table"]),
    ("table-blind", &["table", "--blind", "--key"]),
    ("table-silence", &["table", "--silence"]),
    ("compare", &["compare"]),
    ("trace", &["trace", "tower-22/country"]),
    ("impact", &["impact", "iranwire-what-is-iri"]),
    ("timeline", &["timeline", "attacks-on-us-forces/attacks"]),
    ("diff", &["diff", "iranwire-what-is-iri", "untitled-more-pressure"]),
    ("diff-text", &["diff", "README.md", "CHANGELOG.md"]),
    ("report", &["report"]),
    ("reuse", &["reuse", "README.md", "CHANGELOG.md"]),
];

#[test]
fn what_is_printed_of_the_record_is_what_the_schemas_say() {
    for (name, command) in ON_THE_RECORD {
        let run = gainsay_in(&repository(), &[command, &["--format", "json"]].concat()).exits(0);
        holds(name, &run);
    }
}

#[test]
fn what_is_printed_of_a_change_an_edit_and_a_finding_is_what_the_schemas_say() {
    let dossier = edited();
    let json = |arguments: &[&str]| dossier.gainsay(&[arguments, &["--format", "json"]].concat());
    let check = json(&["check"]);
    holds("check", &check);
    holds("check", &json(&["check", "--since", "HEAD"]));
    assert!(!check.findings("silent-edit").is_empty(), "{}", check.out);
    for finding in check.json()["findings"].as_array().unwrap() {
        holds("explain", &json(&["explain", finding["fingerprint"].as_str().unwrap()]));
    }
    holds("diff-captures", &json(&["diff", "herald", "herald-later"]));
    holds("source-recapture", &json(&["source", "recapture", "herald", "sources/later.txt"]));
    holds("reuse", &json(&["reuse"]));
    holds("spot", &json(&["spot"]));
    holds("draft", &json(&["draft", "sources/later.txt"]));
    holds("coverage", &json(&["coverage"]));
    holds("desk", &json(&["desk", "herald"]));
    dossier.write(
        "sources/names.toml",
        "[agent.x]\nname = \"Kyiv\"\n[agent.y]\nname = \"A\"\naliases = [{ name = \"Київ\", language = \"uk\" }]\n",
    );
    holds("names", &json(&["names"]).exits(0));
    std::fs::remove_file(dossier.path().join("sources/names.toml")).unwrap();
    holds("site", &json(&["site", "public"]));
    let question = dossier.read("public/questions/fire/killed/question.json");
    assert!(question.contains("\"added\""), "it has a history: {question}");
    holds("question", &Run { code: 0, out: question, err: String::new() });
    holds("assess", &json(&["assess", "fire/killed"]));
    holds("assess", &json(&["assess", "fire/killed", "--rationale", "Two counts."]).exits(0));
    holds("rename", &json(&["rename", "agent", "mayor", "mayoress"]).exits(0));
    holds("lock", &json(&["lock"]));
    holds("pin", &json(&["pin", "herald", "3 were killed"]).exits(0));
    holds("pin", &json(&["pin", "herald", "5 were killed"]).exits(1));
    holds("init", &json(&["init", "another"]).exits(0));
    let row =
        |value: usize| format!("source,question,value,quote\nherald,fire/killed,{value},3 were killed\n");
    dossier.write("a.csv", &(row(3) + "herald,fire/killed,,On Friday\n"));
    dossier.write("b.csv", &(row(4) + "herald,fire/gone,4,On Friday\n"));
    holds("agree", &json(&["agree", "a.csv", "b.csv"]));
    holds("diff-since", &json(&["diff", "--since", "HEAD"]));
}

/// A page that was captured twice and edited between; since the last commit a claim changed, and one came.
fn edited() -> Dossier {
    let later = "[source.herald-later]\ntitle = \"Fire\"\npublisher = \"herald\"\npublished = \"2024-03-01\"\n\
                 accessed = \"2024-03-05\"\ncapture-of = \"herald\"\ntext = \"later.txt\"\n";
    let dossier = small_with("sources/later.toml", later);
    let sources = dossier.read("sources/sources.toml");
    dossier
        .write("sources/sources.toml", &sources.replacen("published", "text = \"herald.txt\", published", 1));
    dossier.write("sources/herald.txt", "On Friday 3 were killed, the mayor said.\n");
    dossier.write("sources/later.txt", "On Friday 4 were killed, the mayor said.\n");
    dossier.commit();
    let claims = dossier.read("claims/claims.toml").replace("value = \"three\"", "value = \"about three\"");
    let more = "\n[[claim]]\nid = \"more\"\nsource = \"courier\"\nquestion = \"fire/killed\"\nvalue = 5\nsaid-by = \"mayor\"\n";
    dossier.write("claims/claims.toml", &(claims + more));
    dossier
}

#[test]
fn what_is_read_and_found_is_what_the_schemas_say() {
    let run = |arguments: &[&str]| gainsay_in(&repository(), &[arguments, &["--format", "json"]].concat());
    for command in [
        &["read", "count", "--explain", "more than two dozen", "34 people", "some"][..],
        &["read", "date", "2024-01-28", "2020~", "2023-10-07/.."],
        &["read", "amount", "--unit", "USD", "$100 million"],
        &["read", "place", "jordan", "near syria", "nowhere"],
        &["read", "yes-no", "yes"],
    ] {
        holds("read", &run(command));
    }
    let text = "examples/feed/bridge.txt";
    for quote in
        ["34 trucks", "\"It will stay open\"", "held ... way", "the brigade", "43 trucks on Sunday", "snow"]
    {
        holds("find", &run(&["find", quote, text]));
    }
    holds("text", &run(&["text", text]));
    holds("add", &run(&["add", "--from", "fuzz/seeds/rows/jsonl"]));
    holds("review", &run(&["review"]));
    holds("source-add", &run(&["source", "add", text, "--title", "A bridge"]));
}

#[test]
fn what_is_told_beside_each_row_is_what_the_schema_says() {
    let schema = Schema::of("export");
    let run = gainsay_in(&repository(), &["export", "jsonl"]).exits(0);
    for line in run.out.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let faults = schema.faults(&row["told"]);
        assert!(faults.is_empty(), "docs/schemas/export.json:\n{}", faults.join("\n"));
    }
    assert!(run.out.lines().count() > 300);
}

#[test]
fn every_schema_is_held_against_something() {
    let beside = [
        "explain",
        "export",
        "add",
        "review",
        "agree",
        "source-add",
        "source-recapture",
        "diff-captures",
        "diff-since",
        "read",
        "find",
        "text",
        "spot",
        "draft",
        "coverage",
        "names",
        "desk",
        "site",
        "question",
        "assess",
        "rename",
        "lock",
        "pin",
        "init",
        // tests/cli/corpus.rs holds it.
        "corpus",
        // tests/mcp holds each answer of each session against its schema.
        "mcp-who-says",
        "mcp-disputes",
        "mcp-hold-quote",
        "mcp-read-value",
        "mcp-check-text",
        "mcp-spot",
        "mcp-propose-claim",
    ];
    let held: BTreeSet<String> = ON_THE_RECORD
        .iter()
        .map(|(name, _)| *name)
        .chain(beside)
        .map(|name| format!("{name}.json"))
        .collect();
    let folder = std::fs::read_dir(repository().join("docs/schemas")).unwrap();
    let all: BTreeSet<String> =
        folder.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(held, all);
}

#[test]
fn what_a_schema_does_not_allow_is_told() {
    let schema = Schema::of("find");
    let run =
        gainsay_in(&repository(), &["find", "34 trucks", "examples/feed/bridge.txt", "--format", "json"]);
    let told = |change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
        let mut value = run.json();
        change(value.as_object_mut().unwrap());
        schema.faults(&value).len()
    };
    assert_eq!(told(&|_| {}), 0);
    assert_eq!(
        told(&|view| drop(view.insert("more".to_owned(), Value::Null))),
        1,
        "a key that nobody told of"
    );
    assert_eq!(told(&|view| drop(view.remove("start"))), 1, "a key that is missing");
    assert_eq!(told(&|view| drop(view.insert("start".to_owned(), Value::from("3")))), 1, "another kind");
    assert_eq!(
        told(&|view| drop(view.insert("outcome".to_owned(), Value::from("maybe")))),
        1,
        "another word"
    );
}
