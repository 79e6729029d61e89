//! Claims, sources, agents and events as statements of FollowTheMoney 4, in CSV.

use std::collections::BTreeSet;

use sha1::{Digest, Sha1};

use super::dates::DateForm;
use super::in_words;
use crate::render::csv_line;
use crate::text::{hex, inert, one_line};
use crate::view::exchange::source::SourceKind;
use crate::view::exchange::{AgentKind, Exchange, ExchangedClaim, ExchangedSource, Named};
use crate::view::name::Who;

/// The columns, as the reader of FollowTheMoney names them.
const COLUMNS: [&str; 14] = [
    "canonical_id",
    "entity_id",
    "prop",
    "prop_type",
    "schema",
    "value",
    "dataset",
    "origin",
    "lang",
    "original_value",
    "external",
    "first_seen",
    "last_seen",
    "id",
];

/// What the type of a property is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    /// The entity itself.
    Id,
    Name,
    Text,
    Words,
    Date,
    Url,
    Entity,
}

/// One entity, of which statements are made.
struct Stating<'s> {
    dataset: &'s str,
    id: String,
    schema: &'static str,
    /// What was said of it: FollowTheMoney has a statement once.
    said: BTreeSet<(&'static str, String)>,
    out: String,
}

/// Gives the line of names, and then the statements of each entity.
pub(crate) fn render(exchange: &Exchange, give: &mut dyn FnMut(&str)) {
    give(&csv_line(COLUMNS));
    let dataset = dataset(exchange.title());
    let all = Entities { dataset: &dataset };
    for agent in exchange.agents() {
        let this = Named { id: agent.id, name: agent.name, kind: agent.kind };
        let mut stating = all.begin(&["agent", &this.id], schema_of(this.kind));
        stating.say("name", Of::Name, &this.name);
        agent.aliases.iter().for_each(|alias| stating.say("alias", Of::Name, alias));
        stating.say("keywords", Of::Words, agent.kind.map_or("", AgentKind::name));
        if !agent.is_named {
            stating.say("keywords", Of::Words, "unnamed");
        }
        give(&stating.out);
        for whole in &agent.part_of {
            give(&all.linked(
                &["part-of", &this.id, &whole.id],
                "part of",
                all.agent(&this.id),
                all.agent(&whole.id),
            ));
        }
    }
    for event in exchange.events() {
        let mut stating = all.begin(&["event", &event.id], "Event");
        stating.say("name", Of::Name, &event.title);
        stating.say("date", Of::Date, day(event.date.as_deref()));
        give(&stating.out);
    }
    for source in exchange.sources() {
        all.source(&source, give);
    }
    for claim in exchange.claims() {
        let source = exchange.source_of(&claim);
        all.claim(&claim, &source, give);
    }
}

/// How the entities of a dossier are called.
struct Entities<'s> {
    dataset: &'s str,
}

impl<'s> Entities<'s> {
    /// An entity by its kind and the names that lead to it: what FollowTheMoney takes for an id begins and ends with a letter or a digit.
    fn id(&self, names: &[&str]) -> String {
        let Some((kind, names)) = names.split_first() else { return String::new() };
        format!("{}.{}.{kind}", self.dataset.replace('_', "-"), names.join("."))
    }

    fn agent(&self, id: &str) -> String {
        self.id(&["agent", id])
    }

    fn begin(&self, names: &[&str], schema: &'static str) -> Stating<'s> {
        let (id, said) = (self.id(names), BTreeSet::new());
        let mut stating = Stating { dataset: self.dataset, id, schema, said, out: String::new() };
        let id = stating.id.clone();
        stating.say("id", Of::Id, &id);
        stating
    }

    /// One thing linked with another.
    fn linked(&self, names: &[&str], role: &str, subject: String, object: String) -> String {
        let mut stating = self.begin(names, "UnknownLink");
        stating.say("subject", Of::Entity, &subject);
        stating.say("object", Of::Entity, &object);
        stating.say("role", Of::Words, role);
        stating.out
    }

    fn source(&self, source: &ExchangedSource, give: &mut dyn FnMut(&str)) {
        let schema = match source.kind {
            Some(SourceKind::News | SourceKind::Wire | SourceKind::Live | SourceKind::Analysis) => "Article",
            Some(SourceKind::Video) => "Video",
            Some(SourceKind::Image) => "Image",
            _ => "Document",
        };
        let mut stating = self.begin(&["source", &source.id], schema);
        // What the model asks of every document; it has no file here.
        stating.say("fileName", Of::Words, &source.id);
        stating.say("title", Of::Words, &source.title);
        source.author.iter().for_each(|name| stating.say("author", Of::Words, name));
        stating.say("publishedAt", Of::Date, day(source.published.as_deref()));
        stating.say("modifiedAt", Of::Date, day(source.updated.as_deref()));
        stating.say("retrievedAt", Of::Date, day(source.accessed.as_deref()));
        stating.say("sourceUrl", Of::Url, source.url.as_deref().unwrap_or_default());
        stating.say("sourceUrl", Of::Url, source.archive_url.as_deref().unwrap_or_default());
        stating.say("publisher", Of::Words, source.publisher.as_ref().map_or("", |agent| &agent.name));
        stating.say("keywords", Of::Words, source.kind.map_or("", |kind| kind.name()));
        stating.say("notes", Of::Text, source.note.as_deref().unwrap_or_default());
        give(&stating.out);
        if let Some(agent) = &source.publisher {
            let (subject, object) = (self.agent(&agent.id), self.id(&["source", &source.id]));
            give(&self.linked(&["publishes", &agent.id, &source.id], "publisher", subject, object));
        }
        for (from, how) in &source.derived_from {
            let (subject, object) = (self.id(&["source", &source.id]), self.id(&["source", from]));
            give(&self.linked(&["derived", &source.id, from, how.name()], how.name(), subject, object));
        }
    }

    fn claim(&self, claim: &ExchangedClaim, source: &ExchangedSource, give: &mut dyn FnMut(&str)) {
        let names = [claim.name.source(), claim.name.own()];
        let mut stating = self.begin(&["claim", names[0], names[1]], "Note");
        stating.say("name", Of::Name, claim.name.as_str());
        stating.say("description", Of::Text, &in_words(claim));
        stating.say("summary", Of::Text, claim.quote.as_ref().map_or("", |quote| &quote.words));
        stating.say("entity", Of::Entity, &self.id(&["event", claim.question.event()]));
        stating.say("proof", Of::Entity, &self.id(&["source", &source.id]));
        stating.say("publisher", Of::Words, source.publisher.as_ref().map_or("", |agent| &agent.name));
        stating.say("sourceUrl", Of::Url, source.url.as_deref().unwrap_or_default());
        stating.say("keywords", Of::Words, &format!("modality: {}", claim.modality));
        stating.say("keywords", Of::Words, &format!("stance: {}", claim.stance));
        stating.say("keywords", Of::Words, &format!("stands: {}", claim.stands));
        stating.say("notes", Of::Text, &format!("question: {}", claim.question));
        let scope = &claim.scope;
        let stated = [
            ("population", &scope.population),
            ("place", &scope.place),
            ("period", &scope.period),
            ("basis", &scope.basis),
        ];
        for (dimension, words) in stated {
            words.iter().for_each(|words| stating.say("notes", Of::Text, &format!("{dimension}: {words}")));
        }
        let assumed = if claim.as_of.assumed { ", its source's date" } else { "" };
        stating.say("notes", Of::Text, &format!("as of: {}{assumed}", claim.as_of.value));
        for (at, agent) in claim.speakers.iter().enumerate() {
            stating.say("notes", Of::Text, &format!("said by, {}: {}", at + 1, agent.name));
        }
        if let Some(origin) = &claim.origin {
            stating.say("notes", Of::Text, &format!("origin: {origin} ({})", claim.origin_name));
        }
        for conclusion in &claim.conclusions {
            let told = format!("the desk: {}: {}", conclusion.status, conclusion.rationale);
            stating.say("notes", Of::Text, &told);
        }
        if let Some(translation) = &claim.translation {
            stating.say("notes", Of::Text, &format!("translation: {translation}"));
        }
        let this = stating.id.clone();
        give(&stating.out);
        for (at, agent) in claim.speakers.iter().enumerate() {
            let role = format!("said by, {}", at + 1);
            let nth = (at + 1).to_string();
            give(&self.linked(
                &["said", names[0], names[1], &nth],
                &role,
                self.agent(&agent.id),
                this.clone(),
            ));
        }
        for agent in &claim.via {
            let (id, subject) = (["via", names[0], names[1], &agent.id], self.agent(&agent.id));
            give(&self.linked(&id, "via", subject, this.clone()));
        }
        let origin = claim.origin.as_ref().and_then(|who| match who {
            Who::Agent(id) => Some(self.agent(id)),
            Who::Source(id) => Some(self.id(&["source", id])),
            Who::Unknown => None,
        });
        if let Some(first) = origin {
            give(&self.linked(&["origin", names[0], names[1]], "origin", first, this.clone()));
        }
    }
}

impl Stating<'_> {
    /// States words of a property, where there are any.
    fn say(&mut self, property: &'static str, of: Of, words: &str) {
        let value = cell(words);
        if value.is_empty() || !self.said.insert((property, value.clone())) {
            return;
        }
        let id = key(self.dataset, &self.id, property, &value);
        self.out.push_str(&csv_line([
            &self.id,
            &self.id,
            property,
            of.name(),
            self.schema,
            &value,
            self.dataset,
            "gainsay",
            "",
            "",
            "f",
            "",
            "",
            &id,
        ]));
    }
}

impl Of {
    fn name(self) -> &'static str {
        match self {
            Of::Id => "id",
            Of::Name => "name",
            Of::Text => "text",
            Of::Words => "string",
            Of::Date => "date",
            Of::Url => "url",
            Of::Entity => "entity",
        }
    }
}

fn schema_of(kind: Option<AgentKind>) -> &'static str {
    match kind {
        Some(AgentKind::Person) => "Person",
        Some(AgentKind::Government) => "PublicBody",
        Some(AgentKind::Organization | AgentKind::ArmedGroup | AgentKind::NewsAgency | AgentKind::Outlet) => {
            "Organization"
        }
        Some(AgentKind::Dataset) | None => "LegalEntity",
    }
}

/// What a statement is known by.
fn key(dataset: &str, entity: &str, property: &str, value: &str) -> String {
    hex(&Sha1::digest(format!("{dataset}.{entity}.{property}.{value}")))
}

/// The title of a dossier as a dataset is named.
fn dataset(title: &str) -> String {
    let letters: String =
        title.to_ascii_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let words: Vec<&str> = letters.split('_').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "gainsay".to_owned() } else { words.join("_") }
}

/// A date as far as FollowTheMoney has its form: a year, a month, a day, or a moment without an offset.
fn day(date: Option<&str>) -> &str {
    let date = date.unwrap_or_default();
    match DateForm::of(date) {
        None | Some(DateForm::SecondWithOffset) => "",
        Some(DateForm::SecondInUtc) => date.trim_end_matches('Z'),
        Some(_) => date,
    }
}

/// Words in one cell: on one line, nothing that a spreadsheet runs or a runner of GitHub obeys.
fn cell(words: &str) -> String {
    let words = one_line(words.trim()).replace("##[", "# #[");
    inert(&words).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_has_the_id_that_followthemoney_makes_of_it() {
        // hashlib.sha1(b"fire.fire.mayor.agent.name.The Mayor").hexdigest()
        assert_eq!(
            key("fire", "fire.mayor.agent", "name", "The Mayor"),
            "fdc5740bea4a6762bd1e4b9ba2311b8cb28dce29"
        );
    }

    #[test]
    fn a_dataset_is_named_by_letters_digits_and_underscores() {
        assert_eq!(dataset("Al-Ahli hospital, 17 October"), "al_ahli_hospital_17_october");
        assert_eq!(dataset("Огонь"), "gainsay");
    }

    #[test]
    fn a_date_is_given_in_the_forms_that_are_read() {
        for (date, given) in [
            ("2024", "2024"),
            ("2024-03", "2024-03"),
            ("2024-03-01", "2024-03-01"),
            ("2024-03-01T08:00", "2024-03-01T08:00"),
            ("2024-03-01T08:00:00Z", "2024-03-01T08:00:00"),
            ("2024-03-01T08:00:00+02:00", ""),
            ("2024-03-01/2024-03-02", ""),
            ("2024-03~", ""),
        ] {
            assert_eq!(day(Some(date)), given, "{date}");
        }
    }

    #[test]
    fn a_cell_is_one_line_and_runs_nowhere() {
        for (words, given) in [
            ("a\r\nb\tc", "a b c"),
            ("=cmd()", "'=cmd()"),
            ("\u{202e}a", "\\u{202e}a"),
            ("a ##[error] b", "a # #[error] b"),
            ("  -5", "'-5"),
        ] {
            assert_eq!(cell(words), given);
        }
    }
}
