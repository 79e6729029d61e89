//! The two laws between questions: a part never exceeds its whole, and the parts of a sum add up to it.
//! See semantics.md, sections 2 and 4.

use super::alignment::Alignment;
use super::moment;
use super::moment::Order;
use super::monotone::{exceeds, is_monotone};
use super::origin::is_one;
use super::scope;
use super::scope::Extent;
use crate::model::table::{ClaimId, Id, QuestionId};
use crate::value::shape::Runs;
use crate::value::types::Kind;

/// A law between questions that claims break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Across {
    /// The part's least lies above the whole's greatest.
    PartExceedsWhole { part: ClaimId, whole: ClaimId },
    /// The parts, in the order of the sum, cannot add up to the whole.
    SumMismatch { whole: ClaimId, parts: Vec<ClaimId>, sum: Runs },
}

/// At most so many ways to pick one claim for each part are tried for one whole.
const MOST_SUMS: usize = 4096;

/// All that breaks a law between questions, in the order of the wholes.
pub(crate) fn across(alignment: &Alignment) -> Vec<Across> {
    let questions = &alignment.dossier.questions;
    let mut found = Vec::new();
    for (id, question) in questions.iter() {
        if let Some(whole) = question.part_of {
            parts(alignment, id, whole, &mut found);
        }
        if !question.sum_of.is_empty() {
            sums(alignment, id, &mut found);
        }
    }
    found
}

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
            if !exceeds(x, y) || !matches!(extent(alignment, a, b), Extent::Equal | Extent::Narrower) {
                continue;
            }
            if !whole_question.grows || matches!(order(alignment, a, b), Order::Equal | Order::Earlier) {
                found.push(Across::PartExceedsWhole { part: a, whole: b });
            }
        }
    }
}

fn one_measure(a: &Kind, b: &Kind) -> bool {
    match (a, b) {
        (Kind::Amount { unit: a }, Kind::Amount { unit: b }) => a == b,
        (a, b) => a == b && a.is_measure(),
    }
}

fn extent(alignment: &Alignment, a: ClaimId, b: ClaimId) -> Extent {
    let (x, y) = (&alignment.basics[a.index()], &alignment.basics[b.index()]);
    let sides = ((&x.scope, &x.when.as_of), (&y.scope, &y.when.as_of));
    scope::compare(alignment.dossier, &alignment.claims.groups, sides.0, sides.1).together
}

fn order(alignment: &Alignment, a: ClaimId, b: ClaimId) -> Order {
    let when = |id: ClaimId| &alignment.basics[id.index()].when.as_of;
    moment::order(when(a), when(b))
}

fn sums(alignment: &Alignment, whole: QuestionId, found: &mut Vec<Across>) {
    let dossier = alignment.dossier;
    let question = &dossier.questions[whole];
    if question.sum_of.iter().any(|part| !one_measure(&dossier.questions[*part].kind, &question.kind)) {
        return;
    }
    for total in standing(alignment, whole) {
        let fits = |id: &ClaimId| {
            extent(alignment, *id, total) == Extent::Equal && order(alignment, *id, total) == Order::Equal
        };
        let source = |id: ClaimId| dossier.claims[id].source;
        let one_source = |id: &ClaimId| alignment.sources.one_family(source(*id), source(total));
        let one_origin = |id: &ClaimId| {
            let origin = |id: ClaimId| (&alignment.origins[id.index()], source(id));
            is_one(&alignment.sources, origin(*id), origin(total))
        };
        let mut combinations: Vec<Vec<ClaimId>> = Vec::new();
        for related in [&one_source as &dyn Fn(&ClaimId) -> bool, &one_origin] {
            let choices: Vec<Vec<ClaimId>> = question
                .sum_of
                .iter()
                .map(|part| standing(alignment, *part).filter(|id| related(id) && fits(id)).collect())
                .collect();
            combinations.extend(picks(&choices));
        }
        combinations.sort();
        combinations.dedup();
        for parts in combinations {
            let numbers = |id: ClaimId| dossier.claims[id].shape().and_then(|shape| shape.numbers());
            let hard = |id: ClaimId| numbers(id).map(|bounds| bounds.hard.clone()).unwrap_or_default();
            let measure = dossier.questions[dossier.claims[total].question].kind.measure();
            let sum = parts.iter().fold(Runs::one(0), |sum, part| measure.sum(&sum, &hard(*part)));
            if !sum.shares(&hard(total)) {
                found.push(Across::SumMismatch { whole: total, parts, sum });
            }
        }
    }
}

/// One of each choice, in all ways; none where some choice is empty.
fn picks(choices: &[Vec<ClaimId>]) -> Vec<Vec<ClaimId>> {
    let mut all = vec![Vec::new()];
    for choice in choices {
        all = all
            .iter()
            .flat_map(|picked: &Vec<ClaimId>| {
                choice.iter().map(move |id| [picked.as_slice(), &[*id]].concat())
            })
            .take(MOST_SUMS)
            .collect();
    }
    all
}

impl Across {
    /// All claims that have a part in it.
    pub(crate) fn claims(&self) -> Vec<ClaimId> {
        match self {
            Across::PartExceedsWhole { part, whole } => vec![*part, *whole],
            Across::SumMismatch { whole, parts, .. } => parts.iter().copied().chain([*whole]).collect(),
        }
    }
}
