//! After a change in files of claims a run with a cache judges what the change bears on and tells the rest again: it comes to what a run
//! without a cache comes to, whatever was edited.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::cache_ground::{Row, mark_kept, sum};
use crate::run::{Dossier, Run};

const EVENTS: [&str; 5] = ["fire", "flood", "crash", "storm", "raid"];
const SOURCES: [&str; 3] = ["herald", "courier", "gazette"];

/// Events apart, each with three sources of its own and their texts; two texts of two events share a passage.
struct Ground {
    dossier: Dossier,
    cache: TempDir,
    /// More options.
    more: Vec<&'static str>,
}

const SHARED: &str = "The minister who came the next day said to all of them that nobody in the whole of the valley had known how fast \
                      the water of the river and the fires of the woods would come, and that nothing of it would be forgotten.";

fn claims(event: &str, source: &str, at: usize) -> String {
    let (killed, hurt) = (3 + at, 10 + 7 * at);
    format!(
        "source = \"{event}-{source}\"\n\n[[claim]]\nid = \"killed\"\nquestion = \"{event}/killed\"\nvalue = {killed}\nquote = \"{killed} people were killed\"\n\n\
         [[claim]]\nid = \"hurt\"\nquestion = \"{event}/hurt\"\nvalue = {hurt}\nquote = \"{hurt} were hurt\"\nsaid-by = \"mayor\"\n"
    )
}

fn ground() -> Ground {
    let dossier = Dossier::new(&[("gainsay.toml", "[dossier]\ntitle = \"T\"\nlanguage = \"en\"\n")]);
    let mut agents = "[agent.mayor]\nname = \"Ada Quimby\"\nkind = \"person\"\n".to_owned();
    SOURCES.iter().for_each(|it| agents += &format!("[agent.{it}]\nname = \"The {it}\"\n"));
    dossier.write("sources/agents.toml", &agents);
    for event in EVENTS {
        let question = |id: &str| format!("[event.{event}.question.{id}]\nask = \"?\"\ntype = \"count\"\n");
        dossier.write(
            &format!("claims/{event}/event.toml"),
            &format!("[event.{event}]\ntitle = \"{event}\"\n{}{}", question("killed"), question("hurt")),
        );
        for (at, source) in SOURCES.iter().enumerate() {
            dossier.write(&format!("claims/{event}/{source}.toml"), &claims(event, source, at));
            let named = format!(
                "[source.{event}-{source}]\ntitle = \"T\"\npublisher = \"{source}\"\npublished = \"2024-03-01\"\n"
            );
            dossier.write(
                &format!("sources/{event}-{source}.toml"),
                &format!("{named}text = \"{event}-{source}.txt\"\n"),
            );
            let (killed, hurt) = (3 + at, 10 + 7 * at);
            let shared = if [("fire", 0), ("flood", 1)].contains(&(event, at)) { SHARED } else { "" };
            let text = format!("On Monday {killed} people were killed and {hurt} were hurt. {shared}\n");
            dossier.write(&format!("sources/{event}-{source}.txt"), &text);
        }
    }
    Ground { dossier, cache: tempfile::tempdir().unwrap(), more: Vec::new() }
}

impl Ground {
    fn path(&self, below: &str) -> PathBuf {
        self.dossier.path().join(below)
    }

    fn run(&self, format: &str, more: &[&str]) -> Run {
        let line = ["check", "--format", format];
        self.dossier.gainsay(&[&line, more, &self.more].concat())
    }

    fn kept(&self, format: &str) -> Run {
        self.run(format, &["--cache", self.cache.path().to_str().unwrap()])
    }

    fn fresh(&self, format: &str) -> Run {
        self.run(format, &["--no-cache"])
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.dossier.read(path);
        assert!(text.contains(from), "{path}");
        self.dossier.write(path, &text.replacen(from, to, 1));
    }
}

/// A word of what is told of each event, and another as long.
const MARKS: [(&str, &str, &str); 3] = [
    ("fire", "claims/fire/courier.toml:", "claims/FIRE/courier.toml:"),
    ("crash", "claims/crash/courier.toml:", "claims/CRASH/courier.toml:"),
    ("storm", "claims/storm/courier.toml:", "claims/STORM/courier.toml:"),
];

/// Whether what was told of an event before an edit is told again.
fn is_told_again(event: &str, edit: impl FnOnce(&Ground)) -> bool {
    is_told_again_in(&ground(), event, edit)
}

fn is_told_again_in(ground: &Ground, event: &str, edit: impl FnOnce(&Ground)) -> bool {
    ground.kept("concise");
    let (_, from, to) = MARKS.iter().find(|it| it.0 == event).unwrap();
    assert!(ground.fresh("concise").out.contains(from));
    mark_kept(ground.cache.path(), from, to);
    edit(ground);
    let (kept, fresh) = (ground.kept("concise"), ground.fresh("concise"));
    let is_again = kept.out.contains(to);
    assert_eq!((kept.code, kept.out.replace(to, from), kept.err), (fresh.code, fresh.out, fresh.err));
    is_again
}

#[test]
fn what_a_change_does_not_bear_on_is_told_again() {
    let change = |path: &'static str, from: &'static str, to: &'static str| {
        move |ground: &Ground| ground.edit(path, from, to)
    };
    let new_figure = change("claims/crash/herald.toml", "value = 3", "value = 8");
    assert!(is_told_again("storm", new_figure));
    assert!(is_told_again("fire", new_figure));
    assert!(!is_told_again("crash", new_figure));
    // Two events of which two texts share a passage.
    assert!(!is_told_again("fire", change("claims/flood/herald.toml", "value = 3", "value = 8")));
    // A claim that names one of another event, and the other way round.
    let link = "value = 3\ndisputes = [\"crash-courier#killed\"]";
    assert!(!is_told_again("crash", change("claims/storm/herald.toml", "value = 3", link)));
    assert!(is_told_again("fire", change("claims/storm/herald.toml", "value = 3", link)));
    // Files that come, go and are written anew by their names.
    assert!(is_told_again("fire", |ground| ground.dossier.write(
        "claims/storm/a.toml",
        "[[claim]]\nsource = \"storm-herald\"\nid = \"more\"\nquestion = \"storm/hurt\"\nvalue = 99\n"
    )));
    assert!(is_told_again("fire", |ground| fs::remove_file(ground.path("claims/storm/herald.toml")).unwrap()));
    assert!(is_told_again("fire", |ground| {
        let text = ground.dossier.read("claims/storm/herald.toml").replace("value = 3", "value = 5");
        ground.dossier.write("claims/storm/herald.new", &text);
        fs::rename(ground.path("claims/storm/herald.new"), ground.path("claims/storm/herald.toml")).unwrap();
    }));
    // A new event with nothing on it.
    assert!(is_told_again("fire", |ground| ground
        .dossier
        .write("claims/new.toml", "[event.new]\ntitle = \"N\"\n")));
}

#[test]
fn where_a_change_may_bear_on_all_everything_is_judged() {
    let edits: [(&str, &str, &str); 9] = [
        ("sources/agents.toml", "Ada Quimby", "Ida Quimby"),
        ("sources/storm-herald.toml", "publisher = \"herald\"", "publisher = \"courier\""),
        ("sources/storm-herald.txt", "3 people", "4 people"),
        ("gainsay.toml", "title = \"T\"", "title = \"U\"\n[rules]\nsingle-origin = \"deny\""),
        ("claims/storm/event.toml", "[event.storm]", "[group.g]\nname = \"G\"\n[event.storm]"),
        ("claims/storm/herald.toml", "[[claim]]", "[[claim]"),
        ("claims/storm/herald.toml", "storm/killed", "storm/kiled"),
        ("claims/storm/herald.toml", "\"mayor\"", "\"major\""),
        ("claims/storm/herald.toml", "\"storm-herald\"", "\"storm-heralds\""),
    ];
    for (path, from, to) in edits {
        assert!(!is_told_again("crash", |ground| ground.edit(path, from, to)), "{path}: {to}");
    }
    assert!(!is_told_again("crash", |ground| ground.dossier.write("gainsay-baseline.toml", "")));
}

/// Of each a file, what is added to it, and the rule by which it is told, where it is told at all.
#[test]
fn where_something_hangs_on_all_everything_is_judged() {
    let long: String =
        (0..102).map(|at| format!("[event.x{at}]\ntitle = \"x\"\npart-of = \"x{}\"\n", at + 1)).collect();
    let long = long + "[event.x102]\ntitle = \"x\"\n";
    let unknown_keys: String = (0..51)
        .map(|at| format!("\n[event.flood.question.k{at}]\nask = \"?\"\ntype = \"count\"\nkey = 1\n"))
        .collect();
    let waiver = "[[source.flood-courier.waive]]\nquote = \"hurt\"\nreason = \"r\"\n";
    for (path, more, rule) in [
        ("gainsay.toml", "[rules]\nunrecorded-figure = \"warn\"\n", ""),
        ("sources/flood-courier.toml", waiver, ""),
        ("claims/flood/long.toml", &*long, "limit-reached"),
        ("claims/flood/event.toml", &*unknown_keys, "unknown-key"),
        ("claims/flood/courier.toml", "disputes = [\"nobody#x\"]\n", "unknown-reference"),
        ("claims/flood/broken.toml", "[[claim]\n", "malformed-file"),
        ("gainsay-baseline.toml", "", ""),
    ] {
        let ground = ground();
        let text = fs::read_to_string(ground.path(path)).unwrap_or_default();
        ground.dossier.write(path, &(text + more));
        assert!(ground.fresh("concise").out.contains(rule), "{rule}");
        let again = |ground: &Ground| ground.edit("claims/crash/herald.toml", "value = 3", "value = 8");
        assert!(!is_told_again_in(&ground, "storm", again), "{path}");
    }
}

#[test]
fn what_lies_among_the_claims_may_be_a_text_of_the_archive() {
    let ground = Ground { more: vec!["--archive", "claims/storm"], ..ground() };
    let path = "claims/storm/text.toml";
    let text = format!("# {}", ground.dossier.read("sources/crash-courier.txt"));
    ground.dossier.write(path, &text);
    let sha256 = format!("sha256 = \"{}\"\n", sum(text.as_bytes()));
    ground.edit("sources/crash-courier.toml", "text = \"crash-courier.txt\"\n", &sha256);
    let is_held = |ground: &Ground| !ground.fresh("concise").out.contains("text-not-held");
    assert!(is_held(&ground), "its text is in the archive");
    ground.kept("concise");
    ground.edit(path, "people", "person");
    assert!(!is_held(&ground), "it was");
    assert_eq!(ground.kept("concise").out, ground.fresh("concise").out);
}

/// One edit.
fn edit(ground: &Ground, row: &mut Row, round: usize) {
    let (event, source) = (row.of(&EVENTS), row.of(&SOURCES));
    let (other, third) = (row.of(&EVENTS), row.of(&SOURCES));
    let path = format!("claims/{event}/{source}.toml");
    let Ok(text) = fs::read_to_string(ground.path(&path)) else {
        return ground.dossier.write(&path, &claims(event, source, row.below(5)));
    };
    let claim = "[[claim]]\n";
    let key = row.of(&["corrects", "retracts", "supersedes", "disputes"]);
    let link = format!("{claim}{key} = [\"{other}-{third}#{}\"]\n", row.of(&["killed", "hurt"]));
    let more = format!(
        "\n{claim}id = \"m{round}\"\nquestion = \"{other}/{}\"\nvalue = \"about {}\"\n",
        row.of(&["killed", "hurt"]),
        row.below(30)
    );
    let allow = "# gainsay: allow single-origin because\n[[claim]]\n";
    let edited = match row.below(14) {
        0 | 1 => text.replacen(row.of(&["3", "4", "5"]), row.of(&["3", "4", "5", "\"many\""]), 1),
        2 => text.replacen(claim, &link, 1),
        3 | 4 => text + &more,
        5 => text.replacen(claim, allow, 1),
        6 => return fs::remove_file(ground.path(&path)).unwrap(),
        7 => {
            let (a, b) = (ground.path(&path), ground.path(&format!("claims/{other}/{source}-{round}.toml")));
            return fs::rename(a, b).unwrap();
        }
        8 => text.replace("quote = ", row.of(&["qote = ", "quote = \"x\"\nlocator = ", "quote = "])),
        9 => claims(event, source, row.below(5)),
        10 => text.replacen("mayor", row.of(&["herald", "major", "mayor"]), 1),
        11 => {
            let text = ground.dossier.read(&format!("sources/{event}-{source}.txt"));
            let changed = text.replacen(row.of(&["3", "4", "hurt"]), row.of(&["5", "hurt"]), 1);
            return ground.dossier.write(&format!("sources/{event}-{source}.txt"), &changed);
        }
        12 => {
            let path = format!("claims/{event}/event.toml");
            let text = ground.dossier.read(&path);
            let part = format!("type = \"count\"\npart-of = \"{other}/killed\"\n");
            let edited = if text.contains("part-of") {
                text.replace("part-of", "# ")
            } else {
                text.replacen("type = \"count\"\n", &part, 1)
            };
            return ground.dossier.write(&path, &edited);
        }
        _ => {
            text + "\n[[assessment]]\nquestion = \"fire/killed\"\nstatus = \"contested\"\nrationale = \"r\"\n"
        }
    };
    ground.dossier.write(&path, &edited);
}

#[test]
fn however_claims_are_edited_a_run_with_a_cache_comes_to_what_one_without_comes_to() {
    for (format, seed) in [("concise", 0x9E37_79B9_7F4A_7C15), ("human", 0x2545_F491_4F6C_DD1D)] {
        let mut row = Row(seed);
        let mut ground = ground();
        for round in 0..45 {
            // A dossier that is past mending has nothing to tell again.
            if round % 15 == 0 {
                ground = self::ground();
                ground.kept(format);
            }
            for _ in 0..row.below(3) {
                edit(&ground, &mut row, round);
            }
            let (kept, fresh) = (ground.kept(format), ground.fresh(format));
            assert_eq!((kept.code, kept.out, kept.err), (fresh.code, fresh.out, fresh.err), "round {round}");
        }
    }
}
