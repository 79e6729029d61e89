//! The entry points on the stable compiler: over every seed, and over each seed spoilt.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use super::spoilt::{Dice, spoilt};

/// The seeds of a target, in the order of their names.
fn seeds(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// Runs an entry point over its seeds, and over each seed spoilt so many times.
fn run(target: &str, times: u64, entry: impl Fn(&[u8])) {
    let seeds = seeds(target);
    assert!((1..=20).contains(&seeds.len()), "{target} has {} seeds", seeds.len());
    for (path, seed) in seeds {
        assert!(seed.len() <= 4096, "{} is larger than 4 kB", path.display());
        entry(&seed);
        for number in 0..times {
            let input = spoilt(&seed, &mut Dice::new(number));
            if catch_unwind(AssertUnwindSafe(|| entry(&input))).is_err() {
                panic!("{} spoilt {number}: {:?}", path.display(), String::from_utf8_lossy(&input));
            }
        }
    }
}

#[test]
fn a_quote_in_a_text() {
    run("find", 60, super::find);
}

#[test]
fn words_as_a_value() {
    run("read", 150, super::read);
}

#[test]
fn rows_of_a_file() {
    run("rows", 20, super::rows);
}

#[test]
fn a_draft() {
    run("draft", 12, super::draft);
}

#[test]
fn a_page() {
    run("page", 12, super::page);
}

#[test]
fn a_file_of_any_kind() {
    run("capture", 15, super::capture);
}

#[test]
fn a_dossier() {
    let folder = tempfile::tempdir().unwrap();
    run("load", 4, |input| super::load(folder.path(), input));
}

/// A format that no entry point prints would be fuzzed by none.
#[test]
fn every_format_is_printed() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |path: &Path| fs::read_to_string(path).unwrap();
    let all: String =
        fs::read_dir(sources.join("fuzzing")).unwrap().map(|entry| read(&entry.unwrap().path())).collect();
    let files =
        walkdir::WalkDir::new(sources.join("render")).into_iter().map(|entry| entry.unwrap().into_path());
    let formats = files
        .filter(|path| path.is_file() && path.extension().is_some_and(|ending| ending == "rs"))
        .filter(|path| {
            let text = read(path);
            text.contains("\npub(crate) fn render(")
        });
    let mut counted = 0;
    for path in formats {
        let below = path.strip_prefix(&sources).unwrap().with_extension("");
        let parts = below.iter().map(|part| part.to_string_lossy());
        let module: Vec<_> = parts.filter(|part| part != "mod").collect();
        let called = format!("{}::render", module.join("::"));
        counted += 1;
        assert!(
            all.contains(&called) || UNPRINTED.contains(&called.as_str()),
            "no entry point prints `{called}`"
        );
    }
    assert!(counted > 20);
}

/// Formats that are printed of what is asked with a quote and a text, in which nothing is new, and bytes that not every build writes.
const UNPRINTED: [&str; 2] = ["render::toml::pin::render", "render::exchange::parquet::render"];

/// A target that nobody calls, lists or gives seeds would never run.
#[test]
fn every_entry_point_is_a_target_with_seeds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    let names = |folder: &str| {
        let entries = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path());
        let mut names: Vec<String> =
            entries.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let targets = names("fuzz/fuzz_targets");
    assert_eq!(names("fuzz/seeds"), targets);
    let (manifest, script, room) = (read("fuzz/Cargo.toml"), read("fuzz/run"), read("src/fuzzing/mod.rs"));
    let all = script.lines().find_map(|line| line.strip_prefix("targets=${*:-")?.strip_suffix('}')).unwrap();
    for target in &targets {
        assert!(manifest.contains(&format!("name = \"{target}\"\n")), "{target} is not in fuzz/Cargo.toml");
        assert!(all.split(' ').any(|name| name == target), "fuzz/run does not run {target}");
        let called = read(&format!("fuzz/fuzz_targets/{target}.rs"));
        assert!(called.contains(&format!("gainsay::fuzzing::{target}(")), "{target} calls no entry point");
        assert!(room.contains(target.as_str()), "{target} is no entry point");
    }
    assert_eq!(all.split(' ').count(), targets.len());
}
