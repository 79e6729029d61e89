//! The paragraphs of a text and their sentences, in order.

use std::ops::Range;

use super::line_column::blank_line;
use super::sentence::{first_end, is_stop};

/// No sentence is taken to be longer, in bytes.
const LONGEST: usize = 4000;

/// The paragraphs of a text that are not blank, as locators count them: up to blank lines, or each line in a text that has none.
pub(crate) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let end = if blank_line(text).is_some() { blank_line } else { newline };
    let mut found = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let (own, next) =
            end(&text[start..]).map_or((text.len(), text.len()), |(own, next)| (start + own, start + next));
        if !text[start..own].trim().is_empty() {
            found.push(start..own);
        }
        start = next;
    }
    found
}

fn newline(text: &str) -> Option<(usize, usize)> {
    memchr::memchr(b'\n', text.as_bytes()).map(|at| (at, at + 1))
}

/// The sentences of a stretch of a text, each with its stop and what closes it, without white space around them.
pub(crate) fn sentences(text: &str, within: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = within.start;
    while start < within.end {
        let most = text.ceil_char_boundary((start + LONGEST).min(within.end));
        let end = first_end(text, start..most).map_or(most, |stop| {
            let rest = &text[stop..most];
            let closing = |c: char| is_stop(c) || matches!(c, '”' | '"' | '’' | '\'' | ')' | '»' | ']');
            stop + rest.find(|c: char| !closing(c)).unwrap_or(rest.len())
        });
        let end = if end > start { end } else { text.ceil_char_boundary(start + 1).min(within.end) };
        let own = text[start..end].trim_start();
        let from = end - own.len();
        if !own.trim_end().is_empty() {
            found.push(from..from + own.trim_end().len());
        }
        start = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> Vec<Vec<&str>> {
        let of = |at: Range<usize>| sentences(text, at).into_iter().map(|at| &text[at]).collect();
        paragraphs(text).into_iter().map(of).collect()
    }

    #[test]
    fn paragraphs_are_parted_into_sentences() {
        let text = "A HEADING\n\nOne fled,\nGen. Orlov said. “Two stayed.” Why?\n\n \nThe end";
        assert_eq!(
            shown(text),
            [
                vec!["A HEADING"],
                vec!["One fled,\nGen. Orlov said.", "“Two stayed.”", "Why?"],
                vec!["The end"]
            ]
        );
        assert_eq!(shown("one. Two\nthree"), [vec!["one.", "Two"], vec!["three"]]);
        assert_eq!(shown(" \n"), Vec::<Vec<&str>>::new());
    }

    proptest! {
        #[test]
        fn sentences_stand_in_order_and_leave_out_white_space_alone(text in "([A-Za-z0-9 .!?”“\n]|é|。){0,60}") {
            let mut reached = 0;
            for at in paragraphs(&text).into_iter().flat_map(|at| sentences(&text, at)) {
                prop_assert!(text[reached..at.start].trim().is_empty(), "{:?}", text);
                reached = at.end;
            }
            prop_assert!(text[reached..].trim().is_empty(), "{:?}", text);
        }
    }
}
