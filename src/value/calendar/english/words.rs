//! The words of an English sentence as far as dates need them: tokens with their bytes, months, weekdays, small words.

use std::ops::Range;
use std::sync::LazyLock;

use crate::text::{Glyph, glyph, makes_range};
use crate::value::calendar::day::Weekday;
use crate::value::tables::{Month, Words, english, first_form, forms};

/// A word, a number or a mark, and the bytes it stands at.
#[derive(Clone, Debug)]
pub(super) struct ProseWord<'a> {
    pub(super) text: &'a str,
    pub(super) at: Range<usize>,
    pub(super) kind: WordKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordKind {
    /// Letters, perhaps with an apostrophe within.
    Letters,
    Number(NumberWord),
    /// Any other character.
    Mark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberWord {
    /// Saturates.
    pub(super) value: u16,
    pub(super) digits: usize,
    pub(super) tail: Tail,
    /// Whether the digits are all of it: no part of `2,000`, `3.5`, `20:15`, `T22`, `$2014` or `20%`.
    pub(super) alone: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    Nothing,
    /// `28th`
    Ordinal,
    /// `1990s`, `1990's`
    Decade,
}

/// Whether some words name a month, a day of the week or a time of the day.
pub(crate) fn names_time(text: &str) -> bool {
    let is_time = |word: &ProseWord| {
        word.month().is_some()
            || word.weekday().is_some()
            || word.day().is_some_and(|from_today| from_today != 0)
            || word.is(&["noon", "midnight"])
    };
    words(text).iter().any(is_time)
}

impl ProseWord<'_> {
    /// Whether the word, without `'s` and in any case, is one of these.
    pub(super) fn is(&self, words: &[&str]) -> bool {
        let stem = self.stem();
        words.iter().any(|word| stem.eq_ignore_ascii_case(word))
    }

    pub(super) fn number(&self) -> Option<NumberWord> {
        match self.kind {
            WordKind::Number(number) => Some(number),
            WordKind::Letters | WordKind::Mark => None,
        }
    }

    pub(super) fn is_capitalized(&self) -> bool {
        self.kind == WordKind::Letters && self.text.starts_with(char::is_uppercase)
    }

    /// The month 1 to 12 that is named, in full, or in short (`Jan`, `Sept`); names begin with a capital.
    pub(super) fn month(&self) -> Option<(u8, Length)> {
        if !self.is_capitalized() {
            return None;
        }
        static MONTHS: LazyLock<Words<(u8, Length)>> = LazyLock::new(|| {
            let of = |month: &'static Month| {
                let length =
                    |form: &str| if form == first_form(&month.forms) { Length::Full } else { Length::Short };
                forms(&month.forms)
                    .filter_map(move |form| Some((form, (u8::try_from(month.is).ok()?, length(form)))))
            };
            english().months.iter().flat_map(of).collect()
        });
        MONTHS.in_any_case(self.stem()).copied()
    }

    pub(super) fn weekday(&self) -> Option<Weekday> {
        static WEEKDAYS: LazyLock<Words<Weekday>> = LazyLock::new(|| {
            let days = Weekday::ALL.into_iter().zip(1..);
            let of = |(day, number)| {
                let rows = english().weekdays.iter().filter(move |row| row.is == number);
                rows.flat_map(move |row| forms(&row.forms).map(move |form| (form, day)))
            };
            days.flat_map(of).collect()
        });
        if self.is_capitalized() { WEEKDAYS.in_any_case(self.stem()).copied() } else { None }
    }

    /// How many days the one that is named stands from that of the text: `yesterday`.
    pub(super) fn day(&self) -> Option<i8> {
        static DAYS: LazyLock<Words<i8>> = LazyLock::new(|| {
            english().days.iter().flat_map(|day| forms(&day.forms).map(|form| (form, day.is))).collect()
        });
        DAYS.in_any_case(self.stem()).copied()
    }

    /// Whether the word begins no noun: what follows a year that is a year, not a number of things.
    pub(super) fn is_small(&self) -> bool {
        self.kind == WordKind::Mark || self.is_among(SMALL)
    }

    /// Whether the word may be a plural noun: what follows a number of things.
    pub(super) fn is_plural(&self) -> bool {
        let is_lower = self.kind == WordKind::Letters && !self.is_capitalized();
        is_lower
            && !self.is_small()
            && (self.text.ends_with('s') && !self.text.ends_with("ss")
                || self.is(&["people", "men", "women", "children"]))
    }

    /// Whether the word says that somebody speaks, so that a day beside it may be the day of speaking.
    pub(super) fn reports(&self) -> bool {
        self.is_among(REPORTS)
    }

    /// Whether two days or years with this between them may be a span.
    pub(super) fn is_dash(&self) -> bool {
        self.kind == WordKind::Mark && self.text.chars().all(makes_range)
    }

    /// Whether the word is a dash as long as an em: with white space beside it it may set off a clause.
    pub(super) fn is_long_dash(&self) -> bool {
        self.is_dash() && self.text.chars().all(|c| glyph(c) == Glyph::LongDash)
    }

    pub(super) fn ends_sentence(&self) -> bool {
        matches!(self.text, "." | ";" | "!" | "?")
    }

    /// The word in small letters, without `'s`.
    pub(super) fn folded(&self) -> String {
        self.stem().to_lowercase()
    }

    fn is_among(&self, list: &str) -> bool {
        let folded = self.folded();
        list.split_ascii_whitespace().any(|word| word == folded)
    }

    fn stem(&self) -> &str {
        self.text.split(['\'', '’']).next().unwrap_or(self.text)
    }
}

/// Whether a name is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    Full,
    Short,
}

const SMALL: &str = "
    a about after against all alone along also although amid an and are around as at because been before
    but by during for from had has have he his if in into is it its near of on onward onwards or over
    she since so that the their then there they this those though through to under until us was we were
    when where which while who with without
";

const REPORTS: &str = "
    according acknowledged added announced announcement announcing briefed briefing comment comments
    confirmed declared interview posted published quoted reported reporters said say saying says
    spokesman spokesperson spokeswoman stated statement statements tells told tweeted warned wrote
";

/// The words, numbers and marks of a text, in order; white space is left out.
pub(super) fn words(text: &str) -> Vec<ProseWord<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, length) = if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        } else if first.is_ascii_digit() {
            let (number, length) = number(text, at);
            (WordKind::Number(number), length)
        } else if first.is_alphabetic() {
            (WordKind::Letters, letters(rest))
        } else {
            (WordKind::Mark, first.len_utf8())
        };
        words.push(ProseWord { text: &rest[..length], at: at..at + length, kind });
        at += length;
    }
    words
}

/// How many bytes of letters a text begins with; an apostrophe between letters is one of them.
fn letters(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let goes_on = match c {
            '\'' | '’' => chars.peek().is_some_and(|(_, next)| next.is_alphabetic()),
            _ => c.is_alphabetic(),
        };
        if !goes_on {
            return at;
        }
    }
    text.len()
}

/// The number at `at` and its length with its tail.
fn number(text: &str, at: usize) -> (NumberWord, usize) {
    let digits = count_digits(&text[at..]);
    let rest = &text[at + digits..];
    let word = &rest[..letters(rest)];
    let is_clock_next = word == "T" && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let (tail, tail_length) = match word.to_ascii_lowercase().as_str() {
        "s" | "'s" | "’s" => (Tail::Decade, word.len()),
        tail if forms(&english().date.ordinals).any(|form| form == tail) => (Tail::Ordinal, word.len()),
        _ => (Tail::Nothing, 0),
    };
    let before: Vec<char> = text[..at].chars().rev().take(2).collect();
    let joined_before = match before.as_slice() {
        [mark @ (',' | '.' | ':'), c, ..] if c.is_ascii_digit() => *mark != ',' || digits == 3,
        [c, ..] => c.is_alphabetic() || "$€£¥#№".contains(*c),
        [] => false,
    };
    let joined_after = match rest.chars().next() {
        Some('%') => true,
        Some(',') => count_digits(&rest[1..]) == 3,
        Some('.' | ':') => count_digits(&rest[1..]) > 0,
        Some(c) if c.is_alphabetic() => tail == Tail::Nothing && !is_clock_next,
        _ => false,
    };
    let value = text[at..at + digits].parse().unwrap_or(u16::MAX);
    (NumberWord { value, digits, tail, alone: !joined_before && !joined_after }, digits + tail_length)
}

fn count_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_know_whether_they_stand_alone() {
        let alone = |text: &str| {
            let numbers = words(text).into_iter().filter_map(|word| word.number());
            numbers.map(|number| number.alone).collect::<Vec<_>>()
        };
        assert_eq!(alone("2,000 troops"), [false, false]);
        assert_eq!(alone("at 20:15 near T22, $2014 and 20%"), [false; 5]);
        assert_eq!(alone("January 28,2024"), [true, true]);
        assert_eq!(alone("2024-01-28T05"), [true, true, true, false]);
        assert_eq!(alone("on the 28th, 2020. 3.5 million"), [true, true, false, false]);
    }

    #[test]
    fn tails_tell_days_and_decades() {
        let tails =
            |text: &str| words(text).iter().filter_map(ProseWord::number).map(|n| n.tail).collect::<Vec<_>>();
        assert_eq!(tails("28th 1990s 1990's 34"), [Tail::Ordinal, Tail::Decade, Tail::Decade, Tail::Nothing]);
    }

    #[test]
    fn names_are_known_with_a_capital_and_without_their_genitive() {
        let text = words("Sunday's May sept Sept march Wednesday");
        assert_eq!(text[0].weekday(), Some(Weekday::Sunday));
        assert_eq!(text[1].month(), Some((5, Length::Full)));
        assert_eq!(text[2].month(), None);
        assert_eq!(text[3].month(), Some((9, Length::Short)));
        assert_eq!((text[4].month(), text[5].weekday()), (None, Some(Weekday::Wednesday)));
    }

    proptest! {
        #[test]
        fn words_are_what_stands_at_their_bytes(text in ".{0,60}") {
            for word in words(&text) {
                prop_assert_eq!(&text[word.at.clone()], word.text);
            }
        }
    }
}
