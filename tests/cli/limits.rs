//! Each limit on both sides: nothing is said up to it, and past it what is left out is a finding.

use std::fmt::Write as _;

use crate::run::{Dossier, Run};

/// Files of a dossier besides its manifest, as path and text.
type Files = Vec<(String, String)>;

const QUESTION: &str = "[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\ntype = \"count\"\n";
const AGENTS: &str = "[agent]\np = { name = \"P\" }\nq = { name = \"Q\" }\n";

fn source(id: &str, keys: &str) -> String {
    format!("[source.{id}]\ntitle = \"T\"\npublisher = \"p\"\npublished = \"2024-01-01\"\n{keys}\n")
}

fn claim(source: &str, id: &str, keys: &str) -> String {
    format!("[[claim]]\nsource = \"{source}\"\nid = \"{id}\"\nquestion = \"e/q\"\nquote = \"x\"\n{keys}\n")
}

fn files(sources: String, claims: String) -> Files {
    vec![
        ("sources/s.toml".to_owned(), AGENTS.to_owned() + &sources),
        ("claims/c.toml".to_owned(), QUESTION.to_owned() + &claims),
    ]
}

/// A source that leads to as many others as asked for, one by one.
fn sources(others: usize, link: fn(usize) -> String) -> Files {
    let each = |n: usize| source(&format!("z{n:04}"), &if n < others { link(n + 1) } else { String::new() });
    files((0..=others).map(each).collect(), claim("z0000", "c", "value = 3"))
}

fn claims(count: usize, keys: impl Fn(usize) -> String) -> Files {
    let all = (0..count).map(|n| claim("s", &format!("c{n:04}"), &keys(n))).collect();
    files(source("s", ""), all)
}

/// The same, on a question whose answer varies.
fn varying(mut files: Files) -> Files {
    for (_, text) in &mut files {
        *text = text.replace("type = \"count\"", "type = \"count\"\nover-time = \"varies\"");
    }
    files
}

/// A claim that quotes an outlet of which as many claims quote another.
fn quoted(others: usize) -> Files {
    let all: String =
        (0..others).map(|n| claim("s", &format!("c{n}"), "value = 3\nsaid-by = \"q\"")).collect();
    let quoting =
        source("a", "").replace("\"p\"", "\"q\"") + &source("b", "").replace("\"p\"", "\"unknown\"");
    files(source("s", "") + &quoting, all + &claim("b", "c", "value = 3\nsaid-by = \"p\""))
}

/// As many captures of one page, each with a claim.
fn captures(count: usize, keys: impl Fn(usize) -> String) -> Files {
    let (mut sources, mut all) = (source("z", "") + &source("y", ""), claim("y", "c", "value = 1"));
    for n in 0..count {
        let _ = write!(sources, "{}", source(&format!("z{n:04}"), "capture-of = \"z\""));
        let _ = write!(all, "{}", claim(&format!("z{n:04}"), "c", &keys(n)));
    }
    files(sources, all)
}

fn run(files: &Files, arguments: &[&str]) -> Run {
    let mut all = vec![("gainsay.toml", "[dossier]\ntitle = \"T\"\n")];
    all.extend(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    Dossier::new(&all).gainsay(arguments)
}

/// An event that is part of as many others, one within the other.
fn events(others: usize) -> Files {
    let event = |n: usize| format!("[event.w{n}]\ntitle = \"W\"\npart-of = \"w{}\"\n", n + 1);
    let all: String = (0..others).map(event).collect();
    files(
        source("s", ""),
        claim("s", "c", "value = 3") + &all + &format!("[event.w{others}]\ntitle = \"W\"\n"),
    )
}

/// A conflict that so many claims have joined since an assessment named one of them.
fn joined(others: usize) -> Files {
    let mut files = claims(others + 1, |n| format!("value = {}", 100 * n + 1));
    files[1].1 += "[[assessment]]\nquestion = \"e/q\"\nstatus = \"contested\"\nrationale = \"R\"\nclaims = [\"s#c0000\"]\n";
    files
}

/// So many border zones, each of which touches the next, the last a country.
fn zones(count: usize) -> Files {
    let zone = |n: usize| {
        format!("[place.w{n}]\nname = \"W{n}\"\nkind = \"border-zone\"\nborder-of = [\"w{}\"]\n", n + 1)
    };
    let country = format!("[place.w{count}]\nname = \"W{count}\"\nkind = \"country\"\n");
    let places = (0..count).map(zone).collect::<String>() + &country;
    files(source("s", "") + &places, claim("s", "c", "value = 3"))
}

/// A zone that touches so many countries.
fn wide_zone(countries: usize) -> Files {
    let country = |n: usize| format!("[place.w{n}]\nname = \"W{n}\"\nkind = \"country\"\n");
    let touched: Vec<String> = (0..countries).map(|n| format!("\"w{n}\"")).collect();
    let zone =
        format!("[place.z]\nname = \"Z\"\nkind = \"border-zone\"\nborder-of = [{}]\n", touched.join(", "));
    let places = (0..countries).map(country).collect::<String>() + &zone;
    files(source("s", "") + &places, claim("s", "c", "value = 3"))
}

/// Outlets of which each has it from the next, and the last from the first.
fn citing(length: usize) -> Files {
    let (mut sources, mut all) = (String::new(), String::new());
    for n in 0..length {
        sources += &format!("[agent.p{n}]\nname = \"P{n}\"\n");
        sources += &source(&format!("z{n}"), "").replace("\"p\"", &format!("\"p{n}\""));
        all += &claim(&format!("z{n}"), "c", &format!("value = 3\nsaid-by = \"p{}\"", (n + 1) % length));
    }
    files(sources, all)
}

fn ring(length: usize) -> Files {
    claims(length, |n| format!("value = {n}\nsupersedes = [\"s#c{:04}\"]", (n + 1) % length))
}

#[test]
fn what_is_past_a_limit_is_told_and_nothing_below_it() {
    type Row = (fn(usize) -> Files, usize, &'static str);
    let rows: [Row; 17] = [
        (
            |n| sources(n, |to| format!("derived-from = [{{ source = \"z{to:04}\" }}]")),
            100,
            "goes back to more than 100 sources",
        ),
        (
            |n| sources(n, |to| format!("capture-of = \"z{to:04}\"")),
            100,
            "goes back to more than 100 sources",
        ),
        (
            |n| {
                claims(n + 1, |at| match at {
                    0 => "value = 0".to_owned(),
                    at => format!("value = {at}\ncorrects = [\"s#c{:04}\"]", at - 1),
                })
            },
            100,
            "takes back more than 100 claims",
        ),
        (quoted, 1000, "may have it from more than 1000 claims"),
        (
            |n| captures(n, |at| format!("value = {at}\ncorrects = [\"y#c\"]")),
            200,
            "has more than 200 captures that take something back",
        ),
        // 632 captures are 199,396 pairs, one more 200,028.
        (
            |n| captures(n, |_| "value = 3".to_owned()),
            632,
            "has more claims that may take each other back than the 200000 pairs",
        ),
        (
            |n| {
                files(
                    (0..n).map(|n| source(&format!("z{n}"), "corrects = [\"s\"]")).collect(),
                    claim("z0", "c", "value = 3"),
                )
            },
            100,
            "what may be meant is sought for the first 100 alone",
        ),
        (|n| files(source("s", ""), claim("s", "c", "value = 3").repeat(n)), 6, "1 more stand further on"),
        // Each number but one: 631 of them are 631 * 632 / 2 = 199,396 pairs with themselves, one more 200,028.
        (
            |n| claims(n, |at| format!("value = {{ not = {} }}", at + 1)),
            631,
            "has more different answers than are held against each other",
        ),
        // 1413 * 1414 / 2 = 998,991 pairs, and one more 1,000,405.
        (
            |n| claims(n, |at| format!("value = {at}\nscope = {{ period = \"{}\" }}", 1000 + at)),
            1413,
            "has more different answers than are held against each other",
        ),
        // 1000 * 999 / 2 = 499,500 pairs of one origin, and one more 500,500.
        (
            |n| varying(claims(n, |at| format!("value = {{ not = {} }}", at + 1))),
            1000,
            "has more claims of one origin that later ones may have replaced than the 500000 steps",
        ),
        (events, 64, "is part of more than 64 events"),
        (joined, 8, "`, 1 more"),
        (zones, 8, "lies in zones that lead to more than 8 zones"),
        (wide_zone, 64, "to more than 64 places or back to it"),
        (citing, 8, "and 1 more have it from each other"),
        // Of 21 all are named: to count one takes no less room.
        (ring, 21, "and 2 more"),
    ];
    for (build, most, told) in rows {
        for (count, is_told) in [(most, false), (most + 1, true)] {
            let built = build(count);
            let run = run(&built, &["check", "--format", "json"]);
            assert!(matches!(run.code, 0 | 1), "{told}: {}", run.err);
            // What marks a place is told to people alone.
            let for_people = self::run(&built, &["check"]).out;
            let found = run.out.contains(told) || for_people.contains(told);
            assert_eq!(found, is_told, "{count}: `{told}`");
        }
    }
}

#[test]
fn a_table_of_very_many_cells_lists_those_with_claims_and_counts_the_others() {
    // One question more than sources is asked: 315 times 316 are 99,540 cells, 316 times 317 are 100,172.
    for (count, left_out) in [(315, None), (316, Some(316 * 316))] {
        let (mut all, mut said) = (String::new(), String::new());
        for n in 0..count {
            all += &source(&format!("z{n}"), "");
            let _ = write!(said, "[event.e.question.q{n}]\nask = \"?\"\ntype = \"count\"\n");
            said += &claim(&format!("z{n}"), "c", "value = 3").replace("e/q", &format!("e/q{n}"));
        }
        let built = files(all, said);
        let json = run(&built, &["table", "--format", "json"]).exits(0).json();
        assert_eq!(json["events"][0]["empty_cells_left_out"].as_u64(), left_out, "{count}");
    }
}

#[test]
fn a_passage_in_very_many_texts_is_told_once_whatever_stands_around_it() {
    let words = |from: usize, count: usize| -> String {
        (from..from + count).map(|at| format!("w{} ", at.wrapping_mul(2_654_435_761) % 1_000_003)).collect()
    };
    for (texts, widespread) in [(20, 0), (21, 1), (24, 1), (200, 1)] {
        let mut all = String::new();
        let mut built: Files = Vec::new();
        for n in 0..texts {
            all += &source(&format!("z{n}"), &format!("text = \"t{n}.txt\""))
                .replace("\"p\"", &format!("\"p{n}\""));
            let _ = writeln!(all, "[agent.p{n}]\nname = \"P\"");
            let own = |part: usize| words(10_000 + (2 * n + part) * 300, 300);
            built.push((format!("sources/t{n}.txt"), own(0) + &words(0, 60) + &own(1)));
        }
        built.push(("sources/s.toml".to_owned(), all));
        built.push(("claims/c.toml".to_owned(), QUESTION.to_owned() + &claim("z0", "c", "value = 3")));
        let json = run(&built, &["reuse", "--format", "json"]).exits(0).json();
        let many = json["widespread"].as_array().unwrap();
        assert_eq!(many.len(), widespread, "{texts}");
        assert_eq!(json["passages"].as_array().unwrap().is_empty(), widespread == 1, "{texts}");
        for passage in many {
            assert_eq!(passage["texts"].as_array().unwrap().len(), texts);
            assert!((58..=70).contains(&passage["words"].as_u64().unwrap()), "{passage}");
        }
        let check = run(&built, &["check", "--format", "json"]);
        let told = check.findings("undeclared-reuse");
        assert!(!told.is_empty() && (widespread == 0 || told.len() == 1), "{texts}: {}", told.len());
    }
}

#[test]
fn claims_that_may_say_again_what_falls_are_looked_at_up_to_the_limit() {
    // Each of those that fall is held against 1,000 others of the same voice.
    for (falling, is_cut) in [(1000, None), (1001, Some(true))] {
        let of = |source: &str, count: usize, from: usize| -> String {
            let each = |n: usize| claim(source, &format!("c{n:04}"), &format!("value = {}", from + n));
            (0..count).map(each).collect()
        };
        let built = files(source("s", "") + &source("z", ""), of("s", falling, 1) + &of("z", 1000, 10_001));
        let run = self::run(&built, &["impact", "s", "--format", "json"]);
        let json = run.json();
        assert_eq!(json["claims"].as_array().map(Vec::len), Some(falling));
        assert_eq!(json.get("claims_cut").and_then(serde_json::Value::as_bool), is_cut, "{falling}");
        let told = self::run(&built, &["impact", "s"]).out.contains("not all were looked at");
        assert_eq!(told, is_cut.is_some(), "{falling}");
    }
}
