//! One question of the report: all that its sources say on it, how each claim stands, and who stands behind.

use std::ops::Not;

use serde::Serialize;

use super::line::ReadingLine;
use super::statement::Statement;
use crate::judge::Court;
pub(crate) use crate::judge::standing::Standing;
use crate::judge::standing::standings;
use crate::model::question::OverTime;
use crate::model::table::{ClaimId, Id, QuestionId};
use crate::value::types::Type;
use crate::view::containment::{NamedPlace, places};
use crate::view::name::{ClaimName, QuestionName, Who};
use crate::view::position::HeldPosition;
use crate::view::trace::{Chain, Speaking};
use crate::view::withheld::Gate;

/// So many claims of a question are told one by one where there is room for some alone.
const MOST_TOLD: usize = 120;

/// A question that is in dispute, or that two sources or more speak of.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AskedQuestion {
    /// The question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// The title of the event that it is about.
    pub event: String,
    /// What is asked, in words.
    pub ask: String,
    /// The type that its values are read by.
    #[serde(rename = "type")]
    pub kind: Type,
    /// Whether it asks for a running toll, so that the as-of of each figure matters.
    pub grows: bool,
    /// What time does to the answer.
    pub over_time: OverTime,
    /// Its claims, in the order of their names.
    pub claims: Vec<AskedClaim>,
    /// Its positions, in the order of their claims.
    pub positions: Vec<HeldPosition>,
    /// Whether there are more, which are not worked out (`limit-reached`); absent where there are none.
    #[serde(skip_serializing_if = "Not::not")]
    pub positions_cut: bool,
    /// The places that the claims name, under what contains them.
    pub places: Vec<NamedPlace>,
    /// The way of each claim to its origin, in the order of the claims.
    pub chains: Vec<Chain>,
    /// The readings of the claims that are told, side by side; null where nothing on the line has an end.
    #[serde(skip)]
    pub(crate) line: Option<ReadingLine>,
}

/// A claim with how it stands among the others, and whom it goes back to.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AskedClaim {
    /// What is said, and who says it.
    #[serde(flatten)]
    pub said: Statement,
    /// How it stands among the other claims on the question.
    pub stands: Standing,
    /// Who said it first.
    pub origin: Who,
    /// False where the origin has no name, or is not known.
    pub established: bool,
}

impl AskedQuestion {
    pub(in crate::view) fn new(court: &Court, gate: Gate, speaking: &Speaking, id: QuestionId) -> Self {
        let dossier = court.dossier();
        let question = &dossier.questions[id];
        let claims = court.alignment.claims.on(id);
        let standings = standings(court, id);
        let told = claims.iter().zip(standings).map(|(id, stands)| AskedClaim::new(court, gate, *id, stands));
        let told: Vec<AskedClaim> = told.collect();
        let drawn = claims.iter().zip(&told).take(MOST_TOLD).map(|(id, claim)| (*id, &claim.said));
        AskedQuestion {
            question: QuestionName::new(dossier, id),
            event: dossier.events[question.event].title.clone(),
            ask: question.ask.clone(),
            kind: question.kind.of(),
            grows: question.over_time == OverTime::Grows,
            over_time: question.over_time,
            line: ReadingLine::new(dossier, &question.kind, drawn),
            claims: told,
            positions: HeldPosition::on(court, id),
            positions_cut: court.is_cut(id),
            places: places(court, claims),
            chains: Chain::on(court, gate, speaking, id),
        }
    }

    /// A claim of it by its name.
    pub(crate) fn claim(&self, name: &ClaimName) -> Option<&AskedClaim> {
        self.claims.binary_search_by(|claim| claim.said.claim.cmp(name)).ok().map(|at| &self.claims[at])
    }

    /// What a source is called for short; its id where no claim is of it.
    pub(crate) fn carrier(&self, source: &str) -> String {
        // Claims are in the order of their names, which begin with that of their source and a `#`.
        let first = ClaimName::of(source, "");
        let at = self.claims.partition_point(|claim| claim.said.claim < first);
        let claim = self.claims.get(at).filter(|claim| claim.said.source == source);
        claim.map_or_else(|| source.to_owned(), |claim| claim.said.carrier())
    }

    /// The claims that are told one by one.
    pub(crate) fn told(&self) -> &[AskedClaim] {
        &self.claims[..self.claims.len().min(MOST_TOLD)]
    }
}

impl AskedClaim {
    pub(in crate::view) fn new(court: &Court, gate: Gate, id: ClaimId, stands: Standing) -> Self {
        let origin = &court.alignment.origins[id.index()];
        AskedClaim {
            said: Statement::new(court, gate, id),
            stands,
            origin: Who::new(court.dossier(), origin.speaker),
            established: origin.established,
        }
    }
}
