//! A source as the report names it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::statement::{carrier, day};
use crate::model::Dossier;
use crate::model::source::{Distance, Reliability, SourceKind};
use crate::model::table::{Id, SourceId};
use crate::view::withheld::Gate;

/// A source with what is known of it, but for what its access restricts.
#[derive(Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReportedSource {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is called for short, no two alike: `AFP, 19 Oct 2023`.
    pub label: String,
    /// The name of its publisher; null where that is not known.
    pub publisher: Option<String>,
    /// When it was published, as it was recorded; `unknown` where that is not known.
    pub published: String,
    /// How many claims it makes.
    pub claims: usize,
    /// Whether its restricted fields are left out here.
    pub restricted: bool,
    /// What sort of text it is; null where that was not recorded.
    pub kind: Option<SourceKind>,
    /// How near it is to the event; null where that was not recorded.
    pub level: Option<Distance>,
    /// Its language, as a BCP 47 tag; null where that was not recorded.
    pub language: Option<String>,
    /// Admiralty code, A to F; null where that was not recorded.
    pub reliability: Option<Reliability>,
    /// Who wrote it; empty where that is not known, or withheld.
    pub author: Vec<String>,
    /// Where it stands on the web; null where that was not recorded, or is withheld.
    pub url: Option<String>,
    /// Where an archived copy stands; null where that was not recorded, or is withheld.
    pub archive_url: Option<String>,
    /// A note of the desk; null where there is none, or where it is withheld.
    pub note: Option<String>,
}

impl ReportedSource {
    /// All sources of a dossier, in the order of their ids.
    pub(in crate::view) fn all(dossier: &Dossier, gate: Gate) -> Vec<Self> {
        let mut claims = vec![0; dossier.sources.len()];
        dossier.claims.iter().for_each(|(_, claim)| claims[claim.source.index()] += 1);
        let mut all: Vec<ReportedSource> = dossier
            .sources
            .ids()
            .zip(claims)
            .map(|(id, claims)| ReportedSource::new(dossier, gate, id, claims))
            .collect();
        let mut labels: BTreeMap<String, usize> = BTreeMap::new();
        all.iter().for_each(|source| *labels.entry(source.label.clone()).or_default() += 1);
        for source in all.iter_mut().filter(|source| labels[&source.label] > 1) {
            source.label = format!("{} ({})", source.label, source.id);
        }
        all
    }

    fn new(dossier: &Dossier, gate: Gate, id: SourceId, claims: usize) -> Self {
        let source = &dossier.sources[id];
        let shown = Some(source).filter(|_| gate.shows(id));
        let publisher = source.publisher.map(|agent| dossier.agents[agent].name.clone());
        ReportedSource {
            id: dossier.sources.name(id).to_owned(),
            title: source.title.clone(),
            label: carrier(publisher.as_deref(), &source.title, day(source).as_deref()),
            publisher,
            published: source.published.as_ref().map_or("unknown".to_owned(), |date| date.words.clone()),
            claims,
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
