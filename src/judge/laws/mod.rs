//! The laws of docs/semantics.md, section 4, on random claims of every type, scope and as-of.
//!
//! `GAINSAY_LAWS_CASES` (or `PROPTEST_CASES`) says how many dossiers each law is tried on.

mod clocks;
mod found;
mod ground;
mod many;
mod positions;
pub(crate) mod random;
mod worlds;
mod written;

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use crate::align::relation::{Class, Kind, Relation, Which, reason, relate, unless, unmatched};
use crate::align::rows::ROWS;
use crate::align::{Extent, Speakers};
use crate::model::question::OverTime;
use crate::model::table::ClaimId;
use found::found;
pub(crate) use found::{Aligned, aligned, in_order, loaded};
use random::{Case, Said, Stance, Value, cases, is_estimate};
use worlds::{Cover, Sure};
pub(crate) use written::Names;

/// How many dossiers a law is tried on: so many unless the environment says otherwise.
pub(crate) fn tries(usually: u32) -> ProptestConfig {
    let asked =
        ["GAINSAY_LAWS_CASES", "PROPTEST_CASES"].into_iter().find_map(|name| std::env::var(name).ok());
    let cases = asked.and_then(|cases| cases.parse().ok()).unwrap_or(usually);
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 4000, ..ProptestConfig::default() }
}

/// Tries a law on every ordered pair of a case's claims.
fn on_pairs(
    case: &Case,
    law: impl Fn(&Aligned, (usize, ClaimId), (usize, ClaimId)) -> TestCaseResult,
) -> TestCaseResult {
    in_order(case, |aligned| {
        for a in aligned.claims.iter().copied().enumerate() {
            for b in aligned.claims.iter().copied().enumerate().skip(a.0) {
                law(aligned, a, b)?;
            }
        }
        Ok(())
    })
}

fn reversed(direction: Option<Which>) -> Option<Which> {
    direction.map(|which| if which == Which::A { Which::B } else { Which::A })
}

fn turned(extent: Extent) -> Extent {
    match extent {
        Extent::Narrower => Extent::Wider,
        Extent::Wider => Extent::Narrower,
        same => same,
    }
}

proptest! {
    #![proptest_config(tries(200))]

    #[test]
    fn a_relation_is_symmetric_but_for_its_direction(case in cases(None, 2..7)) {
        on_pairs(&case, |aligned, (_, a), (_, b)| {
            let (one, other) = (relate(&aligned.alignment, a, b), relate(&aligned.alignment, b, a));
            prop_assert_eq!((one.kind, one.row, one.class()), (other.kind, other.row, other.class()));
            prop_assert_eq!(one.scope.together, turned(other.scope.together));
            prop_assert_eq!(one.scope.each, other.scope.each.map(turned));
            if a != b {
                prop_assert_eq!(one.direction, reversed(other.direction));
            }
            Ok(())
        })?;
    }

    #[test]
    fn every_pair_has_one_relation_of_the_table(case in cases(None, 2..7)) {
        on_pairs(&case, |aligned, (_, a), (_, b)| {
            let relation = relate(&aligned.alignment, a, b);
            let row = relation.row;
            prop_assert_eq!(row, &ROWS[usize::from(row.number) - 1]);
            prop_assert_eq!(relation, relate(&aligned.alignment, a, b));
            prop_assert!(row.kinds.contains(&relation.kind), "{row:?} gives {:?}", relation.kind);
            let directed = matches!(row.number, 2 | 3 | 7 | 8 | 9 | 13 | 14 | 20);
            prop_assert!(directed || relation.direction.is_none());
            Ok(())
        })?;
    }

    /// A row says when it holds and, apart from that, why it does not: both must agree on every row.
    #[test]
    fn why_each_row_above_did_not_match_can_be_said(case in cases(None, 2..7)) {
        on_pairs(&case, |aligned, (_, a), (_, b)| {
            let relation = relate(&aligned.alignment, a, b);
            let above = unmatched(&aligned.alignment, a, b, &relation);
            prop_assert_eq!(above.len(), usize::from(relation.row.number) - 1);
            for (row, why) in above {
                prop_assert!(!why.is_empty(), "{:?} matched, but {row:?} should have", relation.row);
            }
            prop_assert_eq!(unless(&aligned.alignment, a, b, relation.row), None, "{:?}", relation.row);
            prop_assert!(!reason(&aligned.alignment, a, b, &relation).is_empty());
            Ok(())
        })?;
    }

    #[test]
    fn a_claim_that_says_something_is_the_same_as_itself(case in cases(None, 1..5)) {
        on_pairs(&case, |aligned, (at, a), (_, b)| {
            if a == b {
                let relation = relate(&aligned.alignment, a, a);
                let expected = if worlds::is_silent(&case, at) { Kind::Silent } else { Kind::Same };
                prop_assert_eq!(relation.kind, expected);
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_conflict_is_where_no_state_of_the_world_satisfies_both(case in cases(None, 2..7)) {
        on_pairs(&case, |aligned, (x, a), (y, b)| {
            if a != b {
                let cover = worlds::cover(&case, x, y, speakers(aligned, a, b));
                holds_of_worlds(&case, &relate(&aligned.alignment, a, b), (x, y), cover)?;
            }
            Ok(())
        })?;
    }

    #[test]
    fn narrowing_a_hard_set_never_turns_a_conflict_into_agreement(
        (case, at, pick) in cases(None, 2..6).prop_flat_map(|case| {
            let claims = case.claims.len();
            (Just(case), 0..claims, any::<prop::sample::Index>())
        })
    ) {
        let Some(value) = narrowed(&case, at, pick) else { return Ok(()) };
        let mut narrow = case.clone();
        narrow.claims[at] = Said { value, stance: Stance::Affirms, ..case.claims[at].clone() };
        let before = relations(&case);
        let after = relations(&narrow);
        for (((a, b), before), (_, after)) in before.into_iter().zip(after) {
            if (a == at || b == at) && before.class() == Class::Conflict {
                let holds = matches!(after.class(), Class::Conflict | Class::Change | Class::Aside | Class::Open);
                prop_assert!(holds, "claims {a} and {b}: {before:?} became {after:?}");
            }
        }
    }

    #[test]
    fn renaming_changes_nothing(case in cases(None, 1..8)) {
        let other = found(&case, &Names(true), &(0..case.claims.len()).rev().collect::<Vec<_>>());
        let plain = found(&case, &Names(false), &(0..case.claims.len()).collect::<Vec<_>>());
        prop_assert_eq!(plain, other);
    }
}

/// Whether two claims go back to one origin; the laws of origins are tried elsewhere.
fn speakers(aligned: &Aligned, a: ClaimId, b: ClaimId) -> Speakers {
    if aligned.alignment.is_one_origin(a, b) { Speakers::One } else { Speakers::Two }
}

/// The relation of every two claims of a case, by their numbers.
fn relations(case: &Case) -> Vec<((usize, usize), Relation)> {
    let mut all = Vec::new();
    let told = in_order(case, |aligned| {
        for (x, a) in aligned.claims.iter().enumerate() {
            for (y, b) in aligned.claims.iter().enumerate().skip(x + 1) {
                all.push(((x, y), relate(&aligned.alignment, *a, *b)));
            }
        }
        Ok(())
    });
    assert!(told.is_ok());
    all
}

/// A value that allows less than the claim's own, affirmed: one number of those it allows, one name of its list.
fn narrowed(case: &Case, at: usize, pick: prop::sample::Index) -> Option<Value> {
    let said = &case.claims[at];
    match (&said.value, said.stance) {
        (_, Stance::Silent) => None,
        _ if case.kind < 3 => {
            let days = if case.kind == 2 { 1..=31 } else { 0..=60 };
            let allowed: Vec<i64> = days.filter(|n| worlds::number_allowed(case, at, 2 * n)).collect();
            let number = (!allowed.is_empty()).then(|| allowed[pick.index(allowed.len())])?;
            // An estimate of a number is read wider than the number.
            let estimated = case.kind < 2 && said.scope[2].is_some_and(is_estimate);
            Some(if estimated { Value::Between(number, number) } else { Value::Number(number) })
        }
        (Value::Names(list), Stance::Affirms) if !case.many => {
            Some(Value::Names(vec![list[pick.index(list.len())]]))
        }
        (Value::AtLeastItems(list), _) => Some(Value::ExactlyItems(list.clone())),
        _ => None,
    }
}

/// What the relation of two claims says of the worlds in which both hold.
fn holds_of_worlds(case: &Case, relation: &Relation, (x, y): (usize, usize), cover: Cover) -> TestCaseResult {
    let row = relation.row.number;
    let told = format!("row {row}, {:?}, of claims {x} and {y}", relation.kind);
    let silent = worlds::is_silent(case, x) || worlds::is_silent(case, y);
    prop_assert_eq!(row == 1, silent, "{}", told);
    if silent {
        return Ok(());
    }
    if (2..=4).contains(&row) {
        prop_assert!(case.may_change(), "{told}: nothing is corrected, captured or retracted");
        return Ok(());
    }
    prop_assert_eq!(row == 5, case.kind == 8, "{}", told);
    if row == 5 {
        return Ok(());
    }
    let nested = matches!(cover, Cover::Narrower(_) | Cover::Wider(_));
    let differs = cover == Cover::Apart
        || nested && !worlds::is_monotone(case)
        || case.claims[x].projected != case.claims[y].projected;
    prop_assert_eq!(row == 6, differs, "{}", told);
    if differs {
        return Ok(());
    }
    prop_assert_eq!((7..=9).contains(&row), nested, "{}", told);
    let possible = worlds::can_both_hold(case, x, y, cover);
    let times = worlds::times(case, x, y);
    let ordered = times.before != times.after && !times.same;
    match row {
        // What is unknown of their scope may differ.
        10 if cover == Cover::Unknown => {}
        // That the one is a part of the other is not known, whatever the moments.
        8 if matches!(cover, Cover::Narrower(Sure::Assumed) | Cover::Wider(Sure::Assumed)) => {}
        10 => prop_assert_eq!(possible, times.before || times.after, "{}", told),
        // Time could explain it, but who denies a figure denies it; and where nobody was dead, growth explains a death, but
        // two who speak of it are in conflict all the same.
        15 if possible => {
            let earlier = if times.before { x } else { y };
            let nothing = case.over_time == OverTime::Grows && ordered && is_zero(case, earlier);
            let denied = denies(case, x) || denies(case, y);
            prop_assert!(case.over_time != OverTime::Fixed && (nothing || denied), "{told}: both can hold");
        }
        // A lower figure of one speaker may be but a looser one.
        14 => prop_assert!(ordered && case.over_time == OverTime::Grows, "{}", told),
        7 | 11 | 12 | 15 | 16 => prop_assert!(!possible, "{told}: both can hold"),
        _ => prop_assert!(possible, "{told}: no state of the world satisfies both"),
    }
    Ok(())
}

fn denies(case: &Case, at: usize) -> bool {
    case.claims[at].stance == Stance::Denies || matches!(case.claims[at].value, Value::Not(_))
}

fn is_zero(case: &Case, at: usize) -> bool {
    case.kind < 3 && !(1..=140).any(|half| worlds::number_allowed(case, at, half)) && case.kind != 2
}

#[test]
fn random_cases_reach_every_row() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut reached = [0usize; 21];
    let (mut possible, mut impossible) = (0, 0);
    for _ in 0..400 {
        let case = cases(None, 4..9).new_tree(&mut runner).expect("cases can be made").current();
        for ((x, y), relation) in relations(&case) {
            reached[usize::from(relation.row.number) - 1] += 1;
            match worlds::can_both_hold(&case, x, y, worlds::cover(&case, x, y, Speakers::One)) {
                true => possible += 1,
                false => impossible += 1,
            }
        }
    }
    let missing: Vec<usize> = (1..=21).filter(|row| reached[row - 1] < 3).collect();
    assert!(missing.is_empty(), "rows {missing:?} are hardly reached: {reached:?}");
    assert!(possible > 500 && impossible > 500, "{possible} pairs can both hold, {impossible} cannot");
}
