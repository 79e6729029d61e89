//! Answers of the desk page: they are taken while they fit, count once, and are refused where two people differ.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::add::fire;
use crate::run::Dossier;

/// What an answer knows a passage or a question by, as docs/recording.md has it.
pub(crate) fn digest(parts: &[&str]) -> String {
    let whole: String = parts.iter().map(|part| format!("{}:{part}", part.len())).collect();
    Sha256::digest(whole).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Answers about one text of a dossier, by whoever gives them.
pub(crate) struct Desk<'d> {
    pub(crate) dossier: &'d Dossier,
    pub(crate) source: &'d str,
    pub(crate) by: &'d str,
}

impl Desk<'_> {
    fn text(&self) -> String {
        self.dossier.read(&format!("sources/{}.txt", self.source))
    }

    fn sha256(&self) -> String {
        Sha256::digest(self.text()).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// What stands under `desk` for words of the text, answering a question, which is given with its parts.
    pub(crate) fn desk(&self, quote: &str, question: Option<&[&str]>) -> Value {
        let start = self.text().find(quote).unwrap_or_else(|| panic!("{quote}"));
        let (from, to) = (start.to_string(), (start + quote.len()).to_string());
        let passage = digest(&[&self.sha256(), &from, &to, quote]);
        let question = question.map(|parts| format!("-{}", digest(parts))).unwrap_or_default();
        let at = [start, start + quote.len()];
        json!({"digest": passage + &question, "at": at, "quote": quote, "kind": "figure", "by": self.by})
    }

    /// A claim on one of the questions of the fire.
    pub(crate) fn claim(&self, quote: &str, question: &str, value: &str, said_by: &str) -> Value {
        let parts: &[&str] = match question {
            "fire/killed" => &["fire/killed", "How many people were killed?", "count", "fixed"],
            "fire/wounded" => &["fire/wounded", "How many people were wounded?", "count", "fixed"],
            "fire/damage" => &["fire/damage", "What is the damage worth?", "amount", "fixed", "USD"],
            other => panic!("{other}"),
        };
        let mut row = json!({"source": self.source, "question": question, "value": value, "quote": quote});
        row["said-by"] = said_by.into();
        row["desk"] = self.desk(quote, Some(parts));
        row
    }

    pub(crate) fn waiver(&self, quote: &str, reason: &str) -> Value {
        let mut desk = self.desk(quote, None);
        desk["waive"] = reason.into();
        json!({"source": self.source, "desk": desk})
    }
}

/// Answers as lines of a file.
pub(crate) fn lines(answers: &[Value]) -> String {
    answers.iter().map(|answer| format!("{answer}\n")).collect()
}

fn desk<'d>(dossier: &'d Dossier, by: &'d str) -> Desk<'d> {
    Desk { dossier, source: "herald", by }
}

/// What the ministry said of the wounded, as an answer.
const WOUNDED: [&str; 4] = ["120 wounded", "fire/wounded", "120", "ministry"];

fn wounded(desk: &Desk<'_>) -> Value {
    let [quote, question, value, said_by] = WOUNDED;
    desk.claim(quote, question, value, said_by)
}

#[test]
fn answers_are_taken_with_what_they_waive_and_make_and_once() {
    let dossier = fire();
    let ann = desk(&dossier, "ann");
    let mut moved = json!({"source": "herald", "question": "fire/moved", "value": "some 1,200", "quote": "Some 1,200 people were moved"});
    moved["desk"] = ann.desk("1,200 people", None);
    moved["desk"]["new"] = json!({"question": "fire/moved count How many people were moved?"});
    let mut words = json!({"source": "herald", "question": "fire/damage", "value": "$2 million", "quote": "put the damage at $2 million"});
    words["said-by"] = "lee".into();
    words["desk"] = ann.desk("put the damage at $2 million", None);
    words["desk"]["kind"] = "words".into();
    let all = ann.sha256();
    let question = digest(&["fire/damage", "What is the damage worth?", "amount", "fixed", "USD"]);
    words["desk"]["digest"] = format!("{}-{question}", digest(&[&all, "0", "0", ""])).into();
    words["desk"]["new"] = json!({"agent": "lee person Ann Lee"});
    let answers = [wounded(&ann), ann.waiver("At least 34 people", "said again"), moved, words];
    dossier.write("ann.jsonl", &lines(&answers));
    let before = ["sources/sources.toml", "claims/fire.toml"].map(|path| dossier.read(path));
    let dry = dossier.gainsay(&["add", "--from", "ann.jsonl"]).exits(0);
    dry.says(&[
        "create herald#wounded line 1",
        "create waiver of `At least 34 people` in herald line 2: said again",
        "create herald#moved line 3",
        "define question fire/moved count How many people were moved?",
        "define agent lee person Ann Lee",
        "create 4, update 0, unchanged 0, refused 0",
        "`--write` writes 3 files",
    ]);
    assert_eq!(["sources/sources.toml", "claims/fire.toml"].map(|path| dossier.read(path)), before);
    let json =
        dossier.gainsay(&["add", "--from", "ann.jsonl", "--write", "--format", "json"]).exits(0).json();
    let waiver = json!({"source": "herald", "quote": "At least 34 people", "reason": "said again"});
    assert_eq!(json["rows"][1]["waiver"], waiver);
    assert_eq!(json["defines"][0]["id"], "fire/moved");
    let sources = dossier.read("sources/sources.toml");
    let url = "url = \"https://herald.example/fire\"\n";
    let waived = format!("{url}waive = [{{ quote = \"At least 34 people\", reason = \"said again\" }}]\n");
    let lee = "\n[agent.lee]\nname = \"Ann Lee\"\nkind = \"person\"\n";
    assert_eq!(sources, before[0].replace(url, &waived) + lee);
    let moved = "\n[event.fire.question.moved]\nask = \"How many people were moved?\"\ntype = \"count\"\n";
    assert_eq!(dossier.read("claims/fire.toml"), before[1].clone() + moved);
    let claims = dossier.read("claims/herald.toml");
    assert!(claims.contains("value = 120\nquote = \"120 wounded\""), "what is typed is a number: {claims}");
    dossier.gainsay(&["check"]).says(&["checked 3 claims", "quotes: 3 exact"]);
    let again = dossier.gainsay(&["add", "--from", "ann.jsonl", "--write"]).exits(0);
    again.says(&["create 0, update 0, unchanged 4, refused 0", "nothing to write"]);
    assert_eq!(dossier.read("sources/sources.toml"), sources);
}

#[test]
fn the_same_answer_of_two_counts_once_and_one_may_say_more() {
    let dossier = fire();
    let (ann, bob) = (desk(&dossier, "ann"), desk(&dossier, "bob"));
    let mut noted = wounded(&bob);
    noted["note"] = "The ministry's count.".into();
    let waiver = |desk: &Desk<'_>, why: &str| desk.waiver("1,200 people", why);
    dossier.write("ann.jsonl", &lines(&[wounded(&ann), waiver(&ann, "an estimate")]));
    let killed = bob.claim("120 wounded", "fire/killed", "120", "ministry");
    let damage = bob.claim("the damage at $2 million", "fire/damage", "$2 million", "mayor; ministry");
    dossier.write("bob.jsonl", &lines(&[noted, waiver(&bob, "none of ours"), killed, damage]));
    let run = dossier.gainsay(&["add", "--from", "ann.jsonl", "--from", "bob.jsonl", "--write"]).exits(0);
    run.says(&[
        "create herald#wounded ann.jsonl line 1",
        "in herald ann.jsonl line 2: an estimate",
        "create herald#killed bob.jsonl line 3",
        "create 4, update 0, unchanged 2, refused 0",
    ]);
    let claims = dossier.read("claims/herald.toml");
    assert!(claims.contains("note = \"The ministry's count.\""), "what one alone notes is kept: {claims}");
    assert!(claims.contains("said-by = [\"mayor\", \"ministry\"]"), "two speakers are two: {claims}");
    dossier
        .gainsay(&["add", "--from", "bob.jsonl", "--from", "ann.jsonl", "--write"])
        .exits(0)
        .says(&["unchanged 6", "nothing to write"]);
}

#[test]
fn where_two_differ_both_are_refused_and_shown() {
    let dossier = fire();
    let (ann, bob) = (desk(&dossier, "ann"), desk(&dossier, "bob"));
    let damage =
        |desk: &Desk<'_>, value: &str| desk.claim("the damage at $2 million", "fire/damage", value, "mayor");
    let killed = ann.claim("120 wounded", "fire/killed", "120", "ministry");
    dossier.write(
        "ann.jsonl",
        &lines(&[killed, ann.waiver("1,200 people", "an estimate"), damage(&ann, "2 million")]),
    );
    let mut people = wounded(&bob);
    people["quote"] = "Some 1,200 people".into();
    people["value"] = "1,200".into();
    people["desk"] = bob.claim("1,200 people", "fire/wounded", "1,200", "ministry")["desk"].clone();
    dossier.write("bob.jsonl", &lines(&[wounded(&bob), people, damage(&bob, "$2 million")]));
    let run = dossier.gainsay(&["add", "--from", "ann.jsonl", "--from", "bob.jsonl", "--write"]).exits(1);
    let said = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "refused ann.jsonl line 1: one passage is answered otherwise: ann (line 1 of `ann.jsonl`) says question `fire/killed`, value `120`; bob",
        "refused bob.jsonl line 1: one passage is answered otherwise: bob (line 1 of `bob.jsonl`) says question `fire/wounded`, value `120`; ann",
        "ann (line 2 of `ann.jsonl`) waives it, `an estimate`; bob (line 2 of `bob.jsonl`) says",
        "value `2 million`",
        "value `$2 million`",
        "create 0, update 0, unchanged 0, refused 6",
    ] {
        assert!(said.contains(expected), "{expected} is not in {said}");
    }
    assert!(!dossier.path().join("claims/herald.toml").exists());
    // One person who answers twice is asked which it is.
    dossier.write("ann.jsonl", &lines(&[wounded(&ann), ann.waiver("120 wounded", "no figure")]));
    dossier.gainsay(&["add", "--from", "ann.jsonl"]).exits(1).says(&["refused 2"]);
    // And nobody stands against what the text no longer has.
    dossier.write("bob.jsonl", &lines(&[wounded(&bob)]));
    dossier.write("sources/herald.txt", &format!("{}\n", dossier.read("sources/herald.txt")));
    dossier.write("ann.jsonl", &lines(&[ann.waiver("120 wounded", "no figure")]));
    dossier.gainsay(&["add", "--from", "ann.jsonl", "--from", "bob.jsonl"]).exits(1).says(&[
        "create 1",
        "refused 1",
        "the text of `herald` has changed",
    ]);
}

#[test]
fn an_answer_lapses_where_its_text_or_its_question_has_changed() {
    let dossier = fire();
    let ann = desk(&dossier, "ann");
    let mut unasked = wounded(&ann);
    let digest = unasked["desk"]["digest"].as_str().unwrap()[..16].to_owned();
    unasked["desk"]["digest"] = digest.into();
    dossier.write("ann.jsonl", &lines(&[wounded(&ann), ann.waiver("1,200 people", "an estimate"), unasked]));
    dossier
        .gainsay(&["add", "--from", "ann.jsonl"])
        .exits(1)
        .says(&["create 2", "line 3: nothing tells how the question `fire/wounded` was asked"]);
    let asked = dossier.read("claims/fire.toml");
    dossier.write("claims/fire.toml", &asked.replace("people were wounded", "soldiers were wounded"));
    let run = dossier.gainsay(&["add", "--from", "ann.jsonl"]).exits(1);
    run.says(&[
        "create 1",
        "the question `fire/wounded` has changed since this was answered",
        "gainsay desk herald",
    ]);
    dossier.write("claims/fire.toml", &asked);
    let text = dossier.read("sources/herald.txt");
    dossier.write("sources/herald.txt", &text.replace("A fire", "The fire"));
    let run = dossier.gainsay(&["add", "--from", "ann.jsonl"]).exits(1);
    run.says(&["create 0", "refused 3", "the text of `herald` has changed since this was answered"]);
    std::fs::remove_file(dossier.path().join("sources/herald.txt")).unwrap();
    let run = dossier.gainsay(&["add", "--from", "ann.jsonl"]).exits(1);
    assert_eq!(run.out.matches("(text-not-held)").count(), 2, "{}", run.out);
}

#[test]
fn what_only_a_refused_answer_needs_is_not_made() {
    let dossier = fire();
    let ann = desk(&dossier, "ann");
    let made = |id: &str, line: &str, value: &str, by: &str| {
        let mut row =
            json!({"source": "herald", "question": id, "value": value, "quote": "Some 1,200 people"});
        row["desk"] = desk(&dossier, by).desk("1,200 people", None);
        row["desk"]["new"] = json!({"question": line});
        row
    };
    let refused = made("fire/moved", "fire/moved count How many were moved?", "13", "ann");
    let taken = made("fire/housed", "fire/housed count How many were housed?", "some 1,200", "ann");
    let mut nowhere = ann.waiver("A", "no");
    nowhere["desk"]["quote"] = "nowhere at all".into();
    nowhere["desk"]["digest"] = digest(&[&ann.sha256(), "0", "1", "nowhere at all"]).into();
    dossier.write("ann.jsonl", &lines(&[refused, taken, nowhere]));
    let run = dossier.gainsay(&["add", "--from", "ann.jsonl", "--write"]).exits(1);
    run.says(&[
        "value-not-in-quote",
        "define question fire/housed",
        "it waives `nowhere at all`, which does not stand in the text of `herald`",
        "create herald#housed",
        "create 1",
        "refused 2",
    ]);
    let events = dossier.read("claims/fire.toml");
    assert!(events.contains("question.housed") && !events.contains("question.moved"), "{events}");
    for (line, why) in [
        ("fire/housed count Who was housed?", "the question `fire/housed` is there, and is not what"),
        ("flood/housed count How many were housed?", "no event is called `flood`"),
        ("fire/housed", "`fire/housed` is no line for a new question"),
        ("fire/house number How many?", "the question `fire/house` cannot be defined so"),
    ] {
        let id = line.split(' ').next().unwrap();
        if why.contains("no line") {
            dossier.write("claims/fire.toml", &events.replace("question.housed", "question.home"));
        }
        dossier.write("bob.jsonl", &lines(&[made(id, line, "some 1,200", "bob")]));
        dossier.gainsay(&["add", "--from", "bob.jsonl"]).exits(1).says(&[why, "refused 1"]);
    }
    dossier.write("claims/fire.toml", &events);
    let two = [
        made("fire/fled", "fire/fled count How many fled?", "some 1,200", "ann"),
        made("fire/fled", "fire/fled count How many people fled?", "some 1,200", "ann"),
    ];
    let mut second = two[1].clone();
    second["quote"] = "Some 1,200 people were".into();
    dossier.write("two.jsonl", &lines(&[two[0].clone(), second]));
    let run = dossier.gainsay(&["add", "--from", "two.jsonl"]).exits(1);
    run.says(&["`fire/fled` is made in 2 ways", "How many fled?", "How many people fled?", "refused 2"]);
}

#[test]
fn what_is_no_answer_is_refused_by_its_line() {
    let dossier = fire();
    let ann = desk(&dossier, "ann");
    let spoilt = |key: &str, value: Value| {
        let mut row = wounded(&ann);
        row["desk"][key] = value;
        row
    };
    let mut none = wounded(&ann);
    none["desk"] = "ann".into();
    let answers = [
        none,
        spoilt("digest", "0123".into()),
        spoilt("at", json!([12])),
        spoilt("at", json!([12, 3])),
        spoilt("quote", "".into()),
        spoilt("kind", "number".into()),
        spoilt("waive", "".into()),
        spoilt("new", json!({"event": "flood The flood"})),
        spoilt("new", json!("flood")),
    ];
    dossier.write("ann.jsonl", &lines(&answers));
    let run = dossier.gainsay(&["add", "--from", "ann.jsonl"]).exits(1);
    run.says(&[
        "line 1: it is no answer of the desk page",
        "line 2: `desk` has no `digest`",
        "line 4: `desk` has no `at`",
        "line 5: `desk` has no `quote`",
        "line 6: `desk` has no `kind` that is known: one of figure, date, place, agent, quotation,",
        "line 7: `desk` has a `waive` that gives no reason",
        "what cannot be made: `event`",
        "line 9: `desk` has a `new` that is no object",
        "refused 9",
    ]);
    dossier.write(
        "rows.csv",
        "source,question,value,quote,said-by\nherald,fire/wounded,120,120 wounded,ministry\n",
    );
    dossier.write("ann.jsonl", &lines(&[ann.waiver("1,200 people", "an estimate")]));
    dossier
        .gainsay(&["add", "--from", "rows.csv", "--from", "ann.jsonl"])
        .exits(0)
        .says(&["create herald#wounded rows.csv line 2", "create 2"]);
    dossier.write("bad.csv", "source,wrong\n");
    let run = dossier.gainsay(&["add", "--from", "rows.csv", "--from", "bad.csv"]).exits(2);
    run.says(&["`bad.csv`: column 2 is called `wrong`"]);
}
