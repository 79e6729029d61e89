//! A position as it is shown: its claims, and the sources and origins that stand behind them.

use serde::Serialize;

use super::covers::plain;
use super::label::{common, label};
use super::name::{ClaimName, Who};
use crate::align::Alignment;
use crate::align::positions::Position;
use crate::judge::Court;
use crate::model::table::QuestionId;

/// Claims that can hold at once, none of which could be added to, and who stands behind them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct HeldPosition {
    /// The claims that can hold at once.
    pub claims: Vec<ClaimName>,
    /// Those of them that support the position rather than merely allow it.
    pub supporting: Vec<ClaimName>,
    /// The sources of its claims.
    pub sources: Vec<String>,
    /// The origins behind the claims that support it, in groups that count as one.
    pub origins: Vec<Vec<Who>>,
    /// How many of the groups hold an origin that is established.
    pub independent: usize,
    /// How many of the groups hold none.
    pub not_established: usize,
    /// On a question with `many`, the ids that it is about.
    pub items: Vec<String>,
    /// On a question with `many`, the claims that rule one of these out.
    pub against: Vec<ClaimName>,
    /// What its claims say, each once.
    #[serde(skip)]
    pub(crate) label: String,
    /// The claims that stand behind each of `origins`.
    #[serde(skip)]
    pub(crate) groups: Vec<Vec<ClaimName>>,
    /// The label with days for EDTF.
    #[serde(skip)]
    pub(crate) plain: String,
    /// What they have in common, in words for people; the label where nothing tells.
    #[serde(skip)]
    pub(crate) name: String,
}

/// Whether a list is whole: what counts what it lacks is left out then.
pub(crate) fn is_none_left_out(count: &usize) -> bool {
    *count == 0
}

impl HeldPosition {
    pub(crate) fn new(alignment: &Alignment, position: &Position) -> Self {
        let dossier = alignment.dossier;
        let origins = &position.origins;
        let groups = || origins.groups.iter();
        let say = |id| plain(dossier, id);
        HeldPosition {
            claims: ClaimName::all(dossier, &position.claims),
            supporting: ClaimName::all(dossier, &position.supporting),
            sources: position.sources.iter().map(|id| dossier.sources.name(*id).to_owned()).collect(),
            origins: groups()
                .map(|group| group.origins.iter().map(|of| Who::new(dossier, *of)).collect())
                .collect(),
            independent: origins.independent,
            not_established: origins.not_established,
            items: position.items.iter().map(|item| dossier.node_name(*item).to_owned()).collect(),
            against: ClaimName::all(dossier, &position.against),
            label: label(dossier, position, &|id| dossier.said(&dossier.claims[id])),
            groups: groups().map(|group| ClaimName::all(dossier, &group.claims)).collect(),
            name: common(dossier, position, &say).unwrap_or_else(|| label(dossier, position, &say)),
            plain: label(dossier, position, &say),
        }
    }

    /// The positions on a question, in the order of their claims.
    pub(crate) fn on(court: &Court, question: QuestionId) -> Vec<Self> {
        court.positions_on(question).iter().map(|it| HeldPosition::new(court.alignment, it)).collect()
    }

    /// How many sources have a claim that supports it.
    pub(crate) fn source_count(&self) -> usize {
        let mut sources: Vec<&str> = self.supporting.iter().map(ClaimName::source).collect();
        sources.sort_unstable();
        sources.dedup();
        sources.len()
    }
}
