//! JSON Schemas of the three kinds of file, so that editors of TOML complete keys and check them while they are written.
//!
//! Draft 7, which the common TOML editors read. The words that a key allows come from the lists that the loader reads by;
//! that the keys are the loader's own is held by a test.

use serde_json::{Map, Value, json};

use crate::model::Level;
use crate::model::claim::{Basis, Modality, Stance, Status};
use crate::model::question::Dimension;
use crate::model::source::{Access, AgentKind, Distance, How, Reliability, SourceKind};
use crate::value::kind::Type;
use crate::value::quantity::quantifiers::Preset;
use crate::value::shape::kin::PlaceKind;
use crate::vocabulary::Vocabulary;

/// The kinds of file that have a schema, with what each is called on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Schema {
    Manifest,
    Sources,
    Claims,
}

/// The JSON Schema of a kind of file.
pub(crate) fn schema(of: Schema) -> Value {
    let (title, properties) = match of {
        Schema::Manifest => ("gainsay.toml: the manifest of a dossier", manifest()),
        Schema::Sources => ("sources/**/*.toml: who and where", sources()),
        Schema::Claims => ("claims/**/*.toml: what", claims()),
    };
    let required: &[&str] = if of == Schema::Manifest { &["dossier"] } else { &[] };
    let mut schema = table(title, properties, required);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema
}

type Key = (&'static str, Value);

fn table(description: &str, keys: Vec<Key>, required: &[&str]) -> Value {
    let properties: Map<String, Value> =
        keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    json!({
        "type": "object",
        "description": description,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// Tables by id: `[kind.ID]`.
fn by_id(of: Value) -> Value {
    json!({ "type": "object", "propertyNames": { "pattern": SLUG }, "additionalProperties": of })
}

/// An id: small letters, digits and hyphens.
const SLUG: &str = "^[a-z0-9][a-z0-9-]*$";

fn text(description: &str) -> Value {
    json!({ "type": "string", "description": description })
}

fn texts(description: &str) -> Value {
    json!({ "type": "array", "items": { "type": "string" }, "description": description })
}

fn text_or_texts(description: &str) -> Value {
    json!({ "type": ["string", "array"], "items": { "type": "string" }, "description": description })
}

fn flag(description: &str) -> Value {
    json!({ "type": "boolean", "description": description })
}

/// A TOML date is a string to an editor's schema.
fn date(description: &str) -> Value {
    text(&format!("{description} (EDTF in quotes, or a TOML date)"))
}

fn one_of<'a>(words: impl IntoIterator<Item = &'a str>, description: &str) -> Value {
    json!({ "type": "string", "enum": words.into_iter().collect::<Vec<_>>(), "description": description })
}

fn words<V: Vocabulary>(description: &str) -> Value {
    one_of(V::EVERY.iter().map(|it| it.word()), description)
}

fn list(of: Value) -> Value {
    json!({ "type": "array", "items": of })
}

fn manifest() -> Vec<Key> {
    let bounds = json!({
        "type": "array", "minItems": 2, "maxItems": 2,
        "items": { "anyOf": [{ "type": "integer", "minimum": 0 }, { "type": "string", "enum": ["inf"] }] },
    });
    let word = table(
        "how one number word is read",
        vec![("words", texts("the words")), ("hard", bounds.clone()), ("soft", bounds)],
        &["words", "hard", "soft"],
    );
    let level = words::<Level>("the level of a rule; `gainsay explain` lists the rules");
    vec![
        (
            "dossier",
            table(
                "what this dossier is",
                vec![
                    ("title", text("what it is called")),
                    ("language", text("BCP 47: what quotes are in unless their source says otherwise")),
                ],
                &["title"],
            ),
        ),
        ("rules", json!({ "type": "object", "additionalProperties": level })),
        (
            "quantifiers",
            table(
                "how number words are read",
                vec![
                    ("preset", words::<Preset>("strict: soft readings are the hard ones")),
                    ("word", list(word)),
                ],
                &[],
            ),
        ),
    ]
}

fn sources() -> Vec<Key> {
    let derivation = table(
        "another source that this one takes from",
        vec![("source", text("a source's id")), ("how", words::<How>("how it takes from it"))],
        &["source"],
    );
    let source = vec![
        ("title", text("the title as it stands")),
        ("publisher", text("an agent's id, or `unknown`")),
        ("author", texts("who signed it")),
        ("kind", words::<SourceKind>("what sort of text it is")),
        ("published", date("when it was published, or `unknown`")),
        ("updated", date("when it was last changed")),
        ("level", words::<Distance>("how near to the event")),
        ("language", text("BCP 47")),
        ("url", text("where it stands")),
        ("archive-url", text("where a copy stands")),
        ("accessed", date("when it was read")),
        ("sha256", text("of the archived bytes, as `sha256sum FILE` prints it")),
        ("text", text("the archived text's path beside this file")),
        ("derived-from", list(derivation)),
        ("capture-of", text("the source of which this is a later capture")),
        ("reliability", words::<Reliability>("Admiralty code; F: cannot be judged")),
        ("party-to", texts("events in which its publisher has a stake")),
        ("corrects", texts("sources that it corrects")),
        ("retracts", texts("sources that it retracts")),
        ("access", words::<Access>("restricted fields are left out of every report")),
        ("note", text("for the desk")),
    ];
    let agent = vec![
        ("name", text("the name as people write it")),
        ("kind", words::<AgentKind>("what sort of speaker")),
        ("aliases", texts("other names, as quotes may have them")),
        ("named", flag("false for “a US official”: an origin that cannot be established")),
        ("part-of", texts("umbrella, employer, owner")),
        ("affiliated-with", texts("not independent of, without being part of")),
        ("party-to", texts("events in which it has a stake")),
        ("note", text("for the desk")),
    ];
    let degrees = || json!({ "type": "number", "description": "degrees" });
    let place = vec![
        ("name", text("the name as people write it")),
        ("kind", words::<PlaceKind>("what sort of place")),
        ("aliases", texts("other names and demonyms, as quotes may have them")),
        ("within", texts("places that contain it")),
        ("border-of", texts("for a border-zone: the places that it touches")),
        ("near", texts("places close by")),
        ("confusable-with", texts("places of a like name")),
        ("note", text("for the desk")),
        ("source", text("the source of what is said here")),
        ("same-as", texts("the place elsewhere, as URLs")),
        ("lat", degrees()),
        ("lon", degrees()),
    ];
    vec![
        ("source", by_id(table("a text that makes claims", source, &["title", "publisher", "published"]))),
        ("agent", by_id(table("someone who speaks", agent, &["name"]))),
        ("place", by_id(table("a place", place, &["name", "kind"]))),
    ]
}

fn scope() -> Value {
    let bases = Basis::NAMES.iter().copied().chain(["unknown"]);
    table(
        "what a value covers",
        vec![
            ("population", text("a group's id: who is counted; or `unknown`")),
            ("place", text("a place's id, or `unknown`")),
            ("period", date("from when to when, or `unknown`")),
            ("basis", one_of(bases, "how a figure was arrived at")),
        ],
        &[],
    )
}

fn claims() -> Vec<Key> {
    let likeness = list(table(
        "another event",
        vec![("event", text("its id")), ("reason", text("why"))],
        &["event", "reason"],
    ));
    let dimensions = json!({ "enum": Dimension::NAMES });
    let question = vec![
        ("ask", text("the question in words")),
        ("type", words::<Type>("how values are read")),
        ("grows", flag("a running toll: later figures may be higher")),
        ("additive", flag("whether a part never exceeds the whole")),
        ("part-of", text("the question whose count this one can never exceed")),
        ("sum-of", texts("the questions that add up to this one exactly")),
        ("unit", text("the unit of an amount")),
        ("options", texts("the answers of a choice")),
        ("many", flag("more than one agent or place holds at once")),
        ("needs", list(dimensions)),
        ("scope", scope()),
        ("note", text("for the desk")),
    ];
    let event = vec![
        ("question", by_id(table("one thing asked", question, &["ask", "type"]))),
        ("title", text("what happened")),
        ("date", date("when")),
        ("place", text("a place's id; left out while it is in dispute")),
        ("possibly-same-as", likeness.clone()),
        ("distinct-from", likeness),
        ("part-of", text("the event that this is part of")),
        ("note", text("for the desk")),
    ];
    let group = vec![
        ("name", text("who is counted")),
        ("part-of", texts("groups that contain it")),
        ("disjoint-from", texts("groups that share nobody with it")),
        ("note", text("for the desk")),
    ];
    vec![
        ("source", text("the source of every claim in this file that names none")),
        // An event's questions may stand in other files than its title: a table here is not required to have one.
        ("event", by_id(table("something that happened", event, &[]))),
        ("group", by_id(table("who is counted", group, &["name"]))),
        ("claim", list(table("one source's answer to one question", claim(), &["question"]))),
        (
            "assessment",
            list(table(
                "the desk's own conclusion; never a source's",
                assessment(),
                &["question", "status", "rationale"],
            )),
        ),
    ]
}

fn claim() -> Vec<Key> {
    let refs = |what: &str| texts(&format!("full names (SOURCE#ID) of claims that this one {what}"));
    vec![
        ("id", json!({ "type": "string", "pattern": SLUG, "description": "unique within the source" })),
        ("source", text("a source's id; left out: the file's own")),
        ("question", text("EVENT/QUESTION")),
        (
            "value",
            json!({ "description": "the answer in the source's words, as the question's type reads it" }),
        ),
        ("quote", text("the words that carry it, verbatim")),
        ("prefix", text("what stands before the quote, where it stands more than once")),
        ("suffix", text("what stands after the quote, where it stands more than once")),
        ("locator", text("page, paragraph, time code")),
        ("said-by", text_or_texts("agents, nearest first; left out: the source in its own voice")),
        ("via", text_or_texts("agents between the source and the speaker, nearest first")),
        ("stance", words::<Stance>("whether the source says so, denies it, or says nothing")),
        ("modality", words::<Modality>("how it is said")),
        ("scope", scope()),
        ("as-of", date("the moment that the figure holds for, or `unknown`")),
        (
            "credibility",
            json!({ "type": "integer", "minimum": 1, "maximum": 6, "description": "Admiralty code" }),
        ),
        ("corrects", refs("corrects")),
        ("retracts", refs("retracts")),
        ("supersedes", refs("supersedes")),
        ("disputes", refs("disputes")),
        ("translation", text("of the quote, where its language is not the dossier's")),
        ("note", text("for the desk")),
    ]
}

fn assessment() -> Vec<Key> {
    vec![
        ("question", text("EVENT/QUESTION")),
        ("status", words::<Status>("how the question stands")),
        ("rationale", text("why the conflict stands, or how it was resolved")),
        ("claims", texts("the conflict that it explains; a claim that joins it later opens it again")),
        ("preferred", texts("the claims that the desk goes by")),
        ("decided-by", text("who decided")),
        ("decided-at", date("when")),
        ("review-after", date("past it, the assessment is a finding")),
        ("note", text("for the desk")),
    ]
}
