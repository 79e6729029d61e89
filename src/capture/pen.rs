//! Writing words down as they are met, with what stands between them and where they stand.

use super::words::{PagePart, Stretch, Words};
use crate::text::{Wall, Walls};

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    None,
    /// Numbers stand apart; words are one.
    Numbers,
    /// Words and numbers stand apart; marks stand where they are.
    Box,
    /// White space of any length.
    Space,
    /// Between the cells of a row.
    Cell,
    /// A line ends.
    Line,
    /// A block ends.
    Block,
}

impl Gap {
    fn words(self) -> &'static str {
        match self {
            Gap::None | Gap::Numbers | Gap::Box => "",
            Gap::Space => " ",
            Gap::Cell => "\t",
            Gap::Line => "\n",
            Gap::Block => "\n\n",
        }
    }

    /// What stands between two words, by the characters on both sides.
    #[must_use]
    fn between(self, before: &str, behind: &str) -> Gap {
        let mut chars = behind.chars();
        let (last, first) = (before.chars().next_back().unwrap_or(' '), chars.next().unwrap_or(' '));
        let is_sign = "+-−–$€£¥".contains(first) && chars.next().is_some_and(char::is_numeric);
        let is_apart = match self {
            Gap::Numbers => last.is_numeric() && first.is_numeric(),
            Gap::Box => last.is_alphanumeric() && (first.is_alphanumeric() || is_sign),
            _ => return self,
        };
        if is_apart { Gap::Space } else { Gap::None }
    }
}

/// Writes words, white space run together as browsers do.
pub(super) struct Pen {
    text: String,
    parts: Vec<Stretch>,
    struck: Vec<usize>,
    gap: Gap,
    /// What the next word stands behind, besides the gap.
    wall: Option<Wall>,
    walls: Vec<(usize, Wall)>,
    block: usize,
}

impl Pen {
    pub(super) fn new() -> Self {
        Pen {
            text: String::new(),
            parts: Vec::new(),
            struck: Vec::new(),
            gap: Gap::None,
            wall: None,
            walls: Vec::new(),
            block: 0,
        }
    }

    /// What is written so far.
    pub(super) fn written(&self) -> &str {
        &self.text
    }

    /// The number of the block that a word behind a block's end would stand in.
    pub(super) fn next_block(&self) -> usize {
        if self.text.is_empty() { 0 } else { self.block + 1 }
    }

    /// Whether the next word would join the last without anything between.
    pub(super) fn is_joined(&self) -> bool {
        self.gap <= Gap::Numbers && !self.text.is_empty()
    }

    /// Whether the next word would stand in the line of the last.
    pub(super) fn is_in_line(&self) -> bool {
        self.gap <= Gap::Space && !self.text.is_empty()
    }

    /// The next word stands at least so far apart.
    pub(super) fn gap(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// A line break that is itself a mark: two of them leave a blank line.
    pub(super) fn break_line(&mut self) {
        self.gap = if self.gap >= Gap::Line { Gap::Block } else { Gap::Line };
    }

    /// As [`Self::break_line`], of a break that may stand between two passages: what does not go on in small letters is one of
    /// its own.
    pub(super) fn break_passage(&mut self) {
        self.break_line();
        self.wall(Wall::Break);
    }

    /// What follows stands behind a wall.
    pub(super) fn wall(&mut self, wall: Wall) {
        self.wall = self.wall.max(Some(wall));
    }

    /// Words were struck here.
    pub(super) fn strike(&mut self) {
        if self.struck.last() != Some(&self.text.len()) {
            self.struck.push(self.text.len());
        }
    }

    /// Words with white space run together.
    pub(super) fn words(&mut self, words: &str, place: PagePart) {
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}');
        let mut rest = words;
        while !rest.is_empty() {
            let word = rest.trim_start_matches(is_space);
            if word.len() < rest.len() {
                self.gap(Gap::Space);
            }
            let end = word.find(is_space).unwrap_or(word.len());
            self.put(&word[..end], place);
            rest = &word[end..];
        }
    }

    /// Words whose lines are shown as they stand.
    pub(super) fn lines(&mut self, words: &str, place: PagePart) {
        for (number, line) in words.split('\n').enumerate() {
            if number > 0 {
                self.break_line();
            }
            self.words(line, place);
        }
    }

    /// Characters without white space, behind what stands before them.
    fn put(&mut self, word: &str, place: PagePart) {
        if word.is_empty() {
            return;
        }
        let goes_on = |wall: &Wall| *wall == Wall::Break && word.starts_with(char::is_lowercase);
        let cell = (self.gap == Gap::Cell).then_some(Wall::Break);
        let wall = self.wall.take().filter(|wall| !goes_on(wall)).or(cell);
        let begins = self.text.is_empty();
        if !begins {
            self.text.push_str(self.gap.between(&self.text, word).words());
            if self.gap >= Gap::Line {
                self.block += 1;
            }
        }
        let from = self.text.len();
        if !begins {
            self.walls.extend(wall.map(|wall| (from, wall)));
        }
        self.text.push_str(word);
        match self.parts.last_mut() {
            Some(last) if last.place == place && last.block == self.block => last.at.end = self.text.len(),
            _ => self.parts.push(Stretch { at: from..self.text.len(), place, block: self.block }),
        }
        self.gap = Gap::None;
    }

    /// The words, not yet layered, and how many blocks they are.
    pub(super) fn done(self) -> (Words<'static>, usize) {
        let Pen { text, parts, struck, walls, block, .. } = self;
        (Words { parts, struck, walls: Walls(walls), ..Words::plain(text) }, block + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_as_far_apart_as_the_widest_gap_between_them() {
        let mut pen = Pen::new();
        pen.words("  Ward \n 1", PagePart::Page);
        pen.break_line();
        pen.words("34 killed ", PagePart::Page);
        pen.gap(Gap::Block);
        pen.gap(Gap::Line);
        pen.words("A", PagePart::Caption);
        pen.gap(Gap::Cell);
        pen.words("B", PagePart::Caption);
        let (words, blocks) = pen.done();
        assert_eq!((words.text.as_ref(), blocks), ("Ward 1\n34 killed\n\nA\tB", 3));
        assert_eq!(words.parts.iter().map(|part| part.at.clone()).collect::<Vec<_>>(), [0..6, 7..16, 18..21]);
    }
}
