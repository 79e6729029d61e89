//! What is told beside a claim that leaves the record: how it is read, who said it first, when it holds, how its quote stands.

use serde::Serialize;

use super::name::Who;
use super::read_claim::{HoldsAt, ReadAs, ReadClaim};
use crate::align::looked::Evidence;
use crate::judge::Court;
use crate::model::table::{ClaimId, Id};
use crate::text::OutcomeKind;
use crate::value::shape::Side;
use crate::vocabulary::vocabulary;

/// What `gainsay export` tells beside the keys of a claim, under `told`. Later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Told {
    /// Always `gainsay/export/1`.
    schema: &'static str,
    /// How the value is read; null where the claim says nothing.
    pub reading: Option<ReadAs>,
    /// Who said it first.
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

vocabulary! {
    /// How a quote stands in its text.
    pub enum QuoteStands {
        /// The same bytes stand there.
        Exact = "exact",
        /// The same words stand there in other typography.
        Folded = "folded",
        /// Its pieces stand there, in order.
        Elided = "elided",
        /// The words stand there, but not where prefix, suffix and locator say.
        Misplaced = "misplaced",
        /// It stands there more than once, and the context does not settle which.
        Ambiguous = "ambiguous",
        /// A passage resembles it.
        Near = "near",
        /// Nothing resembles it.
        Absent = "absent",
        /// The text is not held here; the lock attests that the quote was seen in it.
        Attested = "attested",
        /// The text is not held here, and nothing attests the quote.
        Unchecked = "unchecked",
    }
}

impl Told {
    pub(crate) fn new(court: &Court, id: ClaimId) -> Self {
        let dossier = court.dossier();
        let claim = &dossier.claims[id];
        let question = &dossier.questions[claim.question];
        let ReadClaim { reading, origin, as_of, .. } = ReadClaim::new(court.alignment, id);
        let hard = claim.shape().map(|shape| {
            let spelled = question.kind.spelled(shape, Side::Hard);
            spelled.unwrap_or_else(|| dossier.canonical(question, shape))
        });
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

impl QuoteStands {
    fn of(evidence: &Evidence) -> Option<Self> {
        Some(match evidence {
            Evidence::Missing => return None,
            Evidence::Unchecked => QuoteStands::Unchecked,
            Evidence::Attested(_) => QuoteStands::Attested,
            Evidence::Seen(seen) => match seen.outcome.kind() {
                OutcomeKind::Exact => QuoteStands::Exact,
                OutcomeKind::Folded => QuoteStands::Folded,
                OutcomeKind::Elided => QuoteStands::Elided,
                OutcomeKind::Misplaced => QuoteStands::Misplaced,
                OutcomeKind::Ambiguous => QuoteStands::Ambiguous,
                OutcomeKind::Near => QuoteStands::Near,
                OutcomeKind::Absent => QuoteStands::Absent,
                OutcomeKind::Unchecked => QuoteStands::Unchecked,
            },
        })
    }
}
