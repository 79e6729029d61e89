//! What is written under each key of a claim or a source, by name, so that two dossiers can be compared.

use crate::load::keys::{ClaimKey, ScopeKey, SourceKey};
use crate::model::Dossier;
use crate::model::claim::{AsOf, Claim, Quote, Scope, Stated, UNKNOWN};
use crate::model::source::{Source, Unsaid};
use crate::model::table::{ClaimId, Id, SourceId, Table};
use crate::value::calendar::Zone;
use crate::vocabulary::Vocabulary;

/// A key and what is written there; an empty text where nothing is.
pub(super) type Keys = Vec<(&'static str, String)>;

/// The keys of a claim in the order of the format's list. Its source and id are its name.
pub(super) fn of_claim(dossier: &Dossier, id: ClaimId) -> Keys {
    let mut keys = Keys::new();
    for key in ClaimKey::ALL {
        add(&mut keys, dossier, &dossier.claims[id], *key);
    }
    keys
}

/// Whether a key of a claim holds words of the desk.
pub(in crate::view) fn is_of_the_desk(key: &str) -> bool {
    key == ClaimKey::Note.name()
}

/// The keys of a source in the order of the format's list.
pub(super) fn of_source(dossier: &Dossier, id: SourceId) -> Keys {
    let source = &dossier.sources[id];
    SourceKey::ALL.iter().map(|key| (key.name(), of_source_key(dossier, source, *key))).collect()
}

fn add(keys: &mut Keys, dossier: &Dossier, claim: &Claim, key: ClaimKey) {
    let quote = |part: fn(&Quote) -> Option<&String>| text(claim.quote.as_ref().and_then(part));
    let written = match key {
        ClaimKey::Id | ClaimKey::Source => return,
        ClaimKey::Question => dossier.questions.name(claim.question).to_owned(),
        ClaimKey::Value => value(dossier, claim),
        ClaimKey::Quote => quote(|quote| Some(&quote.words)),
        ClaimKey::Prefix => quote(|quote| quote.context.prefix.as_ref()),
        ClaimKey::Suffix => quote(|quote| quote.context.suffix.as_ref()),
        ClaimKey::Locator => quote(|quote| quote.context.locator.as_ref()),
        ClaimKey::SaidBy => names(&dossier.agents, &claim.said_by),
        ClaimKey::Via => names(&dossier.agents, &claim.beside.via),
        ClaimKey::Attribution => text(claim.beside.attribution.as_ref()),
        ClaimKey::Stance => claim.stance().to_string(),
        ClaimKey::Modality => claim.modality.to_string(),
        ClaimKey::Scope => {
            keys.extend(ScopeKey::ALL.iter().map(|key| of_scope_key(dossier, &claim.scope, *key)));
            return;
        }
        ClaimKey::AsOf => moment(claim.as_of.as_deref()),
        ClaimKey::Credibility => claim.credibility.map(|it| it.to_string()).unwrap_or_default(),
        ClaimKey::Corrects => names(&dossier.claims, &claim.links.corrects),
        ClaimKey::Retracts => names(&dossier.claims, &claim.links.retracts),
        ClaimKey::Supersedes => names(&dossier.claims, &claim.links.supersedes),
        ClaimKey::Disputes => names(&dossier.claims, &claim.links.disputes),
        ClaimKey::Translation => text(claim.beside.translation.as_ref()),
        ClaimKey::Note => text(claim.beside.note.as_ref()),
    };
    keys.push((key.name(), written));
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

fn of_scope_key(dossier: &Dossier, scope: &Scope, key: ScopeKey) -> (&'static str, String) {
    fn stated<'a, T>(of: Option<&'a Stated<T>>, name: impl Fn(&'a T) -> &'a str) -> String {
        match of {
            None => String::new(),
            Some(Stated::Unknown) => UNKNOWN.to_owned(),
            Some(Stated::Is(it)) => name(it).to_owned(),
        }
    }
    match key {
        ScopeKey::Population => {
            ("scope.population", stated(scope.population.as_ref(), |id| dossier.groups.name(*id)))
        }
        ScopeKey::Place => ("scope.place", stated(scope.place.as_ref(), |id| dossier.places.name(*id))),
        ScopeKey::Period => ("scope.period", stated(scope.period.as_ref(), |period| &period.words)),
        ScopeKey::Basis => ("scope.basis", stated(scope.basis.as_ref(), |basis| basis.name())),
    }
}

fn of_source_key(dossier: &Dossier, source: &Source, key: SourceKey) -> String {
    let unsaid = |what: Unsaid| match source.unknown.iter().any(|(unsaid, _)| *unsaid == what) {
        true => UNKNOWN.to_owned(),
        false => String::new(),
    };
    let derived =
        source.derived_from.iter().map(|it| format!("{} {}", it.how, dossier.sources.name(it.source)));
    let waived = source.waive.iter().map(|it| format!("`{}` ({})", it.quote, it.reason));
    match key {
        SourceKey::Title => source.title.clone(),
        SourceKey::Publisher => source
            .publisher
            .map_or_else(|| unsaid(Unsaid::Publisher), |id| dossier.agents.name(id).to_owned()),
        SourceKey::Author => source.author.join(", "),
        SourceKey::Kind => word(source.kind),
        SourceKey::Published => {
            source.published.as_ref().map_or_else(|| unsaid(Unsaid::Published), |date| date.words.clone())
        }
        SourceKey::Updated => moment(source.updated.as_deref()),
        SourceKey::Level => word(source.level),
        SourceKey::Language => text(source.language.as_ref()),
        SourceKey::TimeZone => source.zone.as_ref().map_or("", Zone::name).to_owned(),
        SourceKey::Url => text(source.url.as_ref()),
        SourceKey::ArchiveUrl => text(source.archive_url.as_ref()),
        SourceKey::Accessed => moment(source.accessed.as_deref()),
        SourceKey::Sha256 => text(source.sha256.as_ref().map(|(hash, _)| hash)),
        SourceKey::Text => text(source.text.as_ref().map(|(path, _)| path)),
        SourceKey::TextOf => text(source.text_of.as_ref().map(|(path, _)| path)),
        SourceKey::DerivedFrom => derived.collect::<Vec<_>>().join(", "),
        SourceKey::CaptureOf => names(&dossier.sources, source.capture_of.as_slice()),
        SourceKey::Reliability => word(source.reliability),
        SourceKey::PartyTo => names(&dossier.events, &source.party_to),
        SourceKey::Corrects => names(&dossier.sources, &source.corrects),
        SourceKey::Retracts => names(&dossier.sources, &source.retracts),
        SourceKey::Waive => waived.collect::<Vec<_>>().join(", "),
        SourceKey::Access => source.access.to_string(),
        SourceKey::Note => text(source.note.as_ref()),
    }
}

fn text(of: Option<&String>) -> String {
    of.cloned().unwrap_or_default()
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
