//! Every word of a file with the keys that lead to it.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};

/// A key, or a string that is a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// The keys that lead to it; of a key the last is its own.
    pub(super) path: Vec<&'t str>,
    pub(super) role: Role,
    /// What it says, without its quotes. One with escapes says what is written, which no id is.
    pub(super) says: &'t str,
    /// Where that stands.
    pub(super) at: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Key,
    Value,
}

/// So deep tables and lists may lie within each other.
const DEEPEST: u32 = 80;

/// The words of a file that is TOML, in order.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let tokens = Source::new(text).lex().into_vec();
    let mut walk = Walk { text, ..Walk::default() };
    let mut events = |event: Event| walk.meet(event);
    parse_document(&tokens, &mut RecursionGuard::new(&mut events, DEEPEST), &mut ());
    walk.found
}

#[derive(Default)]
struct Walk<'t> {
    text: &'t str,
    /// The keys of the last header.
    table: Vec<&'t str>,
    in_header: bool,
    /// The keys of each value that is open, behind those of what it lies in.
    keys: Vec<Vec<&'t str>>,
    /// Keys that were met since the last value.
    dotted: Vec<&'t str>,
    found: Vec<Word<'t>>,
}

impl<'t> Walk<'t> {
    fn meet(&mut self, event: Event) {
        let span = event.span().start()..event.span().end();
        match event.kind() {
            EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                (self.in_header, self.table) = (true, Vec::new());
                self.dotted.clear();
            }
            EventKind::StdTableClose | EventKind::ArrayTableClose => self.in_header = false,
            EventKind::SimpleKey => self.key(span),
            EventKind::Scalar => {
                let path = self.path();
                self.add(span, path, Role::Value);
                self.over();
            }
            EventKind::InlineTableOpen | EventKind::ArrayOpen => {
                self.keys.push(std::mem::take(&mut self.dotted));
            }
            EventKind::InlineTableClose | EventKind::ArrayClose => {
                self.dotted = self.keys.pop().unwrap_or_default();
                self.over();
            }
            _ => {}
        }
    }

    fn key(&mut self, span: Range<usize>) {
        let (says, _) = bare(self.text, span.clone());
        let path = match self.in_header {
            true => {
                self.table.push(says);
                self.table.clone()
            }
            false => {
                self.dotted.push(says);
                self.path()
            }
        };
        self.add(span, path, Role::Key);
    }

    /// A value is over: the next key is another's. Within a list the keys are those of the list.
    fn over(&mut self) {
        self.dotted.clear();
    }

    fn path(&self) -> Vec<&'t str> {
        let open = self.keys.iter().flatten();
        self.table.iter().chain(open).chain(&self.dotted).copied().collect()
    }

    fn add(&mut self, span: Range<usize>, path: Vec<&'t str>, role: Role) {
        let (says, at) = bare(self.text, span);
        self.found.push(Word { path, role, says, at });
    }
}

/// A word without its quotes.
fn bare(text: &str, at: Range<usize>) -> (&str, Range<usize>) {
    let written = text.get(at.clone()).unwrap_or_default();
    for quote in ["\"\"\"", "'''", "\"", "'"] {
        let inner = written.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
        if let Some(inner) = inner {
            return (inner, at.start + quote.len()..at.end - quote.len());
        }
    }
    (written, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        words(text).iter().map(|word| format!("{}: {}", word.path.join("."), word.says)).collect()
    }

    #[test]
    fn each_word_is_led_to_by_its_keys() {
        assert_eq!(
            paths(
                "source = \"a\"\n[event.fire.question.killed]\npart-of = 'fire/all'\n[[claim]]\nscope.place = \"x\"\n\
                 value = { not = [\"b\", 'c'], n = 3 }\nnote = \"n\"\n"
            ),
            [
                "source: source",
                "source: a",
                "event: event",
                "event.fire: fire",
                "event.fire.question: question",
                "event.fire.question.killed: killed",
                "event.fire.question.killed.part-of: part-of",
                "event.fire.question.killed.part-of: fire/all",
                "claim: claim",
                "claim.scope: scope",
                "claim.scope.place: place",
                "claim.scope.place: x",
                "claim.value: value",
                "claim.value.not: not",
                "claim.value.not: b",
                "claim.value.not: c",
                "claim.value.n: n",
                "claim.value.n: 3",
                "claim.note: note",
                "claim.note: n",
            ]
        );
    }

    #[test]
    fn a_word_stands_where_it_says() {
        let text = "a = '''x'''\nb = [ # c\n \"y\" ]\n\"k\" = \"z\"\n";
        for word in words(text) {
            assert_eq!(&text[word.at.clone()], word.says);
        }
    }
}
