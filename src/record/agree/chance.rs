//! How far coders agree beyond what chance would give: Krippendorff's alpha and Gwet's AC1, for categories without an order.

use std::collections::BTreeMap;

/// What coders' agreement comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Coefficients {
    /// How many units two coders or more have categorized: those alone can agree.
    pub(super) pairable: usize,
    /// How often two coders of one unit give it the same category; `None` where there is no such unit.
    pub(super) raw: Option<f64>,
    /// Krippendorff's alpha; `None` where all categories of pairable units are one, so that nothing tells agreement from chance.
    pub(super) alpha: Option<f64>,
    /// Gwet's AC1; `None` where there is no pairable unit, or one category alone.
    pub(super) ac1: Option<f64>,
}

/// The coefficients of units, of each of which the categories are given that coders gave it; a coder who did not look at it gave none.
///
/// Alpha is 1 less the disagreement that is seen by the disagreement that is expected, both among pairable values, and expects it of drawing without
/// putting back, as small samples need it: K. Krippendorff (2011), *Computing Krippendorff's alpha-reliability*, section C.
///
/// AC1 expects agreement by chance only where a coder guesses, which is the rarer the more one category is given: K. L. Gwet (2008),
/// *Computing inter-rater reliability and its variance in the presence of high agreement*, British Journal of Mathematical and
/// Statistical Psychology 61, 29 to 48. Units of one coder count for how common a category is, as in Gwet's own program (irrCAC).
pub(super) fn coefficients(units: &[Vec<usize>]) -> Coefficients {
    let counted = |unit: &Vec<usize>| {
        let mut counts: BTreeMap<usize, f64> = BTreeMap::new();
        unit.iter().for_each(|category| *counts.entry(*category).or_default() += 1.0);
        (unit.len() as f64, counts)
    };
    let rated: Vec<(f64, BTreeMap<usize, f64>)> =
        units.iter().filter(|unit| !unit.is_empty()).map(counted).collect();
    let pairable: Vec<&(f64, BTreeMap<usize, f64>)> =
        rated.iter().filter(|(coders, _)| *coders > 1.0).collect();
    if pairable.is_empty() {
        return Coefficients::default();
    }
    let many = pairable.len() as f64;
    let agreeing = |(coders, counts): &&(f64, BTreeMap<usize, f64>)| {
        counts.values().map(|count| count * (count - 1.0)).sum::<f64>() / (coders * (coders - 1.0))
    };
    let raw = pairable.iter().map(agreeing).sum::<f64>() / many;
    Coefficients {
        pairable: pairable.len(),
        raw: Some(raw),
        alpha: alpha(&pairable),
        ac1: chance(&rated).map(|chance| (raw - chance) / (1.0 - chance)),
    }
}

/// Krippendorff's alpha of pairable units.
fn alpha(units: &[&(f64, BTreeMap<usize, f64>)]) -> Option<f64> {
    let mut totals: BTreeMap<usize, f64> = BTreeMap::new();
    let (mut values, mut seen) = (0.0, 0.0);
    for (coders, counts) in units {
        values += coders;
        seen += apart(counts, *coders) / (coders - 1.0);
        counts.iter().for_each(|(category, count)| *totals.entry(*category).or_default() += count);
    }
    let expected = apart(&totals, values) / (values - 1.0);
    (expected > 0.0).then(|| 1.0 - seen / expected)
}

/// How many ordered pairs of so many values are of two categories.
fn apart(counts: &BTreeMap<usize, f64>, values: f64) -> f64 {
    counts.values().map(|count| count * (values - count)).sum()
}

/// How much agreement AC1 expects by chance; `None` where there is one category alone.
fn chance(units: &[(f64, BTreeMap<usize, f64>)]) -> Option<f64> {
    let mut shares: BTreeMap<usize, f64> = BTreeMap::new();
    for (coders, counts) in units {
        let each = |(category, count): (&usize, &f64)| {
            *shares.entry(*category).or_default() += count / coders / units.len() as f64;
        };
        counts.iter().for_each(each);
    }
    let others = shares.len().checked_sub(1).filter(|others| *others > 0)?;
    Some(shares.values().map(|share| share * (1.0 - share)).sum::<f64>() / others as f64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Units of two coders, who gave each the letters that stand one below the other; a dot is none.
    fn two(a: &str, b: &str) -> Vec<Vec<usize>> {
        let of = |c: char| (c != '.').then_some(c as usize);
        a.chars().zip(b.chars()).map(|(a, b)| [of(a), of(b)].into_iter().flatten().collect()).collect()
    }

    /// The units of a table of two coders.
    fn table(rows: &[&[usize]]) -> Vec<Vec<usize>> {
        let cells =
            rows.iter().enumerate().flat_map(|(a, row)| row.iter().enumerate().map(move |(b, n)| (a, b, *n)));
        cells.flat_map(|(a, b, many)| std::iter::repeat_n(vec![a, b], many)).collect()
    }

    #[track_caller]
    fn is(found: Option<f64>, expected: f64, places: i32) {
        let found = found.expect("it is defined");
        assert!((found - expected).abs() < 0.5 * 10f64.powi(-places), "{found} is not {expected}");
    }

    #[test]
    fn alpha_is_that_of_the_published_examples() {
        // Krippendorff (2011), sections A, B and C.
        is(coefficients(&two("0100000010", "1110010000")).alpha, 0.095, 3);
        is(coefficients(&two("aabbdcccedda", "babbbccceddd")).alpha, 0.692, 3);
        let found = coefficients(&section_c());
        is(found.alpha, 0.743, 3);
        assert_eq!(found.pairable, 11);
        // The documentation of irrCAC, which prints more digits.
        is(found.alpha, 0.74342, 5);
        is(coefficients(&abstractors()).alpha, 0.797_258_5, 7);
    }

    #[test]
    fn ac1_is_that_of_the_published_examples() {
        let found = coefficients(&section_c());
        is(found.ac1, 0.77544, 5);
        is(found.raw, 0.818_181_8, 7);
        let found = coefficients(&abstractors());
        is(found.ac1, 0.849_330_5, 7);
        is(found.raw, 0.89, 7);
        // Six psychiatrists and fifteen patients, as irrCAC has them.
        let found = coefficients(&psychiatrists());
        is(found.ac1, 0.444_800_7, 7);
        is(found.alpha, 0.420_438_4, 7);
    }

    /// Four observers of twelve units, of which some did not look at all: Krippendorff's section C, and `cac.raw4raters` of irrCAC.
    fn section_c() -> Vec<Vec<usize>> {
        let units =
            ["11.1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", ".555", "..11", "..3."];
        units.iter().map(|unit| unit.chars().filter(|c| *c != '.').map(|c| c as usize).collect()).collect()
    }

    /// `cont3x3abstractors` of irrCAC.
    fn abstractors() -> Vec<Vec<usize>> {
        table(&[&[13, 0, 0], &[0, 20, 7], &[0, 4, 56]])
    }

    /// `distrib.6raters` of irrCAC: how many gave each of five categories.
    fn psychiatrists() -> Vec<Vec<usize>> {
        let units = [
            "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006",
            "10050", "11040", "03300", "10050", "02031",
        ];
        let unit = |unit: &&str| {
            let many = unit.chars().map(|c| c.to_digit(10).unwrap() as usize).enumerate();
            many.flat_map(|(category, many)| std::iter::repeat_n(category, many)).collect()
        };
        units.iter().map(unit).collect()
    }

    #[test]
    fn the_two_part_where_one_category_is_much_the_commonest() {
        let found = coefficients(&table(&[&[118, 5], &[2, 0]]));
        is(found.raw, 0.944, 7);
        // 1 - 249 * 14 / (2 * 243 * 7), and (0.944 - 0.054432) / (1 - 0.054432).
        is(found.alpha, -0.024_691_4, 7);
        is(found.ac1, 0.940_776_3, 7);
    }

    #[test]
    fn what_nothing_tells_from_chance_is_undefined() {
        assert_eq!(coefficients(&[]), Coefficients::default());
        assert_eq!(coefficients(&two("ab.", "..b")), Coefficients::default());
        let one = coefficients(&two("aaa", "aaa"));
        assert_eq!((one.raw, one.alpha, one.ac1, one.pairable), (Some(1.0), None, None, 3));
    }

    fn units() -> impl Strategy<Value = Vec<Vec<usize>>> {
        let category = || proptest::option::of(0..4_usize);
        let unit = (category(), category()).prop_map(|(a, b)| [a, b].into_iter().flatten().collect());
        proptest::collection::vec(unit, 0..30)
    }

    fn alike(a: Coefficients, b: Coefficients) -> bool {
        let near = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() < 1e-9,
            (a, b) => a == b,
        };
        a.pairable == b.pairable && near(a.raw, b.raw) && near(a.alpha, b.alpha) && near(a.ac1, b.ac1)
    }

    proptest! {
        #[test]
        fn full_agreement_is_one(categories in proptest::collection::vec(0..4_usize, 1..30)) {
            let found = coefficients(&categories.iter().map(|it| vec![*it, *it]).collect::<Vec<_>>());
            prop_assert_eq!(found.raw, Some(1.0));
            for of in [found.alpha, found.ac1].into_iter().flatten() {
                prop_assert!((of - 1.0).abs() < 1e-9);
            }
        }

        #[test]
        fn coders_and_the_names_of_categories_may_be_swapped(units in units(), by in 0..4_usize) {
            let swapped: Vec<Vec<usize>> =
                units.iter().map(|unit| unit.iter().rev().map(|it| (it + by) % 4 + 7).collect()).collect();
            prop_assert!(alike(coefficients(&units), coefficients(&swapped)));
        }

        #[test]
        fn no_coefficient_is_above_one_or_no_number(units in units()) {
            let found = coefficients(&units);
            for of in [found.raw, found.alpha, found.ac1].into_iter().flatten() {
                prop_assert!(of.abs() < 1.0 + 1e-9, "{of}");
            }
            prop_assert_eq!(found.raw.is_some(), found.pairable > 0);
        }
    }
}
