//! The commands one by one: their exit codes, their JSON, and that a new dossier goes all the way.

use serde_json::{Value, json};

use crate::run::{Dossier, SMALL, command_names, gainsay_in, repository, small_with};

#[test]
fn number_words_are_read_as_the_table_says() {
    let folder = Dossier::new(&[]);
    let texts = ["over 150", "nearly 200", "dozens", "more than two dozen"];
    let arguments = ["read", "count"].iter().chain(&texts).chain(&["--format", "json"]).copied();
    let json = folder.gainsay(&arguments.collect::<Vec<_>>()).exits(0).json();
    // n + max(g, p(.10), 10) for over 150: g is 50. nearly 200: p(.20) is 40, p(.10) is 20. more than 24: g is 11.
    let expected = json!([
        { "text": "over 150", "hard": [[151, null]], "soft": [[151, 200]] },
        { "text": "nearly 200", "hard": [[160, 200]], "soft": [[180, 199]] },
        { "text": "dozens", "hard": [[13, null]], "soft": [[24, 99]] },
        { "text": "more than two dozen", "hard": [[25, null]], "soft": [[25, 35]] },
    ]);
    assert_eq!(json["readings"], expected);
}

#[test]
fn words_that_cannot_be_read_are_refused_beside_those_that_can() {
    let folder = Dossier::new(&[]);
    let run = folder.gainsay(&["read", "count", "34 people", "12", "--format", "json"]).exits(1);
    let readings = run.json()["readings"].as_array().unwrap().clone();
    assert!(readings[0]["error"].as_str().unwrap().contains("people"), "{readings:?}");
    assert_eq!(readings[1]["hard"], json!([[12, 12]]));
}

#[test]
fn every_view_names_its_schema_first_and_keeps_its_order() {
    let dossier = Dossier::new(&SMALL);
    for (arguments, keys) in [
        (&["check"][..], &["schema", "counts", "findings", "exit"][..]),
        (&["compare"], &["schema", "questions", "across"]),
        (&["table"], &["schema", "events"]),
        (&["read", "count", "3"], &["schema", "readings"]),
        (&["trace", "fire/killed"], &["schema"]),
        (&["diff", "herald", "courier"], &["schema"]),
        (&["report"], &["schema"]),
    ] {
        let arguments = [arguments, &["--format", "json"]].concat();
        let run = dossier.gainsay(&arguments).exits(0);
        let found = objects(&run.out).pop().expect("one object a run");
        assert_eq!(&found[..keys.len()], keys, "{arguments:?}");
        let schema = run.json()["schema"].clone();
        assert_eq!(schema, Value::from(format!("gainsay/{}/1", arguments[0])));
    }
}

#[test]
fn findings_and_claims_keep_their_keys_in_order() {
    let dossier = small_with("claims/more.toml", &contradicting());
    let run = dossier.gainsay(&["check", "--format", "json"]).exits(1);
    assert_in_order(
        &run.out,
        &[
            "rule",
            "level",
            "message",
            "claims",
            "question",
            "file",
            "line",
            "column",
            "explained",
            "fingerprint",
        ],
    );
    assert_in_order(&run.out, &["sources", "claims", "questions", "events", "quotes"]);
    assert_in_order(&run.out, &["exact", "folded", "elided", "ambiguous", "near", "absent", "unchecked"]);
    let run = dossier.gainsay(&["compare", "--format", "json"]).exits(0);
    assert_in_order(&run.out, &["claim", "words", "reading", "scope", "as_of", "origin"]);
    assert_in_order(&run.out, &["value", "assumed"]);
    assert_in_order(&run.out, &["a", "b", "relation", "row", "class", "direction", "assumed", "reason"]);
    assert_in_order(
        &run.out,
        &["claims", "supporting", "sources", "origins", "independent", "not_established"],
    );
}

/// Whether some object has these keys first, in this order.
#[track_caller]
fn assert_in_order(json: &str, keys: &[&str]) {
    let objects = objects(json);
    let found = objects.iter().any(|object| object.len() >= keys.len() && object[..keys.len()] == *keys);
    assert!(found, "no object with {keys:?} first among {objects:?}");
}

/// The keys of every object of an indented JSON text, each in its order.
fn objects(json: &str) -> Vec<Vec<&str>> {
    let (mut open, mut done): (Vec<Vec<&str>>, Vec<Vec<&str>>) = Default::default();
    for line in json.lines().map(str::trim) {
        if let Some((key, _)) = line.strip_prefix('"').and_then(|rest| rest.split_once("\": ")) {
            open.last_mut().expect("a key stands in an object").push(key);
        }
        match line.trim_end_matches(',').chars().last() {
            Some('{') => open.push(Vec::new()),
            Some('}') if !line.ends_with("{}") => done.extend(open.pop()),
            _ => {}
        }
    }
    done
}

/// A claim that contradicts those of the small dossier.
fn contradicting() -> String {
    let claim = "[[claim]]\nid = \"more\"\nsource = \"courier\"\nquestion = \"fire/killed\"\nvalue = 5\n";
    format!("{claim}quote = \"5 were killed\"\nsaid-by = \"mayor\"\n")
}

#[test]
fn an_explained_conflict_is_shown_and_does_not_fail() {
    let explained = "[[assessment]]\nquestion = \"fire/killed\"\nstatus = \"contested\"\nrationale = \"Nobody counted twice.\"\n\
         claims = [\"herald#killed\", \"courier#killed\", \"courier#more\"]\n";
    let open = small_with("claims/more.toml", &contradicting());
    open.gainsay(&["check"]).exits(1).says(&["error[misreport]", "error[contradiction]"]);
    let text = format!("{}\n{explained}", contradicting());
    let dossier = small_with("claims/more.toml", &text);
    dossier.gainsay(&["check"]).exits(0).says(&[
        "explained[misreport]",
        "Nobody counted twice.",
        "found 0 errors",
    ]);
}

#[test]
fn levels_of_the_manifest_are_obeyed() {
    let manifest = |level: &str| {
        format!(
            "[dossier]\ntitle = \"A fire\"\n[rules]\nmisreport = \"{level}\"\ncontradiction = \"{level}\"\n"
        )
    };
    for (level, code, said) in [("warn", 0, "warning[misreport]"), ("deny", 1, "error[misreport]")] {
        let dossier = small_with("claims/more.toml", &contradicting());
        dossier.write("gainsay.toml", &manifest(level));
        dossier.gainsay(&["check"]).exits(code).says(&[said]);
    }
    let dossier = small_with("claims/more.toml", &contradicting());
    dossier.write("gainsay.toml", &manifest("allow"));
    let run = dossier.gainsay(&["check", "--format", "json"]).exits(0);
    assert_eq!(run.findings("misreport").len() + run.findings("contradiction").len(), 0);
}

#[test]
fn a_new_dossier_is_checked_and_reported() {
    let folder = Dossier::new(&[]);
    folder.gainsay(&["init"]).exits(0).says(&["wrote", "gainsay.toml", "gainsay check"]);
    folder.gainsay(&["check"]).exits(0).says(&["explained[contradiction]", "found 0 errors"]);
    folder.gainsay(&["report"]).exits(0).says(&["Where the sources contradict each other"]);
    folder
        .gainsay(&["report", "--check"])
        .exits(1)
        .says(&["reports/report.md is missing", "gainsay report --write"]);
    folder.gainsay(&["report", "--write"]).exits(0).says(&["wrote reports/report.md"]);
    folder.gainsay(&["report", "--check"]).exits(0).says(&["up to date"]);
    folder.write("reports/report.md", "edited by hand");
    folder.gainsay(&["report", "--check"]).exits(1).says(&["reports/report.md is stale"]);

    // It says that taking the assessment out makes the check fail.
    let claims = folder.read("claims/claims.toml");
    let before = claims.split("[[assessment]]").next().unwrap();
    folder.write("claims/claims.toml", before);
    folder.gainsay(&["check"]).exits(1).says(&["error[contradiction]"]);
}

#[test]
fn init_overwrites_nothing() {
    let folder = Dossier::new(&[("sources/sources.toml", "# mine\n")]);
    folder.gainsay(&["init"]).exits(2).says(&["`sources/sources.toml` would be overwritten"]);
    assert_eq!(folder.read("sources/sources.toml"), "# mine\n");
    assert!(!folder.path().join("gainsay.toml").exists(), "nothing was begun");
    folder.gainsay(&["init", "new"]).exits(0);
    folder.gainsay(&["init", "new"]).exits(2).says(&["is a dossier already"]);
}

#[test]
fn the_same_bytes_come_out_every_time_and_from_every_order_of_files() {
    let dossier = Dossier::of_the_repository();
    let text = dossier.read("claims/iri-full-resumption.toml");
    let report = dossier.gainsay(&["report", "--format", "json"]).out;
    assert_same(&report, &dossier.gainsay(&["report", "--format", "json"]).out, "a second time");
    assert_same(&report, &gainsay_in(&repository(), &["report", "--format", "json"]).out, "elsewhere");
    // Findings stand in the order of their places; what is compared does not know of files.
    let compared = dossier.gainsay(&["compare", "--format", "json"]).exits(0).out;
    std::fs::remove_file(dossier.path().join("claims/iri-full-resumption.toml")).unwrap();
    dossier.write("claims/zzz/elsewhere.toml", &text);
    assert_same(&compared, &dossier.gainsay(&["compare", "--format", "json"]).out, "a file of another name");
}

/// Whether two long texts are the same; shows the first line in which they differ.
#[track_caller]
fn assert_same(a: &str, b: &str, when: &str) {
    let differing = a.lines().zip(b.lines()).find(|(a, b)| a != b);
    assert!(a == b, "{when}: {differing:?}, {} bytes against {}", a.len(), b.len());
}

#[test]
fn every_command_has_help_with_an_example() {
    let folder = Dossier::new(&[]);
    for name in command_names() {
        let run = folder.gainsay(&[&name, "--help"]).exits(0);
        run.says(&["Example", &format!("gainsay {name}")]);
    }
    folder.gainsay(&["--version"]).exits(0).says(&["gainsay "]);
    folder.gainsay(&["chek"]).exits(2).says(&["check"]);
    folder.gainsay(&[]).exits(2).says(&["Usage"]);
}

#[test]
fn what_one_source_rules_out_is_told_with_who_rules_it_out() {
    let dossier = small_with(
        "claims/blamed.toml",
        r#"
[event.fire.question.blamed]
ask = "Who is blamed?"
type = "agent"
many = true

[[claim]]
source = "herald"
question = "fire/blamed"
value = ["courier", "mayor"]
quote = "blamed the Courier and the mayor"

[[claim]]
source = "courier"
question = "fire/blamed"
value = { not = "courier" }
quote = "nobody blames the Courier"
"#,
    );
    let json = dossier.gainsay(&["compare", "fire/blamed", "--format", "json"]).exits(0).json();
    let positions = json["questions"][0]["positions"].as_array().unwrap();
    let told = |key: &str| positions.iter().map(|it| it[key].clone()).collect::<Vec<_>>();
    assert_eq!(told("items"), [json!(["courier"]), json!(["mayor"])]);
    assert_eq!(told("claims"), [json!(["herald#blamed"]), json!(["herald#blamed"])]);
    assert_eq!(told("against"), [json!(["courier#blamed"]), json!([])]);
    dossier.gainsay(&["compare", "fire/blamed"]).exits(0).says(&["1 claim is against it"]);
}
