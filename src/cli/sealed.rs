//! The last look at what leaves the program: nothing but our own colours steers a terminal.
//!
//! Formats write what others wrote as text of their own kind (`render/escape.rs`, `render/term/line.rs`), so that nothing is
//! left to do here; what one of them forgot is shown as its escape all the same.

use std::borrow::Cow;

use crate::render::term::Paint;
use crate::text::{push_shown, shown};

/// The text as it may be shown or written. Where it is painted, colours pass, and no other sequence does.
pub(super) fn sealed(text: &str, paint: Paint) -> Cow<'_, str> {
    match paint {
        Paint::On if text.contains(ESCAPE) => Cow::Owned(painted(text)),
        _ => shown(text),
    }
}

const ESCAPE: char = '\u{1B}';

fn painted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let colour = colour(rest);
        match colour {
            0 => push_shown(&mut out, c),
            _ => out.push_str(&rest[..colour]),
        }
        rest = &rest[colour.max(c.len_utf8())..];
    }
    out
}

/// The bytes of the colour that a text begins with: `ESC [`, numbers, `m`.
fn colour(text: &str) -> usize {
    let Some(numbers) = text.strip_prefix("\u{1B}[") else { return 0 };
    let end = numbers.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b';').count();
    if numbers[end..].starts_with('m') { end + 3 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_pass_where_there_are_any_and_nothing_else_does() {
        let text = "\u{1b}[1m\u{1b}[31mbad\u{1b}[0m\u{1b}[2J\u{1b}]8;;x\u{7}\u{9b}2J\n\u{202e}\u{1b}[";
        let rest = "\\u{1b}[2J\\u{1b}]8;;x\\u{7}\\u{9b}2J\n\\u{202e}\\u{1b}[";
        assert_eq!(sealed("\u{1b}[31m\u{7}", Paint::On), "\u{1b}[31m\\u{7}");
        assert_eq!(sealed(text, Paint::On), format!("\u{1b}[1m\u{1b}[31mbad\u{1b}[0m{rest}"));
        assert_eq!(sealed(text, Paint::Off), format!("\\u{{1b}}[1m\\u{{1b}}[31mbad\\u{{1b}}[0m{rest}"));
    }
}
