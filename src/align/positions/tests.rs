//! The positions that some claims come to, worked out from docs/semantics.md, section 5.

use super::bound::Bound;
use super::classes::Classes;
use super::maximal::keep_maximal;
use super::positions;
use super::shared::cannot_be_added_to;
use crate::align::alignment::Alignment;
use crate::align::based::{based, claim, letters, said};
use crate::align::independence::Ties;
use crate::model::table::ClaimId;

/// Where each claim of a row stands.
const SOURCES: [&str; 4] = ["post", "star", "wire", "second"];

const MORE: &str =
    "[source.second]\ntitle = \"Flood, more\"\npublisher = \"post\"\npublished = \"2024-05-03\"\n";

/// The claims of a row, each given by its value and further keys, in a source of its own.
fn claims<'a>(question: &'a str, keys: &[&str]) -> Vec<(&'static str, &'a str, String)> {
    let claim = |(source, keys): (&&'static str, &&str)| {
        let (value, rest) = keys.split_once("; ").unwrap_or((keys, ""));
        (*source, question, said(value, "", "") + &rest.replace("; ", "\n"))
    };
    SOURCES.iter().zip(keys).map(claim).collect()
}

/// The positions: the claims of each, those that support it behind a stroke, those against it behind another.
fn listed(question: &str, keys: &[&str]) -> Vec<String> {
    let dossier = based(MORE, &claims(question, keys));
    let alignment = Alignment::without_texts(&dossier);
    let question = dossier.questions.find(&format!("flood/{question}")).expect("it is asked");
    let of = |ids: &[ClaimId]| letters(&dossier, ids.iter().copied());
    let found = positions(&alignment, &Ties::new(&alignment), question).listed.into_iter();
    let mut found: Vec<String> =
        found.map(|it| format!("{}/{}/{}", of(&it.claims), of(&it.supporting), of(&it.against))).collect();
    found.sort();
    found
}

#[test]
fn claims_that_hold_together_are_a_position() {
    for (question, keys, expected) in [
        // One's list is not another's, and a part is not its whole.
        (
            "drowned",
            &[
                "10; said-by = \"police\"; scope = { basis = \"documented\" }",
                "10; said-by = \"rescuers\"; scope = { basis = \"documented\" }",
            ][..],
            &["a/a/", "b/b/"][..],
        ),
        (
            "drowned",
            &[
                "10; said-by = \"police\"; scope = { basis = \"documented\" }",
                "10; said-by = \"police\"; scope = { basis = \"documented\" }",
            ],
            &["ab/ab/"],
        ),
        (
            "drowned",
            &[
                "3; scope = { population = \"people\" }",
                "3; scope = { population = \"children\" }",
                "\"three\"; scope = { population = \"people\" }",
            ],
            &["ac/ac/", "b/b/"],
        ),
        // Who says so of a figure of its own says nothing against it.
        (
            "drowned",
            &["\"about 500\"; said-by = \"police\"", "{ lower-than = \"post#a\" }; said-by = \"police\""],
            &["ab/ab/"],
        ),
        (
            "drowned",
            &["\"about 500\"; said-by = \"police\"", "{ lower-than = \"post#a\" }; said-by = \"rescuers\""],
            &["a/a/", "b/b/"],
        ),
        // Every two of the three share a day, and no day is in all.
        (
            "day",
            &["{ not = \"2024-05-03\" }", "\"2024-05-03/2024-05-04\"", "{ not = \"2024-05-04\" }"],
            &["ab/b/", "ac//", "bc/b/"],
        ),
        (
            "took",
            &["{ exactly = [\"bridge\"] }", "{ exactly = [\"mill\"] }", "[\"bridge\"]"],
            &["ac/ac/", "b/b/"],
        ),
    ] {
        assert_eq!(listed(question, keys), expected, "{keys:?}");
    }
}

#[test]
fn a_claim_supports_what_it_is_usually_read_as() {
    for (question, keys, expected) in [
        ("drowned", &["12", "\"at least 3\""][..], &["ab/ab/"][..]),
        ("drowned", &["12", "\"an unknown number\""], &["ab/a/"]),
        // In round figures it is the same; of other words it is not.
        ("drowned", &["\"1,200\"", "1230"], &["ab/ab/"]),
        ("drowned", &["\"1,200\"", "\"1,150 to 1,160\""], &["ab/b/"]),
        // An open end only allows, and so does a day that is another but for a qualifier.
        ("day", &["\"2024-05-02\"", "\"2024-05-01/..\""], &["ab/a/"]),
        ("day", &["\"2024-05-02\"", "\"2024-05-01~\""], &["ab/a/"]),
    ] {
        assert_eq!(listed(question, keys), expected, "{keys:?}");
    }
}

#[test]
fn who_rules_out_what_is_listed_is_against_it() {
    for (question, keys, expected) in [
        ("whom", &["[\"police\"]", "\"none\""][..], &["a/a/b", "b/b/a"][..]),
        ("whom", &["[\"police\"]", "{ not = [\"ministry\"] }", "[\"rescuers\"]"], &["a/a/b", "c/c/"]),
        ("where", &["{ near = \"ford\" }", "\"none\"", "[\"quay\"]"], &["a//b", "b/b/ac", "c/c/b"]),
    ] {
        assert_eq!(listed(question, keys), expected, "{keys:?}");
    }
}

#[test]
fn what_can_be_added_to_is_no_position() {
    for (question, keys, members, expected) in [
        ("drowned", &["\"3 to 5\"", "4", "9"][..], &['a', 'b'][..], true),
        ("drowned", &["\"3 to 5\"", "4", "9"], &['a'], false),
        ("drowned", &["\"3 to 5\"", "4", "9"], &['c'], true),
        ("drowned", &["\"about 500\"", "{ lower-than = \"post#a\" }"], &['a'], true),
        (
            "drowned",
            &["3; scope = { population = \"people\" }", "3; scope = { population = \"children\" }"],
            &['a'],
            true,
        ),
        ("ran", &["\"police\"", "\"rescuers\""], &['a'], true),
        ("ran", &["\"police\"", "\"ministry\""], &['a'], false),
        (
            "day",
            &["{ not = \"2024-05-03\" }", "\"2024-05-03/2024-05-04\"", "{ not = \"2024-05-04\" }"],
            &['a', 'b'],
            true,
        ),
        ("day", &["{ not = \"2024-05-03\" }", "\"2024-05-03/2024-05-04\""], &['b'], false),
        ("took", &["{ exactly = [\"bridge\"] }", "[\"bridge\"]", "[\"mill\"]"], &['a'], false),
        ("took", &["{ exactly = [\"bridge\"] }", "[\"bridge\"]", "[\"mill\"]"], &['a', 'b'], true),
    ] {
        let dossier = based(MORE, &claims(question, keys));
        let alignment = Alignment::without_texts(&dossier);
        let ids: Vec<ClaimId> = ('a'..).take(keys.len()).map(|letter| claim(&dossier, letter)).collect();
        let classes = Classes::new(&alignment, &ids);
        // Each claim is a class of its own, in order.
        let members: Vec<usize> = members.iter().map(|letter| *letter as usize - 'a' as usize).collect();
        assert_eq!(
            cannot_be_added_to(&classes, &members, &Bound::new(ids.len())),
            expected,
            "{keys:?} {members:?}"
        );
    }
}

#[test]
fn sets_that_lie_in_no_other_are_kept() {
    for (sets, expected) in [
        (vec![vec![]], vec![vec![]]),
        (vec![vec![], vec![1]], vec![vec![1]]),
        (vec![vec![1, 2], vec![2, 3], vec![1, 3]], vec![vec![1, 2], vec![1, 3], vec![2, 3]]),
        (vec![vec![1, 2], vec![2], vec![1, 2]], vec![vec![1, 2]]),
    ] {
        assert_eq!(keep_maximal(sets.clone()), expected, "{sets:?}");
    }
}
