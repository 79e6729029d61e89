//! Which lines of a text another does not have in their place.

use std::ops::Range;

use similar::DiffTag;

use super::word_diff::token_diff;

/// The lines of `new` that `old` does not have, as runs of line numbers from 0, in order. Line ends are no part of a line.
///
/// Work is bounded as in a word-level diff: of two long texts with little in common more lines may count as added.
pub(crate) fn added_lines(old: &str, new: &str) -> Vec<Range<usize>> {
    let [old, new]: [Vec<&str>; 2] = [old, new].map(|text| text.lines().collect());
    let runs = token_diff(&old, &new).into_iter();
    runs.filter(|(tag, _, new)| *tag != DiffTag::Equal && !new.is_empty()).map(|(_, _, new)| new).collect()
}

#[cfg(test)]
mod tests {
    use super::added_lines;

    #[test]
    fn lines_that_are_put_in_or_changed_are_added_and_those_that_move_down_are_not() {
        assert_eq!(added_lines("a\nb\nc\n", "a\nx\nb\ny\nz\n"), [1..2, 3..5]);
        assert_eq!(added_lines("a\nb\n", "b\n"), []);
        assert_eq!(added_lines("a\r\nb", "a\nb\n"), []);
        assert_eq!(added_lines("", "a\nb").first(), Some(&(0..2)));
    }
}
