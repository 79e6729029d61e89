//! The loop of docs/pipelines.md: its commands as the page has them, from a text to a report that is held against the record.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::run::{Dossier, Run, repository};

const TEXT: &str = "<!doctype html><title>Fire at the old mill</title><article>\
    <p>At least 12 people were injured in the fire at the old mill, the fire brigade said.</p>\
    <p>The fire brigade sent four engines. Nobody was killed, and the cause of the fire is not known.</p></article>";

const SOURCES: &str = r#"[source.herald]
title = "Fire at the old mill"
publisher = "herald"
published = "2024-03-01"
url = "https://herald.example/mill"
sha256 = "SHA256"

[agent.herald]
name = "The Herald"
kind = "outlet"

[agent.fire-brigade]
name = "the fire brigade"
kind = "organization"
"#;

const QUESTIONS: &str = r#"[event.mill-fire]
title = "Fire at the old mill"

[event.mill-fire.question.injured]
ask = "How many people were injured?"
type = "count"

[event.mill-fire.question.engines]
ask = "How many engines were sent?"
type = "count"
"#;

/// What the extractor makes of the text: a row that its quote does not carry.
const EXTRACTED: &str = "{\"source\": \"herald\", \"id\": \"wrong\", \"question\": \"mill-fire/injured\", \"value\": 120, \
                         \"quote\": \"At least 120 people were injured\"}\n";

/// What the writer makes of the record. The second sentence and the quotation are not what the source says.
const REPORT: &str = "# Fire at the old mill\n\n\
    [At least 12 people](https://herald.example/mill) were injured in the fire.\n\n\
    The fire brigade sent [five engines](https://herald.example/mill).\n\n\
    The paper says that [“nobody was ever in danger”](https://herald.example/mill).\n";

/// The part of a line of the page that the shell takes: without what is said beside it.
fn typed(line: &str) -> &str {
    line.split(" # ").next().unwrap_or(line).trim()
}

/// The commands of the page, in order.
fn commands() -> Vec<String> {
    let page = std::fs::read_to_string(repository().join("docs/pipelines.md")).unwrap().replace("\r\n", "\n");
    let block = page.lines().skip_while(|line| !line.starts_with("    "));
    let lines = block.take_while(|line| line.starts_with("    "));
    lines.map(|line| typed(line).to_owned()).collect()
}

fn dossier() -> Dossier {
    let hash: String = Sha256::digest(TEXT).iter().map(|byte| format!("{byte:02x}")).collect();
    Dossier::new(&[
        ("gainsay.toml", "[dossier]\ntitle = \"The mill fire\"\nlanguage = \"en\"\n"),
        ("sources/herald.toml", &SOURCES.replace("SHA256", &hash)),
        ("claims/questions.toml", QUESTIONS),
        ("texts/page.html", TEXT),
    ])
}

/// Does what a line of the page says, in the dossier; the programs of others are played by what they would write.
fn done(dossier: &Dossier, line: &str) -> Option<Run> {
    let (command, file) = line.split_once(" > ").unwrap_or((line, ""));
    match command.split_whitespace().next().unwrap() {
        "gainsay" => {
            let arguments: Vec<&str> = command
                .split_whitespace()
                .skip(1)
                .map(|it| if it == "SOURCE" { "herald" } else { it })
                .collect();
            let run = dossier.gainsay(&arguments);
            if !file.is_empty() {
                dossier.write(file, &run.out);
            }
            Some(run)
        }
        "your-extractor" => {
            let file = line.split_once(" >> ").unwrap().1;
            dossier.write(file, &format!("{}{EXTRACTED}", dossier.read(file)));
            None
        }
        "your-writer" => {
            dossier.write(file, REPORT);
            None
        }
        other => panic!("who runs `{other}`?"),
    }
}

fn texts(values: &Value, key: &str) -> Vec<String> {
    values.as_array().unwrap().iter().map(|it| it[key].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_commands_of_the_page_lead_from_a_text_to_what_a_report_may_not_say() {
    let dossier = dossier();
    let commands = commands();
    let [spot, extract, dry, add, check, write, draft] = commands.as_slice() else {
        panic!("the page has other steps: {commands:#?}")
    };
    let rows = done(&dossier, spot).unwrap().exits(0).out;
    assert!(rows.lines().all(|row| serde_json::from_str::<Value>(row).is_ok()), "{rows}");
    assert!(rows.lines().count() >= 2, "{rows}");
    done(&dossier, extract);

    let planned = done(&dossier, dry).unwrap().exits(1).json();
    assert_eq!(planned["written"], false);
    let planned = planned["rows"].as_array().unwrap().clone();
    let fate = |claim: &str| planned.iter().find(|row| row["claim"] == claim).unwrap();
    assert_eq!(fate("herald#injured")["fate"], "create");
    assert_eq!(fate("herald#engines")["fate"], "create");
    let wrong = fate("herald#wrong");
    assert_eq!(wrong["fate"], "refused");
    let reasons = texts(&wrong["reasons"], "reason");
    assert!(reasons.iter().any(|it| it.contains("quote-altered")), "{reasons:?}");
    assert!(!dossier.path().join("claims/herald.toml").exists(), "a dry run writes nothing");

    done(&dossier, add).unwrap().exits(1).says(&["wrote claims/herald.toml, claims/unreviewed/herald.toml"]);
    assert!(!dossier.read("claims/herald.toml").contains("120"));
    assert!(dossier.read("claims/unreviewed/herald.toml").contains("value = 120"));

    let checked = done(&dossier, check).unwrap().exits(0).json();
    assert_eq!((&checked["counts"]["claims"], &checked["counts"]["unreviewed"]), (&2.into(), &1.into()));
    done(&dossier, write);

    let drafted = done(&dossier, draft).unwrap().exits(1).json();
    let found: Vec<(String, String)> =
        texts(&drafted["findings"], "rule").into_iter().zip(texts(&drafted["findings"], "words")).collect();
    let expected = [("draft-contradicts", "five"), ("draft-quote", "nobody was ever in danger")];
    assert_eq!(found, expected.map(|(rule, words)| (rule.to_owned(), words.to_owned())), "{drafted:#}");
    let fault = &drafted["findings"][0];
    assert_eq!(fault["record"][0]["claim"], "herald#engines");
    assert!(fault["wording"].as_str().unwrap().contains("four"), "{fault:#}");
    let statements = drafted["statements"].as_array().unwrap();
    let carried = statements.iter().find(|it| it["words"] == "At least 12").unwrap();
    assert_eq!(
        (&carried["standing"], &carried["carried_by"][0]),
        (&"carried".into(), &"herald#injured".into())
    );

    // Asked again, the writer takes the wording.
    let mended = REPORT.replace("five", "four").replace("nobody was ever in danger", "Nobody was killed");
    dossier.write("report.md", &mended);
    let run = dossier.gainsay(&draft.split_whitespace().skip(1).collect::<Vec<_>>()).exits(0);
    assert_eq!(run.json()["findings"], Value::Array(Vec::new()), "{}", run.out);
}
