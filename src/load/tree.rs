//! The values of a parsed file, whichever parser read it.

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;
use toml_spanner::{Arena, ArrayStyle, Item, Value as QuickValue};

/// The tables of a file, as they were parsed. What is TOML is read by the quicker of two parsers; what is none, or may be
/// none, by the one that says best what is wrong and saves what can be saved.
#[derive(Debug)]
pub(crate) enum Root<'t> {
    Quick(toml_spanner::Table<'t>, &'t str),
    Careful(DeTable<'t>),
}

/// A table of a file: cheap to copy, as all that follows.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Table<'t> {
    Quick(&'t toml_spanner::Table<'t>, &'t str),
    Careful(&'t DeTable<'t>),
}

/// A list of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum List<'t> {
    Quick(&'t [Item<'t>], &'t str),
    Careful(&'t [Spanned<DeValue<'t>>]),
}

/// A value of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'t> {
    Quick(&'t Item<'t>, &'t str),
    Careful(&'t Spanned<DeValue<'t>>),
}

/// A key of a table and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Key<'t> {
    pub(crate) name: &'t str,
    pub(crate) span: Range<usize>,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(crate) enum Form<'t> {
    Text(&'t str),
    Integer(Integer<'t>),
    /// A number that is no integer, as it is written but for what parts its digits.
    Decimal(Cow<'t, str>),
    Truth(bool),
    /// A date, a time or both, in the spelling that RFC 3339 prefers.
    Date(String),
    List(List<'t>),
    Table(Table<'t>),
}

/// An integer of any size.
#[derive(Clone, Debug)]
pub(crate) struct Integer<'t> {
    /// With its sign, without the letters of its radix and what parts them.
    pub(crate) digits: Cow<'t, str>,
    pub(crate) radix: u32,
}

impl<'t> Root<'t> {
    /// A text that the quicker parser takes.
    pub(crate) fn quick(text: &'t str, arena: &'t Arena) -> Option<Root<'t>> {
        // The careful parser counts from behind a byte order mark.
        let parsed = if text.starts_with('\u{feff}') { None } else { toml_spanner::parse(text, arena).ok() };
        parsed.map(|parsed| Root::Quick(parsed.into_table(), text))
    }

    pub(crate) fn table(&'t self) -> Table<'t> {
        match self {
            Root::Quick(table, text) => Table::Quick(table, text),
            Root::Careful(table) => Table::Careful(table),
        }
    }
}

impl<'t> Table<'t> {
    pub(crate) fn get(self, key: &str) -> Option<Value<'t>> {
        match self {
            Table::Quick(table, text) => table.get(key).map(|value| Value::Quick(value, text)),
            Table::Careful(table) => table.get(key).map(Value::Careful),
        }
    }

    /// How many keys it has.
    pub(crate) fn len(self) -> usize {
        match self {
            Table::Quick(table, _) => table.len(),
            Table::Careful(table) => table.len(),
        }
    }

    pub(crate) fn has(self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The value of a key where it is a string.
    pub(crate) fn text(self, key: &str) -> Option<&'t str> {
        self.get(key)?.text()
    }

    /// The names of its keys.
    pub(crate) fn names(self) -> impl Iterator<Item = &'t str> {
        let (quick, careful) = match self {
            Table::Quick(table, _) => (Some(table), None),
            Table::Careful(table) => (None, Some(table)),
        };
        let quick = quick.into_iter().flat_map(|table| table.iter().map(|(key, _)| key.name));
        quick.chain(careful.into_iter().flatten().map(|(key, _)| &**key.get_ref()))
    }

    pub(crate) fn entries(self) -> impl Iterator<Item = (Key<'t>, Value<'t>)> {
        let (quick, careful) = match self {
            Table::Quick(table, text) => (Some((table, text)), None),
            Table::Careful(table) => (None, Some(table)),
        };
        let quick = quick.into_iter().flat_map(|(table, text)| {
            table.iter().map(move |(key, value)| (quick_key(key, value, text), Value::Quick(value, text)))
        });
        let careful = careful.into_iter().flatten();
        quick.chain(
            careful.map(|(key, it)| (Key { name: key.get_ref(), span: key.span() }, Value::Careful(it))),
        )
    }
}

impl<'t> List<'t> {
    pub(crate) fn len(self) -> usize {
        match self {
            List::Quick(items, _) => items.len(),
            List::Careful(items) => items.len(),
        }
    }

    pub(crate) fn items(self) -> impl Iterator<Item = Value<'t>> {
        let (quick, careful) = match self {
            List::Quick(items, text) => (Some((items, text)), None),
            List::Careful(items) => (None, Some(items)),
        };
        let quick = quick
            .into_iter()
            .flat_map(|(items, text)| items.iter().map(move |item| Value::Quick(item, text)));
        quick.chain(careful.into_iter().flatten().map(Value::Careful))
    }
}

impl<'t> Value<'t> {
    /// Where it stands; of a table with a header, the header.
    pub(crate) fn span(self) -> Range<usize> {
        match self {
            Value::Quick(item, text) => quick_span(item, text),
            Value::Careful(value) => value.span(),
        }
    }

    pub(crate) fn form(self) -> Form<'t> {
        match self {
            Value::Quick(item, text) => quick(item, text),
            Value::Careful(value) => careful(value.get_ref()),
        }
    }

    /// What it says, where it is a string.
    pub(crate) fn text(self) -> Option<&'t str> {
        match self.form() {
            Form::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn list(self) -> Option<List<'t>> {
        match self.form() {
            Form::List(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) fn table(self) -> Option<Table<'t>> {
        match self.form() {
            Form::Table(table) => Some(table),
            _ => None,
        }
    }
}

fn careful<'t>(value: &'t DeValue<'t>) -> Form<'t> {
    match value {
        DeValue::String(text) => Form::Text(text),
        DeValue::Integer(number) => {
            Form::Integer(Integer { digits: Cow::Borrowed(number.as_str()), radix: number.radix() })
        }
        DeValue::Float(number) => Form::Decimal(Cow::Borrowed(number.as_str())),
        DeValue::Boolean(truth) => Form::Truth(*truth),
        DeValue::Datetime(date) => Form::Date(date.to_string()),
        DeValue::Array(items) => Form::List(List::Careful(items)),
        DeValue::Table(table) => Form::Table(Table::Careful(table)),
    }
}

fn quick<'t>(item: &'t Item<'t>, text: &'t str) -> Form<'t> {
    let written = || text.get(quick_span(item, text)).unwrap_or_default();
    match item.value() {
        QuickValue::String(text) => Form::Text(text),
        QuickValue::Integer(_) => Form::Integer(Integer::of(written())),
        QuickValue::Float(_) => Form::Decimal(unparted(written())),
        QuickValue::Boolean(truth) => Form::Truth(*truth),
        QuickValue::DateTime(_) => {
            let written = written();
            Form::Date(written.parse().map_or_else(|_| written.to_owned(), |date: Datetime| date.to_string()))
        }
        QuickValue::Array(items) => Form::List(List::Quick(items.as_slice(), text)),
        QuickValue::Table(table) => Form::Table(Table::Quick(table, text)),
    }
}

/// A number without the underscores that part its digits.
fn unparted(written: &str) -> Cow<'_, str> {
    if written.contains('_') { Cow::Owned(written.replace('_', "")) } else { Cow::Borrowed(written) }
}

/// Where a value stands. The parser takes all that follows a header into its table.
fn quick_span(item: &Item<'_>, text: &str) -> Range<usize> {
    let (start, end) = (item.span().start as usize, item.span().end as usize);
    let has_header = match item.value() {
        QuickValue::Table(_) => text.as_bytes().get(start) == Some(&b'['),
        QuickValue::Array(items) => items.style() == ArrayStyle::Header,
        _ => false,
    };
    if has_header { start..Header::at(text, start).end } else { start..end }
}

/// Where a key stands: the last time that it is written, where that is in a header of its own.
fn quick_key<'t>(key: &'t toml_spanner::Key<'t>, item: &Item<'_>, text: &str) -> Key<'t> {
    let (start, end) = (key.span.start as usize, key.span.end as usize);
    let written = item.span().start as usize;
    let is_elsewhere =
        item.as_table().is_some() && start < written && text.as_bytes().get(written) == Some(&b'[');
    Key { name: key.name, span: if is_elsewhere { Header::at(text, written).last_key } else { start..end } }
}

/// A header such as `[event.fire]` or `[[claim]]`, of a file that is known to be TOML.
struct Header {
    last_key: Range<usize>,
    end: usize,
}

impl Header {
    fn at(text: &str, start: usize) -> Header {
        let bytes = text.as_bytes();
        let brackets = if bytes[start..].starts_with(b"[[") { 2 } else { 1 };
        let mut at = start + brackets;
        let mut last_key = at..at;
        while let Some(byte) = bytes.get(at).filter(|byte| !matches!(byte, b']' | b'\n')) {
            let begun = at;
            at += match byte {
                quote @ (b'"' | b'\'') => quoted(&bytes[at..], *quote),
                b'.' | b' ' | b'\t' => 1,
                _ => bytes[at..]
                    .iter()
                    .take_while(|it| !matches!(it, b']' | b'.' | b' ' | b'\t' | b'\n'))
                    .count(),
            };
            if !matches!(byte, b'.' | b' ' | b'\t') {
                last_key = begun..at;
            }
        }
        Header { last_key, end: (at + brackets).min(bytes.len()) }
    }
}

/// How many bytes a quoted key takes, its quotes included.
fn quoted(bytes: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while let Some(byte) = bytes.get(at).filter(|byte| **byte != quote) {
        at += if *byte == b'\\' && quote == b'"' { 2 } else { 1 };
    }
    (at + 1).min(bytes.len())
}

impl<'t> Integer<'t> {
    /// What is written as an integer.
    fn of(written: &'t str) -> Integer<'t> {
        let prefixes = [("0x", 16), ("0o", 8), ("0b", 2)];
        let found = prefixes.iter().find_map(|(prefix, radix)| Some((written.strip_prefix(prefix)?, *radix)));
        let (digits, radix) = found.unwrap_or((written, 10));
        Integer { digits: unparted(digits), radix }
    }
}

impl Display for Integer<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let prefix = match self.radix {
            16 => "0x",
            8 => "0o",
            2 => "0b",
            _ => "",
        };
        write!(f, "{prefix}{}", self.digits)
    }
}

impl Form<'_> {
    /// What it is, as a message says it.
    pub(crate) fn described(&self) -> &'static str {
        match self {
            Form::Text(_) => "a string",
            Form::Integer(_) => "an integer",
            Form::Decimal(_) => "a decimal number",
            Form::Truth(_) => "true or false",
            Form::Date(_) => "a date",
            Form::List(_) => "a list",
            Form::Table(_) => "a table",
        }
    }
}
