//! The disputes on a question: claims joined by one kind of relation that a finding speaks of.
//!
//! A question with few claims has every pair related. One with many is first folded into classes of claims that
//! relate alike, and where even these are many, each class is related to those at the extremes alone: if it
//! conflicts with any, it conflicts with one of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Alignment;
use super::origin::Speaker;
use super::position::components;
use super::relation::{Kind, Relation, relate};
use crate::model::claim::{AsOf, Scope};
use crate::model::table::{ClaimId, Id, QuestionId, SourceId};
use crate::value::shape::Shape;

/// Claims on one question that are joined by one kind of relation, pair by pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dispute {
    pub(crate) kind: Kind,
    /// In order.
    pub(crate) claims: Vec<ClaimId>,
    /// The pairs that join them; on a question with very many claims enough of them to join all.
    pub(crate) pairs: Vec<(ClaimId, ClaimId)>,
}

/// Up to so many classes are related each with each.
const MOST_CLASSES: usize = 1500;

/// Whether a finding speaks of this relation.
fn is_told(relation: &Relation) -> bool {
    matches!(
        relation.kind,
        Kind::SelfContradiction
            | Kind::Misreport
            | Kind::Denial
            | Kind::Contradiction
            | Kind::PartExceedsWhole
            | Kind::Tension
            | Kind::Undetermined
            | Kind::RevisedDown
    )
}

/// The disputes on a question, in the order of their kinds and claims.
pub(crate) fn disputes(alignment: &Alignment, question: QuestionId) -> Vec<Dispute> {
    let claims: Vec<ClaimId> = alignment
        .claims
        .on(question)
        .iter()
        .copied()
        .filter(|id| alignment.dossier.claims[*id].shape.is_some())
        .collect();
    if claims.len() < 2 || matches!(alignment.dossier.claims[claims[0]].shape, Some(Shape::Words(_))) {
        return Vec::new();
    }
    let classes = classes(alignment, question, &claims);
    let mut edges: BTreeMap<Kind, Vec<(usize, usize)>> = BTreeMap::new();
    let mut relate_classes = |a: usize, b: usize| {
        let relation = relate(alignment, classes[a][0], classes[b][0]);
        if is_told(&relation) {
            edges.entry(relation.kind).or_default().push((a.min(b), a.max(b)));
        }
    };
    if classes.len() <= MOST_CLASSES {
        for a in 0..classes.len() {
            (a + 1..classes.len()).for_each(|b| relate_classes(a, b));
        }
    } else {
        let extremes = Extremes::new(alignment, question, &classes);
        for a in 0..classes.len() {
            extremes
                .partners(alignment, &classes, a)
                .into_iter()
                .filter(|b| *b != a)
                .for_each(|b| relate_classes(a, b));
        }
    }
    let mut found = Vec::new();
    for (kind, mut pairs) in edges {
        pairs.sort_unstable();
        pairs.dedup();
        for group in components(classes.len(), pairs.iter().copied()) {
            let mut claims: Vec<ClaimId> =
                group.iter().flat_map(|class| classes[*class].iter().copied()).collect();
            claims.sort_unstable();
            let mut joined: Vec<(ClaimId, ClaimId)> = pairs
                .iter()
                .filter(|(a, _)| group.binary_search(a).is_ok())
                .map(|(a, b)| (classes[*a][0], classes[*b][0]))
                .map(|(a, b)| (a.min(b), a.max(b)))
                .collect();
            joined.sort_unstable();
            found.push(Dispute { kind, claims, pairs: joined });
        }
    }
    found.sort_by(|a, b| (a.kind, &a.claims).cmp(&(b.kind, &b.claims)));
    found
}

/// All that a relation between two claims can depend on, apart from what may change.
#[derive(PartialEq, Eq, Hash)]
struct Likeness<'a> {
    shape: &'a Shape,
    scope: &'a Scope,
    when: Option<(&'a AsOf, bool)>,
    speaker: Speaker,
    established: bool,
    family: SourceId,
    publisher: Option<u32>,
    speaks: bool,
    denies: bool,
    projected: bool,
    /// Claims that rows 2 to 4 may concern are alone in their class.
    alone: Option<ClaimId>,
}

fn classes(alignment: &Alignment, question: QuestionId, claims: &[ClaimId]) -> Vec<Vec<ClaimId>> {
    let dossier = alignment.dossier;
    let timed = dossier.questions[question].grows;
    let mut numbers: HashMap<Likeness, usize> = HashMap::with_capacity(claims.len().min(4096));
    let mut classes: Vec<Vec<ClaimId>> = Vec::new();
    for id in claims {
        let claim = &dossier.claims[*id];
        let Some(shape) = &claim.shape else { continue };
        let basics = &alignment.basics[id.index()];
        let origin = &alignment.origins[id.index()];
        let uses_when = timed || basics.scope.period.is_some();
        let likeness = Likeness {
            shape,
            scope: &basics.scope,
            when: uses_when.then_some((&basics.when.as_of, basics.when.assumed)),
            speaker: origin.speaker,
            established: origin.established,
            family: alignment.sources.family[claim.source.index()],
            publisher: dossier.sources[claim.source].publisher.map(|agent| agent.0),
            speaks: claim.said_by.is_empty(),
            denies: claim.denies,
            projected: alignment.is_projected(*id),
            alone: alignment.may_change(*id).then_some(*id),
        };
        let class = *numbers.entry(likeness).or_insert_with(|| {
            classes.push(Vec::new());
            classes.len() - 1
        });
        classes[class].push(*id);
    }
    classes
}

/// For each stratum of classes, those with the outermost sets: a class that shares nothing with some class of a
/// stratum shares nothing with one of these.
struct Extremes {
    /// The outermost of each stratum, of several speakers.
    any: Vec<usize>,
    /// The outermost of each stratum and speaker.
    by_speaker: HashMap<Speaker, Vec<usize>>,
}

impl Extremes {
    /// So many speakers are kept at each end, so that a partner of another speaker is among them.
    const SPEAKERS: usize = 3;

    fn new(alignment: &Alignment, question: QuestionId, classes: &[Vec<ClaimId>]) -> Self {
        let dossier = alignment.dossier;
        let timed = dossier.questions[question].grows;
        type Stratum<'a> = (&'a Scope, Option<&'a AsOf>, bool, Option<&'a Shape>);
        let mut strata: HashMap<Stratum, Vec<usize>> = HashMap::new();
        for (index, class) in classes.iter().enumerate() {
            let claim = &dossier.claims[class[0]];
            let basics = &alignment.basics[class[0].index()];
            let shape = claim.shape.as_ref().filter(|shape| shape.numbers().is_none());
            let when = timed.then_some(&basics.when.as_of);
            let denies = claim.denies || claim.shape.as_ref().is_some_and(Shape::is_zero);
            if !alignment.is_withdrawn(class[0]) {
                strata.entry((&basics.scope, when, denies, shape)).or_default().push(index);
            }
        }
        let mut extremes = Extremes { any: Vec::new(), by_speaker: HashMap::new() };
        let speaker = |index: usize| alignment.origins[classes[index][0].index()].speaker;
        let mut strata: Vec<Vec<usize>> = strata.into_values().collect();
        strata.sort();
        for members in strata {
            for end in 0..4 {
                let mut sorted = members.clone();
                sorted.sort_by_key(|index| (outermost(alignment, classes[*index][0], end), *index));
                let mut seen: HashSet<Speaker> = HashSet::new();
                for index in sorted {
                    if seen.insert(speaker(index)) {
                        extremes.by_speaker.entry(speaker(index)).or_default().push(index);
                        if seen.len() <= Self::SPEAKERS {
                            extremes.any.push(index);
                        }
                    }
                }
            }
        }
        extremes.any.sort_unstable();
        extremes.any.dedup();
        extremes
    }

    fn partners(&self, alignment: &Alignment, classes: &[Vec<ClaimId>], class: usize) -> Vec<usize> {
        let speaker = alignment.origins[classes[class][0].index()].speaker;
        let own = self.by_speaker.get(&speaker).map_or(&[][..], Vec::as_slice);
        let mut all: Vec<usize> = self.any.iter().chain(own).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// What sorts the outermost first: the least greatest number or the greatest least one, hard or soft.
fn outermost(alignment: &Alignment, claim: ClaimId, end: usize) -> i128 {
    let Some(bounds) = alignment.dossier.claims[claim].shape.as_ref().and_then(Shape::numbers) else {
        return 0;
    };
    let set = if end < 2 { &bounds.hard } else { &bounds.soft };
    match end % 2 {
        0 => set.greatest().unwrap_or(i128::MAX),
        _ => -set.least().unwrap_or(i128::MIN + 1),
    }
}
