//! A source as the report names it.

use serde::Serialize;

use crate::model::Dossier;
use crate::model::source::{Distance, Reliability, SourceKind};
use crate::model::table::SourceId;
use crate::view::withheld::Gate;

/// A source with what is known of it, but for what its access restricts.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ReportedSource {
    /// Its id.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
    /// The name of its publisher; null where that is not known.
    pub(crate) publisher: Option<String>,
    /// When it was published, as it was recorded; `unknown` where that is not known.
    pub(crate) published: String,
    /// How many claims it makes.
    pub(crate) claims: usize,
    /// Whether its restricted fields are left out here.
    pub(crate) restricted: bool,
    /// What sort of text it is; null where that was not recorded.
    pub(crate) kind: Option<SourceKind>,
    /// How near it is to the event; null where that was not recorded.
    pub(crate) level: Option<Distance>,
    /// Its language, as a BCP 47 tag; null where that was not recorded.
    pub(crate) language: Option<String>,
    /// Admiralty code, A to F; null where that was not recorded.
    pub(crate) reliability: Option<Reliability>,
    /// Who wrote it; empty where that is not known, or withheld.
    pub(crate) author: Vec<String>,
    /// Where it stands on the web; null where that was not recorded, or is withheld.
    pub(crate) url: Option<String>,
    /// Where an archived copy stands; null where that was not recorded, or is withheld.
    pub(crate) archive_url: Option<String>,
    /// A note of the desk; null where there is none, or where it is withheld.
    pub(crate) note: Option<String>,
}

impl ReportedSource {
    pub(super) fn new(dossier: &Dossier, gate: Gate, id: SourceId) -> Self {
        let source = &dossier.sources[id];
        let shown = Some(source).filter(|_| gate.shows(id));
        ReportedSource {
            id: dossier.sources.name(id).to_owned(),
            title: source.title.clone(),
            publisher: source.publisher.map(|agent| dossier.agents[agent].name.clone()),
            published: source.published.as_ref().map_or("unknown".to_owned(), |date| date.words.clone()),
            claims: dossier.claims.iter().filter(|(_, claim)| claim.source == id).count(),
            restricted: source.is_restricted(),
            kind: source.kind,
            level: source.level,
            language: source.language.clone(),
            reliability: source.reliability,
            author: shown.map(|source| source.author.clone()).unwrap_or_default(),
            url: shown.and_then(|source| source.url.clone()),
            archive_url: shown.and_then(|source| source.archive_url.clone()),
            note: shown.and_then(|source| source.note.clone()),
        }
    }
}
