//! Selectors that are simple: an element by name, id and classes, and the elements that it stands in.

use dom_query::NodeRef;

/// By what an element is looked for in the rules.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Name(String),
    Class(String),
    Id(String),
}

/// How an element stands in the one that the selector names before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    Any,
    Parent,
}

/// What an element must be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Compound {
    keys: Vec<Key>,
}

/// What an element must be and stand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Selector {
    element: Compound,
    /// From the inmost on.
    around: Vec<(Within, Compound)>,
}

/// A selector of more parts is passed over.
const MOST_PARTS: usize = 8;

/// Lists of classes of more bytes are passed over: each look at one takes time by its length.
const LONGEST_CLASSES: usize = 4096;

impl Selector {
    /// Reads a selector; `None` of one that is not simple.
    pub(super) fn new(text: &str) -> Option<Self> {
        let text = text.trim().replace('>', " > ");
        let mut around = Vec::new();
        let mut element: Option<Compound> = None;
        let mut within = Within::Any;
        for part in text.split_ascii_whitespace() {
            if part == ">" {
                within = Within::Parent;
                continue;
            }
            if let Some(outer) = element.replace(Compound::new(part)?) {
                around.push((within, outer));
            } else if within == Within::Parent {
                return None;
            }
            within = Within::Any;
        }
        around.reverse();
        let keys = around.iter().map(|(_, compound)| compound.keys.len()).sum::<usize>();
        let element = element.filter(|element| element.keys.len() + keys <= MOST_PARTS)?;
        (within == Within::Any).then_some(Selector { element, around })
    }

    /// By what its rule is found: the id, else a class, else the name.
    pub(super) fn key(&self) -> &Key {
        &self.element.keys[0]
    }

    /// Whether it asks for its key alone.
    pub(super) fn is_plain(&self) -> bool {
        self.around.is_empty() && self.element.keys.len() == 1
    }

    /// How much it counts, as the standard has it.
    pub(super) fn specificity(&self) -> u32 {
        let compounds = self.around.iter().map(|(_, compound)| compound).chain([&self.element]);
        let of_key = |key: &Key| match key {
            Key::Id(_) => 10_000,
            Key::Class(_) => 100,
            Key::Name(_) => 1,
        };
        compounds.flat_map(|compound| compound.keys.iter().map(of_key)).sum()
    }

    /// How many elements were looked at, and whether an element and those around it are what is asked for.
    pub(super) fn fits(&self, node: &NodeRef<'_>) -> (usize, bool) {
        let mut looked = 1;
        if !self.element.fits(node) {
            return (looked, false);
        }
        let mut inner = *node;
        for (within, compound) in &self.around {
            loop {
                let Some(outer) = inner.parent() else { return (looked, false) };
                looked += 1;
                inner = outer;
                if compound.fits(&inner) {
                    break;
                }
                if *within == Within::Parent {
                    return (looked, false);
                }
            }
        }
        (looked, true)
    }
}

impl Compound {
    fn new(text: &str) -> Option<Self> {
        let mut keys: Vec<Key> = Vec::new();
        let mut chars = text.chars().peekable();
        while let Some(&first) = chars.peek() {
            if matches!(first, '.' | '#') {
                chars.next();
            } else if !keys.is_empty() {
                return None;
            }
            let mut name = String::new();
            while let Some(c) = chars.next_if(|c| !matches!(c, '.' | '#')) {
                match c {
                    // An escaped hexadecimal number is passed over.
                    '\\' => name.push(chars.next().filter(|c| !c.is_ascii_hexdigit())?),
                    _ if c.is_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii() => name.push(c),
                    _ => return None,
                }
            }
            if name.is_empty() {
                return None;
            }
            keys.push(match first {
                '.' => Key::Class(name),
                '#' => Key::Id(name),
                _ => Key::Name(name.to_ascii_lowercase()),
            });
        }
        let weight = |key: &Key| match key {
            Key::Id(_) => 0,
            Key::Class(_) => 1,
            Key::Name(_) => 2,
        };
        keys.sort_by_key(weight);
        (!keys.is_empty()).then_some(Compound { keys })
    }

    fn fits(&self, node: &NodeRef<'_>) -> bool {
        self.keys.iter().all(|key| match key {
            Key::Name(name) => node.has_name(name),
            Key::Class(class) => {
                node.class().is_some_and(|own| own.len() <= LONGEST_CLASSES) && node.has_class(class)
            }
            Key::Id(id) => node.id_attr().is_some_and(|own| own.as_ref() == id),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_selectors_are_read_and_others_passed_over() {
        for (text, specificity) in [
            (".x", Some(100)),
            ("P.x", Some(101)),
            ("#i.x", Some(10_100)),
            ("article > p .x", Some(102)),
            (".md\\:block", Some(100)),
            (".x:hover", None),
            (".x::before", None),
            ("a[href]", None),
            ("*", None),
            ("a+b", None),
            ("> p", None),
            ("p >", None),
            ("", None),
            (".", None),
            ("50%", None),
        ] {
            assert_eq!(Selector::new(text).map(|it| it.specificity()), specificity, "{text}");
        }
        assert_eq!(
            Selector::new(".md\\:block").expect("it is read").key(),
            &Key::Class("md:block".to_owned())
        );
    }
}
