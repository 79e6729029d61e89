//! The law that what is shown is text: payloads in every key of the format, in every format of every command.

use serde_json::Value;

use crate::payloads::{PAYLOADS, is_raw};
use crate::run::{Dossier, Run, SMALL, gainsay_in, repository};
use crate::strangers::{Strangers, keys};

/// What is typed to have a command show what a dossier says, a line for each command of the program. A command in capitals
/// takes no dossier.
fn lines(command: &str) -> &'static [&'static [&'static str]] {
    match command {
        "check" => &[&[], &["--since", "HEAD"]],
        "table" => &[&[], &["--silence"], &["--blind", "--key"]],
        "compare" => &[&[], &["fire/where"]],
        "trace" => &[&["fire/killed"], &["herald#said"]],
        "impact" => &[&["herald"], &["agent:mayor"]],
        "timeline" => &[&["fire/killed"]],
        "reuse" => &[&[], &["sources/herald.txt", "sources/star.txt"]],
        "spot" => &[&[], &["herald", "--open"]],
        "coverage" => &[&[], &["herald"]],
        "names" => &[&[]],
        "desk" => &[&["herald", "courier", "--by", "PAYLOAD"]],
        "diff" => &[
            &["herald", "courier"],
            &["courier", "courier-later"],
            &["sources/herald.txt", "sources/star.txt"],
            &["--since", "HEAD"],
        ],
        "draft" => &[&["sources/herald.txt"], &["sources/courier.html"]],
        "report" => &[&[]],
        "site" => &[&["public"]],
        "export" => &[&["csv"], &["jsonl"], &["annotations"], &["prov"], &["claimreview"], &["ftm"]],
        "source" => &[&["add", "sources/courier.html"], &["recapture", "herald", "sources/star.txt"]],
        // Each is refused, and nothing is written.
        "add" => &[
            &["herald", "PAYLOAD", "--question", "PAYLOAD", "--value", "PAYLOAD"],
            &["herald", "PAYLOAD", "--question", "fire/where", "--value", "PAYLOAD", "--said-by", "PAYLOAD"],
            &["herald", "PAYLOAD and none"],
        ],
        "review" => &[&[]],
        // Of no dossier but for its drafts, whose words are the case's: tests/cli/corpus.rs.
        "corpus" => &[],
        "agree" => &[&["sources/herald.txt", "sources/star.txt"]],
        "assess" => &[&["fire/killed"], &["PAYLOAD"]],
        "rename" => &[&["agent", "PAYLOAD", "x"], &["agent", "mayor", "PAYLOAD"]],
        "explain" => &[&["FINDING"]],
        "read" => {
            &[&["text", "PAYLOAD"], &["count", "PAYLOAD"], &["choice", "--options", "PAYLOAD", "PAYLOAD"]]
        }
        "find" => &[&["PAYLOAD", "sources/herald.txt"], &["PAYLOAD and none", "sources/herald.txt"]],
        "text" => &[&["herald"], &["sources/courier.html"]],
        "lock" => &[&[]],
        "pin" => &[&["herald", "PAYLOAD"], &["herald", "PAYLOAD and none"], &["herald", "nowhere"]],
        "init" => &[&["PAYLOAD"]],
        // What it answers is JSON alone: tests/mcp/quoted.rs.
        "schema" | "completions" | "man" | "mcp" => &[],
        new => panic!("{new}: say here what shows the words of a dossier"),
    }
}

/// The commands that the program's help names.
fn commands() -> Vec<String> {
    let help = gainsay_in(&repository(), &["--help"]).exits(0).out;
    let list = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a list");
    let names = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// The formats that the help of a command names.
fn formats(command: &str) -> Vec<String> {
    let help = gainsay_in(&repository(), &[command, "--help"]).exits(0).out;
    let Some(rest) = help.split("--format <FORMAT>").nth(1) else { return Vec::new() };
    let list = rest.split("[default: ").next().expect("there is a first part");
    let names = list.lines().filter_map(|line| line.trim_start().strip_prefix("- "));
    names.filter_map(|line| line.split(':').next()).map(|name| name.trim().to_owned()).collect()
}

/// What a line is, and the arguments that it stands for.
struct Line {
    command: String,
    format: Option<String>,
    arguments: Vec<String>,
}

impl Line {
    /// Every line with every format of its command, and each for people in colour too.
    fn all() -> Vec<Line> {
        let mut all = Vec::new();
        let commands = commands();
        assert!(commands.len() >= 19, "{commands:?}");
        for command in commands {
            let formats = formats(&command);
            for line in lines(&command) {
                let arguments: Vec<String> =
                    [command.as_str()].iter().chain(*line).map(|it| (*it).to_owned()).collect();
                let coloured = [arguments.clone(), vec!["--color=always".to_owned()]].concat();
                all.push(Line { command: command.clone(), format: None, arguments: coloured });
                if formats.is_empty() {
                    all.push(Line { command: command.clone(), format: None, arguments: arguments.clone() });
                }
                for format in &formats {
                    let arguments = [arguments.clone(), vec![format!("--format={format}")]].concat();
                    all.push(Line { command: command.clone(), format: Some(format.clone()), arguments });
                }
            }
        }
        all
    }

    fn is(&self, formats: &[&str]) -> bool {
        self.format.as_deref().is_some_and(|format| formats.contains(&format))
    }

    fn run(&self, dossier: &Dossier, payload: &str, finding: &str) -> Run {
        // A dash at the front would be an option.
        let typed = format!("x{payload}");
        let arguments: Vec<String> = self
            .arguments
            .iter()
            .map(|it| it.replace("PAYLOAD", &typed).replace("FINDING", finding))
            .collect();
        dossier.gainsay(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

/// Our own colours are numbers below a hundred; those of the payloads are not.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('m') {
            Some((colour, rest)) if colour.len() <= 2 && colour.bytes().all(|byte| byte.is_ascii_digit()) => {
                out.push_str(rest);
            }
            _ => out.extend(["\u{1b}[", part]),
        }
    }
    out
}

#[track_caller]
fn is_text(run: &Run, what: &dyn std::fmt::Debug) {
    for text in [&run.out, &run.err] {
        let plain = without_colours(text);
        if let Some(at) = plain.find(is_raw) {
            let line = plain[..at].lines().last().unwrap_or_default();
            panic!("{what:?}: {:?} after {line:?}", plain[at..].chars().next());
        }
    }
    assert!((0..=2).contains(&run.code) && !run.err.contains("panicked"), "{what:?}: {run:?}");
}

/// What each format promises to the program that reads it.
#[track_caller]
fn is_well_formed(line: &Line, run: &Run, payload: &str) {
    let what = (payload, &line.arguments);
    if line.is(&["json", "sarif"]) && run.code < 2 {
        assert!(serde_json::from_str::<Value>(&run.out).is_ok(), "{what:?}: {run:?}");
    }
    if line.is(&["junit"]) {
        roxmltree::Document::parse(&run.out).unwrap_or_else(|why| panic!("{what:?}: {why}"));
    }
    if line.is(&["html"]) {
        assert!(!run.out.contains("<script>alert") && !run.out.contains("<img"), "{what:?}");
    }
    // A runner of GitHub obeys `::name` at the front of a line, and what follows `##[` anywhere in one that is no such command.
    for printed in run.out.lines().chain(run.err.lines()) {
        let commands = ["::error ", "::warning ", "::notice "];
        let is_ours = line.is(&["github"]) && commands.iter().any(|it| printed.starts_with(it));
        let name = printed.trim_start().strip_prefix("::");
        let is_obeyed = name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
            || printed.contains("##[");
        assert!(is_ours || !is_obeyed, "{what:?}: {printed}");
        assert!(!printed.starts_with("::error title=forged"), "{what:?}");
    }
}

fn finding(dossier: &Dossier) -> String {
    let found = dossier.gainsay(&["check", "--format", "json"]).findings("contradiction");
    found.first().expect("the papers contradict each other")["fingerprint"]
        .as_str()
        .expect("a text")
        .to_owned()
}

/// Changes what `diff --since` compares.
fn change(dossier: &Dossier) {
    dossier.commit();
    let path = "claims/more.toml";
    let before = dossier.read(path);
    let after = before.replace("\"value\" = 3\n", "\"value\" = 4\n");
    assert_ne!(before, after, "there is a value to change");
    dossier.write(path, &after);
}

#[test]
fn every_key_and_every_id_is_tried() {
    let payload = "words of strangers";
    let held = Strangers::everywhere(payload).held(payload);
    let is_held = |table: &str, key: &str| held.contains(&(table.to_owned(), key.to_owned()));
    for key in keys() {
        let is_table = key.form.contains("table") && !key.form.contains("text");
        // Which text a source has is tried by name; a file's path and its hash are no words.
        let is_path = ["text", "text-of", "sha256", "options"].contains(&key.name.as_str());
        let held = key.tables.iter().any(|table| is_held(table, &key.name));
        assert!(held || is_table || is_path, "{key:?} is nowhere {payload:?}");
    }
    for table in ["source", "agent", "place", "event", "group", "event.ID.question"] {
        assert!(is_held(&format!("{table}.ID"), payload), "no key of {table} is unknown");
    }
}

#[test]
fn no_output_for_people_holds_what_steers_a_terminal() {
    let lines = Line::all();
    for payload in PAYLOADS {
        let dossier = Strangers::texts(payload).dossier();
        let finding = finding(&dossier);
        change(&dossier);
        for line in &lines {
            let run = line.run(&dossier, payload, &finding);
            is_text(&run, &(payload, &line.arguments));
            is_well_formed(line, &run, payload);
        }
    }
}

#[test]
fn what_is_wrong_is_told_as_text_wherever_it_stands() {
    let is_told = |line: &Line| match line.command.as_str() {
        "check" => true,
        "report" => line.is(&["markdown", "html"]),
        _ => false,
    };
    let lines: Vec<Line> = Line::all().into_iter().filter(is_told).collect();
    assert!(lines.len() > 8, "{}", lines.len());
    for payload in PAYLOADS.iter().filter(|it| it.contains(is_raw) || it.contains("::error")) {
        let dossier = Strangers::everywhere(payload).dossier();
        dossier.write(
            "sources/torn.toml",
            &format!("# gainsay: allow {}\n[source\n", payload.replace(|c: char| c.is_ascii_control(), "")),
        );
        change(&dossier);
        for line in &lines {
            let run = line.run(&dossier, payload, "none");
            is_text(&run, &(payload, &line.arguments));
            is_well_formed(line, &run, payload);
        }
    }
}

/// A line of a record stays a line of what is shown: what breaks it takes as many lines as a space.
#[test]
fn one_line_stays_one_line() {
    let lines: Vec<Line> = Line::all()
        .into_iter()
        // Texts have the lines that they have, and a page those of its texts.
        .filter(|line| {
            !["text", "reuse", "find", "pin", "lock", "init", "read", "desk"].contains(&line.command.as_str())
        })
        .filter(|line| {
            !line.arguments[1..].iter().any(|it| it.starts_with("sources/") || it == "courier-later")
        })
        .filter(|line| !line.is(&["json", "sarif", "html", "junit"]))
        .collect();
    assert!(lines.len() > 30, "{}", lines.len());
    let of = |words: &str| {
        let dossier = Strangers::texts(words).dossier();
        dossier.write("gainsay.toml", "[dossier]\ntitle = \"T\"\n[rules]\ndeceptive-text = \"allow\"\n");
        for path in ["herald.txt", "star.txt", "courier.html", "later.html"] {
            dossier.write(&format!("sources/{path}"), "The mill burned.\n");
        }
        let finding = finding(&dossier);
        change(&dossier);
        let count = |line: &Line| line.run(&dossier, words, &finding).out.lines().count();
        lines.iter().map(count).collect::<Vec<usize>>()
    };
    let mut faults = Vec::new();
    for breaks in ["\n", "\r", "\r\n"] {
        let payload = |breaks: &str| ["a", "(disputed)", "# b", "::error::c", "e"].join(breaks);
        for ((line, broken), plain) in lines.iter().zip(of(&payload(breaks))).zip(of(&payload(" "))) {
            if broken != plain {
                faults.push(format!("{broken} lines for {plain}: {breaks:?} {:?}", line.arguments));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_is_typed_is_repeated_as_text() {
    for payload in PAYLOADS {
        // A dash at the front would be an option.
        let typed = format!("x{}", payload.replace('\0', ""));
        let dossier = Dossier::new(&SMALL);
        let option = format!("--{typed}");
        let deny = format!("--deny={typed}");
        let mut lines: Vec<Vec<&str>> = vec![
            vec!["check", &option],
            vec!["check", &deny],
            vec![&typed],
            vec!["find", "x", &typed],
            vec!["pin", &typed, "x"],
            vec!["check", "--as-of", &typed],
            vec!["check", "--dossier", &typed],
            vec!["check", "--archive", &typed],
            vec!["diff", "--since", &typed],
            vec!["diff", &typed, "herald"],
        ];
        let commands = commands();
        for command in &commands {
            lines.push(vec![command, &typed]);
            lines.push(vec![command, "--format", &typed]);
        }
        for line in lines {
            is_text(&dossier.gainsay(&line), &line);
        }
    }
}

/// All strings of a JSON value.
fn strings<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(all) => all.iter().for_each(|value| strings(value, found)),
        Value::Object(all) => all.values().for_each(|value| strings(value, found)),
        _ => {}
    }
}

#[test]
fn programs_are_given_the_very_words() {
    for payload in PAYLOADS {
        let dossier = Strangers::texts(payload).dossier();
        for command in ["report", "compare", "table", "timeline"] {
            let line = lines(command)[0];
            let run = dossier.gainsay(&[&[command, "--format", "json"], line].concat());
            let value = run.json();
            let mut all = Vec::new();
            strings(&value, &mut all);
            assert!(all.contains(&payload), "{payload:?} {command:?}: {all:?}");
        }
    }
}

#[test]
fn what_report_writes_holds_nothing_raw() {
    for payload in PAYLOADS {
        let dossier = Strangers::texts(payload).dossier();
        dossier.gainsay(&["report", "--write"]).exits(0);
        for path in ["reports/report.md", "reports/report.html", "reports/report.json"] {
            let text = dossier.read(path);
            assert!(!text.contains(is_raw), "{payload:?} {path}");
        }
    }
}
