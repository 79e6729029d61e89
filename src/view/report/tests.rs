//! Tests of the report's view: what it lets out of restricted sources, and that no dispute is lost.

use super::Report;
use crate::judge::tests::aligned;
use crate::judge::{Court, judge};
use crate::load::from_texts;

fn report(files: &[(&str, &str)]) -> Report {
    let dossier = from_texts(files);
    assert!(dossier.problems.is_empty(), "{:?}", dossier.problems);
    let alignment = aligned(&dossier);
    let court = Court::new(&alignment, 0);
    Report::new(&court, &judge(&court))
}

/// A paper that takes from a leak and from an agency, and one that contradicts it.
const SOURCES: &str = "[agent.mayor]\nname = \"The mayor\"\n[agent.herald]\nname = \"Herald\"\n\
    [agent.courier]\nname = \"Courier\"\n[agent.wire]\nname = \"Wire\"\n\
    [source.leak]\ntitle = \"A leak\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\naccess = \"restricted\"\n\
    [source.wire]\ntitle = \"Wire\"\npublisher = \"wire\"\npublished = \"2024-03-01\"\n\
    [source.herald]\ntitle = \"Herald\"\npublisher = \"herald\"\npublished = \"2024-03-02\"\n\
    derived-from = [{ source = \"leak\", how = \"quotes\" }]\n\
    [source.courier]\ntitle = \"Courier\"\npublisher = \"courier\"\npublished = \"2024-03-02\"\n\
    derived-from = [{ source = \"wire\", how = \"quotes\" }]\n";
const QUESTIONS: &str =
    "[event.fire]\ntitle = \"Fire\"\n[event.fire.question.injured]\nask = \"How many?\"\ntype = \"count\"\n";

fn files(claims: &str) -> Report {
    report(&[
        ("gainsay.toml", "[dossier]\ntitle = \"Fire\"\n"),
        ("claims/questions.toml", QUESTIONS),
        ("sources/sources.toml", SOURCES),
        ("claims/claims.toml", claims),
    ])
}

fn claim(source: &str, value: u32, quote: &str) -> String {
    format!(
        "[[claim]]\nsource = \"{source}\"\nquestion = \"fire/injured\"\nvalue = {value}\nquote = \"{quote}\"\n"
    )
}

#[test]
fn the_way_beyond_a_source_withholds_the_words_of_a_restricted_one() {
    let claims = [
        claim("leak", 9, "9, the secret paper says"),
        claim("herald", 9, "9 were hurt"),
        claim("wire", 12, "12, the agency says"),
        claim("courier", 12, "12 were hurt"),
    ];
    let view = files(&claims.concat());
    let [question] = view.questions.as_slice() else { panic!("one question is asked") };
    let stages: Vec<_> = question.chains.iter().flat_map(|chain| &chain.onward).collect();
    let quotes: Vec<_> = stages.iter().map(|stage| (stage.claim.source(), stage.quote.as_deref())).collect();
    assert_eq!(quotes, [("wire", Some("12, the agency says")), ("leak", None)]);
    assert!(!serde_json::to_string(&view).unwrap().contains("secret"));
}

#[test]
fn every_dispute_stands_in_one_section() {
    let loose = "[[claim]]\nid = \"few\"\nsource = \"herald\"\nquestion = \"fire/injured\"\n\
        value = \"at least 3\"\nquote = \"at least 3 were hurt\"\n";
    let claims = [loose, &claim("herald", 12, "12 were hurt"), &claim("courier", 10, "10 were hurt")];
    let view = files(&claims.concat());
    let rules: Vec<Vec<&str>> =
        view.sections().map(|of| of.iter().map(|dispute| dispute.rule.name()).collect()).collect();
    assert_eq!(rules, [["contradiction"], ["loose-bound"]]);
    assert_eq!((view.disputed_questions(), view.open()), (1, 2));
}
