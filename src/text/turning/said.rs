//! The words of a stretch of text, as lists know them.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::language::{Apostrophe, Language};
use crate::text::fold::fold_text;
use crate::text::glyph::{Glyph, extends, glyph, is_single_mark};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said<'t> {
    /// In small letters, its typography folded.
    pub(super) plain: Cow<'t, str>,
    /// Its bytes.
    pub(super) at: Range<usize>,
    /// What stands between it and the word before.
    pub(super) mark: Mark,
    /// Whether a phrase may end with it: of most words none does. [`Ready::words`](super::ready::Ready::words) tells.
    pub(super) may_end: bool,
}

/// What stands between two words, the gravest of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// Spaces, hyphens, quotation marks or brackets.
    None,
    Comma,
    Dash,
    /// A colon, a semicolon, or any other mark.
    Other,
}

impl Mark {
    /// Whether it parts a sentence.
    pub(super) fn parts(self) -> bool {
        self != Mark::None
    }
}

/// A word as a list has it: in small letters, its typography folded, without marks on letters that its language writes
/// without them, and in common letters for those that are drawn bold, double or in circles.
pub(super) fn plain(word: &str, letters: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return word.to_ascii_lowercase();
    }
    // An apostrophe at the end of a word folds to a quotation mark.
    let folded = fold_text(word).to_lowercase().replace('"', "'");
    if folded.is_ascii() {
        return folded;
    }
    let mut plain = String::with_capacity(folded.len());
    for c in folded.nfc() {
        // Arabic and Hebrew letters are folded already, and their marks make other letters of them.
        if c.is_ascii() || letters.contains(c) || matches!(c, '\u{590}'..='\u{6FF}') {
            plain.push(c);
        } else {
            let parts = std::iter::once(c).nfkd().filter(|part| !is_combining_mark(*part));
            plain.extend(parts.flat_map(char::to_lowercase));
        }
    }
    plain
}

/// The words of a text as a language has them, in order. A hyphen within a word parts it in two, and no mark stands there.
pub(super) fn said<'t>(text: &'t str, language: &Language) -> Vec<Said<'t>> {
    let apostrophe = language.apostrophe;
    // Few words are shorter than four letters and their space.
    let mut words: Vec<Said> = Vec::with_capacity(text.len() / 5);
    let (mut start, mut mark) = (None, Mark::None);
    let mut next = 0;
    while let Some(c) = text[next..].chars().next() {
        let at = next;
        let plain_end = if start.is_none() { plain_end(text.as_bytes(), at) } else { None };
        if let Some(end) = plain_end {
            let plain = small(&text[at..end]);
            words.push(Said { plain, at: at..end, mark, may_end: true });
            (next, mark) = (end, Mark::None);
            continue;
        }
        next += c.len_utf8();
        let next_is_letter = || {
            let rest = &text[at + c.len_utf8()..];
            rest.starts_with(char::is_alphanumeric) || rest.is_empty() && apostrophe == Apostrophe::Parts
        };
        let part = c.is_alphanumeric() || extends(c);
        let inner = !part
            && start.is_some()
            && (glyph(c) == Glyph::Invisible || is_single_mark(c) && next_is_letter());
        if part || inner {
            start.get_or_insert(at);
        }
        let end = at + c.len_utf8();
        let ends =
            !(part || inner) || apostrophe == Apostrophe::Parts && is_single_mark(c) || end == text.len();
        if let Some(first) = start.filter(|_| ends) {
            let at = first..if part || inner { end } else { at };
            let plain = Cow::Owned(plain(&text[at.clone()], language.letters));
            words.push(Said { plain, at, mark, may_end: true });
            (start, mark) = (None, Mark::None);
        }
        if !(part || inner) {
            mark = mark.max(mark_of(text, at, c));
        }
    }
    words
}

/// A word of ASCII letters and digits in small letters.
fn small(word: &str) -> Cow<'_, str> {
    match word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(word.to_ascii_lowercase()),
        false => Cow::Borrowed(word),
    }
}

/// Where a word of ASCII letters and digits ends that begins at `at`, where nothing behind it may belong to it: a quick answer.
fn plain_end(text: &[u8], at: usize) -> Option<usize> {
    let end = at + text[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let is_over = text.get(end).is_none_or(|byte| byte.is_ascii() && !matches!(byte, b'\'' | b'`'));
    (end > at && is_over).then_some(end)
}

/// The mark behind the last word of a text.
pub(super) fn mark_behind(text: &str) -> Mark {
    let marks = text.char_indices().rev().take_while(|(_, c)| !c.is_alphanumeric() && !extends(*c));
    marks.map(|(at, c)| mark_of(text, at, c)).max().unwrap_or(Mark::None)
}

/// What the mark `c` at `at` between two words is. A hyphen with spaces around it is a dash.
fn mark_of(text: &str, at: usize, c: char) -> Mark {
    let spaced = || {
        let (before, behind) = (&text[..at], &text[at + c.len_utf8()..]);
        let is_open = |next: Option<char>| next.is_none_or(char::is_whitespace);
        is_open(before.chars().next_back()) && is_open(behind.chars().next())
    };
    match glyph(c) {
        Glyph::Space | Glyph::Invisible | Glyph::DoubleQuote | Glyph::SingleQuote => Mark::None,
        Glyph::Dash if matches!(c, '-' | '\u{2010}' | '\u{2011}') && !spaced() => Mark::None,
        Glyph::Dash | Glyph::LongDash => Mark::Dash,
        _ if matches!(c, '(' | ')' | '[' | ']' | '/' | '&' | '$' | '€' | '£' | '%' | '#') => Mark::None,
        _ if matches!(c, ',' | '،' | '、' | '，') => Mark::Comma,
        _ => Mark::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lists::ALL;
    use super::*;

    fn language(tag: &str) -> &'static Language {
        ALL.into_iter().find(|language| language.tag == tag).expect("it has a list")
    }

    fn words(text: &str, tag: &str) -> Vec<String> {
        said(text, language(tag)).into_iter().map(|word| word.plain.into_owned()).collect()
    }

    #[test]
    fn words_are_taken_with_their_apostrophes_or_parted_by_them() {
        assert_eq!(words("They didn’t, he SAID", "en"), ["they", "didn't", "he", "said"]);
        assert_eq!(words("L’armée n’a pas", "fr"), ["l'", "armée", "n'", "a", "pas"]);
        assert_eq!(words("the guards' anti-war", "en"), ["the", "guards", "anti", "war"]);
        assert_eq!(words("", "en"), [""; 0]);
    }

    #[test]
    fn letters_in_disguise_are_known_and_letters_of_a_language_are_its_own() {
        for (tag, text, plain) in [
            ("en", "𝐧𝐞𝐯𝐞𝐫 néver n\u{301}ot ｎｏ ⓝⓞⓣ", vec!["never", "never", "not", "no", "not"]),
            ("ru", "нѐ не\u{301} ещё йод", vec!["не", "не", "еще", "йод"]),
            ("uk", "її йод нѐ", vec!["її", "йод", "не"]),
            ("de", "würde wurde kéine", vec!["würde", "wurde", "keine"]),
            ("it", "né ne", vec!["né", "ne"]),
            ("ar", "إذا لَمْ", vec!["إذا", "لم"]),
        ] {
            assert_eq!(words(text, tag), plain, "{text}");
        }
    }

    #[test]
    fn commas_part_words_and_quotation_marks_do_not() {
        let marks = |text| said(text, language("en")).into_iter().map(|word| word.mark).collect::<Vec<_>>();
        use Mark::{Comma, Dash, None, Other};
        assert_eq!(marks("no, “two” (men); fled – so"), [None, Comma, None, Other, Dash]);
        assert_eq!(marks("anti-war - not: so"), [None, None, Dash, Other]);
        assert_eq!(mark_behind("False: "), Other);
        assert_eq!(mark_behind("he said, “"), Comma);
        assert_eq!(mark_behind(""), None);
    }
}
