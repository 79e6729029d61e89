//! What is written under each key of a claim or a source, by name, so that two dossiers can be compared.

use crate::model::Dossier;
use crate::model::claim::{AsOf, Claim, Scope, Stated};
use crate::model::source::Source;
use crate::model::table::{ClaimId, Id, SourceId, Table};
use crate::vocabulary::Vocabulary;

/// A key and what is written there; an empty text where nothing is.
pub(super) type Keys = Vec<(&'static str, String)>;

/// The keys of a claim in the order of docs/format.md. Its source and id are its name.
pub(super) fn of_claim(dossier: &Dossier, id: ClaimId) -> Keys {
    let claim = &dossier.claims[id];
    let agents = |list: &[_]| names(&dossier.agents, list);
    let claims = |list: &[_]| names(&dossier.claims, list);
    let quote = claim.quote.as_ref();
    let text = |of: Option<&String>| of.cloned().unwrap_or_default();
    let mut keys = vec![
        ("question", dossier.questions.name(claim.question).to_owned()),
        ("value", value(dossier, claim)),
        ("quote", text(quote.map(|quote| &quote.words))),
        ("prefix", text(quote.and_then(|quote| quote.prefix.as_ref()))),
        ("suffix", text(quote.and_then(|quote| quote.suffix.as_ref()))),
        ("locator", text(quote.and_then(|quote| quote.locator.as_ref()))),
        ("said-by", agents(&claim.said_by)),
        ("via", agents(&claim.via)),
        ("stance", claim.stance().to_string()),
        ("modality", claim.modality.to_string()),
    ];
    keys.extend(scope(dossier, &claim.scope));
    keys.extend([
        ("as-of", moment(claim.as_of.as_ref())),
        ("credibility", claim.credibility.map(|it| it.to_string()).unwrap_or_default()),
        ("corrects", claims(&claim.corrects)),
        ("retracts", claims(&claim.retracts)),
        ("supersedes", claims(&claim.supersedes)),
        ("disputes", claims(&claim.disputes)),
        ("translation", text(claim.translation.as_ref())),
        ("note", text(claim.note.as_ref())),
    ]);
    keys
}

/// The value as it is written, on one line, without the quotation marks of a plain string.
fn value(dossier: &Dossier, claim: &Claim) -> String {
    if claim.value_spot == claim.spot {
        return claim.words().to_owned();
    }
    let file = dossier.files.get(claim.value_spot.file);
    let written = file.text.get(claim.value_spot.range()).unwrap_or(claim.words());
    if written.starts_with(['{', '[']) {
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        claim.words().to_owned()
    }
}

fn scope(dossier: &Dossier, scope: &Scope) -> Keys {
    fn stated<T>(of: Option<&Stated<T>>, name: impl Fn(&T) -> String) -> String {
        match of {
            None => String::new(),
            Some(Stated::Unknown) => "unknown".to_owned(),
            Some(Stated::Is(it)) => name(it),
        }
    }
    vec![
        ("scope.population", stated(scope.population.as_ref(), |id| dossier.groups.name(*id).to_owned())),
        ("scope.place", stated(scope.place.as_ref(), |id| dossier.places.name(*id).to_owned())),
        ("scope.period", stated(scope.period.as_ref(), |period| period.words.clone())),
        ("scope.basis", stated(scope.basis.as_ref(), |basis| basis.name().to_owned())),
    ]
}

/// The keys of a source in the order of docs/format.md.
pub(super) fn of_source(dossier: &Dossier, id: SourceId) -> Keys {
    let source: &Source = &dossier.sources[id];
    let text = |of: &Option<String>| of.clone().unwrap_or_default();
    let sources = |list: &[_]| names(&dossier.sources, list);
    let unknown =
        |key: &str| if source.unknown.iter().any(|(name, _)| *name == key) { "unknown" } else { "" };
    let derived =
        source.derived_from.iter().map(|it| format!("{} {}", it.how, dossier.sources.name(it.source)));
    let publisher = source.publisher.map(|id| dossier.agents.name(id)).unwrap_or(unknown("publisher"));
    let published = source.published.as_ref().map_or(unknown("published"), |date| date.words.as_str());
    vec![
        ("title", source.title.clone()),
        ("publisher", publisher.to_owned()),
        ("author", source.author.join(", ")),
        ("kind", word(source.kind)),
        ("published", published.to_owned()),
        ("updated", moment(source.updated.as_ref())),
        ("level", word(source.level)),
        ("language", text(&source.language)),
        ("url", text(&source.url)),
        ("archive-url", text(&source.archive_url)),
        ("accessed", moment(source.accessed.as_ref())),
        ("sha256", source.sha256.as_ref().map(|(hash, _)| hash.clone()).unwrap_or_default()),
        ("text", source.text.as_ref().map(|(path, _)| path.clone()).unwrap_or_default()),
        ("derived-from", derived.collect::<Vec<_>>().join(", ")),
        ("capture-of", sources(source.capture_of.as_slice())),
        ("reliability", word(source.reliability)),
        ("party-to", names(&dossier.events, &source.party_to)),
        ("corrects", sources(&source.corrects)),
        ("retracts", sources(&source.retracts)),
        ("access", source.access.to_string()),
        ("note", text(&source.note)),
    ]
}

fn names<I: Id, T>(table: &Table<I, T>, list: &[I]) -> String {
    list.iter().map(|id| table.name(*id)).collect::<Vec<_>>().join(", ")
}

fn moment(of: Option<&AsOf>) -> String {
    of.map(|date| date.words.clone()).unwrap_or_default()
}

fn word<V: Vocabulary>(of: Option<V>) -> String {
    of.map(|it| it.word().to_owned()).unwrap_or_default()
}
