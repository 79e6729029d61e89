//! One question, one answer: every command counts the same origins, wherever the texts are held and whatever is asked.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::run::{Dossier, Run, gainsay_with};

/// What two of the papers print word for word, but for one: the quotes on `killed` and `floors` stand in it.
const COPIED: &str = "The fire broke out shortly after midnight in the drying room of the old mill, spread along the WHICH stairs to \
                      2 upper floors and had reached the roof before the first engines crossed the bridge, while 3 workers of \
                      the night shift were killed.";

/// The papers: source, date, how its passage is worded, and what it says of its own.
const PAPERS: [(&str, &str, Option<&str>, &str); 3] = [
    ("morning", "2024-03-01", Some("wooden"), "By our own count 12 families lost their homes."),
    ("evening", "2024-03-02", Some("narrow"), "We knocked at every door: 12 households are without a roof."),
    ("gazette", "2024-03-03", None, "A clerk read three names from her list; 12 homes burnt down."),
];

/// Each claim: source, question, value and quote. Everybody speaks in a voice of its own.
const CLAIMS: [(&str, &str, u32, &str); 8] = [
    ("morning", "killed", 3, "3 workers of the night shift were killed"),
    ("evening", "killed", 3, "3 workers of the night shift were killed"),
    ("gazette", "killed", 3, "three names"),
    ("morning", "homes", 12, "12 families lost their homes"),
    ("evening", "homes", 12, "12 households are without a roof"),
    ("gazette", "homes", 12, "12 homes burnt down"),
    ("morning", "floors", 2, "2 upper floors"),
    ("evening", "floors", 2, "2 upper floors"),
];

/// Where the texts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Texts {
    Beside,
    Nowhere,
    /// Nowhere, but the lock says that their quotes were seen.
    Attested,
    /// In a folder that `--archive` names.
    Archived,
    /// In a folder that the environment names.
    InEnvironment,
}

impl Texts {
    const ALL: [Texts; 5] =
        [Texts::Beside, Texts::Nowhere, Texts::Attested, Texts::Archived, Texts::InEnvironment];

    fn are_read(self) -> bool {
        matches!(self, Texts::Beside | Texts::Archived | Texts::InEnvironment)
    }
}

/// A dossier of the papers, and how the program is run on it.
struct Desk {
    dossier: Dossier,
    archive: Dossier,
    texts: Texts,
    /// The day that is asked about.
    as_of: Option<&'static str>,
}

impl Desk {
    fn new(texts: Texts) -> Self {
        let desk = Desk { dossier: Dossier::new(&[]), archive: Dossier::new(&[]), texts, as_of: None };
        let (mut sources, mut agents) = ("[source]\n".to_owned(), "\n[agent]\n".to_owned());
        for (name, published, wording, own) in PAPERS {
            let passage = wording.map(|which| COPIED.replace("WHICH", which)).unwrap_or_default();
            let text = format!("{own}\n\n{passage}\n");
            let hash: String =
                Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
            desk.archive.write(&format!("{name}.txt"), &text);
            let held = match texts {
                Texts::Beside => {
                    desk.dossier.write(&format!("sources/{name}.txt"), &text);
                    format!("text = \"{name}.txt\"")
                }
                _ => format!("sha256 = \"{hash}\""),
            };
            sources.push_str(&format!(
                "{name} = {{ title = \"Fire\", publisher = \"{name}\", published = \"{published}\", {held} }}\n"
            ));
            agents.push_str(&format!("{name} = {{ name = \"{name}\", kind = \"outlet\" }}\n"));
        }
        let mut claims = "[event.mill]\ntitle = \"The fire\"\n".to_owned();
        for question in ["killed", "homes", "floors"] {
            claims.push_str(&format!(
                "[event.mill.question.{question}]\nask = \"How many?\"\ntype = \"count\"\n"
            ));
        }
        for (source, question, value, quote) in CLAIMS {
            claims.push_str(&format!(
                "[[claim]]\nsource = \"{source}\"\nquestion = \"mill/{question}\"\nvalue = {value}\nquote = \"{quote}\"\n"
            ));
        }
        desk.dossier.write("gainsay.toml", "[dossier]\ntitle = \"A fire\"\n");
        desk.dossier.write("sources/papers.toml", &(sources + &agents));
        desk.dossier.write("claims/claims.toml", &claims);
        if texts == Texts::Attested {
            let archive = desk.archive.path().to_string_lossy().into_owned();
            desk.dossier.gainsay(&["lock", "--archive", &archive]).exits(0);
        }
        desk
    }

    fn run(&self, arguments: &[&str]) -> Run {
        let archive = self.archive.path().to_string_lossy().into_owned();
        let mut all = arguments.to_vec();
        if self.texts == Texts::Archived {
            all.extend(["--archive", &archive]);
        }
        all.extend(self.as_of.iter().flat_map(|day| ["--as-of", day]));
        let environment: &[(&str, &str)] = match self.texts {
            Texts::InEnvironment => &[("GAINSAY_ARCHIVE", &archive)],
            _ => &[],
        };
        gainsay_with(environment, self.dossier.path(), &all)
    }

    fn json(&self, arguments: &[&str]) -> Value {
        self.run(&[arguments, &["--format", "json"]].concat()).exits(0).json()
    }

    /// Every command of which the output shows positions, with that output.
    fn shown(&self) -> Vec<(String, Value)> {
        let commands =
            ["compare", "compare mill/killed", "table", "table mill/floors", "table mill", "report"];
        let traced = ["trace mill/killed", "trace mill/homes", "trace mill/floors", "trace morning#killed"];
        let all = commands.into_iter().chain(traced);
        all.map(|it| (it.to_owned(), self.json(&it.split(' ').collect::<Vec<_>>()))).collect()
    }
}

/// A position by its claims: its groups of origins, how many are independent and how many not established.
type Positions = BTreeMap<BTreeSet<String>, Value>;

fn names(list: &Value) -> BTreeSet<String> {
    list.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

/// Every object of a view, from the outermost in.
fn objects(value: &Value) -> Vec<&serde_json::Map<String, Value>> {
    match value {
        Value::Object(map) => std::iter::once(map).chain(map.values().flat_map(objects)).collect(),
        Value::Array(items) => items.iter().flat_map(objects).collect(),
        _ => Vec::new(),
    }
}

/// All positions that a view shows.
fn positions(view: &Value) -> Positions {
    let is_position = |object: &&&serde_json::Map<String, Value>| {
        object.contains_key("independent") && object.contains_key("origins")
    };
    let shown = objects(view);
    let found = shown
        .iter()
        .filter(is_position)
        .map(|it| (names(&it["claims"]), json!([it["origins"], it["independent"], it["not_established"]])));
    found.collect()
}

/// Whom each claim of a view goes back to.
fn origins(view: &Value) -> BTreeMap<String, String> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let shown = objects(view);
    shown.iter().filter_map(|it| Some((text(it.get("claim")?)?, text(it.get("origin")?)?))).collect()
}

fn independent(positions: &Positions, question: &str) -> u64 {
    let on = |claims: &BTreeSet<String>| claims.iter().all(|claim| claim.ends_with(question));
    let mut found = positions.iter().filter(|(claims, _)| on(claims));
    let (_, counts) = found.next().expect("somebody answers the question");
    assert!(found.next().is_none(), "all say one thing on {question}");
    counts[1].as_u64().unwrap()
}

#[test]
fn every_command_counts_the_same_origins_wherever_the_texts_are() {
    for texts in Texts::ALL {
        for as_of in [None, Some("2024-03-02")] {
            let desk = Desk { as_of, ..Desk::new(texts) };
            let asked = positions(&desk.json(&["compare"]));
            // Two of three papers copied one from the other where their quotes stand; the third came later.
            let papers = if as_of.is_some() { 2 } else { 3 };
            let copied = u64::from(texts.are_read());
            assert_eq!(independent(&asked, "#killed"), papers - copied, "{texts:?} {as_of:?}");
            assert_eq!(independent(&asked, "#floors"), 2 - copied, "{texts:?} {as_of:?}");
            assert_eq!(independent(&asked, "#homes"), papers, "{texts:?} {as_of:?}");
            for (command, view) in desk.shown() {
                let shown = positions(&view);
                assert!(!shown.is_empty(), "`{command}` shows positions");
                for (claims, counts) in &shown {
                    assert_eq!(
                        Some(counts),
                        asked.get(claims),
                        "`{command}` of {claims:?}, {texts:?} {as_of:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn findings_impact_and_claims_go_back_to_the_same_origins() {
    for texts in Texts::ALL {
        let desk = Desk::new(texts);
        let compared = desk.json(&["compare"]);
        let asked = positions(&compared);

        // A rule tells of one origin where one is counted, and its reasons can be asked for.
        let alone = |counts: &Value| counts[0].as_array().unwrap().len() < 2;
        let expected: BTreeSet<_> =
            asked.iter().filter(|(_, counts)| alone(counts)).map(|(claims, _)| claims.clone()).collect();
        let told = desk.run(&["check", "--format", "json"]).exits(0).findings("single-origin");
        assert_eq!(
            told.iter().map(|it| names(&it["claims"])).collect::<BTreeSet<_>>(),
            expected,
            "{texts:?}"
        );
        assert_eq!(expected.len(), usize::from(texts.are_read()), "{texts:?}");
        for finding in &told {
            let explained = desk.json(&["explain", finding["fingerprint"].as_str().unwrap()]);
            assert_eq!(explained["message"], finding["message"]);
        }

        // What falls is counted from where the others count.
        for (source, ..) in PAPERS {
            let lost = desk.json(&["impact", source])["positions"].as_array().unwrap().clone();
            for loss in &lost {
                let claims = names(&loss["claims"]).union(&names(&loss["left"])).cloned().collect();
                let counts: &Value = &asked[&claims];
                let before = [&loss["independent"]["before"], &loss["not_established"]["before"]];
                assert_eq!(before, [&counts[1], &counts[2]], "`impact {source}`, {texts:?}");
            }
        }
        let weaker = desk.json(&["impact", "morning"])["positions"].as_array().unwrap().len();
        assert_eq!(
            weaker,
            if texts.are_read() { 1 } else { 3 },
            "what was copied is not lost with its first print"
        );

        let all = origins(&compared);
        assert_eq!(all.len(), CLAIMS.len());
        for command in [
            &["timeline", "mill/killed"][..],
            &["trace", "mill/killed"],
            &["diff", "morning", "evening"],
            &["report"],
        ] {
            let shown = origins(&desk.json(command));
            assert!(!shown.is_empty(), "{command:?}");
            assert!(shown.iter().all(|(claim, origin)| all[claim] == *origin), "{command:?} {texts:?}");
        }
    }
}

#[test]
fn a_change_is_counted_from_the_same_origins() {
    for texts in Texts::ALL {
        let desk = Desk::new(texts);
        desk.dossier.commit();
        let before = independent(&positions(&desk.json(&["compare", "mill/floors"])), "#floors");
        let added = "\n[[claim]]\nsource = \"gazette\"\nquestion = \"mill/floors\"\nvalue = 2\n";
        desk.dossier.write("claims/added.toml", added);
        let after = independent(&positions(&desk.json(&["compare", "mill/floors"])), "#floors");
        let changed = desk.json(&["diff", "--since", "HEAD"])["positions"].clone();
        assert_eq!(
            [&changed[0]["before"], &changed[0]["after"]],
            [&json!(before), &json!(after)],
            "{texts:?}: {changed}"
        );
    }
}

#[test]
fn what_is_written_for_everyone_hangs_on_nobodys_archive() {
    let desk = Desk::new(Texts::Archived);
    desk.run(&["report", "--write"]).exits(2).says(&["`--archive` is for looking", "--format markdown"]);
    desk.dossier.gainsay(&["report", "--write"]).exits(0);
    let with_archive = Desk { texts: Texts::InEnvironment, ..desk };
    with_archive.run(&["report", "--check"]).exits(0).says(&["up to date"]);
}

#[test]
fn a_source_that_came_later_is_told_apart_from_one_that_there_is_not() {
    let desk = Desk { as_of: Some("2024-03-01"), ..Desk::new(Texts::Nowhere) };
    for command in [&["impact", "gazette"][..], &["trace", "gazette#killed"], &["diff", "morning", "gazette"]]
    {
        desk.run(command).exits(2).says(&["source `gazette` was not out on 2024-03-01"]);
    }
    desk.run(&["impact", "gazete"]).exits(2).says(&["no source or agent is called `gazete`", "`gazette`"]);
    for command in ["timeline mill/killed", "impact morning", "compare", "diff morning morning"] {
        let run = desk.run(&command.split(' ').collect::<Vec<_>>()).exits(0);
        run.says(&["as of 2024-03-01: 1 of 3 sources\n"]);
    }
}
