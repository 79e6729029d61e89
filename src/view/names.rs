//! The view of names in different scripts that may be one, version 1.

use serde::Serialize;

use super::aliases::{SuggestedAlias, gathered};
pub use super::recorded_name::RecordedName;
use super::withheld::Gate;
use crate::model::table::SourceId;
use crate::spot::{NameLinks, SoughtText};
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
    /// How many texts of sources were looked at for names in scripts that they are not recorded in.
    pub texts: usize,
    /// How many sources have no text that could be looked at.
    pub unread: usize,
    /// Words of texts that may be a name which is recorded in other scripts alone, in the order of the dossier; of each name the spellings that
    /// stand most often first, at most three.
    pub aliases: Vec<SuggestedAlias>,
    /// How many spellings are not listed, because three of the name are.
    pub left_out: usize,
    /// How many spellings are not listed, because they stand in texts alone to which access is restricted.
    pub withheld: usize,
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

impl SuggestedNames {
    /// `looked` has what was found in the text of each source; of one that could not be looked at nothing.
    pub(crate) fn new(
        gate: Gate<'_>,
        found: &NameLinks<'_>,
        looked: Vec<(SourceId, Option<SoughtText<'_>>)>,
    ) -> Self {
        let dossier = gate.dossier();
        let lines = Lines::new(&dossier.files);
        let links = found.links.iter().map(|link| SuggestedLink {
            strength: link.strength,
            because: link.because,
            one: RecordedName::new(dossier, &lines, link.one),
            other: RecordedName::new(dossier, &lines, link.other),
        });
        let texts = looked.iter().filter(|(_, text)| text.is_some()).count();
        let unread = looked.len() - texts;
        let sought = looked.into_iter().filter_map(|(source, text)| Some((source, text?)));
        let gathered = gathered(gate, &lines, sought);
        SuggestedNames {
            schema: "gainsay/names/1",
            names: found.names,
            pairs: found.pairs,
            kept_apart: found.kept_apart,
            suggested: links.collect(),
            texts,
            unread,
            aliases: gathered.aliases,
            left_out: gathered.left_out,
            withheld: gathered.withheld,
        }
    }
}
