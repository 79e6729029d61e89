//! Every outcome by example, and what holds for any text and any quote.

use proptest::prelude::*;

use super::*;
use crate::text::fold::fold;
use crate::text::glyph::is_content;
use crate::text::occurrences::places;
use crate::text::severed::is_severed;

const TEXT: &str = "\u{FEFF}The ferry “Ariadne” left Patras at 10:30 with 1,212 passengers – all aboard, \
                    the captain said.\r\n\
                    It did not stop at Corfu. A boat waited. A boat waited.\r\n\r\n\
                    Patras wrote to Corfu in May; the answer, 13 pages long, came a week later [in Greek].";

fn shown(quote: &str) -> (&'static str, Option<&'static str>) {
    let outcome = find(TEXT, quote);
    (outcome.name(), outcome.span().map(|at| &TEXT[at]))
}

/// The differing words of a quote that is near, as (quote, text, kind).
fn differing(text: &str, quote: &str) -> Vec<(String, String, &'static str)> {
    match find(text, quote) {
        Outcome::Near(near) => {
            near.differs.into_iter().map(|word| (word.quote, word.text, word.kind.name())).collect()
        }
        other => panic!("{quote:?} is {other}"),
    }
}

fn one(quote: &str, text: &str, kind: &'static str) -> Vec<(String, String, &'static str)> {
    vec![(quote.to_owned(), text.to_owned(), kind)]
}

#[test]
fn the_same_bytes_are_exact() {
    assert_eq!(shown("with 1,212 passengers"), ("exact", Some("with 1,212 passengers")));
    assert_eq!(shown("came a week later [in Greek]"), ("exact", Some("came a week later [in Greek]")));
    assert_eq!(shown("It did not stop at Corfu."), ("exact", Some("It did not stop at Corfu.")));
}

#[test]
fn other_typography_is_folded() {
    for quote in [
        "ferry \"Ariadne\" left",
        "passengers - all aboard",
        "captain said.\nIt did not",
        "at\u{A0}10:30",
        "  It did not stop at Cor\u{AD}fu\n",
        "all a-\nboard",
        "May;   the\tanswer",
    ] {
        assert_eq!(shown(quote).0, "folded", "{quote:?}");
    }
    assert_eq!(shown("captain said.\nIt did not").1, Some("captain said.\r\nIt did not"));
    assert_eq!(find("a well-\nknown man", "a well-known man"), Outcome::Folded(0..17));
}

#[test]
fn pieces_in_order_are_elided() {
    let pieces = |quote: &str| match find(TEXT, quote) {
        Outcome::Elided(pieces) => pieces.into_iter().map(|at| &TEXT[at]).collect::<Vec<_>>(),
        other => panic!("{quote} is {other:?}"),
    };
    assert_eq!(
        pieces("The ferry ... left Patras […] all aboard"),
        ["The ferry", "left Patras", "all aboard"]
    );
    assert_eq!(pieces("[T]he ferry \"Ariadne\" [sic] left"), ["The ferry “Ariadne”", "left"]);
    assert_eq!(pieces("... stop at Corfu"), ["stop at Corfu"]);
}

#[test]
fn an_elision_drops_no_negation_and_leaves_no_paragraph() {
    assert_eq!(differing(TEXT, "It did ... stop at Corfu"), one("...", "not", "negation"));
    assert_eq!(differing(TEXT, "A boat waited. A boat [never] waited"), one("[never]", "", "negation"));
    assert_eq!(differing(TEXT, "The fer ... left Patras"), one("fer", "ferry", "wording"));
    assert_eq!(differing("it did fall by 1.5 a day", "it did ... fall by 1"), one("1", "1.5", "number"));
    let (quote, _, kind) = differing(TEXT, "left Patras ... a week later").remove(0);
    assert_eq!((quote.as_str(), kind), ("left Patras ... a week later", "order"));
    assert_eq!(differing(TEXT, "The ferry ... with 1,312 passengers"), one("1,312", "1,212", "number"));
}

#[test]
fn repeats_are_ambiguous_until_the_context_settles_them() {
    let places =
        TEXT.match_indices("A boat waited").map(|(at, quote)| at..at + quote.len()).collect::<Vec<_>>();
    let quote = Needle::new("A boat waited");
    assert_eq!(find(TEXT, quote), Outcome::Ambiguous(places.clone()));
    assert_eq!(find(TEXT, Needle { prefix: Some("Corfu. "), ..quote }), Outcome::Exact(places[0].clone()));
    assert_eq!(
        find(TEXT, Needle { suffix: Some(".\n\nPatras"), ..quote }),
        Outcome::Exact(places[1].clone())
    );
    assert_eq!(find(TEXT, Needle { prefix: Some("Samos. "), ..quote }), Outcome::Ambiguous(places));
    assert_eq!(find(TEXT, Needle { prefix: Some("Crete. "), ..quote }).name(), "ambiguous");
    let patras = Needle { locator: Some("paragraph 2"), ..Needle::new("Patras") };
    assert_eq!(find(TEXT, patras), Outcome::Exact(TEXT.rfind("Patras").map(|at| at..at + 6).unwrap()));
    let elided = Needle { prefix: Some("Corfu."), ..Needle::new("A ... waited") };
    assert_eq!(find(TEXT, elided).span().map(|at| at.start), TEXT.find("A boat"));
}

#[test]
fn a_context_is_held_against_fewer_than_a_thousand_places() {
    for (places, outcome) in [(999, "exact"), (1000, "ambiguous")] {
        let text = "a gate shut, ".repeat(places - 1) + "the north gate shut";
        let north = Needle { prefix: Some("the north "), ..Needle::new("gate shut") };
        assert_eq!(find(&text, north).name(), outcome, "{places}");
    }
}

#[test]
fn words_that_stand_elsewhere_than_their_context_says_are_misplaced() {
    let text = "Team Beta reported that the dam held.\n\nIt rained on the dam, they said.";
    let dam = Needle::new("the dam held");
    let at = text.find("the dam held").map(|at| at..at + 12).unwrap();
    for needle in [
        dam.with_prefix("Team Alpha reported that "),
        dam.with_suffix(" and held"),
        dam.with_prefix("reported that ").with_suffix(", they said"),
        dam.with_locator("paragraph 2"),
    ] {
        assert_eq!(find(text, needle), Outcome::Misplaced(at.clone()), "{needle:?}");
    }
    for needle in [
        dam.with_prefix("Team Beta reported that"),
        dam.with_prefix("that\n").with_suffix("."),
        dam.with_suffix(". It rained"),
        dam.with_locator("paragraph 1"),
        dam.with_locator("page 7"),
        dam.with_locator("somewhere"),
    ] {
        assert_eq!(find(text, needle), Outcome::Exact(at.clone()), "{needle:?}");
    }
    let folded = Needle { prefix: Some("Team Alpha reported that"), ..Needle::new("the  dam held") };
    assert_eq!(find(text, folded).name(), "misplaced");
    let elided = Needle { prefix: Some("Team Alpha"), ..Needle::new("reported ... held") };
    assert_eq!(find(text, elided).name(), "misplaced");
}

#[test]
fn what_is_only_alike_is_near() {
    assert_eq!(shown("It did stop at Corfu"), ("near", Some("It did not stop at Corfu")));
    assert_eq!(differing(TEXT, "It did stop at Corfu"), one("", "not", "negation"));
    assert_eq!(differing(TEXT, "with 1,213 passengers"), one("1,213", "1,212", "number"));
    assert_eq!(differing(TEXT, "the answer, 13 Pages long"), one("Pages", "pages", "case"));
    assert_eq!(differing("the Buendía house", "the Buendia house"), one("Buendia", "Buendía", "name"));
    let swapped = differing("Chad left Niger, they said.", "Niger left Chad");
    assert_eq!(swapped, [one("Niger", "Chad", "name"), one("Chad", "Niger", "name")].concat());
    assert_eq!(shown("Corfu wrote to Patras in May"), ("near", Some("Patras wrote to Corfu in May")));
}

#[test]
fn a_quote_that_cuts_a_number_or_letter_is_near() {
    assert_eq!(differing(TEXT, "3 pages long"), one("3", "13", "number"));
    assert_eq!(differing(TEXT, "212 passengers"), one("212", "1,212", "number"));
    assert_eq!(differing(TEXT, "left Patras at 10"), one("10", "10:30", "number"));
    assert_eq!(differing("it fell -3 percent", "3 percent"), one("3", "-3", "number"));
    assert_eq!(differing("all twenty-two men", "two men"), one("two", "twenty-two", "number"));
    assert_eq!(differing("it lost 3 million men", "it lost 3"), one("", "million", "number"));
    assert_eq!(differing("by cafe\u{301} Roma", "by cafe"), one("cafe", "cafe\u{301}", "wording"));
    assert_eq!(find("13 fell, then 3 fell", "3 fell"), Outcome::Exact(14..20));
}

#[test]
fn what_nothing_resembles_is_absent() {
    assert_eq!(find(TEXT, "nobody had paid the harbour dues"), Outcome::Absent(Absence::NothingAlike));
    for quote in ["", " ", "...", "“—”", "\u{200B}\u{FEFF}", "[…]"] {
        assert_eq!(find(TEXT, quote), Outcome::Absent(Absence::EmptyQuote), "{quote:?}");
    }
    for text in ["", " \r\n\t", "\u{FEFF}", "— …"] {
        assert_eq!(find(text, "some words"), Outcome::Absent(Absence::EmptyText), "{text:?}");
    }
}

#[test]
fn offsets_are_those_of_the_original_bytes() {
    for (text, quote, span) in [
        ("a\0b three trucks", "three trucks", 4..16),
        ("\u{1A}\u{1A} three  trucks", "three trucks", 3..16),
        ("שלוש \u{200F}משאיות נשרפו", "משאיות נשרפו", 12..35),
        ("the cafe\u{301}  de la gare", "café de la", 4..17),
        ("\u{FEFF}three\r\ntrucks", "three trucks", 3..16),
    ] {
        assert_eq!(find(text, quote).span(), Some(span), "{text:?}");
    }
}

#[test]
fn one_haystack_serves_many_quotes() {
    let haystack = Haystack::new(TEXT);
    assert_eq!(haystack.text(), TEXT);
    for quote in ["It did not stop", "all aboard", "\"Ariadne\"", "stop at Samos", "a ... b"] {
        assert_eq!(haystack.find(quote), find(TEXT, quote));
    }
}

/// Characters that fold, join or break something, and a few that do not.
const ODD: &str = "[aAb13 .,\n\r\u{0}\u{AD}\u{200B}\u{202E}\u{FEFF}\u{301}\u{A0}é“”«»‘'ﬁ…—–\\-\\[\\]א״死ｶﾞ½٣ёيَ\u{640}%🚀]{0,40}";

proptest! {
    #[test]
    fn nothing_panics_and_every_range_fits(text in ODD, quote in ODD, prefix in ODD) {
        let needle = Needle { prefix: Some(&prefix), locator: Some("line 1"), ..Needle::new(&quote) };
        let outcome = find(&text, needle);
        let ranges = match &outcome {
            Outcome::Elided(ranges) | Outcome::Ambiguous(ranges) => ranges.clone(),
            other => other.span().into_iter().collect(),
        };
        for at in ranges {
            prop_assert!(text.get(at.clone()).is_some_and(|part| !part.is_empty()), "{:?} {:?}", outcome, at);
        }
        if let Outcome::Near(near) = &outcome {
            prop_assert!(!near.differs.is_empty());
        }
    }

    #[test]
    fn what_is_held_says_the_same(text in ODD, quote in ODD) {
        let bare = |text: &str| fold(text).as_str().replace([' ', '-', '"'], "");
        if let Outcome::Exact(at) | Outcome::Folded(at) = find(&text, quote.as_str()) {
            prop_assert_eq!(bare(&text[at]), bare(&quote));
        }
    }

    #[test]
    fn any_part_of_a_text_that_stands_once_is_found(
        text in "[a-c1 é.,-]{1,60}",
        from in 0usize..60,
        len in 1usize..30,
    ) {
        let end = (from + len).min(text.len());
        if let Some(part) = text.get(from..end).filter(|part| part.contains(is_content)) {
            let once = places(&text, part).count() == 1;
            let outcome = find(&text, part);
            if once && !is_severed(&text, &(from..end)) {
                prop_assert_eq!(outcome, Outcome::Exact(from..end));
            } else if once {
                prop_assert_ne!(outcome.name(), "exact");
            }
        }
    }

    #[test]
    fn one_changed_digit_is_never_held(
        words in proptest::collection::vec("[a-d]{1,4}|[0-9]{1,3}", 3..20),
        pick in any::<(usize, usize, usize)>(),
    ) {
        let text = words.join(" ");
        let from = pick.0 % words.len();
        let quote = words[from..].iter().take(1 + pick.1 % 8).cloned().collect::<Vec<_>>().join(" ");
        let digits: Vec<usize> = quote.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
        if let Some(at) = digits.get(pick.2 % digits.len().max(1)) {
            let mut changed = quote.clone().into_bytes();
            changed[*at] = b'0' + (changed[*at] - b'0' + 1 + (pick.2 % 9) as u8) % 10;
            let changed = String::from_utf8(changed).unwrap();
            if !text.contains(&changed) {
                prop_assert!(!find(&text, changed.as_str()).is_held());
            }
        }
    }
}
