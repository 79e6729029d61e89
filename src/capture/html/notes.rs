//! The notes of a page that is a draft: what the links of their marks lead to.

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeId, NodeRef};

use super::about;
use crate::capture::words::PagePart;

/// The notes of a page, each once.
pub(super) struct Notes<'d> {
    all: Vec<Note<'d>>,
    by_link: HashMap<NodeId, NodeId>,
}

/// A note, by the element that holds its words.
pub(super) struct Note<'d> {
    pub(super) node: NodeRef<'d>,
    /// Its words with white space run together, if they are few.
    short: Option<String>,
    addresses: Vec<String>,
}

/// The mark of a note has no more characters.
const LONGEST_MARK: usize = 10;

/// A note is looked for in so many elements around the place that a link leads to.
const AROUND: usize = 4;

/// A note of more bytes is more than a name.
const SHORT: usize = 1000;

/// So many addresses are taken from one note.
const MOST_ADDRESSES: usize = 100;

/// So many nodes are looked at in notes, which may stand in each other.
const MOST_NODES: usize = 1 << 21;

impl<'d> Notes<'d> {
    /// The notes that links of a page lead to. A note stands behind its mark: what leads back to a mark is none of it.
    pub(super) fn of(document: &'d Document) -> Self {
        let (mut links, mut targets) = (Vec::new(), HashMap::new());
        for node in document.root().descendants_it() {
            let names = [node.attr("id"), node.attr("name").filter(|_| node.has_name("a"))];
            for name in names.into_iter().flatten() {
                targets.entry(name.to_string()).or_insert(node);
            }
            let to = node.attr("href").filter(|_| node.has_name("a"));
            if let Some(to) = to.as_deref().and_then(|to| to.trim().strip_prefix('#')) {
                links.push((node, to.to_owned()));
            }
        }
        let mut notes = Notes { all: Vec::new(), by_link: HashMap::new() };
        let mut holders: HashMap<NodeId, Option<(NodeRef<'d>, IsCalled)>> = HashMap::new();
        let (mut known, mut left) = (HashSet::new(), MOST_NODES);
        for (link, to) in links {
            let Some(target) = targets.get(&to) else { continue };
            let Some((node, is_called)) = *holders.entry(target.id).or_insert_with(|| holder(target)) else {
                continue;
            };
            // Nodes are numbered as they are written: what holds the link stands before it too.
            if node.id > link.id && (is_called == IsCalled::Note || is_mark(&link)) {
                notes.by_link.insert(link.id, node.id);
                if known.insert(node.id) {
                    notes.all.push(Note::new(node, &mut left));
                }
            }
        }
        notes
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Note<'d>> {
        self.all.iter()
    }

    /// The note that a link leads to, by its element.
    pub(super) fn of_link(&self, link: &NodeId) -> Option<NodeId> {
        self.by_link.get(link).copied()
    }
}

impl<'d> Note<'d> {
    fn new(node: NodeRef<'d>, left: &mut usize) -> Self {
        let (mut text, mut addresses) = (String::new(), Vec::new());
        for inner in node.descendants_it() {
            if *left == 0 {
                break;
            }
            *left -= 1;
            if inner.is_text() && text.len() <= SHORT {
                text.push_str(&inner.text());
                text.push(' ');
            }
            let address = inner.attr("href").filter(|_| inner.has_name("a")).unwrap_or_default();
            let address = address.trim();
            let is_own = !address.is_empty() && !address.starts_with('#');
            if is_own && addresses.len() < MOST_ADDRESSES {
                addresses.push(address.to_owned());
            }
        }
        let short = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Note { node, short: Some(short).filter(|_| text.len() <= SHORT), addresses }
    }

    /// Whether it holds the name of something on record or an address, and else nothing but marks.
    pub(super) fn is_nothing_but_a_name(&self) -> bool {
        self.short.as_deref().is_some_and(is_nothing_but_a_name)
    }

    /// The words of the note as they are shown, else as they stand there; with the addresses that it leads to.
    pub(super) fn said(&self, shown: &str) -> String {
        let own = if shown.is_empty() { self.short.as_deref().unwrap_or("") } else { shown };
        with_addresses(own, self.addresses.iter().map(String::as_str))
    }
}

/// The words of a note, and behind them the addresses that it leads to, but for those that it says.
pub(in crate::capture) fn with_addresses<'a>(
    words: &str,
    addresses: impl Iterator<Item = &'a str>,
) -> String {
    let mut said = words.to_owned();
    for address in addresses.take(MOST_ADDRESSES).filter(|address| !words.contains(*address)) {
        said.push(' ');
        said.push_str(address);
    }
    said
}

/// Whether words are one name of something on record, or one address, and else nothing but marks and their numbers.
pub(in crate::capture) fn is_nothing_but_a_name(words: &str) -> bool {
    let mut own = words.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    match (own.next(), own.next()) {
        (Some(name), None) => could_name(name.trim_matches(|c: char| "[](){}<>`.,;".contains(c))),
        _ => false,
    }
}

/// Whether a word has the form of a full name or an address.
pub(in crate::capture) fn could_name(word: &str) -> bool {
    word.contains(['#', '/']) && word.contains(char::is_alphabetic) && !word.contains(char::is_whitespace)
}

/// Whether the page calls something a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum IsCalled {
    Note,
    Otherwise,
}

/// The element that holds the words of a note, where a link leads to one, and what the page calls it.
fn holder<'d>(target: &NodeRef<'d>) -> Option<(NodeRef<'d>, IsCalled)> {
    const IN_LINE: [&str; 9] = ["a", "sup", "span", "b", "i", "em", "strong", "small", "cite"];
    let mut node = *target;
    for _ in 0..AROUND {
        let name = node.node_name()?;
        if matches!(
            name.as_ref(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "body" | "html" | "main" | "article"
        ) {
            return None;
        }
        if !IN_LINE.contains(&name.as_ref()) {
            return Some((node, is_called(target)));
        }
        node = node.parent()?;
    }
    None
}

/// Whether a link is short as the mark of a note is: a number, a letter, a sign.
fn is_mark(link: &NodeRef<'_>) -> bool {
    let text = link.text();
    let words = text.trim();
    let bare = words.trim_matches(['[', ']', '(', ')']);
    let is_raised = || link.ancestors_it(Some(2)).any(|outer| outer.has_name("sup"));
    let is_number = bare.len() <= 3 && bare.bytes().all(|byte| byte.is_ascii_digit());
    let is_sign = bare.chars().count() == 1;
    words.chars().count() <= LONGEST_MARK
        && (is_number || is_sign || is_raised() || link.descendants_it().any(|inner| inner.has_name("sup")))
}

/// What the page calls an element, or one close around it.
fn is_called(node: &NodeRef<'_>) -> IsCalled {
    let is_note = std::iter::once(*node).chain(node.ancestors_it(Some(2 * AROUND))).any(|node| {
        let role = node.attr("role").unwrap_or_default();
        matches!(role.as_ref(), "doc-footnote" | "doc-endnote" | "doc-endnotes" | "note")
            || node.node_name().is_some_and(|name| about::place(&node, &name) == Some(PagePart::Footnote))
    });
    if is_note { IsCalled::Note } else { IsCalled::Otherwise }
}
