//! The disputes on a question: claims joined by one kind of relation that a finding speaks of.
//!
//! Claims are first folded into classes that relate alike. Few classes are related each with each; of very many, only
//! enough pairs to join every dispute: see [`sweep`](super::sweep).

use std::collections::{BTreeMap, HashMap, HashSet};

use super::alignment::Alignment;
use super::kind::Kind;
use super::origin::Speaker;
use super::relation::relate;
use super::room::Reach;
use super::sweep::sweep;
use crate::model::claim::{AsOf, Scope, Stance};
use crate::model::joined::{Sets, components};
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
const MOST_CLASSES: usize = 256;

/// So many pairs are related of which one may say of another that it is wrong, and which are like no others for it. Past that, who
/// says so is related to whom it names, and to the others as if it did not; and that is told.
pub(crate) const MOST_RELATED: usize = 1_000_000;

/// Whether more claims on a question say of others that they are wrong than are related to all.
pub(crate) fn are_related_in_part(alignment: &Alignment, question: QuestionId) -> bool {
    let claims = on(alignment, question);
    let alone = alone(alignment, &claims);
    if alone.is_empty() {
        return false;
    }
    let classes = classes(alignment, question, &claims, &alone);
    classes.len() > MOST_CLASSES && alone.len() * classes.len() > MOST_RELATED
}

/// The disputes on a question, in the order of their kinds and claims; whether all was looked at that may be in dispute.
pub(crate) fn disputes(alignment: &Alignment, question: QuestionId) -> (Vec<Dispute>, Reach) {
    disputes_among(alignment, question, MOST_CLASSES)
}

/// As [`disputes`]; up to so many classes are related each with each.
// Growth: each with each up to `most_classes`; beyond, as [`sweep`] does.
pub(crate) fn disputes_among(
    alignment: &Alignment,
    question: QuestionId,
    most_classes: usize,
) -> (Vec<Dispute>, Reach) {
    let claims = on(alignment, question);
    if claims.len() < 2 || matches!(alignment.dossier.claims[claims[0]].shape(), Some(Shape::Words(_))) {
        return (Vec::new(), Reach::All);
    }
    let mut reach = Reach::All;
    let alone = alone(alignment, &claims);
    let classes = classes(alignment, question, &claims, &alone);
    let mut edges: BTreeMap<Kind, Vec<(usize, usize)>> = BTreeMap::new();
    if classes.len() <= most_classes {
        for a in 0..classes.len() {
            for b in a + 1..classes.len() {
                let relation = relate(alignment, classes[a][0], classes[b][0]);
                if relation.row.is_told() {
                    edges.entry(relation.kind).or_default().push((a, b));
                }
            }
        }
    } else {
        let loose = loose(&classes, &alone, MOST_RELATED);
        let class_of: HashMap<ClaimId, usize> = classes
            .iter()
            .enumerate()
            .flat_map(|(at, class)| class.iter().map(move |id| (*id, at)))
            .collect();
        let wrongs = |id: &ClaimId| {
            Some((class_of[id], *class_of.get(&alignment.dossier.claims[*id].calls_wrong()?)?))
        };
        let mut joined: BTreeMap<Kind, Sets> = BTreeMap::new();
        let mut visit = |a: usize, b: usize| {
            let relation = relate(alignment, classes[a][0], classes[b][0]);
            let is_told = relation.row.is_told();
            if is_told {
                let sets = joined.entry(relation.kind).or_insert_with(|| Sets::new(classes.len()));
                // What is joined already needs no further pair.
                if sets.root(a) != sets.root(b) {
                    sets.join(a, b);
                    edges.entry(relation.kind).or_default().push((a.min(b), a.max(b)));
                }
            }
            is_told.then_some(relation.kind)
        };
        for (a, b) in claims.iter().filter_map(wrongs) {
            visit(a, b);
        }
        reach = sweep(alignment, question, &classes, &loose, &mut visit);
    }
    let mut found: Vec<Dispute> =
        edges.into_iter().flat_map(|(kind, pairs)| of_kind(kind, &classes, &pairs)).collect();
    found.sort_by(|a, b| (a.kind, &a.claims).cmp(&(b.kind, &b.claims)));
    (found, reach)
}

/// The claims on a question that say something and stand, projected or not. What is withdrawn is told of by rows 2 to 4 alone,
/// unless the sets are the same; and what stands by none of them.
fn on(alignment: &Alignment, question: QuestionId) -> Vec<ClaimId> {
    let stands =
        |id: &ClaimId| alignment.dossier.claims[*id].shape().is_some() && !alignment.is_withdrawn(*id);
    alignment.claims.on(question).iter().copied().filter(stands).collect()
}

/// By class: whether it is related to all others. So it is with those that are alone, as long as that is no more than `most` pairs.
fn loose(classes: &[Vec<ClaimId>], alone: &HashSet<ClaimId>, most: usize) -> Vec<bool> {
    let mut left = most / classes.len().max(1);
    let mut is_loose = |class: &Vec<ClaimId>| {
        let is_loose = left > 0 && alone.contains(&class[0]);
        left -= usize::from(is_loose);
        is_loose
    };
    classes.iter().map(&mut is_loose).collect()
}

/// The disputes of one kind: classes that are joined, with what joins them.
fn of_kind(kind: Kind, classes: &[Vec<ClaimId>], pairs: &[(usize, usize)]) -> Vec<Dispute> {
    let groups = components(classes.len(), pairs.iter().copied());
    let mut group_of = vec![0; classes.len()];
    let mut found: Vec<Dispute> = Vec::with_capacity(groups.len());
    for group in &groups {
        let mut claims: Vec<ClaimId> =
            group.iter().flat_map(|class| classes[*class].iter().copied()).collect();
        claims.sort_unstable();
        group.iter().for_each(|class| group_of[*class] = found.len());
        found.push(Dispute { kind, claims, pairs: Vec::new() });
    }
    for (a, b) in pairs {
        let (x, y) = (classes[*a][0], classes[*b][0]);
        found[group_of[*a]].pairs.push((x.min(y), x.max(y)));
    }
    found.iter_mut().for_each(|dispute| dispute.pairs.sort_unstable());
    found
}

/// All that a relation between two claims that stand can depend on.
#[derive(PartialEq, Eq, Hash)]
struct Likeness<'a> {
    // What tells most claims apart goes first: two are held against each other in this order.
    speaker: Speaker,
    family: SourceId,
    home: SourceId,
    publisher: Option<u32>,
    established: bool,
    ring: Option<u32>,
    shape: &'a Shape,
    scope: &'a Scope,
    when: Option<(&'a AsOf, bool)>,
    speaks: bool,
    denies: bool,
    stance_denies: bool,
    projected: bool,
    /// What a relation may name is alone in its class.
    alone: Option<ClaimId>,
}

/// Up to so many claims are held against the classes one by one: that costs less than to hash what they are like.
const MOST_HELD: usize = 32;

/// The classes so far, by what is alike in each.
enum Known<'a> {
    Few(Vec<Likeness<'a>>),
    Many(HashMap<Likeness<'a>, usize>),
}

impl<'a> Known<'a> {
    /// For so many claims.
    fn of(claims: usize) -> Self {
        match claims <= MOST_HELD {
            true => Known::Few(Vec::with_capacity(claims)),
            false => Known::Many(HashMap::with_capacity(claims.min(4096))),
        }
    }

    /// The number of the class of what is so: the next, where there is none yet.
    fn class(&mut self, likeness: Likeness<'a>) -> usize {
        match self {
            Known::Few(list) => list.iter().position(|known| *known == likeness).unwrap_or_else(|| {
                list.push(likeness);
                list.len() - 1
            }),
            Known::Many(numbers) => {
                let next = numbers.len();
                *numbers.entry(likeness).or_insert(next)
            }
        }
    }
}

/// The claims whose relations do not follow from what they are like: those of which one says that the other is wrong.
fn alone(alignment: &Alignment, claims: &[ClaimId]) -> HashSet<ClaimId> {
    let wrongs = |id: ClaimId| alignment.dossier.claims[id].calls_wrong().map(|of| [id, of]);
    claims.iter().flat_map(|id| wrongs(*id)).flatten().collect()
}

fn classes(
    alignment: &Alignment,
    question: QuestionId,
    claims: &[ClaimId],
    alone: &HashSet<ClaimId>,
) -> Vec<Vec<ClaimId>> {
    let dossier = alignment.dossier;
    let timed = dossier.questions[question].moves();
    let mut known = Known::of(claims.len());
    let mut classes: Vec<Vec<ClaimId>> = Vec::new();
    for id in claims {
        let claim = &dossier.claims[*id];
        let Some(shape) = claim.shape() else { continue };
        let basics = &alignment.basics[id.index()];
        let origin = &alignment.origins[id.index()];
        let uses_when = timed || basics.scope.period.is_some();
        let likeness = Likeness {
            shape,
            scope: &basics.scope,
            when: uses_when.then_some((&basics.when.as_of, basics.when.assumed)),
            speaker: origin.speaker,
            established: origin.established,
            home: origin.home,
            ring: origin.ring,
            family: alignment.sources.family[claim.source.index()],
            publisher: dossier.sources[claim.source].publisher.map(|agent| agent.0),
            speaks: claim.said_by.is_empty(),
            denies: claim.denies(),
            stance_denies: claim.stance() == Stance::Denies,
            projected: alignment.is_projected(*id),
            alone: alone.contains(id).then_some(*id),
        };
        let class = known.class(likeness);
        if class == classes.len() {
            classes.push(Vec::new());
        }
        classes[class].push(*id);
    }
    classes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::align::looked::Looked;
    use crate::load::said_by_each;

    #[test]
    fn all_pairs_of_256_answers_are_kept_and_of_more_enough_to_join_them() {
        // 256 different answers are 256 * 255 / 2 pairs; 257 are joined by 256.
        for (answers, pairs) in [(256, 32_640), (257, 256)] {
            // None is round, so that none may be another in round figures.
            let claims: Vec<String> = (0..answers).map(|n| format!("value = {}", 10 * n + 3)).collect();
            let dossier = said_by_each("type = \"count\"", &claims);
            let alignment = Alignment::new(&dossier, Looked::nothing(&dossier));
            let (found, _) = disputes(&alignment, dossier.questions.find("e/q").expect("it is asked"));
            let found: Vec<(usize, usize)> =
                found.iter().map(|of| (of.claims.len(), of.pairs.len())).collect();
            assert_eq!(found, [(answers, pairs)]);
        }
    }

    proptest! {
        #[test]
        fn few_claims_are_numbered_as_many_are(claims in prop::collection::vec((0..3_u32, 0..3_u32, 0..2_u32), 0..40)) {
            let (shapes, scope) = (["a", "b"].map(|words| Shape::Words(words.to_owned())), Scope::default());
            let likeness = |(speaker, family, shape): (u32, u32, u32)| Likeness {
                speaker: Speaker::Source(SourceId(speaker)),
                family: SourceId(family),
                home: SourceId(family),
                publisher: None,
                established: false,
                ring: None,
                shape: &shapes[shape as usize],
                scope: &scope,
                when: None,
                speaks: true,
                denies: false,
                stance_denies: false,
                projected: false,
                alone: None,
            };
            let (mut few, mut many) = (Known::of(MOST_HELD), Known::of(MOST_HELD + 1));
            for claim in claims {
                prop_assert_eq!(few.class(likeness(claim)), many.class(likeness(claim)));
            }
        }
    }

    #[test]
    fn who_calls_others_wrong_is_related_to_all_as_far_as_there_is_room() {
        let classes: Vec<Vec<ClaimId>> = (0..4).map(|n| vec![ClaimId(n)]).collect();
        let alone = HashSet::from([ClaimId(0), ClaimId(2), ClaimId(3)]);
        assert_eq!(loose(&classes, &alone, 12), [true, false, true, true]);
        assert_eq!(loose(&classes, &alone, 11), [true, false, true, false]);
        assert_eq!(loose(&classes, &alone, 0), [false; 4]);
    }
}
