//! What a document or a Markdown text sets above the line: marks of notes, which are no part of a word, and powers and ordinals.

use super::pen::{Gap, Pen};
use super::words::PagePart;
use crate::text::Wall;

/// What some raised words are.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Raised {
    /// The mark of a note.
    Note,
    /// A power, in the characters that are written so.
    Power(String),
    /// Letters of the word that they stand behind, or a word of their own.
    Words,
}

/// Whether raised words lead somewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Link {
    #[default]
    No,
    Yes,
}

/// A link of more characters is no mark but words that are set small.
const LONGEST_LINK: usize = 10;

/// Symbols of units that are squared and cubed.
const UNITS: [&str; 14] = ["m", "cm", "mm", "dm", "km", "hm", "ft", "in", "yd", "mi", "м", "км", "см", "мм"];

/// So much of what stands before raised words is kept: a unit, or the factor before a power of ten.
const BEFORE: usize = 64;

/// What raised words are, given what stands before them; the rule is that of pages.
fn raised(words: &str, before: &str, link: Link) -> Raised {
    let words = words.trim();
    if link == Link::Yes && words.chars().count() <= LONGEST_LINK {
        return Raised::Note;
    }
    let bare = words.trim_matches(['[', ']', '(', ')', ',', ' ', '\u{A0}', '\u{200A}', '\u{2009}']);
    if bare.is_empty() {
        return Raised::Note;
    }
    if bare.chars().all(|c| c.is_numeric() || matches!(c, ',' | '-' | '–' | ' ' | '−' | '+')) {
        return power(bare).filter(|_| is_base(before, bare)).map_or(Raised::Note, Raised::Power);
    }
    let is_sign = bare.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶' | '#' | '⁎' | '∗'));
    let is_bracketed = words.starts_with('[') && words.ends_with(']');
    if is_sign || is_bracketed { Raised::Note } else { Raised::Words }
}

/// Whether what stands before a raised number is raised to it: a unit, or ten.
fn is_base(before: &str, power: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let unit = word.trim_start_matches(|c: char| c.is_numeric());
    if UNITS.contains(&unit) {
        return matches!(power, "2" | "3" | "-1" | "−1" | "-2" | "−2" | "-3" | "−3");
    }
    let head = &before[..before.len() - word.len()];
    word == "10" && (power != "1" || head.trim_end().ends_with(['×', 'x', '·', '⋅']))
}

fn power(number: &str) -> Option<String> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raise = |c: char| match c {
        '-' | '−' | '–' => Some('⁻'),
        '+' => Some('⁺'),
        _ => c.to_digit(10).map(|digit| DIGITS[digit as usize]),
    };
    number.chars().map(raise).collect()
}

/// A pen that keeps raised words back until it is known what they are.
pub(super) struct Raiser<'p> {
    pen: &'p mut Pen,
    before: String,
    raised: String,
    link: Link,
    place: PagePart,
}

impl<'p> Raiser<'p> {
    pub(super) fn new(pen: &'p mut Pen) -> Self {
        Raiser { pen, before: String::new(), raised: String::new(), link: Link::No, place: PagePart::Text }
    }

    /// Words on the line.
    pub(super) fn words(&mut self, words: &str, place: PagePart) {
        self.settle();
        self.pen.words(words, place);
        self.stands(words);
    }

    /// As [`Self::words`], its lines as they stand.
    pub(super) fn lines(&mut self, words: &str, place: PagePart) {
        self.settle();
        self.pen.lines(words, place);
        self.stands(words);
    }

    /// Words above the line.
    pub(super) fn raise(&mut self, words: &str, link: Link, place: PagePart) {
        self.raised.push_str(words);
        self.place = place;
        if link == Link::Yes {
            self.link = link;
        }
    }

    pub(super) fn gap(&mut self, gap: Gap) {
        self.settle();
        if gap != Gap::None {
            self.before.clear();
        }
        self.pen.gap(gap);
    }

    pub(super) fn wall(&mut self, wall: Wall) {
        self.pen.wall(wall);
    }

    pub(super) fn break_line(&mut self) {
        self.gap(Gap::Space);
        self.pen.break_line();
    }

    pub(super) fn break_passage(&mut self) {
        self.gap(Gap::Space);
        self.pen.break_passage();
    }

    pub(super) fn strike(&mut self) {
        self.settle();
        self.pen.strike();
    }

    /// What was raised so far is all that stands together.
    pub(super) fn settle(&mut self) {
        if self.raised.is_empty() {
            return;
        }
        let words = std::mem::take(&mut self.raised);
        let said = match raised(&words, &self.before, std::mem::take(&mut self.link)) {
            Raised::Note => return,
            Raised::Power(power) => power,
            Raised::Words => words,
        };
        self.pen.words(&said, self.place);
        self.stands(&said);
    }

    /// Words stand before what comes.
    fn stands(&mut self, words: &str) {
        self.before.push_str(words);
        if self.before.len() > BEFORE {
            let from = (self.before.len() - BEFORE..).find(|at| self.before.is_char_boundary(*at));
            self.before.drain(..from.unwrap_or(0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_notes_are_left_out_and_powers_and_ordinals_are_not() {
        for (before, above, behind, said) in [
            ("killed 34", "1", " people", "killed 34 people"),
            ("people", "1,2", " left", "people left"),
            ("people", "[note]", " left", "people left"),
            ("people", "*", " left", "people left"),
            ("34 km", "2", " of it", "34 km² of it"),
            ("5m", "3", " of it", "5m³ of it"),
            ("34 km", "12", " of it", "34 km of it"),
            ("10", "6", " men", "10⁶ men"),
            ("at 10", "1", " men", "at 10 men"),
            ("3 × 10", "1", " men", "3 × 10¹ men"),
            ("the 1", "st", " day", "the 1st day"),
            ("", "1", " Says the mayor", "Says the mayor"),
        ] {
            let mut pen = Pen::new();
            let mut raiser = Raiser::new(&mut pen);
            raiser.words(before, PagePart::Text);
            raiser.raise(above, Link::No, PagePart::Text);
            raiser.words(behind, PagePart::Text);
            assert_eq!(pen.done().0.text, said);
        }
        assert_eq!(raised("a", "people", Link::Yes), Raised::Note);
        assert_eq!(raised("a", "people", Link::No), Raised::Words);
    }

    #[test]
    fn what_is_raised_piece_by_piece_is_one() {
        let mut pen = Pen::new();
        let mut raiser = Raiser::new(&mut pen);
        raiser.words(&"é".repeat(BEFORE), PagePart::Text);
        raiser.words(" × 10", PagePart::Text);
        raiser.raise("-", Link::No, PagePart::Text);
        raiser.raise("6", Link::No, PagePart::Text);
        raiser.gap(Gap::Block);
        assert!(pen.done().0.text.ends_with("é × 10⁻⁶"));
    }
}
