//! The view of a comparison, version 1: every claim of a question with its reading, every pair with its relation.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Not;

use serde::{Serialize, Serializer};

use super::across::AcrossQuestions;
use super::name::{ClaimName, QuestionName};
use super::position::{HeldPosition, is_none_left_out};
use super::read_claim::ReadClaim;
use crate::align::Alignment;
pub(crate) use crate::align::relation::Class;
use crate::align::relation::{Kind, Which, reason, relate};
use crate::judge::Court;
use crate::model::question::Dimension;
use crate::model::table::{ClaimId, QuestionId};
use crate::value::types::Type;
use crate::vocabulary::vocabulary;

/// One question or all, compared. Its JSON is frozen: later versions add keys and remove none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Comparison {
    /// Always `gainsay/compare/1`.
    schema: &'static str,
    /// The questions in the order of their names; where all are asked for, those that have claims.
    pub questions: Vec<ComparedQuestion>,
    /// What claims on several questions break together.
    pub across: Vec<AcrossQuestions>,
}

/// A question with all its claims, every pair of them, and its positions.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ComparedQuestion {
    /// The question, as `EVENT/QUESTION`.
    pub question: QuestionName,
    /// The type that its values are read by.
    #[serde(rename = "type")]
    pub kind: Type,
    /// What is asked, in words.
    pub ask: String,
    /// Its claims, in the order of their names.
    pub claims: Vec<ReadClaim>,
    /// Every two of its claims; of more than 45,000 pairs, those by which claims are in dispute.
    pub pairs: Vec<ClaimPair>,
    /// Its positions, in the order of their claims.
    pub positions: Vec<HeldPosition>,
    /// Whether there are more, which are not worked out (`limit-reached`); absent where there are none.
    #[serde(skip_serializing_if = "Not::not")]
    pub positions_cut: bool,
    /// How many pairs are left out; absent where none is.
    #[serde(skip_serializing_if = "is_none_left_out")]
    pub pairs_left_out: usize,
}

/// Up to so many pairs of one question are all told.
const MOST_PAIRS: usize = 45_000;

/// Two claims with the first row of the table that matches.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ClaimPair {
    /// The first claim.
    pub a: ClaimName,
    /// The second claim.
    pub b: ClaimName,
    /// How the two are related.
    pub relation: Kind,
    /// The number of the row, 1 to 21.
    pub row: u8,
    /// What the relation means for whoever compares the two.
    pub class: Class,
    /// Which of the two refines, is the part, is later, or corrects; null where the relation has no direction.
    pub direction: Option<Which>,
    /// The dimensions of scope that are taken to be equal though one of the two does not state them.
    pub assumed: Vec<Dimension>,
    /// Why they are related so, in a sentence.
    pub reason: String,
    /// What either of the two says of the other by itself, as `CLAIM disputes CLAIM`.
    pub stated: Vec<StatedLink>,
}

vocabulary! {
    /// What a claim may say of another by itself.
    pub enum Link {
        /// It corrects the other.
        Corrects = "corrects",
        /// It retracts the other.
        Retracts = "retracts",
        /// It takes the place of the other.
        Supersedes = "supersedes",
        /// It disputes the other.
        Disputes = "disputes",
    }
}

/// What one claim says of another by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedLink {
    /// The claim that says so.
    pub from: ClaimName,
    /// What it says.
    pub link: Link,
    /// The claim that it says so of.
    pub to: ClaimName,
}

impl Comparison {
    /// One question, or all that have claims.
    pub(crate) fn new(court: &Court, only: Option<QuestionId>) -> Self {
        let dossier = court.dossier();
        let asked = dossier.questions.ids().filter(|id| match only {
            Some(only) => *id == only,
            None => !court.alignment.claims.on(*id).is_empty(),
        });
        let questions = asked.map(|id| ComparedQuestion::new(court, id, MOST_PAIRS)).collect();
        let concerned = court.across.iter().filter(|law| {
            only.is_none_or(|only| law.claims().iter().any(|id| dossier.claims[*id].question == only))
        });
        Comparison {
            schema: "gainsay/compare/1",
            questions,
            across: concerned.filter_map(|law| AcrossQuestions::new(court.alignment, law)).collect(),
        }
    }
}

impl ComparedQuestion {
    /// Up to `most` pairs are all told.
    fn new(court: &Court, id: QuestionId, most: usize) -> Self {
        let alignment = court.alignment;
        let question = &court.dossier().questions[id];
        let claims = alignment.claims.on(id);
        let all = claims.len() * claims.len().saturating_sub(1) / 2;
        // Of very many, those that are in dispute.
        let pairs: Vec<ClaimPair> = match all <= most {
            true => {
                let each = claims.iter().enumerate();
                let pairs = each.flat_map(|(at, a)| claims[at + 1..].iter().map(move |b| (*a, *b)));
                pairs.map(|(a, b)| ClaimPair::new(alignment, a, b)).collect()
            }
            false => {
                let disputes = court.disputes_on(id).iter();
                let pairs: BTreeSet<(ClaimId, ClaimId)> =
                    disputes.flat_map(|dispute| dispute.pairs.iter().copied()).collect();
                let most = most.max(2 * claims.len());
                pairs.into_iter().take(most).map(|(a, b)| ClaimPair::new(alignment, a, b)).collect()
            }
        };
        ComparedQuestion {
            question: QuestionName::new(court.dossier(), id),
            kind: question.kind.of(),
            ask: question.ask.clone(),
            claims: claims.iter().map(|id| ReadClaim::new(alignment, *id)).collect(),
            pairs_left_out: all - pairs.len(),
            pairs,
            positions: HeldPosition::on(court, id),
            positions_cut: court.is_cut(id),
        }
    }
}

impl ClaimPair {
    fn new(alignment: &Alignment, a: ClaimId, b: ClaimId) -> Self {
        let relation = relate(alignment, a, b);
        ClaimPair {
            a: ClaimName::new(alignment.dossier, a),
            b: ClaimName::new(alignment.dossier, b),
            relation: relation.kind,
            row: relation.row.number,
            class: relation.class(),
            direction: relation.direction,
            assumed: relation.assumed(),
            reason: reason(alignment, a, b, &relation),
            stated: links(alignment, a, b),
        }
    }
}

/// What either claim states of the other.
fn links(alignment: &Alignment, a: ClaimId, b: ClaimId) -> Vec<StatedLink> {
    let dossier = alignment.dossier;
    let mut found = Vec::new();
    for (from, to) in [(a, b), (b, a)] {
        let claim = &dossier.claims[from];
        for link in Link::ALL.iter().copied() {
            let of = match link {
                Link::Corrects => &claim.links.corrects,
                Link::Retracts => &claim.links.retracts,
                Link::Supersedes => &claim.links.supersedes,
                Link::Disputes => &claim.links.disputes,
            };
            if of.contains(&to) {
                let (from, to) = (ClaimName::new(dossier, from), ClaimName::new(dossier, to));
                found.push(StatedLink { from, link, to });
            }
        }
    }
    found
}

impl fmt::Display for StatedLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.from, self.link, self.to)
    }
}

impl Serialize for StatedLink {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for StatedLink {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "StatedLink".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::tests::aligned;
    use crate::load::said_by_each;

    #[test]
    fn all_pairs_are_told_up_to_the_limit_and_those_in_dispute_above_it() {
        // Of four claims, six pairs: the two that say three are held against five, and against four to six.
        let claims = ["value = 3", "value = 3", "value = 5", "value = { min = 4, max = 6 }"];
        let dossier = said_by_each("type = \"count\"", &claims);
        let alignment = aligned(&dossier);
        let court = Court::new(&alignment, 0);
        let question = dossier.questions.find("e/q").expect("it is asked");
        for (most, told, left_out) in [(6, 6, 0), (5, 4, 2)] {
            let compared = ComparedQuestion::new(&court, question, most);
            assert_eq!((compared.pairs.len(), compared.pairs_left_out), (told, left_out), "{most}");
            let conflicts = compared.pairs.iter().filter(|pair| pair.class == Class::Conflict).count();
            assert_eq!(conflicts, 4);
        }
        // Three hundred claims are 44,850 pairs, one more makes 45,150.
        const { assert!(300 * 299 / 2 <= MOST_PAIRS && MOST_PAIRS < 301 * 300 / 2) };
    }
}
