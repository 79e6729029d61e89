//! Words in quotation marks.

use std::ops::Range;

use crate::text::{Glyph, glyph};

/// What stands between double quotation marks in a text, the marks left out; up to the end where one is not closed. Of a quotation within
/// another the outer is found, where every mark that opens is closed.
pub(crate) fn quoted(text: &str) -> Vec<Range<usize>> {
    let marks: Vec<(usize, char)> =
        text.char_indices().filter(|(_, c)| glyph(*c) == Glyph::DoubleQuote).collect();
    let opening = marks.iter().filter(|(_, mark)| opens(*mark)).count();
    let is_nested = 2 * opening == marks.len();
    let mut found = Vec::new();
    let (mut open, mut within): (Option<usize>, usize) = (None, 0);
    for (at, mark) in marks {
        let behind = at + mark.len_utf8();
        match open {
            None => open = Some(behind),
            Some(_) if is_nested && opens(mark) => within += 1,
            Some(start) if opens(mark) && start < at => open = Some(behind),
            Some(_) if within > 0 => within -= 1,
            Some(start) => {
                found.push(start..at);
                open = None;
            }
        }
    }
    found.extend(open.map(|start| start..text.len()));
    found
}

/// Whether a quotation mark can do nothing but open.
fn opens(mark: char) -> bool {
    matches!(mark, '“' | '«' | '„')
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn words_in_quotation_marks_are_found() {
        let text = "He said: “one” and \"two\". “Three";
        let words: Vec<&str> = quoted(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(words, ["one", "two", "Three"]);
        let text = "In their words: ““nothing” of it”; “the “second””.";
        let words: Vec<&str> = quoted(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(words, ["“nothing” of it", "the “second”"], "the outer of two");
        let text = "He said: “one. “Two” is all.";
        let words: Vec<&str> = quoted(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(words, ["Two"], "one that is not closed ends where the next begins");
    }
}
