//! The floor of a check: every file below a folder, read and hashed by SHA-256 in this one process, and nothing else.
//!
//! `cargo bench --bench floor -- FOLDER` prints how many files there are and how many bytes; `benches/compare/` takes the time.

#![allow(clippy::print_stdout, reason = "what a benchmark measures is what it prints")]
#![allow(clippy::disallowed_methods, reason = "a benchmark reads files")]

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

fn main() -> std::io::Result<()> {
    // `cargo bench` adds an option of its own.
    let Some(folder) = std::env::args_os().skip(1).find(|argument| argument != "--bench") else {
        println!("floor FOLDER: reads and hashes every file below FOLDER, and prints their number and bytes");
        return Ok(());
    };
    let mut paths = Vec::new();
    gather(Path::new(&folder), &mut paths)?;
    let (mut held, mut bytes) = (Vec::new(), 0);
    for path in &paths {
        held.clear();
        File::open(path)?.read_to_end(&mut held)?;
        bytes += held.len();
        // The answer is used by nobody; the work must be done all the same.
        std::hint::black_box(Sha256::digest(&held));
    }
    println!("{} files, {bytes} bytes", paths.len());
    Ok(())
}

/// Every file below a folder, in order; links are not followed.
fn gather(folder: &Path, paths: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let kind = entry.file_type()?;
        if kind.is_dir() {
            gather(&entry.path(), paths)?;
        } else if kind.is_file() {
            paths.push(entry.path());
        }
    }
    Ok(())
}
