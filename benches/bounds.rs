//! Whether the time of a run and what it prints grow with the dossier no more than in proportion: each input at n and 4n.
//!
//! `cargo bench --bench bounds` prints the ratios and fails where one is above [`MOST`]; `-- NAME...` runs those whose name
//! holds one of the words. One more input is a line of [`INPUTS`], of `hostile` or of `wide`, one more key by which a table
//! names others, or one more shape of such names, a line of `shapes`: of each key the run that grows most is printed, and all that
//! are above.
//!
//! Time is that of the processors, in thousandths of a second. A row that comes out above is measured in up to [`FURTHER`] more
//! rounds, of which the best of each size counts: what another process did to a round does not fail it, and what grows does.
//!
//! `GAINSAY=FILE` measures another build in its stead, to compare two; `--profile dev` is enough for ratios.

#![allow(clippy::print_stdout, reason = "what a benchmark measures is what it prints")]
#![allow(clippy::disallowed_methods, reason = "a benchmark makes files, runs the program and takes the time")]

#[path = "bounds/hostile.rs"]
mod hostile;
#[path = "bounds/shapes.rs"]
mod shapes;
#[path = "bounds/wide.rs"]
mod wide;

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// Four times the input may take at most so many times as long, and print so many times as much.
const MOST: f64 = 5.0;

/// No run takes so long.
const LONGEST: Duration = Duration::from_secs(2);

/// What was ended counts as having taken so long.
const ENDED: Duration = Duration::from_secs(3600);

/// So many rounds more are measured of what comes out above.
const FURTHER: usize = 5;

/// Below this a run is noise: it counts as having taken so long.
const LEAST: Duration = Duration::from_millis(40);

/// Files of a dossier, as path and text. A manifest is added where there is none.
type Files = Vec<(&'static str, String)>;

/// A dossier that grows: its name, n, its files at a size, and the command lines that are run on it.
#[derive(Clone, Copy)]
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
    let inputs = [INPUTS, hostile::INPUTS, wide::ANSWERS, wide::LONG].concat();
    let print = |rows: &[Row]| rows.iter().for_each(|row| println!("{}", row.line));
    for input in inputs.iter().filter(|input| is_asked(input.name)) {
        let rows = grows(input.name, input.size, &input.files, input.runs);
        print(&rows);
        over += rows.iter().filter(|row| row.is_above).count();
    }
    for of_key in shapes::all() {
        let inputs = of_key.iter().filter(|input| is_asked(&input.name));
        let grown =
            |input: &shapes::Shaped| grows(&input.name, shapes::SIZE, &|n| input.files(n), input.runs());
        let mut rows: Vec<Row> = inputs.flat_map(grown).collect();
        over += rows.iter().filter(|row| row.is_above).count();
        if asked.is_empty() {
            // Of each key those that are above, and the one that grows most.
            rows.sort_by(|a, b| b.longer.total_cmp(&a.longer));
            let worst = rows.len().min(1).max(rows.iter().filter(|row| row.is_above).count());
            rows.truncate(worst);
        }
        print(&rows);
    }
    println!("\n{over} runs above {MOST} times");
    ExitCode::from(u8::from(over > 0))
}

/// What one run takes on an input: a line of the table.
struct Row {
    line: String,
    longer: f64,
    is_above: bool,
}

/// What each run takes on an input.
fn grows(name: &str, size: usize, files: &dyn Fn(usize) -> Files, runs: &[&[&str]]) -> Vec<Row> {
    let [small, large] = [size, size * 4].map(|size| dossier(files(size)));
    let row = |run: &&[&str]| {
        let both = measured(run, [small.path(), large.path()]);
        let [a, b] = both.map(|it| match it.time {
            ENDED => "ended".to_owned(),
            time => format!("{:.2} s", time.as_secs_f64()),
        });
        let (longer, more, is_above) = (longer(&both), more(&both), is_above(&both));
        let mark = if is_above { " **above**" } else { "" };
        let (run, printed) = (run.join(" "), both[1].printed);
        let line =
            format!("| {name} | {size} | `{run}` | {a} | {b} | {longer:.1} | {printed} | {more:.1}{mark} |");
        Row { line, longer, is_above }
    };
    runs.iter().map(row).collect()
}

/// What a run has taken, of the processors, and how many bytes it printed.
#[derive(Clone, Copy)]
struct Taken {
    time: Duration,
    printed: usize,
}

/// How many times as long the large one takes as the small one.
fn longer([small, large]: &[Taken; 2]) -> f64 {
    large.time.max(LEAST).as_secs_f64() / small.time.max(LEAST).as_secs_f64()
}

/// How many times as much the large one prints.
fn more([small, large]: &[Taken; 2]) -> f64 {
    large.printed as f64 / small.printed.max(1) as f64
}

fn is_above(both: &[Taken; 2]) -> bool {
    both[1].time > LONGEST || longer(both) > MOST || more(both) > MOST
}

/// Runs of a small dossier and of a large one, of each the best: one round, and further ones as long as they come out above,
/// so that what another process did to a round does not fail it, and what grows does.
fn measured(run: &[&str], dossiers: [&Path; 2]) -> [Taken; 2] {
    let best = |a: Taken, b: Taken| Taken { time: a.time.min(b.time), ..a };
    let round = || {
        let small = best(taken(run, dossiers[0]), taken(run, dossiers[0]));
        [small, taken(run, dossiers[1])]
    };
    let mut both = round();
    for _ in 0..FURTHER {
        if !(MOST..2.0 * MOST).contains(&longer(&both)) {
            break;
        }
        let [small, large] = round();
        both = [best(both[0], small), best(both[1], large)];
    }
    both
}

/// What the shell prints of the program that it ran: seconds of the processors, which it is told to the thousandth. A run that
/// takes eight of them, or four gigabytes, is ended there.
const TIMED: &str = "ulimit -t 8 -v 4000000; TIMEFORMAT='%3U %3S'; time \"$@\" 2>/dev/null";

/// What a run takes: of the processors where there is a shell that tells it, so that others who are busy there do not count;
/// else what passes.
fn taken(run: &[&str], dossier: &Path) -> Taken {
    let program = std::env::var_os("GAINSAY").unwrap_or_else(|| env!("CARGO_BIN_EXE_gainsay").into());
    let begun = Instant::now();
    let given = |mut command: Command| command.args(run).arg("--dossier").arg(dossier).output();
    let mut timed = Command::new("bash");
    // Without a home no answer is kept.
    timed.env_remove("HOME").env_remove("XDG_CACHE_HOME");
    timed.env("LC_ALL", "C").args(["-c", TIMED, "time"]).arg(&program);
    let output = given(timed).or_else(|_| given(Command::new(&program))).expect("the program runs");
    // The shell tells of what was ended by 128 and the number of the signal.
    let code = output.status.code().filter(|code| *code <= 128);
    let was_ended = code.is_none();
    assert!(matches!(code, None | Some(0 | 1)), "{run:?} could not run");
    let told = String::from_utf8_lossy(&output.stderr);
    let seconds: Vec<f64> = told.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let time = match seconds[..] {
        [..] if was_ended => ENDED,
        [user, system] => Duration::from_secs_f64(user + system),
        _ => begun.elapsed(),
    };
    Taken { time, printed: output.stdout.len() }
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
