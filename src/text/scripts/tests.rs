//! 300 pairs of names, and how near they come out.

use super::alike::{Strength, Written, likeness};

/// The pairs of the corpus, each with its kind: `same`, `variant` or `other`.
pub(crate) fn labelled() -> impl Iterator<Item = (&'static str, [&'static str; 2])> {
    let lines = include_str!("../../../corpus/cases/names-scripts.tsv").lines().skip(1);
    lines.map(|line| line.split('\t').collect::<Vec<_>>()).map(|row| (row[5], [row[1], row[2]]))
}

/// Each pair of a kind with what comes of it.
fn outcomes(kind: &str) -> Vec<(String, Option<Strength>)> {
    let told = labelled().filter(|(of, _)| *of == kind).map(|(_, row)| {
        let (one, other) = (Written::new(row[0]), Written::new(row[1]));
        let (one, other) = (one.expect("its script is known"), other.expect("its script is known"));
        let strength = likeness(&one, &other).map(|likeness| likeness.strength);
        let back = likeness(&other, &one).map(|likeness| likeness.strength);
        assert_eq!(strength, back, "{} and {} are as near either way", row[0], row[1]);
        (row.join(" / "), strength)
    });
    told.collect()
}

/// The pairs of which something holds, for a message.
fn listed(pairs: &[(String, Option<Strength>)], is: impl Fn(Option<Strength>) -> bool) -> Vec<&str> {
    pairs.iter().filter(|(_, strength)| is(*strength)).map(|(pair, _)| pair.as_str()).collect()
}

#[test]
fn of_a_hundred_usual_transliterations_ninety_are_suggested() {
    let pairs = outcomes("same");
    let missed = listed(&pairs, |strength| strength.is_none());
    let not_strong = listed(&pairs, |strength| strength != Some(Strength::Strong));
    assert_eq!(pairs.len(), 100);
    assert!(missed.len() <= 10, "{} are missed: {missed:#?}", missed.len());
    assert!(not_strong.len() <= 10, "{} are not strong: {not_strong:#?}", not_strong.len());
}

#[test]
fn of_a_hundred_variants_four_fifths_are_suggested() {
    let pairs = outcomes("variant");
    let missed = listed(&pairs, |strength| strength.is_none());
    assert_eq!(pairs.len(), 100);
    assert!(missed.len() <= 20, "{} are missed: {missed:#?}", missed.len());
}

#[test]
fn of_a_hundred_that_are_others_none_is_strong() {
    let pairs = outcomes("other");
    let strong = listed(&pairs, |strength| strength == Some(Strength::Strong));
    let fair = listed(&pairs, |strength| strength == Some(Strength::Fair));
    assert_eq!(pairs.len(), 100);
    assert!(strong.is_empty(), "{} are strong: {strong:#?}", strong.len());
    assert!(fair.len() <= 10, "{} are fair: {fair:#?}", fair.len());
}

#[test]
fn what_letters_do_not_tell_apart_is_strong_for_either() {
    // The vowels that differ are not written: Amman and Oman, Basra and Bosra.
    for (one, other) in [("Amman", "عمان"), ("Oman", "عمان"), ("Basra", "بصرى"), ("Basra", "البصرة")]
    {
        let (one, other) = (Written::new(one).unwrap(), Written::new(other).unwrap());
        let found = likeness(&one, &other).map(|likeness| likeness.strength);
        assert_eq!(found, Some(Strength::Strong), "{one:?} {other:?}");
    }
}

#[test]
fn names_of_one_script_or_of_none_are_not_compared() {
    let near = |one, other| Some(likeness(&Written::new(one)?, &Written::new(other)?));
    assert_eq!(near("Kyiv", "Kiev"), Some(None));
    for name in ["", "22", "東京", "Tower Москва", "Αθήνα"] {
        assert!(Written::new(name).is_none(), "{name}");
    }
}

#[test]
fn spelling_differs_in_what_changes_no_sound() {
    for (one, other) in [
        ("AL-SADR", "صدر"),
        ("Ḥizb Allāh", "حِزْبُ اللّٰه"),
        ("Kata\u{2019}ib Hizballah", "كتائب حزب\u{a0}الله"),
        ("Kharkiv", "ХАРКІВ"),
    ] {
        let (one, other) = (Written::new(one).unwrap(), Written::new(other).unwrap());
        let found = likeness(&one, &other).map(|likeness| likeness.strength);
        assert_eq!(found, Some(Strength::Strong), "{one:?} {other:?}");
    }
}
