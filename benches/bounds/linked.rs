//! Chains and rings of each key that leads from one thing to another of its kind.

use std::fmt::Write as _;

use super::{CHECK, Files, IMPACT, Input, REPORT, TRACE};

/// Whether the last leads back to the first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Open,
    Round,
}

/// A row of a chain: its number, and that of the one that it leads to, if any.
type Row = fn(usize, Option<usize>) -> String;

/// Inputs of the chain and of the ring that rows make, by the file that they stand in and the runs on each.
macro_rules! linked {
    ($($name:literal in $path:literal: $row:expr => $runs:expr;)*) => {
        pub(super) const INPUTS: &[Input] = &[$(
            Input { name: concat!("chain by ", $name), size: 2500, files: |n| linked(n, End::Open, $path, $row), runs: $runs },
            Input { name: concat!("ring by ", $name), size: 2500, files: |n| linked(n, End::Round, $path, $row), runs: $runs },
        )*];
    };
}

linked! {
    "place within" in "sources/x.toml": |n, to| place(n, "region", to.map(|to| format!("within = [\"a{to}\"]"))) => FORM;
    "place border-of" in "sources/x.toml": |n, to| place(n, "border-zone", to.map(|to| format!("border-of = [\"a{to}\"]"))) => FORM;
    "agent part-of" in "sources/x.toml": |n, to| row("agent", n, "name", to.map(|to| format!("part-of = [\"a{to}\"]"))) => FORM;
    "event part-of" in "claims/x.toml": |n, to| row("event", n, "title", to.map(|to| format!("part-of = \"a{to}\""))) => FORM;
    "group part-of" in "claims/x.toml": |n, to| row("group", n, "name", to.map(|to| format!("part-of = [\"a{to}\"]"))) => FORM;
    "question part-of" in "claims/x.toml": |n, to| question(n, to.map(|to| format!("part-of = \"f/q{to}\""))) => FORM;
    "question sum-of" in "claims/x.toml": |n, to| question(n, to.map(|to| format!("sum-of = [\"f/q{to}\"]"))) => FORM;
    "option part-of" in "claims/x.toml": option => FORM;
    "derived-from" in "sources/x.toml": |n, to| source(n, to.map(|to| format!("derived-from = [{{ source = \"z{to}\" }}]"))) => SOURCES;
    "capture-of" in "sources/x.toml": |n, to| source(n, to.map(|to| format!("capture-of = \"z{to}\""))) => SOURCES;
    "corrects of sources" in "sources/x.toml": |n, to| source(n, to.map(|to| format!("corrects = [\"z{to}\"]"))) => SOURCES;
    "retracts of sources" in "sources/x.toml": |n, to| source(n, to.map(|to| format!("retracts = [\"z{to}\"]"))) => SOURCES;
    "corrects of claims" in "claims/x.toml": |n, to| claim(n, to.map(|to| format!("corrects = [\"s#c{to}\"]"))) => CLAIMS;
    "retracts of claims" in "claims/x.toml": |n, to| claim(n, to.map(|to| format!("retracts = [\"s#c{to}\"]"))) => CLAIMS;
    "supersedes of claims" in "claims/x.toml": |n, to| claim(n, to.map(|to| format!("supersedes = [\"s#c{to}\"]"))) => CLAIMS;
    "said-by of publishers" in "claims/x.toml": |n, to| quoting(n, to.map(|to| format!("said-by = \"p{to}\""))) => QUOTING;
    "via of publishers" in "claims/x.toml": |n, to| quoting(n, to.map(|to| format!("said-by = \"official\"\nvia = [\"p{to}\"]"))) => QUOTING;
}

const FORM: &[&[&str]] = &[CHECK];
const SOURCES: &[&[&str]] = &[CHECK, REPORT, IMPACT, &["trace", "z0#q", "--format", "json"]];
const CLAIMS: &[&[&str]] = &[CHECK, REPORT, &["trace", "s#c0", "--format", "json"]];
const QUOTING: &[&[&str]] = &[CHECK, REPORT, TRACE, &["trace", "z0#q", "--format", "json"]];

/// One source and one question that all others are about, and as many rows as asked for, each of which leads to the next.
fn linked(count: usize, end: End, path: &'static str, row: Row) -> Files {
    let mut rows = String::new();
    // A dossier without a claim is not checked.
    let mut claims = String::from(
        "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\n\
         [[claim]]\nid = \"first\"\nsource = \"s\"\nquestion = \"e/q\"\nvalue = 3\nquote = \"x\"\n",
    );
    let mut sources = String::from(
        "[source.s]\ntitle = \"S\"\npublisher = \"p\"\npublished = \"2024-01-01\"\n[agent.p]\nname = \"P\"\n\
         [agent.official]\nname = \"an official\"\nnamed = false\n",
    );
    for n in 0..count {
        let next = if n + 1 < count { Some(n + 1) } else { (end == End::Round).then_some(0) };
        rows += &row(n, next);
        if rows.starts_with("[source.") {
            let _ = writeln!(
                claims,
                "[[claim]]\nsource = \"z{n}\"\nquestion = \"e/q\"\nvalue = {}\nquote = \"x\"",
                n % 50
            );
        }
        if rows.starts_with("# quoting") {
            let _ = writeln!(
                sources,
                "[agent.p{n}]\nname = \"P{n}\"\n[source.z{n}]\ntitle = \"T\"\npublisher = \"p{n}\"\npublished = \"2024-03-01\""
            );
        }
    }
    if rows.starts_with('{') {
        rows = format!(
            "[event.f]\ntitle = \"F\"\n[event.f.question.o]\nask = \"?\"\ntype = \"choice\"\noptions = [{rows}]\n"
        );
    }
    if rows.starts_with("[event.f.question") {
        rows = format!("[event.f]\ntitle = \"F\"\n{rows}");
    }
    vec![("sources/s.toml", sources), ("claims/c.toml", claims), (path, rows)]
}

fn row(table: &str, n: usize, name: &str, link: Option<String>) -> String {
    format!("[{table}.a{n}]\n{name} = \"A\"\n{}\n", link.unwrap_or_default())
}

fn place(n: usize, kind: &str, link: Option<String>) -> String {
    row("place", n, "name", link) + &format!("kind = \"{kind}\"\n")
}

fn question(n: usize, link: Option<String>) -> String {
    format!("[event.f.question.q{n}]\nask = \"?\"\ntype = \"count\"\n{}\n", link.unwrap_or_default())
}

fn option(n: usize, to: Option<usize>) -> String {
    format!("{{ id = \"a{n}\"{} }},\n", to.map(|to| format!(", part-of = \"a{to}\"")).unwrap_or_default())
}

fn source(n: usize, link: Option<String>) -> String {
    let link = link.unwrap_or_default();
    format!("[source.z{n}]\ntitle = \"T\"\npublisher = \"p\"\npublished = \"2024-01-01\"\n{link}\n")
}

fn claim(n: usize, link: Option<String>) -> String {
    let (value, link) = (n % 50, link.unwrap_or_default());
    format!(
        "[[claim]]\nid = \"c{n}\"\nsource = \"s\"\nquestion = \"e/q\"\nvalue = {value}\nquote = \"x\"\n{link}\n"
    )
}

fn quoting(n: usize, link: Option<String>) -> String {
    let link = link.unwrap_or_default();
    format!("# quoting\n[[claim]]\nsource = \"z{n}\"\nquestion = \"e/q\"\nvalue = 3\nquote = \"x\"\n{link}\n")
}
