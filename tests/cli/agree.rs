//! `gainsay agree`: what two coders made of the same texts, and how far that agrees.

use serde_json::{Value, json};

use crate::add::fire;
use crate::answers::{Desk, lines};
use crate::run::Dossier;

const HEAD: &str = "source,question,value,quote,said-by\n";

/// What one coder recorded in a spreadsheet.
const ANN: &str = "herald,fire/killed,at least 34,at least 34 people were killed and 120,ministry\n\
    herald,fire/wounded,120,120 wounded,ministry\n\
    herald,fire/damage,$2 million,damage at $2 million,mayor\n\
    herald,fire/day,2024-03-01,on 1 March 2024,\n\
    herald,fire/wounded,120,no such words,ministry\n";

/// What another did: the first two from one quote.
const BOB: &str = "herald,fire/killed,34,34 people were killed and 120 wounded,mayor\n\
    herald,fire/wounded,120,at least 34 people were killed and 120 wounded,ministry\n\
    herald,fire/damage,at least $3 million,the damage at $2 million,mayor\n\
    herald,fire/killed,\"Some 1,200\",\"Some 1,200 people\",\n";

fn coded() -> Dossier {
    let dossier = fire();
    dossier.write("ann.csv", &format!("{HEAD}{ANN}"));
    dossier.write("bob.csv", &format!("{HEAD}{BOB}"));
    dossier
}

/// The types of a view with their counts: units, both, only the first, only the second, same, looked at by both.
fn counts(view: &Value) -> Vec<(String, [u64; 6])> {
    let each = view["types"].as_array().unwrap().iter().map(|of| {
        let number = |key: &str| of[key].as_u64().unwrap();
        let counts = ["units", "both", "only_a", "only_b", "same", "n"].map(number);
        (of["type"].as_str().unwrap().to_owned(), counts)
    });
    each.collect()
}

#[test]
fn rows_are_matched_by_their_words_and_counted_by_type() {
    let dossier = coded();
    let before = dossier.read("claims/fire.toml");
    let view = dossier.gainsay(&["agree", "ann.csv", "bob.csv", "--format", "json"]).exits(0).json();
    let expected =
        [("count", [3, 2, 0, 1, 2, 3]), ("amount", [1, 1, 0, 0, 1, 1]), ("date", [1, 0, 1, 0, 0, 1])];
    assert_eq!(counts(&view), expected.map(|(kind, counts)| (kind.to_owned(), counts)));
    // Of six answers three are killed, two wounded, one is nothing: 1 - 2 / (22 / 5).
    let count = &view["types"][0];
    let number = |key: &str| count[key].as_f64().unwrap();
    assert_eq!((number("raw"), number("alpha")), (0.6667, 0.5455));
    // A half, a third and a sixth: (2/3 - 11/36) / (1 - 11/36).
    assert_eq!(number("ac1"), 0.52);
    let amount = &view["types"][1];
    assert_eq!((&amount["alpha"], amount["raw"].as_f64()), (&Value::Null, Some(1.0)));
    let left_out = &view["a"]["left_out"];
    assert_eq!(
        left_out[0],
        json!({"line": 6, "reason": "its quote is not held in the text of `herald`: absent"})
    );
    assert_eq!((&view["a"]["rows"], &view["b"]["rows"]), (&json!(4), &json!(4)));
    assert_eq!(dossier.read("claims/fire.toml"), before);
    assert!(!dossier.path().join("claims/coded.toml").exists(), "nothing is written");
}

#[test]
fn values_on_one_question_are_related_and_each_difference_is_told() {
    let dossier = coded();
    let view = dossier.gainsay(&["agree", "ann.csv", "bob.csv", "--format", "json"]).exits(0).json();
    let related = |view: &Value| {
        let each = view["relations"].as_array().unwrap().iter();
        let mut told: Vec<String> =
            each.map(|it| format!("{} {}", it["pairs"], it["relation"].as_str().unwrap())).collect();
        told.sort();
        told
    };
    // That one source says both is no contradiction of the source's own: two coders read it.
    assert_eq!(related(&view), ["1 contradiction", "1 refines", "1 same"]);
    let differences = view["differences"].as_array().unwrap();
    assert_eq!(differences.len(), 2);
    let killed = &differences[0];
    assert_eq!((&killed["relation"], &killed["direction"]), (&json!("refines"), &json!("b")));
    assert_eq!(killed["keys"], json!(["said-by"]));
    assert_eq!(killed["a"]["quote"], json!("at least 34 people were killed and 120"));
    assert_eq!(killed["b"]["reading"]["hard"], json!([[34, 34]]));
    assert!(differences[1]["reason"].as_str().unwrap().contains("nothing in common"), "{differences:?}");
    assert_eq!(view["apart"].as_array().unwrap().len(), 2);
    assert_eq!((&view["apart"][0]["a"]["line"], &view["apart"][0]["b"]), (&json!(5), &Value::Null));
    let swapped = dossier.gainsay(&["agree", "bob.csv", "ann.csv", "--format", "json"]).exits(0).json();
    for key in ["raw", "alpha", "ac1", "n", "same"] {
        assert_eq!(swapped["all"][key], view["all"][key], "{key}");
    }
    assert_eq!(swapped["differences"][0]["direction"], json!("a"));
    dossier.gainsay(&["agree", "ann.csv", "bob.csv"]).exits(0).says(&[
        "│ count  ┆ 3     ┆ 2    ┆ 0      ┆ 1      ┆ 2    ┆ 3 ┆ 0.67 ┆ 0.55  ┆ 0.52  │",
        "amount: all 2 are `fire/damage`: one category alone tells no agreement from chance",
        "values on the same question: ",
        "1 contradiction (conflict)",
        "on one question, and not the same: 2 passages",
        "and they say other things under said-by",
        "A line 2, “at least 34 people were killed and 120”: fire/killed `at least 34`, read as 34 or",
        "not on one question: 2 passages",
        "line 6: its quote is not held",
    ]);
}

#[test]
fn on_the_desk_page_what_has_no_answer_was_not_looked_at() {
    let dossier = fire();
    let desk = |by: &'static str| Desk { dossier: &dossier, source: "herald", by };
    let (ann, bob) = (desk("ann"), desk("bob"));
    let wounded = |of: &Desk<'_>| of.claim("120 wounded", "fire/wounded", "120", "ministry");
    let damage = ann.claim("$2 million", "fire/damage", "$2 million", "mayor");
    let people = bob.claim("1,200 people", "fire/wounded", "1,200", "ministry");
    let also = ann.claim("120 wounded", "fire/killed", "120", "ministry");
    let day = |of: &Desk<'_>, why: &str| of.waiver("1 March 2024", why);
    let anns = [
        wounded(&ann),
        ann.waiver("1,200 people", "an estimate"),
        damage,
        also,
        day(&ann, "known"),
        wounded(&ann),
    ];
    dossier.write("ann.jsonl", &lines(&anns));
    dossier.write("bob.jsonl", &lines(&[wounded(&bob), people, day(&bob, "well known")]));
    let view = dossier.gainsay(&["agree", "ann.jsonl", "bob.jsonl", "--format", "json"]).exits(0).json();
    // Bob was at the words on which ann has one answer more, and not at the damage.
    let expected =
        [("count", [3, 2, 1, 0, 1, 3]), ("amount", [1, 0, 1, 0, 0, 0]), ("figure", [1, 1, 0, 0, 1, 1])];
    assert_eq!(counts(&view), expected.map(|(kind, counts)| (kind.to_owned(), counts)));
    assert_eq!(view["types"][1]["raw"], Value::Null);
    assert_eq!(view["a"]["rows"], json!(5), "the same answer twice is one");
    let apart = view["apart"].as_array().unwrap();
    let waived: Vec<&Value> = apart.iter().map(|it| &it["a"]["waived"]).collect();
    assert_eq!(waived, [&Value::Null, &json!("an estimate")]);
    // Beside a coder of all of the text a card without an answer is none: what is not recorded there was seen.
    dossier.write("bob.csv", &format!("{HEAD}herald,fire/wounded,120,120 wounded,ministry\n"));
    let view = dossier.gainsay(&["agree", "ann.jsonl", "bob.csv", "--format", "json"]).exits(0).json();
    assert_eq!((&view["all"]["units"], &view["all"]["n"]), (&json!(5), &json!(5)));
}

#[test]
fn what_two_coders_make_is_compared_and_lapsed_answers_are_left_out() {
    let dossier = fire();
    let moved = |by: &'static str, value: &str| {
        let desk = Desk { dossier: &dossier, source: "herald", by };
        let mut row = json!({"source": "herald", "question": "fire/moved", "value": value, "quote": "Some 1,200 people"});
        row["desk"] = desk.desk("1,200 people", None);
        row["desk"]["new"] = json!({"question": "fire/moved count How many people were moved?"});
        row
    };
    let ann = Desk { dossier: &dossier, source: "herald", by: "ann" };
    let mut lapsed = ann.claim("120 wounded", "fire/wounded", "120", "ministry");
    lapsed["desk"]["digest"] = "0123456789abcdef".into();
    dossier.write("ann.jsonl", &lines(&[moved("ann", "some 1,200"), lapsed]));
    dossier.write("bob.jsonl", &lines(&[moved("bob", "1,200")]));
    let run = dossier.gainsay(&["agree", "ann.jsonl", "bob.jsonl"]).exits(0);
    run.says(&["line 2: the text of `herald` has changed since this was answered", "1 refines (agreement)"]);
    assert!(!dossier.read("claims/fire.toml").contains("moved"));
    let nothing = dossier.gainsay(&["agree", "ann.jsonl", "-"]).exits(2);
    nothing.says(&["`-`: there is no row"]);
    dossier.write("bob.csv", &format!("{HEAD}herald,fire/killed,7,no such words at all,\n"));
    dossier
        .write("ann.csv", &format!("{HEAD}nobody,fire/killed,7,34 people,\nherald,fire/gone,7,34 people,\n"));
    let run = dossier.gainsay(&["agree", "ann.csv", "bob.csv"]).exits(2);
    run.says(&["nothing could be compared", "line 2 of `ann.csv`: no source is called `nobody`"]);
    std::fs::remove_file(dossier.path().join("sources/herald.txt")).unwrap();
    dossier.write("bob.csv", &format!("{HEAD}herald,fire/wounded,120,120 wounded,\n"));
    let run = dossier.gainsay(&["agree", "bob.csv", "bob.csv"]).exits(2);
    run.says(&["the text of `herald` is not at hand"]);
}
