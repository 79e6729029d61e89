//! Claims as other programs have them: who said what, where and in which words.

use std::collections::{BTreeMap, BTreeSet};

use oxttl::TurtleParser;
use serde_json::{Value, json};

use crate::run::{Dossier, Run, gainsay_in, repository};

pub(crate) const FORMS: [&str; 4] = ["annotations", "prov", "claimreview", "ftm"];

pub(crate) fn objects(run: &Run) -> Vec<Value> {
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The statements of Turtle: subject, predicate, object, each as N-Triples has it.
fn triples(run: &Run) -> BTreeSet<[String; 3]> {
    let read = TurtleParser::new().for_slice(run.out.as_bytes()).map(|triple| {
        let triple = triple.unwrap();
        [triple.subject.to_string(), triple.predicate.to_string(), triple.object.to_string()]
    });
    read.collect()
}

/// The statements of FollowTheMoney: of each entity its properties with their values.
fn entities(run: &Run) -> BTreeMap<String, BTreeSet<(String, String)>> {
    let mut table = csv::Reader::from_reader(run.out.as_bytes());
    assert_eq!(table.headers().unwrap().len(), 14);
    let mut all: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for row in table.deserialize() {
        let row: BTreeMap<String, String> = row.unwrap();
        let of = all.entry(row["entity_id"].clone()).or_default();
        of.insert(("schema".to_owned(), row["schema"].clone()));
        of.insert((row["prop"].clone(), row["value"].clone()));
    }
    all
}

const SOURCES: &str = r#"
[agent]
courier = { name = "The Courier", kind = "outlet" }
mayor = { name = "the mayor", kind = "person", part-of = ["town"] }
town = { name = "The Town", kind = "government" }
clerk = { name = "a clerk", named = false }

[place]
mill = { name = "The Mill", kind = "site" }

[source.paper]
title = "Three dead"
publisher = "courier"
author = ["A. Writer"]
kind = "news"
published = "2024-03-01"
accessed = "2024-03-02"
language = "en"
url = "https://courier.example/fire"
archive-url = "https://archive.example/fire"
text = "paper.txt"

[source.later]
title = "Four dead"
publisher = "courier"
published = "2024-03-02"
derived-from = [{ source = "paper", how = "cites" }]
"#;

const PAPER: &str = "On Friday the old mill burned down. Three people were killed at the mill, the mayor said a clerk had told her, \
                     and nobody was hurt.\n";

pub(crate) const CLAIMS: &str = r#"
[event.fire]
title = "The fire"
[event.fire.question]
killed = { ask = "How many were killed?", type = "count" }
hurt = { ask = "How many were hurt?", type = "count" }

[[claim]]
source = "paper"
question = "fire/killed"
value = 3
quote = "Three people were killed"
said-by = ["mayor", "clerk"]
modality = "alleged"
scope = { place = "mill" }

[[claim]]
source = "paper"
question = "fire/hurt"
value = 0
quote = "nobody was hurt"
prefix = "and "

[[claim]]
source = "later"
question = "fire/killed"
value = 4
corrects = ["paper#killed"]

[[assessment]]
question = "fire/killed"
claims = ["paper#killed", "later#killed"]
status = "contested"
rationale = "One counts a day later."
decided-by = "A. Editor"
decided-at = "2024-03-03"
"#;

pub(crate) fn fire() -> Dossier {
    Dossier::new(&[
        ("gainsay.toml", "[dossier]\ntitle = \"A fire\"\nlanguage = \"en\"\n"),
        ("sources/a.toml", SOURCES),
        ("sources/paper.txt", PAPER),
        ("claims/a.toml", CLAIMS),
    ])
}

#[test]
fn an_annotation_leads_to_its_words_and_says_whose_they_are() {
    let run = fire().gainsay(&["export", "annotations"]).exits(0);
    run.says(&["1 claim without a quote left out"]);
    let run = fire().gainsay(&["export", "annotations"]);
    let all = objects(&run);
    assert_eq!(all.len(), 2);
    let target = &all[0]["target"];
    assert_eq!(target["source"], "https://courier.example/fire");
    assert_eq!(
        target["selector"],
        json!({
            "type": "TextQuoteSelector",
            "exact": "Three people were killed",
            "prefix": "riday the old mill burned down. ",
            "suffix": " at the mill, the mayor said a c",
        })
    );
    assert_eq!(
        target["state"],
        json!({
            "type": "TimeState",
            "sourceDateStart": "2024-03-02T00:00:00Z",
            "sourceDateEnd": "2024-03-02T23:59:59Z",
            "cached": "https://archive.example/fire",
        })
    );
    let body = all[0]["body"]["value"].as_str().unwrap();
    for line in [
        "said-by: mayor; clerk",
        "modality: alleged",
        "scope.place: mill",
        "prefix:",
        "told.modality: alleged",
        "told.said-by: the mayor (mayor); a clerk (clerk)",
        "told.origin: agent:clerk (a clerk)",
        "told.covers: in The Mill",
        "told.outcome: exact",
    ] {
        assert!(body.lines().any(|it| it == line), "{line:?} in {body}");
    }
    // What is recorded around a quote goes before what the text has.
    let selector = &all[1]["target"]["selector"];
    assert_eq!((&selector["prefix"], &selector["suffix"]), (&json!("and "), &json!(".\n")));
}

#[test]
fn where_no_text_is_held_nothing_stands_around_a_quote_that_nobody_recorded() {
    let dossier = fire();
    std::fs::remove_file(dossier.path().join("sources/paper.txt")).unwrap();
    let all = objects(&dossier.gainsay(&["export", "annotations"]).exits(0));
    assert_eq!(all[0]["target"]["selector"].get("prefix"), None);
    assert_eq!(all[1]["target"]["selector"]["prefix"], "and ");
}

#[test]
fn annotations_that_are_added_again_change_nothing() {
    let hard = "[[claim]]\nid = \"hard\"\nsource = \"paper\"\nquestion = \"fire/hurt\"\nvalue = 0\n\
                quote = \"nobody was hurt\"\nnote = \" =1+1\\nmodality: stated\\u202e \"\ntranslation = \"'@x\"\n";
    for (dossier, claims) in [(fire(), 2), (fire(), 3)] {
        if claims == 3 {
            dossier.write("claims/b.toml", hard);
        }
        let annotations = dossier.gainsay(&["export", "annotations"]).exits(0).out;
        assert!(annotations.contains("the old mill burned down"), "what the text has is among it");
        dossier.write("annotations.jsonl", &annotations);
        let before = (dossier.read("claims/a.toml"), claims);
        let added = dossier.gainsay(&["add", "--from", "annotations.jsonl"]).exits(0);
        let told = format!("create 0, update 0, unchanged {claims}, refused 0");
        added.says(&[told.as_str(), "nothing to write"]);
        assert_eq!((dossier.read("claims/a.toml"), claims), before);
    }
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("annotations.jsonl");
    std::fs::write(&rows, gainsay_in(&repository(), &["export", "annotations"]).exits(0).out).unwrap();
    let added = gainsay_in(&repository(), &["add", "--from", rows.to_str().unwrap()]).exits(0);
    added.says(&["create 0, update 0, unchanged 421, refused 0"]);
}

#[test]
fn prov_says_who_said_what_and_where_it_stands() {
    let found = triples(&fire().gainsay(&["export", "prov"]).exits(0));
    let is = |subject: &str, predicate: &str, object: &str| {
        let (prov, own) = ("http://www.w3.org/ns/prov#", "urn:gainsay:vocabulary:");
        let predicate = predicate.replace("prov:", prov).replace("gainsay:", own);
        let object = match object.strip_prefix("urn:") {
            Some(_) => format!("<{object}>"),
            None => object.to_owned(),
        };
        let triple = [format!("<urn:gainsay:{subject}>"), format!("<{predicate}>"), object];
        assert!(found.contains(&triple), "{triple:?} in {found:#?}");
    };
    let claim = "claim:paper/killed";
    for (predicate, object) in [
        ("prov:value", "\"3\""),
        ("prov:wasQuotedFrom", "urn:gainsay:source:paper"),
        ("prov:wasAttributedTo", "urn:gainsay:agent:mayor"),
        ("prov:wasAttributedTo", "urn:gainsay:agent:clerk"),
        ("prov:qualifiedAttribution", "urn:gainsay:attribution:paper/killed/2"),
        ("gainsay:origin", "urn:gainsay:agent:clerk"),
        ("gainsay:modality", "\"alleged\""),
        ("gainsay:stance", "\"affirms\""),
        ("gainsay:place", "\"mill\""),
        ("gainsay:quote", "\"Three people were killed\"@en"),
        ("gainsay:as-of", "\"2024-03-01\"^^<http://www.w3.org/2001/XMLSchema#date>"),
        ("gainsay:question", "urn:gainsay:question:fire/killed"),
    ] {
        is(claim, predicate, object);
    }
    is("attribution:paper/killed/2", "prov:agent", "urn:gainsay:agent:clerk");
    is("attribution:paper/killed/2", "prov:hadRole", "urn:gainsay:vocabulary:speaker");
    is("attribution:later/killed/1", "prov:hadRole", "urn:gainsay:vocabulary:own-voice");
    is("claim:later/killed", "prov:wasRevisionOf", "urn:gainsay:claim:paper/killed");
    is("claim:later/killed", "prov:wasDerivedFrom", "urn:gainsay:source:later");
    is("source:later", "prov:wasDerivedFrom", "urn:gainsay:source:paper");
    is("source:later", "gainsay:cites", "urn:gainsay:source:paper");
    is("assessment:fire/killed/1", "gainsay:status", "\"contested\"");
    assert_eq!(fire().gainsay(&["export", "prov"]).out, fire().gainsay(&["export", "prov"]).out);
}

#[test]
fn what_is_retracted_is_invalidated() {
    let dossier = fire();
    dossier.write("claims/a.toml", &CLAIMS.replace("corrects = ", "retracts = "));
    let found = triples(&dossier.gainsay(&["export", "prov"]).exits(0));
    let by = [
        "<urn:gainsay:claim:paper/killed>".to_owned(),
        "<http://www.w3.org/ns/prov#wasInvalidatedBy>".to_owned(),
        "<urn:gainsay:retraction:later/killed>".to_owned(),
    ];
    assert!(found.contains(&by), "{found:#?}");
}

#[test]
fn a_review_says_how_a_claim_stands_and_rates_nothing() {
    let run = fire().gainsay(&["export", "claimreview"]).exits(0);
    assert!(!run.out.contains("ratingValue"));
    let all = objects(&run);
    let of = |id: &str| all.iter().find(|it| it["@id"] == format!("urn:gainsay:review:{id}")).unwrap();
    let killed = of("paper/killed");
    assert_eq!(killed["claimReviewed"], "The fire: How many were killed? 3");
    assert_eq!(killed["reviewRating"]["alternateName"], "withdrawn; the desk: contested");
    assert_eq!(killed["reviewBody"], "One counts a day later.");
    let item = &killed["itemReviewed"];
    assert_eq!(item["hasPart"]["text"], "Three people were killed");
    let authors: Vec<&Value> = item["author"].as_array().unwrap().iter().map(|it| &it["name"]).collect();
    assert_eq!(authors, ["the mayor", "a clerk"]);
    assert_eq!(item["appearance"]["datePublished"], "2024-03-01");
    let told: BTreeMap<&str, &str> = item["additionalProperty"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["name"].as_str().unwrap(), it["value"].as_str().unwrap()))
        .collect();
    assert_eq!(
        (told["modality"], told["place"], told["origin"]),
        ("alleged", "mill", "urn:gainsay:agent:clerk")
    );
    assert_eq!(of("paper/hurt")["reviewRating"]["alternateName"], "alone");
    assert_eq!(of("paper/hurt").get("reviewBody"), None);
}

#[test]
fn statements_link_a_claim_with_its_event_its_source_and_whoever_said_it() {
    let all = entities(&fire().gainsay(&["export", "ftm"]).exits(0));
    let has = |id: &str, property: &str, value: &str| {
        let id = format!("a-fire.{id}");
        let held = all[&id].contains(&(property.to_owned(), value.to_owned()));
        assert!(held, "{id} {property} {value}: {:#?}", all[&id]);
    };
    for (property, value) in [
        ("schema", "Note"),
        ("description", "The fire: How many were killed? 3"),
        ("summary", "Three people were killed"),
        ("entity", "a-fire.fire.event"),
        ("proof", "a-fire.paper.source"),
        ("keywords", "modality: alleged"),
        ("notes", "place: mill"),
        ("notes", "origin: agent:clerk (a clerk)"),
        ("notes", "the desk: contested: One counts a day later."),
    ] {
        has("paper.killed.claim", property, value);
    }
    has("paper.killed.2.said", "subject", "a-fire.clerk.agent");
    has("paper.killed.2.said", "object", "a-fire.paper.killed.claim");
    has("paper.killed.origin", "role", "origin");
    has("mayor.agent", "schema", "Person");
    has("town.agent", "schema", "PublicBody");
    has("paper.source", "publishedAt", "2024-03-01");
    // Whatever is named is there.
    for (property, value) in all.values().flatten() {
        let is_led_to = ["entity", "proof", "subject", "object"].contains(&property.as_str());
        assert!(!is_led_to || all.contains_key(value), "{property} {value}");
    }
}
