//! The passages of a text in which the pieces of a quote stand in order, and what they leave out.

use std::ops::Range;

use super::pieces::{Gap, Pieces, QuotePiece};
use crate::text::fold::Folded;
use crate::text::glyph::{Glyph, glyph, is_content, joins};
use crate::text::grammar::is_negation;
use crate::text::line_column::blank_line;
use crate::text::occurrences::places;
use crate::text::severed::is_severed;

/// At most so many characters are left out between two pieces of one passage.
const LONGEST_GAP: usize = 600;
/// At most so many words of the text stand where the recorder's note does.
const NOTE_WORDS: usize = 3;
/// Among so few words left out, a negation turns what is left around, wherever it stands.
const FEW_WORDS: usize = 4;
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
            if i == 0 && !fits_start(at.start) || last && !fits_end(at.end) {
                continue;
            }
            let begins = match i {
                0 => at.start,
                _ => {
                    while before < reached.len() && reached[before].at.end <= at.start {
                        before += 1;
                    }
                    let Some(near) = before.checked_sub(1) else { continue };
                    if !may_lie_between(&text[reached[near].at.end..at.start], piece.before) {
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

/// The negation that an elided passage leaves out right beside one of its pieces, or among a few words.
pub(crate) fn dropped_negation(text: &str, passage: &[Range<usize>]) -> Option<Range<usize>> {
    let between = |pair: &[Range<usize>]| {
        let gap = &text[pair[0].end..pair[1].start];
        let words: Vec<&str> = gap
            .split(|c: char| c.is_whitespace() || glyph(c) == Glyph::LongDash)
            .map(|word| word.trim_matches(|c: char| !is_content(c)))
            .filter(|word| !word.is_empty())
            .collect();
        let is_stop = |c: char| matches!(c, '.' | '!' | '?');
        let (few, open) = (words.len() <= FEW_WORDS && !gap.contains(is_stop), gap.trim());
        let telling = |at: &usize| {
            few || *at == 0 && !open.starts_with(is_stop)
                || *at + 1 == words.len() && !open.ends_with(is_stop)
        };
        let at = (0..words.len()).filter(telling).find(|at| is_negation(words[*at]))?;
        let start = words[at].as_ptr() as usize - text.as_ptr() as usize;
        Some(start..start + words[at].len())
    };
    passage.windows(2).find_map(between)
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
fn may_lie_between(between: &str, gap: Gap) -> bool {
    if between.chars().nth(LONGEST_GAP).is_some() || blank_line(between).is_some() {
        return false;
    }
    gap == Gap::Elision
        || between.split_whitespace().count() <= NOTE_WORDS
            && !between.contains(|c: char| c.is_numeric() || matches!(c, '.' | '!' | '?' | ';'))
            && !between.split_whitespace().any(is_negation)
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
        let all = |reading: &Pieces| passages(text, &folded, reading, |_| true, |_| true).found;
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
    fn a_negation_left_out_is_told() {
        let folded = fold(TEXT);
        let reading = &readings("master did ... report it")[0];
        let found = passages(TEXT, &folded, reading, |_| true, |_| true).found;
        assert_eq!(dropped_negation(TEXT, &found[0]).map(|at| &TEXT[at]), Some("not"));
        let text = "they did not at once and openly strike; nor, they said, will they strike";
        let dropped = |left: &str, right: &str| {
            let pieces = [left, right].map(|part| text.find(part).map(|at| at..at + part.len()).unwrap());
            dropped_negation(text, &pieces).map(|at| &text[at])
        };
        assert_eq!(dropped("they did", "strike;"), Some("not"));
        assert_eq!(dropped("strike;", "will they"), Some("nor"));
        assert_eq!(dropped("they", "said"), None);
        assert_eq!(dropped_negation("It burned. No. It fell.", &[0..9, 15..22]), None);
    }

    #[test]
    fn every_passage_is_found_once() {
        assert_eq!(found("a b c a b c", "a ... c"), [["a", "c"], ["a", "c"]]);
        assert_eq!(found("a a c c", "a ... c"), [["a", "c"]]);
    }
}
