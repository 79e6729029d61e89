//! A draft in Markdown: its footnotes, with and without their definitions, and where each word is written.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd, html::write_html_fmt};
use quick_xml::escape::escape;

use super::draft::{Manuscript, ManuscriptKind, MarkKind};
use super::marks::{Marks, check_count};
use crate::capture::html::{self, Hung, SET, could_name, is_nothing_but_a_name, with_addresses};
use crate::capture::markdown;
use crate::capture::runs::Runs;

type Placed<'t> = (Event<'t>, Range<usize>);

/// Reads a draft in Markdown.
///
/// # Errors
/// It is nested beyond reason, or its marks say more than is kept.
pub(super) fn read(file: String) -> Result<Manuscript<'static>, String> {
    let text = file.trim_start_matches('\u{FEFF}');
    let mark = file.len() - text.len();
    let mut labels = Labels::default();
    let events = labels.set(text, joined(markdown::parsed(text).into_offset_iter()));
    let (events, notes) = without_definitions_of_names(events)?;
    let (page, of_events) = as_page(text, events);
    let html::Drafted { words, hung, written } = html::drafted(&page)?;
    let mut marks = Marks::default();
    for hanging in hung {
        let Hung::Set(number) = &hanging.hung else {
            marks.hang(hanging)?;
            continue;
        };
        let Some(label) = number.parse().ok().and_then(|number: usize| labels.0.get(number)) else {
            continue;
        };
        if could_name(label) {
            marks.add(MarkKind::Footnote, hanging.at.clone(), label)?;
        }
        if let Some(said) = notes.get(&label.to_lowercase()) {
            marks.add(MarkKind::Footnote, hanging.at, said)?;
        }
    }
    let places = written.then(&of_events).then(&Runs::shifted(text.len(), mark));
    Ok(Manuscript { words, marks: marks.in_order(), kind: ManuscriptKind::Markdown, places, file })
}

/// Texts that stand side by side in the file as they do in the draft, as one.
fn joined<'t>(events: impl Iterator<Item = Placed<'t>>) -> Vec<Placed<'t>> {
    let mut joined: Vec<Placed<'t>> = Vec::new();
    let mut open: Option<(String, Range<usize>)> = None;
    let text = |(text, at): (String, Range<usize>)| (Event::Text(text.into()), at);
    for (event, at) in events {
        let plain = match &event {
            Event::Text(text) if text.len() == at.len() => Some(text),
            _ => None,
        };
        match (&mut open, plain) {
            (Some((before, place)), Some(more)) if place.end == at.start => {
                before.push_str(more);
                place.end = at.end;
            }
            (_, Some(first)) => joined.extend(open.replace((first.to_string(), at)).map(text)),
            (_, None) => {
                joined.extend(open.take().map(text));
                joined.push((event, at));
            }
        }
    }
    joined.extend(open.map(text));
    joined
}

/// The labels of footnotes, by the number that stands for the reference on the page.
#[derive(Default)]
struct Labels(Vec<String>);

impl Labels {
    /// Sets each reference to a footnote, defined or not, as a mark of a note that is known by its number; links keep their
    /// addresses as they are written.
    fn set<'t>(&mut self, source: &str, events: Vec<Placed<'t>>) -> Vec<Placed<'t>> {
        let mut set = Vec::with_capacity(events.len());
        // In code nothing is a reference, and the words of an image are not shown.
        let mut shut = 0;
        for (event, at) in events {
            match event {
                Event::Start(Tag::CodeBlock(_) | Tag::Image { .. }) => {
                    shut += 1;
                    set.push((event, at));
                }
                Event::End(TagEnd::CodeBlock | TagEnd::Image) => {
                    shut -= 1;
                    set.push((event, at));
                }
                event if shut > 0 => set.push((event, at)),
                Event::FootnoteReference(label) => set.push((self.reference(&label), at)),
                Event::Text(text) if text.len() == at.len() => self.text(source, &text, at, &mut set),
                Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                    let mail = if link_type == LinkType::Email { "mailto:" } else { "" };
                    let tag = format!("<a href=\"{mail}{}\">", escape(dest_url.as_ref()));
                    set.push((Event::InlineHtml(tag.into()), at));
                }
                event => set.push((event, at)),
            }
        }
        set
    }

    fn reference<'t>(&mut self, label: &str) -> Event<'t> {
        self.0.push(label.to_owned());
        let number = self.0.len() - 1;
        Event::InlineHtml(
            format!("<sup class=\"footnote-reference\"><a href=\"#\" {SET}=\"{number}\">*</a></sup>").into(),
        )
    }

    /// A text with the references in it that have no definition, as far as their labels could name something.
    fn text<'t>(&mut self, source: &str, text: &str, at: Range<usize>, set: &mut Vec<Placed<'t>>) {
        let mut from = 0;
        while let Some(open) = text[from..].find("[^").map(|open| from + open) {
            let label = &text[open + 2..];
            let end = label.find(|c: char| c.is_whitespace() || "[]".contains(c)).unwrap_or(label.len());
            let behind = open + 2 + end;
            let is_escaped = open == 0 && source[..at.start].ends_with('\\');
            if label[end..].starts_with(']') && could_name(&label[..end]) && !is_escaped {
                set.extend(piece(text, &at, from..open));
                set.push((self.reference(&label[..end]), at.start + open..at.start + behind + 1));
                from = behind + 1;
            } else {
                set.extend(piece(text, &at, from..open + 2));
                from = open + 2;
            }
        }
        set.extend(piece(text, &at, from..text.len()));
    }
}

/// A piece of a text, if there is any.
fn piece<'t>(text: &str, at: &Range<usize>, piece: Range<usize>) -> Option<Placed<'t>> {
    let place = at.start + piece.start..at.start + piece.end;
    (!piece.is_empty()).then(|| (Event::Text(text[piece].to_owned().into()), place))
}

/// What the definitions of footnotes say, by their labels in small letters.
type Notes = HashMap<String, String>;

/// Takes the definitions of footnotes out that are nothing but a name.
///
/// # Errors
/// One is nested beyond reason, or there are too many.
fn without_definitions_of_names(events: Vec<Placed<'_>>) -> Result<(Vec<Placed<'_>>, Notes), String> {
    let mut notes = Notes::new();
    let mut kept: Vec<Placed<'_>> = Vec::with_capacity(events.len());
    let mut open: Vec<(String, usize)> = Vec::new();
    let is_definition = |(event, _): &&Placed<'_>| matches!(event, Event::Start(Tag::FootnoteDefinition(_)));
    check_count(events.iter().filter(is_definition).count())?;
    for (event, at) in events {
        if let Event::Start(Tag::FootnoteDefinition(label)) = &event {
            open.push((label.to_lowercase(), kept.len()));
        }
        let is_end = matches!(event, Event::End(TagEnd::FootnoteDefinition));
        kept.push((event, at));
        if let Some((label, from)) = open.pop_if(|_| is_end) {
            let inner = kept[from + 1..kept.len() - 1].iter().map(|(event, _)| event.clone());
            let mut page = String::new();
            pulldown_cmark::html::push_html(&mut page, inner);
            let note = html::drafted(&page)?;
            if is_nothing_but_a_name(&note.words.text) {
                kept.truncate(from);
            }
            let addresses = note.hung.iter().filter_map(|hanging| match &hanging.hung {
                Hung::Link(address) => Some(address.as_str()),
                _ => None,
            });
            notes.entry(label).or_insert_with(|| with_addresses(&note.words.text, addresses));
        }
    }
    Ok((kept, notes))
}

/// The events of a draft as a page, with where each byte of it is written.
fn as_page(text: &str, events: Vec<Placed<'_>>) -> (String, Runs) {
    let page = Sheet::default();
    let mut marks = Vec::with_capacity(events.len() + 1);
    let written = events.iter().map(|(event, _)| {
        marks.push(page.0.borrow().len());
        event.clone()
    });
    // A sheet takes all that is written.
    let _ = write_html_fmt(&page, written);
    let page = page.0.take();
    marks.push(page.len());
    let mut runs = Runs::default();
    for ((event, at), own) in events.iter().zip(marks.windows(2)) {
        let own = own[0]..own[1];
        match event {
            Event::Html(html) | Event::InlineHtml(html) if text.get(at.clone()) == Some(html) => {
                runs.push(own, at.start);
            }
            Event::Text(said) => {
                escaped(own, said, (text.get(at.clone()).unwrap_or(""), at.start), &mut runs)
            }
            Event::Code(said) => {
                let inner = own.start + CODE.len()..own.end.saturating_sub(CODE.len() + 1);
                let source = text.get(at.clone()).unwrap_or("");
                let bare = source.trim_matches('`');
                let from = at.start + source.len() - source.trim_start_matches('`').len();
                // A space on both sides of code is no part of it.
                let space = usize::from(bare.len() == said.len() + 2);
                let bare = bare.get(space..bare.len() - space).unwrap_or(bare);
                escaped(inner, said, (bare, from + space), &mut runs);
            }
            _ => {}
        }
    }
    (page, runs)
}

const CODE: &str = "<code>";

/// Adds where the characters of a text that stand escaped on the page are written in the file, from some byte on.
fn escaped(own: Range<usize>, said: &str, (source, at): (&str, usize), runs: &mut Runs) {
    let length = |c: char| match c {
        '&' => "&amp;".len(),
        '<' | '>' => "&lt;".len(),
        _ => c.len_utf8(),
    };
    // The words of an image are written otherwise.
    if said.chars().map(length).sum::<usize>() != own.len() {
        return;
    }
    // The lines of code are one.
    let is_same = |(c, d): (char, char)| c == d || c == ' ' && d == '\n';
    if said.len() != source.len() || !said.chars().zip(source.chars()).all(is_same) {
        return runs.push_whole(own, at..at + source.len());
    }
    let (mut from, mut to) = (own.start, at);
    for c in said.chars() {
        match length(c) == c.len_utf8() {
            true => runs.push(from..from + c.len_utf8(), to),
            false => runs.push_whole(from..from + length(c), to..to + c.len_utf8()),
        }
        (from, to) = (from + length(c), to + c.len_utf8());
    }
}

/// A page that is written while it is looked how far.
#[derive(Default)]
struct Sheet(RefCell<String>);

impl fmt::Write for &Sheet {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.0.borrow_mut().push_str(words);
        Ok(())
    }
}
