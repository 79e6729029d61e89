//! Positions against all sets of claims, counted out: which can stand together, and cannot be added to.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::random::{Case, cases};
use super::worlds;
use super::worlds::Cover;
use super::{in_order, tries};
use crate::align::Speakers;
use crate::align::independence::Ties;
use crate::align::positions::{positions, standing};
use crate::align::relation::{Class, relate};
use crate::model::table::ClaimId;

/// Whether some number is allowed by all.
fn share_a_number(case: &Case, claims: &[usize]) -> bool {
    (-4..=140).any(|half| claims.iter().all(|at| worlds::number_allowed(case, *at, half)))
}

proptest! {
    #![proptest_config(tries(150))]

    /// Counts, amounts and dates: sets that share a number, no two of them in rows 6 to 10.
    #[test]
    fn a_position_is_a_maximal_set_that_shares_a_number(case in (0..3usize).prop_flat_map(|kind| cases(Some(kind), 1..9))) {
        in_order(&case, |aligned| {
            let alignment = &aligned.alignment;
            let number = |id| aligned.claims.iter().position(|claim| *claim == id).expect("every claim has a number");
            let stands: Vec<usize> = standing(alignment, aligned.question).0.into_iter().map(number).collect();
            let apart = |a: usize, b: usize| {
                a != b && (6..=10).contains(&relate(alignment, aligned.claims[a], aligned.claims[b]).row.number)
            };
            let of = |bits: u32| -> Vec<usize> {
                let chosen = stands.iter().enumerate().filter(|(at, _)| bits & 1 << at != 0);
                let mut chosen: Vec<usize> = chosen.map(|(_, claim)| *claim).collect();
                chosen.sort_unstable();
                chosen
            };
            let holds = |set: &[usize]| {
                share_a_number(&case, set) && !set.iter().any(|a| set.iter().any(|b| apart(*a, *b)))
            };
            let holding: BTreeSet<u32> = (1..1u32 << stands.len()).filter(|bits| holds(&of(*bits))).collect();
            let maximal = |bits: &&u32| {
                (0..stands.len()).all(|at| **bits & 1 << at != 0 || !holding.contains(&(**bits | 1 << at)))
            };
            let counted: BTreeSet<Vec<usize>> = holding.iter().filter(maximal).map(|bits| of(*bits)).collect();
            let ties = Ties::new(alignment);
            let found: BTreeSet<Vec<usize>> = positions(alignment, &ties, aligned.question)
                .listed
                .into_iter()
                .map(|position| {
                    let mut claims: Vec<usize> = position.claims.into_iter().map(number).collect();
                    claims.sort_unstable();
                    claims
                })
                .collect();
            prop_assert_eq!(found, counted);
            Ok(())
        })?;
    }

    #[test]
    fn no_position_holds_two_claims_that_conflict(case in cases(None, 2..9)) {
        holds_together(&case)?;
    }

    #[test]
    fn no_position_of_many_holds_two_claims_that_conflict(case in many()) {
        holds_together(&case)?;
    }

    #[test]
    fn each_item_of_many_is_a_position_for_it_who_lists_it_against_it_who_rules_it_out(case in many()) {
        in_order(&case, |aligned| {
            let alignment = &aligned.alignment;
            let number = |id| aligned.claims.iter().position(|claim| *claim == id).expect("every claim has a number");
            let numbers = |ids: Vec<ClaimId>| {
                let mut all: Vec<usize> = ids.into_iter().map(number).collect();
                all.sort_unstable();
                all
            };
            let stands = numbers(standing(alignment, aligned.question).0);
            let named = stands.iter().flat_map(|at| worlds::listed(&case, *at).0.unwrap_or_default());
            let named: BTreeSet<usize> = named.copied().collect();
            let counted = named.iter().flat_map(|item| {
                for_and_against(&case, &stands, *item).into_iter().map(|[claims, against]| (*item, claims, against))
            });
            let counted: BTreeSet<(usize, Vec<usize>, Vec<usize>)> = counted.collect();
            let mut found = BTreeSet::new();
            for position in positions(alignment, &Ties::new(alignment), aligned.question).listed {
                prop_assert!(position.items.is_empty() || position.supporting == position.claims);
                let (claims, against) = (numbers(position.claims), numbers(position.against));
                let dossier = alignment.dossier;
                let title = |node| dossier.node_title(node).rsplit(' ').next().and_then(|it| it.parse().ok());
                for item in position.items {
                    found.insert((title(item).expect("the number of the item"), claims.clone(), against.clone()));
                }
            }
            prop_assert_eq!(found, counted);
            Ok(())
        })?;
    }
}

/// With `many`: the claims that list an item or what lies within it, of those no two that are known to cover different
/// things, and those that rule it out where some of these speak.
fn for_and_against(case: &Case, stands: &[usize], item: usize) -> Vec<[Vec<usize>; 2]> {
    let names = |at: usize, holds: &dyn Fn(usize) -> bool, denied: bool| match worlds::listed(case, at) {
        (Some(list), is_denied) => denied == is_denied && list.iter().any(|name| holds(*name)),
        (None, _) => false,
    };
    let of = |denied: bool, holds: &dyn Fn(usize) -> bool| {
        stands.iter().copied().filter(|at| names(*at, holds, denied)).collect::<Vec<usize>>()
    };
    let listing = of(false, &|name| worlds::within(case, name, item));
    let mut ruling_out = of(true, &|name| worlds::within(case, item, name));
    ruling_out.extend(stands.iter().filter(|at| worlds::is_none(case, **at)));
    ruling_out.sort_unstable();
    if listing.is_empty() {
        return vec![[listing, ruling_out]];
    }
    // Names have no basis: nobody counts a list.
    let cover = |a: usize, b: usize| worlds::cover(case, a, b, Speakers::One);
    let apart = |a: usize, b: usize| !matches!(cover(a, b), Cover::Equal | Cover::Unknown);
    let holds = |set: &[usize]| !set.iter().any(|a| set.iter().any(|b| apart(*a, *b)));
    subsets(&listing)
        .into_iter()
        .filter(|set| holds(set))
        .filter(|set| listing.iter().all(|at| set.contains(at) || !holds(&[set.as_slice(), &[*at]].concat())))
        .map(|set| {
            let speaks = |at: &usize| set.iter().any(|other| !apart(*at, *other));
            let against = ruling_out.iter().copied().filter(speaks).collect();
            [set, against]
        })
        .collect()
}

fn subsets(of: &[usize]) -> Vec<Vec<usize>> {
    let chosen =
        |bits: u32| of.iter().enumerate().filter(move |(at, _)| bits & 1 << at != 0).map(|(_, it)| *it);
    (1..1u32 << of.len()).map(|bits| chosen(bits).collect()).collect()
}

/// Questions whose answers hold side by side.
fn many() -> impl Strategy<Value = Case> {
    // Places and agents.
    (3..=4usize).prop_flat_map(|kind| cases(Some(kind), 2..9)).prop_map(|case| Case { many: true, ..case })
}

/// Whatever a position holds can be true at once, two by two.
fn holds_together(case: &Case) -> TestCaseResult {
    in_order(case, |aligned| {
        let alignment = &aligned.alignment;
        for position in positions(alignment, &Ties::new(alignment), aligned.question).listed {
            for (at, a) in position.claims.iter().enumerate() {
                for b in &position.claims[at + 1..] {
                    let relation = relate(alignment, *a, *b);
                    prop_assert!(relation.class() != Class::Conflict, "{relation:?} in {position:?}");
                }
            }
        }
        Ok(())
    })
}
