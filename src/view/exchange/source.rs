//! A public source with what it takes from others.

use super::claim::ExchangedClaim;
use super::whole::{Exchange, Named};
use crate::model::source::Source;
pub(crate) use crate::model::source::{Distance, How, Reliability, SourceKind};
use crate::model::table::SourceId;
use crate::text::{percent_encoded, steers};
use crate::view::fragment::address;

/// A public source.
pub(crate) struct ExchangedSource {
    pub(crate) id: String,
    pub(crate) title: String,
    /// `None` where it is not known.
    pub(crate) publisher: Option<Named>,
    pub(crate) author: Vec<String>,
    pub(crate) kind: Option<SourceKind>,
    pub(crate) level: Option<Distance>,
    pub(crate) reliability: Option<Reliability>,
    pub(crate) language: Option<String>,
    /// When it was published, as it was recorded; `None` where that is not known. So are the next two.
    pub(crate) published: Option<String>,
    pub(crate) updated: Option<String>,
    pub(crate) accessed: Option<String>,
    /// Where it stands on the web, as an IRI. So is the next.
    pub(crate) url: Option<String>,
    pub(crate) archive_url: Option<String>,
    pub(crate) sha256: Option<String>,
    /// The public sources that it takes from, and how.
    pub(crate) derived_from: Vec<(String, How)>,
    /// The public source that it is a later capture of.
    pub(crate) capture_of: Option<String>,
    pub(crate) corrects: Vec<String>,
    pub(crate) retracts: Vec<String>,
    pub(crate) note: Option<String>,
}

impl Exchange<'_> {
    /// The public sources, in the order of their ids.
    pub(crate) fn sources(&self) -> impl Iterator<Item = ExchangedSource> {
        let shown = self.dossier().sources.ids().filter(|id| self.gate().shows(*id));
        shown.map(|id| ExchangedSource::new(self, id))
    }

    /// The source that a claim stands in.
    pub(crate) fn source_of(&self, claim: &ExchangedClaim) -> ExchangedSource {
        ExchangedSource::new(self, claim.stands_in)
    }
}

impl ExchangedSource {
    /// One that the gate shows.
    pub(super) fn new(of: &Exchange, id: SourceId) -> Self {
        let dossier = of.dossier();
        let source = &dossier.sources[id];
        let derived = source.derived_from.iter().filter(|it| of.gate().shows(it.source));
        let on_the_web = |url: &Option<String>| url.as_deref().and_then(address).map(|url| iri(&url));
        let Source { kind, level, reliability, .. } = *source;
        ExchangedSource {
            id: dossier.sources.name(id).to_owned(),
            title: source.title.clone(),
            publisher: source.publisher.map(|agent| of.agent(agent)),
            author: source.author.clone(),
            kind,
            level,
            reliability,
            language: dossier.language_of(id).map(str::to_owned),
            published: source.published.as_ref().map(|date| date.words.clone()),
            updated: source.updated.as_ref().map(|date| date.words.clone()),
            accessed: source.accessed.as_ref().map(|date| date.words.clone()),
            url: on_the_web(&source.url),
            archive_url: on_the_web(&source.archive_url),
            sha256: source.sha256.as_ref().map(|(hash, _)| hash.clone()),
            derived_from: derived.map(|it| (dossier.sources.name(it.source).to_owned(), it.how)).collect(),
            capture_of: of.public_sources(&source.capture_of).pop(),
            corrects: of.public_sources(&source.corrects),
            retracts: of.public_sources(&source.retracts),
            note: source.note.clone(),
        }
    }
}

/// An address in which what no IRI may hold is percent-encoded, and what would steer a text that shows it.
fn iri(address: &str) -> String {
    let is_code = |at: usize| {
        let hex = address.as_bytes().get(at + 1..at + 3);
        hex.is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit))
    };
    let is_taken = |c: char| c.is_control() || c.is_whitespace() || steers(c) || "<>\"{}|\\^`[]%".contains(c);
    percent_encoded(address, |at, c| !is_taken(c) || c == '%' && is_code(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_what_an_iri_may_hold_and_nothing_else() {
        for (address, safe) in [
            ("https://a.example/é?b=%20#c", "https://a.example/é?b=%20#c"),
            ("https://a.example/<b>\"{c}|\\^`[d]", "https://a.example/%3Cb%3E%22%7Bc%7D%7C%5C%5E%60%5Bd%5D"),
            ("https://a.example/\u{202e}\u{1b}##[error]", "https://a.example/%E2%80%AE%1B##%5Berror%5D"),
            ("https://a.example/%zz%4", "https://a.example/%25zz%254"),
        ] {
            assert_eq!(iri(address), safe);
        }
    }
}
