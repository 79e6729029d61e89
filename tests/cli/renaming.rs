//! `gainsay rename` and `gainsay assess`: an id changes everywhere at once and nothing else does; a conflict is filled in.

use std::fs;

use crate::run::{Dossier, SMALL, repository};

/// The record of this repository: its manifest, and all below claims/ and sources/.
fn own() -> Dossier {
    let dossier =
        Dossier::new(&[("gainsay.toml", &fs::read_to_string(repository().join("gainsay.toml")).unwrap())]);
    for folder in ["claims", "claims/events", "sources"] {
        for entry in fs::read_dir(repository().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = format!("{folder}/{}", path.file_name().unwrap().to_str().unwrap());
                dossier.write(&name, &fs::read_to_string(&path).unwrap());
            }
        }
    }
    dossier
}

fn texts(dossier: &Dossier) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["claims", "claims/events", "sources"] {
        for entry in fs::read_dir(dossier.path().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn an_id_that_is_changed_and_changed_back_leaves_every_byte_and_no_finding() {
    let dossier = own();
    let (before, checked) = (texts(&dossier), dossier.gainsay(&["check", "--format", "json"]).json());
    for (kind, id, other) in [
        ("agent", "press-tv", "another-agent"),
        ("place", "jordan", "another-place"),
        ("group", "us-service-members", "another-group"),
        ("event", "tower-22", "another-event"),
        ("source", "iranwire-what-is-iri", "another-source"),
        ("claim", "untitled-more-pressure#country-biden", "another-claim"),
    ] {
        dossier.gainsay(&["rename", kind, id, other]).exits(0).says(&["changed "]);
        let now = dossier.gainsay(&["check", "--format", "json"]).exits(0).json();
        assert_eq!(now["counts"], checked["counts"], "{kind}");
        let findings = |view: &serde_json::Value| view["findings"].as_array().unwrap().len();
        assert_eq!(findings(&now), findings(&checked), "{kind}");
        assert_ne!(texts(&dossier), before, "{kind}");
        let (new, back) = match id.rsplit_once('#') {
            Some((source, id)) => (format!("{source}#{other}"), id),
            None => (other.to_owned(), id),
        };
        dossier.gainsay(&["rename", kind, &new, back]).exits(0);
        assert!(texts(&dossier) == before, "{kind} {id} is not what it was");
    }
}

#[test]
fn claims_that_are_called_after_a_question_keep_their_names() {
    let dossier = Dossier::new(&SMALL);
    let before = dossier.gainsay(&["check", "--format", "json"]).json();
    dossier
        .gainsay(&["rename", "question", "fire/killed", "dead", "--dry-run"])
        .exits(0)
        .says(&["would change"]);
    assert!(!dossier.read("claims/claims.toml").contains("fire/dead"));
    dossier.gainsay(&["rename", "question", "fire/killed", "dead"]).exits(0);
    let claims = dossier.read("claims/claims.toml");
    assert!(claims.contains("[event.fire.question.dead]") && claims.contains("id = \"killed\""), "{claims}");
    let after = dossier.gainsay(&["check", "--format", "json"]).json();
    assert_eq!(after["counts"], before["counts"]);
    let claims = |view: &serde_json::Value| view["findings"][0]["claims"].clone();
    assert_eq!(claims(&after), claims(&before));
}

#[test]
fn what_cannot_be_renamed_so_is_refused_and_nothing_is_written() {
    let dossier = Dossier::new(&SMALL);
    let before = texts_of_small(&dossier);
    for (arguments, why) in [
        (["agent", "heralt", "x"], "did you mean `herald`?"),
        (["question", "fire/killed", "No Id"], "is no id"),
        (["question", "fire/killed", "flood/killed"], "it would be another's"),
        (["source", "herald", "courier"], "there is a source `courier` already"),
    ] {
        let mut all = vec!["rename"];
        all.extend(arguments);
        dossier.gainsay(&all).exits(2).says(&[why]);
    }
    dossier.write("claims/broken.toml", "[[claim\n");
    dossier
        .gainsay(&["rename", "source", "herald", "tribune"])
        .exits(2)
        .says(&["`claims/broken.toml` is not TOML"]);
    assert_eq!(texts_of_small(&dossier), before);
}

fn texts_of_small(dossier: &Dossier) -> Vec<String> {
    SMALL.iter().map(|(path, _)| dossier.read(path)).collect()
}

#[test]
fn an_assessment_has_the_claims_of_the_conflict_and_explains_it_once_it_is_written() {
    let dossier = Dossier::new(&SMALL);
    // The mayor says three and the Courier five.
    let claims = dossier.read("claims/claims.toml");
    let (herald, courier) = claims.rsplit_once("[[claim]]").unwrap();
    assert!(courier.contains("source = \"courier\""), "{claims}");
    let five = "source = \"courier\"\nquestion = \"fire/killed\"\nvalue = 5\nquote = \"5 were killed\"\n";
    dossier.write("claims/claims.toml", &format!("{herald}[[claim]]\n{five}"));
    let denied = dossier.gainsay(&["check", "--format", "json"]).exits(1).json();
    let conflict =
        denied["findings"].as_array().unwrap().iter().find(|it| it["rule"] == "contradiction").unwrap();
    let question = conflict["question"].as_str().unwrap();
    let printed = dossier.gainsay(&["assess", question]).exits(0);
    for claim in conflict["claims"].as_array().unwrap() {
        assert!(printed.out.contains(claim.as_str().unwrap()), "{}", printed.out);
    }
    assert!(
        printed.out.contains("rationale = \"\"\n") && !printed.out.contains("decided-by"),
        "{}",
        printed.out
    );
    dossier
        .gainsay(&["assess", question, "--rationale", "Two counts.", "--by", "desk", "--status", "sure"])
        .exits(2);
    let written =
        dossier.gainsay(&["assess", question, "--rationale", "Two counts.", "--by", "desk"]).exits(0);
    written.says(&["wrote an assessment of fire/", "claims/assessments.toml"]);
    let now = dossier.gainsay(&["check", "--format", "json"]).json();
    let open = now["findings"].as_array().unwrap().iter().filter(|it| it["rule"] == "contradiction");
    assert!(open.into_iter().all(|it| it["explained"] == "Two counts."), "{now}");
    dossier.gainsay(&["assess", "fire/kiled"]).exits(2).says(&["did you mean"]);
}

#[test]
fn a_program_is_told_what_changes_where_and_whether_it_was_written() {
    let dossier = Dossier::new(&SMALL);
    let rename = ["rename", "question", "fire/killed", "dead", "--format", "json"];
    let would = dossier.gainsay(&[&rename[..], &["--dry-run"]].concat()).exits(0).json();
    // Where it is defined, where two claims name it, and the id that each of them keeps.
    let expected = serde_json::json!({
        "schema": "gainsay/rename/1",
        "kind": "question",
        "from": "fire/killed",
        "to": "fire/dead",
        "written": false,
        "places": 5,
        "files": [{ "file": "claims/claims.toml", "places": 5 }],
    });
    assert_eq!(would, expected);
    assert!(!dossier.read("claims/claims.toml").contains("dead"));
    let did = dossier.gainsay(&rename).exits(0).json();
    assert_eq!((&did["written"], &did["files"]), (&serde_json::Value::Bool(true), &expected["files"]));
    assert!(dossier.read("claims/claims.toml").contains("[event.fire.question.dead]"));
}

#[test]
fn a_program_is_told_what_is_assessed_and_where_it_was_written() {
    let dossier = Dossier::new(&SMALL);
    let assess =
        |more: &[&str]| dossier.gainsay(&[&["assess", "fire/killed", "--format", "json"], more].concat());
    let quiet = assess(&[]).exits(1).json();
    assert_eq!((&quiet["claims"], &quiet["toml"]), (&serde_json::json!([]), &serde_json::Value::Null));
    let claims = dossier.read("claims/claims.toml");
    dossier.write("claims/claims.toml", &claims.replace("value = \"three\"", "value = 5"));
    let open = assess(&[]).exits(0).json();
    assert_eq!(open["schema"], "gainsay/assess/1");
    assert_eq!(open["claims"], serde_json::json!(["courier#killed", "herald#killed"]));
    let nothing = serde_json::Value::Null;
    assert_eq!((&open["rationale"], &open["file"], &open["decided_by"]), (&nothing, &nothing, &nothing));
    let toml = open["toml"].as_str().unwrap();
    assert_eq!(toml, dossier.gainsay(&["assess", "fire/killed"]).exits(0).out);
    let done =
        assess(&["--rationale", "Two counts.", "--by", "desk", "--status", "contested"]).exits(0).json();
    assert_eq!(
        (&done["rationale"], &done["decided_by"], &done["status"], &done["file"]),
        (&"Two counts.".into(), &"desk".into(), &"contested".into(), &"claims/assessments.toml".into())
    );
    assert!(dossier.read("claims/assessments.toml").contains(done["toml"].as_str().unwrap()));
}
