//! Where a number, or a letter with its accents, goes on past the end of a passage.

use std::ops::Range;

use super::scales::join;
use super::{negations, words};
use crate::text::glyph::{Glyph, extends, glyph, is_vowel_sign, joins};

/// The passage widened to whole numbers and letters where `at` begins or ends inside one; `None` where it does not.
///
/// `3 killed` stands in `13 killed` and in `-3 killed` byte for byte, and neither says it; nor does `1` say `1,200`,
/// `1.5`, `1 200`, `10:30`, `1½`, `1k` or `1 million`, `two` not `twenty-two`, and `cafe` no `café` that is written
/// with a combining accent. The two ends of a range (`25-34`) are numbers of their own.
pub(crate) fn severed(text: &str, at: &Range<usize>) -> Option<Range<usize>> {
    if !is_severed(text, at) {
        return None;
    }
    let Range { mut start, mut end } = *at;
    let inside_word = |at: usize| {
        let around = text[..at].chars().next_back().zip(text[at..].chars().next());
        around.is_some_and(|(before, after)| joins(before, after))
    };
    loop {
        start = match earlier(text, start) {
            Some(earlier) => earlier,
            None if start < at.start && inside_word(start) => {
                start - text[..start].chars().next_back()?.len_utf8()
            }
            None => break,
        };
    }
    loop {
        end = match later(text, at.start, end) {
            Some(later) => later,
            None if end > at.end && inside_word(end) => end + text[end..].chars().next()?.len_utf8(),
            None => break,
        };
    }
    Some(start..end)
}

/// Whether the passage begins or ends inside a number or a letter; see [`severed`].
pub(crate) fn is_severed(text: &str, at: &Range<usize>) -> bool {
    earlier(text, at.start).is_some() || later(text, at.start, at.end).is_some()
}

fn is_invisible(c: char) -> bool {
    glyph(c) == Glyph::Invisible
}

/// A place further ahead in the number or letter that a passage from `start` on would cut; `None` where it cuts none.
fn earlier(text: &str, start: usize) -> Option<usize> {
    let head = text[..start].trim_end_matches(is_invisible);
    let passage = text[start..].trim_start_matches(is_invisible);
    let (mut before_it, mut in_it) = (head.chars(), passage.chars());
    let (before, first) = (before_it.next_back()?, in_it.next()?);
    let further = before_it.next_back();
    let step = head.len() - before.len_utf8();
    if before.is_alphabetic() && first.is_alphabetic() {
        return negations::begin(head).or_else(|| words::begin(&text[..start], &text[start..]));
    }
    let cuts = if carries(before, first) {
        true
    } else if first.is_numeric() {
        match before {
            _ if before.is_numeric() || join(before, first) => true,
            _ if is_separator(before) => {
                further.is_some_and(char::is_numeric) || before == '.' && further.is_none_or(opens)
            }
            _ if is_group_space(before) && groups_of_three(&head[..step], passage) => {
                return Some(head[..step].trim_end_matches(char::is_numeric).len());
            }
            _ if is_sign(before) => may_be_sign(further),
            _ if is_currency(before) => further.is_some_and(is_sign) && may_be_sign(before_it.next_back()),
            '~' | '≈' | '<' | '>' | '≤' | '≥' => further.is_none_or(opens),
            _ => false,
        }
    } else if first.is_alphabetic() {
        return words::begin(&text[..start], &text[start..]);
    } else {
        let number_next = in_it.next().is_some_and(char::is_numeric);
        number_next
            && (is_sign(first) && before.is_alphanumeric()
                || is_separator(first) && before.is_numeric()
                || is_currency(first) && is_sign(before) && may_be_sign(further))
    };
    cuts.then_some(step)
}

/// A place further on in the number or letter that a passage up to `end` would cut; `None` where it cuts none.
fn later(text: &str, start: usize, end: usize) -> Option<usize> {
    let passage = text[start..end].trim_end_matches(is_invisible);
    let tail = text[end..].trim_start_matches(is_invisible);
    let (mut in_it, mut behind_it) = (passage.chars(), tail.chars());
    let (last, next) = (in_it.next_back()?, behind_it.next()?);
    let step = text.len() - tail.len() + next.len_utf8();
    if last.is_alphabetic()
        && !next.is_whitespace()
        && let Some(len) = negations::end(passage, tail)
    {
        return Some(text.len() - tail.len() + len);
    }
    if last.is_ascii_alphabetic() && next.is_ascii_alphabetic() {
        return None;
    }
    let cuts = if carries(last, next) {
        true
    } else if last.is_numeric() {
        match next {
            _ if next.is_numeric() => true,
            '%' | '‰' | '٪' | '％' => true,
            _ if is_separator(next) || next == '⁄' => behind_it.next().is_some_and(char::is_numeric),
            _ if is_group_space(next) && groups_of_three(passage, &text[step..]) => {
                let rest = text[step..].trim_start_matches(char::is_numeric);
                return Some(text.len() - rest.len());
            }
            _ if next.is_ascii_alphabetic() => has_magnitude(tail),
            _ => return words::end(&text[start..end], &text[end..]).map(|len| end + len),
        }
    } else if last.is_alphabetic() {
        return words::end(&text[start..end], &text[end..]).map(|len| end + len);
    } else {
        is_separator(last) && next.is_numeric() && in_it.next_back().is_some_and(char::is_numeric)
    };
    cuts.then_some(step)
}

/// Whether a character belongs to the letter before it. Behind a space or the end of a line it stands by itself.
fn carries(before: char, mark: char) -> bool {
    extends(mark) && !is_vowel_sign(mark) && !before.is_whitespace()
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | '/' | '\'' | '’' | '٫' | '٬' | '·')
}

fn is_sign(c: char) -> bool {
    matches!(c, '-' | '+' | '±' | '−' | '–' | '‐' | '\u{2011}' | '\u{FE63}' | '\u{FF0D}' | '\u{FF0B}')
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '\u{A2}'..='\u{A5}' | '\u{20A0}'..='\u{20CF}')
}

/// Whether a dash that stands behind `before` is a sign: behind a word it joins that to the number, or makes a range.
fn may_be_sign(before: Option<char>) -> bool {
    !before.is_some_and(|c| c.is_alphanumeric() || is_sign(c))
}

/// A space that may stand between groups of three digits.
fn is_group_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}')
}

/// Whether a number or a clause may begin behind `c`.
fn opens(c: char) -> bool {
    c.is_whitespace() || is_sign(c) || is_currency(c) || matches!(c, '(' | '[')
}

/// Whether `head` ends in one to three digits and `tail` begins with exactly three, as in `1 200`.
pub(crate) fn groups_of_three(head: &str, tail: &str) -> bool {
    let digits = head.chars().rev().take(4).take_while(|c| c.is_numeric()).count();
    let word = head.chars().rev().nth(digits).is_some_and(char::is_alphanumeric);
    (1..=3).contains(&digits) && !word && tail.chars().take(4).take_while(|c| c.is_numeric()).count() == 3
}

/// Whether `tail` begins with letters that multiply the number before them: `3k`, `2m`, `1.5bn`.
fn has_magnitude(tail: &str) -> bool {
    let letters = tail.find(|c: char| !c.is_alphanumeric()).map_or(tail, |end| &tail[..end]);
    letters.len() <= 3
        && matches!(
            letters.to_ascii_lowercase().as_str(),
            "k" | "m" | "b" | "bn" | "mn" | "mln" | "tn" | "trn"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `quote` is widened to at its first place in `text`.
    fn widened<'t>(text: &'t str, quote: &str) -> Option<&'t str> {
        let start = text.find(quote).unwrap();
        severed(text, &(start..start + quote.len())).map(|at| &text[at])
    }

    #[test]
    fn a_quote_does_not_begin_inside_a_number() {
        for (text, quote, whole) in [
            ("the raid left 13 killed", "3 killed", "13 killed"),
            ("some 1,200 people fled", "200 people", "1,200 people"),
            ("some 1 200 people fled", "200 people", "1 200 people"),
            ("about 1\u{A0}250\u{A0}200 people", "200 people", "1\u{A0}250\u{A0}200 people"),
            ("it rose 1.5 percent", "5 percent", "1.5 percent"),
            ("it rose .5 percent", "5 percent", ".5 percent"),
            ("a change of -3 percent", "3 percent", "-3 percent"),
            ("a change of −3 percent", "3 percent", "−3 percent"),
            ("a loss of -$3 million", "$3 million", "-$3 million"),
            ("a loss of -$3 million", "3 million", "-$3 million"),
            ("between 2-3 percent", "-3 percent", "2-3 percent"),
            ("it holds ~3 percent", "3 percent", "~3 percent"),
            ("at 10:30 the siren", "30 the siren", "10:30 the siren"),
            ("some ١٢ people", "٢ people", "١٢ people"),
            ("some 1\u{200B}3 people", "3 people", "1\u{200B}3 people"),
            ("with twenty-two people", "two people", "twenty-two people"),
            ("約3万4千人", "4千人", "3万4千人"),
            ("約三万人", "万人", "三万人"),
            ("they were unable to go", "able to go", "unable to go"),
            ("with 3 million people", "million people", "3 million people"),
        ] {
            assert_eq!(widened(text, quote), Some(whole), "{text}");
        }
    }

    #[test]
    fn a_quote_does_not_end_inside_a_number() {
        for (text, quote, whole) in [
            ("the count is 3,000 so far", "count is 3", "count is 3,000"),
            ("the count is 1.5 so far", "count is 1", "count is 1.5"),
            ("the count is 1.5 so far", "count is 1.", "count is 1.5"),
            ("the count is 2½ so far", "count is 2", "count is 2½"),
            ("the count is 34k so far", "count is 34", "count is 34k"),
            ("the share is 34% so far", "share is 34", "share is 34%"),
            ("the army didn’t fire", "army did", "army didn’t"),
            ("the count is 1 200 300 so far", "count is 1", "count is 1 200 300"),
            ("the count is 3 million so far", "count is 3", "count is 3 million"),
            ("the count is two hundred and six so far", "count is two", "count is two hundred and six"),
        ] {
            assert_eq!(widened(text, quote), Some(whole), "{text}");
        }
    }

    #[test]
    fn whole_numbers_words_and_range_ends_are_not_severed() {
        for (text, quote) in [
            ("the raid left 13 killed", "13 killed"),
            ("skilled workers", "killed"),
            ("a group of 25-34 people", "34 people"),
            ("the COVID-19 wards", "19 wards"),
            ("he said—3 people fled", "3 people"),
            ("in 2003 200 people fled", "200 people"),
            ("they left. 34 people fled", "34 people"),
            ("they left in 1999. Then", "left in 1999"),
            ("the 34th brigade", "the 34"),
            ("paid $34 for it", "34 for"),
        ] {
            assert_eq!(widened(text, quote), None, "{text}");
        }
    }

    #[test]
    fn an_accent_belongs_to_its_letter() {
        assert_eq!(widened("the cafe\u{301} wall", "the cafe"), Some("the cafe\u{301}"));
        assert_eq!(widened("the cafe\u{301} wall", "\u{301} wall"), Some("cafe\u{301} wall"));
        assert_eq!(widened("the cafe\n\u{301} wall", "\u{301} wall"), None, "a line has no accents");
        assert_eq!(widened("the cafe \u{301} wall", "the cafe "), None);
    }
}
