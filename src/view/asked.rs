//! One question of the report: all that its sources say on it, how each claim stands, and who stands behind.

use serde::Serialize;

use super::containment::{NamedPlace, places};
use super::position::HeldPosition;
use super::report::SaidView;
use super::trace::Chain;
use crate::align::origin::named;
use crate::judge::Court;
use crate::judge::standing::{Standing, standings};
use crate::model::table::{ClaimId, Id, QuestionId};
use crate::value::kind::Kind;

/// A question that is in dispute, or that two sources or more speak of.
#[derive(Serialize)]
pub(crate) struct AskedView {
    pub(crate) question: String,
    pub(crate) event: String,
    pub(crate) ask: String,
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    /// Whether it asks for a running toll, so that the as-of of each figure matters.
    pub(crate) grows: bool,
    pub(crate) claims: Vec<AskedClaim>,
    pub(crate) positions: Vec<HeldPosition>,
    /// The places that the claims name, under what contains them.
    pub(crate) places: Vec<NamedPlace>,
    pub(crate) chains: Vec<Chain>,
    /// How its numbers and days are written.
    #[serde(skip)]
    pub(crate) written: Kind,
}

/// A claim with how it stands among the others, and whom it goes back to.
#[derive(Serialize)]
pub(crate) struct AskedClaim {
    #[serde(flatten)]
    pub(crate) said: SaidView,
    pub(crate) stands: Standing,
    pub(crate) origin: String,
    /// False where the origin has no name, or is not known.
    pub(crate) established: bool,
}

impl AskedView {
    pub(crate) fn new(court: &Court, id: QuestionId) -> Self {
        let dossier = court.dossier();
        let question = &dossier.questions[id];
        let claims = court.alignment.claims.on(id);
        let told = claims
            .iter()
            .zip(standings(court, id))
            .map(|(claim, stands)| AskedClaim::new(court, *claim, stands));
        AskedView {
            question: dossier.questions.name(id).to_owned(),
            event: dossier.events[question.event].title.clone(),
            ask: question.ask.clone(),
            kind: question.kind.name(),
            grows: question.grows,
            claims: told.collect(),
            positions: HeldPosition::on(court, id),
            places: places(court, claims),
            chains: claims.iter().map(|claim| Chain::new(court, *claim)).collect(),
            written: question.kind.clone(),
        }
    }
}

impl AskedClaim {
    fn new(court: &Court, id: ClaimId, stands: Standing) -> Self {
        let origin = &court.alignment.origins[id.index()];
        AskedClaim {
            said: SaidView::new(court, id),
            stands,
            origin: named(court.dossier(), origin.speaker),
            established: origin.established,
        }
    }
}
