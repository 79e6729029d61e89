//! What becomes of a claim that a program proposes.

use serde::Serialize;

use super::paged::Item;
use super::quoted::{Quoted, WordsOf};
use crate::align::relation::{Class, Kind};
use crate::view::added::{Refusal, RowFate, Stand, TakenRow, Warning};
use crate::view::name::ClaimName;

/// A claim that was proposed, and what becomes of it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ProposedClaim {
    /// `unreviewed` where it waits for somebody to sign it, `unchanged` where it is recorded or waits already, else `refused`.
    fate: RowFate,
    /// Its full name; absent where it comes to none.
    #[serde(skip_serializing_if = "Option::is_none")]
    claim: Option<String>,
    /// The file that it was written into, below the dossier; absent where nothing was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    /// Why it is refused.
    reasons: Vec<ProposalReason>,
    /// How it would stand to others on its question, those in dispute first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    stands: Vec<ProposalStand>,
    /// What a check would warn of it, but for how it stands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warns: Vec<ProposalWarning>,
}

/// Why a claim is refused.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ProposalReason {
    /// What is wrong.
    reason: Quoted,
    /// What would mend it; absent where nothing is known that would.
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Quoted>,
}

/// How a claim would stand to another.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ProposalStand {
    /// What the relation means for a reader.
    class: Class,
    /// How the two are related.
    relation: Kind,
    /// The other claim.
    claim: ClaimName,
    /// Why they are related so.
    reason: Quoted,
}

/// What a check would warn of.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ProposalWarning {
    /// The rule, by name.
    rule: &'static str,
    /// What it says.
    message: Quoted,
    /// What would mend it; absent where nothing is known that would.
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Quoted>,
}

impl Item for ProposedClaim {
    const SCHEMA: &'static str = "gainsay/mcp-propose-claim/1";

    fn quoted(&mut self) -> Vec<&mut Quoted> {
        let reasons = self.reasons.iter_mut().flat_map(|it| [&mut it.reason].into_iter().chain(&mut it.help));
        let warns = self.warns.iter_mut().flat_map(|it| [&mut it.message].into_iter().chain(&mut it.help));
        let stands = self.stands.iter_mut().map(|it| &mut it.reason);
        reasons.chain(warns).chain(stands).collect()
    }
}

impl ProposedClaim {
    /// What became of a row, and the file that was written for it.
    pub(crate) fn new(row: TakenRow, file: Option<String>) -> Self {
        ProposedClaim {
            fate: row.fate,
            claim: row.claim,
            file,
            reasons: row.reasons.into_iter().map(ProposalReason::new).collect(),
            stands: row.stands.into_iter().map(ProposalStand::new).collect(),
            warns: row.warns.into_iter().map(ProposalWarning::new).collect(),
        }
    }
}

impl ProposalReason {
    fn new(Refusal { reason, help, .. }: Refusal) -> Self {
        ProposalReason {
            reason: WordsOf::Gainsay.says(reason),
            help: help.map(|it| WordsOf::Gainsay.says(it)),
        }
    }
}

impl ProposalStand {
    fn new(Stand { class, relation, claim, reason }: Stand) -> Self {
        ProposalStand { class, relation, claim, reason: WordsOf::Gainsay.says(reason) }
    }
}

impl ProposalWarning {
    fn new(Warning { rule, message, help }: Warning) -> Self {
        let ours = WordsOf::Gainsay;
        ProposalWarning { rule, message: ours.says(message), help: help.map(|it| ours.says(it)) }
    }
}
