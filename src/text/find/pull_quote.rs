//! Which of several places of a quote are pull quotes: blocks that only say again what stands elsewhere in the text.

use std::ops::Range;

use crate::text::fold::fold;
use crate::text::paragraph::paragraph;
use crate::text::words::{is_word, slices, tokens};

/// Among more places no pull quotes are looked for.
const MOST_PLACES: usize = 16;
/// A block of fewer words is a cell or a label: it says something of its own.
const FEWEST_WORDS: usize = 5;
/// A longer block is no pull quote; in bytes.
const LONGEST: usize = 4000;

/// The one place of several of which all others are pull quotes; `None` where there is none such.
pub(super) fn without_pull_quotes(text: &str, places: &[Range<usize>]) -> Option<Range<usize>> {
    if places.len() > MOST_PLACES {
        return None;
    }
    let blocks: Vec<Range<usize>> = places.iter().map(|at| paragraph(text, at.start)).collect();
    if blocks.iter().any(|block| block.len() > LONGEST) || blocks.windows(2).any(|pair| pair[0] == pair[1]) {
        return None;
    }
    let said: Vec<Vec<String>> = blocks.iter().map(|block| words(&text[block.clone()])).collect();
    // The first of the longest is the text's own.
    let own = (0..said.len()).max_by_key(|index| (said[*index].len(), std::cmp::Reverse(*index)))?;
    let again = |words: &Vec<String>| {
        words.len() >= FEWEST_WORDS && said[own].windows(words.len()).any(|window| window == words.as_slice())
    };
    said.iter().enumerate().all(|(index, words)| index == own || again(words)).then(|| places[own].clone())
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

    fn own(text: &str, quote: &str) -> Option<usize> {
        let places: Vec<Range<usize>> =
            text.match_indices(quote).map(|(at, part)| at..at + part.len()).collect();
        without_pull_quotes(text, &places).map(|at| at.start)
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
