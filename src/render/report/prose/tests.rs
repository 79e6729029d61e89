//! Sentences of small dossiers.

use super::gist::GistPart;
use super::{Gist, render};
use crate::render::report::tests::report;
use crate::view::report::{Length, Report};

const SOURCES: &str = "[agent.ministry]\nname = \"the ministry\"\n[agent.police]\nname = \"local authorities\"\n\
    [agent.herald]\nname = \"The Herald\"\n[agent.wire]\nname = \"The Wire\"\n\
    [source.herald]\ntitle = \"Fire\"\npublisher = \"herald\"\nkind = \"news\"\npublished = \"2024-03-01\"\n\
    [source.wire]\ntitle = \"A look at the fire\"\npublisher = \"wire\"\nkind = \"analysis\"\npublished = \"2024-03-03\"\n\
    [source.a]\ntitle = \"First\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\n\
    [source.b]\ntitle = \"Second\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\nkind = \"analysis\"\n\
    [source.c]\ntitle = \"Third\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\n";

/// The prose of claims on one question; each is a source and what follows of its table.
fn prose(question: &str, claims: &[(&str, &str)], length: Length) -> String {
    let mut out = String::new();
    render(&mut out, &of_claims(question, claims).of_length(length));
    out
}

/// The fewest words on the question: `ministry: *500, later 471*`, with stars where an answer stands.
fn gist(question: &str, claims: &[(&str, &str)]) -> String {
    let report = of_claims(question, claims);
    let disputed = report.disputed();
    let (asked, disputes) = disputed.first().expect("it is in dispute");
    let gist = Gist::new(asked, disputes);
    let part = |it: &GistPart| match it.by.is_empty() {
        true => format!("{}: *{}*", it.of, it.answer),
        false => format!("*{}*: {}", it.answer, it.by),
    };
    let parts: Vec<String> = gist.parts.iter().map(part).collect();
    format!("{}, {} more", parts.join("; "), gist.more)
}

fn of_claims(question: &str, claims: &[(&str, &str)]) -> Report {
    let questions = format!(
        "[event.fire]\ntitle = \"Fire\"\n[event.fire.question.q]\nask = \"What of it?\"\n{question}\n"
    );
    let claim = |(at, (source, rest)): (usize, &(&str, &str))| {
        format!(
            "[[claim]]\nid = \"c{at}\"\nsource = \"{source}\"\nquestion = \"fire/q\"\nquote = \"x\"\n{rest}\n"
        )
    };
    let claims: String = claims.iter().enumerate().map(claim).collect();
    let files = [
        ("claims/questions.toml", questions.as_str()),
        ("sources/a.toml", SOURCES),
        ("claims/a.toml", &claims),
    ];
    report(&files)
}

#[test]
fn in_the_fewest_words_each_answer_still_has_its_speaker() {
    let toll = [
        ("herald", "value = \"At least 5000\"\nsaid-by = \"ministry\"\nas-of = \"2024-03-01\""),
        ("wire", "value = 4710\nsaid-by = \"ministry\"\nas-of = \"2024-03-02\""),
        ("a", "value = \"Dozens\"\nsaid-by = \"police\"\nas-of = \"2024-03-02\"\nmodality = \"estimated\""),
    ];
    assert_eq!(
        gist("type = \"count\"\nover-time = \"grows\"", &toll),
        "ministry: *at least 5,000, later 4,710*; local authorities: *dozens (estimated)*, 0 more"
    );
    let choice = "type = \"choice\"\noptions = [\"arson\", \"short-circuit\"]";
    let (arson, spark) = ("value = \"arson\"", "value = \"short-circuit\"");
    assert_eq!(
        gist(choice, &[("herald", spark), ("a", arson), ("wire", arson), ("c", arson)]),
        "*arson*: The Wire, 2 articles; *short circuit*: The Herald, 0 more",
        "the answer of most stands first, and texts of no known publisher are counted"
    );
    let of_ministry = "value = \"short-circuit\"\nsaid-by = \"ministry\"";
    assert_eq!(
        gist(choice, &[("wire", arson), ("wire", of_ministry)]),
        "*arson*: The Wire; *short circuit*: ministry, as told by The Wire, 0 more",
        "who gives another's answer in order to contradict it is named beside it"
    );
    let towns: Vec<String> = (0..11).map(|at| format!("value = {}", 10 + at)).collect();
    let many: Vec<(&str, &str)> = towns.iter().map(|value| ("herald", value.as_str())).collect();
    assert!(gist("type = \"count\"", &many).ends_with(", 3 more"), "eight of eleven answers are told");
}

#[test]
fn a_toll_is_told_by_speaker_the_earliest_figure_first() {
    let claims = [
        ("herald", "value = \"at least 500\"\nsaid-by = \"ministry\"\nas-of = \"2024-03-01\""),
        ("wire", "value = 500\nsaid-by = \"ministry\"\nas-of = \"2024-03-01\""),
        ("wire", "value = 471\nsaid-by = \"ministry\"\nas-of = \"2024-03-02\""),
        (
            "herald",
            "value = \"Dozens\"\nsaid-by = \"police\"\nas-of = \"2024-03-02\"\nmodality = \"estimated\"",
        ),
    ];
    // Of answers in as many sources that which comes first as words stands first.
    let prose = prose("type = \"count\"\nover-time = \"grows\"", &claims, Length::Short);
    assert!(
        prose.contains(
            "What of it? The ministry says 500 (also given as at least 500), later 471; local authorities estimate dozens."
        ),
        "{prose}"
    );
}

#[test]
fn who_gives_two_answers_also_gives_the_second_and_one_that_is_quoted_to_be_contradicted_is_no_account() {
    let choice = "type = \"choice\"\noptions = [\"short-circuit\", \"arson\"]";
    let own = [("herald", "value = \"arson\""), ("herald", "value = \"short-circuit\"")];
    let both = prose(choice, &own, Length::Short);
    assert!(both.contains("The Herald says “arson” and also says “short circuit”."), "{both}");
    let argued = |source| {
        [(source, "value = \"arson\""), (source, "value = \"short-circuit\"\nsaid-by = \"ministry\"")]
    };
    let rebuts = prose(choice, &argued("wire"), Length::Short);
    assert!(
        rebuts.contains("The Wire says “arson” and gives the answer of the ministry as “short circuit”."),
        "{rebuts}"
    );
    let reports = prose(choice, &argued("herald"), Length::Short);
    assert!(reports.contains("The Herald says “arson”; the ministry says “short circuit”."), "{reports}");
}

#[test]
fn texts_whose_publishers_are_not_known_are_told_apart_where_they_differ() {
    let choice = "type = \"choice\"\noptions = [\"arson\", \"spark\"]";
    let says = |claims: &[(&str, &str)], words: &str| {
        let prose = prose(choice, claims, Length::Short);
        assert!(prose.contains(words), "{prose}");
    };
    let (arson, spark) = ("value = \"arson\"", "value = \"spark\"");
    says(
        &[("a", arson), ("herald", spark)],
        "An article of an unknown publisher says “arson”; The Herald says “spark”.",
    );
    says(&[("a", arson), ("b", spark)], "“First” says “arson”; “Second” says “spark”.");
    says(&[("a", arson), ("a", spark)], "“First” says “arson” and also says “spark”.");
    // One text that says a thing twice is one text.
    says(
        &[("a", arson), ("a", arson), ("c", arson), ("b", spark)],
        "Two articles of unknown publishers say “arson”; “Second” says “spark”.",
    );
    says(
        &[
            ("b", arson),
            ("b", "value = \"spark\"\nsaid-by = \"ministry\""),
            ("b", "value = \"spark\"\nsaid-by = \"police\""),
            ("c", arson),
        ],
        "Two articles of unknown publishers say “arson”; “Second” gives the answer of the ministry and local authorities as “spark”.",
    );
}

#[test]
fn at_full_length_the_words_and_what_stands_behind_follow() {
    let claims =
        [("herald", "value = 9"), ("wire", "value = \"nearly 200\""), ("herald", "value = \"hundreds\"")];
    let full = prose("type = \"count\"", &claims, Length::Full);
    assert!(full.contains("In their words: "), "{full}");
    // What two answers share is called by neither of them.
    assert!(
        full.contains("What stands behind each answer: “9”: 1 source")
            && full.contains("“160 to 200”: 2 sources"),
        "{full}"
    );
    assert!(!prose("type = \"count\"", &claims, Length::Short).contains("In their words"));
}
