//! A whole dossier: opened, judged, and shown in every view and format, twice the same.

use std::fs;
use std::path::Path;

use super::{TWICE, printed};
use crate::audit::{Audit, Day};

/// The files that a dossier may have; each begins in an input with `--- ` and its path on a line.
const FILES: [&str; 11] = [
    "gainsay.toml",
    "gainsay-baseline.toml",
    "claims/a.toml",
    "claims/b.toml",
    "sources/a.toml",
    "sources/b.toml",
    "sources/quotes.lock",
    "sources/a.txt",
    "sources/b.html",
    "sources/c.srt",
    "sources/d.md",
];

/// Without a manifest there would be no dossier; with this one it is as plain as can be.
const MANIFEST: &str = "[dossier]\ntitle = \"A fire\"\n";

/// Writes the files of an input into a folder of the caller's own, and runs all that reads a dossier. What stands before the
/// first file's name is of the first file of claims.
pub fn load(folder: &Path, input: &[u8]) {
    let files = files(input);
    for path in FILES {
        let full = folder.join(path);
        let _ = fs::create_dir_all(full.parent().unwrap());
        match files.iter().rev().find(|(name, _)| *name == path) {
            Some((_, bytes)) => fs::write(full, bytes).unwrap(),
            None if path == "gainsay.toml" => fs::write(full, MANIFEST).unwrap(),
            None => drop(fs::remove_file(full)),
        }
    }
    let once = run(folder);
    if input.len().is_multiple_of(TWICE) {
        let again = run(folder);
        for (one, other) in once.iter().zip(&again) {
            assert_eq!(one, other, "run twice");
        }
        assert_eq!(once.len(), again.len());
    }
}

/// The files of an input, by their paths, in its order.
fn files(input: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut files = vec![("claims/a.toml", Vec::new())];
    for line in input.split_inclusive(|byte| *byte == b'\n') {
        let named = line.strip_prefix(b"--- ").map(<[u8]>::trim_ascii_end);
        match FILES.into_iter().find(|path| named == Some(path.as_bytes())) {
            Some(path) => files.push((path, Vec::new())),
            None => files.last_mut().unwrap().1.extend_from_slice(line),
        }
    }
    if files[0].1.is_empty() {
        files.remove(0);
    }
    files
}

/// All that is printed of the dossier in a folder, as it is and as it was known on a day.
fn run(folder: &Path) -> Vec<(String, String)> {
    let today = Day::new(2024, 3, 10).unwrap();
    let audit = Audit::open(folder).unwrap();
    let judged = audit.judged(today).unwrap();
    let past = Audit::open(folder).unwrap().known_on("2024-03-01").unwrap();
    let past = past.judged(today).unwrap();
    printed::all(&judged, &past)
}
