//! The passages of a text in which the pieces of a quote stand in order, and what they leave out.

use std::ops::Range;

use super::notes::{may_begin, may_end, may_stand};
use super::pieces::{Gap, Pieces, QuotePiece};
use crate::text::fold::Folded;
use crate::text::glyph::joins;
use crate::text::line_column::blank_line;
use crate::text::occurrences::places;
use crate::text::sentence::{first_end, last_end, sentence_around};
use crate::text::severed::is_severed;
use crate::text::turning::{Turn, listed, turned_within};
use crate::text::walls::Walls;

/// At most so many characters are left out between two pieces of one passage.
const LONGEST_GAP: usize = 600;
/// More places of one piece than this are not looked at.
const MOST_PLACES: usize = 20_000;

/// The passages in which the pieces of a quote stand in order.
#[derive(Debug, Default)]
pub(crate) struct Passages {
    /// For each passage the bytes of every piece, in the original text.
    pub(crate) found: Vec<Vec<Range<usize>>>,
    /// Whether there may be more.
    pub(crate) more: bool,
}

/// The passages of a text in which the pieces stand; `fits_start` and `fits_end` may rule out where one begins or
/// ends.
pub(crate) fn passages(
    text: &str,
    folded: &Folded,
    quote: &Pieces,
    language: Option<&str>,
    walls: &Walls,
    fits_start: impl Fn(usize) -> bool,
    fits_end: impl Fn(usize) -> bool,
) -> Passages {
    let mut more = false;
    let mut reached: Vec<Reached> = Vec::new();
    let mut steps: Vec<Vec<Reached>> = Vec::new();
    for (i, piece) in quote.pieces.iter().enumerate() {
        let last = i + 1 == quote.pieces.len();
        let after = if last { quote.after } else { Gap::Elision };
        let mut next = Vec::new();
        let mut before = 0;
        for (count, at) in whole_places(text, folded, piece, after).enumerate() {
            if count == MOST_PLACES {
                more = true;
                break;
            }
            let begins = i > 0 || fits_start(at.start) && may_begin(text, at.start, piece.before, language);
            let ends = !last || fits_end(at.end) && may_end(text, at.end, quote.after, language);
            if !begins || !ends {
                continue;
            }
            let begins = match i {
                0 => at.start,
                _ => {
                    while before < reached.len() && reached[before].at.end <= at.start {
                        before += 1;
                    }
                    let Some(near) = before.checked_sub(1) else { continue };
                    let between = reached[near].at.end..at.start;
                    if walls.part_elision(&between) || !may_lie_between(text, between, piece.before, language)
                    {
                        continue;
                    }
                    reached[near].begins
                }
            };
            next.push(Reached { at, begins, after: before.saturating_sub(1) });
        }
        steps.push(std::mem::replace(&mut reached, next));
    }
    // Of the passages that begin at one place the shortest counts.
    reached.dedup_by_key(|last| last.begins);
    steps.remove(0);
    Passages { found: reached.into_iter().map(|last| retrace(last, &steps)).collect(), more }
}

/// Where the piece of that number stands, whatever stands around it, but for whole words and numbers.
pub(crate) fn place_of(text: &str, folded: &Folded, quote: &Pieces, number: usize) -> Option<Range<usize>> {
    let after = if number + 1 == quote.pieces.len() { quote.after } else { Gap::Elision };
    whole_places(text, folded, quote.pieces.get(number)?, after).next()
}

/// What an elided passage leaves out that turns it around: in a gap, from the piece before it up to the end of its
/// sentence, and from the beginning of the sentence of the piece behind.
pub(crate) fn turned_in_gap(
    text: &str,
    passage: &[Range<usize>],
    language: Option<&str>,
) -> Option<(Turn, Range<usize>)> {
    let whole = passage.first()?.start..passage.last()?.end;
    let lists = listed(language, &text[sentence_around(text, &whole)]);
    let within = |part: Range<usize>| {
        let turned = turned_within(&text[part.clone()], &lists)?;
        Some((turned.turn, part.start + turned.at.start..part.start + turned.at.end))
    };
    passage.windows(2).find_map(|pair| {
        let gap = pair[0].end..pair[1].start;
        match (first_end(text, gap.clone()), last_end(text, gap.clone())) {
            (Some(end), Some(begin)) => within(gap.start..end).or_else(|| within(begin..gap.end)),
            _ => within(gap),
        }
    })
}

/// A place of a piece that is reached in order from the first.
#[derive(Debug)]
struct Reached {
    at: Range<usize>,
    /// Where the first piece begins.
    begins: usize,
    /// Which place of the piece before leads here.
    after: usize,
}

fn retrace(last: Reached, steps: &[Vec<Reached>]) -> Vec<Range<usize>> {
    let mut found = vec![last.at];
    let mut after = last.after;
    for step in steps.iter().rev() {
        found.push(step[after].at.clone());
        after = step[after].after;
    }
    found.reverse();
    found
}

/// The places of a piece, in original bytes, that end with a whole word where something is left out.
fn whole_places<'a>(
    text: &'a str,
    folded: &'a Folded,
    piece: &'a QuotePiece,
    after: Gap,
) -> impl Iterator<Item = Range<usize>> + 'a {
    places(folded.as_str(), &piece.text).filter_map(move |at| {
        let folded_text = folded.as_str();
        let whole = |at: usize| {
            let (before, next) = (folded_text[..at].chars().next_back(), folded_text[at..].chars().next());
            !before.zip(next).is_some_and(|(before, next)| joins(before, next))
        };
        let whole =
            (piece.before == Gap::Nothing || whole(at.start)) && (after == Gap::Nothing || whole(at.end));
        folded.span(at).filter(|at| whole && !is_severed(text, at))
    })
}

/// Whether the words of the text between two pieces may be what the quote has there.
fn may_lie_between(text: &str, between: Range<usize>, gap: Gap, language: Option<&str>) -> bool {
    let part = &text[between.clone()];
    if part.chars().nth(LONGEST_GAP).is_some() || blank_line(part).is_some() {
        return false;
    }
    gap == Gap::Elision || may_stand(text, between, gap, language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::elide::pieces::readings;
    use crate::text::fold::fold;

    const TEXT: &str = "The crew slept. At dawn the old tanker left the port, and nobody saw it go.\n\n\
                        The harbour master did not report it; the tanker came back with 13 sacks of rice.";

    /// The pieces of the text that the first reading with any passage finds.
    fn found<'t>(text: &'t str, quote: &str) -> Vec<Vec<&'t str>> {
        let folded = fold(text);
        let all = |reading: &Pieces| {
            passages(text, &folded, reading, None, &Walls::default(), |_| true, |_| true).found
        };
        let found = readings(quote).iter().map(all).find(|found| !found.is_empty()).unwrap_or_default();
        found.into_iter().map(|passage| passage.into_iter().map(|at| &text[at]).collect()).collect()
    }

    #[test]
    fn pieces_stand_in_order_within_a_paragraph() {
        assert_eq!(found(TEXT, "At dawn ... left the port"), [["At dawn", "left the port"]]);
        assert!(found(TEXT, "left the port ... At dawn").is_empty());
        assert!(found(TEXT, "At dawn ... came back").is_empty());
        let long = format!("At dawn {} the tanker left", "and so on ".repeat(80));
        assert!(found(&long, "At dawn ... tanker left").is_empty());
    }

    #[test]
    fn pieces_end_with_whole_words_and_numbers() {
        assert!(found(TEXT, "the old tank ... left").is_empty());
        assert!(found(TEXT, "came back ... 3 sacks").is_empty());
        assert_eq!(found(TEXT, "tanker came ... rice").len(), 1);
    }

    #[test]
    fn notes_are_the_recorders() {
        assert_eq!(found(TEXT, "the old [sic] tanker left"), [["the old", "tanker left"]]);
        assert_eq!(found(TEXT, "nobody saw [the ship] go"), [["nobody saw", "go"]]);
        assert_eq!(found(TEXT, "[t]he crew slept"), [["The crew slept"]]);
        assert!(found(TEXT, "came back [with many] sacks").is_empty(), "a note stands for no number");
        assert!(found(TEXT, "master did [indeed] report it").is_empty(), "a note stands for no negation");
    }

    #[test]
    fn what_turns_a_sentence_around_is_told_where_it_is_left_out() {
        use Turn::{Condition, Denial, Doubt, Negation};
        for (text, left, right, told) in [
            ("The harbour master did not report it", "did", "report it", Some((Negation, "not"))),
            ("They did not at once and openly strike", "They did", "strike", Some((Negation, "not"))),
            (
                "The minister denied that he took money",
                "The minister",
                "took money",
                Some((Denial, "denied")),
            ),
            (
                "They have rejected claims that it burned",
                "They have",
                "it burned",
                Some((Denial, "rejected")),
            ),
            ("He repeated the false claim that it burned", "the", "claim that", Some((Denial, "false"))),
            (
                "They said there is still no evidence of it",
                "there is",
                "of it",
                Some((Denial, "no evidence")),
            ),
            ("They will strike if the talks fail in May", "will strike", "in May", Some((Condition, "if"))),
            ("They may have struck the camp", "They", "struck", Some((Doubt, "may have"))),
            (
                "It burned. No doubt it did. He denied it. Nobody fell, they say.",
                "It burned",
                "fell",
                Some((Negation, "Nobody")),
            ),
            ("It burned all night. Nobody came. It fell.", "It burned", "It fell", None),
            ("It burned. No. It fell.", "It burned", "It fell", None),
            ("They saw not only smoke but fire", "They saw", "fire", None),
            ("L’armée n’a jamais bombardé le village", "L’armée", "bombardé", Some((Negation, "n’"))),
            ("הצבא לא הפציץ את הכפר", "הצבא", "הפציץ", Some((Negation, "לא"))),
        ] {
            let pieces = [left, right].map(|part| text.find(part).map(|at| at..at + part.len()).unwrap());
            let found = turned_in_gap(text, &pieces, None).map(|(turn, at)| (turn, &text[at]));
            assert_eq!(found, told, "{text}");
        }
    }

    #[test]
    fn every_passage_is_found_once() {
        assert_eq!(found("a b c a b c", "a ... c"), [["a", "c"], ["a", "c"]]);
        assert_eq!(found("a a c c", "a ... c"), [["a", "c"]]);
    }
}
