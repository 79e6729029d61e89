//! Where a number in words goes on past the end of a passage: `two` in `twenty-two` or `two million`.

use super::scales::{first_scale, join};
use crate::text::glyph::{Glyph, glyph};
use crate::text::grammar::{is_scale, is_teen, is_tens, is_unit};

/// Where the number begins in `head` that goes on in `passage`; `None` where none does.
pub(super) fn begin(head: &str, passage: &str) -> Option<usize> {
    if let Some((before, _)) = joined(head, passage) {
        return Some(head.len() - before.len_utf8());
    }
    let joint = joint_at_end(head)?;
    let (before, first) = (last_word(joint.rest), first_word(passage));
    let start = joint.rest.len() - before.len();
    if joint.hyphen {
        return (is_tens(before) && is_unit(first)).then_some(start);
    }
    if counts(before) || joint.rest.ends_with(char::is_numeric) {
        let goes_on = is_scale(first)
            || first_scale(passage).is_some()
            || is_tens(before) && is_unit(first)
            || is_counted_scale(joint.rest) && is_below_hundred(first);
        return goes_on.then_some(start);
    }
    if before != "and" || !is_below_hundred(first) {
        return None;
    }
    let scale = last_word(joint.rest[..start].trim_end());
    is_scale(scale).then(|| joint.rest[..start].trim_end().len() - scale.len())
}

/// How many bytes of `tail` belong to the number that `passage` ends in; `None` where it does not go on.
pub(super) fn end(passage: &str, tail: &str) -> Option<usize> {
    if let Some((_, next)) = joined(passage, tail) {
        return Some(next.len_utf8());
    }
    let last = last_word(passage);
    if !counts(last) && !passage.ends_with(char::is_numeric) {
        return None;
    }
    let rest = tail.trim_start_matches(char::is_whitespace);
    let hyphen = rest.len() == tail.len();
    let rest = if hyphen { tail.strip_prefix(|c| glyph(c) == Glyph::Dash)? } else { rest };
    let next = first_word(rest);
    let upto = |word: &str| word.as_ptr() as usize - tail.as_ptr() as usize + word.len();
    if !hyphen && is_scale(next) || is_tens(last) && is_unit(next) {
        return Some(upto(next));
    }
    if !hyphen && let Some(scale) = first_scale(rest) {
        return Some(upto(scale));
    }
    if !hyphen && is_counted_scale(passage) && is_below_hundred(next) {
        return Some(upto(next));
    }
    if hyphen || next != "and" {
        return None;
    }
    let more = rest["and".len()..].trim_start();
    let after = first_word(more);
    if is_scale(last) && is_below_hundred(after) {
        return Some(upto(after));
    }
    let part = first_word(more.strip_prefix("a ")?);
    matches!(part, "half" | "quarter" | "third").then(|| upto(part))
}

/// The characters on both sides where they are of one number.
fn joined(head: &str, tail: &str) -> Option<(char, char)> {
    let around = head.chars().next_back().zip(tail.chars().next());
    around.filter(|(before, behind)| join(*before, *behind))
}

/// Whether some words end in a scale that has its own number before it, as in `one hundred`.
fn is_counted_scale(words: &str) -> bool {
    let scale = last_word(words);
    let before = words[..words.len() - scale.len()].trim_end();
    is_scale(scale) && (counts(last_word(before)) || last_word(before).eq_ignore_ascii_case("a"))
}

/// What stands before a hyphen or white space.
struct Joint<'a> {
    rest: &'a str,
    hyphen: bool,
}

fn joint_at_end(head: &str) -> Option<Joint<'_>> {
    let rest = head.trim_end();
    if rest.len() < head.len() {
        return Some(Joint { rest, hyphen: false });
    }
    head.strip_suffix(|c| glyph(c) == Glyph::Dash).map(|rest| Joint { rest, hyphen: true })
}

/// Whether a number may go on behind `word`; not behind `first` or `twice`.
fn counts(word: &str) -> bool {
    word.contains(char::is_numeric)
        || is_below_hundred(word)
        || is_scale(word)
        || ["half", "few", "several"].iter().any(|other| other.eq_ignore_ascii_case(word))
}

fn is_below_hundred(word: &str) -> bool {
    is_unit(word) || is_teen(word) || is_tens(word)
}

/// The word that `text` begins with, hyphens left out; no longer than number words are.
fn first_word(text: &str) -> &str {
    let end = text.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
    &text[..end]
}

fn last_word(text: &str) -> &str {
    let len = text.bytes().rev().take(12).take_while(u8::is_ascii_alphanumeric).count();
    &text[text.len() - len..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_begin_before() {
        for (head, passage, number) in [
            ("with twenty-", "two men", "twenty-"),
            ("with twenty ", "two men", "twenty "),
            ("with 3 ", "million men", "3 "),
            ("with two ", "hundred men", "two "),
            ("with one hundred and ", "two men", "hundred and "),
            ("with one hundred ", "thirty-four men", "hundred "),
            ("mit 3 ", "Millionen Menschen", "3 "),
            ("死者は3", "万人", "3"),
            ("死者は三", "万人", "三"),
        ] {
            assert_eq!(begin(head, passage).map(|at| &head[at..]), Some(number), "{head}{passage}");
        }
        for (head, passage) in
            [("the two ", "men"), ("men and ", "two dogs"), ("anti-", "two"), ("", "two"), ("a ", "million")]
        {
            assert_eq!(begin(head, passage), None, "{head}{passage}");
        }
    }

    #[test]
    fn numbers_that_go_on_behind() {
        for (passage, tail, number) in [
            ("with twenty", "-two men", "-two"),
            ("with 3", " million men", " million"),
            ("with two", " hundred men", " hundred"),
            ("with one hundred", " and two men", " and two"),
            ("with two", " and a half tons", " and a half"),
            ("with one hundred", " thirty-four men", " thirty"),
            ("a hundred", " two men", " two"),
            ("mit 3", " Millionen Menschen", " Millionen"),
            ("погибли 3", " тысячи человек", " тысячи"),
            ("قتل 3", " آلاف شخص", " آلاف"),
            ("قتل ٣٤", " ألف شخص", " ألف"),
            ("死者は3", "万人", "万"),
            ("死者は十", "二人", "二"),
        ] {
            assert_eq!(end(passage, tail).map(|len| &tail[..len]), Some(number), "{passage}{tail}");
        }
        for (passage, tail) in [
            ("the first", " million men"),
            ("with two", " men"),
            ("with two", " and three"),
            ("the men", " and two"),
            ("two", ""),
            ("of the hundred", " three died"),
            ("mit 3", " Milliardären"),
            ("死者は3", "人"),
        ] {
            assert_eq!(end(passage, tail), None, "{passage}{tail}");
        }
    }
}
