//! How the time of a run grows with the claims on one question: 10,000 against 100,000, on one machine in one run.
//!
//! `cargo bench --bench many` prints the ratios and fails where one is above [`MOST`]; `-- 1000 10000` takes other sizes.

#![allow(clippy::print_stdout, reason = "what a benchmark measures is what it prints")]
#![allow(clippy::disallowed_methods, reason = "a benchmark makes files, runs the program and takes the time")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Ten times the claims may take at most so many times as long: near linear, with room for sorting and for noise.
const MOST: f64 = 20.0;

/// A question with very many claims: its name, whether it grows, and claim `n` of source `n` as TOML keys.
type Variant = (&'static str, bool, fn(usize) -> String);

const VARIANTS: [Variant; 4] = [
    ("few values, many sources", false, |n| format!("value = {}", 100 + n % 7)),
    ("all values differ", false, |n| format!("value = {}", 1000 + n)),
    // Positions are listed in full: where every bound is another, their size alone is the square of the claims.
    ("words, bounds and denials", false, |n| match n % 5 {
        0 => format!("value = \"about {}\"", 100 + n % 60),
        1 => format!("value = \"more than {}\"", n % 20),
        2 => format!("value = {{ min = {}, max = {} }}", n % 40, n % 40 + 50),
        3 => format!("value = {{ not = {} }}", n % 30),
        _ => format!("value = {}\nsaid-by = \"agency-{}\"", 1000 + n, n % 40),
    }),
    ("a running toll", true, |n| {
        let day = format!("2024-{:02}-{:02}", 1 + n / 28 % 12, 1 + n % 28);
        format!("value = {}\nsaid-by = \"agency-{}\"\nas-of = \"{day}\"", n % 336 * 10 + n % 9, n % 40)
    }),
];

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let [small, large] = asked[..].try_into().unwrap_or([10_000, 100_000]);
    let allowed = MOST * large as f64 / small as f64 / 10.0;
    let mut slow = 0;
    println!("{:<28} {:<7} {small:>10} {large:>10} {:>8}", "one question", "command", "ratio");
    for variant in VARIANTS {
        let folders = [small, large].map(|claims| dossier(variant, claims));
        for command in ["check", "table"] {
            let [a, b] = [&folders[0], &folders[1]].map(|folder| time(command, folder.path()));
            let ratio = b.as_secs_f64() / a.as_secs_f64();
            let mark = if ratio > allowed { "  too slow" } else { "" };
            slow += usize::from(ratio > allowed);
            println!(
                "{:<28} {command:<7} {:>9.2}s {:>9.2}s {ratio:>8.1}{mark}",
                variant.0,
                a.as_secs_f64(),
                b.as_secs_f64()
            );
        }
    }
    assert_eq!(slow, 0, "{slow} runs took more than {allowed} times as long");
}

/// A dossier of one question and so many claims, each of a source of its own.
fn dossier((_, grows, claim): Variant, claims: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder of our own");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a file stands in a folder"))
            .expect("our folder can be written");
        std::fs::write(path, text).expect("our folder can be written");
    };
    write("gainsay.toml", "[dossier]\ntitle = \"many\"\n");
    let agents: String = (0..40).map(|n| format!("[agent.agency-{n}]\nname = \"Agency {n}\"\n")).collect();
    write("sources/agents.toml", &agents);
    write(
        "claims/asked.toml",
        &format!(
            "[event.e]\ntitle = \"e\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\ngrows = {grows}\n"
        ),
    );
    // Some hundreds to a file, as people keep them.
    for first in (0..claims).step_by(500) {
        let (mut sources, mut said) = (String::new(), String::new());
        for n in first..claims.min(first + 500) {
            let _ = writeln!(
                sources,
                "[agent.outlet-{n}]\nname = \"Outlet {n}\"\n[source.s-{n}]\ntitle = \"t\"\npublisher = \"outlet-{n}\"\npublished = \"2024-05-01\""
            );
            let _ = writeln!(
                said,
                "[[claim]]\nsource = \"s-{n}\"\nquestion = \"e/q\"\n{}\nquote = \"q\"",
                claim(n)
            );
        }
        write(&format!("sources/s{first}.toml"), &sources);
        write(&format!("claims/c{first}.toml"), &said);
    }
    folder
}

/// The best of two runs.
fn time(command: &str, dossier: &Path) -> Duration {
    let once = || {
        let started = Instant::now();
        let mut run = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        run.arg(command).arg("--dossier").arg(dossier).args(["--format", "json"]).stdout(Stdio::null());
        // Without a home no answer is kept.
        let status = run.env_remove("HOME").env_remove("XDG_CACHE_HOME").status().expect("the program runs");
        assert!(matches!(status.code(), Some(0 | 1)), "`gainsay {command}` could not run");
        started.elapsed()
    };
    once().min(once())
}
