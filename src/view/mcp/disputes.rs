//! What is in dispute: each dispute with its sides, and, where it is asked for in full, their words and the rows that hold.

use serde::Serialize;

use super::paged::Item;
use super::quoted::{Quoted, WordsOf};
use super::spoken::SpokenClaim;
use crate::view::name::{ClaimName, QuestionName};
use crate::view::position::is_none_left_out;
use crate::view::report::disagreement::{Class, Kind, Status};
use crate::view::report::{Clash, Disagreement, DisputeRule, DisputeSide};
use crate::vocabulary::vocabulary;

/// So many sides of a dispute are told, so many claims of each are named, and of so many things it is said what would settle it.
const MOST_TOLD: usize = 12;

vocabulary! {
    /// How much is told of a dispute.
    pub(crate) enum Detail {
        /// What it is about, its sides, what explains it.
        Brief = "brief",
        /// That, the words of each claim, and how each two of them are related.
        Full = "full",
    }
}

/// A part of what is in dispute.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) enum InDispute {
    /// A dispute, ahead of its claims and pairs.
    Dispute(Box<ToldDispute>),
    /// A claim of it.
    Claim(Box<SidedClaim>),
    /// Two claims of it that do not go together.
    Pair(ClashingPair),
}

/// Claims that do not go together.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ToldDispute {
    /// Sixteen hexadecimal digits that name it.
    dispute: String,
    /// The rule that found it.
    rule: DisputeRule,
    /// What such a dispute is.
    means: &'static str,
    /// What it means for a reader.
    class: Class,
    /// The question, as `EVENT/QUESTION`.
    question: QuestionName,
    /// What is asked.
    ask: Quoted,
    /// The title of the event that it is about.
    event: Quoted,
    /// What is found, in one sentence.
    found: Quoted,
    /// The answers that are given, those of most claims first; the first twelve.
    sides: Vec<ToldSide>,
    /// How many more there are; absent where there is none.
    #[serde(skip_serializing_if = "is_none_left_out")]
    sides_left_out: usize,
    /// The rows of the table of relations that hold of its pairs.
    rows: Vec<u8>,
    /// What would settle it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    settles: Vec<Quoted>,
    /// Why it stands, in the desk's words; absent where the desk has not explained it.
    #[serde(skip_serializing_if = "Option::is_none")]
    explained: Option<Quoted>,
    /// How the question stands, as the desk sees it; absent where the desk has not said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
    /// Who explained it; absent where nobody did, or where that was not recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_by: Option<Quoted>,
}

/// An answer, and the claims that give it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ToldSide {
    /// What they say, their stance included.
    says: Quoted,
    /// The claims, the first twelve.
    claims: Vec<ClaimName>,
    /// How many more there are; absent where there is none.
    #[serde(skip_serializing_if = "is_none_left_out")]
    claims_left_out: usize,
}

/// A claim on one side of a dispute.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct SidedClaim {
    /// The digits of the dispute.
    dispute: String,
    /// What is said.
    #[serde(flatten)]
    said: SpokenClaim,
}

/// Two claims that do not go together.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ClashingPair {
    /// The digits of the dispute.
    dispute: String,
    /// The first claim.
    a: ClaimName,
    /// The second claim.
    b: ClaimName,
    /// How the two are related.
    relation: Kind,
    /// The row of the table of relations that holds of them.
    row: u8,
    /// Why they are related so.
    reason: Quoted,
}

impl Item for InDispute {
    const SCHEMA: &'static str = "gainsay/mcp-disputes/1";

    fn quoted(&mut self) -> Vec<&mut Quoted> {
        match self {
            InDispute::Dispute(it) => {
                let always = [&mut it.ask, &mut it.event, &mut it.found];
                let may_be = [&mut it.explained, &mut it.decided_by].into_iter().flatten();
                let sides = it.sides.iter_mut().map(|side| &mut side.says);
                always.into_iter().chain(may_be).chain(sides).chain(&mut it.settles).collect()
            }
            InDispute::Claim(it) => it.said.quoted(),
            InDispute::Pair(it) => vec![&mut it.reason],
        }
    }
}

/// Some disputes, in their order.
// Growth: with the claims and pairs of each dispute.
pub(crate) fn disputes<'d>(told: impl Iterator<Item = &'d Disagreement>, detail: Detail) -> Vec<InDispute> {
    let mut items = Vec::new();
    for dispute in told {
        items.push(InDispute::Dispute(Box::new(ToldDispute::new(dispute))));
        if detail == Detail::Brief {
            continue;
        }
        let claims = dispute.sides.iter().flat_map(|side| &side.claims);
        items.extend(claims.map(|said| {
            let dispute = dispute.fingerprint.clone();
            InDispute::Claim(Box::new(SidedClaim { dispute, said: SpokenClaim::new(said) }))
        }));
        items.extend(
            dispute.pairs.iter().map(|pair| InDispute::Pair(ClashingPair::new(&dispute.fingerprint, pair))),
        );
    }
    items
}

impl ToldDispute {
    fn new(dispute: &Disagreement) -> Self {
        let desk = WordsOf::Desk;
        let told = |words: &Option<String>| words.as_ref().map(|words| desk.says(words));
        let mut rows: Vec<u8> = dispute.pairs.iter().map(|pair| pair.row).collect();
        rows.sort_unstable();
        rows.dedup();
        ToldDispute {
            dispute: dispute.fingerprint.clone(),
            rule: dispute.rule,
            means: dispute.rule.means(),
            class: dispute.class,
            question: dispute.question.clone(),
            ask: desk.says(&dispute.ask),
            event: desk.says(&dispute.event),
            found: WordsOf::Gainsay.says(&dispute.message),
            sides: dispute.sides.iter().take(MOST_TOLD).map(ToldSide::new).collect(),
            sides_left_out: dispute.sides.len().saturating_sub(MOST_TOLD),
            rows,
            settles: dispute.settles.iter().take(MOST_TOLD).map(|it| WordsOf::Gainsay.says(it)).collect(),
            explained: told(&dispute.explained),
            status: dispute.status,
            decided_by: told(&dispute.decided_by),
        }
    }
}

impl ToldSide {
    fn new(side: &DisputeSide) -> Self {
        ToldSide {
            says: WordsOf::Gainsay.says(&side.says),
            claims: side.claims.iter().take(MOST_TOLD).map(|said| said.claim.clone()).collect(),
            claims_left_out: side.claims.len().saturating_sub(MOST_TOLD),
        }
    }
}

impl ClashingPair {
    fn new(dispute: &str, pair: &Clash) -> Self {
        ClashingPair {
            dispute: dispute.to_owned(),
            a: pair.a.clone(),
            b: pair.b.clone(),
            relation: pair.relation,
            row: pair.row,
            reason: WordsOf::Gainsay.says(&pair.reason),
        }
    }
}
