//! Positions where answers hold side by side (`many`): one for each item, with the claims that rule it out against it.
//!
//! Items that the same claims name and the same rule out are told as one position. That there is no answer is one of its
//! own: it rules out every item, and each claim that says something is against it.

use std::collections::{BTreeMap, HashMap};

use super::bound::Bound;
use super::cliques::cliques;
use super::position::Position;
use crate::align::alignment::Alignment;
use crate::align::independence::Ties;
use crate::align::moment::When;
use crate::align::pair::Pair;
use crate::align::scope::Extent;
use crate::model::claim::Scope;
use crate::model::table::{ClaimId, Id};
use crate::value::shape::{Names, Node, Shape, Side};

/// What is said of one item.
#[derive(Default)]
struct Said {
    /// The claims that list it or what lies within it, in order.
    listing: Vec<ClaimId>,
    /// The claims that rule it out or what contains it, in order.
    ruling_out: Vec<ClaimId>,
}

/// Whether a claim lists items beside which others may hold, or rules some out.
pub(super) fn names_items(alignment: &Alignment, claim: ClaimId) -> bool {
    let shape = alignment.dossier.claims[claim].shape();
    matches!(shape, Some(Shape::Names(Names::Among(_) | Names::NotAmong(_))))
}

/// The positions that some claims, given in order, come to. Those that are near a place, or say that there is some answer,
/// name no item: they hold one of their own.
pub(super) fn by_item(
    alignment: &Alignment,
    ties: &Ties,
    claims: &[ClaimId],
    bound: &Bound,
) -> Vec<Position> {
    let mut items: BTreeMap<[Vec<ClaimId>; 2], Vec<Node>> = BTreeMap::new();
    let named = |id: &ClaimId| names_items(alignment, *id);
    let (nobody, others): (Vec<ClaimId>, Vec<ClaimId>) =
        claims.iter().filter(|id| !named(id)).partition(|id| names(alignment, **id) == Some(&Names::Nobody));
    for (item, mut said) in of_items(alignment, claims) {
        // Each that lists the item may be held against each that rules it out.
        let held = said.listing.len() * (said.ruling_out.len() + nobody.len() + 1);
        if !bound.spend(held.max(nobody.len())) {
            break;
        }
        said.ruling_out.extend(&nobody);
        said.ruling_out.sort_unstable();
        if said.listing.is_empty() {
            items.entry([Vec::new(), said.ruling_out]).or_default().push(item);
            continue;
        }
        for group in in_scope(alignment, &said.listing, bound) {
            let against = against(alignment, &group, &said.ruling_out);
            items.entry([joined(&group), against]).or_default().push(item);
        }
    }
    let held = items.into_iter().map(|(said, items)| (said.iter().map(Vec::len).sum(), (said, items)));
    let of_items = bound.within(claims.len(), held).map(|([claims, against], items)| Position {
        items,
        against,
        ..Position::new(alignment, ties, claims.clone(), claims)
    });
    let without_answer = in_scope(alignment, &nobody, bound).into_iter().map(|group| Position {
        against: against(alignment, &group, claims),
        ..Position::new(alignment, ties, joined(&group), joined(&group))
    });
    let nameless = in_scope(alignment, &others, bound).into_iter().map(|group| Position {
        against: against(alignment, &group, &nobody),
        ..Position::new(alignment, ties, joined(&group), Vec::new())
    });
    of_items.chain(without_answer).chain(nameless).collect()
}

/// Those of some claims that rule out what one of a group says of the same. When each holds is no matter: who ruled it out
/// did.
fn against(alignment: &Alignment, group: &[Vec<ClaimId>], claims: &[ClaimId]) -> Vec<ClaimId> {
    let rules_out = |one: ClaimId, other: ClaimId| {
        let pair = Pair::new(alignment, one, other);
        matches!(pair.scope.together, Extent::Equal | Extent::Unknown) && pair.is_apart(Side::Hard)
    };
    claims.iter().copied().filter(|id| group.iter().any(|alike| rules_out(alike[0], *id))).collect()
}

/// What a claim says of names.
fn names<'a>(alignment: &'a Alignment, id: ClaimId) -> Option<&'a Names> {
    match alignment.dossier.claims[id].shape() {
        Some(Shape::Names(names)) => Some(names),
        _ => None,
    }
}

/// What some claims say of each item that one of them names.
// Growth: with the items that the claims name, and what contains each or lies within it.
fn of_items(alignment: &Alignment, claims: &[ClaimId]) -> BTreeMap<Node, Said> {
    let kin = &alignment.dossier.kin;
    let names = |id: ClaimId| names(alignment, id);
    let mut items: BTreeMap<Node, Said> = BTreeMap::new();
    for id in claims.iter().filter(|id| names_items(alignment, **id)) {
        let listed = names(*id).map_or(&[][..], Names::listed);
        items.extend(listed.iter().map(|item| (*item, Said::default())));
    }
    // A claim may name an item by several of what it lists.
    let add = |list: &mut Vec<ClaimId>, id: ClaimId| {
        if list.last() != Some(&id) {
            list.push(id);
        }
    };
    for id in claims {
        match names(*id) {
            Some(Names::Among(list)) => {
                for item in list.iter().flat_map(|node| kin.containers(*node).chain([*node])) {
                    items.entry(item).and_modify(|said| add(&mut said.listing, *id));
                }
            }
            Some(Names::NotAmong(list)) => {
                for item in list.iter().flat_map(|node| kin.contents(*node)) {
                    items.entry(*item).and_modify(|said| add(&mut said.ruling_out, *id));
                }
            }
            _ => {}
        }
    }
    items
}

/// The maximal groups of some claims of which no two are known to cover different things, each as its claims of one
/// scope and moment.
fn in_scope(alignment: &Alignment, claims: &[ClaimId], bound: &Bound) -> Vec<Vec<Vec<ClaimId>>> {
    let mut numbers: HashMap<(&Scope, Option<&When>), usize> = HashMap::new();
    let mut alike: Vec<Vec<ClaimId>> = Vec::new();
    for id in claims {
        let basics = &alignment.basics[id.index()];
        let when = basics.scope.period.is_some().then_some(&basics.when);
        let number = *numbers.entry((&basics.scope, when)).or_insert(alike.len());
        if number == alike.len() {
            alike.push(Vec::new());
        }
        alike[number].push(*id);
    }
    let covers_the_same = |a: usize, b: usize| {
        let together = Pair::new(alignment, alike[a][0], alike[b][0]).scope.together;
        matches!(together, Extent::Equal | Extent::Unknown)
    };
    let all: Vec<usize> = (0..alike.len()).collect();
    let groups = cliques(&all, &covers_the_same, bound).into_iter();
    groups.map(|group| group.into_iter().map(|number| alike[number].clone()).collect()).collect()
}

/// The claims of a group, in order.
fn joined(group: &[Vec<ClaimId>]) -> Vec<ClaimId> {
    let mut claims = group.concat();
    claims.sort_unstable();
    claims
}
