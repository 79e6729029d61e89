//! Which row of the table holds of two claims, where a case of `tests/cases` would not show it: docs/semantics.md, section 4.

use super::alignment::Alignment;
use super::based::{based, claim, said};
use super::relation::{Kind, Which, open, reason, relate};
use super::rows::ROWS;
use super::scope::Extent;
use crate::load::said_by_each;
use crate::model::question::Dimension;

const MORE: &str = r#"
[source]
second = { title = "Flood, corrected", publisher = "post", published = "2024-05-03" }
ticker = { title = "As it happens", publisher = "wire", published = "2024-05-04", kind = "live" }
"#;

/// The row and the kind of two claims on a question, which are the same the other way round but for their direction.
fn related(question: &str, claims: [(&str, String); 2]) -> (u8, Kind) {
    let dossier = based(MORE, &claims.map(|(source, keys)| (source, question, keys)));
    let alignment = Alignment::without_texts(&dossier);
    let (a, b) = (claim(&dossier, 'a'), claim(&dossier, 'b'));
    let (there, back) = (relate(&alignment, a, b), relate(&alignment, b, a));
    assert_eq!((there.row.number, there.kind), (back.row.number, back.kind));
    (there.row.number, there.kind)
}

#[test]
fn what_was_taken_back_is_held_against_nobody() {
    let claims = [
        ("post", "drowned", said("3", "", "")),
        ("second", "drowned", said("5", "", "") + "corrects = [\"post#a\"]"),
        ("star", "drowned", said("4", "", "")),
    ];
    let dossier = based(MORE, &claims);
    let alignment = Alignment::without_texts(&dossier);
    for (x, y, row, kind, direction) in [
        ('a', 'b', 2, Kind::Corrected, Some(Which::B)),
        ('b', 'a', 2, Kind::Corrected, Some(Which::A)),
        ('a', 'c', 4, Kind::Withdrawn, None),
        ('c', 'a', 4, Kind::Withdrawn, None),
        ('b', 'c', 16, Kind::Contradiction, None),
    ] {
        let found = relate(&alignment, claim(&dossier, x), claim(&dossier, y));
        assert_eq!((found.row.number, found.kind, found.direction), (row, kind, direction), "{x} {y}");
    }
}

#[test]
fn how_close_two_are_that_both_can_hold() {
    let of = |value: &str| said(value, "police", "2024-05-02");
    let own = |value: &str| said(value, "", "");
    for (question, a, b, expected) in [
        ("drowned", ("post", own("3")), ("star", own("3")), (19, Kind::Same)),
        // Typography is no difference of words; whether a figure is in words is.
        ("drowned", ("post", own("\"3-5\"")), ("star", own("\"3\u{2013}5\"")), (19, Kind::Same)),
        ("drowned", ("post", own("3")), ("star", own("\"three\"")), (19, Kind::Equivalent)),
        (
            "drowned",
            ("post", own("\"3 to 5\"")),
            ("star", own("\"between 3 and 5\"")),
            (19, Kind::Equivalent),
        ),
        ("drowned", ("post", own("4")), ("star", own("\"3 to 5\"")), (20, Kind::Refines)),
        ("drowned", ("post", own("1230")), ("star", own("\"1,200\"")), (20, Kind::Refines)),
        ("drowned", ("post", own("\"3 to 5\"")), ("star", own("\"4 to 6\"")), (21, Kind::Overlaps)),
        // One origin in two sources, and where nobody knows which is the later.
        ("missing", ("post", of("3")), ("star", of("\"three\"")), (18, Kind::Repeats)),
        ("missing", ("post", of("1230")), ("star", of("\"1,200\"")), (18, Kind::Repeats)),
        ("missing", ("post", of("\"about 80\"")), ("star", of("71")), (21, Kind::Overlaps)),
    ] {
        let said = format!("{a:?} {b:?}");
        assert_eq!(related(question, [a, b]), expected, "{said}");
    }
}

#[test]
fn texts_are_the_same_or_differ() {
    let own = |value: &str| said(value, "", "");
    for (a, b, expected) in [
        ("\"Run\"", "\"Run\"", Kind::Same),
        ("\"Run\"", "\"Stay\"", Kind::Differs),
        ("\"It\u{2019}s over\"", "\"It's over\"", Kind::Same),
    ] {
        assert_eq!(related("words", [("post", own(a)), ("star", own(b))]), (5, expected), "{a} {b}");
    }
}

#[test]
fn places_of_scope_are_disjoint_or_may_overlap() {
    let of = |place: &str| said("3", "", "") + &format!("scope = {{ place = \"{place}\" }}");
    for (a, b, expected) in [
        ("aland", "borea", Extent::Disjoint),
        ("aland", "delta", Extent::Overlapping),
        ("aland", "march", Extent::Overlapping),
        ("ford", "aland", Extent::Narrower),
        ("aland", "ford", Extent::Wider),
        ("ford", "ford", Extent::Equal),
    ] {
        let dossier = based(MORE, &[("post", "drowned", of(a)), ("star", "drowned", of(b))]);
        let alignment = Alignment::without_texts(&dossier);
        let scope = alignment.scopes(claim(&dossier, 'a'), claim(&dossier, 'b'));
        assert_eq!(scope.together, expected, "{a} {b}");
    }
}

#[test]
fn what_is_unknown_of_scope_is_assumed_from_row_11_on() {
    let children = "scope = { population = \"children\" }";
    for (value, row, assumed) in [("3", 19, &[Dimension::Population][..]), ("5", 10, &[])] {
        let claims =
            [("post", "drowned", said("3", "", "") + children), ("star", "drowned", said(value, "", ""))];
        let dossier = based(MORE, &claims);
        let alignment = Alignment::without_texts(&dossier);
        let found = relate(&alignment, claim(&dossier, 'a'), claim(&dossier, 'b'));
        assert_eq!((found.row.number, &found.assumed()[..]), (row, assumed), "{value}");
    }
    assert!(ROWS[..10].iter().all(|row| !row.assumes()) && ROWS[10..].iter().all(|row| row.assumes()));
    let outgrowing: Vec<u8> = ROWS.iter().filter(|row| row.outgrows()).map(|row| row.number).collect();
    assert_eq!(outgrowing, [13, 14]);
    assert_ne!(ROWS[12], ROWS[13]);
}

#[test]
fn what_would_settle_it_is_said_of_what_is_missing() {
    for (a, b, begins) in [
        (("post", "2024-05-02"), ("star", "2024-05-02"), "state the hour"),
        (("post", "2024-05"), ("star", "2024-05-02"), "state the day"),
        (("post", "2024-05"), ("star", "2024-05"), "state the day"),
        (("post", "unknown"), ("star", "2024-05-02"), "state the `as-of`"),
        (("post", "../2024-05-02"), ("star", "2024-05-02"), "state the `as-of`"),
        (("post", "2024-05-02T10:00"), ("star", "2024-05-02T12:00Z"), "state the offset"),
        // The hour of one day is missing, whatever the clock of the other.
        (("post", "2024-05-02"), ("star", "2024-05-02T12:00Z"), "state the hour"),
        (("ticker", "2024-05-02"), ("ticker", "2024-05-02"), "state the hour"),
    ] {
        let claims = [(a, "83", "rescuers"), (b, "96", "police")]
            .map(|((source, when), value, by)| (source, "missing", said(value, by, when)));
        let dossier = based(MORE, &claims);
        let alignment = Alignment::without_texts(&dossier);
        let (x, y) = (claim(&dossier, 'a'), claim(&dossier, 'b'));
        for (x, y) in [(x, y), (y, x)] {
            let told = open(&alignment, x, y).expect("it is open");
            assert!(told.starts_with(begins), "{a:?} {b:?}: {told}");
        }
    }
    let children = "scope = { population = \"children\" }";
    let claims = [("post", "drowned", said("3", "", "") + children), ("star", "drowned", said("5", "", ""))];
    let dossier = based(MORE, &claims);
    let alignment = Alignment::without_texts(&dossier);
    let told = open(&alignment, claim(&dossier, 'a'), claim(&dossier, 'b'));
    assert_eq!(told.as_deref(), Some("state the population of both"));
    let claims = [("post", "drowned", said("3", "", "")), ("star", "drowned", said("5", "", ""))];
    let dossier = based(MORE, &claims);
    let alignment = Alignment::without_texts(&dossier);
    assert_eq!(open(&alignment, claim(&dossier, 'a'), claim(&dossier, 'b')), None);
}

#[test]
fn a_reason_says_a_hundred_names_of_an_answer_and_the_claim_all() {
    for (names, more) in [(100, false), (101, true)] {
        let listed: Vec<String> = (1..=names).map(|n| format!("\"p{n}\"")).collect();
        let other = |_| "value = [\"p0\"]".to_owned();
        let claims: Vec<String> = std::iter::once(format!("value = [{}]", listed.join(", ")))
            .chain((0..names).map(other))
            .collect();
        let dossier = said_by_each("type = \"agent\"", &claims);
        let alignment = Alignment::without_texts(&dossier);
        let mut ids = dossier.claims.ids();
        let (a, b) = (ids.next().expect("it lists"), ids.next().expect("it names one"));
        let said = reason(&alignment, a, b, &relate(&alignment, a, b));
        assert_eq!((said.matches(" or ").count(), said.contains('…')), (99, more), "{said}");
        assert_eq!(dossier.said(&dossier.claims[a]).matches(" or ").count(), names - 1);
    }
}
