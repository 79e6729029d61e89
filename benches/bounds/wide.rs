//! Very many different answers to one question, and what is very long.

use super::{CHECK, CONCISE, Files, Input, REPORT, TERMINAL, asked};

const PEOPLE: &[&[&str]] = &[CHECK, REPORT, TERMINAL];
const HUMAN: &[&str] = &["check"];

/// Claims that differ, each given by its keys, on a question given by its own; beside each a table of `sources/`.
macro_rules! answers {
    ($($name:literal: $question:literal, $claim:expr, $table:expr;)+) => {
        &[$(Input {
            name: $name,
            size: 1000,
            files: |n| {
                let (claim, table): (fn(usize, usize) -> String, fn(usize) -> String) = ($claim, $table);
                let mut files = asked($question, (0..n).map(|at| claim(at, n)));
                files.push(("sources/x.toml", (0..n).map(table).collect()));
                files
            },
            runs: PEOPLE,
        },)+]
    };
}

pub(super) const ANSWERS: &[Input] = answers! {
    "different towns": "type = \"place\"", |at, _| format!("value = \"r{at}\""), town;
    "towns by day": "type = \"place\"\nover-time = \"varies\"",
        |at, _| format!("value = \"r{at}\"\nas-of = \"{}\"", day(at)), town;
    "two agents each": "type = \"agent\"",
        |at, n| format!("value = [\"r{at}\", \"r{}\"]", (at * 7 + 1) % n), agent;
    "agents in a tree": "type = \"agent\"", |at, _| format!("value = \"r{at}\""), branch;
    "different sets": "type = \"set\"", |at, _| format!("value = {{ exactly = [\"r{at}\"] }}"), agent;
    "numbers denied": "type = \"count\"", |at, _| format!("value = {{ not = {} }}", 10 * at + 3), nothing;
    "different dates": "type = \"date\"", |at, _| format!("value = \"{}\"", day(at)), nothing;
    "a toll by day": "type = \"count\"\nover-time = \"grows\"", running, nothing;
    "what varies by day": "type = \"count\"\nover-time = \"varies\"", running, nothing;
    "a toll of one speaker": "type = \"count\"\nover-time = \"grows\"",
        |at, n| running(at, n) + "\nsaid-by = \"p0\"", nothing;
    "a toll of one speaker that falls": "type = \"count\"\nover-time = \"grows\"",
        |at, n| format!("value = {}\nas-of = \"{}\"\nsaid-by = \"p0\"", 10 * (n - at), day(at)), nothing;
    "periods": "type = \"count\"",
        |at, _| format!("value = {at}\nscope = {{ period = \"{}/{}\" }}", day(at), day(at + 3)), nothing;
    "open periods": "type = \"count\"\nover-time = \"grows\"",
        |at, n| format!("{}\nscope = {{ period = \"{}/..\" }}", running(at, n), day(at % 50)), nothing;
    "lists of one speaker": "type = \"count\"\nover-time = \"grows\"",
        |at, n| running(at, n) + "\nscope = { basis = \"documented\" }\nsaid-by = \"p0\"", nothing;
    "texts": "type = \"text\"", |at, _| format!("value = \"answer {at}\""), nothing;
};

pub(super) const LONG: &[Input] = &[
    Input { name: "one way through all publishers", size: 1000, files: through_all, runs: PEOPLE },
    Input { name: "speakers of one claim", size: 1000, files: spoken_by_all, runs: PEOPLE },
    Input { name: "one quote that stands often", size: 1000, files: often, runs: PEOPLE },
    Input { name: "quotes whose prefix fits nowhere", size: 1000, files: misplaced, runs: &[CHECK] },
    Input { name: "aliases of one speaker", size: 2000, files: aliases, runs: &[CHECK] },
    Input { name: "claims on one line", size: 2000, files: one_line, runs: &[CHECK, HUMAN] },
    Input { name: "assessments of one question", size: 1000, files: assessed, runs: &[CHECK, REPORT, HUMAN] },
    Input {
        name: "long strings",
        size: 20_000,
        files: long_strings,
        runs: &[CHECK, CONCISE, HUMAN, TERMINAL],
    },
    Input { name: "tables in tables", size: 20_000, files: nested, runs: &[CHECK] },
    Input { name: "files of one claim", size: 1000, files: files_of_one, runs: &[CHECK] },
];

fn nothing(_: usize) -> String {
    String::new()
}

fn town(at: usize) -> String {
    format!("[place.r{at}]\nname = \"R{at}\"\nkind = \"settlement\"\n")
}

fn agent(at: usize) -> String {
    format!("[agent.r{at}]\nname = \"R{at}\"\n")
}

fn branch(at: usize) -> String {
    let parent = at.checked_sub(1).map(|below| format!("part-of = [\"r{}\"]\n", below / 2));
    agent(at) + &parent.unwrap_or_default()
}

fn running(at: usize, _: usize) -> String {
    format!("value = {}\nas-of = \"{}\"", 10 * at + 3, day(at))
}

/// A day of its own for each number, one behind the other.
fn day(at: usize) -> String {
    format!("{}-{:02}-{:02}", 1900 + at / 336, 1 + at / 28 % 12, 1 + at % 28)
}

const QUESTION: &str = "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\n";

fn list(n: usize, word: &str) -> String {
    (0..n).map(|at| format!("\"{word}{at}\"")).collect::<Vec<_>>().join(", ")
}

/// A claim that was had by way of every publisher, and theirs, all derived from its source.
fn through_all(n: usize) -> Files {
    let mut files = asked("type = \"count\"", (0..n).map(|_| "value = 3".to_owned()));
    files[0].1 = files[0].1.replace("published", "derived-from = [{ source = \"base\" }]\npublished")
        + "[source.base]\ntitle = \"T\"\npublisher = \"p0\"\npublished = \"2024-01-01\"\n";
    files[1].1 += &format!(
        "[[claim]]\nsource = \"base\"\nquestion = \"e/q\"\nvalue = 3\nquote = \"x\"\nsaid-by = \"p0\"\nvia = [{}]\n",
        list(n, "p")
    );
    files
}

/// A text in which one quote stands so often, each time said by another.
fn often(n: usize) -> Files {
    let (mut sources, mut claims, mut text) = (
        String::from(
            "[source.s]\ntitle = \"T\"\npublisher = \"p0\"\npublished = \"2024-03-01\"\ntext = \"t.txt\"\n",
        ),
        String::from(QUESTION),
        String::new(),
    );
    for at in 0..n {
        sources += &format!("[agent.p{at}]\nname = \"Agent N{at}\"\n");
        text += &format!("Agent N{at} said that three people died.\n");
        claims += &said(&format!("id = \"c{at}\"\nsaid-by = \"p{at}\""));
    }
    vec![("sources/s.toml", sources), ("claims/c.toml", claims), ("sources/t.txt", text)]
}

/// A claim of the text of [`often`], with more keys.
fn said(keys: &str) -> String {
    format!(
        "[[claim]]\nsource = \"s\"\nquestion = \"e/q\"\nvalue = 3\nquote = \"three people died\"\n{keys}\n"
    )
}

fn spoken_by_all(n: usize) -> Files {
    let mut files = often(n);
    files[1].1 = QUESTION.to_owned() + &said(&format!("said-by = [{}]", list(n, "p")));
    files
}

fn misplaced(n: usize) -> Files {
    let mut files = often(n);
    files[1].1 = QUESTION.to_owned();
    files[1].1 +=
        &(0..n).map(|at| said(&format!("id = \"c{at}\"\nprefix = \"word{at}\""))).collect::<String>();
    files
}

fn aliases(n: usize) -> Files {
    let mut files = often(n / 10);
    let more = format!("name = \"Agent N1\"\naliases = [{}]\n", list(n, "Agent "));
    files[0].1 = files[0].1.replacen("name = \"Agent N1\"\n", &more, 1);
    files
}

/// Claims with a key that there is not, all on one line.
fn one_line(n: usize) -> Files {
    let mut files = asked("type = \"count\"", std::iter::once("value = 3".to_owned()));
    let claim = |at| {
        format!(
            "{{ source = \"s0\", question = \"e/q\", value = 3, quote = \"x\", id = \"c{at}\", bad{at} = 1 }}"
        )
    };
    files.push((
        "claims/line.toml",
        format!("claim = [{}]\n", (0..n).map(claim).collect::<Vec<_>>().join(", ")),
    ));
    files
}

/// Claims that contradict each other, and for each two that follow each other an assessment that explains them.
fn assessed(n: usize) -> Files {
    let mut files = asked("type = \"count\"", (0..n).map(|at| format!("value = {}", 100 * at + 1)));
    let assessment = |at: usize| {
        format!(
            "[[assessment]]\nquestion = \"e/q\"\nstatus = \"contested\"\nrationale = \"R\"\nclaims = [\"s{at}#q\", \"s{}#q\"]\n",
            at + 1
        )
    };
    files[1].1 += &(0..n - 1).map(assessment).collect::<String>();
    files
}

fn long_strings(n: usize) -> Files {
    let long = "long ".repeat(n / 5);
    let sources = format!(
        "[agent.p]\nname = \"{long}\"\n[source.s]\ntitle = \"{long}\"\npublisher = \"p\"\npublished = \"2024-01-01\"\nnote = \"{long}\"\n\
         [source.t]\ntitle = \"{long}\"\npublisher = \"unknown\"\npublished = \"{long}\"\n"
    );
    let claim = |source: &str, value: &str| {
        format!(
            "[[claim]]\nsource = \"{source}\"\nquestion = \"e/q\"\nvalue = {value}\nquote = \"{long}\"\nnote = \"{long}\"\ntranslation = \"{long}\"\n"
        )
    };
    let claims = QUESTION.replace('?', &long)
        + &claim("s", "3")
        + &claim("t", "4")
        + &claim("s", &format!("\"{long}\""))
        + &claim(&long, "5");
    vec![("sources/s.toml", sources), ("claims/c.toml", claims)]
}

fn nested(n: usize) -> Files {
    let mut files = asked("type = \"count\"", std::iter::once("value = 3".to_owned()));
    files.push(("claims/deep.toml", format!("x = {}1{}\n", "{ a = ".repeat(n), " }".repeat(n))));
    files.push(("claims/list.toml", format!("x = {}1{}\n", "[".repeat(n), "]".repeat(n))));
    files
}

fn files_of_one(n: usize) -> Files {
    let mut files = asked("type = \"count\"", (0..n).map(|at| format!("value = {at}")));
    let claims = std::mem::take(&mut files[1].1);
    let mut parts = claims.split("[[claim]]");
    files[1].1 = parts.next().unwrap_or_default().to_owned();
    for (at, part) in parts.enumerate() {
        files.push((format!("claims/c{at}.toml").leak(), format!("[[claim]]{part}")));
    }
    files
}
