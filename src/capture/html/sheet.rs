//! The style sheets that a page brings along, as far as their selectors are simple: names, classes, ids and what they stand in.

use std::cell::Cell;
use std::collections::HashMap;

use dom_query::{Document, NodeRef};

use super::selector::{Key, Selector};
use super::style::{Property, Value, Weight, block_end, declarations, next_mark};

/// How much a declaration counts against others of the same property: weight, specificity, order.
pub(super) type Rank = (Weight, u32, u32);

/// The specificity of what an element says of itself: above every selector.
pub(super) const OF_ITS_OWN: u32 = u32::MAX;

/// For whom a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Medium {
    Screen,
    /// Screens of some width or kind.
    SomeScreens,
    Other,
}

/// A declaration of a sheet.
#[derive(Clone, Copy, Debug)]
struct Ruled {
    property: Property,
    value: Value,
    rank: Rank,
    medium: Medium,
}

/// At most so many selectors that are more than a name are held against elements, so that time stays linear.
const MOST_COMPARED: usize = 4_000_000;

/// The style sheets of a page.
#[derive(Debug, Default)]
pub(super) struct Sheets {
    /// By name, class or id: of one and the same declaration only the last that counts.
    plain: HashMap<Key, Vec<Ruled>>,
    /// By the name, class or id of the element: the selectors that ask for more.
    compound: HashMap<Key, Vec<(Selector, Vec<Ruled>)>>,
    order: u32,
    compared: Cell<usize>,
}

/// What won of the declarations for an element.
#[derive(Clone, Debug)]
pub(super) struct Cascade {
    won: [Option<(Rank, Value)>; Property::COUNT],
    /// The last that shows it on some screens.
    shown_on_some: Option<Rank>,
}

impl Cascade {
    fn new() -> Self {
        Cascade { won: [None; Property::COUNT], shown_on_some: None }
    }

    pub(super) fn put(&mut self, property: Property, value: Value, rank: Rank) {
        let won = &mut self.won[property as usize];
        if won.is_none_or(|(before, _)| before <= rank) {
            *won = Some((rank, value));
        }
    }

    fn rule(&mut self, ruled: &Ruled) {
        match ruled.medium {
            Medium::Screen => self.put(ruled.property, ruled.value, ruled.rank),
            _ => self.shown_on_some = self.shown_on_some.max(Some(ruled.rank)),
        }
    }

    /// What a property was said to be.
    pub(super) fn value(&self, property: Property) -> Option<Value> {
        self.won[property as usize].map(|(_, value)| value)
    }

    pub(super) fn does(&self, property: Property) -> bool {
        self.value(property) == Some(Value::Does)
    }

    /// Whether the element itself says it.
    pub(super) fn is_of_its_own(&self, property: Property) -> bool {
        self.won[property as usize].is_some_and(|((_, specificity, _), _)| specificity == OF_ITS_OWN)
    }

    /// Whether an element that the property hides is shown on some screens.
    pub(super) fn is_shown_on_some(&self, property: Property) -> bool {
        let hides = self.won[property as usize].map(|(rank, _)| rank);
        self.shown_on_some.is_some() && self.shown_on_some >= hides
    }
}

impl Sheets {
    /// The sheets in a page.
    pub(super) fn of(document: &Document) -> Self {
        let mut sheets = Sheets::default();
        for node in document.root().descendants_it().filter(|node| node.has_name("style")) {
            let kind = node.attr("type").map(|kind| kind.trim().to_ascii_lowercase());
            if kind.is_some_and(|kind| !kind.is_empty() && kind != "text/css") {
                continue;
            }
            let medium = node.attr("media").map_or(Medium::Screen, |media| medium(&media));
            sheets.add(&without_comments(&node.text()), medium);
        }
        sheets
    }

    fn add(&mut self, css: &str, medium_of_all: Medium) {
        let bytes = css.as_bytes();
        let mut around = vec![medium_of_all];
        let (mut from, mut seen) = (0, 0);
        while let Some((at, mark)) = next_mark(bytes, seen) {
            seen = at + 1;
            let medium = around.last().copied().unwrap_or(medium_of_all);
            let prelude = css[from..at].trim_start_matches(['<', '!', '-', '>']).trim();
            // Only what begins with a sign ends here: elsewhere it is a slip in a selector.
            if mark == b';' && !prelude.starts_with('@') {
                continue;
            }
            from = at + 1;
            match mark {
                b'}' if around.len() > 1 => drop(around.pop()),
                b'{' if prelude.starts_with('@') => match group(prelude) {
                    Some(inner) => around.push(narrower(medium, inner)),
                    None => from = block_end(bytes, at),
                },
                b'{' => {
                    from = block_end(bytes, at);
                    if medium != Medium::Other {
                        self.rule(prelude, css[at + 1..from].trim_end_matches('}'), medium);
                    }
                }
                _ => {}
            }
            seen = from;
        }
    }

    fn rule(&mut self, selectors: &str, body: &str, medium: Medium) {
        let mut said = Vec::new();
        declarations(body, |(property, value, weight)| {
            let shows = match property {
                Property::Display => value != Value::Display(super::style::Display::None),
                Property::Visibility => value == Value::DoesNot,
                _ => false,
            };
            if property.is_of_sheets() && (medium == Medium::Screen || shows) {
                said.push((property, value, weight));
            }
        });
        if said.is_empty() {
            return;
        }
        for selector in selectors.split(',').filter_map(Selector::new) {
            self.order += 1;
            let ruled = said.iter().map(|&(property, value, weight)| {
                let rank = (weight, selector.specificity(), self.order);
                Ruled { property, value, rank, medium }
            });
            if selector.is_plain() {
                let own = self.plain.entry(selector.key().clone()).or_default();
                for ruled in ruled {
                    put_last(own, ruled);
                }
            } else {
                let ruled: Vec<Ruled> = ruled.filter(|ruled| !ruled.property.is_space()).collect();
                if ruled.is_empty() {
                    continue;
                }
                self.compound.entry(selector.key().clone()).or_default().push((selector, ruled));
            }
        }
    }

    /// What the sheets say of an element.
    pub(super) fn cascade(&self, node: &NodeRef<'_>, name: &str) -> Cascade {
        let mut cascade = Cascade::new();
        if self.order == 0 {
            return cascade;
        }
        let classes = node.attr("class");
        let classes = classes.iter().flat_map(|classes| classes.split_ascii_whitespace());
        let id = node.attr("id").map(|id| Key::Id(id.to_string()));
        let keys = classes.map(|class| Key::Class(class.to_owned()));
        for key in keys.chain(id).chain([Key::Name(name.to_owned())]) {
            for ruled in self.plain.get(&key).into_iter().flatten() {
                cascade.rule(ruled);
            }
            for (selector, ruled) in self.compound.get(&key).into_iter().flatten() {
                if self.compared.get() > MOST_COMPARED {
                    break;
                }
                let (compared, fits) = selector.fits(node);
                self.compared.set(self.compared.get() + compared);
                if fits {
                    ruled.iter().for_each(|ruled| cascade.rule(ruled));
                }
            }
        }
        cascade
    }
}

/// Keeps of a declaration that is made again by the same selector the one that counts.
fn put_last(own: &mut Vec<Ruled>, new: Ruled) {
    let same = |old: &&mut Ruled| old.property == new.property && old.medium == new.medium;
    match own.iter_mut().find(same) {
        Some(old) if old.rank <= new.rank => *old = new,
        Some(_) => {}
        None => own.push(new),
    }
}

/// The medium of the rules in a group; `None` where they are no rules of elements.
fn group(prelude: &str) -> Option<Medium> {
    let prelude = prelude.to_ascii_lowercase();
    let name = prelude[1..].split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or("");
    let rest = prelude[1 + name.len()..].trim();
    match name {
        "media" => Some(medium(rest)),
        "supports" if rest.starts_with("not") => None,
        "supports" | "layer" => Some(Medium::Screen),
        "container" => Some(Medium::SomeScreens),
        _ => None,
    }
}

/// For whom a list of media is.
fn medium(list: &str) -> Medium {
    let one = |media: &str| match media.trim().trim_start_matches("only ").trim() {
        "" | "all" | "screen" => Medium::Screen,
        media if media.starts_with("print") || media.starts_with("speech") || media.starts_with("not") => {
            Medium::Other
        }
        media if media.contains('(') => Medium::SomeScreens,
        _ => Medium::Other,
    };
    let media: Vec<Medium> = list.to_ascii_lowercase().split(',').map(one).collect();
    let is_for = |medium: Medium| media.contains(&medium);
    match () {
        () if is_for(Medium::Screen) => Medium::Screen,
        () if is_for(Medium::SomeScreens) => Medium::SomeScreens,
        () => Medium::Other,
    }
}

fn narrower(outer: Medium, inner: Medium) -> Medium {
    match (outer, inner) {
        (Medium::Other, _) | (_, Medium::Other) => Medium::Other,
        (Medium::Screen, Medium::Screen) => Medium::Screen,
        _ => Medium::SomeScreens,
    }
}

fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(open) = rest.find("/*") {
        kept.push_str(&rest[..open]);
        kept.push(' ');
        rest = rest[open + 2..].find("*/").map_or("", |close| &rest[open + 2 + close + 2..]);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::html::style::Display;

    /// What a sheet says of the display of `<b class="x y" id=i>` in `<p class=out>`; and whether some screens show it.
    fn display(css: &str) -> (Option<Value>, bool) {
        let page = format!("<style>{css}</style><p class=out><b class='x y' id=i>34</b></p>");
        let document = Document::from(page);
        let sheets = Sheets::of(&document);
        let node = document.root().descendants_it().find(|node| node.has_name("b")).expect("it is there");
        let cascade = sheets.cascade(&node, "b");
        (cascade.value(Property::Display), cascade.is_shown_on_some(Property::Display))
    }

    #[test]
    fn of_the_rules_for_an_element_the_one_that_counts_most_wins() {
        let none = Some(Value::Display(Display::None));
        let block = Some(Value::Display(Display::Block));
        for (css, said) in [
            (".x{display:none}", none),
            ("/* .y */ a, B.x , #q { color:red; display : NONE }", none),
            ("#i{display:none} .x{display:block}", none),
            (".x{display:none} .x{display:block}", block),
            (".x{display:none!important} .x{display:block}", none),
            (".x{display:none} b{display:block}", none),
            (".x.y{display:none} .x{display:block}", none),
            ("p .x{display:none}", none),
            (".out>.x{display:none}", none),
            ("div .x{display:none}", None),
            (".x:hover{display:none} .x:not(.z){display:none} .x[a]{display:none}", None),
            (".x,.x:hover{display:none}", none),
            ("@media print{.x{display:none}}", None),
            ("@media screen{.x{display:none}} .y{color:red}", none),
            ("@media only screen and (max-width:9em){.x{display:none}}", None),
            ("@keyframes f{from{display:none}} @font-face{x:y}.x{display:none}", none),
            ("@import 'a.css';.x{display:none}", none),
            ("@supports (display:grid){.x{display:none}}", none),
            ("@charset \"x\"; .x{display:block", block),
            ("}}} .x{display:none}", none),
            ("p &gt; .x{display:none}", None),
            (".a\\:b{display:block}", None),
        ] {
            assert_eq!(display(css).0, said, "{css}");
        }
    }

    #[test]
    fn what_some_screens_show_is_known() {
        for (css, some) in [
            (".x{display:none} @media (min-width:9em){.x{display:block}}", true),
            (".x{display:none!important} @media (min-width:9em){.x{display:block}}", false),
            ("@media (min-width:9em){.x{display:block}} .x{display:none}", false),
            (".x{display:none} @media print{.x{display:block}}", false),
        ] {
            assert_eq!(display(css), (Some(Value::Display(Display::None)), some), "{css}");
        }
    }
}
