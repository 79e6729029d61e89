//! A quote in a text: every place lies in the text, and what is held says what the quote says.

use std::ops::Range;

use super::BETWEEN;
use crate::text::{Haystack, Needle, Outcome, fold_text, verbatim};

/// Looks for a quote in a text. The parts of an input are the quote, the text, and as far as they are given prefix, suffix,
/// locator and language.
pub fn find(input: &[u8]) {
    let input = String::from_utf8_lossy(input);
    let mut parts = input.split(BETWEEN);
    let quote = parts.next().unwrap_or_default();
    let text = parts.next().unwrap_or_default();
    let mut part = || parts.next().filter(|part| !part.is_empty());
    let needle =
        Needle { prefix: part(), suffix: part(), locator: part(), language: part(), ..Needle::new(quote) };
    let haystack = Haystack::new(text);
    let outcome = haystack.find(needle);
    assert_eq!(haystack.find(needle), outcome, "asked twice");
    holds(text, quote, &outcome);
    let bare = Haystack::new(text).find(quote);
    holds(text, quote, &bare);
    // What is known of its surroundings makes no words of a text that has none.
    assert!(
        !outcome.is_held() || !matches!(bare, Outcome::Near(_) | Outcome::Absent(_)),
        "{bare:?} {outcome:?}"
    );
}

/// What holds of an outcome, whatever was looked for.
pub(super) fn holds(text: &str, quote: &str, outcome: &Outcome) {
    let places = match outcome {
        Outcome::Elided(places) | Outcome::Ambiguous(places) => places.clone(),
        other => other.span().into_iter().collect(),
    };
    for at in &places {
        assert!(text.get(at.clone()).is_some_and(|words| !words.is_empty()), "{at:?} of {outcome:?}");
    }
    match outcome {
        Outcome::Exact(at) | Outcome::Folded(at) => {
            assert_eq!(bare(&text[at.clone()]), bare(quote), "{outcome:?}")
        }
        Outcome::Elided(pieces) => in_order(text, quote, pieces),
        Outcome::Ambiguous(places) => assert!((2..=100).contains(&places.len()), "{outcome:?}"),
        Outcome::Near(near) => assert!(!near.differs.is_empty(), "{outcome:?}"),
        Outcome::Misplaced(_) | Outcome::Absent(_) => {}
    }
}

/// The words of a text as folding leaves them, without what a line break or a quotation mark may have put in or out.
fn bare(text: &str) -> String {
    fold_text(text).replace([' ', '-', '"'], "")
}

/// Holds the pieces of a quote to stand in order, apart from each other, and to be made of the quote's words and no others.
fn in_order(text: &str, quote: &str, pieces: &[Range<usize>]) {
    assert!(pieces.windows(2).all(|two| two[0].end <= two[1].start), "{pieces:?}");
    let letters = |text: &str| {
        let small: Vec<char> = bare(text).chars().flat_map(char::to_lowercase).collect();
        small.into_iter().filter(|c| c.is_alphanumeric()).collect::<Vec<char>>()
    };
    let held: Vec<char> = pieces.iter().flat_map(|at| letters(&text[at.clone()])).collect();
    assert!(stand_in(&held, &letters(quote)), "{pieces:?} are not of {quote:?}");
    let asked: Vec<char> = verbatim(quote).iter().flat_map(|piece| letters(piece)).collect();
    assert!(stand_in(&asked, &held), "{quote:?} is not all in {pieces:?}");
}

/// Whether all letters of one stand in the other in the same order.
fn stand_in(some: &[char], all: &[char]) -> bool {
    let mut all = all.iter();
    some.iter().all(|letter| all.any(|other| other == letter))
}
