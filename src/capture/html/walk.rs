//! Walking the tree of a page in its order, and writing down what a reader sees.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use dom_query::{Document, NodeId, NodeRef};

use super::about;
use super::elements::{Element, element};
use super::look::{Children, Hidden, Look, RaisedBy, is_initial, look};
use super::marks::{Raised, is_like_note, is_note_link, raised};
use super::sheet::Sheets;
use super::style::Display;
use crate::capture::pen::{Gap, Pen};
use crate::capture::words::PagePart;
use crate::text::Wall;

/// What was met on the way.
pub(super) struct Walked<'d> {
    pub(super) pen: Pen,
    /// Elements whose words no reader sees.
    pub(super) left_out: Vec<NodeRef<'d>>,
    pub(super) shape: Shape,
    pub(super) seen: Seen,
}

/// Elements of which is asked where they stand in the words, and with them all texts.
pub(super) type Asked = HashSet<NodeId>;

/// Where in the words stands what was asked for, in bytes.
#[derive(Default)]
pub(super) struct Seen {
    /// In the order in which they begin; from the end of the word before.
    pub(super) elements: Vec<(NodeId, Range<usize>)>,
    /// Each text of the page that was written, and as what.
    pub(super) texts: Vec<(NodeId, Range<usize>)>,
}

/// How a page is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) depth: usize,
    pub(super) elements: usize,
    pub(super) has_scripts: bool,
}

/// Elements of a kind that hide so many bytes of words may be what a script shows.
const MUCH: usize = 500;

/// Bytes of words that the page itself hides, by the kind of the elements: their name and classes.
type HiddenBytes = HashMap<String, usize>;

/// Walks a page. Where it hides more than it shows, a script is what shows it: what is hidden is then taken as seen.
pub(super) fn walk(document: &Document) -> Walked<'_> {
    walk_for(document, None)
}

/// As [`walk`], and looks on the way where some elements stand.
pub(super) fn walk_for<'d>(document: &'d Document, asked: Option<&Asked>) -> Walked<'d> {
    let sheets = Sheets::of(document);
    let (walked, hidden) = Walker::new(&sheets, HiddenBytes::new(), asked).walk(document);
    let shown = walked.pen.written().len();
    let bytes: usize = hidden.values().sum();
    if bytes > MUCH && bytes > shown {
        return Walker::new(&sheets, hidden, asked).walk(document).0;
    }
    walked
}

/// What the elements around a word say of it.
#[derive(Clone, Copy, Debug)]
struct Around {
    place: PagePart,
    preformatted: bool,
    /// In a drawing, whose titles are shown to who points at them alone.
    drawn: bool,
    quotations: usize,
    children: Children,
}

/// What is left to do, the last first.
enum Step<'d> {
    Enter(NodeRef<'d>, Around),
    Gap(Gap),
    Wall(Wall),
    Close(PagePart, &'static str),
    /// An element ends that is asked for: which of those that were seen.
    Leave(usize),
}

struct Walker<'d, 's> {
    pen: Pen,
    left_out: Vec<NodeRef<'d>>,
    shape: Shape,
    sheets: &'s Sheets,
    hidden: HiddenBytes,
    /// What an earlier walk found hidden.
    hidden_before: HiddenBytes,
    steps: Vec<Step<'d>>,
    /// Of the page, as far as its first part.
    language: String,
    asked: Option<&'s Asked>,
    seen: Seen,
}

impl<'d, 's> Walker<'d, 's> {
    fn new(sheets: &'s Sheets, hidden_before: HiddenBytes, asked: Option<&'s Asked>) -> Self {
        Walker {
            pen: Pen::new(),
            left_out: Vec::new(),
            shape: Shape::default(),
            sheets,
            hidden: HiddenBytes::new(),
            hidden_before,
            steps: Vec::new(),
            language: String::new(),
            asked,
            seen: Seen::default(),
        }
    }

    fn walk(mut self, document: &'d Document) -> (Walked<'d>, HiddenBytes) {
        let around = Around {
            place: PagePart::Page,
            preformatted: false,
            drawn: false,
            quotations: 0,
            children: Children::InText,
        };
        self.steps.push(Step::Enter(document.root(), around));
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Gap(gap) => self.pen.gap(gap),
                Step::Wall(wall) => self.pen.wall(wall),
                Step::Close(place, mark) => self.pen.words(mark, place),
                Step::Enter(node, around) => self.enter(&node, around),
                Step::Leave(number) => self.seen.elements[number].1.end = self.pen.written().len(),
            }
            self.shape.depth = self.shape.depth.max(self.steps.len());
        }
        let Walker { pen, left_out, shape, seen, hidden, .. } = self;
        (Walked { pen, left_out, shape, seen }, hidden)
    }

    fn enter(&mut self, node: &NodeRef<'d>, around: Around) {
        // The next one is written behind all that is in this one.
        if node.is_text() {
            let text = node.text();
            let from = self.pen.written().len();
            match around.preformatted {
                true => self.pen.lines(&text, around.place),
                false => self.pen.words(&text, around.place),
            }
            if self.asked.is_some() {
                self.seen.texts.push((node.id, from..self.pen.written().len()));
            }
        } else if let Some(name) = node.node_name() {
            self.shape.elements += 1;
            self.element(node, &name.to_ascii_lowercase(), around);
        } else if node.is_document() {
            self.inside(node, around);
        }
    }

    fn element(&mut self, node: &NodeRef<'d>, name: &str, around: Around) {
        // What was set to mark a place does nothing else there.
        if name == "wbr" && self.is_asked_for(node) {
            return self.see(node);
        }
        if name == "head" {
            return self.head(node, around);
        }
        if around.drawn && name == "title" {
            return self.left_out.push(*node);
        }
        let look = look(node, name, self.sheets);
        match name {
            "html" => {
                let language = node.attr("lang").unwrap_or_default().to_ascii_lowercase();
                self.language = language.split(['-', '_']).next().unwrap_or_default().to_owned();
            }
            "body" => {}
            _ if self.is_left_out(node, name, look.hidden) => return self.left_out.push(*node),
            _ => {}
        }
        let is_struck = look.is_struck && name != "body" || matches!(element(name), Element::Struck);
        if !is_struck && self.is_asked_for(node) {
            self.steps.push(Step::Leave(self.seen.elements.len()));
            self.see(node);
        }
        let place = about::place(node, name).unwrap_or(around.place);
        let beside = around.children;
        let drawn = around.drawn || name == "svg";
        let around = Around { place, drawn, children: look.children, ..around };
        match element(name) {
            Element::Script => self.shape.has_scripts = true,
            Element::Unseen => self.pen.gap(Gap::Space),
            Element::Ruby => self.left_out.push(*node),
            Element::Struck => self.struck(node),
            _ if is_struck => self.struck(node),
            Element::Break => self.pen.break_passage(),
            Element::Apart => self.apart(node, Gap::Space.max(look.gap), around),
            Element::Block if matches!(name, "div" | "p") && look.display == Some(Display::Inline) => {
                self.apart(node, Gap::Space, around);
            }
            Element::Block => self.apart(node, Gap::Block, around),
            Element::Item => self.walled(node, Wall::Item, Gap::Line, around),
            Element::Heading => self.walled(node, Wall::Break, Gap::Block, around),
            Element::Cell => self.apart(node, Gap::Cell, around),
            Element::Preformatted => self.apart(node, Gap::Block, Around { preformatted: true, ..around }),
            Element::Quotation => self.quotation(node, around),
            Element::Raised => self.raised(node, around),
            Element::Inline => self.inline(node, name, look, around, beside),
        }
    }

    fn is_asked_for(&self, node: &NodeRef<'d>) -> bool {
        self.asked.is_some_and(|asked| asked.contains(&node.id))
    }

    fn see(&mut self, node: &NodeRef<'d>) {
        let at = self.pen.written().len();
        self.seen.elements.push((node.id, at..at));
    }

    /// Sees what is asked for in an element of which it is known what becomes of it.
    fn see_inside(&mut self, node: &NodeRef<'d>) {
        if self.asked.is_some() {
            for inner in node.descendants_it() {
                if self.is_asked_for(&inner) {
                    self.see(&inner);
                }
            }
        }
    }

    /// Whether no reader sees what is in an element.
    fn is_left_out(&mut self, node: &NodeRef<'d>, name: &str, hidden: Option<Hidden>) -> bool {
        match hidden {
            None => false,
            Some(Hidden::ForEars) => true,
            Some(Hidden::Away) => {
                let kind = format!("{name} {}", node.attr("class").unwrap_or_default());
                if self.hidden_before.get(&kind).is_some_and(|bytes| *bytes > MUCH) {
                    return false;
                }
                *self.hidden.entry(kind).or_default() += node.text().trim().len();
                true
            }
        }
    }

    fn struck(&mut self, node: &NodeRef<'d>) {
        self.pen.strike();
        self.left_out.push(*node);
    }

    /// An element that stands in its line, if no style and no box around it puts it apart.
    fn inline(&mut self, node: &NodeRef<'d>, name: &str, look: Look, around: Around, beside: Children) {
        let before = if self.pen.is_joined() { self.pen.written() } else { "" };
        match look.raised {
            Some(RaisedBy::Style) => return self.raised(node, around),
            Some(RaisedBy::Class) if is_like_note(node, before) => return self.raised(node, around),
            _ => {}
        }
        if name == "a" && self.pen.is_in_line() && is_note_link(node, before) {
            return self.note(node);
        }
        let of_box = if beside == Children::Boxes { Gap::Cell } else { Gap::None };
        // The words of two elements that only the page knows may stand anywhere: their numbers are not joined.
        let of_name = if name.contains('-') || name == "sub" { Gap::Numbers } else { Gap::None };
        match look.gap.max(of_box) {
            Gap::None if of_name == Gap::None => self.inside(node, around),
            Gap::None => self.apart(node, of_name, around),
            _ if is_initial(node) => self.inside(node, around),
            gap => self.apart(node, gap, around),
        }
    }

    /// The mark of a note, which is left out; it joins no numbers.
    fn note(&mut self, node: &NodeRef<'d>) {
        self.see_inside(node);
        self.pen.gap(Gap::Numbers);
        self.left_out.push(*node);
    }

    /// What is in an element, in order.
    fn inside(&mut self, node: &NodeRef<'d>, around: Around) {
        // Written down the last first, so that the first is the next.
        let mut child = node.last_child();
        while let Some(inner) = child {
            child = inner.prev_sibling();
            self.steps.push(Step::Enter(inner, around));
        }
    }

    fn apart(&mut self, node: &NodeRef<'d>, gap: Gap, around: Around) {
        self.pen.gap(gap);
        self.steps.push(Step::Gap(gap));
        self.inside(node, around);
    }

    /// As [`Self::apart`], of what is no passage with what stands before or behind it.
    fn walled(&mut self, node: &NodeRef<'d>, wall: Wall, gap: Gap, around: Around) {
        self.pen.wall(wall);
        self.steps.push(Step::Wall(wall));
        self.apart(node, gap, around);
    }

    /// Of the head its title is seen, in the tab.
    fn head(&mut self, node: &NodeRef<'d>, around: Around) {
        let mut child = node.last_child();
        while let Some(inner) = child {
            child = inner.prev_sibling();
            if inner.has_name("title") {
                self.steps.push(Step::Enter(inner, around));
            } else if inner.has_name("script") {
                self.shape.has_scripts = true;
            }
        }
    }

    fn quotation(&mut self, node: &NodeRef<'d>, around: Around) {
        let (open, close) = if around.quotations.is_multiple_of(2) { ("“", "”") } else { ("‘", "’") };
        self.pen.words(open, around.place);
        self.steps.push(Step::Close(around.place, close));
        self.inside(node, Around { quotations: around.quotations + 1, ..around });
    }

    fn raised(&mut self, node: &NodeRef<'d>, around: Around) {
        let before = if self.pen.is_joined() { self.pen.written() } else { "" };
        match raised(node, before, &self.language) {
            Raised::Note => self.note(node),
            Raised::Power(power) => {
                self.pen.words(&power, around.place);
                self.see_inside(node);
            }
            Raised::Words => self.inside(node, around),
        }
    }
}
