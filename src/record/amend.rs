//! Changing what a file says of a claim, and nothing else: text is put in place of other text.

use std::ops::Range;

use toml_edit::{Item, Table, Value};

use super::row::RowKey;
use super::toml::{inline, lines};
use super::written::ClaimTable;
use crate::load::keys::ClaimKey;
use crate::load::toml_value;
use crate::value::types::{Form, Key, Raw};
use crate::vocabulary::Vocabulary;

/// Text that takes the place of some bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Splice {
    pub(crate) at: Range<usize>,
    pub(crate) text: String,
}

/// A key and what is to stand there; `None` takes it away.
pub(crate) type Change = (RowKey, Option<Raw>);

/// What makes some changes of a claim, in the order of their places. What is new stands behind its last key.
pub(crate) fn splices(text: &str, claim: ClaimTable<'_>, changes: &[Change]) -> Vec<Splice> {
    let mut made = Vec::new();
    let mut new: Vec<(RowKey, Raw)> = Vec::new();
    for (key, to) in changes.iter().filter(|(key, _)| matches!(key, RowKey::Claim(_))) {
        let stands =
            claim.table.get_key_value(&key.name()).and_then(|(key, item)| Some((key.span()?, item.span()?)));
        match (stands, to) {
            (Some((_, value)), Some(to)) => made.push(Splice { at: value, text: inline(to) }),
            (Some((key, value)), None) => made.push(taken_away(text, key.start..value.end)),
            (None, Some(to)) => new.push((*key, to.clone())),
            (None, None) => {}
        }
    }
    let scope: Vec<&Change> = changes.iter().filter(|(key, _)| matches!(key, RowKey::Scope(_))).collect();
    if !scope.is_empty() {
        match claim.table.get(ClaimKey::Scope.word()) {
            Some(Item::Value(Value::InlineTable(_))) => made.extend(inline_scope(text, claim, &scope)),
            Some(Item::Table(table)) => made.extend(scope_table(text, table, &scope)),
            _ => new.extend(scope.iter().filter_map(|(key, to)| Some((*key, to.clone()?)))),
        }
    }
    if !new.is_empty() {
        let at = own_end(claim.table);
        made.push(behind(text, at, &lines(&new)));
    }
    made.sort_by_key(|splice| (splice.at.start, splice.at.end));
    made
}

/// Where the last value that stands directly below a claim's header ends, or the header.
pub(super) fn own_end(table: &Table) -> usize {
    let header = table.span().map_or(0, |span| span.end);
    let ends = table.iter().filter_map(|(_, item)| match item {
        Item::Table(below) if below.is_dotted() => Some(own_end(below)),
        Item::Value(value) => value.span().map(|span| span.end),
        _ => None,
    });
    ends.max().unwrap_or(header)
}

/// A scope on one line, written anew.
fn inline_scope(text: &str, claim: ClaimTable<'_>, changes: &[&Change]) -> Option<Splice> {
    let (key, item) = claim.table.get_key_value(ClaimKey::Scope.word())?;
    let at = item.span()?;
    let Form::Table(mut scope) = toml_value(&text[at.clone()])?.form else { return None };
    for (key, to) in changes {
        let name = within(*key);
        let stands = scope.iter().position(|(key, _)| key.name == name);
        match (stands, to) {
            (Some(stands), Some(to)) => scope[stands].1 = to.clone(),
            (Some(stands), None) => drop(scope.remove(stands)),
            (None, Some(to)) => scope.push((Key { name: name.to_owned(), at: 0..0 }, to.clone())),
            (None, None) => {}
        }
    }
    Some(match scope.is_empty() {
        true => taken_away(text, key.span()?.start..at.end),
        false => Splice { at, text: inline(&Form::Table(scope).into()) },
    })
}

/// A scope of dotted keys, or below a header of its own.
fn scope_table(text: &str, table: &Table, changes: &[&Change]) -> Vec<Splice> {
    let mut made = Vec::new();
    let mut new = Vec::new();
    for (key, to) in changes {
        let stands =
            table.get_key_value(within(*key)).and_then(|(key, item)| Some((key.span()?, item.span()?)));
        match (stands, to) {
            (Some((_, value)), Some(to)) => made.push(Splice { at: value, text: inline(to) }),
            (Some((key, value)), None) => made.push(taken_away(text, key.start..value.end)),
            (None, Some(to)) => {
                let name = if table.is_dotted() { key.name() } else { within(*key).to_owned() };
                new.push(format!("{name} = {}", inline(to)));
            }
            (None, None) => {}
        }
    }
    if !new.is_empty() {
        made.push(behind(text, own_end(table), &new));
    }
    made
}

/// The name of a key within its scope.
fn within(key: RowKey) -> &'static str {
    match key {
        RowKey::Claim(key) => key.word(),
        RowKey::Scope(key) => key.word(),
    }
}

/// Takes the lines of a key away, from the first byte of its line to the end of the line of its value.
fn taken_away(text: &str, at: Range<usize>) -> Splice {
    let start = text[..at.start].rfind('\n').map_or(0, |before| before + 1);
    Splice { at: start..line_end(text, at.end), text: String::new() }
}

/// Puts lines behind the line on which something ends.
pub(super) fn behind(text: &str, end: usize, lines: &[String]) -> Splice {
    let at = line_end(text, end);
    let line_break = line_break(text);
    let mut new = if text[..at].ends_with('\n') { String::new() } else { line_break.to_owned() };
    for line in lines {
        new.push_str(line);
        new.push_str(line_break);
    }
    Splice { at: at..at, text: new }
}

/// Behind the line break of the line of an offset.
pub(super) fn line_end(text: &str, offset: usize) -> usize {
    text[offset..].find('\n').map_or(text.len(), |found| offset + found + 1)
}

/// How the lines of a file end.
pub(crate) fn line_break(text: &str) -> &'static str {
    match text.split_once('\n') {
        Some((first, _)) if first.ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// A text with other text in some places, and where each run of its bytes went: of an offset of the old text between the
/// splices that of the new.
pub(crate) struct Amended {
    pub(crate) text: String,
    /// From which offset of the old text on, what is added to it.
    moved: Vec<(usize, isize)>,
}

impl Amended {
    /// Of splices in the order of their places, none of which overlap.
    pub(crate) fn new(text: &str, splices: &[Splice]) -> Amended {
        let (mut out, mut from) = (String::with_capacity(text.len()), 0);
        let mut moved = vec![(0, 0)];
        for Splice { at, text: new } in splices {
            out.push_str(&text[from..at.start]);
            out.push_str(new);
            from = at.end;
            moved.push((at.end, out.len() as isize - at.end as isize));
        }
        out.push_str(&text[from..]);
        Amended { text: out, moved }
    }

    /// Where an offset of the old text is in the new.
    pub(crate) fn place(&self, offset: usize) -> usize {
        let found = self.moved.partition_point(|(from, _)| *from <= offset);
        let by = found.checked_sub(1).map_or(0, |at| self.moved[at].1);
        offset.saturating_add_signed(by)
    }
}
