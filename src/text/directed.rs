//! Words that run from right to left, among others that do not.

use std::borrow::Cow;

use unicode_script::{Script, UnicodeScript};

/// Keeps what follows apart from the words before it, or a line in its direction.
const LEFT_TO_RIGHT_MARK: char = '\u{200E}';

/// A text for people with marks at words that run from right to left. By the rules of Unicode (UAX 9) a number behind them would else be
/// drawn on their far side, so that `[34 or more]` behind an Arabic value comes apart; two of them with nothing but our own marks between,
/// such as the cells of a table, would change places; and a line that begins with them would be drawn from right to left as a whole.
pub(crate) fn directed(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(may_run_left) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut copied = 0;
    let mut line = Line::default();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        let mark = match c {
            '\u{1B}' => {
                // A colour is no number.
                let _ = chars.by_ref().find(|(_, c)| c.is_ascii_alphabetic());
                None
            }
            c => line.mark(at, c),
        };
        if let Some(mark) = mark {
            out.push_str(&text[copied..mark]);
            out.push(LEFT_TO_RIGHT_MARK);
            copied = mark;
        }
    }
    if copied == 0 && out.is_empty() {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// What is known of a line up to some letter.
#[derive(Default)]
struct Line {
    /// Where words that run left end, if nothing but neutral signs stands behind them.
    behind: Option<usize>,
    /// Whether a sign of ours stands behind them.
    is_over: bool,
    /// Whether it has a letter that runs right, or a mark.
    has_begun: bool,
    before: Option<char>,
}

impl Line {
    /// Where a mark is to stand that the next letter asks for.
    fn mark(&mut self, at: usize, c: char) -> Option<usize> {
        let before = self.before.replace(c);
        match c {
            '\n' => *self = Line::default(),
            c if c.is_ascii_digit() => return self.behind.take(),
            c if runs_left(c) => {
                let is_first = !std::mem::replace(&mut self.has_begun, true);
                let apart = self.behind.filter(|_| self.is_over);
                (self.behind, self.is_over) = (Some(at + c.len_utf8()), false);
                return if is_first { Some(at) } else { apart };
            }
            c if c.is_alphabetic() => (self.behind, self.has_begun) = (None, true),
            c => self.is_over |= divides(before, c),
        }
        None
    }
}

/// Whether a sign with the one before it is of ours and stands between two answers, cells or quotes.
fn divides(before: Option<char>, sign: char) -> bool {
    matches!(sign, '\u{2500}'..='\u{257F}' | '·') || (before == Some('”') && sign == ';')
}

/// Whether a letter that runs from right to left may begin with a byte: a quick answer.
fn may_run_left(byte: u8) -> bool {
    // Dots and quotation marks, and the lines of tables, begin with 0xE2.
    byte >= 0xD6 && byte != 0xE2
}

/// Whether a letter or a digit runs from right to left, or stands among those that do.
fn runs_left(c: char) -> bool {
    // The digits of Arabic are of no script of their own.
    matches!(c, '\u{660}'..='\u{669}')
        || !c.is_ascii()
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
            ("as على الأقل [34 or more]", "as على الأقل\u{200E} [34 or more]"),
            ("as לפחות, 34", "as לפחות\u{200E}, 34"),
            ("as “الأقل”: 1 Mar, עשרות (10)", "as “الأقل\u{200E}”: 1 Mar, עשרות\u{200E} (10)"),
            ("as \u{1b}[1mالأقل\u{1b}[0m (34)", "as \u{1b}[1mالأقل\u{200E}\u{1b}[0m (34)"),
            ("as نحو ٣٤ [30 to 38]", "as نحو ٣٤\u{200E} [30 to 38]"),
        ] {
            assert_eq!(directed(text), marked, "{text}");
        }
        for text in ["at least 34", "a الأقل or 34", "a الأقل\n34", "a ٣٤ شخصا", "quote = \"الأقل\"", "троє [3]"]
        {
            assert!(matches!(directed(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn no_letter_that_runs_left_is_passed_over() {
        let runs_left = (char::MIN..=char::MAX).filter(|c| runs_left(*c));
        assert!(runs_left.map(|c| c.to_string().as_bytes()[0]).all(may_run_left));
    }

    #[test]
    fn what_our_signs_divide_keeps_its_places() {
        for (text, marked) in [
            ("│ a ┆ مئة ┆ مئتان ┆", "│ a ┆ مئة\u{200E} ┆ مئتان ┆"),
            ("behind مئة · مئتان or so", "behind مئة\u{200E} · مئتان or so"),
            ("a: “مئة”; “مئتان”", "a: “مئة\u{200E}”; “مئتان”"),
        ] {
            assert_eq!(directed(text), marked, "{text}");
        }
        // One sentence stays one, whatever stands in it.
        for text in ["a קטלו “שלושה”, אמר; הם", "a مئة\na · مئتان", "a مئة ┆ b ┆ مئتان"]
        {
            assert!(matches!(directed(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn a_line_that_begins_with_them_runs_as_the_others_do() {
        for (text, marked) in [
            ("مئة (a)", "\u{200E}مئة (a)"),
            ("- **مئة** (read as 100)\n  “مئة”", "- **\u{200E}مئة** (read as 100)\n  “\u{200E}مئة”"),
        ] {
            assert_eq!(directed(text), marked, "{text}");
        }
        assert!(matches!(directed("a: “مئة”"), Cow::Borrowed(_)));
    }
}
