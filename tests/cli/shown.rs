//! The law that what is shown is text: payloads in every field of a dossier, in every output.

use std::path::Path;

use pulldown_cmark::{Event, Options, Parser};
use serde_json::Value;

use crate::run::{Dossier, Run, gainsay_in};

/// What strangers may write: sequences that steer a terminal, characters that hide or reorder, and what formats give a meaning to.
const PAYLOADS: [&str; 11] = [
    "a\u{1b}[38;5;201m\u{1b}[2Jb\u{1b}]0;title\u{7}c",
    "a\u{9b}38;5;201m\u{85}b\u{7f}",
    "a\u{1b}]8;;https://evil.example\u{1b}\\b\u{8}\u{8}",
    "gpj\u{202e}lmth.a\u{2066}b\u{2069}\u{200f}\u{61c}",
    "a\u{2028}b\u{2029}c\u{feff}\u{e0041}d",
    "a\r\n::error title=forged::b\n::error title=forged::c\r\r# d\r\r<script>alert(1)</script>\n\n# e",
    "` ![x](https://evil.example/i.png) <img src=https://evil.example/j.gif> @octocat ```",
    "`<b>x</b> [a](https://evil.example) **b** ~~c~~ https://evil.example www.evil.example",
    "a]]>b</failure><script>alert(1)</script><!-- & &lt;",
    "=cmd()|'/c calc'!A0 | a \\| b \\",
    "- [ ] a\t1. b $x$ #1 \"c\" 'd' \\",
];

/// As `crate::text::steers` has it, written down once more.
fn is_raw(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}

/// A TOML string in which stands raw what may.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_ascii_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}

/// A dossier in which every text that a stranger may choose is the payload.
fn dossier(payload: &str) -> Dossier {
    let p = quoted(payload);
    let manifest = format!("[dossier]\ntitle = {p}\n");
    let sources = format!(
        "[source.herald]\ntitle = {p}\npublisher = \"herald\"\npublished = \"2024-03-01\"\nauthor = [{p}]\n\
         url = \"https://a.example/\"\nnote = {p}\ntext = \"herald.txt\"\n\
         [source.courier]\ntitle = {p}\npublisher = \"courier\"\npublished = \"2024-03-02\"\nurl = {p}\nlanguage = {p}\n\
         derived-from = [\"herald\"]\n\
         [agent.herald]\nname = {p}\nkind = \"outlet\"\naliases = [{p}]\n\
         [agent.courier]\nname = {p}\nkind = \"outlet\"\n\
         [agent.mayor]\nname = {p}\n\
         [place.arvo]\nname = {p}\nkind = \"country\"\naliases = [{p}]\n\
         [place.belmar]\nname = \"Belmar\"\nkind = \"country\"\n"
    );
    let claim = |source: &str, question: &str, value: &str| {
        format!(
            "[[claim]]\nsource = \"{source}\"\nquestion = \"fire/{question}\"\nvalue = {value}\nquote = {p}\nprefix = {p}\n\
             suffix = {p}\nlocator = {p}\nattribution = {p}\ntranslation = {p}\nnote = {p}\nsaid-by = \"mayor\"\n"
        )
    };
    let claims = format!(
        "[event.fire]\ntitle = {p}\n[event.fire.question.where]\nask = {p}\ntype = \"place\"\n\
         [event.fire.question.killed]\nask = {p}\ntype = \"count\"\n[event.fire.question.said]\nask = {p}\ntype = \"text\"\n\
         [group.workers]\nname = {p}\n{}{}{}{}{}",
        claim("herald", "where", "\"arvo\""),
        claim("courier", "where", "\"belmar\""),
        claim("herald", "killed", "3"),
        claim("courier", "killed", "5"),
        claim("herald", "said", &p),
    );
    let assessments = format!(
        "[[assessment]]\nquestion = \"fire/killed\"\nclaims = [\"herald#killed\", \"courier#killed\"]\n\
         status = \"explained\"\nrationale = {p}\nby = {p}\ndate = \"2024-03-03\"\n"
    );
    Dossier::new(&[
        ("gainsay.toml", &manifest),
        ("sources/sources.toml", &sources),
        ("sources/herald.txt", &format!("x\n{payload}\nz\n")),
        ("claims/claims.toml", &claims),
        ("claims/assessments.toml", &assessments),
    ])
}

/// The same with more that is wrong: the payload as an id, a reference, a key, a value that cannot be read, a rule, and
/// the name of a file.
fn broken(payload: &str) -> Dossier {
    let (dossier, p) = (dossier(payload), quoted(payload));
    let claim = format!(
        "[[claim]]\nid = {p}\nsource = {p}\nquestion = {p}\nvalue = {p}\n{p} = {p}\n[[claim]]\nsource = \"herald\"\nid = {p}\n\
         question = \"fire/killed\"\nvalue = {p}\nquote = {p}\nas-of = {p}\n[[claim]]\nid = {p}\nsource = \"herald\"\n\
         question = \"fire/killed\"\nvalue = 7\nquote = {p}\n"
    );
    dossier.write("claims/broken.toml", &claim);
    dossier.write("sources/broken.toml", &format!("[source.{p}]\ntitle = {p}\npublisher = {p}\n"));
    dossier.write(
        "sources/torn.toml",
        &format!("# {}\n[source\n", payload.replace(|c: char| c.is_ascii_control(), "")),
    );
    if cfg!(unix) {
        let name = payload.replace('/', "_");
        dossier.write(&format!("claims/{name}.toml"), "[[claim]]\nvalue = 3\n");
    }
    dossier
}

#[derive(Clone, Copy, PartialEq)]
enum Wrong {
    Little,
    Much,
}

const OF_PEOPLE: [&[&str]; 27] = [
    &["check"],
    &["check", "--color", "always"],
    &["check", "--format", "concise"],
    &["check", "--format", "github"],
    &["check", "--format", "junit"],
    &["table"],
    &["table", "--silence"],
    &["table", "--blind", "--key"],
    &["compare"],
    &["compare", "--color", "always"],
    &["trace", "fire/killed"],
    &["trace", "fire/killed", "--format", "dot"],
    &["trace", "fire/killed", "--format", "mermaid"],
    &["impact", "herald"],
    &["timeline", "fire/killed"],
    &["reuse"],
    &["diff", "herald", "courier"],
    &["diff", "--since", "HEAD"],
    &["diff", "--since", "HEAD", "--format", "markdown"],
    &["report"],
    &["report", "--color", "always"],
    &["report", "--format", "markdown"],
    &["report", "--format", "prose"],
    &["report", "--format", "html"],
    &["text", "herald"],
    &["text", "sources/herald.txt"],
    &["lock"],
];

const OF_PROGRAMS: [&[&str]; 11] = [
    &["check", "--format", "json"],
    &["check", "--format", "sarif"],
    &["table", "--format", "json"],
    &["compare", "--format", "json"],
    &["trace", "fire/killed", "--format", "json"],
    &["impact", "herald", "--format", "json"],
    &["timeline", "fire/killed", "--format", "json"],
    &["diff", "herald", "courier", "--format", "json"],
    &["diff", "--since", "HEAD", "--format", "json"],
    &["report", "--format", "json"],
    &["text", "herald", "--format", "json"],
];

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

#[test]
fn no_output_for_people_holds_what_steers_a_terminal() {
    for payload in PAYLOADS {
        for (dossier, wrong) in [(dossier(payload), Wrong::Little), (broken(payload), Wrong::Much)] {
            dossier.commit();
            dossier.write(
                "claims/claims.toml",
                &dossier.read("claims/claims.toml").replace("value = 3\n", "value = 4\n"),
            );
            for command in OF_PEOPLE.iter().chain(&OF_PROGRAMS) {
                // What more is wrong is told by few.
                if wrong == Wrong::Much && !matches!(command[0], "check" | "report") {
                    continue;
                }
                let run = dossier.gainsay(command);
                is_text(&run, &(payload, command));
                if command.contains(&"github") || command.contains(&"concise") {
                    let forged =
                        run.out.lines().any(|line| line.trim_start().starts_with("::error title=forged"));
                    assert!(!forged, "{payload:?} {command:?}");
                }
                if command.contains(&"junit") {
                    roxmltree::Document::parse(&run.out).unwrap_or_else(|why| panic!("{payload:?}: {why}"));
                }
                if command.contains(&"html") {
                    assert!(!run.out.contains("<script>alert") && !run.out.contains("<img"), "{payload:?}");
                }
            }
        }
    }
}

#[test]
fn what_is_typed_is_repeated_as_text() {
    for payload in PAYLOADS {
        // A dash at the front would be an option.
        let typed = format!("x{}", payload.replace('\0', ""));
        let dossier = Dossier::new(&crate::run::SMALL);
        let option = format!("--{typed}");
        let deny = format!("--deny={typed}");
        for command in [
            &["compare", &typed][..],
            &["check", &option],
            &["check", &deny],
            &[&typed],
            &["check", "--format", &typed],
            &["read", "count", &typed],
            &["read", "text", &typed],
            &["read", "choice", "--options", &typed, &typed],
            &["find", &typed, "gainsay.toml"],
            &["find", "x", &typed],
            &["text", &typed],
            &["pin", "herald", &typed],
            &["explain", &typed],
            &["check", "--as-of", &typed],
            &["check", "--dossier", &typed],
            &["check", "--archive", &typed],
            &["diff", "--since", &typed],
            &["man", &typed],
        ] {
            is_text(&dossier.gainsay(command), &command);
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
        let dossier = dossier(payload);
        dossier.commit();
        for command in OF_PROGRAMS {
            let run = dossier.gainsay(command);
            let value = run.json();
            let mut all = Vec::new();
            strings(&value, &mut all);
            assert!(!all.is_empty());
            if command[0] == "report" || command[0] == "compare" {
                assert!(all.contains(&payload), "{payload:?} {command:?}: {all:?}");
            }
        }
    }
}

/// What is more than text in Markdown, in order, as a reader of all that GitHub adds sees it. What our sentences put in code
/// is code.
fn structure(markdown: &str) -> Vec<String> {
    let events = Parser::new_ext(
        markdown,
        Options::all() - Options::ENABLE_SMART_PUNCTUATION - Options::ENABLE_HEADING_ATTRIBUTES,
    );
    let more = events.filter(|event| !matches!(event, Event::Text(_) | Event::Code(_)));
    let mut all: Vec<String> = more.map(|event| format!("{event:?}")).collect();
    // How many warnings there are hangs on the words.
    let is_pair = |at: usize, all: &[String]| all[at] == "Start(Item)" && all[at + 1] == "End(Item)";
    let mut at = 0;
    while at + 3 < all.len() {
        match is_pair(at, &all) && is_pair(at + 2, &all) {
            true => drop(all.drain(at..at + 2)),
            false => at += 1,
        }
    }
    all
}

#[test]
fn markdown_has_the_structure_that_we_give_it_and_no_other() {
    let of = |payload: &str, command: &[&str]| {
        let dossier = dossier("plain words");
        dossier.commit();
        let changed = dossier_of(payload, dossier.path());
        structure(&gainsay_in(changed, command).exits(0).out)
    };
    for command in [
        &["report", "--format", "markdown"][..],
        &["report", "--format", "prose"],
        &["diff", "--since", "HEAD", "--format", "markdown"],
    ] {
        let plain = of("other words", command);
        for payload in PAYLOADS {
            assert_eq!(of(payload, command), plain, "{payload:?} {command:?}");
        }
    }
}

/// Writes the files of a dossier with the payload over those of another.
fn dossier_of<'a>(payload: &str, folder: &'a Path) -> &'a Path {
    let from = dossier(payload);
    for path in ["gainsay.toml", "sources/sources.toml", "claims/claims.toml", "claims/assessments.toml"] {
        std::fs::write(folder.join(path), from.read(path)).unwrap();
    }
    folder
}

#[test]
fn what_report_writes_holds_nothing_raw() {
    for payload in PAYLOADS {
        let dossier = dossier(payload);
        dossier.gainsay(&["report", "--write"]).exits(0);
        for path in ["reports/report.md", "reports/report.html", "reports/report.json"] {
            let text = dossier.read(path);
            assert!(!text.contains(is_raw), "{payload:?} {path}");
        }
    }
}
