//! Later captures of a page: what is carried, what is proposed, what is gone, and that nothing of the earlier is touched.

use serde_json::{Value, json};

use crate::run::Dossier;

const MANIFEST: &str = "[dossier]\ntitle = \"A fire\"\n";

const SOURCES: &str = r#"[agent.herald]
name = "The Herald"
kind = "outlet"
[agent.mayor]
name = "the mayor"
kind = "person"
[source.herald]
title = "Mill burns"
publisher = "herald"
kind = "news"
level = "secondary"
published = "2024-03-01"
url = "https://herald.example/mill"
text = "herald.txt"
note = "Seen in print."
"#;

const CLAIMS: &str = r#"source = "herald"

[event.fire]
title = "The fire"
[event.fire.question]
killed = { ask = "How many were killed?", type = "count" }
hurt = { ask = "How many were hurt?", type = "count" }
engines = { ask = "How many engines came?", type = "count" }
hours = { ask = "How long?", type = "count" }
cause = { ask = "Why?", type = "text" }

[[claim]]
question = "fire/killed"
value = "three"
quote = "three people were killed"
said-by = "mayor"
locator = "paragraph 1"

[[claim]]
id = "engines-first"
question = "fire/engines"
value = { min = 9, max = 9 }
quote = "9 engines came"
locator = "paragraph 2"
disputes = ["herald#killed", "herald#hurt"]

[[claim]]
question = "fire/hurt"
value = 12
quote = "12 people were hurt"
note = "Counted twice."

[[claim]]
question = "fire/hours"
value = 5
quote = "It burnt for 5 hours"

[[claim]]
question = "fire/cause"
stance = "unknown"
"#;

const THEN: &str = "At the old mill three people were killed, the mayor said.\n\n9 engines came from the town. It burnt for 5 hours.\n\n\
                    The mayor said that 12 people were hurt.\n";
const NOW: &str = "At the old mill three people were killed, the mayor said.\n\nA new line of words.\n\n9 engines came from the town.\n\n\
                   The mayor said that 14 people were hurt.\n";

fn desk() -> Dossier {
    Dossier::new(&[
        ("gainsay.toml", MANIFEST),
        ("sources/sources.toml", SOURCES),
        ("sources/herald.txt", THEN),
        ("claims/herald.toml", CLAIMS),
        ("later.txt", NOW),
    ])
}

const RECAPTURE: [&str; 4] = ["source", "recapture", "herald", "later.txt"];

fn claim<'v>(view: &'v Value, name: &str) -> &'v Value {
    view["claims"].as_array().unwrap().iter().find(|claim| claim["claim"] == name).unwrap()
}

#[test]
fn claims_are_carried_where_their_words_stand_proposed_where_they_changed_and_told_where_they_are_gone() {
    let desk = desk();
    let run =
        desk.gainsay(&[&RECAPTURE[..], &["--updated", "2024-03-05", "--format", "json"]].concat()).exits(0);
    let view = run.json();
    assert_eq!(view["source"]["id"], "herald-2024-03-05");
    let killed = claim(&view, "herald#killed");
    assert_eq!(
        (&killed["fate"], &killed["carried"]),
        (&json!("still there"), &json!("herald-2024-03-05#killed"))
    );
    let engines = claim(&view, "herald#engines-first");
    assert_eq!(engines["carried"], "herald-2024-03-05#engines-first");
    assert_eq!(engines["note"], "carried without its locator, which says where it stood");
    let hurt = claim(&view, "herald#hurt");
    assert_eq!((&hurt["fate"], &hurt["carried"]), (&json!("changed"), &Value::Null));
    assert_eq!(
        (&hurt["now"], &hurt["differs"]),
        (&json!("14 people were hurt"), &json!(["`12` became `14` (number)"]))
    );
    let hours = claim(&view, "herald#hours");
    assert_eq!((&hours["fate"], &hours["now"]), (&json!("gone"), &Value::Null));
    let cause = claim(&view, "herald#cause");
    assert_eq!(
        (&cause["fate"], &cause["note"]),
        (&Value::Null, &json!("it has no quote that could be held"))
    );
    assert_eq!(view["source"]["written"], false);
    desk.gainsay(&RECAPTURE).exits(0).says(&[
        "# 2 of 5 claims of herald carried",
        "herald#killed -> herald-later#killed  still there",
        "herald#hours  gone",
        "was: 12 people were hurt",
        "now: 14 people were hurt",
        "nothing is written yet",
    ]);
    assert!(!desk.path().join("claims/herald-later.toml").exists());
}

#[test]
fn what_is_written_is_a_capture_that_checks_and_that_diff_knows() {
    let desk = desk();
    let before = (desk.read("sources/sources.toml"), desk.read("claims/herald.toml"));
    let write = [&RECAPTURE[..], &["--updated", "2024-03-05", "--keep-text", "--write"]].concat();
    desk.gainsay(&write)
        .exits(0)
        .says(&["# wrote sources/herald-2024-03-05.toml", "# wrote claims/herald-2024-03-05.toml"]);
    let source = desk.read("sources/herald-2024-03-05.toml");
    for line in [
        "title = \"Mill burns\"",
        "publisher = \"herald\"",
        "kind = \"news\"",
        "level = \"secondary\"",
        "published = \"2024-03-01\"",
        "updated = \"2024-03-05\"",
        "url = \"https://herald.example/mill\"",
        "text = \"herald-2024-03-05.txt\"",
        "capture-of = \"herald\"",
    ] {
        assert!(source.lines().any(|own| own == line), "{line}: {source}");
    }
    assert!(!source.contains("note ="), "{source}");
    let claims: toml::Table = desk.read("claims/herald-2024-03-05.toml").parse().unwrap();
    assert_eq!(claims["source"].as_str(), Some("herald-2024-03-05"));
    let claims = claims["claim"].as_array().unwrap();
    assert_eq!(claims.len(), 2);
    let engines = claims.iter().find(|claim| claim["question"].as_str() == Some("fire/engines")).unwrap();
    assert_eq!((engines["id"].as_str(), engines.get("locator")), (Some("engines-first"), None));
    // What is carried too is meant in the later capture, what is not stays as it was.
    let disputes: Vec<&str> =
        engines["disputes"].as_array().unwrap().iter().filter_map(toml::Value::as_str).collect();
    assert_eq!(disputes, ["herald-2024-03-05#killed", "herald#hurt"]);
    let killed = claims.iter().find(|claim| claim["question"].as_str() == Some("fire/killed")).unwrap();
    assert_eq!((killed.get("id"), killed["locator"].as_str()), (None, Some("paragraph 1")));
    assert_eq!((desk.read("sources/sources.toml"), desk.read("claims/herald.toml")), before);

    let check = desk.gainsay(&["check", "--format", "json"]).json();
    assert_eq!(check["counts"]["left_out"], 0);
    assert_eq!(
        (&check["counts"]["claims"], &check["counts"]["quotes"]["exact"]),
        (&json!(7), &json!(6)),
        "{check}"
    );
    let diff = desk.gainsay(&["diff", "herald", "herald-2024-03-05", "--format", "json"]).exits(0).json();
    assert_eq!(diff["schema"], "gainsay/diff-captures/1");
    let fates: Vec<(&Value, &Value)> =
        diff["claims"].as_array().unwrap().iter().map(|claim| (&claim["claim"], &claim["fate"])).collect();
    let view = desk.gainsay(&[&RECAPTURE[..], &["--format", "json"]].concat()).exits(0).json();
    let quoted = view["claims"].as_array().unwrap().iter().filter(|claim| !claim["fate"].is_null());
    let ours: Vec<(&Value, &Value)> = quoted.map(|claim| (&claim["claim"], &claim["fate"])).collect();
    assert_eq!(ours, fates, "one engine says what became of them");
}

#[test]
fn a_proposal_is_a_comment_that_is_a_claim_once_it_is_uncommented() {
    let desk = desk();
    desk.gainsay(&[&RECAPTURE[..], &["--keep-text", "--write"]].concat()).exits(0);
    let text = desk.read("claims/herald-later.toml");
    let (_, proposal) =
        text.split_once("# herald#hurt: its words are others now: `12` became `14` (number)\n").unwrap();
    let table: String = proposal
        .lines()
        .take_while(|line| !line.is_empty())
        .filter(|line| !line.starts_with("# It was "))
        .fold(String::new(), |text, line| text + line.strip_prefix("# ").unwrap() + "\n");
    assert_eq!(
        table,
        "[[claim]]\nquestion = \"fire/hurt\"\nvalue = 12\nquote = \"14 people were hurt\"\nnote = \"Counted twice.\"\n"
    );
    assert!(
        text.contains("# herald#hours: nothing resembles its words\n# It was \"It burnt for 5 hours\"\n"),
        "{text}"
    );
    desk.write("claims/herald-later.toml", &(text + "\n" + &table.replace("value = 12", "value = 14")));
    let check = desk.gainsay(&["check", "--format", "json"]).json();
    assert_eq!(check["counts"]["quotes"]["exact"], 7);
}

#[test]
fn what_is_no_later_capture_is_refused() {
    let desk = desk();
    desk.gainsay(&["source", "recapture", "heralt", "later.txt"]).exits(2).says(&["did you mean `herald`?"]);
    desk.write("same.txt", THEN);
    desk.gainsay(&["lock"]).exits(0);
    desk.gainsay(&["source", "recapture", "herald", "same.txt"])
        .exits(2)
        .says(&["has the same bytes as source `herald`"]);
    desk.write("page.pdf", "%PDF-1.7\n");
    desk.gainsay(&["source", "recapture", "herald", "page.pdf"]).exits(2).says(&["is not read: PDF"]);
    desk.write("metadata.json", "{\"metadata\": {}, \"media\": []}");
    desk.gainsay(&["source", "recapture", "herald", "metadata.json"]).exits(2).says(&["is no text itself"]);
    let refused = [&RECAPTURE[..], &["--kind", "newz", "--write"]].concat();
    desk.gainsay(&refused).exits(1).says(&["refused: sources/herald-later.toml:", "nothing is written"]);
    assert!(!desk.path().join("sources/herald-later.toml").exists());
    desk.write("claims/herald-later.toml", "");
    desk.gainsay(&[&RECAPTURE[..], &["--write"]].concat())
        .exits(2)
        .says(&["`claims/herald-later.toml` stands already"]);
    assert!(!desk.path().join("sources/herald-later.toml").exists());
}

#[test]
fn a_later_capture_of_what_is_restricted_is_restricted_and_its_words_are_withheld() {
    let desk = desk();
    desk.write("sources/sources.toml", &(SOURCES.to_owned() + "access = \"restricted\"\n"));
    let run = desk.gainsay(&RECAPTURE).exits(0);
    run.says(&["access = \"restricted\"", "herald#hurt  changed", "words are withheld"]);
    let json = desk.gainsay(&[&RECAPTURE[..], &["--format", "json"]].concat()).exits(0);
    for word in ["people were hurt", "old mill three", "herald.example/mill"] {
        assert!(!json.out.contains(word), "{word}: {}", json.out);
    }
    let shown = desk.gainsay(&[&RECAPTURE[..], &["--show-restricted"]].concat()).exits(0);
    shown.says(&["now: 14 people were hurt"]);
    desk.gainsay(&[&RECAPTURE[..], &["--show-restricted", "--format", "json"]].concat()).exits(2);
}
