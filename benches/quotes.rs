//! Holding quotes against a plain search of each in its text, side by side in one run.
//!
//! `cargo bench --bench quotes` prints the ratios that must hold: quotes that stand in their text within 3 times a
//! `memmem` search, altered ones within 20 times; and the time of one very long quote in one very long text.

#![allow(clippy::print_stdout, reason = "what a benchmark measures is what it prints")]
#![allow(clippy::disallowed_methods, reason = "a benchmark makes files, runs the program and takes the time")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use gainsay::{Haystack, find};
use memchr::memmem;

const TEXTS: usize = 5_000;
const QUOTES: usize = 20;
const WORDS: [&str; 40] = [
    "the",
    "of",
    "people",
    "officials",
    "said",
    "river",
    "bridge",
    "attack",
    "night",
    "base",
    "camp",
    "hospital",
    "were",
    "killed",
    "near",
    "border",
    "ministry",
    "report",
    "convoy",
    "village",
    "and",
    "in",
    "to",
    "after",
    "before",
    "three",
    "group",
    "claimed",
    "drone",
    "strike",
    "city",
    "road",
    "army",
    "spokesman",
    "morning",
    "shelter",
    "fire",
    "water",
    "local",
    "time",
];

fn main() {
    let texts: Vec<String> = (0..TEXTS).map(|seed| text(seed as u64, 900)).collect();
    let quotes: Vec<Vec<String>> = texts
        .iter()
        .enumerate()
        .map(|(index, text)| (0..QUOTES).map(|n| quote(text, index * QUOTES + n)).collect())
        .collect();
    let altered: Vec<Vec<String>> =
        quotes.iter().map(|quotes| quotes.iter().map(|quote| alter(quote)).collect()).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} quotes in {TEXTS} texts of {} MB", TEXTS * QUOTES, bytes / 1_000_000);

    let plain = best(|| searched(&texts, &quotes));
    let held = best(|| looked(&texts, &quotes, "exact"));
    let near = best(|| looked(&texts, &altered, "near"));
    println!("plain memmem search   {plain:>10.1?}");
    println!("quotes that stand     {held:>10.1?}  {:.2} times (at most 3)", ratio(held, plain));
    println!("quotes that differ    {near:>10.1?}  {:.2} times (at most 20)", ratio(near, plain));

    let long = text(7, 350_000);
    let passage = alter(&long[1_000_000..1_010_000]);
    let start = Instant::now();
    let outcome = find(&long, passage.as_str());
    println!(
        "an altered quote of {} characters in {} MB: {} in {:.1?}",
        passage.len(),
        long.len() / 1_000_000,
        outcome.name(),
        start.elapsed()
    );
}

/// The least of three runs.
fn best(mut run: impl FnMut() -> usize) -> Duration {
    let once = |_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    };
    (0..3).map(once).min().unwrap_or_default()
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

fn searched(texts: &[String], quotes: &[Vec<String>]) -> usize {
    let found = |(text, quotes): (&String, &Vec<String>)| -> usize {
        quotes.iter().filter_map(|quote| memmem::find(text.as_bytes(), quote.as_bytes())).sum()
    };
    texts.iter().zip(quotes).map(found).sum()
}

fn looked(texts: &[String], quotes: &[Vec<String>], expected: &str) -> usize {
    let mut sum = 0;
    for (text, quotes) in texts.iter().zip(quotes) {
        let haystack = Haystack::new(text);
        for quote in quotes {
            let outcome = haystack.find(quote.as_str());
            assert_eq!(outcome.name(), expected, "{quote}");
            sum += outcome.span().map_or(0, |at| at.start);
        }
    }
    sum
}

/// Words and a number now and then, the same for one seed.
fn text(seed: u64, words: usize) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03;
    let mut text = String::with_capacity(words * 6);
    for index in 0..words {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let pick = (state >> 33) as usize;
        match index % 9 {
            0 => text.push_str(&format!("{} ", 1000 + pick % 9000)),
            _ => text.push_str(&format!("{} ", WORDS[pick % WORDS.len()])),
        }
        if index % 23 == 22 {
            text.push_str(".\n");
        }
    }
    text
}

/// Some ten words of a text, begun at a word.
fn quote(text: &str, number: usize) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let start = (number * 7919) % (words.len() - 14);
    words[start..start + 12].join(" ").trim().to_owned()
}

/// The quote with its first digit changed; with its first letter, where it has none.
fn alter(quote: &str) -> String {
    let at = quote.find(|c: char| c.is_ascii_digit());
    match at {
        Some(at) => {
            let digit = if quote.as_bytes()[at] == b'8' { "3" } else { "8" };
            format!("{}{digit}{}", &quote[..at], &quote[at + 1..])
        }
        None => format!("X{}", &quote[1..]),
    }
}
