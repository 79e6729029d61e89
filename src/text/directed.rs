//! Words that run from right to left, among others that do not.

use std::borrow::Cow;

use unicode_script::{Script, UnicodeScript};

/// Keeps a number apart that would be drawn as part of the words before it.
const LEFT_TO_RIGHT_MARK: char = '\u{200E}';

/// A text for people with a mark behind words that run from right to left where a number follows: by the rules of Unicode (UAX 9) it
/// would else be drawn on their far side, so that `[34 or more]` behind an Arabic value comes apart.
pub(crate) fn directed(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut copied, mut behind) = (0, None);
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\u{1B}' => {
                // A colour is no number.
                let _ = chars.by_ref().find(|(_, c)| c.is_ascii_alphabetic());
            }
            '\n' => behind = None,
            _ if c.is_ascii_digit() => {
                if let Some(end) = behind.take() {
                    out.push_str(&text[copied..end]);
                    out.push(LEFT_TO_RIGHT_MARK);
                    copied = end;
                }
            }
            _ if runs_left(c) => behind = Some(at + c.len_utf8()),
            _ if c.is_alphabetic() => behind = None,
            _ => {}
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// Whether a letter runs from right to left.
fn runs_left(c: char) -> bool {
    !c.is_ascii()
        && matches!(
            c.script(),
            Script::Arabic
                | Script::Hebrew
                | Script::Syriac
                | Script::Thaana
                | Script::Nko
                | Script::Samaritan
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_behind_words_that_run_left_is_kept_apart() {
        for (text, marked) in [
            ("على الأقل [34 or more]", "على الأقل\u{200E} [34 or more]"),
            ("לפחות, 34", "לפחות\u{200E}, 34"),
            ("“الأقل”: 1 Mar, עשרות (10)", "“الأقل\u{200E}”: 1 Mar, עשרות\u{200E} (10)"),
            ("\u{1b}[1mالأقل\u{1b}[0m (34)", "\u{1b}[1mالأقل\u{200E}\u{1b}[0m (34)"),
        ] {
            assert_eq!(directed(text), marked, "{text}");
        }
        for text in ["at least 34", "الأقل or 34", "الأقل\n34", "٣٤ شخصا", "quote = \"الأقل\"", "троє [3]"]
        {
            assert!(matches!(directed(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
