//! What is outgrown: looked at two by two, and as it is done for very many, by rules 13 and 14 of docs/semantics.md.

use std::collections::BTreeSet;

use super::alignment::Alignment;
use super::based::{based, claim, letters, said};
use super::outgrown::outgrown_among;
use crate::model::table::ClaimId;

const MORE: &str = r#"
[source]
ticker = { title = "As it happens", publisher = "wire", published = "2024-05-09", kind = "live" }
leaflet = { title = "Flood", publisher = "unknown", published = "2024-05-09", kind = "live" }
[agent]
aide = { name = "an aide", kind = "person", named = false, part-of = ["ministry"] }
"#;

/// Which of some claims on a question are outgrown, each told by its source and its keys.
fn outgrown(question: &str, claims: &[(&str, String)]) -> String {
    let claims: Vec<(&str, &str, String)> =
        claims.iter().map(|(source, keys)| (*source, question, keys.clone())).collect();
    let dossier = based(MORE, &claims);
    let alignment = Alignment::without_texts(&dossier);
    let ids: Vec<ClaimId> = ('a'..).take(claims.len()).map(|letter| claim(&dossier, letter)).collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    let found = |most: usize| -> BTreeSet<ClaimId> { outgrown_among(&alignment, &sorted, most).0 };
    assert_eq!(found(0), found(usize::MAX), "looked at two by two or not");
    letters(&dossier, found(0))
}

/// What one speaker said in the ticker, day by day from the first of May.
fn in_turn(by: &str, values: &[&str]) -> Vec<(&'static str, String)> {
    let day = |(at, value): (usize, &&str)| ("ticker", said(value, by, &format!("2024-05-0{}", at + 1)));
    values.iter().enumerate().map(day).collect()
}

#[test]
fn a_later_figure_of_one_speaker_takes_the_place_of_the_earlier() {
    for (values, expected) in [
        (&["66", "31"][..], "a"),
        (&["66", "66"], ""),
        (&["66", "31", "66"], "ab"),
        // In round figures it is the same.
        (&["\"1,200\"", "1230"], ""),
        (&["1230", "\"1,200\""], ""),
        // Of two that are no round figures of it one is.
        (&["\"1,200\"", "1230", "\"more than 1,205\""], "a"),
        // A narrower figure is no other one.
        (&["\"about 80\"", "80"], ""),
        // What is denied takes nobody's place, and is replaced.
        (&["66", "{ not = 66 }"], ""),
        (&["{ not = 66 }", "66"], "a"),
        // One that begins above it among those that do not, and one that ends below it.
        (&["50", "\"20 to 90\"", "\"100 to 150\"", "\"30 to 80\""], "abc"),
        (&["50", "\"20 to 90\"", "\"1 to 10\"", "\"30 to 80\""], "abc"),
        (&["50", "\"20 to 90\"", "\"30 to 80\""], ""),
        // In the gap between the two runs that a denial leaves.
        (&["{ not = \"about 80\" }", "60", "80", "100"], "abc"),
    ] {
        assert_eq!(outgrown("held", &in_turn("police", values)), expected, "{values:?}");
    }
}

#[test]
fn a_running_figure_is_outgrown_by_more_and_by_less() {
    for (values, expected) in [
        (&["40", "60"][..], "a"),
        (&["60", "40"], "a"),
        (&["40", "\"at least 30\""], ""),
        (&["\"about 80\"", "71"], "a"),
    ] {
        assert_eq!(outgrown("missing", &in_turn("police", values)), expected, "{values:?}");
    }
}

#[test]
fn who_may_outgrow_whom() {
    let (first, later) = ("2024-05-01", "2024-05-03");
    for (a, b, expected) in [
        // Of two origins nothing is outgrown; of one, wherever it is told.
        (("post", "police", first), ("wire", "rescuers", later), ""),
        (("ticker", "police", first), ("ticker", "rescuers", later), ""),
        (("post", "police", first), ("wire", "police", later), "a"),
        (("wire", "police", later), ("post", "police", first), "b"),
        (("post", "", first), ("wire", "", later), ""),
        // Where one is part of the other.
        (("post", "police", first), ("wire", "ministry", later), "a"),
        (("post", "ministry", first), ("wire", "police", later), "a"),
        // Without a name only within one source.
        (("post", "official", first), ("wire", "official", later), ""),
        (("ticker", "official", first), ("ticker", "official", later), "a"),
        (("ticker", "aide", first), ("ticker", "ministry", later), "a"),
        (("ticker", "ministry", first), ("ticker", "aide", later), "a"),
        (("post", "aide", first), ("wire", "ministry", later), ""),
        (("leaflet", "", first), ("leaflet", "", later), "a"),
        // Of one day nobody knows which is the later.
        (("post", "police", first), ("wire", "police", first), ""),
        (("post", "police", "2024-05"), ("wire", "police", later), ""),
        (("post", "police", "unknown"), ("wire", "police", later), ""),
    ] {
        let claims = [a, b].map(|(source, by, when)| (source, by, when));
        let keys =
            |value: &str, (source, by, when): (&'static str, &str, &str)| (source, said(value, by, when));
        let claims = [keys("66", claims[0]), keys("31", claims[1])];
        assert_eq!(outgrown("held", &claims), expected, "{a:?} {b:?}");
    }
}

#[test]
fn once_settled_nothing_is_outgrown() {
    for (first, later, expected) in [
        ("2024-05-01", "2024-05-04", "a"),
        ("2024-05-03", "2024-05-04", ""),
        // The day of each is as written, the order that of the clocks.
        ("2024-05-03T01:00+14:00", "2024-05-02T20:00-10:00", "a"),
    ] {
        let claims = [("post", said("66", "police", first)), ("wire", said("31", "police", later))];
        assert_eq!(outgrown("settled", &claims), expected, "{first} {later}");
    }
}

#[test]
fn an_open_period_closes_at_the_as_of_of_each() {
    let over = |value: &str, period: &str, when: &str| {
        format!("{}scope = {{ period = \"{period}\" }}", said(value, "police", when))
    };
    let (open, closed) = ("2024-05-01/..", "2024-05-01/2024-05-03");
    let claims = [
        ("post", over("70", open, "2024-05-02")),
        ("star", over("66", open, "2024-05-03")),
        ("wire", over("31", closed, "2024-05-04")),
    ];
    // The second closes on the third as the last does; the first, which covers less, is outgrown by the second alone.
    assert_eq!(outgrown("held", &claims), "ab");
    let claims = [("post", over("70", open, "2024-05-02")), ("wire", over("31", closed, "2024-05-04"))];
    assert_eq!(outgrown("held", &claims), "");
}

#[test]
fn ones_list_is_outgrown_by_ones_own() {
    let of = |value: &str, by: &str, period: &str, when: &str| {
        let scope = format!("scope = {{ period = \"{period}\", basis = \"documented\" }}");
        said(value, by, when) + &scope
    };
    // The period is the same, told in two ways; an office and what it is part of keep two lists.
    let (short, long) = ("2024-05", "2024-05-01/2024-05-31");
    let claims = [
        ("post", of("10", "ministry", short, "2024-06-01")),
        ("star", of("12", "police", short, "2024-06-02")),
        ("wire", of("20", "police", long, "2024-06-03")),
    ];
    assert_eq!(outgrown("held", &claims), "b");
}

#[test]
fn clocks_are_put_in_order() {
    let claims = [
        ("post", said("66", "police", "2024-05-02T10:00")),
        ("star", said("50", "police", "2024-05-02T22:00Z")),
        ("wire", said("31", "police", "2024-05-02T22:01Z")),
    ];
    // Ten o'clock by some clock is 22:00 of UTC at the latest.
    assert_eq!(outgrown("held", &claims), "ab");
    assert_eq!(outgrown("held", &claims[..2]), "");
}

#[test]
fn of_answers_that_are_no_numbers_the_latest_stands_for_all_alike() {
    let ran = |source: &'static str, value: &str, by: &str, when: &str| {
        (source, said(&format!("\"{value}\""), by, when))
    };
    // The second says in between what the first says later again.
    let claims = [
        ran("ticker", "rescuers", "police", "2024-05-02"),
        ran("ticker", "rescuers", "police", "2024-05-05"),
        ran("ticker", "wire", "police", "2024-05-03"),
    ];
    assert_eq!(outgrown("runs", &claims), "ac");
    // The official of the Star is the Post's where it came through the Post.
    let claims = [
        ran("post", "wire", "official", "2024-05-01"),
        ("star", said("\"rescuers\"", "official", "2024-05-03") + "via = [\"post\"]"),
        ran("star", "rescuers", "official", "2024-05-04"),
    ];
    assert_eq!(outgrown("runs", &claims), "a");
    // An open period is the closed one only where it closes there.
    let over = |period: &str| format!("scope = {{ period = \"{period}\" }}");
    let claims = [
        ("post", said("\"wire\"", "police", "2024-05-02") + &over("2024-05-01/2024-05-03")),
        ("ticker", said("\"rescuers\"", "police", "2024-05-03") + &over("2024-05-01/..")),
        ("ticker", said("\"rescuers\"", "police", "2024-05-05") + &over("2024-05-01/..")),
    ];
    assert_eq!(outgrown("runs", &claims), "a");
}
