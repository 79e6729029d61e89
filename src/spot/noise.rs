//! What looks like a figure and is none: list marks, labels, ages, telephone numbers, the bare *one*, words too vague to record.

use super::stems::stem;
use crate::text::is_number;
use crate::value::calendar::english::names_time;
use crate::value::number::{Make, Token};
use crate::value::quantity::SaidQuantity;
use crate::value::shape::Runs;

/// A number in a sentence, by its tokens.
#[derive(Clone, Copy)]
pub(super) struct Numeral<'t> {
    pub(super) tokens: &'t [Token<'t>],
    /// Its first token, and the one behind its last.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What a number behind it only labels.
const LABELS: &str = "no number article section chapter page pages flight highway route unit room channel type block phase \
    level gate terminal step figure table part volume formula resolution paragraph clause rule line bus platform item version \
    vol pp tower boeing airbus apartment suite box zip postcode day week semester grade class war act";

/// What may stand behind a number of people, and not behind the number of a thing.
const COUNTABLE: &str = "people men women children were are have had died dead fled others more of";

/// What leads to a number that is dialled or looked up.
const DIALLED: &str = "call tel telephone phone fax dial hotline mobile whatsapp isbn issn doi";

/// What pages count of themselves.
const COUNTERS: &str = "min minute minutes comments comment shares likes views followers subscribers replies";

/// Of whom it matters that there was none.
const HARM: [&str; 5] = ["killed", "wounded", "casualty", "missing", "survivor"];

/// Of whom one is a number.
const COUNTED: [&str; 18] = [
    "soldier",
    "person",
    "child",
    "official",
    "hostage",
    "officer",
    "guard",
    "contractor",
    "sailor",
    "pilot",
    "journalist",
    "worker",
    "fighter",
    "student",
    "driver",
    "passenger",
    "survivor",
    "body",
];

impl<'t> Numeral<'t> {
    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| &*token.text)
    }

    fn before(&self, steps: usize) -> Option<&'t Token<'t>> {
        self.start.checked_sub(steps).map(|at| &self.tokens[at])
    }

    fn make(&self, at: usize) -> Option<Make> {
        self.tokens.get(at).map(|token| token.make)
    }

    /// Whether it is digits and nothing else.
    fn is_digits(&self) -> bool {
        self.end == self.start + 1 && self.make(self.start) == Some(Make::Digits)
    }

    /// Whether it is no figure, where `said` is how it was read and `noun` what it counts.
    pub(super) fn is_noise(&self, sentence: &str, said: &SaidQuantity, noun: Option<&str>) -> bool {
        let hard = &said.quantity.bounds.hard;
        let counts = |of: &[&str]| {
            let words = noun.unwrap_or_default().to_lowercase();
            let mut stems = words.split_whitespace().filter_map(stem);
            stems.any(|stem| of.contains(&stem.as_str()))
        };
        // `some`, `many`: as many as one likes.
        if !said.quantity.bounds.soft.is_bounded() || self.is_couple() {
            return true;
        }
        if *hard == Runs::one(0) {
            return !counts(&HARM);
        }
        if self.end == self.start + 1 && self.word(self.start) == "one" {
            return self.is_any_one() || !counts(&COUNTED) && !self.is_beside_another();
        }
        !self.tokens.iter().any(|token| token.make == Make::Word)
            || self.is_label()
            || self.is_marked()
            || self.is_age()
            || self.is_of_the_clock()
            || self.is_dialled()
            || self.is_address(sentence)
            || self.is_counter()
    }

    /// `a couple`, of whom nobody says of what.
    fn is_couple(&self) -> bool {
        self.word(self.end - 1) == "couple"
    }

    fn is_any_one(&self) -> bool {
        let before = self.before(1).map_or("", |token| &*token.text);
        matches!(
            before,
            "any" | "no" | "not" | "every" | "each" | "this" | "that" | "the" | "which" | "another" | "as"
        )
    }

    /// `two ships and one barge`.
    fn is_beside_another(&self) -> bool {
        let near = &self.tokens[self.start.saturating_sub(6)..self.start];
        near.last().is_some_and(|token| token.text == "and")
            && near.iter().any(|token| is_number(&token.text))
    }

    /// `Resolution 2254`, `Unit 731`, `Chapter Eight`.
    fn is_label(&self) -> bool {
        let Some(before) = self.before(1).filter(|_| self.end == self.start + 1) else { return false };
        if LABELS.split_whitespace().any(|label| label == before.text) || before.text == "#" {
            return true;
        }
        let next = self.tokens.get(self.end);
        let counts = next.is_some_and(|next| {
            next.make == Make::Word
                && (next.text.ends_with('s') || COUNTABLE.split_whitespace().any(|word| word == next.text))
        });
        let is_named = self.start > 1
            && before.written.starts_with(char::is_uppercase)
            && before.make == Make::Word
            && !names_time(before.written);
        self.is_digits() && is_named && !counts
    }

    /// `1)` and `(3)`, `[3]`, and a number with which a line begins.
    fn is_marked(&self) -> bool {
        let closes = matches!(self.word(self.end), ")" | "]");
        let opens = self.before(1).is_some_and(|token| matches!(&*token.text, "(" | "["));
        self.is_digits() && closes && (opens || self.start == 0)
    }

    /// `Ada Orlov, 34,` and `34-year-old`.
    fn is_age(&self) -> bool {
        let is_old = (self.end..self.end + 4).any(|at| self.word(at) == "old")
            && (self.end..self.end + 2)
                .any(|at| matches!(self.word(at), "year" | "years" | "month" | "months"));
        let is_named = self.is_digits()
            && self.before(1).is_some_and(|token| token.text == ",")
            && self.before(2).is_some_and(|token| token.written.starts_with(char::is_uppercase))
            && (matches!(self.word(self.end), "," | ")" | ".") || self.end == self.tokens.len());
        is_old || is_named || self.is_digits() && self.before(1).is_some_and(|token| token.text == "aged")
    }

    fn is_of_the_clock(&self) -> bool {
        let at = self.end;
        matches!(self.word(at), "am" | "pm" | "gmt" | "utc" | "o'clock" | "hrs")
            || matches!(self.word(at), "a" | "p") && self.word(at + 1) == "." && self.word(at + 2) == "m"
    }

    /// A number that is dialled: begins with a nought or a `+`, stands in groups, or behind a word that says so.
    fn is_dialled(&self) -> bool {
        let Some(first) = self.tokens.get(self.start).filter(|token| token.make == Make::Digits) else {
            return false;
        };
        let is_lead = |token: &&Token| DIALLED.split_whitespace().any(|word| word == token.text);
        let led = self.tokens[self.start.saturating_sub(3)..self.start].iter().any(|token| is_lead(&token));
        let begins = first.text.len() > 1 && first.text.starts_with('0') && !first.text.starts_with("0.");
        let plus = self.before(1).is_some_and(|token| token.text == "+" && first.glued);
        let joint = |at: usize| matches!(self.word(at), "-" | ")" | "(");
        let grouped = |at: Option<usize>, way: isize| {
            let next = at.filter(|at| joint(*at)).and_then(|at| at.checked_add_signed(way)).or(at);
            next.is_some_and(|at| self.make(at) == Some(Make::Digits))
        };
        let beside = grouped(Some(self.end), 1) || grouped(self.start.checked_sub(1), -1);
        led || begins || plus || beside && self.is_digits()
    }

    /// Whether it stands in an address of the web or of mail.
    fn is_address(&self, sentence: &str) -> bool {
        let at = self.tokens[self.start].at.start;
        let start = sentence[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let end = sentence[at..].find(char::is_whitespace).map_or(sentence.len(), |space| at + space);
        let word = sentence.get(start..end).unwrap_or_default();
        word.contains("://") || word.contains('@') || word.starts_with("www.") || word.starts_with('#')
    }

    /// `5 min read`, `34 comments`: what a page says of itself stands alone.
    fn is_counter(&self) -> bool {
        let words = self.tokens.iter().filter(|token| token.make == Make::Word).count();
        let next = self.word(self.end);
        self.is_digits()
            && words <= 4
            && COUNTERS.split_whitespace().any(|counter| counter == next)
            && self.tokens.last().is_none_or(|last| last.text != ".")
    }
}
