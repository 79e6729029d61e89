//! `gainsay spot` and `gainsay coverage`: what could be recorded, what is, what is waived, and what is open.

use serde_json::Value;

use crate::run::{Dossier, SMALL};

/// A paper whose text says more than its claims record.
fn dossier() -> Dossier {
    let dossier = Dossier::new(&SMALL);
    let sources = dossier.read("sources/sources.toml").replacen(
        "herald = { title = \"Fire\",",
        "herald = { title = \"Fire\", text = \"herald.txt\",",
        1,
    );
    let sources = sources
        + "navy = { name = \"the Navy\", kind = \"organization\", aliases = [\"Navy\"] }\n\n\
           [place]\nharbour = { name = \"Old Harbour 12\", kind = \"site\" }\n";
    dossier.write("sources/sources.toml", &sources);
    dossier.write(
        "sources/herald.txt",
        "The fire at Old Harbour 12 broke out on 28 February. On Thursday 3 were killed, the mayor said, and nearly 200 people fled \
         the flames.\n\n“We have lost one of the oldest streets of the town,” a spokesman of the Navy said. They call it \
         “the Old Harbour 12,” too. Damage is put at \
         €2.5 million. See page 12 or call 555 0199.\n",
    );
    dossier
}

/// The passages of the first source in the JSON of `spot`.
fn passages(dossier: &Dossier, options: &[&str]) -> Vec<Value> {
    let json = dossier.gainsay(&[&["spot", "herald", "--format", "json"], options].concat()).exits(0).json();
    json["sources"][0]["passages"].as_array().unwrap().clone()
}

fn told(passages: &[Value], key: &str) -> Vec<String> {
    let text = |it: &Value| it[key].as_str().map_or_else(|| it[key].to_string(), str::to_owned);
    passages.iter().map(text).collect()
}

#[test]
fn figures_and_dates_are_spotted_with_how_they_stand_in_the_record() {
    let dossier = dossier();
    let figures = passages(&dossier, &["--kind", "figure", "--kind", "date"]);
    assert_eq!(
        told(&figures, "quote"),
        ["28 February", "On Thursday", "3 were killed", "nearly 200 people", "€2.5 million",]
    );
    assert_eq!(told(&figures, "state"), ["open", "open", "recorded", "open", "open"]);
    assert_eq!(told(&figures, "counted"), ["true", "false", "true", "true", "true"]);
    assert_eq!(
        told(&figures, "reading"),
        [
            "28 February, the year not said",
            "a Thursday",
            "3",
            "160 to 200, usually 180 to 199",
            "at least 2,450,000 and less than 2,550,000 €, usually 2,500,000",
        ]
    );
    assert_eq!(told(&figures, "value"), ["2024-02-28", "2024-02-29", "3", "nearly 200", "€2.5 million"]);
    assert_eq!(figures[2]["claims"], serde_json::json!(["herald#killed"]));
    assert_eq!((&figures[3]["hedge"], &figures[3]["noun"]), (&"nearly".into(), &"people".into()));
    assert_eq!((&figures[3]["line"], &figures[3]["column"]), (&1.into(), &101.into()));
}

#[test]
fn places_agents_and_quotations_are_spotted_by_their_names_and_marks() {
    let dossier = dossier();
    let places = passages(&dossier, &["--kind", "place"]);
    assert_eq!(
        (told(&places, "value"), told(&places, "state")),
        (vec!["harbour".to_owned()], vec!["open".to_owned()])
    );
    let agents = passages(&dossier, &["--kind", "agent"]);
    assert_eq!(told(&agents, "value"), ["mayor", "navy"]);
    assert_eq!(told(&agents, "state"), ["recorded", "open"], "the mayor speaks for a claim");
    let quotations = passages(&dossier, &["--kind", "quotation"]);
    assert_eq!(told(&quotations, "quote"), ["We have lost one of the oldest streets of the town"]);
    assert_eq!(
        told(&quotations, "value"),
        told(&quotations, "quote"),
        "the comma within is none of the words"
    );
    assert_eq!(quotations[0]["speakers"], serde_json::json!(["navy"]));
}

/// A page with more on it than its article.
const PAGE: &str = "<html><head><title>Fire at the mill</title></head><body>\
    <nav><a href=\"/\">Home</a> <a href=\"/top\">Top 10</a> <span>34 comments</span></nav>\
    <article><h1>Fire at the mill</h1>\
    <p>The fire at the old mill began before dawn and was seen from the other side of the river, where people stood and \
    watched for hours.</p>\
    <p>It killed at least 34 people and hurt dozens, the mayor said, while nearly 200 men of the fire brigade fought the flames \
    until the evening.</p>\
    <p>On 28 February the council had closed the mill, since its owner had never paid for the repairs that the engineers had asked \
    for.</p></article>\
    <aside>Most read: 5 ways to cook beans. Subscribe for 12 euros.</aside>\
    <footer>\u{a9} 2024 The Herald. Call 555 0199.</footer></body></html>";

#[test]
fn what_a_page_shows_beside_its_article_is_left_out() {
    let dossier = dossier();
    let sources = dossier.read("sources/sources.toml").replace("herald.txt", "page.html");
    dossier.write("sources/sources.toml", &sources);
    dossier.write("sources/page.html", PAGE);
    let claims = dossier.read("claims/claims.toml").replacen(
        "value = 3\nquote = \"3 were killed\"",
        "value = \"at least 34\"\nquote = \"killed at least 34\"",
        1,
    );
    dossier.write("claims/claims.toml", &claims);
    let found = passages(&dossier, &["--kind", "figure", "--kind", "date"]);
    assert_eq!(told(&found, "quote"), ["at least 34 people", "hurt dozens", "nearly 200 men", "28 February"]);
    assert_eq!(told(&found, "state"), ["recorded", "open", "open", "open"]);
    // Lines are those of all the words, as `gainsay text` counts them.
    let text = dossier.gainsay(&["text", "herald", "--format", "json"]).exits(0).json();
    let line = found[3]["line"].as_u64().unwrap();
    let words = text["lines"][usize::try_from(line).unwrap() - 1]["words"].as_str().unwrap();
    assert!(words.starts_with("On 28 February"), "line {line}: {words}");
}

/// What is quoted around a date is recorded where the date is the claim's, and not where it merely lies within its time.
#[test]
fn a_date_is_recorded_by_the_time_of_a_claim_too() {
    let state = |scope: &str| {
        let dossier = dossier();
        let quote = "28 February. On Thursday 3 were killed";
        let claims = dossier.read("claims/claims.toml").replacen(
            "quote = \"3 were killed\"",
            &format!("quote = \"{quote}\"\n{scope}"),
            1,
        );
        dossier.write("claims/claims.toml", &claims);
        told(&passages(&dossier, &["--kind", "date"]), "state")[0].clone()
    };
    assert_eq!(state(""), "open", "the claim is about a number");
    assert_eq!(state("as-of = \"2024-02-28\""), "recorded");
    assert_eq!(state("scope = { period = \"2024-02-28/2024-03-01\" }"), "recorded");
    assert_eq!(state("scope = { period = \"2024-02-01/2024-03-31\" }"), "open");
}

#[test]
fn what_is_open_is_given_as_rows_of_claims() {
    let dossier = dossier();
    let run =
        dossier.gainsay(&["spot", "herald", "--open", "--kind", "figure", "--format", "jsonl"]).exits(0);
    let rows: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(told(&rows, "quote"), ["nearly 200 people", "€2.5 million"]);
    assert_eq!(told(&rows, "locator"), ["paragraph 1", "paragraph 2"]);
    assert!(rows.iter().all(|row| row["source"] == "herald" && row["spotted"]["state"] == "open"));
    assert_eq!(rows[0]["spotted"]["kind"], "figure");
    let known = ["source", "question", "value", "quote", "locator", "said-by", "spotted"];
    let keys = rows.iter().flat_map(|row| row.as_object().unwrap().keys());
    assert!(keys.clone().all(|key| known.contains(&key.as_str())), "{:?}", keys.collect::<Vec<_>>());
}

#[test]
fn coverage_tells_what_is_recorded_waived_and_open() {
    let dossier = dossier();
    let run = dossier.gainsay(&["coverage"]).exits(0);
    run.says(&[
        "herald  1 recorded, 0 waived, 3 open",
        "courier  not looked at: its text is not held here",
        "3 open; 1 not looked at",
    ]);
    let sources = dossier.read("sources/sources.toml").replacen(
        "text = \"herald.txt\",",
        "text = \"herald.txt\", waive = [{ quote = \"nearly 200 people\", reason = \"they came back\" }, \
         { quote = \"page 12\", reason = \"no figure\" }, { quote = \"nowhere\", reason = \"a slip\" }],",
        1,
    );
    dossier.write("sources/sources.toml", &sources);
    let json = dossier.gainsay(&["coverage", "herald", "--format", "json"]).exits(0).json();
    let herald = &json["sources"][0];
    assert_eq!((&herald["recorded"], &herald["waived"], &herald["open"]), (&1.into(), &1.into(), &2.into()));
    let waivers = herald["waivers"].as_array().unwrap();
    assert_eq!(
        (told(waivers, "stands"), told(waivers, "waives")),
        (
            vec!["1".to_owned(), "1".to_owned(), "0".to_owned()],
            vec!["1".to_owned(), "0".to_owned(), "0".to_owned()]
        )
    );
    let unused = dossier.gainsay(&["check", "--format", "json"]).findings("unused-waiver");
    assert_eq!(told(&unused, "message"), ["`herald` waives `nowhere`, which does not stand in its text"]);
    dossier.gainsay(&["spot", "herald"]).exits(0).says(&["waived: they came back"]);
}

#[test]
fn a_claim_that_is_taken_out_leaves_its_figure_open_and_no_other() {
    let dossier = dossier();
    let open = |dossier: &Dossier| {
        let json = dossier.gainsay(&["coverage", "herald", "--format", "json"]).exits(0).json();
        told(json["sources"][0]["passages"].as_array().unwrap(), "quote")
    };
    let before = open(&dossier);
    let claims = dossier.read("claims/claims.toml");
    let (head, rest) = claims.split_once("[[claim]]").unwrap();
    let (_, other) = rest.split_once("[[claim]]").unwrap();
    dossier.write("claims/claims.toml", &format!("{head}[[claim]]{other}"));
    let more: Vec<String> = open(&dossier).into_iter().filter(|quote| !before.contains(quote)).collect();
    assert_eq!(more, ["3 were killed"]);
}

#[test]
fn an_unrecorded_figure_is_found_where_the_manifest_asks() {
    let dossier = dossier();
    let quiet = dossier.gainsay(&["check", "--format", "json"]);
    assert_eq!(quiet.findings("unrecorded-figure").len(), 0, "the rule is allowed");
    let run = dossier.gainsay(&["check", "--warn", "unrecorded-figure", "--format", "json"]);
    let found = run.findings("unrecorded-figure");
    assert_eq!(
        told(&found, "message"),
        [
            "`herald` says `28 February`, which no claim records",
            "`herald` says `nearly 200 people`, which no claim records",
            "`herald` says `€2.5 million`, which no claim records",
        ]
    );
}

#[test]
fn what_cannot_be_looked_at_is_said() {
    let dossier = dossier();
    dossier
        .gainsay(&["spot", "courier"])
        .exits(2)
        .says(&["no text could be looked at: that of `courier` is not held here", "--archive DIR"]);
    dossier.gainsay(&["coverage", "courier"]).exits(2).says(&["no text could be looked at"]);
    dossier.gainsay(&["spot", "heralt"]).exits(2).says(&["did you mean `herald`?"]);
    dossier.gainsay(&["spot", "--kind", "figures"]).exits(2).says(&["figure, date, place, agent, quotation"]);
    let sources = dossier.read("sources/sources.toml");
    dossier.write(
        "sources/sources.toml",
        &sources.replacen("herald = { title", "herald = { language = \"tr\", title", 1),
    );
    dossier
        .gainsay(&["spot", "herald"])
        .exits(2)
        .says(&["is in a language in which no words are read: `tr`"]);
}

#[test]
fn passages_of_a_restricted_source_are_counted_and_shown_at_the_desk_alone() {
    let dossier = dossier();
    let sources = dossier.read("sources/sources.toml");
    dossier
        .write("sources/sources.toml", &sources.replacen("text = ", "access = \"restricted\", text = ", 1));
    let run = dossier.gainsay(&["spot", "herald", "--kind", "figure"]).exits(0);
    assert!(!run.out.contains("nearly") && !run.out.contains("million"), "{}", run.out);
    run.says(&["3 passages withheld"]);
    let run = dossier.gainsay(&["coverage", "herald"]).exits(0);
    assert!(!run.out.contains("nearly"), "{}", run.out);
    run.says(&["1 recorded, 0 waived, 3 open", "3 open withheld"]);
    let rows = dossier.gainsay(&["spot", "herald", "--format", "jsonl"]).exits(0);
    assert_eq!(rows.out, "");
    for command in ["spot", "coverage"] {
        dossier.gainsay(&[command, "herald", "--show-restricted"]).exits(0).says(&["nearly 200 people"]);
    }
    let found = dossier.gainsay(&["check", "--warn", "unrecorded-figure"]);
    assert!(!found.out.contains("nearly"), "{}", found.out);
    found.says(&["`herald` says `[withheld]`"]);
}
