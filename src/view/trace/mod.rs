//! The view of a trace, version 1: the attribution chains of the claims on a question, hop by hop to their origins.

mod chain;
mod tracer;

use std::ops::Not;

use serde::Serialize;

pub use chain::{Chain, Hop, Role, Stage, TakenFrom, WhyAside};
pub(crate) use tracer::Speaking;
use tracer::Tracer;

use super::name::{ClaimName, QuestionName};
use super::position::HeldPosition;
use super::withheld::{Gate, Reader};
use crate::judge::Court;
use crate::model::table::{ClaimId, QuestionId};

/// Chains of attribution. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Trace {
    /// Always `gainsay/trace/1`.
    schema: &'static str,
    /// The question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// What is asked, in words.
    pub ask: String,
    /// One for each claim on the question, in the order of their names; one alone where a claim was asked for.
    pub chains: Vec<Chain>,
    /// The positions on the question; where a claim was asked for, those that it is of.
    pub positions: Vec<HeldPosition>,
    /// Whether there are more, which are not worked out (`limit-reached`); absent where there are none.
    #[serde(skip_serializing_if = "Not::not")]
    pub positions_cut: bool,
    /// What was asked for.
    #[serde(skip)]
    pub(crate) asked: TraceOf,
}

/// What is traced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TraceOf {
    /// All claims on a question.
    Question,
    /// One claim.
    Claim,
}

impl Trace {
    /// All claims on a question, or one of them, for a reader.
    pub(crate) fn new(court: &Court, question: QuestionId, only: Option<ClaimId>, reader: Reader) -> Self {
        let dossier = court.dossier();
        let gate = Gate::new(dossier, reader);
        let speaking = Speaking::new(dossier);
        let claims: Vec<ClaimId> = match only {
            Some(only) => vec![only],
            None => court.alignment.claims.on(question).to_vec(),
        };
        let tracer = Tracer::new(court, gate, &speaking, question, claims.len());
        let positions = court.positions_on(question).iter();
        let positions = positions.filter(|position| only.is_none_or(|only| position.claims.contains(&only)));
        Trace {
            schema: "gainsay/trace/1",
            question: QuestionName::new(dossier, question),
            ask: dossier.questions[question].ask.clone(),
            chains: claims.into_iter().map(|id| tracer.chain(id)).collect(),
            positions: positions.map(|position| HeldPosition::new(court.alignment, position)).collect(),
            positions_cut: court.is_cut(question),
            asked: if only.is_some() { TraceOf::Claim } else { TraceOf::Question },
        }
    }

    /// The chain of a claim.
    pub(crate) fn chain(&self, claim: &ClaimName) -> Option<&Chain> {
        self.chains.binary_search_by(|chain| chain.claim.cmp(claim)).ok().map(|index| &self.chains[index])
    }
}
