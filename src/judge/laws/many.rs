//! What is done for questions with very many claims finds what looking at every pair finds.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::random::{Case, Said, Stance, Value, cases};
use super::{in_order, tries};
use crate::align::disputes::disputes_among;
use crate::align::outgrown_among;
use crate::align::positions::standing;
use crate::align::relation::Kind;
use crate::model::question::OverTime;
use crate::model::table::ClaimId;

/// The disputes on a case, as kinds and claims.
fn disputes(case: &Case, most_classes: usize) -> BTreeSet<(Kind, Vec<ClaimId>)> {
    let mut found = BTreeSet::new();
    let told = in_order(case, |aligned| {
        let (disputes, _) = disputes_among(&aligned.alignment, aligned.question, most_classes);
        found.extend(disputes.into_iter().map(|dispute| (dispute.kind, dispute.claims)));
        Ok(())
    });
    assert!(told.is_ok());
    found
}

proptest! {
    #![proptest_config(tries(120))]

    #[test]
    fn the_sweep_finds_the_disputes_that_all_pairs_make(case in cases(None, 6..28)) {
        prop_assert_eq!(disputes(&case, 0), disputes(&case, usize::MAX));
    }

    #[test]
    fn the_sweep_finds_the_disputes_of_many_numbers(case in cases(Some(0), 20..60)) {
        prop_assert_eq!(disputes(&case, 0), disputes(&case, usize::MAX));
    }

    /// Where scope and moment tell few apart, most claims are told by where they end.
    #[test]
    fn the_sweep_finds_the_disputes_of_many_numbers_of_few_moments(
        mut case in cases(Some(0), 20..50),
        moments in prop_oneof![Just([0, 0]), Just([0, 2]), Just([1, 4])],
    ) {
        for (at, said) in case.claims.iter_mut().enumerate() {
            said.scope = [None; 3];
            said.as_of = Some(moments[at % 2]);
        }
        prop_assert_eq!(disputes(&case, 0), disputes(&case, usize::MAX));
    }

    #[test]
    fn the_pairs_of_a_swept_dispute_are_of_its_kind(case in cases(None, 6..28)) {
        in_order(&case, |aligned| {
            for dispute in disputes_among(&aligned.alignment, aligned.question, 0).0 {
                prop_assert!(!dispute.pairs.is_empty());
                for (a, b) in dispute.pairs {
                    let relation = crate::align::relation::relate(&aligned.alignment, a, b);
                    prop_assert_eq!(relation.kind, dispute.kind);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_is_outgrown_is_found_without_every_pair(mut case in prop_oneof![cases(Some(0), 4..40), cases(Some(4), 4..40)]) {
        if case.over_time == OverTime::Fixed {
            case.over_time = if case.kind == 0 { OverTime::Grows } else { OverTime::Varies };
        }
        in_order(&case, |aligned| {
            let all = &aligned.alignment.claims.on(aligned.question);
            let claims: Vec<ClaimId> = all.iter().copied().filter(|id| aligned.alignment.stands(*id)).collect();
            let (swept, _) = outgrown_among(&aligned.alignment, &claims, 0);
            prop_assert_eq!(&swept, &outgrown_among(&aligned.alignment, &claims, usize::MAX).0);
            let standing: BTreeSet<ClaimId> = standing(&aligned.alignment, aligned.question).0.into_iter().collect();
            prop_assert!(standing.is_disjoint(&swept));
            Ok(())
        })?;
    }
}

/// Two later bounds of two sources: the one is joined to an earlier figure by one kind, the other to it and to another by a second.
#[test]
fn what_is_joined_by_one_kind_stands_for_none_that_is_joined_by_another() {
    let n = Value::Number(1);
    let mut all: Vec<(usize, Value)> = vec![(0, n.clone()); 38];
    all[8] = (5, Value::AtLeast(17));
    all[15] = (1, Value::AtLeast(1));
    all[17] = (0, Value::Number(3));
    all[18] = (5, n.clone());
    all[19] = (0, Value::AtLeast(2));
    all[28] = (5, Value::AtLeast(13));
    all[33] = (2, n.clone());
    let claims = all
        .into_iter()
        .enumerate()
        .map(|(at, (source, value))| Said {
            source,
            value,
            stance: Stance::Affirms,
            said_by: None,
            projected: false,
            scope: [None; 3],
            as_of: Some([0, 2][at % 2]),
            changes: None,
        })
        .collect();
    let case = Case {
        kind: 0,
        over_time: OverTime::Grows,
        settles: Some(1),
        additive: None,
        many: false,
        links: 0,
        claims,
    };
    assert_eq!(disputes(&case, 0), disputes(&case, usize::MAX));
}
