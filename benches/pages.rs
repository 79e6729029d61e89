//! Holding a quote in each of a thousand HTML pages, beside the time that it takes to read and hash their bytes.
//!
//! `cargo bench --bench pages` prints both, and how many times the one the other is.

#![allow(clippy::print_stdout, reason = "what a benchmark measures is what it prints")]
#![allow(clippy::disallowed_methods, reason = "a benchmark makes files and takes the time")]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Instant;

use gainsay::{Audit, Day};
use sha2::{Digest, Sha256};

const PAGES: usize = 1_000;
const PARAGRAPHS: usize = 30;

fn main() {
    let folder = tempfile::tempdir().expect("a folder of our own");
    let root = folder.path();
    let bytes = write(root);

    let begun = Instant::now();
    let mut hashed = 0_usize;
    for page in 0..PAGES {
        let page = fs::read(root.join(format!("sources/{page}.html"))).expect("it was written");
        hashed += usize::from(Sha256::digest(&page)[0]);
    }
    let read = begun.elapsed();

    let audit = Audit::open(root).expect("it is a dossier");
    let begun = Instant::now();
    let judged = audit.judged(Day::new(2024, 3, 10).expect("it is a day")).expect("the texts are there");
    let held = judged.check().counts.quotes.exact;
    let looked = begun.elapsed();
    assert_eq!(held, PAGES, "every quote stands in its page");

    let times = looked.as_secs_f64() / read.as_secs_f64();
    println!("{PAGES} pages of {} kB ({hashed})", bytes / PAGES / 1000);
    println!("read and hashed one by one {read:.2?}; a quote held in each {looked:.2?}: {times:.1} times");
}

/// A dossier with a source and a claim for each page; how many bytes the pages have.
fn write(root: &Path) -> usize {
    fs::create_dir_all(root.join("sources")).expect("a folder of our own");
    fs::create_dir_all(root.join("claims")).expect("a folder of our own");
    fs::write(root.join("gainsay.toml"), "[dossier]\ntitle = \"Pages\"\n").expect("it can be written");
    let mut sources = String::new();
    let mut claims = String::from(
        "[event.e]\ntitle = \"E\"\n\n[event.e.question.q]\nask = \"How many?\"\ntype = \"count\"\n",
    );
    let mut bytes = 0;
    for page in 0..PAGES {
        let text = html(page);
        bytes += text.len();
        fs::write(root.join(format!("sources/{page}.html")), text).expect("it can be written");
        let _ = write!(
            sources,
            "[source.s{page}]\ntitle = \"S\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\ntext = \"{page}.html\"\n"
        );
        let _ = write!(
            claims,
            "\n[[claim]]\nsource = \"s{page}\"\nquestion = \"e/q\"\nvalue = 34\nquote = \"34 people of ward {page} were killed\"\n"
        );
    }
    fs::write(root.join("sources/sources.toml"), sources).expect("it can be written");
    fs::write(root.join("claims/claims.toml"), claims).expect("it can be written");
    bytes
}

/// A page with what pages have around their words.
fn html(page: usize) -> String {
    let mut text = String::from(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>Ward news</title><script>var a = 1;</script></head><body><nav>",
    );
    for link in 0..60 {
        let _ = write!(text, "<div class=\"menu item\"><a href=\"/section/{link}\">Section {link}</a></div>");
    }
    text.push_str("</nav><article><h1>A flood in the valley</h1>");
    for paragraph in 0..PARAGRAPHS {
        let _ = write!(
            text,
            "<p class=\"story body\">Of page {page} this is <b>paragraph {paragraph}</b>: {}, <a href=\"/road\">still closed</a>, {}.</p>",
            said(page * 97 + paragraph, 14),
            said(1_000_000 + page * 97 + paragraph, 14)
        );
    }
    let _ = write!(
        text,
        "<p>In all <b>34</b> people of ward {page} were killed.</p></article><footer>All rights reserved</footer></body></html>"
    );
    text
}

/// So many words in an order that no other page has: pages that repeat each other would be told of, which is not measured here.
fn said(seed: usize, words: usize) -> String {
    const WORDS: [&str; 16] = [
        "army",
        "before",
        "bridge",
        "closed",
        "doctor",
        "falls",
        "flood",
        "market",
        "night",
        "reporters",
        "road",
        "school",
        "the",
        "told",
        "valley",
        "water",
    ];
    let mut state = seed as u64;
    let mut word = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        WORDS[(state >> 60) as usize]
    };
    (0..words).map(|_| word()).collect::<Vec<_>>().join(" ")
}
