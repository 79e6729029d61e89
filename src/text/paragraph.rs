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

/// The paragraph before the one that an offset stands in, empty where there is none, and that one.
fn around(text: &str, at: usize) -> (Range<usize>, Range<usize>) {
    let line = |text: &str| memchr::memchr(b'\n', text.as_bytes()).map(|end| (end, end + 1));
    let has_blank_lines = blank_line(text).is_some();
    let (mut before, mut start) = (0..0, 0);
    loop {
        let rest = &text[start..];
        match if has_blank_lines { blank_line(rest) } else { line(rest) } {
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
        assert_eq!((paragraph("", 0), with_paragraph_before("one", 0)), (0..0, 0..3));
    }
}
