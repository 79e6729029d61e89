//! Laws of shares: what a share of a dossier comes to is what the whole comes to on its questions, and each is in one share.

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestCaseResult;

use super::day::Day;
use super::open::Audit;
use crate::judge::laws::random::{Case, cases};
use crate::judge::laws::{Names, aligned, tries};
use crate::judge::standing::standings;
use crate::judge::{Court, judge};
use crate::load::share_from_texts;
use crate::model::Dossier;
use crate::model::shard::Shard;
use crate::model::table::QuestionId;
use crate::view::compare::Comparison;

/// Random dossiers of one question each, as events of one dossier.
#[derive(Clone, Debug)]
struct Many {
    cases: Vec<Case>,
    /// What leads from one question to another.
    links: Vec<(Way, Index, Index)>,
}

/// How one question leads to another.
#[derive(Clone, Copy, Debug)]
enum Way {
    Corrects,
    Supersedes,
    Disputes,
    Relative,
    Assessed,
    PartOf,
    SumOf,
}

fn many() -> impl Strategy<Value = Many> {
    use Way::{Assessed, Corrects, Disputes, PartOf, Relative, SumOf, Supersedes};
    let way = prop::sample::select(vec![
        Corrects, Corrects, Corrects, Supersedes, Supersedes, Disputes, Relative, Assessed, PartOf, PartOf,
        SumOf,
    ]);
    let counts = prop_oneof![2 => Just(None), 1 => Just(Some(0))];
    let all = prop::collection::vec(counts.prop_flat_map(|kind| cases(kind, 1..6)), 2..7);
    let links = prop::collection::vec((way, any::<Index>(), any::<Index>()), 0..5);
    (all, links).prop_map(|(cases, links)| Many { cases, links })
}

/// The event that a case asks about: one for two cases.
fn event(at: usize) -> String {
    format!("e{}", at / 2)
}

impl Many {
    /// The files: who says it from the first case, whose links between sources are those of all, and a file for each question.
    fn files(&self) -> Vec<(String, String)> {
        let names = Names(false);
        let of = |case: &Case| case.files(&names, &Vec::from_iter(0..case.claims.len()), 1);
        let first =
            Case { links: self.cases.iter().fold(0, |all, case| all | case.links), ..self.cases[0].clone() };
        let mut files = of(&first);
        files.truncate(2);
        for (at, case) in self.cases.iter().enumerate() {
            for (path, text) in of(case).into_iter().skip(2) {
                // Groups are those of the first, two questions are of one event, claims are each case's own.
                let first = if at % 2 == 0 { "[event." } else { "[event.e000.question" };
                let text = match (path.as_str(), text.find(first)) {
                    ("claims/asked.toml", Some(event)) if at > 0 => text[event..].to_owned(),
                    _ => text,
                };
                let own = text.replace("e000", &event(at)).replace("q000", &format!("q{at}"));
                let own = own.replace("claim0", &format!("c{at}-0"));
                files.push((path.replace("claims/", &format!("claims/{at}-")), own));
            }
        }
        self.links.iter().for_each(|link| self.link(*link, &mut files));
        files
    }

    /// Has one question lead to another.
    fn link(&self, (way, from, to): (Way, Index, Index), files: &mut [(String, String)]) {
        let pick = |index: Index| {
            let at = index.index(self.cases.len());
            let claims = self.cases[at].claims.len();
            (at, format!("s{:03}#c{at}-{:03}", self.cases[at].claims[claims - 1].source, claims - 1))
        };
        let ((at, claim), (other, of)) = (pick(from), pick(to));
        let [asked, asked_of] = [at, other].map(|at| format!("{}/q{at}", event(at)));
        let id = claim.split_once('#').map_or("", |(_, id)| id);
        let both_count = self.cases[at].kind == 0 && self.cases[other].kind == 0;
        let mut write = |file: &str, after: &str, line: &str| {
            let found = files.iter_mut().find(|(path, _)| *path == format!("claims/{at}-{file}.toml"));
            let (_, text) = found.expect("each case has its files");
            // A key stands once.
            let key = line.split(" = ").next().unwrap_or_default();
            let start = text.find(after).expect("what is linked is there") + after.len();
            let end = text[start..].find("[[").map_or(text.len(), |end| start + end);
            if !text[start - 1..end].contains(&format!("\n{key} = ")) {
                text.insert_str(start, line);
            }
        };
        let claimed = format!("id = \"{id}\"\n");
        match way {
            Way::Corrects => write("c0", &claimed, &format!("corrects = [\"{of}\"]\n")),
            Way::Supersedes => write("c0", &claimed, &format!("supersedes = [\"{of}\"]\n")),
            Way::Disputes => write("c0", &claimed, &format!("disputes = [\"{of}\"]\n")),
            Way::PartOf if at != other => {
                write("asked", "ask = \"?\"\n", &format!("part-of = \"{asked_of}\"\n"))
            }
            Way::SumOf if both_count && at != other => {
                write("asked", "ask = \"?\"\n", &format!("sum-of = [\"{asked_of}\"]\n"));
            }
            Way::Relative if both_count => {
                let found = files.iter_mut().find(|(path, _)| *path == format!("claims/{at}-c0.toml"));
                let (_, text) = found.expect("each case has its files");
                *text += &format!(
                    "\n[[claim]]\nid = \"more\"\nsource = \"s001\"\nquestion = \"{asked}\"\nvalue = {{ higher-than = \"{of}\" }}\n"
                );
            }
            Way::Assessed => {
                let found = files.iter_mut().find(|(path, _)| *path == format!("claims/{at}-c0.toml"));
                let (_, text) = found.expect("each case has its files");
                *text += &format!(
                    "\n[[assessment]]\nquestion = \"{asked}\"\nstatus = \"contested\"\nrationale = \"r\"\nclaims = [\"{claim}\", \"{of}\"]\n"
                );
            }
            Way::PartOf | Way::SumOf | Way::Relative => {}
        }
    }

    fn share(&self, shard: Shard) -> Dossier {
        let files = self.files();
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        share_from_texts(&files, shard)
    }
}

/// All that is told of each question of a share that is in it.
fn told(court: &Court) -> BTreeMap<String, Vec<String>> {
    let dossier = court.dossier();
    let here: Vec<QuestionId> = dossier.questions.ids().filter(|id| dossier.share.holds(*id)).collect();
    let mut told: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for id in here {
        let view = serde_json::to_string(&Comparison::new(court, Some(id))).expect("views have string keys");
        let standings = standings(court, id).into_iter().map(|it| format!("{it:?}"));
        let withdrawn = court.alignment.claims.on(id).iter().filter(|id| court.alignment.is_withdrawn(**id));
        let withdrawn = withdrawn.map(|id| format!("{} is withdrawn", dossier.claims.name(*id)));
        let all = [view].into_iter().chain(standings).chain(withdrawn).collect();
        told.insert(dossier.questions.name(id).to_owned(), all);
    }
    for it in judge(court) {
        let question = it.question.clone().filter(|name| told.contains_key(name));
        if let Some(all) = question.and_then(|name| told.get_mut(&name)) {
            let (rule, claims) = (it.rule.name, it.claims.join(" "));
            all.push(format!(
                "{rule} {} {} {:?} {claims}",
                it.fingerprint(),
                it.message.whole(),
                it.explained
            ));
        }
    }
    told
}

/// Holds the shares of each number against the whole.
fn hold(shares: impl Fn(Shard) -> BTreeMap<String, Vec<String>>) -> TestCaseResult {
    let whole = shares(Shard::WHOLE);
    for of in [2, 3, 8] {
        let mut all = BTreeMap::new();
        for part in 1..=of {
            for (question, told) in shares(Shard { part, of }) {
                let before = all.insert(question.clone(), told);
                prop_assert!(before.is_none(), "{question} is in two of {of} parts");
            }
        }
        prop_assert_eq!(&all, &whole);
    }
    Ok(())
}

proptest! {
    #![proptest_config(tries(60))]

    #[test]
    fn the_shares_of_a_dossier_come_together_to_what_the_whole_does(many in many()) {
        hold(|shard| {
            let dossier = many.share(shard);
            let alignment = aligned(&dossier);
            told(&Court::new(&alignment, 0))
        })?;
    }
}

/// Holds the shares of a dossier on disk against the whole.
fn hold_folder(root: &Path) {
    let today = Day::new(2026, 1, 1).expect("it is in the calendar");
    let held = hold(|shard| {
        let audit =
            Audit::share(root, shard, &Default::default(), &Default::default()).expect("it is a dossier");
        told(&audit.judged(today).expect("its folders can be read").court())
    });
    held.expect("the shares are those of the whole");
}

/// What two sources say that an agency said of one event is told of the event, where it is more than one question.
#[test]
fn so_do_those_of_an_event_of_which_a_statement_is_not_held() {
    let mut sources = "[agent.agency]\nname = \"A\"\n".to_owned();
    let mut claims = "[event.e]\ntitle = \"E\"\n".to_owned();
    for question in ["killed", "hurt", "missing"] {
        claims += &format!("[event.e.question.{question}]\nask = \"?\"\ntype = \"count\"\n");
    }
    for source in ["herald", "courier"] {
        sources += &format!("[agent.{source}]\nname = \"N\"\n[source.{source}]\ntitle = \"T\"\n");
        sources += &format!("publisher = \"{source}\"\npublished = \"2024-03-01\"\n");
        for question in ["killed", "hurt", "missing"] {
            claims += &format!("[[claim]]\nsource = \"{source}\"\nquestion = \"e/{question}\"\nvalue = 3\n");
            claims += "said-by = \"agency\"\n";
        }
    }
    let files = [("sources/s.toml", sources.as_str()), ("claims/c.toml", claims.as_str())];
    let held = hold(|shard| {
        let dossier = share_from_texts(&files, shard);
        let alignment = aligned(&dossier);
        let court = Court::new(&alignment, 0);
        let told = told(&court);
        let is_told = judge(&court).iter().any(|it| it.rule.name == "primary-missing");
        assert!(is_told || !shard.is_whole());
        assert!(told.values().flatten().all(|it| !it.starts_with("primary-missing")), "{shard}");
        told
    });
    held.expect("the shares are those of the whole");
}

/// A passage that is the words of one speaker is none that one text took from the other; that the mayor speaks is said by claims
/// on one question, and counts for those on others.
#[test]
fn so_do_those_of_texts_that_quote_a_speaker_whom_claims_of_other_shares_name() {
    const SPOKEN: &str = "we have lost three men of the night shift in the drying room and nine more are in the hospital \
                          of the valley and nobody who was there will ever forget how fast the stairs had burned";
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it is below the folder")).expect("it can be made");
        std::fs::write(path, text).expect("it can be written");
    };
    write("gainsay.toml", "[dossier]\ntitle = \"D\"\n");
    let mut sources = "[agent.mayor]\nname = \"Ada Quimby\"\n".to_owned();
    let mut claims = String::new();
    for event in ["killed", "hurt", "shift", "room"] {
        claims += &format!(
            "[event.{event}]\ntitle = \"E\"\n[event.{event}.question.q]\nask = \"?\"\ntype = \"text\"\n"
        );
    }
    for source in ["herald", "courier"] {
        sources += &format!(
            "[agent.{source}]\nname = \"N\"\n[source.{source}]\ntitle = \"T\"\npublisher = \"{source}\"\n\
             published = \"2024-03-01\"\ntext = \"{source}.txt\"\n"
        );
        write(
            &format!("sources/{source}.txt"),
            &format!("The {source} has it so: “{SPOKEN}”. No more was said.\n"),
        );
        for (event, quote, keys) in [
            ("killed", "three men", "said-by = \"mayor\""),
            ("hurt", "nine more", ""),
            ("shift", "the night shift", ""),
            ("room", "the drying room", ""),
        ] {
            claims += &format!(
                "[[claim]]\nsource = \"{source}\"\nquestion = \"{event}/q\"\nid = \"{event}\"\nvalue = \"{quote}\"\nquote = \"{quote}\"\n{keys}\n"
            );
        }
    }
    write("sources/s.toml", &sources);
    write("claims/c.toml", &claims);
    let whole = Audit::open(folder.path()).expect("it is a dossier");
    let judged = whole.judged(Day::new(2026, 1, 1).expect("it is in the calendar")).expect("it can be read");
    assert!(judged.alignment().reuse.passages.is_empty(), "the mayor speaks in both");
    hold_folder(folder.path());
}

#[test]
fn so_do_those_of_the_dossier_of_the_repository() {
    hold_folder(Path::new(env!("CARGO_MANIFEST_DIR")));
}
