//! The two laws between questions: a part never exceeds its whole, and the parts of a sum add up to it.
//! See semantics.md, sections 2 and 4.

use std::cmp::Reverse;
use std::collections::BTreeSet;

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
    PartExceedsWhole(Exceeding),
    /// The parts of an account cannot add up to the whole that it gives.
    SumMismatch(Mismatch),
    /// There are more claims on a part and on its whole to hold against each other than there is room for.
    Unseen { part: QuestionId, whole: QuestionId },
}

/// Claims on a part that exceed claims on its whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Exceeding {
    /// Each exceeds one of the wholes or more; the first is one of the strongest pair. There is at least one.
    pub(crate) parts: Vec<ClaimId>,
    /// Each is exceeded; the first is the other of the strongest pair. There is at least one.
    pub(crate) wholes: Vec<ClaimId>,
    /// How many pairs there are.
    pub(crate) pairs: usize,
}

/// Up to so many pairs of a part and its whole are told one by one; more of them are told together.
const MOST_TOLD: usize = 16;

/// So many pairs of a part and its whole are held against each other, the strongest first.
pub(crate) const MOST_LOOKED_AT: usize = 100_000;

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
    let numbers = |id: ClaimId| claims[id].shape()?.numbers();
    // The wholes by how much they can be at most: only those below a part's least can be exceeded by it.
    let most = |id| Some((numbers(id)?.hard.greatest()?, id));
    let mut wholes: Vec<(i128, ClaimId)> = standing(alignment, whole).filter_map(most).collect();
    wholes.sort_unstable();
    let least = |id| Some((Reverse(numbers(id)?.hard.least()?), id));
    let mut parts: Vec<(Reverse<i128>, ClaimId)> = standing(alignment, part).filter_map(least).collect();
    parts.sort_unstable();
    let above = |least: i128| wholes.partition_point(|(most, _)| *most < least);
    let in_question: usize = parts.iter().map(|(Reverse(least), _)| above(*least)).sum();
    let candidates = parts
        .iter()
        .flat_map(|(Reverse(least), a)| wholes[..above(*least)].iter().map(move |(_, b)| (*a, *b)))
        .take(MOST_LOOKED_AT);
    let exceeds = |a: ClaimId, b: ClaimId| {
        let pair = Pair::new(alignment, a, b);
        let (Some(x), Some(y)) = (claims[a].shape(), claims[b].shape()) else { return false };
        if !exceeds(x, y) || !matches!(pair.scope.together, Extent::Equal | Extent::Narrower) {
            return false;
        }
        // What is unknown of their scope may be what makes the part larger.
        if pair.scope.is_assumed() {
            return false;
        }
        let over_time =
            whole_question.over_time_of(|day| [a, b].iter().all(|id| alignment.is_from(*id, day)));
        match over_time {
            OverTime::Fixed => true,
            OverTime::Grows => matches!(pair.order(), Order::Equal | Order::Earlier),
            OverTime::Varies => pair.order() == Order::Equal,
        }
    };
    let mut pairs: Vec<(ClaimId, ClaimId)> = candidates.filter(|(a, b)| exceeds(*a, *b)).collect();
    if pairs.len() <= MOST_TOLD {
        pairs.sort_unstable();
        let told = |(a, b)| Exceeding { parts: vec![a], wholes: vec![b], pairs: 1 };
        found.extend(pairs.into_iter().map(told).map(Across::PartExceedsWhole));
    } else {
        found.push(Across::PartExceedsWhole(Exceeding::of(&pairs)));
    }
    if in_question > MOST_LOOKED_AT {
        found.push(Across::Unseen { part, whole });
    }
}

impl Exceeding {
    /// Of pairs of which the first is the strongest.
    fn of(pairs: &[(ClaimId, ClaimId)]) -> Self {
        let each_once = |ids: &mut dyn Iterator<Item = ClaimId>| {
            let mut seen = BTreeSet::new();
            ids.filter(|id| seen.insert(*id)).collect::<Vec<ClaimId>>()
        };
        Exceeding {
            parts: each_once(&mut pairs.iter().map(|(part, _)| *part)),
            wholes: each_once(&mut pairs.iter().map(|(_, whole)| *whole)),
            pairs: pairs.len(),
        }
    }
}

impl Across {
    /// All claims that have a part in it.
    pub(crate) fn claims(&self) -> Vec<ClaimId> {
        match self {
            Across::PartExceedsWhole(found) => found.parts.iter().chain(&found.wholes).copied().collect(),
            Across::SumMismatch(found) => found.parts.iter().chain(&found.wholes).copied().collect(),
            Across::Unseen { .. } => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::looked::Looked;
    use crate::load::from_texts;

    /// What is found of so many claims on a part, each of which exceeds each of so many on its whole: by how many pairs,
    /// and whether some pairs were not looked at.
    fn found(parts: usize, wholes: usize) -> (Vec<usize>, bool) {
        let source = "[agent.a]\nname = \"A\"\n[source.s]\ntitle = \"T\"\npublisher = \"a\"\npublished = \"2024-03-01\"\n";
        let asked = "[event.e]\ntitle = \"E\"\n[event.e.question.w]\nask = \"?\"\ntype = \"count\"\n\
            [event.e.question.p]\nask = \"?\"\ntype = \"count\"\npart-of = \"e/w\"\n";
        let mut said = asked.to_owned();
        for (question, low, count) in [("p", 1000, parts), ("w", 0, wholes)] {
            for n in 0..count {
                said += &format!("[[claim]]\nsource = \"s\"\nid = \"{question}{n}\"\nquote = \"x\"\n");
                said += &format!("question = \"e/{question}\"\nvalue = {}\n", low + n);
            }
        }
        let dossier = from_texts(&[("sources/s.toml", source), ("claims/c.toml", &said)]);
        assert!(dossier.problems.is_empty(), "{:?}", dossier.problems);
        let mut pairs = Vec::new();
        let mut unseen = false;
        for law in across(&Alignment::new(&dossier, Looked::nothing(&dossier))) {
            match law {
                Across::PartExceedsWhole(found) => pairs.push(found.pairs),
                Across::Unseen { .. } => unseen = true,
                Across::SumMismatch(_) => panic!("there is no sum"),
            }
        }
        (pairs, unseen)
    }

    #[test]
    fn pairs_of_part_and_whole_are_told_one_by_one_up_to_sixteen_and_looked_at_up_to_a_hundred_thousand() {
        assert_eq!(found(4, 4), (vec![1; 16], false));
        assert_eq!(found(17, 1), (vec![17], false));
        assert_eq!(found(400, 250), (vec![100_000], false));
        // Of 100,250 pairs the first are looked at.
        assert_eq!(found(401, 250), (vec![100_000], true));
    }
}
