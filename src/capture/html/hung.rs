//! What the writer of a draft hung on its words: claims, links and notes, with the words that each of them is about.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use dom_query::{Document, NodeId, NodeRef};

use super::nesting::check_depth;
use super::noscript::{NoScript, without_noscript};
use super::notes::Notes;
use super::texts::Texts;
use super::walk::{Asked, Seen, walk_for};
use crate::capture::pen::Pen;
use crate::capture::runs::Runs;
use crate::capture::words::{PagePart, Words};

/// What another format sets on an element of the page that it is written as: its value says what.
pub(in crate::capture) const SET: &str = "data-gainsay-set";

/// So many bytes of notes are kept, which may stand in each other.
const MOST_SAID: usize = 16 << 20;

/// A page that is a draft.
pub(in crate::capture) struct Drafted {
    pub(in crate::capture) words: Words<'static>,
    /// In the order of the elements.
    pub(in crate::capture) hung: Vec<Hanging>,
    /// Where the words stand in the page as it is written.
    pub(in crate::capture) written: Runs,
}

/// Something that hangs on words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::capture) struct Hanging {
    /// Bytes of the words; empty behind a word, where it holds none.
    pub(in crate::capture) at: Range<usize>,
    pub(in crate::capture) hung: Hung,
}

/// What hangs on words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::capture) enum Hung {
    /// What `data-claim` says.
    Claim(String),
    /// The address of a link.
    Link(String),
    /// The words of a note.
    Note(Rc<str>),
    /// What another format set.
    Set(String),
}

/// Reads a page that is a draft: all that it shows is its words.
///
/// # Errors
/// It is nested beyond reason, or its notes say more than is kept.
pub(in crate::capture) fn drafted(page: &str) -> Result<Drafted, String> {
    check_depth(page)?;
    let cut = without_noscript(page, NoScript::CutOut);
    let document = Document::from(cut.page.trim_start_matches('\u{FEFF}'));
    let notes = Notes::of(&document);
    notes.all().filter(|note| note.is_nothing_but_a_name()).for_each(|note| note.node.remove_from_parent());
    let mut asked: Asked = document.root().descendants_it().filter(bears).map(|node| node.id).collect();
    asked.extend(notes.all().map(|note| note.node.id));
    let (text, places) = tree_text(&document);
    let walked = walk_for(&document, Some(&asked));
    let (words, seen) = (shown(walked.pen), walked.seen);
    let hung = hung(&document, &words, &seen, &notes)?;
    let mut of_tree = Runs::default();
    for (node, at) in &seen.texts {
        let Some(own) = places.get(node) else { continue };
        of_tree.lay((&words.text[at.clone()], at.start), (&text[own.clone()], own.start));
    }
    let texts = Texts::of(page);
    let mut in_texts = Runs::default();
    in_texts.lay((&text, 0), (&texts.text, 0));
    Ok(Drafted { hung, written: of_tree.then(&in_texts).then(&texts.written), words })
}

/// The words of what is all one text.
pub(super) fn shown(pen: Pen) -> Words<'static> {
    let (mut words, _) = pen.done();
    for part in words.parts.iter_mut().filter(|part| part.place == PagePart::Page) {
        part.place = PagePart::Text;
    }
    words.layered(&[])
}

/// Whether an element bears something that hangs on its words.
fn bears(node: &NodeRef<'_>) -> bool {
    node.has_attr("data-claim") || node.has_attr(SET) || node.has_name("a") && node.has_attr("href")
}

/// All texts of a page, one behind the other, with where each stands.
fn tree_text(document: &Document) -> (String, HashMap<NodeId, Range<usize>>) {
    let (mut text, mut places) = (String::new(), HashMap::new());
    for node in document.root().descendants_it().filter(NodeRef::is_text) {
        let from = text.len();
        text.push_str(&node.text());
        places.insert(node.id, from..text.len());
    }
    (text, places)
}

fn hung(
    document: &Document,
    words: &Words<'_>,
    seen: &Seen,
    notes: &Notes<'_>,
) -> Result<Vec<Hanging>, String> {
    let within = |at: &Range<usize>| {
        let inner = words.text[at.clone()].trim_ascii_start();
        if inner.is_empty() { at.start..at.start } else { at.end - inner.len()..at.end }
    };
    let shown: HashMap<NodeId, Range<usize>> =
        seen.elements.iter().map(|(node, at)| (*node, within(at))).collect();
    let mut said: HashMap<NodeId, Rc<str>> = HashMap::new();
    let mut bytes = 0;
    for note in notes.all() {
        let own = shown.get(&note.node.id).map_or("", |at| &words.text[at.clone()]);
        let note_said = note.said(own);
        bytes += note_said.len();
        if bytes > MOST_SAID {
            return Err(format!("its notes say more than {} MB together", MOST_SAID >> 20));
        }
        said.insert(note.node.id, note_said.into());
    }
    let mut hung = Vec::new();
    for (id, at) in &seen.elements {
        let Some(node) = document.tree.get(id) else { continue };
        let at = within(at);
        if let Some(set) = node.attr(SET) {
            hung.push(Hanging { at, hung: Hung::Set(set.to_string()) });
            continue;
        }
        if let Some(claim) = node.attr("data-claim") {
            hung.push(Hanging { at: at.clone(), hung: Hung::Claim(claim.trim().to_owned()) });
        }
        let Some(address) = node.attr("href").filter(|_| node.has_name("a")) else { continue };
        let address = address.trim();
        match notes.of_link(id).and_then(|note| said.get(&note)) {
            Some(said) => hung.push(Hanging { at: at.end..at.end, hung: Hung::Note(said.clone()) }),
            None if address.starts_with('#') || address.is_empty() => {}
            None => hung.push(Hanging { at, hung: Hung::Link(address.to_owned()) }),
        }
    }
    Ok(hung)
}
