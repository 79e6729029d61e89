//! Statements of RDF, as Turtle.

use oxrdf::vocab::{rdf, xsd};
use oxrdf::{Literal, NamedNode, NamedNodeRef, Term, TripleRef};
use oxttl::TurtleSerializer;
use oxttl::turtle::LowLevelTurtleSerializer;

use super::dates::DateForm;
use crate::render::escape;

/// The vocabularies that are spoken of, by their prefixes.
const PREFIXES: [(&str, &str); 6] = [
    ("prov", PROV),
    ("dcterms", DCTERMS),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", SCHEMA),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("gainsay", OWN),
];
const PROV: &str = "http://www.w3.org/ns/prov#";
const DCTERMS: &str = "http://purl.org/dc/terms/";
const SCHEMA: &str = "https://schema.org/";
const OWN: &str = "urn:gainsay:vocabulary:";

/// The Turtle of one thing after another, escaped before it is given.
pub(super) struct Turtle<'g> {
    serializer: LowLevelTurtleSerializer,
    held: Vec<u8>,
    give: &'g mut dyn FnMut(&str),
}

/// One thing of which statements are made.
pub(super) struct Subject<'t, 'g> {
    turtle: &'t mut Turtle<'g>,
    node: NamedNode,
}

impl<'g> Turtle<'g> {
    pub(super) fn new(give: &'g mut dyn FnMut(&str)) -> Self {
        let none = TurtleSerializer::new();
        let known = PREFIXES
            .iter()
            .fold(none, |all, (name, iri)| all.with_prefix(*name, *iri).expect("the vocabularies have IRIs"));
        Turtle { serializer: known.low_level(), held: Vec::new(), give }
    }

    /// Makes statements about what stands for a thing.
    pub(super) fn about(&mut self, urn: &str) -> Subject<'_, 'g> {
        self.give_all();
        Subject { node: node(urn), turtle: self }
    }

    /// Ends the last statement.
    pub(super) fn end(mut self) {
        self.serializer.finish(&mut self.held).expect("memory takes what is written");
        self.give_all();
    }

    fn say(&mut self, subject: &NamedNode, predicate: NamedNodeRef<'_>, object: &Term) {
        let triple = TripleRef::new(subject, predicate, object);
        self.serializer.serialize_triple(triple, &mut self.held).expect("memory takes what is written");
    }

    /// Words are quoted on one line, so that all that is held can be escaped by itself.
    fn give_all(&mut self) {
        let text = String::from_utf8(std::mem::take(&mut self.held)).expect("Turtle is UTF-8");
        (self.give)(&escape::turtle(text));
    }
}

impl Subject<'_, '_> {
    /// What it is: a class of PROV, of schema.org or of gainsay, by its prefix.
    pub(super) fn is(mut self, class: &str) -> Self {
        self.put(rdf::TYPE, node(&expanded(class)).into());
        self
    }

    /// Words, where there are any.
    pub(super) fn says(self, property: &str, words: &str) -> Self {
        self.in_language(property, words, None)
    }

    /// Words in a language, where there are any.
    pub(super) fn in_language(mut self, property: &str, words: &str, language: Option<&str>) -> Self {
        if !words.is_empty() {
            let tagged = language.and_then(|tag| Literal::new_language_tagged_literal(words, tag).ok());
            let literal = tagged.unwrap_or_else(|| Literal::new_simple_literal(words));
            self.put(node(&expanded(property)).as_ref(), literal.into());
        }
        self
    }

    /// A date, where there is one: typed as far as XML Schema has its form.
    pub(super) fn dated(mut self, property: &str, date: Option<&str>) -> Self {
        if let Some(date) = date {
            let literal = match type_of_date(date) {
                Some(kind) => Literal::new_typed_literal(date, kind),
                None => Literal::new_simple_literal(date),
            };
            self.put(node(&expanded(property)).as_ref(), literal.into());
        }
        self
    }

    /// A whole number.
    pub(super) fn counts(mut self, property: &str, number: usize) -> Self {
        let literal = Literal::new_typed_literal(number.to_string(), xsd::INTEGER);
        self.put(node(&expanded(property)).as_ref(), literal.into());
        self
    }

    /// What stands for another thing.
    pub(super) fn leads(mut self, property: &str, urn: &str) -> Self {
        self.put(node(&expanded(property)).as_ref(), node(urn).into());
        self
    }

    /// The same of each of some things.
    pub(super) fn leads_to_each(self, property: &str, urns: impl IntoIterator<Item = String>) -> Self {
        urns.into_iter().fold(self, |subject, urn| subject.leads(property, &urn))
    }

    /// An address of the web, where there is one.
    pub(super) fn stands_at(mut self, property: &str, address: Option<&str>) -> Self {
        if let Some(node) = address.and_then(|address| NamedNode::new(address).ok()) {
            self.put(NamedNode::new_unchecked(expanded(property)).as_ref(), node.into());
        }
        self
    }

    fn put(&mut self, predicate: NamedNodeRef<'_>, object: Term) {
        self.turtle.say(&self.node, predicate, &object);
    }
}

/// The IRI of what is made of ids and of words of ours.
fn node(iri: &str) -> NamedNode {
    NamedNode::new(iri).expect("ids are slugs, so that an IRI holds them as they are")
}

/// The IRI of `prefix:word`.
fn expanded(short: &str) -> String {
    let (prefix, word) = short.split_once(':').expect("a property has a prefix");
    let known = PREFIXES.iter().find(|(name, _)| *name == prefix);
    known.map(|(_, iri)| format!("{iri}{word}")).expect("the prefix is one of ours")
}

/// The type of XML Schema whose form a date has.
fn type_of_date(date: &str) -> Option<NamedNodeRef<'static>> {
    match DateForm::of(date)? {
        DateForm::Year => Some(xsd::G_YEAR),
        DateForm::Month => Some(xsd::G_YEAR_MONTH),
        DateForm::Day => Some(xsd::DATE),
        DateForm::Second | DateForm::SecondInUtc | DateForm::SecondWithOffset => Some(xsd::DATE_TIME),
        DateForm::Minute => None,
    }
}
