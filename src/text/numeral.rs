//! Where a number, or a letter with its accents, goes on past the end of a passage.

use std::ops::Range;

use super::glyph::{extends, joins};

/// The passage widened to whole numbers and letters where `at` begins or ends inside one; `None` where it does not.
///
/// `3 killed` stands in `13 killed` and in `-3 killed` byte for byte, and neither says it; nor does `1` say `1,200`,
/// `1.5`, `1 200`, `10:30`, `1½` or `1k`, nor `cafe` a `café` that is written with a combining accent. The two ends of a range (`25-34`) are
/// numbers of their own.
pub(crate) fn severed(text: &str, at: &Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, mut end } = *at;
    while cuts_start(text, start) || start < at.start && runs_on(text, start) {
        start -= text[..start].chars().next_back()?.len_utf8();
    }
    while cuts_end(text, at.start, end) || end > at.end && runs_on(text, end) {
        end += text[end..].chars().next()?.len_utf8();
    }
    let wide = start..end;
    (wide != *at).then_some(wide)
}

/// Whether a number or letter that begins before `start` goes on behind it.
fn cuts_start(text: &str, start: usize) -> bool {
    let (mut head, mut quote) = (text[..start].chars(), text[start..].chars());
    let (Some(before), Some(first)) = (head.next_back(), quote.next()) else { return false };
    if before.is_ascii_alphabetic() && first.is_ascii_alphabetic() {
        return false;
    }
    let further = head.next_back();
    if extends(first) {
        return true;
    }
    if first.is_numeric() {
        return match before {
            _ if before.is_numeric() => true,
            _ if is_separator(before) => {
                further.is_some_and(char::is_numeric) || before == '.' && further.is_none_or(opens)
            }
            _ if is_group_space(before) => groups_of_three(&text[..start - before.len_utf8()], &text[start..]),
            // A dash behind a word joins it to the number, or the number to a range.
            _ if is_sign(before) => !further.is_some_and(|c| c.is_alphanumeric() || is_sign(c)),
            '~' | '≈' | '<' | '>' | '≤' | '≥' => further.is_none_or(opens),
            _ => false,
        };
    }
    let number_next = quote.next().is_some_and(char::is_numeric);
    number_next && (is_sign(first) && before.is_alphanumeric() || is_separator(first) && before.is_numeric())
}

/// Whether a number or letter that begins before `end`, in a passage that begins at `start`, goes on behind it.
fn cuts_end(text: &str, start: usize, end: usize) -> bool {
    let (mut quote, mut tail) = (text[start..end].chars(), text[end..].chars());
    let (Some(last), Some(next)) = (quote.next_back(), tail.next()) else { return false };
    if last.is_ascii_alphabetic() && next.is_ascii() {
        return false;
    }
    if extends(next) {
        return true;
    }
    if last.is_numeric() {
        return match next {
            _ if next.is_numeric() => true,
            _ if is_separator(next) || next == '⁄' => tail.next().is_some_and(char::is_numeric),
            _ if is_group_space(next) => groups_of_three(&text[start..end], &text[end + next.len_utf8()..]),
            _ => next.is_ascii_alphabetic() && has_magnitude(&text[end..]),
        };
    }
    is_separator(last) && next.is_numeric() && quote.next_back().is_some_and(char::is_numeric)
}

/// Whether what `severed` has begun to widen at `at` is still inside a word or a group of digits.
fn runs_on(text: &str, at: usize) -> bool {
    match (text[..at].chars().next_back(), text[at..].chars().next()) {
        (Some(before), Some(after)) => {
            let numeric = before.is_numeric() || after.is_numeric();
            joins(before, after) || numeric && (is_group_space(before) || is_group_space(after)) && {
                // Only the space that brought the widening here: one between three digits and a shorter group.
                let (head, tail) = (text[..at].trim_end_matches(is_group_space), text[at..].trim_start_matches(is_group_space));
                groups_of_three(head, tail)
            }
        }
        _ => false,
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | '/' | '\'' | '’' | '٫' | '٬' | '·')
}

fn is_sign(c: char) -> bool {
    matches!(c, '-' | '+' | '±' | '−' | '–' | '‐' | '\u{2011}' | '\u{FE63}' | '\u{FF0D}' | '\u{FF0B}')
}

/// A space that may stand between groups of three digits.
fn is_group_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}')
}

/// Whether a number or a clause may begin behind `c`.
fn opens(c: char) -> bool {
    c.is_whitespace() || is_sign(c) || matches!(c, '(' | '[' | '$' | '€' | '£')
}

/// Whether `head` ends in one to three digits and `tail` begins with exactly three, as in `1 200`.
fn groups_of_three(head: &str, tail: &str) -> bool {
    let digits = head.chars().rev().take(4).take_while(|c| c.is_numeric()).count();
    let word = head.chars().rev().nth(digits).is_some_and(char::is_alphanumeric);
    (1..=3).contains(&digits) && !word && tail.chars().take(4).take_while(|c| c.is_numeric()).count() == 3
}

/// Whether `tail` begins with letters that multiply the number before them: `3k`, `2m`, `1.5bn`.
fn has_magnitude(tail: &str) -> bool {
    let letters = tail.find(|c: char| !c.is_alphanumeric()).map_or(tail, |end| &tail[..end]);
    letters.len() <= 3 && matches!(letters.to_ascii_lowercase().as_str(), "k" | "m" | "b" | "bn" | "mn" | "mln" | "tn" | "trn")
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
            ("between 2-3 percent", "-3 percent", "2-3 percent"),
            ("it holds ~3 percent", "3 percent", "~3 percent"),
            ("at 10:30 the siren", "30 the siren", "10:30 the siren"),
            ("some ١٢ people", "٢ people", "١٢ people"),
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
            ("the count is 1 200 300 so far", "count is 1", "count is 1 200 300"),
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
    }
}
