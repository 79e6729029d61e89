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

#[test]
fn what_a_source_is_called_is_found_by_its_id_alone() {
    // Ids of which one begins with the other.
    let mut files = "[agent]\n".to_owned();
    let sources = ["wire", "wire-2", "wire2", "wir"];
    sources.iter().for_each(|id| files += &format!("{id} = {{ name = \"The {id}\" }}\n"));
    for id in sources {
        files += &format!("[source.{id}]\ntitle = \"T\"\npublisher = \"{id}\"\npublished = \"2024-03-01\"\n");
    }
    let mut claims =
        "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\n".to_owned();
    for id in &sources[..3] {
        claims += &format!("[[claim]]\nsource = \"{id}\"\nquestion = \"e/q\"\nvalue = 3\n");
    }
    let report = report(&[("sources/s.toml", &files), ("claims/c.toml", &claims)]);
    let carrier = |id: &str| report.questions[0].carrier(id);
    for id in &sources[..3] {
        assert_eq!(carrier(id), format!("The {id}, 1 Mar 2024"));
    }
    assert_eq!(["wir", "zzz", ""].map(carrier), ["wir", "zzz", ""], "no claim is of these");
}
