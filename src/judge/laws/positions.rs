//! Positions against all sets of claims, counted out: which can stand together, and cannot be added to.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::random::{Case, cases};
use super::worlds;
use super::{in_order, tries};
use crate::align::independence::Ties;
use crate::align::positions::{positions, standing};
use crate::align::relation::relate;

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
            let stands: Vec<usize> = standing(alignment, aligned.question).into_iter().map(number).collect();
            let apart = |a: usize, b: usize| {
                a != b && (6..=10).contains(&relate(alignment, aligned.claims[a], aligned.claims[b]).row)
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
}
