//! The view of names in different scripts that may be one, version 1.

use serde::Serialize;

use crate::load::keys::Referent;
use crate::model::Dossier;
use crate::spot::{NameLinks, Spelling};
use crate::text::Lines;
use crate::text::scripts::{Strength, WhyAlike};

/// Names of agents and places in different scripts that may be one. Each is a suggestion: only an alias that is recorded makes two names
/// one. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SuggestedNames {
    /// Always `gainsay/names/1`.
    schema: &'static str,
    /// How many names are in a script that is read: Latin, Cyrillic, Arabic and Hebrew letters.
    pub names: usize,
    /// How many pairs of names in two scripts were held against each other.
    pub pairs: usize,
    /// How many pairs of agents or places are near and are recorded as `confusable-with`: they are not suggested.
    pub kept_apart: usize,
    /// What is suggested, the strongest first; of each two agents or places the two names that are nearest.
    pub suggested: Vec<SuggestedLink>,
}

/// Two names that may be one.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SuggestedLink {
    /// How much speaks for it.
    pub strength: Strength,
    /// Why it is suggested.
    pub because: WhyAlike,
    /// The first in the order of the dossier.
    pub one: RecordedName,
    /// The other, in another script.
    pub other: RecordedName,
}

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

impl SuggestedNames {
    pub(crate) fn new(dossier: &Dossier, found: &NameLinks<'_>) -> Self {
        let lines = Lines::new(&dossier.files);
        let links = found.links.iter().map(|link| SuggestedLink {
            strength: link.strength,
            because: link.because,
            one: RecordedName::new(dossier, &lines, link.one),
            other: RecordedName::new(dossier, &lines, link.other),
        });
        SuggestedNames {
            schema: "gainsay/names/1",
            names: found.names,
            pairs: found.pairs,
            kept_apart: found.kept_apart,
            suggested: links.collect(),
        }
    }
}

impl RecordedName {
    fn new(dossier: &Dossier, lines: &Lines<'_>, of: Spelling<'_>) -> Self {
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
