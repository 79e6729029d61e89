//! Both parsers read the same of every file that both take: its values, and where they stand.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::ops::Range;
use std::path::Path;

use proptest::prelude::*;
use toml::de::DeTable;
use toml_spanner::Arena;
use walkdir::{DirEntry, WalkDir};

use super::tree::{Form, Root, Table, Value};

/// What stands under each path of a file: its words, where it stands and where its key does.
type Read = BTreeMap<String, (String, Range<usize>, Range<usize>)>;

fn read(table: Table, path: &str, into: &mut Read) {
    for (key, value) in table.entries() {
        read_value(value, format!("{path}.{:?}", key.name), key.span, into);
    }
}

fn read_value(value: Value, path: String, key: Range<usize>, into: &mut Read) {
    let words = match value.form() {
        Form::Table(table) => {
            read(table, &path, into);
            "a table".to_owned()
        }
        Form::List(items) => {
            for (index, item) in items.items().enumerate() {
                read_value(item, format!("{path}[{index}]"), 0..0, into);
            }
            format!("a list of {}", items.len())
        }
        Form::Integer(number) => format!("{number}, {}", number.digits),
        other => format!("{other:?}"),
    };
    into.insert(path, (words, value.span(), key));
}

/// What each parser reads; `None` where it refuses the file.
fn both(text: &str) -> (Option<Read>, Option<Read>) {
    let read_all = |root: Root| {
        let mut into = Read::new();
        read(root.table(), "", &mut into);
        into
    };
    let arena = Arena::new();
    let quick = toml_spanner::parse(text, &arena).ok();
    let (careful, errors) = DeTable::parse_recoverable(text);
    let careful = errors.is_empty().then(|| read_all(Root::Careful(careful.into_inner())));
    (quick.map(|it| read_all(Root::Quick(it.into_table(), text))), careful)
}

const FILES: [&str; 12] = [
    "source = \"a\"\n[[claim]]\nvalue = 34\n\n[[claim]] # one more\n  value = [\"a\", 'b']\n",
    "[event.fire.question.killed]\nask = \"?\"\n[event.fire]\ntitle = \"Fire\"\n",
    "[a.b.c]\nx = 1\n[a]\ny = 2\n[a.b]\nz = 3\n",
    "[ \"a ] b\" . 'c.d' ]\nx = 1\n[\"a \\\" ]\"]\ny = 2\n",
    "a = 0xFF\nb = 0o17\nc = 0b1_01\nd = 1_000\ne = -5\nf = +7\ng = 9223372036854775808\n",
    "a = 1.5\nb = -1e3\nc = inf\nd = -nan\ne = 1_0.5\nf = 6.626e-34\n",
    "a = 2024-01-28\nb = 2024-01-28T05:30:00Z\nc = 2024-01-28 05:30:00.25+03:00\nd = 05:30:00\ne = 05:30\n",
    "a = { b = 1, c = { d = [1, [2, { e = 3 }]] } }\nf.g.h = true\nf.g.i = false\n",
    "a = \"\"\"\nx\ty\\u00e9 \\\n  z\"\"\"\nb = '''\nraw \\n'''\nc = \"\\e\\x41\\\"\"\n",
    "a = [\n  1, # one\n  2,\n]\n[[b.c]]\n[b.c.d]\nx = 1\n[[b.c]]\n[[b.c.e]]\n",
    "\u{663}\"a\" = 1\n",
    "a = {\n  b = 1,\n}\n",
];

#[test]
fn both_parsers_read_the_same_where_both_read() {
    for text in FILES {
        let (quick, careful) = both(text);
        if let (Some(quick), Some(careful)) = (quick, careful) {
            assert_eq!(quick, careful, "{text}");
        }
    }
    let taken = FILES.iter().filter(|text| both(text).0.is_some()).count();
    assert_eq!(taken, FILES.len() - 1, "all but what is no TOML");
}

/// Every TOML file of this repository, and what stands as TOML in its pages, its cases and the seeds of fuzzing.
fn written() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_own = |entry: &DirEntry| {
        entry.depth() == 0 || !matches!(entry.file_name().to_str(), Some("target" | ".git"))
    };
    let mut all = Vec::new();
    for entry in WalkDir::new(root).into_iter().filter_entry(is_own).map(Result::unwrap) {
        let ending = entry.path().extension().and_then(OsStr::to_str).unwrap_or_default();
        let is_seed = entry.path().starts_with(root.join("fuzz/seeds/load"));
        if !entry.file_type().is_file() || !is_seed && !["toml", "lock", "md", "rs"].contains(&ending) {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
        let path = entry.path().strip_prefix(root).unwrap().display().to_string();
        match ending {
            "toml" | "lock" => all.push((path, text)),
            "md" | "rs" => all.extend(fences(&text).into_iter().map(|fence| (path.clone(), fence))),
            // Files of a dossier, each behind its path.
            _ => all.extend(
                text.split("--- ").filter_map(|it| Some((path.clone(), it.split_once('\n')?.1.to_owned()))),
            ),
        }
    }
    all
}

/// The fences of TOML in a page, or in the doc comments of a file.
fn fences(text: &str) -> Vec<String> {
    let (mut fences, mut open) = (Vec::new(), None);
    for line in text.lines() {
        let line = line.trim_start();
        let line = line.strip_prefix("///").map_or(line, |line| line.strip_prefix(' ').unwrap_or(line));
        match &mut open {
            None if line.starts_with("```toml") => open = Some(String::new()),
            None => {}
            Some(_) if line.starts_with("```") => fences.extend(open.take()),
            Some(fence) => fence.extend([line, "\n"]),
        }
    }
    fences
}

#[test]
fn both_parsers_read_the_same_of_every_file_of_this_repository() {
    let written = written();
    let (mut taken, mut refused) = (0, 0);
    for (path, text) in &written {
        match both(text) {
            (Some(quick), Some(careful)) => {
                assert_eq!(quick, careful, "{path}: {text}");
                taken += 1;
            }
            (None, None) => refused += 1,
            (quick, _) => panic!("{path} is taken by one alone, the quick one: {}: {text}", quick.is_some()),
        }
    }
    assert!(taken > 200 && refused > 0, "{taken} are taken and {refused} refused");
}

/// A value of any kind, with others in it.
fn value() -> impl Strategy<Value = toml::Value> {
    let text = || prop_oneof!["\\PC{0,12}", "[a-z\"'\\\\\n\t#=\\[\\].]{0,12}"];
    let leaf = prop_oneof![
        text().prop_map(toml::Value::String),
        any::<i64>().prop_map(toml::Value::Integer),
        any::<f64>().prop_filter("it is as it was written", |it| !it.is_nan()).prop_map(toml::Value::Float),
        any::<bool>().prop_map(toml::Value::Boolean),
        (1..10_000u16, 1..13u8, 1..29u8).prop_map(|(year, month, day)| {
            format!("{year:04}-{month:02}-{day:02}").parse().map(toml::Value::Datetime).unwrap()
        }),
    ];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(toml::Value::Array),
            prop::collection::vec((text(), inner), 0..5)
                .prop_map(|entries| toml::Value::Table(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    /// Any document, as it is written for programs and as it is for people.
    #[test]
    fn both_parsers_take_any_document_and_read_the_same_of_it(entries in prop::collection::vec(("[a-z .\"]{0,4}", value()), 0..6)) {
        let document: toml::Table = entries.into_iter().collect();
        for text in [toml::to_string(&document).unwrap(), toml::to_string_pretty(&document).unwrap()] {
            let (quick, careful) = both(&text);
            prop_assert!(quick.is_some(), "{}", text);
            prop_assert_eq!(quick, careful, "{}", text);
        }
    }

    /// A document with a line or a character that does not belong there.
    #[test]
    fn what_the_quick_parser_takes_of_a_spoilt_document_the_careful_one_does(at: prop::sample::Index, with in "[\\PC\n]{0,2}", value in value()) {
        let mut text = toml::to_string(&toml::Table::from_iter([("a".to_owned(), value)])).unwrap();
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        text.insert_str(*at.get(&places), &with);
        if let (Some(quick), careful) = both(&text) {
            prop_assert_eq!(Some(quick), careful, "{}", text);
        }
    }

    /// Files put together of lines that files have, in any order: what the quick parser takes the careful one takes too, and
    /// reads the same of it.
    #[test]
    fn the_quick_parser_takes_nothing_that_the_careful_one_reads_otherwise(lines in prop::collection::vec(line(), 0..12)) {
        let text: String = lines.iter().flat_map(|line| [*line, "\n"]).collect();
        if let (Some(quick), careful) = both(&text) {
            prop_assert_eq!(Some(quick), careful, "{}", text);
        }
    }
}

fn line() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "[[claim]]",
        "[claim]",
        "[event.e]",
        "[event.e.question.q]",
        "[event]",
        "[ event . \"e\" ]",
        "[[event.e]]",
        "[a.b.c]",
        "[a]",
        "a.b = 1",
        "b = 1",
        "b.c = 'x'",
        "value = { not = [\"a\", 2] }",
        "value = [1, 2.5, 'x']",
        "value = 34",
        "\"value\" = 3",
        "as-of = 2024-01-28 05:30:00Z",
        "quote = \"\"\"a",
        "b\"\"\"",
        "quote = 'x' # ]",
        "# a comment",
        "",
        "  [[claim]]  # again",
        "x = [",
        "]",
        "x = {",
        "}",
        "n = 0x1_F",
        "n = 01",
        "t = true",
        "= 1",
        "\u{feff}",
    ])
}
