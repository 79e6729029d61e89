//! A name of an agent or a place, with where it is recorded.

use serde::Serialize;

use crate::load::keys::Referent;
use crate::model::Dossier;
use crate::spot::Spelling;
use crate::text::Lines;

/// A name as it is recorded.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RecordedName {
    /// The name or the alias.
    pub spelling: String,
    /// The language that the alias says it is in; null where it says none.
    pub language: Option<String>,
    /// What has it: an agent or a place.
    pub kind: Referent,
    /// Its id.
    pub id: String,
    /// The path below the dossier of the file that defines it.
    pub file: String,
    /// The line where it is defined, from 1.
    pub line: usize,
}

impl RecordedName {
    pub(super) fn new(dossier: &Dossier, lines: &Lines<'_>, of: Spelling<'_>) -> Self {
        let (kind, spot) = match dossier.agent_of(of.node) {
            Some(agent) => (Referent::Agent, dossier.agents[agent].spot),
            None => (Referent::Place, dossier.places[dossier.place_of(of.node)].spot),
        };
        RecordedName {
            spelling: of.name.to_owned(),
            language: of.language.map(str::to_owned),
            kind,
            id: dossier.node_name(of.node).to_owned(),
            file: dossier.files.get(spot.file).path.clone(),
            line: lines.line_column(spot).0,
        }
    }
}
