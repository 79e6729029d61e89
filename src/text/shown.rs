//! Text as it is shown: what would steer a terminal or a page, or hide in it, is written as an escape that can be read.

use std::borrow::Cow;

/// Whether `c` is shown as its escape: it moves the cursor, recolours, reorders, ends a line or is not seen at all. Line
/// feeds and tabs are none, nor is what letters are joined by (ZWJ, ZWNJ).
pub(crate) fn steers(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        c if c.is_ascii() => c.is_ascii_control(),
        '\u{80}'..='\u{9F}' | '\u{61C}' | '\u{180E}' | '\u{200E}' | '\u{200F}' => true,
        '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => true,
        '\u{E0000}'..='\u{E007F}' => true,
        _ => false,
    }
}

/// Whether a byte is an ASCII character that does not steer: a quick answer.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\n' | b'\t')
}

/// Whether any character of a text steers: the few that are not plain are asked.
fn any_steers(mut text: &str) -> bool {
    while let Some(at) = text.bytes().position(|byte| !is_plain(byte)) {
        let mut chars = text[at..].chars();
        if chars.next().is_some_and(steers) {
            return true;
        }
        text = chars.as_str();
    }
    false
}

/// The text with an escape, such as `\u{202e}`, for each character that steers.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    match any_steers(text) {
        false => Cow::Borrowed(text),
        true => Cow::Owned(text.chars().fold(String::with_capacity(text.len() + 8), |mut out, c| {
            push_shown(&mut out, c);
            out
        })),
    }
}

/// The same on one line: line ends and tabs are spaces.
pub(crate) fn one_line(text: &str) -> String {
    shown(&text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " ")).into_owned()
}

/// The character, or its escape.
pub(crate) fn push_shown(out: &mut String, c: char) {
    match steers(c) {
        true => out.extend(c.escape_unicode()),
        false => out.push(c),
    }
}

/// The first so many characters of a text, with an ellipsis where there are more.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_written_as_its_escape() {
        for (raw, expected) in [
            ("a\u{1b}[31mb", "a\\u{1b}[31mb"),
            ("\u{9b}2J\u{7f}\0", "\\u{9b}2J\\u{7f}\\u{0}"),
            ("gpj\u{202e}exe.a", "gpj\\u{202e}exe.a"),
            ("\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}", "\\u{2066}\\u{2069}\\u{200e}\\u{200f}\\u{61c}"),
            ("a\u{2028}b\u{2029}c\u{85}", "a\\u{2028}b\\u{2029}c\\u{85}"),
            ("\u{feff}\u{e0041}", "\\u{feff}\\u{e0041}"),
            ("a\nb\tc\rd", "a\nb\tc\\u{d}d"),
        ] {
            assert_eq!(shown(raw), expected);
            assert_eq!(shown(expected), expected, "what is shown is text");
        }
        assert_eq!(one_line("a\r\nb\nc\td\u{b}"), "a b c d\\u{b}");
    }

    #[test]
    fn letters_and_what_joins_them_stay() {
        for text in
            ["می\u{200c}خواهم", "👨\u{200d}👩\u{200d}👧", "שָׁלוֹם", "السَّلام", "é ü 三人", "a\u{a0}b\u{ad}c"]
        {
            assert!(matches!(shown(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn what_is_shortened_ends_in_an_ellipsis() {
        assert_eq!((shortened("städte", 6).as_str(), shortened("städte", 3).as_str()), ("städte", "stä…"));
    }
}
