//! What every file keeps to.

use crate::tree::{File, files, root};
use crate::{all_needed, none};

/// No file is longer, its tests included.
const MOST_LINES: usize = 400;

/// Files that are longer still, and how long they may be: this list only gets shorter.
const TOO_LONG: &[(&str, usize)] = &[];

fn rust() -> impl Iterator<Item = File> {
    files(&["src", "tests", "benches", "examples", "fuzz/fuzz_targets"])
        .into_iter()
        .filter(|file| file.path.ends_with(".rs"))
}

#[test]
fn files_are_short() {
    let mut faults = Vec::new();
    let mut needed = Vec::new();
    for file in rust() {
        let lines = file.text.lines().count();
        let known = TOO_LONG.iter().find(|(path, _)| *path == file.path);
        needed.extend(known.filter(|_| lines > MOST_LINES).map(|(path, _)| *path));
        if lines > known.map_or(MOST_LINES, |(_, most)| *most) {
            faults.push(format!("{} has {lines} lines", file.path));
        }
    }
    none(&faults, &format!("a file has at most {MOST_LINES} lines"));
    all_needed(TOO_LONG.iter().map(|(path, _)| ((*path).to_owned(), needed.contains(path))));
}

#[test]
fn files_say_what_they_are() {
    let is_silent = |file: &File| !file.text.starts_with("//! ");
    let silent: Vec<String> = rust().filter(is_silent).map(|file| file.path).collect();
    none(&silent, "each file opens with a `//!` sentence");
}

#[test]
fn no_file_knows_a_machine() {
    let here = root().to_string_lossy().into_owned();
    let homes = ["home", "Users", "root", "tmp", "work"].map(|folder| format!("/{folder}/"));
    let mut faults = Vec::new();
    let folders = [
        "src", "tests", "benches", "examples", "docs", "claims", "sources", "reports", "corpus", ".ci",
        ".github",
    ];
    let fuzzed = ["fuzz/Cargo.toml", "fuzz/fuzz_targets", "fuzz/run", "fuzz/seeds", "fuzz/words.dict"];
    let at_top = [
        "README.md",
        "CHANGELOG.md",
        "Cargo.toml",
        "action.yml",
        "build.rs",
        "clippy.toml",
        "deny.toml",
        "gainsay.toml",
        "pyproject.toml",
        "rustfmt.toml",
    ];
    for file in files(&folders).iter().chain(&files(&fuzzed)).chain(&files(&at_top)) {
        for (at, line) in file.text.lines().enumerate() {
            // A folder of ours is no machine's: what comes before the slash must not be part of a path or an id.
            let of_machine = homes.iter().any(|home| {
                line.match_indices(home.as_str()).any(|(at, _)| {
                    !line[..at]
                        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '$'))
                })
            });
            if of_machine || line.contains(&here) {
                faults.push(format!("{}:{}: {}", file.path, at + 1, line.trim()));
            }
        }
    }
    none(&faults, "no path of a machine stands in a tracked file");
}
