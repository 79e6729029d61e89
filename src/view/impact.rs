//! The view of an impact, version 1: claims, positions and assessments that fall with a source or an agent.

use std::collections::BTreeMap;
use std::ops::Not;

use serde::Serialize;

use super::label::label;
use super::name::{ClaimName, QuestionName};
pub(crate) use crate::align::impact::Because;
use crate::align::impact::{Fallen, Taken, fallen, left_over};
use crate::align::independence::Ties;
use crate::align::positions::Position;
use crate::judge::Court;
use crate::model::claim::{Assessment, Status};
use crate::model::table::{ClaimId, QuestionId};
use crate::vocabulary::vocabulary;

/// What falls. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Impact {
    /// Always `gainsay/impact/1`.
    schema: &'static str,
    /// What is taken out.
    pub of: TakenOut,
    /// The claims that fall, in the order of their names.
    pub claims: Vec<FallenClaim>,
    /// The positions that lose something: the gravest losses first.
    pub positions: Vec<PositionLoss>,
    /// The desk's assessments that lean on what falls.
    pub assessments: Vec<Leaning>,
    /// How many claims the dossier has.
    pub of_claims: usize,
    /// Whether more may fall, which say again what falls and were not looked at; absent where there are none.
    #[serde(skip_serializing_if = "Not::not")]
    pub claims_cut: bool,
}

/// What is taken out.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TakenOut {
    /// What it is.
    pub kind: TakenKind,
    /// Its id.
    pub id: String,
    /// The source's title, or the agent's name.
    pub name: String,
}

vocabulary! {
    /// What may be taken out of a dossier.
    pub enum TakenKind {
        /// A source: all that stands in it.
        Source = "source",
        /// An agent: all that it publishes, says or passes on.
        Agent = "agent",
    }
}

/// A claim that falls.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FallenClaim {
    /// The claim, as `SOURCE#ID`.
    pub claim: ClaimName,
    /// Its question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// What it says, its stance included.
    pub words: String,
    /// Why it falls.
    pub because: Because,
}

/// A position before and after.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PositionLoss {
    /// The question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// What its claims say, each once.
    pub says: String,
    /// What it loses.
    pub loss: Loss,
    /// Its claims that fall.
    pub claims: Vec<ClaimName>,
    /// Its claims that are left.
    pub left: Vec<ClaimName>,
    /// The groups of origins that hold one which is established.
    pub independent: BeforeAfter,
    /// The groups of origins that hold none.
    pub not_established: BeforeAfter,
}

vocabulary! {
    /// What a position loses, the gravest first.
    pub enum Loss {
        /// Its last independent origin, while somebody still says it.
        LastOrigin = "last-origin",
        /// All who say it.
        Gone = "gone",
        /// Some of its origins.
        Weaker = "weaker",
    }
}

/// How many there are before and after.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BeforeAfter {
    /// With all claims.
    pub before: usize,
    /// Without those that fall.
    pub after: usize,
}

/// An assessment that leans on what falls.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Leaning {
    /// The question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// How the question stands, as the desk sees it.
    pub status: Status,
    /// Why, in the desk's words.
    pub rationale: String,
    /// The claims that fall of those that it explains; of those on its question, where it names none.
    pub claims: Vec<ClaimName>,
    /// The claims that fall of those that it prefers.
    pub preferred: Vec<ClaimName>,
}

impl Impact {
    pub(crate) fn new(court: &Court, taken: Taken) -> Self {
        let dossier = court.dossier();
        let Fallen { claims: fallen, is_cut } = fallen(court.alignment, taken);
        let ties = Ties::new(court.alignment);
        let of = match taken {
            Taken::Source(id) => TakenOut {
                kind: TakenKind::Source,
                id: dossier.sources.name(id).to_owned(),
                name: dossier.sources[id].title.clone(),
            },
            Taken::Agent(id) => TakenOut {
                kind: TakenKind::Agent,
                id: dossier.agents.name(id).to_owned(),
                name: dossier.agents[id].name.clone(),
            },
        };
        let mut positions = Vec::new();
        for question in dossier.questions.ids() {
            for position in court.positions_on(question) {
                positions.extend(loss(court, &ties, question, position, &fallen));
            }
        }
        positions.sort_by_key(|position| position.loss);
        Impact {
            schema: "gainsay/impact/1",
            of,
            claims: fallen.iter().map(|(id, because)| FallenClaim::new(court, *id, *because)).collect(),
            positions,
            assessments: leaning(court, &fallen),
            of_claims: dossier.claims.len(),
            claims_cut: is_cut,
        }
    }
}

impl FallenClaim {
    fn new(court: &Court, id: ClaimId, because: Because) -> Self {
        let dossier = court.dossier();
        let claim = &dossier.claims[id];
        FallenClaim {
            claim: ClaimName::new(dossier, id),
            question: QuestionName::new(dossier, claim.question),
            words: dossier.said(claim),
            because,
        }
    }
}

fn loss(
    court: &Court,
    ties: &Ties,
    question: QuestionId,
    position: &Position,
    fallen: &BTreeMap<ClaimId, Because>,
) -> Option<PositionLoss> {
    let dossier = court.dossier();
    // Where nobody supports a position, those that allow it are all that it has.
    let behind = if position.supporting.is_empty() { &position.claims } else { &position.supporting };
    if !behind.iter().any(|id| fallen.contains_key(id)) {
        return None;
    }
    let (before, after) = (&position.origins, left_over(court.alignment, ties, behind, fallen));
    let names =
        |holds: &dyn Fn(&ClaimId) -> bool| ClaimName::all(dossier, behind.iter().filter(|id| holds(id)));
    let loss = if after.groups.is_empty() {
        Loss::Gone
    } else if before.independent > 0 && after.independent == 0 {
        Loss::LastOrigin
    } else if (after.independent, after.groups.len()) < (before.independent, before.groups.len()) {
        Loss::Weaker
    } else {
        return None;
    };
    Some(PositionLoss {
        question: QuestionName::new(dossier, question),
        says: label(dossier, position, &|id| dossier.said(&dossier.claims[id])),
        loss,
        claims: names(&|id| fallen.contains_key(id)),
        left: names(&|id| !fallen.contains_key(id)),
        independent: BeforeAfter { before: before.independent, after: after.independent },
        not_established: BeforeAfter { before: before.not_established, after: after.not_established },
    })
}

/// The assessments that name a claim which falls; or name none, and are of a question where one does.
fn leaning(court: &Court, fallen: &BTreeMap<ClaimId, Because>) -> Vec<Leaning> {
    let dossier = court.dossier();
    let named = |ids: &[ClaimId]| ClaimName::all(dossier, ids.iter().filter(|id| fallen.contains_key(id)));
    let view = |assessment: &Assessment| {
        let all = court.alignment.claims.on(assessment.question);
        Leaning {
            question: QuestionName::new(dossier, assessment.question),
            status: assessment.status,
            rationale: assessment.rationale.clone(),
            claims: named(if assessment.claims.is_empty() { all } else { &assessment.claims }),
            preferred: named(&assessment.preferred),
        }
    };
    let views = dossier.assessments.iter().map(view);
    views.filter(|view| !view.claims.is_empty() || !view.preferred.is_empty()).collect()
}
