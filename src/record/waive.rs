//! Putting words among those that a source waives, in whichever form its file has them: all else stays as it is.

use std::ops::Range;

use toml_edit::{Array, Document, Item, Table, Value};

use super::amend::{Splice, behind, line_break, line_end, own_end};
use super::toml::string;
use super::written::last_end;
use crate::load::keys::{SourceKey, SourcesFileKey, WaiverKey};
use crate::vocabulary::Vocabulary;

/// Words that need not be recorded, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Waives<'w> {
    pub(super) quote: &'w str,
    pub(super) reason: &'w str,
}

impl Waives<'_> {
    fn lines(self) -> [String; 2] {
        let line = |key: WaiverKey, words: &str| format!("{} = {}", key.word(), string(words));
        [line(WaiverKey::Quote, self.quote), line(WaiverKey::Reason, self.reason)]
    }

    fn inline(self) -> String {
        format!("{{ {} }}", self.lines().join(", "))
    }
}

/// What puts some words behind those that a source of a file waives; `None` where the file has it in no form that is known.
pub(super) fn splices(text: &str, source: &str, waives: &[Waives<'_>]) -> Option<Vec<Splice>> {
    let document = Document::parse(text.to_owned()).ok()?;
    let sources = document.as_table().get(SourcesFileKey::Source.word())?;
    let item = sources.as_table_like()?.get(source)?;
    let key = SourceKey::Waive.word();
    match (item.as_table_like()?.get(key), item) {
        (Some(Item::Value(Value::Array(array))), _) => in_array(text, array, waives),
        (Some(Item::ArrayOfTables(tables)), _) => {
            let last = tables.iter().last()?;
            let header = header(text, last.span()?)?;
            Some(vec![as_tables(text, last_end(last).max(last.span()?.end), header, waives)])
        }
        (Some(_), _) => None,
        (None, Item::Value(Value::InlineTable(table))) => {
            let new = format!("{key} = {}", on_one_line(waives));
            let end = table.iter().filter_map(|(_, value)| value.span()).map(|span| span.end).max();
            Some(vec![match (end, table.span()?) {
                (Some(end), _) => Splice { at: end..end, text: format!(", {new}") },
                (None, span) => Splice { at: span, text: format!("{{ {new} }}") },
            }])
        }
        (None, Item::Table(table)) => {
            let above = dotted(sources, SourcesFileKey::Source.word()) + &dotted(item, source);
            let ends = line_break(text);
            let new = format!("{above}{key} = {}", on_lines(waives, ends));
            Some(vec![behind(text, own_end(table), &[new])])
        }
        _ => None,
    }
}

/// What stands before the keys of a table that has no header of its own.
fn dotted(item: &Item, name: &str) -> String {
    let is_dotted = item.as_table().is_some_and(Table::is_dotted);
    if is_dotted { format!("{name}.") } else { String::new() }
}

fn on_one_line(waives: &[Waives<'_>]) -> String {
    format!("[{}]", waives.iter().map(|it| it.inline()).collect::<Vec<_>>().join(", "))
}

/// One on one line, several on a line each.
fn on_lines(waives: &[Waives<'_>], ends: &str) -> String {
    if waives.len() == 1 {
        return on_one_line(waives);
    }
    let lines: String = waives.iter().map(|it| format!("    {},{ends}", it.inline())).collect();
    format!("[{ends}{lines}]")
}

/// Behind the last item of an array: on its line where the array has one line, else on lines of their own.
fn in_array(text: &str, array: &Array, waives: &[Waives<'_>]) -> Option<Vec<Splice>> {
    let span = array.span()?;
    let Some(last) = array.iter().last().and_then(Value::span) else {
        let at = span.start + 1;
        let new = on_one_line(waives);
        return Some(vec![Splice { at: at..at, text: new[1..new.len() - 1].to_owned() }]);
    };
    let ends = line_break(text);
    let line_start = text[..last.start].rfind('\n').map_or(0, |before| before + 1);
    let before = &text[line_start..last.start];
    let comma = comma(text, last.end..span.end);
    let mut made = Vec::new();
    if comma.is_none() {
        made.push(Splice { at: last.end..last.end, text: ",".to_owned() });
    }
    let behind = comma.map_or(last.end, |comma| comma + 1);
    let has_lines = text[span.start..last.start].contains('\n') && before.trim().is_empty();
    let rest = text[behind..line_end(text, behind)].trim();
    let is_last_on_line = rest.is_empty() || rest.starts_with('#');
    let between = if has_lines { format!("{ends}{before}") } else { " ".to_owned() };
    let mut new = waives.iter().map(|it| format!("{between}{}", it.inline())).collect::<Vec<_>>().join(",");
    if comma.is_some() {
        new.push(',');
    }
    // A comment behind the last item stays beside it.
    let at = match has_lines && is_last_on_line {
        true => behind + text[behind..].find(['\r', '\n']).unwrap_or(0),
        false => behind,
    };
    made.push(Splice { at: at..at, text: new });
    Some(made)
}

/// Where a comma stands in what is neither an item nor a comment.
fn comma(text: &str, within: Range<usize>) -> Option<usize> {
    let mut is_comment = false;
    let found = text[within.clone()].char_indices().find(|(_, c)| {
        is_comment = *c == '#' || is_comment && *c != '\n';
        *c == ',' && !is_comment
    });
    found.map(|(at, _)| within.start + at)
}

/// The header of a table, as it is written.
fn header(text: &str, span: Range<usize>) -> Option<&str> {
    let line = text.get(span.start..)?.lines().next()?;
    line.find("]]").map(|end| &line[..end + 2])
}

/// Tables with a header each, behind the last of them.
fn as_tables(text: &str, end: usize, header: &str, waives: &[Waives<'_>]) -> Splice {
    let table = |it: &Waives<'_>| [String::new(), header.to_owned()].into_iter().chain(it.lines());
    behind(text, end, &waives.iter().flat_map(table).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;
    use crate::record::amend::Amended;

    const NEW: [Waives<'static>; 2] = [
        Waives { quote: "one of \"them\"", reason: "no figure" },
        Waives { quote: "four walls", reason: "said so" },
    ];
    const FIRST: &str = "{ quote = \"one of \\\"them\\\"\", reason = \"no figure\" }";
    const SECOND: &str = "{ quote = \"four walls\", reason = \"said so\" }";

    /// A source in some form, and what comes of waiving one passage, and of waiving two; `1` and `2` stand for them.
    const FORMS: [(&str, &str, &str); 14] = [
        (
            "[source.a]\ntitle = \"A\" # as printed\n\n[source.b]\ntitle = \"B\"\n",
            "[source.a]\ntitle = \"A\" # as printed\nwaive = [1]\n\n[source.b]\ntitle = \"B\"\n",
            "[source.a]\ntitle = \"A\" # as printed\nwaive = [\n    1,\n    2,\n]\n\n[source.b]\ntitle = \"B\"\n",
        ),
        (
            "[source.a]\ntitle = \"A\"\n[[source.a.derived-from]]\nsource = \"b\"\n",
            "[source.a]\ntitle = \"A\"\nwaive = [1]\n[[source.a.derived-from]]\nsource = \"b\"\n",
            "[source.a]\ntitle = \"A\"\nwaive = [\n    1,\n    2,\n]\n[[source.a.derived-from]]\nsource = \"b\"\n",
        ),
        (
            "[source.a]\ntitle = \"A\"",
            "[source.a]\ntitle = \"A\"\nwaive = [1]\n",
            "[source.a]\ntitle = \"A\"\nwaive = [\n    1,\n    2,\n]\n",
        ),
        (
            "[source.a]\r\ntitle = \"A\"\r\n",
            "[source.a]\r\ntitle = \"A\"\r\nwaive = [1]\r\n",
            "[source.a]\r\ntitle = \"A\"\r\nwaive = [\r\n    1,\r\n    2,\r\n]\r\n",
        ),
        (
            "[source]\na = { title = \"A\" } # x\n",
            "[source]\na = { title = \"A\", waive = [1] } # x\n",
            "[source]\na = { title = \"A\", waive = [1, 2] } # x\n",
        ),
        (
            "[source]\na.title = \"A\"\n",
            "[source]\na.title = \"A\"\na.waive = [1]\n",
            "[source]\na.title = \"A\"\na.waive = [\n    1,\n    2,\n]\n",
        ),
        (
            "source.a.title = \"A\"\n",
            "source.a.title = \"A\"\nsource.a.waive = [1]\n",
            "source.a.title = \"A\"\nsource.a.waive = [\n    1,\n    2,\n]\n",
        ),
        ("[source.a]\nwaive = []\n", "[source.a]\nwaive = [1]\n", "[source.a]\nwaive = [1, 2]\n"),
        ("[source.a]\nwaive = [0]\n", "[source.a]\nwaive = [0, 1]\n", "[source.a]\nwaive = [0, 1, 2]\n"),
        (
            "[source.a]\nwaive = [0, ] # x\n",
            "[source.a]\nwaive = [0, 1, ] # x\n",
            "[source.a]\nwaive = [0, 1, 2, ] # x\n",
        ),
        (
            "[source.a]\nwaive = [\n  0, # first, of all\n]\ntitle = \"A\"\n",
            "[source.a]\nwaive = [\n  0, # first, of all\n  1,\n]\ntitle = \"A\"\n",
            "[source.a]\nwaive = [\n  0, # first, of all\n  1,\n  2,\n]\ntitle = \"A\"\n",
        ),
        (
            "[source.a]\nwaive = [\n\t0 # first, of all\n]\n",
            "[source.a]\nwaive = [\n\t0, # first, of all\n\t1\n]\n",
            "[source.a]\nwaive = [\n\t0, # first, of all\n\t1,\n\t2\n]\n",
        ),
        (
            "[source.a]\nwaive = [\n  0]\n",
            "[source.a]\nwaive = [\n  0,\n  1]\n",
            "[source.a]\nwaive = [\n  0,\n  1,\n  2]\n",
        ),
        (
            "[source.a]\ntitle = \"A\"\n[[ source.a.waive ]] # x\nquote = \"q\"\nreason = \"r\" # y\n\n[source.b]\ntitle = \"B\"\n",
            "[source.a]\ntitle = \"A\"\n[[ source.a.waive ]] # x\nquote = \"q\"\nreason = \"r\" # y\n\n[[ source.a.waive ]]\n\
             quote = \"one of \\\"them\\\"\"\nreason = \"no figure\"\n\n[source.b]\ntitle = \"B\"\n",
            "[source.a]\ntitle = \"A\"\n[[ source.a.waive ]] # x\nquote = \"q\"\nreason = \"r\" # y\n\n[[ source.a.waive ]]\n\
             quote = \"one of \\\"them\\\"\"\nreason = \"no figure\"\n\n[[ source.a.waive ]]\nquote = \"four walls\"\n\
             reason = \"said so\"\n\n[source.b]\ntitle = \"B\"\n",
        ),
    ];

    #[test]
    fn words_are_put_among_those_that_are_waived_in_each_form() {
        for (text, one, two) in FORMS {
            let written = |form: &str| match form.contains("[[ source.a.waive") {
                true => form.to_owned(),
                false => {
                    let form = form.replace("0", "{ quote = \"q\", reason = \"r\" }");
                    form.replace('1', FIRST).replace('2', SECOND)
                }
            };
            let text = written(text);
            for (many, expected) in [(1, one), (2, two)] {
                let made = splices(&text, "a", &NEW[..many]).unwrap();
                let new = Amended::new(&text, &made).text;
                assert_eq!(new, written(expected), "{text}");
                let dossier = from_texts(&[("sources/a.toml", &new)]);
                let source = &dossier.sources[dossier.sources.find("a").unwrap()];
                let waived: Vec<&str> = source.waive.iter().map(|it| it.quote.as_str()).collect();
                assert!(waived.ends_with(&["one of \"them\"", "four walls"][..many]), "{waived:?} of {new}");
            }
        }
    }

    #[test]
    fn what_is_no_list_of_waivers_is_left_alone() {
        for text in
            ["[source.a]\nwaive = \"all\"\n", "[source.b]\ntitle = \"B\"\n", "source = 3\n", "no TOML"]
        {
            assert_eq!(splices(text, "a", &NEW), None, "{text}");
        }
    }
}
