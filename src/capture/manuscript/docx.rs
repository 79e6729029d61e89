//! A draft in DOCX: its comments with their ranges, its notes and its links.

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::draft::{Manuscript, ManuscriptKind, Mark, MarkKind};
use super::marks::{Marks, check_count};
use crate::capture::docx::{self, BODY, Margin, NOTES, Seen, as_page, name, push_notes};
use crate::capture::html::{self, Hanging, Hung, SET, is_nothing_but_a_name, with_addresses};
use crate::capture::kind::FileKind;
use crate::capture::read::bounded;
use crate::capture::runs::Runs;
use crate::capture::zipped::Zipped;

/// The part that holds the comments.
const COMMENTS: &str = "word/comments.xml";

/// Reads a draft in DOCX.
///
/// # Errors
/// A part that cannot be read, or marks that say more than is kept: why.
pub(super) fn read(zip: &Zipped<'_>) -> Result<Manuscript<'static>, String> {
    let mut held = Held::default();
    let mut page = String::new();
    for part in [COMMENTS].into_iter().chain(NOTES).filter(|part| zip.has(part)) {
        let written = written(zip, part, &mut held)?;
        if part != COMMENTS {
            push_notes(&mut page, &written);
        }
    }
    page.insert_str(0, &written(zip, BODY, &mut held)?);
    bounded(page.as_bytes(), FileKind::Docx).map_err(|unread| unread.to_string())?;
    let html::Drafted { words, hung, .. } = html::drafted(&page)?;
    let file = docx::read(zip)?.text.into_owned();
    let mut places = Runs::default();
    places.lay((words.article(), 0), (&file, 0));
    let marks = held.marks(&words.text, &hung)?;
    Ok(Manuscript { words, marks, kind: ManuscriptKind::Docx, file, places })
}

/// A part as a page is written, with what hangs on its words set as numbers.
fn written(zip: &Zipped<'_>, part: &str, held: &mut Held) -> Result<String, String> {
    let of_part = |why| format!("its part `{part}`: {why}");
    held.links = match part.rsplit_once('/').map(|(folder, file)| format!("{folder}/_rels/{file}.rels")) {
        Some(rels) if zip.has(&rels) => links(&zip.part(&rels)?).map_err(of_part)?,
        _ => HashMap::new(),
    };
    let mut page = as_page(&zip.part(part)?, held).map_err(of_part)?;
    held.put(&mut page);
    Ok(page)
}

/// The addresses outside of the document that its links lead to, by their names.
fn links(rels: &[u8]) -> Result<HashMap<String, String>, String> {
    let xml = String::from_utf8_lossy(rels);
    let mut reader = Reader::from_str(&xml);
    let mut links = HashMap::new();
    loop {
        match reader.read_event().map_err(|why| format!("it is broken: {why}"))? {
            Event::Eof => return Ok(links),
            Event::DocType(_) => return Err(DECLARES.to_owned()),
            Event::Start(start) | Event::Empty(start) if name(&start) == "Relationship" => {
                let is_outside = attribute(&start, "TargetMode").is_some_and(|mode| mode == "External");
                if let (Some(id), Some(target), true) =
                    (attribute(&start, "Id"), attribute(&start, "Target"), is_outside)
                {
                    links.insert(id, target);
                }
            }
            _ => {}
        }
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes().flatten();
    let value = attributes.find(|attribute| attribute.key.local_name().into_inner() == name)?.value;
    Some(quick_xml::escape::unescape(&value).map_or_else(|_| value.to_string(), |value| value.into_owned()))
}

/// What notes and comments are called by: what they are, and their number in the document.
type Name = (&'static str, String);

/// What is held of a document besides its words.
#[derive(Default)]
struct Held {
    /// The addresses of the part that is read, by their names.
    links: HashMap<String, String>,
    /// What notes and comments say.
    said: HashMap<Name, String>,
    /// What is set on the page, by its number.
    set: Vec<Set>,
    /// The numbers of comments.
    comments: HashMap<String, usize>,
    /// What is set before the next words.
    pending: String,
    /// Comments that began in the paragraph.
    begun: Vec<usize>,
    /// The note or comment that is read, and the byte of the page at which it begins.
    open: Option<(Name, usize)>,
    /// How many notes and comments were read.
    notes: usize,
}

/// What is set on a page.
enum Set {
    Link(String),
    Said(Name),
}

/// Where something is set that hangs on words; its letter stands before its number.
mod edge {
    pub(super) const LINK: &str = "l";
    pub(super) const NOTE: &str = "n";
    /// A comment begins, ends, has its mark; the paragraph ends in which it began.
    pub(super) const START: &str = "s";
    pub(super) const END: &str = "e";
    pub(super) const REFERENCE: &str = "r";
    pub(super) const PARAGRAPH: &str = "p";
}

/// Where the ends of a comment stand, in bytes of the words.
#[derive(Clone, Copy, Default)]
struct Ends {
    start: Option<usize>,
    end: Option<usize>,
    paragraph: Option<usize>,
    reference: Option<usize>,
}

impl Held {
    /// Sets something before the next words.
    fn set(&mut self, edge: &str, number: usize) {
        self.pending.push_str(&format!("<wbr {SET}={edge}{number}>"));
    }

    /// Writes down what was to be set.
    fn put(&mut self, page: &mut String) {
        page.push_str(&self.pending);
        self.pending.clear();
    }

    fn number(&mut self, set: Set) -> usize {
        self.set.push(set);
        self.set.len() - 1
    }

    fn comment(&mut self, id: String) -> usize {
        if let Some(number) = self.comments.get(&id) {
            return *number;
        }
        let number = self.number(Set::Said(("comment", id.clone())));
        self.comments.insert(id, number);
        number
    }

    /// What a note or a comment says, with the addresses that it leads to, and whether it is nothing but a name.
    fn note(&self, page: &str) -> Result<(String, IsName), String> {
        let html::Drafted { words, hung, .. } = html::drafted(page)?;
        let addresses = hung.iter().filter_map(|hanging| match self.what(hanging) {
            Some((edge::LINK, _, Set::Link(address))) => Some(address.as_str()),
            _ => None,
        });
        let is_name = if is_nothing_but_a_name(&words.text) { IsName::Yes } else { IsName::No };
        Ok((with_addresses(&words.text, addresses), is_name))
    }

    /// What was set, where, and by which number.
    fn what<'h>(&'h self, hanging: &'h Hanging) -> Option<(&'h str, usize, &'h Set)> {
        let Hung::Set(value) = &hanging.hung else { return None };
        let (edge, number) = value.split_at_checked(1)?;
        let number = number.parse().ok()?;
        Some((edge, number, self.set.get(number)?))
    }

    /// The marks, in the order of their places.
    fn marks(&self, words: &str, hung: &[Hanging]) -> Result<Vec<Mark>, String> {
        let mut marks = Marks::default();
        let mut comments = vec![Ends::default(); self.set.len()];
        for hanging in hung {
            let Some((edge, number, set)) = self.what(hanging) else { continue };
            let at = hanging.at.start;
            let ends = &mut comments[number];
            match (edge, set) {
                (edge::LINK, Set::Link(address)) if !hanging.at.is_empty() => {
                    marks.add(MarkKind::Link, hanging.at.clone(), address)?;
                }
                (edge::NOTE, Set::Said(note)) => {
                    let said = self.said.get(note).map_or("", String::as_str);
                    marks.add(MarkKind::Footnote, at..at, said)?;
                }
                (edge::START, _) => ends.start = ends.start.or(Some(at)),
                (edge::END, _) if ends.start.is_some() => ends.end = ends.end.or(Some(at)),
                (edge::PARAGRAPH, _) => ends.paragraph = ends.paragraph.or(Some(at)),
                (edge::REFERENCE | edge::END, _) => ends.reference = ends.reference.or(Some(at)),
                _ => {}
            }
        }
        for (ends, set) in comments.iter().zip(&self.set) {
            if let (Some(at), Set::Said(comment)) = (ends.words(words), set) {
                let said = self.said.get(comment).map_or("", String::as_str);
                marks.add(MarkKind::Comment, at, said)?;
            }
        }
        Ok(marks.in_order())
    }
}

/// Whether a note is nothing but a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum IsName {
    Yes,
    No,
}

impl Ends {
    /// The words that a comment is about: what does not end, or ends before it begins, ends with its paragraph; what does not
    /// begin hangs on its mark.
    fn words(self, words: &str) -> Option<Range<usize>> {
        let Some(start) = self.start else { return self.reference.map(|at| at..at) };
        let end = self.end.or(self.paragraph).unwrap_or(start).max(start);
        let inner = words[start..end].trim_ascii_start();
        Some(if inner.is_empty() { start..start } else { end - inner.len()..end })
    }
}

impl Margin for Held {
    fn begins(&mut self, page: &mut String, start: &BytesStart<'_>, is_seen: Seen) {
        let id = || attribute(start, "id").unwrap_or_default();
        let called = |kind| (kind, id());
        match name(start) {
            "comment" => self.open = Some((called("comment"), page.len())),
            "footnote" => self.open = Some((called("footnote"), page.len())),
            "endnote" => self.open = Some((called("endnote"), page.len())),
            "commentRangeStart" => {
                let number = self.comment(id());
                self.set(edge::START, number);
                self.begun.push(number);
            }
            "commentRangeEnd" => {
                let number = self.comment(id());
                self.set(edge::END, number);
            }
            "commentReference" => {
                let number = self.comment(id());
                self.set(edge::REFERENCE, number);
            }
            _ if is_seen == Seen::No => {}
            "footnoteReference" => {
                let number = self.number(Set::Said(called("footnote")));
                self.set(edge::NOTE, number);
            }
            "endnoteReference" => {
                let number = self.number(Set::Said(called("endnote")));
                self.set(edge::NOTE, number);
            }
            "r" | "t" | "hyperlink" => self.put(page),
            _ => {}
        }
    }

    fn ends(&mut self, page: &mut String, name: &str) -> Result<(), String> {
        match name {
            "p" => {
                for number in std::mem::take(&mut self.begun) {
                    self.set(edge::PARAGRAPH, number);
                }
                self.put(page);
            }
            "comment" | "footnote" | "endnote" => {
                let Some((called, from)) = self.open.take() else { return Ok(()) };
                self.notes += 1;
                check_count(self.notes)?;
                let (said, is_name) = self.note(&page[from..])?;
                if is_name == IsName::Yes || name == "comment" {
                    page.truncate(from);
                }
                self.said.entry(called).or_insert(said);
            }
            _ => {}
        }
        Ok(())
    }

    fn link(&mut self, start: &BytesStart<'_>) -> String {
        let Some(address) = attribute(start, "id").and_then(|id| self.links.get(&id).cloned()) else {
            return String::new();
        };
        let address = match attribute(start, "anchor") {
            Some(anchor) => format!("{address}#{anchor}"),
            None => address,
        };
        format!(" {SET}={}{}", edge::LINK, self.number(Set::Link(address)))
    }

    fn declares(&mut self) -> Result<(), String> {
        Err(DECLARES.to_owned())
    }
}

/// Why a part is refused that declares entities, which could lead out of it.
const DECLARES: &str = "it declares its own entities, which documents do not, and is refused";
