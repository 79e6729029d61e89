//! What of a dossier is handed to other programs: nothing of a restricted source, nothing that does harm.

use oxttl::TurtleParser;
use serde_json::Value;

use crate::exchange::{CLAIMS, FORMS, fire, objects};
use crate::payloads::{PAYLOADS, is_raw};
use crate::run::{SMALL, small_with};
use crate::strangers::Strangers;

const HIDDEN: &str = r#"
[agent]
insider = { name = "the hidden insider", part-of = ["lodge"] }
lodge = { name = "the hidden lodge" }
[source.memo-of-may]
title = "The hidden memo"
publisher = "insider"
published = "2024-02-01"
url = "https://hidden.example"
access = "restricted"
[source.early]
title = "Early"
publisher = "courier"
published = "2024-02-02"
derived-from = [{ source = "memo-of-may", how = "cites" }]
[source.scan]
title = "Scan"
publisher = "courier"
published = "2024-02-03"
capture-of = "memo-of-may"
corrects = ["memo-of-may"]
"#;

const OF_HIDDEN: &str = r#"
[event.plot]
title = "The hidden plot"
[event.plot.question.told]
ask = "Who told the hidden lodge?"
type = "count"
[[claim]]
source = "memo-of-may"
question = "plot/told"
value = 7
quote = "hidden words"
[[claim]]
source = "memo-of-may"
question = "fire/killed"
value = 7
quote = "seven hidden words"
said-by = "insider"
[[claim]]
source = "early"
question = "fire/killed"
value = 7
quote = "seven"
[[claim]]
id = "more"
source = "early"
question = "fire/killed"
disputes = ["memo-of-may#killed"]
value = { higher-than = "memo-of-may#killed" }
quote = "more than was said"
[[assessment]]
question = "fire/killed"
claims = ["memo-of-may#killed", "early#killed"]
status = "contested"
rationale = "What is kept back says the same, hidden."
"#;

#[test]
fn nothing_of_a_restricted_source_is_in_any_form() {
    let dossier = fire();
    dossier.write("sources/b.toml", HIDDEN);
    dossier.write("claims/b.toml", OF_HIDDEN);
    dossier.gainsay(&["trace", "early#killed"]).exits(0).says(&["hidden insider"]);
    for form in FORMS {
        let run =
            dossier.gainsay(&["export", form]).exits(0).says(&["2 claims of restricted sources left out"]);
        let shown = run.out.to_lowercase();
        for word in ["hidden", "memo", "insider", "lodge", "plot"] {
            assert!(!shown.contains(word), "{word} in {form}: {}", run.out);
        }
        assert!(shown.contains("early"), "{form}");
    }
    // Rows are as they are written; what is told beside them is not.
    let rows = objects(&dossier.gainsay(&["export", "jsonl"]).exits(0));
    let told: Vec<&Value> =
        rows.iter().filter(|it| it["source"] == "early").map(|it| &it["told"]["origin"]).collect();
    assert_eq!(told[0], "unknown", "{rows:#?}");
    assert!(rows.iter().any(|it| it["told"]["origin"] == "agent:clerk"));
    dossier.write("annotations.jsonl", &dossier.gainsay(&["export", "annotations"]).out);
    let added = dossier.gainsay(&["add", "--from", "annotations.jsonl"]).exits(0);
    added.says(&["create 0, update 0, unchanged 4, refused 0"]);
}

#[test]
fn words_of_the_desk_that_name_a_restricted_source_are_not_handed_on() {
    let dossier = fire();
    dossier.write("sources/b.toml", HIDDEN);
    dossier.write("claims/a.toml", &CLAIMS.replace("One counts", "As The hidden memo says, one counts"));
    for form in FORMS {
        let run = dossier.gainsay(&["export", form]).exits(2);
        assert_eq!(run.out, "");
        run.says(&["the rationale of an assessment names a restricted source", "claims/a.toml:"]);
    }
}

#[test]
fn words_of_strangers_are_text_in_every_form() {
    let more = ["\"\"\" a ''' \\\" b \\u0041 \n\n<c> .", "en\" . <urn:x> <urn:y> \"z"];
    for payload in PAYLOADS.iter().chain(&more) {
        let dossier = Strangers::texts(payload).dossier();
        let run = |form: &str| dossier.gainsay(&["export", form]).exits(0);
        for form in FORMS {
            let run = run(form);
            assert!(!run.out.contains(is_raw) && !run.out.contains("##["), "{form} {payload:?}: {}", run.out);
        }
        let annotations = objects(&run("annotations"));
        assert!(annotations.iter().any(|it| it["target"]["selector"]["exact"] == **payload), "{payload:?}");
        let reviews = objects(&run("claimreview"));
        assert!(reviews.iter().any(|it| it["itemReviewed"]["hasPart"]["text"] == **payload), "{payload:?}");
        let read = TurtleParser::new()
            .for_slice(run("prov").out.as_bytes())
            .map(|it| it.unwrap().object)
            .any(|it| matches!(&it, oxrdf::Term::Literal(words) if words.value() == *payload));
        assert!(read, "{payload:?}");
        let statements = run("ftm").out;
        let mut table = csv::Reader::from_reader(statements.as_bytes());
        for row in table.records() {
            let row = row.unwrap();
            assert!(!row.iter().any(|cell| cell.starts_with(['=', '+', '@', '-'])), "{row:?}");
        }
    }
}

#[test]
fn a_form_is_written_whole_and_has_no_mark() {
    let dossier = small_with("claims/claims.toml", SMALL[2].1);
    for form in FORMS {
        let printed = dossier.gainsay(&["export", form]).exits(0).out;
        dossier.gainsay(&["export", form, "-o", "out"]).exits(0).says(&["wrote out: "]);
        assert_eq!(dossier.read("out"), printed, "{form}");
        dossier.gainsay(&["export", form, "--bom"]).exits(2).says(&["`--bom` is for `csv`"]);
    }
}
