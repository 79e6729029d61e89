//! Both parsers read the same of every file that both take: its values, and where they stand.

use std::collections::BTreeMap;
use std::ops::Range;

use proptest::prelude::*;
use toml::de::DeTable;
use toml_spanner::Arena;

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

proptest! {
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
