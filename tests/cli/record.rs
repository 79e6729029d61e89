//! The repository's own dossier: what it must show, and that its reports are fresh.

use serde_json::Value;

use crate::run::{Run, gainsay_in, repository};

fn gainsay(arguments: &[&str]) -> Run {
    gainsay_in(&repository(), arguments)
}

fn compared(question: &str) -> Value {
    gainsay(&["compare", question, "--format", "json"]).exits(0).json()["questions"][0].clone()
}

/// The pairs of a question of which one claim is `a` and the other `b`, told by a test on each claim.
fn pairs<'v>(question: &'v Value, a: &dyn Fn(&Value) -> bool, b: &dyn Fn(&Value) -> bool) -> Vec<&'v Value> {
    let claims = question["claims"].as_array().unwrap();
    let claim = |name: &Value| claims.iter().find(|claim| claim["claim"] == *name).unwrap();
    let all = question["pairs"].as_array().unwrap();
    let found: Vec<_> = all
        .iter()
        .filter(|pair| {
            let (x, y) = (claim(&pair["a"]), claim(&pair["b"]));
            a(x) && b(y) || a(y) && b(x)
        })
        .collect();
    assert!(!found.is_empty(), "no such pair on {}", question["question"]);
    found
}

fn words<'w>(words: &'w str) -> impl Fn(&Value) -> bool + 'w {
    move |claim| claim["words"] == words
}

#[test]
fn the_dossier_holds_nothing_that_nobody_has_explained() {
    let run = gainsay(&["check", "--format", "json"]).exits(0);
    let json = run.json();
    let open = json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["level"] == "deny" && f["explained"].is_null());
    assert_eq!(open.count(), 0);
    assert_eq!(json["counts"]["left_out"], 0);
    assert_eq!(json["counts"]["sources"], 5);
}

#[test]
fn biden_and_the_government_of_jordan_contradict_each_other_on_the_country() {
    let country = compared("tower-22/country");
    let said_by = |agent: &'static str| move |claim: &Value| claim["origin"] == agent;
    let jordan = |claim: &Value| said_by("agent:joe-biden")(claim) && claim["words"] == "jordan";
    let found = pairs(&country, &jordan, &said_by("agent:jordan-government"));
    for pair in found {
        assert_eq!(
            (&pair["relation"], &pair["row"]),
            (&Value::from("contradiction"), &Value::from(16)),
            "{pair}"
        );
        assert_eq!(pair["class"], "conflict");
    }
    let all = gainsay(&["check", "--format", "json"]).findings("contradiction");
    let told = all.iter().find(|finding| finding["question"] == "tower-22/country").expect("it is a finding");
    for claim in ["untitled-more-pressure#country-biden", "untitled-more-pressure#country-jordan-government"]
    {
        assert!(told["claims"].as_array().unwrap().contains(&Value::from(claim)), "{claim}");
    }
    assert!(told["explained"].is_string(), "the desk has said why it stands");
}

#[test]
fn near_the_border_is_in_conflict_with_neither_country() {
    let country = compared("tower-22/country");
    let at_the_border = |claim: &Value| claim["reading"].as_str().is_some_and(|read| read.contains("border"));
    for other in ["jordan", "syria"] {
        for pair in pairs(&country, &at_the_border, &words(other)) {
            assert_ne!(pair["class"], "conflict", "{pair}");
            assert_ne!(pair["class"], "tension", "{pair}");
        }
    }
}

#[test]
fn dozens_and_over_150_do_not_contradict_each_other() {
    let attacks = compared("attacks-on-us-forces/attacks");
    for pair in pairs(&attacks, &words("dozens"), &words("over 150")) {
        assert!(["lags", "superseded"].contains(&pair["relation"].as_str().unwrap()), "{pair}");
        assert_eq!(pair["class"], "change");
        assert_eq!(
            pair["direction"].as_str().map(|side| &pair[side]),
            Some(&later(&attacks, pair)),
            "the later one"
        );
    }
}

/// The claim of a pair that says "over 150", which is the later.
fn later(question: &Value, pair: &Value) -> Value {
    let claims = question["claims"].as_array().unwrap();
    let over = claims.iter().filter(|claim| claim["words"] == "over 150");
    let names: Vec<&Value> = over.map(|claim| &claim["claim"]).collect();
    [&pair["a"], &pair["b"]].into_iter().find(|name| names.contains(name)).unwrap().clone()
}

#[test]
fn nearly_200_and_hundreds_are_in_tension() {
    let attacks = compared("attacks-on-us-forces/attacks");
    for pair in pairs(&attacks, &words("nearly 200"), &words("Hundreds")) {
        assert_eq!((&pair["relation"], &pair["row"]), (&Value::from("tension"), &Value::from(17)), "{pair}");
    }
}

#[test]
fn the_committed_reports_are_those_that_would_be_written() {
    gainsay(&["report", "--check"]).exits(0).says(&["reports/ is up to date"]);
}
