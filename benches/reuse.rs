//! Finding shared passages against reading and hashing the texts, side by side in one run.
//!
//! `cargo bench --bench reuse` makes 2,000 texts of a small vocabulary, plants copies with up to one word in twelve changed,
//! and prints the four figures that must hold: time within 25 times that of reading and hashing, memory below twice the
//! size of the texts, at least 98 of 100 copies found, and less than one false alarm in 1,000 pairs. `-- COUNT` makes as
//! many texts; below some 10,000 the program itself weighs more than what it holds. `-- FOLDER` takes a folder of texts
//! with the truth in `reuse.tsv`, a line for each copy: the two texts' names without their ending.

#![allow(clippy::print_stdout, reason = "what a benchmark measures is what it prints")]
#![allow(clippy::disallowed_methods, reason = "a benchmark makes files, runs the program and takes the time")]

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

fn main() {
    let asked = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let made = tempfile::tempdir().expect("a folder of our own");
    let folder = match &asked {
        Some(given) if given.parse::<usize>().is_err() => PathBuf::from(given),
        count => {
            let count = count.as_ref().and_then(|count| count.parse().ok()).unwrap_or(2_000);
            make(made.path(), count);
            made.path().to_owned()
        }
    };
    let mut texts = Vec::new();
    gather(&folder, &mut texts);
    let bytes: u64 = texts.iter().filter_map(|path| path.metadata().ok()).map(|data| data.len()).sum();
    println!("{} texts, {:.1} MB", texts.len(), bytes as f64 / 1e6);

    read_and_hash(&texts);
    let read = read_and_hash(&texts);
    let (found, time, memory) = reuse(&folder);
    println!("read and hash   {read:>10.1?}");
    println!(
        "find passages   {time:>10.1?}  {:.1} times (at most 25)",
        time.as_secs_f64() / read.as_secs_f64()
    );
    match memory {
        Some(most) => println!(
            "memory          {:>8.1} MB  {:.2} times the texts (at most 2)",
            most as f64 / 1e6,
            most as f64 / bytes as f64
        ),
        None => println!("memory          not measured here"),
    }
    judge(&folder, texts.len(), &found);
}

/// How many copies were found, and how many pairs that have nothing to do with each other.
fn judge(folder: &Path, texts: usize, found: &HashSet<(String, String)>) {
    let truth = std::fs::read_to_string(folder.join("reuse.tsv")).expect("the truth stands beside the texts");
    let planted: HashSet<(String, String)> = truth
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(a, rest)| pair(a, rest.split('\t').next().unwrap_or(rest)))
        .filter(|(a, b)| a != b)
        .collect();
    // A copy of a copy, and two copies of one text, may share a passage too.
    let mut near: HashMap<&str, HashSet<&str>> = HashMap::new();
    for (a, b) in &planted {
        near.entry(a).or_default().insert(b);
        near.entry(b).or_default().insert(a);
    }
    let is_near = |a: &str, b: &str| {
        near.get(a)
            .is_some_and(|by_a| near.get(b).is_some_and(|by_b| by_a.contains(b) || !by_a.is_disjoint(by_b)))
    };
    let hit = planted.intersection(found).count();
    let false_alarms = found.iter().filter(|(a, b)| !is_near(a, b)).count();
    let pairs = texts * texts.saturating_sub(1) / 2;
    println!(
        "copies found    {hit} of {}  {:.4} (at least 0.98)",
        planted.len(),
        hit as f64 / planted.len().max(1) as f64
    );
    println!(
        "false alarms    {false_alarms} of {pairs} pairs  {:.7} (at most 0.001)",
        false_alarms as f64 / pairs.max(1) as f64
    );
}

fn pair(a: &str, b: &str) -> (String, String) {
    let (a, b) = if a < b { (a, b) } else { (b, a) };
    (a.to_owned(), b.to_owned())
}

/// Runs the program: the pairs that it finds, its time, and the most memory it held.
fn reuse(folder: &Path) -> (HashSet<(String, String)>, Duration, Option<u64>) {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["reuse", "--format", "json"])
        .arg(folder)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut output = child.stdout.take().expect("its output is ours");
    let id = child.id();
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut output, &mut text).expect("its output is text");
        text
    });
    let mut memory = None;
    while child.try_wait().expect("it can be waited for").is_none() {
        memory = memory.max(most_memory(id));
        std::thread::sleep(Duration::from_millis(2));
    }
    let time = start.elapsed();
    let text = reader.join().expect("its output was read");
    let view: serde_json::Value = serde_json::from_str(&text).expect("its output is JSON");
    let name = |side: &serde_json::Value| {
        let path = Path::new(side["text"].as_str().unwrap_or_default());
        path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let passages = view["passages"].as_array().into_iter().flatten();
    (passages.map(|it| pair(&name(&it["a"]), &name(&it["b"]))).collect(), time, memory)
}

/// The most bytes that a process has held, where the system says.
fn most_memory(id: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

fn read_and_hash(texts: &[PathBuf]) -> Duration {
    let start = Instant::now();
    let hash = |path: &PathBuf| Sha256::digest(std::fs::read(path).expect("a text can be read"))[0];
    let sum: usize = texts.par_iter().map(|path| usize::from(hash(path))).sum();
    std::hint::black_box(sum);
    start.elapsed()
}

fn gather(folder: &Path, texts: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            gather(&path, texts);
        } else if path.extension().is_some_and(|ending| ending == "txt") {
            texts.push(path);
        }
    }
}

/// Writes texts of about 5 KB, one in five with a passage of 40 to 120 words copied from an earlier one.
fn make(folder: &Path, count: usize) {
    let mut chance = Chance(5);
    let words: Vec<String> =
        (0..130).map(|n| format!("{}{}", ["the", "fire", "road", "said", "mor"][n % 5], n)).collect();
    let mut texts: Vec<Vec<usize>> = Vec::with_capacity(count);
    let mut truth = String::new();
    for index in 0..count {
        let mut text: Vec<usize> = (0..900).map(|_| chance.below(words.len())).collect();
        if index > 0 && chance.below(5) == 0 {
            let from = chance.below(index);
            let length = 40 + chance.below(80);
            let start = chance.below(texts[from].len() - length);
            let mut copy = texts[from][start..start + length].to_vec();
            for _ in 0..length / 12 {
                let at = chance.below(copy.len());
                copy[at] = chance.below(words.len());
            }
            let at = chance.below(text.len());
            text.splice(at..at, copy);
            truth.push_str(&format!("t{from}\tt{index}\t{length}\n"));
        }
        let written: Vec<&str> = text.iter().map(|word| words[*word].as_str()).collect();
        std::fs::write(folder.join(format!("t{index}.txt")), written.join(" "))
            .expect("our folder can be written");
        texts.push(text);
    }
    std::fs::write(folder.join("reuse.tsv"), truth).expect("our folder can be written");
}

/// Numbers that look like chance, the same on each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most
    }
}
