//! Whether the time of a run and what it prints grow with the dossier no more than in proportion: each input at n and 4n.
//!
//! `cargo bench --bench bounds` prints the ratios and fails where one is above [`MOST`]; `-- NAME...` runs those whose name
//! holds one of the words. One more input is a line of [`INPUTS`], of `linked::INPUTS` or of `hostile::INPUTS`.
//! `GAINSAY=FILE` measures another build in its stead, to compare two; `--profile dev` is enough for ratios.

#![allow(clippy::print_stdout, reason = "what a benchmark measures is what it prints")]
#![allow(clippy::disallowed_methods, reason = "a benchmark makes files, runs the program and takes the time")]

#[path = "bounds/hostile.rs"]
mod hostile;
#[path = "bounds/linked.rs"]
mod linked;

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// Four times the input may take at most so many times as long, and print so many times as much.
const MOST: f64 = 5.0;

/// Below this a run is noise: it counts as having taken so long.
const LEAST: Duration = Duration::from_millis(40);

/// Files of a dossier, as path and text. A manifest is added where there is none.
type Files = Vec<(&'static str, String)>;

/// A dossier that grows: its name, n, its files at a size, and the command lines that are run on it.
struct Input {
    name: &'static str,
    size: usize,
    files: fn(usize) -> Files,
    runs: &'static [&'static [&'static str]],
}

const CHECK: &[&str] = &["check", "--format", "json"];
const CONCISE: &[&str] = &["check", "--format", "concise"];
const REPORT: &[&str] = &["report", "--format", "json"];
const MARKDOWN: &[&str] = &["report", "--format", "markdown"];
const HTML: &[&str] = &["report", "--format", "html"];
const COMPARE: &[&str] = &["compare", "--format", "json"];
const TERMINAL: &[&str] = &["compare"];
const TABLE: &[&str] = &["table", "--format", "json"];
const TRACE: &[&str] = &["trace", "e/q", "--format", "json"];
const IMPACT: &[&str] = &["impact", "z0", "--format", "json"];

const INPUTS: &[Input] = &[
    Input { name: "denials of regions", size: 50, files: regions, runs: &[CHECK, COMPARE, REPORT, TABLE] },
    Input { name: "denials of items of sets", size: 50, files: sets, runs: &[CHECK, COMPARE, REPORT, TABLE] },
    Input {
        name: "intervals on one question",
        size: 2000,
        files: intervals,
        runs: &[CONCISE, CHECK, TABLE, MARKDOWN, HTML, REPORT, COMPARE, TERMINAL],
    },
    Input {
        name: "values on one question",
        size: 2000,
        files: values,
        runs: &[CONCISE, CHECK, TABLE, MARKDOWN, HTML, REPORT, COMPARE, TERMINAL],
    },
    Input {
        name: "parts above wholes",
        size: 2000,
        files: parts,
        runs: &[CONCISE, CHECK, MARKDOWN, REPORT, COMPARE],
    },
];

fn main() -> ExitCode {
    let asked: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let is_asked = |name: &str| asked.is_empty() || asked.iter().any(|word| name.contains(word.as_str()));
    let mut over = 0;
    println!("| input | n | run | n | 4n | ratio | bytes at 4n | ratio |\n|---|---|---|---|---|---|---|---|");
    let inputs = INPUTS.iter().chain(linked::INPUTS).chain(hostile::INPUTS);
    for input in inputs.filter(|input| is_asked(input.name)) {
        let [small, large] = [input.size, input.size * 4].map(|size| dossier((input.files)(size)));
        for run in input.runs {
            let [a, b] = measured(run, [small.path(), large.path()]);
            let longer = b.0.max(LEAST).as_secs_f64() / a.0.max(LEAST).as_secs_f64();
            let more = b.1 as f64 / a.1.max(1) as f64;
            let mark = if longer > MOST || more > MOST { " **above**" } else { "" };
            over += usize::from(longer > MOST || more > MOST);
            println!(
                "| {} | {} | `{}` | {:.2} s | {:.2} s | {longer:.1} | {} | {more:.1}{mark} |",
                input.name,
                input.size,
                run.join(" "),
                a.0.as_secs_f64(),
                b.0.as_secs_f64(),
                b.1
            );
        }
    }
    println!("\n{over} runs above {MOST} times");
    ExitCode::from(u8::from(over > 0))
}

/// What the runs of programs have taken so far: of the processors where the system tells it, so that others who are busy
/// there do not count; else what has passed since the first was asked for.
fn taken(begun: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the name: the 14th and 15th are hundredths of seconds of the programs that were waited for.
    let behind = told.rsplit_once(')').map_or("", |(_, behind)| behind);
    let fields: Vec<u64> =
        behind.split(' ').skip(14).take(2).filter_map(|field| field.parse().ok()).collect();
    if fields.len() == 2 { Duration::from_millis(10 * fields.iter().sum::<u64>()) } else { begun.elapsed() }
}

/// The best of three rounds on a small dossier and on a large one, and how many bytes each printed. The system counts in
/// hundredths of a second, so that in a round the small one is run four times.
fn measured(run: &[&str], dossiers: [&Path; 2]) -> [(Duration, usize); 2] {
    let program = std::env::var_os("GAINSAY").unwrap_or_else(|| env!("CARGO_BIN_EXE_gainsay").into());
    let begun = Instant::now();
    let times = |dossier: &Path, times: u32| {
        let before = taken(begun);
        let mut printed = 0;
        for _ in 0..times {
            let mut command = Command::new(&program);
            command.args(run).arg("--dossier").arg(dossier).stderr(Stdio::null());
            let output = command.output().expect("the program runs");
            assert!(matches!(output.status.code(), Some(0 | 1)), "{run:?} could not run");
            printed = output.stdout.len();
        }
        ((taken(begun) - before) / times, printed)
    };
    let round = || [times(dossiers[0], 4), times(dossiers[1], 1)];
    let best = |a: [(Duration, usize); 2], b: [(Duration, usize); 2]| [a[0].min(b[0]), a[1].min(b[1])];
    best(best(round(), round()), round())
}

fn dossier(files: Files) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder of our own");
    let manifest = ("gainsay.toml", "[dossier]\ntitle = \"bounds\"\n".to_owned());
    for (path, text) in std::iter::once(manifest).chain(files) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a file stands in a folder"))
            .expect("our folder can be written");
        std::fs::write(path, text).expect("our folder can be written");
    }
    folder
}

/// An event with one question, and a source for each of some claims, each given by its keys.
fn asked(question: &str, claims: impl Iterator<Item = String>) -> Files {
    let mut said = format!("[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\n{question}\n");
    let mut sources = String::new();
    for (n, claim) in claims.enumerate() {
        let _ = writeln!(
            sources,
            "[agent.p{n}]\nname = \"P{n}\"\n[source.s{n}]\ntitle = \"T\"\npublisher = \"p{n}\"\npublished = \"2024-03-01\""
        );
        let _ = writeln!(said, "[[claim]]\nsource = \"s{n}\"\nquestion = \"e/q\"\nquote = \"x\"\n{claim}");
    }
    vec![("sources/s.toml", sources), ("claims/c.toml", said)]
}

/// A claim for each region and one against each: any choice of one of the two for each can hold.
fn regions(n: usize) -> Files {
    let each = |n: usize| [format!("value = \"r{n}\""), format!("value = {{ not = \"r{n}\" }}")];
    let mut files = asked("type = \"place\"", (0..n).flat_map(each));
    let places = (0..n).map(|n| format!("[place.r{n}]\nname = \"R{n}\"\nkind = \"region\"\n")).collect();
    files.push(("sources/places.toml", places));
    files
}

/// As [`regions`], of sets of agents.
fn sets(n: usize) -> Files {
    let each = |n: usize| [format!("value = [\"a{n}\"]"), format!("value = {{ without = [\"a{n}\"] }}")];
    let mut files = asked("type = \"set\"", (0..n).flat_map(each));
    let agents = (0..n).map(|n| format!("[agent.a{n}]\nname = \"A{n}\"\n")).collect();
    files.push(("sources/agents.toml", agents));
    files
}

/// Numbers that follow from n and look like chance, below a million.
fn scattered(n: usize) -> usize {
    (n.wrapping_mul(2_654_435_761) >> 7) % 1_000_000
}

fn intervals(n: usize) -> Files {
    let each = |n: usize| {
        let (low, month) = (scattered(n), 1 + n % 3);
        let high = low + scattered(n + 500_009);
        format!("value = {{ min = {low}, max = {high} }}\nas-of = \"2024-0{month}-01\"")
    };
    asked("type = \"count\"", (0..n).map(each))
}

fn values(n: usize) -> Files {
    asked("type = \"count\"", (0..n).map(|n| format!("value = {}", 1000 + n)))
}

/// As many claims on a part as on the whole, and each of them larger.
fn parts(n: usize) -> Files {
    let part = (0..n / 2).map(move |i| format!("value = {}", i + n));
    let mut files = asked(
        "type = \"count\"\npart-of = \"e/w\"\n[event.e.question.w]\nask = \"?\"\ntype = \"count\"",
        part,
    );
    let mut whole = String::new();
    for i in 0..n / 2 {
        let _ =
            writeln!(whole, "[[claim]]\nsource = \"s{i}\"\nquestion = \"e/w\"\nvalue = {i}\nquote = \"x\"");
    }
    files.push(("claims/w.toml", whole));
    files
}
