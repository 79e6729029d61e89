//! Walking the tree of a page in its order, and writing down what a reader sees.

use dom_query::{Document, NodeRef};

use super::about;
use super::elements::{Element, element};
use super::hidden::{Hidden, hidden};
use super::marks::{Raised, raised};
use crate::capture::pen::{Gap, Pen};
use crate::capture::words::PagePart;
use crate::text::Wall;

/// What was met on the way.
pub(super) struct Walked<'d> {
    pub(super) pen: Pen,
    /// Elements whose words no reader sees.
    pub(super) left_out: Vec<NodeRef<'d>>,
    pub(super) shape: Shape,
}

/// How a page is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) depth: usize,
    pub(super) elements: usize,
    pub(super) has_scripts: bool,
    /// Bytes of words that the page itself hides.
    hidden: usize,
}

/// An element that hides so many bytes of words may be what a script shows.
const MUCH: usize = 500;

/// What becomes of an element that hides much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Much {
    LeftOut,
    Shown,
}

/// Walks a page. Where it hides more than it shows, a script is what shows it: what is hidden is then taken as seen.
pub(super) fn walk(document: &Document) -> Walked<'_> {
    let walked = Walker::new(Much::LeftOut).walk(document);
    let shown = walked.pen.written().len();
    if walked.shape.hidden > MUCH && walked.shape.hidden > shown {
        return Walker::new(Much::Shown).walk(document);
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
}

/// What is left to do, the last first.
enum Step<'d> {
    Enter(NodeRef<'d>, Around),
    Gap(Gap),
    Wall(Wall),
    Close(PagePart, &'static str),
}

struct Walker<'d> {
    pen: Pen,
    left_out: Vec<NodeRef<'d>>,
    shape: Shape,
    much: Much,
    steps: Vec<Step<'d>>,
}

impl<'d> Walker<'d> {
    fn new(much: Much) -> Self {
        Walker { pen: Pen::new(), left_out: Vec::new(), shape: Shape::default(), much, steps: Vec::new() }
    }

    fn walk(mut self, document: &'d Document) -> Walked<'d> {
        let around = Around { place: PagePart::Page, preformatted: false, drawn: false, quotations: 0 };
        self.steps.push(Step::Enter(document.root(), around));
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Gap(gap) => self.pen.gap(gap),
                Step::Wall(wall) => self.pen.wall(wall),
                Step::Close(place, mark) => self.pen.words(mark, place),
                Step::Enter(node, around) => self.enter(&node, around),
            }
            self.shape.depth = self.shape.depth.max(self.steps.len());
        }
        Walked { pen: self.pen, left_out: self.left_out, shape: self.shape }
    }

    fn enter(&mut self, node: &NodeRef<'d>, around: Around) {
        // The next one is written behind all that is in this one.
        if node.is_text() {
            let text = node.text();
            match around.preformatted {
                true => self.pen.lines(&text, around.place),
                false => self.pen.words(&text, around.place),
            }
        } else if let Some(name) = node.node_name() {
            self.shape.elements += 1;
            self.element(node, &name.to_ascii_lowercase(), around);
        } else if node.is_document() {
            self.inside(node, around);
        }
    }

    fn element(&mut self, node: &NodeRef<'d>, name: &str, around: Around) {
        if name == "head" {
            return self.head(node, around);
        }
        if around.drawn && name == "title" {
            return self.left_out.push(*node);
        }
        let kind = element(name);
        if name != "body" && name != "html" {
            match hidden(node, name) {
                Some(Hidden::ForEars) => return self.left_out.push(*node),
                Some(Hidden::Away) => {
                    let bytes = node.text().trim().len();
                    if self.much == Much::LeftOut || bytes <= MUCH {
                        self.shape.hidden += bytes;
                        return self.left_out.push(*node);
                    }
                }
                None => {}
            }
        }
        let place = about::place(node, name).unwrap_or(around.place);
        let around = Around { place, drawn: around.drawn || name == "svg", ..around };
        match kind {
            Element::Script => self.shape.has_scripts = true,
            Element::Unseen => self.pen.gap(Gap::Space),
            Element::Struck => {
                self.pen.strike();
                self.left_out.push(*node);
            }
            Element::Ruby => self.left_out.push(*node),
            Element::Break => self.pen.break_passage(),
            Element::Apart => self.apart(node, Gap::Space, around),
            Element::Block => self.apart(node, Gap::Block, around),
            Element::Item => self.walled(node, Wall::Item, Gap::Line, around),
            Element::Heading => self.walled(node, Wall::Break, Gap::Block, around),
            Element::Cell => self.apart(node, Gap::Cell, around),
            Element::Preformatted => self.apart(node, Gap::Block, Around { preformatted: true, ..around }),
            Element::Quotation => self.quotation(node, around),
            Element::Raised => self.raised(node, around),
            Element::Inline => self.inside(node, around),
        }
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
        match raised(node, before) {
            Raised::Note => self.left_out.push(*node),
            Raised::Power(power) => self.pen.words(&power, around.place),
            Raised::Words => self.inside(node, around),
        }
    }
}
