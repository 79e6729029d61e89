//! Which of several places of a quote only say again, in a block of their own, what stands elsewhere in the text: pull quotes,
//! captions, summaries, blocks that are printed twice.

use std::cmp::Reverse;
use std::ops::Range;

use crate::text::fold::fold;
use crate::text::paragraph::paragraph;
use crate::text::sentence::sentence_around;
use crate::text::walls::Walls;
use crate::text::words::{is_word, slices, tokens};

/// Among more places no pull quotes are looked for.
const MOST_PLACES: usize = 16;
/// What has fewer words is a cell or a label: it says something of its own.
const FEWEST_WORDS: usize = 5;
/// A longer block is not gone through; in bytes.
const LONGEST: usize = 20_000;

/// The one place of several of which all others only say it again: what stands around them in their block, a sentence before and
/// behind, stands in the block of that one. `None` where there is none such, and where two stand in one block.
pub(super) fn without_pull_quotes(
    text: &str,
    walls: &Walls,
    places: &[Range<usize>],
) -> Option<Range<usize>> {
    if places.len() > MOST_PLACES {
        return None;
    }
    let blocks: Vec<Range<usize>> =
        places.iter().map(|at| walls.part_around(at.start, paragraph(text, at.start))).collect();
    if blocks.iter().any(|block| block.len() > LONGEST) || blocks.windows(2).any(|pair| pair[0] == pair[1]) {
        return None;
    }
    // The first of the longest is the text's own.
    let own = (0..blocks.len())
        .max_by_key(|index| (words(&text[blocks[*index].clone()]).len(), Reverse(*index)))?;
    let said = words(&text[blocks[own].clone()]);
    let again = |words: Vec<String>| {
        words.len() >= FEWEST_WORDS && said.windows(words.len()).any(|window| window == words.as_slice())
    };
    places
        .iter()
        .zip(&blocks)
        .enumerate()
        .all(|(index, (at, block))| index == own || again(words(&text[with_neighbours(text, at, block)])))
        .then(|| places[own].clone())
}

/// The sentence of a passage with the one before and the one behind it, as far as its block goes.
fn with_neighbours(text: &str, at: &Range<usize>, block: &Range<usize>) -> Range<usize> {
    let own = sentence_around(text, at);
    let before = text[..own.start].trim_end().char_indices().next_back();
    let start = before.map_or(own.start, |(stop, _)| sentence_around(text, &(stop..stop)).start);
    let next = text[own.end..].find(char::is_alphanumeric).map(|next| own.end + next);
    let end = next.map_or(own.end, |next| sentence_around(text, &(next..next)).end);
    start.max(block.start)..end.min(block.end).max(at.end)
}

/// The words of a block, folded, without punctuation.
fn words(block: &str) -> Vec<String> {
    let folded = fold(block);
    let all = tokens(folded.as_str());
    slices(folded.as_str(), &all).into_iter().filter(|word| is_word(word)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::walls::Wall;

    fn own_behind(walls: &[(usize, Wall)], text: &str, quote: &str) -> Option<usize> {
        let places: Vec<Range<usize>> =
            text.match_indices(quote).map(|(at, part)| at..at + part.len()).collect();
        without_pull_quotes(text, &Walls(walls.to_vec()), &places).map(|at| at.start)
    }

    fn own(text: &str, quote: &str) -> Option<usize> {
        own_behind(&[], text, quote)
    }

    const QUOTE: &str = "We lost 34 people in one night";

    #[test]
    fn a_block_of_the_same_words_is_a_pull_quote() {
        let text = "It rained.\n\n“We lost 34 people in one night,” the mayor said.\n\n‘We lost 34 people in one night’\n\nIt stopped.";
        assert_eq!(own(text, QUOTE), Some(15));
        let text = "We lost 34 people in one night\n“We lost 34 people in one night,” the mayor said.";
        assert_eq!(own(text, QUOTE), Some(34));
        let headline = "We lost 34 people in one night\n\nWe lost 34 people in one night\n\nIt rained.";
        assert_eq!(own(headline, QUOTE), Some(0));
    }

    #[test]
    fn a_passage_is_said_again_where_its_neighbours_are_the_same() {
        let said = "It rained. We lost 34 people in one night. Aid came.";
        let again = format!("{said} It stopped.\n\n{said} More is told below.");
        assert_eq!(
            own(&again, QUOTE),
            Some(again.rfind("We lost").unwrap()),
            "the longer block is the own one"
        );
        let other = format!("{said} It stopped.\n\nIt rained. We lost 34 people in one night. None came.");
        assert_eq!(own(&other, QUOTE), None);
        let of_two = "On Monday a bomb hit Homs. Three people died in it.\n\nOn Friday a bomb hit Hama. Three people died in it.";
        assert_eq!(own(of_two, "Three people died in it"), None);
    }

    #[test]
    fn items_are_blocks() {
        let text = "A shell hit the north gate\nIt rained.\nA shell hit the north gate";
        assert_eq!(
            own_behind(&[(27, Wall::Item), (38, Wall::Item)], &format!("{text}\n\nx"), "A shell hit"),
            Some(0)
        );
        assert_eq!(own(&format!("{text}\n\nx"), "A shell hit"), None);
    }

    #[test]
    fn a_place_that_begins_with_what_ends_a_block_is_in_none() {
        let text = "A fire\n\n\u{a0}a b\n\n\u{a0}a b";
        let items = [(8, Wall::Item), (15, Wall::Item)];
        assert_eq!(own_behind(&items, text, "\u{a0}a b"), None);
    }

    #[test]
    fn sentences_of_their_own_and_cells_are_none() {
        let text = "We lost 34 people in one night. The mayor spoke.\n\nWe lost 34 people in one night, said the guard.";
        assert_eq!(own(text, QUOTE), None);
        assert_eq!(
            own("A truck stood by the gate. Rain. A truck stood by the gate.", "A truck stood by the gate"),
            None
        );
        assert_eq!(own("North\n34 killed\nSouth\n34 killed", "34 killed"), None);
        assert_eq!(own("In all 34 were killed there.\n34 were killed", "34 were killed"), None);
        assert_eq!(own("", "x"), None);
    }
}
