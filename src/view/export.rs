//! What is told beside a claim that leaves the record: how it is read, who said it first, when it holds, how its quote stands.

use serde::Serialize;

use super::exchange::Public;
use super::name::Who;
pub use super::quote_stands::QuoteStands;
use super::read_claim::{HoldsAt, ReadAs, ReadClaim};
use crate::judge::Court;
use crate::model::table::{ClaimId, Id};
use crate::value::shape::Side;

/// What `gainsay export` tells beside the keys of a claim, under `told`. Later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Told {
    /// Always `gainsay/export/1`.
    schema: &'static str,
    /// How the value is read; null where the claim says nothing.
    pub reading: Option<ReadAs>,
    /// Who said it first; `unknown` where only a restricted source tells.
    pub origin: Who,
    /// The moment that the value holds for.
    #[serde(rename = "as-of")]
    pub as_of: HoldsAt,
    /// How the quote stands in its text; null where there is none.
    pub outcome: Option<QuoteStands>,
    /// All that the value's words allow, for people; empty where the claim says nothing.
    #[serde(skip)]
    pub(crate) hard: String,
}

impl Told {
    pub(crate) fn new(court: &Court, public: &Public, id: ClaimId) -> Self {
        let dossier = court.dossier();
        let claim = &dossier.claims[id];
        let question = &dossier.questions[claim.question];
        let ReadClaim { reading, as_of, .. } = ReadClaim::new(court.alignment, id);
        let hard = claim.shape().map(|shape| {
            let spelled = question.kind.spelled(shape, Side::Hard);
            spelled.unwrap_or_else(|| dossier.canonical(question, shape))
        });
        let origin = public.origin(court.alignment, id).unwrap_or(Who::Unknown);
        let outcome = QuoteStands::of(&court.alignment.evidence[id.index()]);
        Told { schema: "gainsay/export/1", reading, origin, as_of, outcome, hard: hard.unwrap_or_default() }
    }

    /// The columns of it in a table, behind those of the claim's keys.
    pub(crate) const COLUMNS: [&str; 4] = ["told.reading", "told.origin", "told.as-of", "told.outcome"];

    /// What stands in them.
    pub(crate) fn cells(&self) -> [String; 4] {
        let outcome = self.outcome.map(|outcome| outcome.name().to_owned());
        [self.hard.clone(), self.origin.to_string(), self.as_of.value.clone(), outcome.unwrap_or_default()]
    }
}
