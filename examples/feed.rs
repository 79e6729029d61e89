//! Holds the quotes of a feed against the texts that they are said to come from.
//!
//! `cargo run --example feed` takes the feed that ships beside it; `cargo run --example feed -- DIR < FEED` takes JSON
//! lines from standard input, and the texts from a folder. It ends with 1 where a quote is not held.

#![allow(clippy::print_stdout, reason = "what an example shows is what it prints")]
#![allow(clippy::disallowed_methods, reason = "an example meets its user as a program does")]

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;

use gainsay::{Haystack, Needle, Outcome};
use serde::Deserialize;

/// A line of the feed.
#[derive(Deserialize)]
struct Quoted {
    id: String,
    /// The file that the quote is said to come from.
    text: String,
    quote: String,
    prefix: Option<String>,
    suffix: Option<String>,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/feed"));
    let (folder, feed) = match std::env::args_os().nth(1) {
        Some(folder) => {
            let mut feed = String::new();
            std::io::stdin().read_to_string(&mut feed)?;
            (PathBuf::from(folder), feed)
        }
        None => (beside.clone(), std::fs::read_to_string(beside.join("feed.jsonl"))?),
    };

    // A text is read and made ready once, however many quotes are looked for in it.
    let mut by_text: BTreeMap<String, Vec<Quoted>> = BTreeMap::new();
    for line in feed.lines().filter(|line| !line.trim().is_empty()) {
        let quoted: Quoted = serde_json::from_str(line)?;
        by_text.entry(quoted.text.clone()).or_default().push(quoted);
    }
    let (mut held, mut all) = (0, 0);
    for (name, quotes) in &by_text {
        let text = std::fs::read_to_string(folder.join(name))?;
        let haystack = Haystack::new(&text);
        for Quoted { id, quote, prefix, suffix, .. } in quotes {
            let mut needle = Needle::new(quote);
            if let Some(prefix) = prefix {
                needle = needle.with_prefix(prefix);
            }
            if let Some(suffix) = suffix {
                needle = needle.with_suffix(suffix);
            }
            let outcome = haystack.find(needle);
            all += 1;
            held += usize::from(outcome.is_held());
            println!("{id} in {name}: {}", told(&outcome, &text));
        }
    }
    println!("{held} of {all} quotes are held");
    Ok(if held == all { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How a quote stands, and what to look at where it does not.
fn told(outcome: &Outcome, text: &str) -> String {
    match outcome {
        Outcome::Near(near) => {
            let differs = near.differs.iter();
            let words = differs.map(|it| format!("{} `{}` for `{}`", it.kind, it.quote, it.text));
            format!(
                "{outcome}: {}; it says “{}”",
                words.collect::<Vec<_>>().join(", "),
                &text[near.at.clone()]
            )
        }
        Outcome::Ambiguous(places) => format!("{outcome}: it stands there {} times", places.len()),
        _ => outcome.to_string(),
    }
}
