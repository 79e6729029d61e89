//! The quotations in a text: what stands between double quotation marks.

use std::ops::Range;

/// The stretches of a text that stand between double quotation marks, without the marks.
///
/// A straight mark opens and closes in turn; one that is still open at a blank line closes there, as does a
/// quotation of several paragraphs, each of which opens anew.
pub(crate) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut line_is_blank = false;
    for (at, c) in text.char_indices() {
        let closes = match c {
            '\n' if line_is_blank => true,
            '”' | '»' | '」' | '』' => true,
            '"' | '＂' => open.is_some(),
            _ => false,
        };
        if closes {
            found.extend(open.take().map(|start| start..at));
        } else if matches!(c, '“' | '„' | '«' | '「' | '『' | '"' | '＂') {
            open.get_or_insert(at + c.len_utf8());
        }
        line_is_blank = c == '\n' || line_is_blank && c.is_whitespace();
    }
    found.extend(open.map(|start| start..text.len()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_what_stands_between_the_marks() {
        let text = "He said “three “or” four”. \"Five\", she said: \"six\n\nseven. «Huit»";
        let quoted: Vec<&str> = quotations(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(quoted, ["three “or", "Five", "six\n", "Huit"]);
    }
}
