//! What keeps parts of a text apart, so that words on both sides of it make no passage: ends of cells, items and blocks.

use std::ops::Range;

use crate::text::grammar::is_number;
use crate::text::line_column::blank_line;
use crate::text::sentence::is_stop;
use crate::text::severed::groups_of_three;

/// A place that a passage does not go over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wall {
    /// A line is broken, a cell ends, a heading begins or ends: words may go on, and nothing is left out over it.
    Break,
    /// An item of a list or a row of a table begins or ends: nothing goes on behind it but what stands behind a mark.
    Item,
}

/// The walls of a text: the byte behind each, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Walls(pub(crate) Vec<(usize, Wall)>);

impl Walls {
    /// Where a passage goes over what keeps its words apart: the bytes between the words on both sides; `None` where it does not.
    pub(crate) fn parts(&self, text: &str, at: &Range<usize>) -> Option<Range<usize>> {
        let inner = &text[at.clone()];
        if memchr::memchr2(b'\n', b'\t', inner.as_bytes()).is_none() && !inner.contains(COLUMN) {
            return None;
        }
        self.within(at)
            .filter(|(_, wall)| *wall == Wall::Item)
            .map(|(wall, _)| gap_at(text, *wall))
            .find(|gap| !ends_with_mark(&text[at.start..gap.start]))
            .or_else(|| number_over_gap(text, at))
    }

    /// Whether nothing can be left out of the words between two places.
    pub(crate) fn part_elision(&self, between: &Range<usize>) -> bool {
        self.within(&(between.start..between.end + 1)).next().is_some()
    }

    /// What stands between two items or the like, of the part of a text that a place is in; empty where the place stands
    /// behind that part, in the blank line that ends it.
    pub(crate) fn part_around(&self, at: usize, within: Range<usize>) -> Range<usize> {
        let is_item = |(_, wall): &&(usize, Wall)| *wall == Wall::Item;
        let (before, behind) = self.0.split_at(self.0.partition_point(|(wall, _)| *wall <= at));
        let start = before.iter().rfind(is_item).map_or(0, |(wall, _)| *wall);
        let end = behind.iter().find(is_item).map_or(usize::MAX, |(wall, _)| *wall);
        let start = within.start.max(start);
        start..within.end.min(end).max(start)
    }

    /// The walls of a stretch, one at its very beginning among them.
    pub(crate) fn from(&self, stretch: Range<usize>) -> impl Iterator<Item = (usize, Wall)> {
        let first = self.0.partition_point(|(wall, _)| *wall < stretch.start);
        self.0[first..].iter().take_while(move |(wall, _)| *wall < stretch.end).copied()
    }

    fn within(&self, at: &Range<usize>) -> impl Iterator<Item = &(usize, Wall)> {
        let first = self.0.partition_point(|(wall, _)| *wall <= at.start);
        let last = self.0.partition_point(|(wall, _)| *wall < at.end);
        self.0[first..last.max(first)].iter()
    }
}

/// What stands between two columns of a plain text.
const COLUMN: &str = "  ";

/// The white space that ends at a byte.
fn gap_at(text: &str, end: usize) -> Range<usize> {
    text[..end].trim_end().len()..end
}

/// The white space in a passage that would be taken for the space within a number: between digits over lines, cells or columns,
/// between words of numbers over blocks, cells or columns.
fn number_over_gap(text: &str, at: &Range<usize>) -> Option<Range<usize>> {
    let inner = &text[at.clone()];
    let gaps = inner
        .split(|c: char| !c.is_whitespace())
        .filter(|gap| gap.contains(['\n', '\t']) || gap.contains(COLUMN));
    let mut gaps = gaps.map(|gap| {
        let start = gap.as_ptr() as usize - text.as_ptr() as usize;
        start..start + gap.len()
    });
    gaps.find(|gap| {
        let (before, behind) = (&text[at.start..gap.start], &text[gap.end..at.end]);
        let digits = before.ends_with(char::is_numeric) && behind.starts_with(char::is_numeric);
        let white = &text[gap.clone()];
        let apart = white.contains('\t') || white.contains(COLUMN) || blank_line(white).is_some();
        match digits {
            true => groups_of_three(before, behind),
            false => {
                apart
                    && last_word(before).is_some_and(is_a_number)
                    && first_word(behind).is_some_and(is_a_number)
            }
        }
    })
}

fn last_word(text: &str) -> Option<&str> {
    text.rsplit(char::is_whitespace).next().filter(|word| word.ends_with(char::is_alphanumeric))
}

fn first_word(text: &str) -> Option<&str> {
    text.split(char::is_whitespace).next().filter(|word| word.starts_with(char::is_alphanumeric))
}

fn is_a_number(word: &str) -> bool {
    is_number(&word.to_lowercase())
}

/// Whether some words end with a mark, behind which what follows is read on: of a sentence, or of a part that a list continues.
fn ends_with_mark(words: &str) -> bool {
    let closing = |c: char| !c.is_alphanumeric() && !is_mark(c);
    words.trim_end_matches(closing).ends_with(is_mark)
}

fn is_mark(c: char) -> bool {
    is_stop(c) || matches!(c, ',' | ';' | ':' | '，' | '；' | '：' | '、' | '،' | '؛')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted<'t>(walls: &Walls, text: &'t str) -> Option<&'t str> {
        let gap = walls.parts(text, &(0..text.len()))?;
        Some(text[..gap.start].rsplit(char::is_whitespace).next().unwrap_or_default())
    }

    #[test]
    fn numbers_do_not_go_over_lines_and_cells() {
        let none = Walls::default();
        for (text, before) in [
            ("zone 1\n234 killed", Some("1")),
            ("zone 1\t234 killed", Some("1")),
            ("zone 1\n\n234 killed", Some("1")),
            ("zone 1   234 killed", Some("1")),
            ("three\tmillion killed", Some("three")),
            ("wards: thirty\n\nfour killed", Some("thirty")),
            ("three\nmillion killed", None),
            ("row 10\t2275\t3", None),
            ("1 234 killed", None),
            ("killed 34\nof them", None),
            ("in zone 1.\n234 died", None),
        ] {
            assert_eq!(parted(&none, text), before, "{text:?}");
        }
    }

    #[test]
    fn what_has_no_mark_at_its_end_does_not_go_over_items() {
        for (head, tail, apart) in [
            ("The minister", "took money", true),
            ("The dam broke.", "Nobody knew", false),
            ("He said: “No.”", "Then he left", false),
            ("Israel", "3 killed", true),
            ("Killed:", "3 soldiers", false),
        ] {
            let text = format!("{head}\n\n{tail}");
            let at = |wall| Walls(vec![(head.len() + 2, wall)]);
            assert_eq!(parted(&at(Wall::Item), &text).is_some(), apart, "{text:?}");
            assert_eq!(parted(&at(Wall::Break), &text), None, "{text:?}");
            assert!(at(Wall::Break).part_elision(&(0..text.len())));
            assert!(at(Wall::Item).part_elision(&(head.len()..head.len() + 2)));
            assert!(!at(Wall::Item).part_elision(&(0..head.len())));
            assert!(!at(Wall::Item).part_elision(&(head.len() + 2..text.len())));
        }
    }
}
