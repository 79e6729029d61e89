//! What a stranger may write very much of in a small file: each thing costs as much as it is long.

use std::fmt::Write as _;

use super::{CHECK, CONCISE, Files, Input, REPORT, TABLE, asked, scattered};

pub(super) const INPUTS: &[Input] = &[
    Input { name: "figures relative to others", size: 1000, files: relative, runs: &[CHECK, REPORT] },
    Input { name: "captures of one page", size: 2500, files: captures, runs: &[CHECK, REPORT] },
    Input {
        name: "claims that all say again what was taken back",
        size: 2500,
        files: repeated,
        runs: &[CHECK, REPORT],
    },
    Input { name: "claims that quote one outlet", size: 2500, files: quoted, runs: &[CHECK, REPORT] },
    Input {
        name: "nested HTML",
        size: 20_000,
        files: |n| page(format!("{}three people", "<div>".repeat(n))),
        runs: &[CHECK],
    },
    Input {
        name: "ampersands in HTML",
        size: 100_000,
        files: |n| page("&".repeat(n) + " three people"),
        runs: &[CHECK],
    },
    Input { name: "one word repeated", size: 300_000, files: word, runs: &[CHECK] },
    Input { name: "misspelt references", size: 2500, files: misspelt, runs: &[CHECK, CONCISE] },
    Input { name: "a question for each source", size: 1500, files: dense, runs: &[TABLE, &["table"], CHECK] },
    Input {
        name: "lines of =",
        size: 100_000,
        files: |n| beside("claims/z.toml", "=\n".repeat(n)),
        runs: &[CHECK, CONCISE, &["check"]],
    },
    Input { name: "claims of one id", size: 10_000, files: one_id, runs: &[CHECK, &["check"]] },
    Input { name: "allow comments", size: 2500, files: allowed, runs: &[CHECK] },
    Input {
        name: "allow comments that allow nothing",
        size: 10_000,
        files: |n| beside("claims/z.toml", "# gainsay: allow contradiction x\n".repeat(n)),
        runs: &[CHECK],
    },
    Input {
        name: "copies of one text",
        size: 500,
        files: |n| copies(n, ""),
        runs: &[CHECK, &["reuse", "--format", "json"]],
    },
    Input {
        name: "a copied passage in texts of their own",
        size: 500,
        files: |n| copies(n, "own"),
        runs: &[CHECK, &["reuse", "--format", "json"]],
    },
];

/// Claims of which each says that another's figure is too high.
fn relative(n: usize) -> Files {
    let each = |i: usize| match i % 2 {
        0 => format!("value = {}", 1000 + i),
        _ => format!("value = {{ lower-than = \"s{}#q\" }}", i - 1),
    };
    asked("type = \"count\"", (0..n).map(each))
}

/// A source of the publisher `p` for each of some claims, given by their keys, with keys of its own.
fn published(n: usize, source: impl Fn(usize) -> String, claim: impl Fn(usize) -> String) -> Files {
    let mut sources = String::from("[agent]\np = { name = \"P\" }\nq = { name = \"Q\" }\n");
    let mut claims =
        String::from("[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\n");
    for i in 0..n {
        let _ = writeln!(sources, "[source.z{i}]\ntitle = \"T\"\n{}", source(i));
        let _ =
            writeln!(claims, "[[claim]]\nsource = \"z{i}\"\nquestion = \"e/q\"\nquote = \"x\"\n{}", claim(i));
    }
    vec![("sources/s.toml", sources), ("claims/c.toml", claims)]
}

fn captures(n: usize) -> Files {
    let of = |i: usize| match i {
        0 => String::new(),
        _ => "capture-of = \"z0\"\n".to_owned(),
    };
    let dated = |i: usize| {
        format!("publisher = \"p\"\npublished = \"{}-{:02}-01\"\n{}", 1000 + i / 12 % 9000, 1 + i % 12, of(i))
    };
    published(n, dated, |i| format!("value = {}", i % 500))
}

/// Half of the claims are taken back, half say one of them again.
fn repeated(n: usize) -> Files {
    let claim = |i: usize| match i % 2 {
        0 => format!("value = {i}\nsaid-by = \"q\"\nretracts = [\"z{}#q\"]", (i + 2) % n.max(1) / 2 * 2 + 1),
        _ => format!("value = {}\nsaid-by = \"q\"", i % 100),
    };
    published(n, |_| "publisher = \"p\"\npublished = \"2024-01-01\"".to_owned(), claim)
}

/// Half of the claims quote the outlet of the other half, which quotes another.
fn quoted(n: usize) -> Files {
    let publisher =
        |i: usize| format!("publisher = \"{}\"\npublished = \"2024-01-01\"", ["p", "unknown"][i % 2]);
    published(n, publisher, |i| format!("value = 3\nsaid-by = \"{}\"", ["q", "p"][i % 2]))
}

/// A source with a text, of which one claim quotes something.
fn with_text(name: &'static str, text: String, quote: &str) -> Files {
    let file = name.trim_start_matches("sources/");
    let source = format!(
        "[source.s]\ntitle = \"S\"\npublisher = \"p\"\npublished = \"2024-01-01\"\ntext = \"{file}\"\n[agent.p]\nname = \"P\"\n"
    );
    let claim = format!(
        "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\n[[claim]]\nsource = \"s\"\nquestion = \"e/q\"\nvalue = 3\nquote = \"{quote}\"\n"
    );
    vec![("sources/s.toml", source), ("claims/c.toml", claim), (name, text)]
}

fn page(text: String) -> Files {
    with_text("sources/t.html", text, "three people")
}

fn word(n: usize) -> Files {
    with_text("sources/t.txt", "dead ".repeat(n), "dead dead dead three dead dead dead")
}

/// As many references to sources as there are sources, each with a letter that is wrong, behind one claim that takes part.
fn misspelt(n: usize) -> Files {
    let mut sources = String::new();
    let mut claims = String::from(
        "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\n\
         [[claim]]\nsource = \"some-source-0\"\nquestion = \"e/q\"\nvalue = 3\nquote = \"x\"\n",
    );
    for i in 0..n {
        let _ = writeln!(
            sources,
            "[source.some-source-{i}]\ntitle = \"S\"\npublisher = \"unknown\"\npublished = \"2024-01-01\""
        );
        let _ = writeln!(
            claims,
            "[[claim]]\nsource = \"some-sourcx-{i}\"\nid = \"c{i}\"\nquestion = \"e/q\"\nvalue = 3\nquote = \"x\""
        );
    }
    vec![("sources/s.toml", sources), ("claims/c.toml", claims)]
}

fn dense(n: usize) -> Files {
    let mut files = asked("type = \"count\"", std::iter::empty());
    for i in 0..n {
        let _ = writeln!(
            files[0].1,
            "[source.z{i}]\ntitle = \"S\"\npublisher = \"unknown\"\npublished = \"2024-01-01\""
        );
        let _ = writeln!(
            files[1].1,
            "[event.e.question.q{i}]\nask = \"?\"\ntype = \"count\"\n[[claim]]\nsource = \"z{i}\"\nquestion = \"e/q{i}\"\nvalue = 3\nquote = \"x\""
        );
    }
    files
}

/// One claim that takes part, without which nothing is checked.
fn one() -> Files {
    asked("type = \"count\"", std::iter::once("value = 3".to_owned()))
}

/// A file beside one claim.
fn beside(path: &'static str, text: String) -> Files {
    let mut files = one();
    files.push((path, text));
    files
}

fn one_id(n: usize) -> Files {
    let mut files = one();
    files[1].1 += &"[[claim]]\nsource = \"s0\"\nquestion = \"e/q\"\nvalue = 3\n".repeat(n);
    files
}

fn allowed(n: usize) -> Files {
    let each = |i: usize| format!("value = {}\n# gainsay: allow contradiction x", i % 3);
    asked("type = \"count\"", (0..n).map(each))
}

/// Texts that have 200 words in common, and 400 words of their own where asked for.
fn copies(n: usize, own: &str) -> Files {
    let words = |from: usize, count: usize| -> String {
        (from..from + count).map(|at| format!("w{} ", scattered(at))).collect()
    };
    let shared = words(0, 200);
    let mut sources = String::new();
    let mut files = one();
    for i in 0..n {
        let _ = writeln!(
            sources,
            "[agent.c{i}]\nname = \"P{i}\"\n[source.t{i}]\ntitle = \"T\"\npublisher = \"c{i}\"\npublished = \"2024-03-01\"\ntext = \"t{i}.txt\""
        );
        let text = match own {
            "" => shared.clone(),
            _ => words(1000 + i * 400, 200) + &shared + &words(1200 + i * 400, 200),
        };
        files.push((format!("sources/t{i}.txt").leak(), text));
    }
    files.push(("sources/t.toml", sources));
    files
}
