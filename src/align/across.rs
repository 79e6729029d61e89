//! The two laws between questions: a part never exceeds its whole, and the parts of a sum add up to it.
//! See semantics.md, sections 2 and 4.

use super::alignment::Alignment;
use super::moment::Order;
use super::monotone::{exceeds, is_monotone, one_measure};
use super::pair::Pair;
use super::scope::Extent;
use super::sums::{Mismatch, mismatches};
use crate::model::question::OverTime;
use crate::model::table::{ClaimId, QuestionId};

/// A law between questions that claims break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Across {
    /// The part's least lies above the whole's greatest.
    PartExceedsWhole { part: ClaimId, whole: ClaimId },
    /// The parts of an account cannot add up to the whole that it gives.
    SumMismatch(Mismatch),
}

/// All that breaks a law between questions, in the order of the wholes.
pub(crate) fn across(alignment: &Alignment) -> Vec<Across> {
    let questions = &alignment.dossier.questions;
    let mut found = Vec::new();
    for (id, question) in questions.iter() {
        if let Some(whole) = question.part_of {
            parts(alignment, id, whole, &mut found);
        }
        found.extend(mismatches(alignment, id).into_iter().map(Across::SumMismatch));
    }
    found
}

/// The claims on a question that say something which stands.
fn standing<'a>(alignment: &'a Alignment<'a>, question: QuestionId) -> impl Iterator<Item = ClaimId> + 'a {
    alignment.claims.on(question).iter().copied().filter(|id| alignment.stands(*id))
}

fn parts(alignment: &Alignment, part: QuestionId, whole: QuestionId, found: &mut Vec<Across>) {
    let questions = &alignment.dossier.questions;
    let (part_question, whole_question) = (&questions[part], &questions[whole]);
    if !is_monotone(part_question)
        || !is_monotone(whole_question)
        || !one_measure(&part_question.kind, &whole_question.kind)
    {
        return;
    }
    let claims = &alignment.dossier.claims;
    let greatest = |id: ClaimId| claims[id].shape()?.numbers()?.hard.greatest();
    // The wholes by how much they can be at most: only those below a part's least can be exceeded by it.
    let mut wholes: Vec<(i128, ClaimId)> =
        standing(alignment, whole).filter_map(|id| Some((greatest(id)?, id))).collect();
    wholes.sort_unstable();
    for a in standing(alignment, part) {
        let Some(x) = claims[a].shape() else { continue };
        let Some(least) = x.numbers().and_then(|bounds| bounds.hard.least()) else { continue };
        let mut below: Vec<ClaimId> =
            wholes[..wholes.partition_point(|(most, _)| *most < least)].iter().map(|(_, id)| *id).collect();
        below.sort_unstable();
        for b in below {
            let Some(y) = claims[b].shape() else { continue };
            let pair = Pair::new(alignment, a, b);
            if !exceeds(x, y) || !matches!(pair.scope.together, Extent::Equal | Extent::Narrower) {
                continue;
            }
            // What is unknown of their scope may be what makes the part larger.
            if pair.scope.is_assumed() {
                continue;
            }
            let over_time =
                whole_question.over_time_of(|day| [a, b].iter().all(|id| alignment.is_from(*id, day)));
            let settled = match over_time {
                OverTime::Fixed => true,
                OverTime::Grows => matches!(pair.order(), Order::Equal | Order::Earlier),
                OverTime::Varies => pair.order() == Order::Equal,
            };
            if settled {
                found.push(Across::PartExceedsWhole { part: a, whole: b });
            }
        }
    }
}

impl Across {
    /// All claims that have a part in it.
    pub(crate) fn claims(&self) -> Vec<ClaimId> {
        match self {
            Across::PartExceedsWhole { part, whole } => vec![*part, *whole],
            Across::SumMismatch(found) => found.parts.iter().chain(&found.wholes).copied().collect(),
        }
    }
}
