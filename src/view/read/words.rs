//! The ids and words that a value on the command line may name, and what it allows in these.

use crate::model::Dossier;
use crate::value::shape::{Items, Names, Node, Shape};
use crate::value::types::{Form, Kind, Lookup, NONE, Raw, Wording};

/// Ids of a dossier, and words that stand for themselves.
pub(super) struct Words<'a> {
    dossier: &'a Dossier,
    words: Vec<String>,
}

impl Lookup for Words<'_> {
    fn agent(&self, id: &str) -> Option<Node> {
        self.dossier.agents.find(id).map(|id| self.dossier.agent_node(id))
    }

    fn place(&self, id: &str) -> Option<Node> {
        self.dossier.places.find(id).map(|id| self.dossier.place_node(id))
    }

    fn word(&self, word: &str) -> Option<Node> {
        let at = self.words.iter().position(|known| known == word)?;
        Some(Node((self.ids() + at) as u32))
    }
}

impl<'a> Words<'a> {
    /// The ids of a dossier, and the words that a value names.
    pub(super) fn new(dossier: &'a Dossier, raw: &Raw) -> Self {
        Words { dossier, words: words(raw) }
    }

    fn ids(&self) -> usize {
        self.dossier.agents.len() + self.dossier.places.len()
    }

    fn name(&self, node: Node) -> String {
        match (node.0 as usize).checked_sub(self.ids()) {
            Some(word) => self.words[word].clone(),
            None => self.dossier.node_name(node).to_owned(),
        }
    }

    /// What a value that is no number allows, hard and soft, in canonical words.
    pub(super) fn shown(&self, kind: &Kind, shape: &Shape) -> [String; 2] {
        let list = |nodes: &[Node], joint: &str| {
            nodes.iter().map(|node| self.name(*node)).collect::<Vec<_>>().join(joint)
        };
        let both = match shape {
            Shape::Names(Names::OneOf(nodes)) => list(nodes, " or "),
            Shape::Names(Names::NoneOf(nodes)) => format!("not {}", list(nodes, " or ")),
            Shape::Names(Names::Near(node)) => {
                let soft = format!("outside {}, within what contains it", self.name(*node));
                return ["anywhere".to_owned(), soft];
            }
            Shape::Names(Names::Anywhere(_)) => "anywhere".to_owned(),
            Shape::Names(Names::Among(nodes)) => list(nodes, ", "),
            Shape::Names(Names::NotAmong(nodes)) => format!("not {}", list(nodes, ", not ")),
            Shape::Items(Items::AtLeast(nodes)) => format!("at least {}", list(nodes, ", ")),
            Shape::Items(Items::Exactly(nodes)) if nodes.is_empty() => "none at all".to_owned(),
            Shape::Items(Items::Exactly(nodes)) => format!("exactly {}", list(nodes, ", ")),
            Shape::Items(Items::Without(nodes)) => format!("without {}", list(nodes, ", ")),
            Shape::Names(Names::Nobody) => NONE.to_owned(),
            Shape::Names(Names::Somebody) => format!("not {NONE}"),
            Shape::Options(chosen) => kind.chosen(chosen, Wording::Ids),
            Shape::Words(words) => words.clone(),
            Shape::Figure(_) | Shape::Times(_) => String::new(),
        };
        [both.clone(), both]
    }
}

/// The plain words of a set, which stand for themselves.
fn words(raw: &Raw) -> Vec<String> {
    match &raw.form {
        Form::List(items) => items.iter().map(Raw::words).collect(),
        Form::Table(entries) => entries.iter().flat_map(|(_, inner)| words(inner)).collect(),
        _ => Vec::new(),
    }
}
