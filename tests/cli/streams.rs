//! Standard output that is closed, full or has no reader, and standard error that is none, for every command.

use std::fs::File;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::corpus::{READINGS, write_set};
use crate::run::{Dossier, SMALL, command_names, program};

/// What each command is asked, so that it has something to print; `NEW` is a folder that is not there yet. A command without a line is
/// a fault.
const ASKED: [&str; 47] = [
    "init NEW",
    "check",
    "table",
    "compare",
    "trace fire/killed",
    "impact herald",
    "timeline fire/killed",
    "reuse sources/leaflet.txt sources/copy.txt",
    "spot leaflet",
    "coverage leaflet",
    "names",
    "desk leaflet",
    "draft sources/leaflet.txt",
    "site public",
    "diff --since HEAD",
    "diff herald courier",
    "diff sources/leaflet.txt sources/copy.txt",
    "report",
    "report --check",
    "export csv",
    "export jsonl",
    "export annotations",
    "export prov",
    "export claimreview",
    "export ftm",
    "explain contradiction",
    "read count three",
    "find killed sources/leaflet.txt",
    "text leaflet",
    "text sources/leaflet.txt",
    "pin leaflet killed",
    "source add sources/leaflet.txt",
    "source recapture herald sources/leaflet.txt",
    "mcp --help",
    "schema claims",
    "completions bash",
    "man",
    "man check",
    "lock",
    "check --deny warnings",
    "check --since HEAD",
    "add --from rows.jsonl",
    "review",
    "agree coded.jsonl coded.jsonl",
    "corpus",
    "assess fire/killed",
    "rename agent mayor mayoress --dry-run",
];

/// Those that write, and come to the same each time.
const WRITERS: [&str; 2] = ["report --write", "check --write-baseline"];

const LEAFLET: &str = "[source.leaflet]\ntitle = \"L\"\npublisher = \"herald\"\npublished = \"2024-03-01\"\ntext = \"leaflet.txt\"\n";
const NAMES: &str = "[agent.x]\nname = \"Kyiv\"\n[agent.y]\nname = \"Київ\"\n";
const CLAIM: &str =
    "[[claim]]\nsource = \"leaflet\"\nquestion = \"fire/killed\"\nvalue = 3\nquote = \"3 were killed\"\n";

/// A dossier of which every command has something to say.
fn ground() -> Dossier {
    let dossier = Dossier::new(&SMALL);
    dossier.commit();
    dossier.write("sources/leaflet.toml", LEAFLET);
    dossier.write("claims/leaflet.toml", CLAIM);
    dossier.write("sources/names.toml", NAMES);
    let words = "On Monday 3 were killed in the old mill beyond the bridge, said all who had seen how it burnt that night.\n";
    dossier.write("sources/leaflet.txt", words);
    dossier.write("sources/copy.txt", &format!("It was so.\n{words}"));
    let coded = "{\"source\": \"leaflet\", \"question\": \"fire/killed\", \"value\": 3, \"quote\": \"3 were killed\"}\n";
    dossier.write("coded.jsonl", coded);
    write_set(&dossier, "reading", "readings.tsv", READINGS);
    dossier.write("rows.jsonl", "{\"source\": \"leaflet\", \"id\": \"killed\", \"value\": 4}\n");
    dossier
}

/// Every command with its help and in every format that its help names.
fn every() -> Vec<String> {
    let mut all: Vec<String> = ["--help", "-h", "--version"].map(str::to_owned).to_vec();
    let dossier = Dossier::new(&[]);
    for name in command_names() {
        let lines: Vec<&str> =
            ASKED.into_iter().filter(|line| line.split(' ').next() == Some(&name)).collect();
        assert!(!lines.is_empty(), "`{name}` is asked nothing here: give it a line");
        let help = dossier.gainsay(&[&name, "--help"]).exits(0).out;
        all.push(format!("{name} --help"));
        all.extend(lines.iter().map(|line| (*line).to_owned()));
        let formats = formats(&help);
        assert_eq!(help.contains("--format <FORMAT>"), !formats.is_empty(), "{help}");
        all.extend(formats.iter().map(|format| format!("{} --format {format}", lines[0])));
    }
    assert!(all.len() > 60, "{all:?}");
    all
}

/// The formats that a help names, which stand one on a line or all on one.
fn formats(help: &str) -> Vec<String> {
    let Some((_, rest)) = help.split_once("--format <FORMAT>") else { return Vec::new() };
    let told = rest.split("[default:").next().unwrap_or_default();
    if let Some((_, inline)) = told.split_once("[possible values: ") {
        let inline = inline.split(']').next().unwrap_or_default();
        return inline.split(',').map(|name| name.trim().to_owned()).collect();
    }
    let name = |line: &str| Some(line.trim().strip_prefix("- ")?.split(':').next()?.to_owned());
    told.lines().filter_map(name).collect()
}

/// Runs a command line, its standard output and error as they are laid.
fn run(dossier: &Dossier, line: &str, lay: impl FnOnce(&mut Command) -> &mut Command) -> ExitStatus {
    static NEW: AtomicUsize = AtomicUsize::new(0);
    let fresh = format!("new-{}", NEW.fetch_add(1, Ordering::Relaxed));
    let mut run = program();
    run.current_dir(dossier.path()).stdout(Stdio::null()).stderr(Stdio::null());
    run.args(line.split(' ').map(|word| if word == "NEW" { &fresh } else { word }));
    lay(&mut run);
    run.status().unwrap()
}

fn full() -> File {
    File::options().write(true).open("/dev/full").unwrap()
}

/// The write end of a pipe that nobody reads.
fn unread() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    Stdio::from(writer)
}

#[test]
fn a_closed_standard_output_is_an_error_of_every_command() {
    let dossier = ground();
    for line in every() {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("exec \"$0\" {line} >&-")).arg(env!("CARGO_BIN_EXE_gainsay"));
        let output = shell.current_dir(dossier.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("could not write to `standard output`"), "{line}: {said}");
    }
}

#[test]
fn a_full_disk_is_an_error_of_every_command_and_nowhere_is_none() {
    let dossier = ground();
    for line in every() {
        if cfg!(target_os = "linux") {
            let exit = run(&dossier, &line, |run| run.stdout(full()));
            assert_eq!(exit.code(), Some(2), "{line}");
        }
        // Opened for both, as many programs do that throw the output away, it is not taken for a closed one.
        let nowhere = File::options().read(true).write(true).open("/dev/null").unwrap();
        let exit = run(&dossier, &line, |run| run.stdout(nowhere));
        assert!(matches!(exit.code(), Some(0 | 1)), "{line}: {exit}");
    }
}

#[test]
fn a_reader_that_goes_away_changes_no_exit_code_and_no_file() {
    let dossier = ground();
    let writers = WRITERS.map(str::to_owned);
    for line in every().iter().chain(&writers) {
        let there = run(&dossier, line, |run| run).code();
        let gone = run(&dossier, line, |run| run.stdout(unread())).code();
        assert_eq!(gone, there, "{line}");
    }
    for ending in ["md", "html", "json"] {
        let path = dossier.path().join(format!("reports/report.{ending}"));
        std::fs::remove_file(&path).unwrap();
        run(&dossier, "report --write", |run| run.stdout(unread()));
        assert!(std::fs::read(path).unwrap().len() > 100);
    }
}

#[test]
fn a_standard_error_that_is_closed_or_full_changes_no_exit_code() {
    let dossier = ground();
    let wrong =
        ["chek", "check --format x", "check --dossier nowhere", "explain nothing", "text nothing", "trace"];
    for line in ASKED.iter().chain(&WRITERS).chain(&wrong) {
        let there = run(&dossier, line, |run| run).code();
        assert!(there.is_some());
        assert_eq!(run(&dossier, line, |run| run.stderr(unread())).code(), there, "{line}");
        if cfg!(target_os = "linux") {
            assert_eq!(run(&dossier, line, |run| run.stderr(full())).code(), there, "{line}");
        }
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!(
            "exec \"$0\" {} >/dev/null 2>&-",
            line.replace("NEW", &format!("closed-{}", line.len()))
        ));
        shell.arg(env!("CARGO_BIN_EXE_gainsay")).current_dir(dossier.path());
        assert_eq!(shell.status().unwrap().code(), there, "{line}");
    }
}
