//! Laws of the comparison as it is printed: the order of files and claims changes no byte, names nothing but themselves.

use proptest::prelude::*;

use super::compare::Comparison;
use crate::judge::Court;
use crate::judge::laws::random::{Case, cases};
use crate::judge::laws::{Names, aligned, loaded, tries};

fn printed(case: &Case, names: &Names, order: &[usize], spread: usize) -> String {
    let dossier = loaded(case, names, order, spread);
    let alignment = aligned(&dossier);
    let view = Comparison::new(&Court::new(&alignment, 0), None);
    serde_json::to_string(&view).expect("views have string keys and no floats")
}

proptest! {
    #![proptest_config(tries(100))]

    #[test]
    fn the_order_of_files_and_claims_changes_no_byte(
        (case, order, spread) in cases(None, 1..8).prop_flat_map(|case| {
            let order: Vec<usize> = (0..case.claims.len()).collect();
            (Just(case), Just(order).prop_shuffle(), 1..4usize)
        })
    ) {
        let plain: Vec<usize> = (0..case.claims.len()).collect();
        prop_assert_eq!(printed(&case, &Names(false), &plain, 1), printed(&case, &Names(false), &order, spread));
    }
}
