//! The stretches of a text from one of its words to another, where the beginnings of both are given.

use std::collections::BTreeMap;
use std::ops::Range;

use super::fold::{fold, loosen};
use super::sentences::paragraphs;
use super::words::tokens;

/// No stretch is longer, in bytes.
const LONGEST: usize = 600;

/// The stretches of a text that begin with the first of some words and end with the last, the others between them in their order, in the
/// order of their places: of each no more than the beginning need be given, in whatever capitals. The stretch goes to the end of its
/// last word, stays in its paragraph, and has no shorter one in it that ends where it does.
pub(crate) fn between(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Vec::new() };
    let folded = fold(text);
    let loose = loosen(&folded);
    let looked_for: Vec<String> = words.iter().map(|words| loosened(words)).collect();
    if first.is_empty() || last.is_empty() {
        return Vec::new();
    }
    let at = |loose_at: Range<usize>| folded.cover(loose.cover(loose_at));
    let all = loose.as_str();
    let begins: Vec<Range<usize>> = tokens(all);
    let places: Vec<Vec<usize>> = looked_for.iter().map(|words| starts(all, words, &begins)).collect();
    let paragraphs = paragraphs(text);
    let mut shortest: BTreeMap<usize, usize> = BTreeMap::new();
    for start in places.first().into_iter().flatten() {
        let Some(end) = end_of(*start, &places, &looked_for) else { continue };
        let end = begins.iter().find(|token| token.start < end && end <= token.end).map_or(end, |it| it.end);
        let stretch = at(*start..end);
        let is_within = |it: &Range<usize>| it.start <= stretch.start && stretch.end <= it.end;
        if stretch.len() <= LONGEST && paragraphs.iter().any(is_within) {
            shortest.insert(stretch.end, stretch.start);
        }
    }
    let mut stretches: Vec<Range<usize>> = shortest.into_iter().map(|(end, start)| start..end).collect();
    stretches.sort_by_key(|stretch| stretch.start);
    stretches
}

/// Words with what is put aside in the text put aside in them.
fn loosened(words: &str) -> String {
    loosen(&fold(words.trim())).as_str().to_owned()
}

/// Where some words stand that begin where a word does.
fn starts(text: &str, words: &str, tokens: &[Range<usize>]) -> Vec<usize> {
    let stands = |token: &&Range<usize>| !words.is_empty() && text[token.start..].starts_with(words);
    tokens.iter().filter(stands).map(|token| token.start).collect()
}

/// Where the last of some words ends that stand behind each other, the first of them at a place.
fn end_of(start: usize, places: &[Vec<usize>], words: &[String]) -> Option<usize> {
    let mut end = start + words.first()?.len();
    for (places, words) in places.iter().zip(words).skip(1) {
        let next = places.get(places.partition_point(|place| *place < end))?;
        end = next + words.len();
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The Navy said on Friday that “34 people” were killed at al-Tanf, and 1,200 hurt. It said so.\n\n\
                        Nobody was killed on Sunday.";

    fn stretches(words: &[&str]) -> Vec<&'static str> {
        let words: Vec<String> = words.iter().map(|words| (*words).to_owned()).collect();
        between(TEXT, &words).into_iter().map(|at| &TEXT[at]).collect()
    }

    #[test]
    fn a_stretch_goes_from_the_one_word_to_the_end_of_the_other() {
        assert_eq!(stretches(&["34", "killed"]), ["34 people” were killed"]);
        assert_eq!(stretches(&["people", "al-T"]), ["people” were killed at al-Tanf"]);
        assert_eq!(stretches(&["al-Tanf", "1,2"]), ["al-Tanf, and 1,200"]);
    }

    #[test]
    fn the_beginnings_of_words_will_do_in_whatever_capitals() {
        assert_eq!(stretches(&["nav", "frid"]), ["Navy said on Friday"]);
        assert_eq!(stretches(&["avy", "frid"]), [""; 0], "the middle of a word is no beginning");
        assert_eq!(stretches(&["the navy", "on fri"]), ["The Navy said on Friday"]);
    }

    #[test]
    fn what_stands_between_keeps_its_order() {
        assert_eq!(stretches(&["Navy", "34", "hurt"]).len(), 1);
        assert_eq!(stretches(&["Navy", "hurt", "34"]), [""; 0]);
    }

    #[test]
    fn it_is_the_shortest_that_ends_there_and_stays_in_its_paragraph() {
        assert_eq!(stretches(&["said", "so"]), ["said so"]);
        assert_eq!(stretches(&["hurt", "Nobody"]), [""; 0]);
        assert_eq!(stretches(&["killed", ""]), [""; 0]);
    }

    #[test]
    fn of_several_places_each_is_given() {
        assert_eq!(stretches(&["kill", "Sun"]), ["killed on Sunday"]);
        let found = stretches(&["w", "kill"]);
        assert_eq!(found, ["were killed", "was killed"]);
    }
}
