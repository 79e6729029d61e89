//! The words, digits and signs of a text, each with where it stands, as readers of numbers need them.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::{Glyph, glyph, makes_range};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Make {
    /// ASCII digits with whatever separators stand between them: `1,200` and `8.5`, but `5,00` too.
    Digits,
    /// Letters with inner apostrophes; numeric characters that are no digits (`½`) count as letters.
    Word,
    /// A hyphen or a minus sign, as `-`.
    Hyphen,
    /// A longer dash, as `-` too.
    Dash,
    /// A dash as long as an em, which is no sign and may set off a clause, as `—`.
    LongDash,
    /// Any other single character that is not white space.
    Sign,
}

/// One word, number or sign of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    /// As it is compared: in lower case, ligatures undone, dashes and apostrophes straight, nothing invisible.
    pub(crate) text: Cow<'t, str>,
    /// As it is written, for what keeps its case.
    pub(crate) written: &'t str,
    /// The bytes that it stands at.
    pub(crate) at: Range<usize>,
    pub(crate) make: Make,
    /// Whether no white space stands before it.
    pub(crate) glued: bool,
}

impl Token<'_> {
    /// Whether two numbers with this between them may be a range.
    pub(crate) fn is_dash(&self) -> bool {
        matches!(self.make, Make::Hyphen | Make::Dash | Make::LongDash)
    }
}

/// The tokens of a text, in order.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut at, mut glued) = (0, false);
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() || is_invisible(first) {
            glued &= !first.is_whitespace();
            at += first.len_utf8();
            continue;
        }
        let rest = &text[at..];
        let (make, length) = match first {
            '0'..='9' => (Make::Digits, run(rest, is_digit, &[',', '.', '\'', '’', '·', '_'])),
            _ if is_letter(first) => (Make::Word, run(rest, is_letter, &['\'', '’'])),
            _ => (dash(first).unwrap_or(Make::Sign), first.len_utf8()),
        };
        let written = &rest[..length];
        tokens.push(Token { text: folded(written, make), written, at: at..at + length, make, glued });
        (at, glued) = (at + length, true);
    }
    tokens
}

/// What a dash that may join two numbers is; `None` for any other character.
fn dash(c: char) -> Option<Make> {
    match c {
        '\u{2012}' | '\u{2013}' => Some(Make::Dash),
        _ if !makes_range(c) => None,
        _ if glyph(c) == Glyph::LongDash => Some(Make::LongDash),
        _ => Some(Make::Hyphen),
    }
}

/// Where the clause ends that a token belongs to: before a long dash that white space parts from either side.
pub(crate) fn clause_end(tokens: &[Token], at: usize) -> usize {
    let parts = |dash: &usize| {
        let glued = |at: usize| tokens.get(at).is_some_and(|token: &Token| token.glued);
        tokens[*dash].make == Make::LongDash && !(glued(*dash) && glued(*dash + 1))
    };
    (at + 1..tokens.len()).find(parts).unwrap_or(tokens.len())
}

/// Whether the tokens at `at` are these words, one token each.
pub(crate) fn begins<'w>(
    tokens: &[Token],
    at: usize,
    words: impl IntoIterator<Item = &'w str>,
) -> Option<usize> {
    let mut end = at;
    for word in words {
        if tokens.get(end)?.text != word {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// The word at `at`, or behind a hyphen there that is written without white space, and where it ends.
pub(crate) fn word<'t>(tokens: &'t [Token], at: usize) -> Option<(&'t str, usize)> {
    let token = tokens.get(at)?;
    match token.make {
        Make::Word => Some((&token.text, at + 1)),
        Make::Hyphen | Make::Dash | Make::LongDash if token.glued => {
            let next = tokens.get(at + 1)?;
            (next.make == Make::Word && next.glued).then_some((&*next.text, at + 2))
        }
        _ => None,
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !c.is_ascii_digit()
}

/// Characters that take no room, and that folding drops.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// How many bytes of the text are in the class, single joints between two of them included.
fn run(text: &str, class: fn(char) -> bool, joints: &[char]) -> usize {
    let (mut length, mut at_joint) = (0, false);
    for (offset, c) in text.char_indices() {
        if class(c) {
            (length, at_joint) = (offset + c.len_utf8(), false);
        } else if joints.contains(&c) && !at_joint {
            at_joint = true;
        } else if !is_invisible(c) {
            break;
        }
    }
    length
}

fn folded(raw: &str, make: Make) -> Cow<'_, str> {
    match make {
        Make::Hyphen | Make::Dash => return Cow::Borrowed("-"),
        Make::LongDash => return Cow::Borrowed("—"),
        Make::Digits | Make::Word | Make::Sign => {}
    }
    if raw.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(raw);
    }
    let mut folded = String::with_capacity(raw.len());
    for c in raw.chars().filter(|c| !is_invisible(*c)) {
        match c {
            '’' => folded.push('\''),
            'ﬀ' => folded.push_str("ff"),
            'ﬁ' => folded.push_str("fi"),
            'ﬂ' => folded.push_str("fl"),
            'ﬃ' => folded.push_str("ffi"),
            'ﬄ' => folded.push_str("ffl"),
            _ => folded.extend(c.to_lowercase()),
        }
    }
    Cow::Owned(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        tokens(text).iter().map(|token| token.text.to_string()).collect()
    }

    #[test]
    fn digits_keep_what_joins_them() {
        assert_eq!(split("1,200, 8.5."), ["1,200", ",", "8.5", "."]);
        assert_eq!(split("5,00 1'200 10k"), ["5,00", "1'200", "10", "k"]);
    }

    #[test]
    fn typography_and_case_do_not_matter() {
        assert_eq!(split("Twenty‑ONE"), ["twenty", "-", "one"]);
        assert_eq!(split("20–30\u{a0}ﬁfty"), ["20", "-", "30", "fifty"]);
        assert_eq!(split("oﬀ ﬂow oﬃce baﬄe"), ["off", "flow", "office", "baffle"]);
        assert_eq!(split("isn’t 1\u{200b}000 thou\u{ad}sand"), ["isn't", "1000", "thousand"]);
    }

    #[test]
    fn places_are_bytes_of_the_text() {
        let text = "é 20–30";
        let all = tokens(text);
        assert_eq!(
            all.iter().map(|token| &text[token.at.clone()]).collect::<Vec<_>>(),
            ["é", "20", "–", "30"]
        );
        assert_eq!(all.iter().map(|token| token.glued).collect::<Vec<_>>(), [false, false, true, true]);
        assert_eq!(all[2].make, Make::Dash);
    }
}
