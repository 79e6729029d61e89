//! Paragraphs: up to blank lines, or each line in a text that has none.

use std::ops::Range;

use super::line_column::blank_line;

/// The paragraph that an offset stands in.
pub(crate) fn paragraph(text: &str, at: usize) -> Range<usize> {
    around(text, at).1
}

/// The paragraph that an offset stands in, and the one before it.
pub(crate) fn with_paragraph_before(text: &str, at: usize) -> Range<usize> {
    let (before, this) = around(text, at);
    before.start..this.end
}

/// So many bytes are first looked at before an offset.
const REACH: usize = 4096;

/// The paragraph before the one that an offset stands in, empty where there is none, and that one. No more of the text
/// is gone through than the two take, but for the search of a first blank line.
fn around(text: &str, at: usize) -> (Range<usize>, Range<usize>) {
    let end = if blank_line(text).is_some() { blank_line } else { line_end };
    let mut reach = REACH;
    loop {
        let from = text.floor_char_boundary(at.saturating_sub(reach));
        let (before, this) = around_from(text, from, at, end);
        // What begins where the looking did may begin further back, and so may a paragraph that is missing.
        if from == 0 || before.start > from && !before.is_empty() {
            return (before, this);
        }
        reach *= 4;
    }
}

fn line_end(text: &str) -> Option<(usize, usize)> {
    memchr::memchr(b'\n', text.as_bytes()).map(|end| (end, end + 1))
}

/// The two paragraphs of [`around`] in what of a text stands behind `from`; paragraphs end where `end` says.
fn around_from(
    text: &str,
    from: usize,
    at: usize,
    end: fn(&str) -> Option<(usize, usize)>,
) -> (Range<usize>, Range<usize>) {
    let (mut before, mut start) = (from..from, from);
    loop {
        let rest = &text[start..];
        match end(rest) {
            Some((end, next)) if start + next <= at => {
                if !rest[..end].trim().is_empty() {
                    before = start..start + end;
                }
                start += next;
            }
            end => {
                let this = start..end.map_or(text.len(), |(end, _)| start + end);
                return (if before.is_empty() { start..start } else { before }, this);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, word: &str) -> (String, String) {
        let at = text.find(word).unwrap();
        (text[paragraph(text, at)].to_owned(), text[with_paragraph_before(text, at)].to_owned())
    }

    fn expected(this: &str, both: &str) -> (String, String) {
        (this.to_owned(), both.to_owned())
    }

    #[test]
    fn paragraphs_end_at_blank_lines_or_with_their_lines() {
        let text = "one two\nthree\n\n \nfour\n\nfive";
        assert_eq!(shown(text, "three"), expected("one two\nthree", "one two\nthree"));
        assert_eq!(shown(text, "four"), expected("four", "one two\nthree\n\n \nfour"));
        assert_eq!(shown(text, "five"), expected("five", "four\n\nfive"));
        assert_eq!(shown("one\ntwo\nthree", "two"), expected("two", "one\ntwo"));
        let long =
            format!("{}\n\nthe last but one\n\n{}end", "long line ".repeat(2_000), "word ".repeat(2_000));
        assert_eq!(shown(&long, "end").1, &long[long.find("the last").unwrap()..]);
        assert_eq!(shown(&long, "the last").1, &long[..long.find("\n\nword").unwrap()]);
        assert_eq!((paragraph("", 0), with_paragraph_before("one", 0)), (0..0, 0..3));
    }
}
