//! The view of readings, version 1: what words allow, how readers usually take them, and by which row.

use serde::Serialize;

use super::sets::{Interval, TwoSets};
use crate::model::Dossier;
use crate::value::shape::{Items, Names, Node, Shape};
use crate::value::types::{Context, Form, Key, Kind, Lookup, Named, Raw, Refusal, amount, count};

/// Readings of some words. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Readings {
    /// Always `gainsay/read/1`.
    schema: &'static str,
    /// One for each of the words, in their order.
    pub(crate) readings: Vec<WordsRead>,
}

/// One reading, or why there is none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(crate) enum WordsRead {
    /// The words were read.
    Read {
        /// The words.
        text: String,
        /// All that they allow.
        hard: Allowed,
        /// How readers usually take them.
        soft: Allowed,
        /// By what they were read, where that was asked.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<String>,
        /// Both sets as people write them.
        #[serde(skip)]
        shown: [String; 2],
    },
    /// The words were not read.
    Refused {
        /// The words.
        text: String,
        /// What is wrong with them.
        error: String,
        /// What form was expected, or the nearest known name; left out where there is none.
        #[serde(skip_serializing_if = "Option::is_none")]
        help: Option<String>,
    },
}

/// What a value allows: intervals of a count, an amount or a date, else canonical words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(crate) enum Allowed {
    /// Of a count, an amount or a date.
    Intervals(Vec<Interval>),
    /// Of all other types.
    Words(String),
}

/// Whether to say by which row of the table words were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowTold {
    No,
    Yes,
}

impl Readings {
    pub(crate) fn new(readings: Vec<WordsRead>) -> Self {
        Readings { schema: "gainsay/read/1", readings }
    }
}

impl WordsRead {
    /// Reads words by a type, with a dossier's quantifiers and ids.
    pub(crate) fn new(dossier: &Dossier, kind: &Kind, text: &str, row_told: RowTold) -> Self {
        let raw = raw(kind, text);
        let words = Words { dossier, words: words(&raw) };
        let context = Context { quantifiers: &dossier.quantifiers, names: &words };
        let shape = match kind.read(&raw, &context) {
            Ok(reading) => reading.shape,
            Err(refusal) => return refused(text, refusal, dossier),
        };
        let (hard, soft, shown) = match shape.numbers() {
            Some(bounds) => {
                let TwoSets { hard, soft } = TwoSets::new(kind, bounds);
                let (hard, soft) = (Allowed::Intervals(hard), Allowed::Intervals(soft));
                (hard, soft, [kind.shown(&bounds.hard), kind.shown(&bounds.soft)])
            }
            None => {
                let shown = words.shown(kind, &shape);
                (Allowed::Words(shown[0].clone()), Allowed::Words(shown[1].clone()), shown)
            }
        };
        let by = match row_told {
            RowTold::Yes => row(dossier, kind, &raw),
            RowTold::No => None,
        };
        WordsRead::Read { text: text.to_owned(), hard, soft, by, shown }
    }
}

/// What the command line says, in the form that a claim would write it: lists by commas, `not`, `near`, `exactly` and
/// `without` before what they are of.
fn raw(kind: &Kind, text: &str) -> Raw {
    let of = |form: Form| Raw { form, at: 0..text.len() };
    let table = |key: &str, inner: Raw| {
        of(Form::Table(vec![(Key { name: key.to_owned(), at: 0..key.len() }, inner)]))
    };
    let named = matches!(kind, Kind::Place { .. } | Kind::Agent { .. } | Kind::Set);
    let keys: &[&str] = match kind {
        // Words that say a number or a date are the source's own, and none of ours are mixed in.
        Kind::Text | Kind::Count | Kind::Amount { .. } | Kind::Date => &[],
        Kind::Place { .. } => &["not", "near"],
        Kind::Set => &["exactly", "without"],
        _ => &["not"],
    };
    if let Some((key, rest)) =
        keys.iter().find_map(|key| Some((*key, text.strip_prefix(key)?.strip_prefix(' ')?)))
    {
        return table(key, raw_plain(kind, rest.trim(), named && key != "near"));
    }
    raw_plain(kind, text, named)
}

fn raw_plain(kind: &Kind, text: &str, is_list: bool) -> Raw {
    let of = |form: Form| Raw { form, at: 0..text.len() };
    let word = |text: &str| of(Form::Text(text.trim().to_owned()));
    match (kind, text.trim()) {
        (Kind::YesNo, "yes" | "true") => of(Form::Truth(true)),
        (Kind::YesNo, "no" | "false") => of(Form::Truth(false)),
        _ if is_list && (text.contains(',') || *kind == Kind::Set) => {
            of(Form::List(text.split(',').filter(|item| !item.trim().is_empty()).map(word).collect()))
        }
        (Kind::Text, _) => of(Form::Text(text.to_owned())),
        _ if is_list => word(text),
        _ => of(Form::Text(text.to_owned())),
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

/// Ids of a dossier, and words that stand for themselves.
struct Words<'a> {
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

impl Words<'_> {
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
    fn shown(&self, kind: &Kind, shape: &Shape) -> [String; 2] {
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
            Shape::Options(chosen) => {
                let option = |index: &u32| match kind {
                    Kind::Choice { options } => options[*index as usize].as_str(),
                    _ if *index == 1 => "yes",
                    _ => "no",
                };
                chosen.iter().map(option).collect::<Vec<_>>().join(" or ")
            }
            Shape::Words(words) => words.clone(),
            Shape::Numbers(_) => String::new(),
        };
        [both.clone(), both]
    }
}

/// The row that a quantity was read by.
fn row(dossier: &Dossier, kind: &Kind, raw: &Raw) -> Option<String> {
    let Form::Text(text) = &raw.form else { return None };
    let quantifiers = &dossier.quantifiers;
    let quantity = match kind {
        Kind::Count => count::explain(text, quantifiers).ok()?,
        Kind::Amount { unit } => amount::explain(text, unit.as_deref(), quantifiers).ok()?,
        Kind::Date => return Some("EDTF, as ISO 8601-2 writes dates".to_owned()),
        _ => return None,
    };
    let strict = if quantifiers.is_strict() { "; preset strict: soft is hard" } else { "" };
    Some(format!("{}{strict}", quantity.explained()))
}

fn refused(text: &str, refusal: Refusal, dossier: &Dossier) -> WordsRead {
    let (error, help) = match refusal {
        Refusal::Unreadable(why, _) | Refusal::OutOfOrder(why, _) => (why.message, why.help),
        Refusal::Unknown { what, id, .. } => {
            let names: Vec<&str> = match what {
                Named::Agent => dossier.agents.names().collect(),
                Named::Place => dossier.places.names().collect(),
            };
            let near = crate::text::nearest(&id, names);
            let help = near.map(|near| format!("did you mean `{near}`?"));
            (format!("`{id}` is not the id of {what} in this dossier"), help)
        }
    };
    WordsRead::Refused { text: text.to_owned(), error, help }
}
