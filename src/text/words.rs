//! The words and punctuation of a text, with their bytes.

use std::ops::Range;

use super::glyph::{Glyph, extends, glyph, is_content, is_unspaced};

/// The words of `text`, and each run of one punctuation mark between them, in order.
///
/// A word keeps its inner marks (`don't`, `anti-war`, `1,200.5`), a number its sign, currency and per cent sign
/// (`-3`, `$34`, `34%`). A character of a script written without spaces is a word by itself. Together they are all of
/// the text but its white space.
pub(crate) fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if matches!(bytes[at], b' ' | b'\n' | b'\r' | b'\t') {
            at += 1;
            continue;
        }
        if let Some(end) = plain_end(bytes, at) {
            tokens.push(at..end);
            at = end;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let end = if c.is_whitespace() { at + c.len_utf8() } else { token_end(text, at, c) };
        if !c.is_whitespace() {
            tokens.push(at..end);
        }
        at = end;
    }
    tokens
}

/// How many words `text` has; two characters of a script written without spaces count as one.
pub(crate) fn count_words(text: &str) -> usize {
    let (mut spaced, mut unspaced) = (0, 0);
    for word in tokens(text).into_iter().map(|at| &text[at]).filter(|word| is_word(word)) {
        match word.chars().next().is_some_and(is_unspaced) {
            true => unspaced += 1,
            false => spaced += 1,
        }
    }
    spaced + usize::div_ceil(unspaced, 2)
}

/// Whether a token is more than punctuation.
pub(crate) fn is_word(token: &str) -> bool {
    token.contains(is_content)
}

/// The words themselves.
pub(crate) fn slices<'a>(text: &'a str, tokens: &[Range<usize>]) -> Vec<&'a str> {
    tokens.iter().map(|at| &text[at.clone()]).collect()
}

/// Where a word of ASCII letters and digits ends that begins at `at` and goes on behind no mark: a quick answer.
fn plain_end(bytes: &[u8], at: usize) -> Option<usize> {
    let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let is_over = match bytes.get(end) {
        None | Some(b' ' | b'\n' | b'\r' | b'\t') => true,
        Some(b',' | b'.' | b';' | b':' | b'!' | b'?' | b')' | b'"') => {
            bytes.get(end + 1).is_none_or(|behind| behind.is_ascii() && !behind.is_ascii_alphanumeric())
        }
        _ => false,
    };
    (end > at && is_over).then_some(end)
}

/// Where the word or punctuation that begins with `first` at `at` ends.
fn token_end(text: &str, at: usize, first: char) -> usize {
    let mut end = at + first.len_utf8();
    let rest = &text[end..];
    if is_unspaced(first) {
        return end + rest.find(|c| !extends(c)).unwrap_or(rest.len());
    }
    let numeric_next = rest.starts_with(char::is_numeric);
    let signed = matches!(
        first,
        '.' | '+' | '±' | '#' | '~' | '≈' | '<' | '>' | '≤' | '≥' | '$' | '\u{A2}'..='\u{A5}'
    ) || matches!(first, '\u{20A0}'..='\u{20CF}')
        || glyph(first) == Glyph::Dash;
    if !(first.is_alphanumeric() || signed && numeric_next) {
        let same = rest.find(|c| c != first && !extends(c)).unwrap_or(rest.len());
        return end + same;
    }
    let mut last = first;
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let goes_on = match chars.peek() {
            _ if is_unspaced(c) => false,
            _ if c.is_alphanumeric() || extends(c) || glyph(c) == Glyph::Invisible => true,
            Some(next) if next.is_alphanumeric() && !is_unspaced(*next) => {
                let digits = last.is_numeric() && next.is_numeric();
                match c {
                    '.' | '_' | '&' | '@' => true,
                    ',' | ':' | '/' | '٫' | '٬' => digits,
                    _ => matches!(glyph(c), Glyph::SingleQuote | Glyph::Dash),
                }
            }
            _ => matches!(c, '%' | '+' | '°') && last.is_numeric(),
        };
        if !goes_on {
            break;
        }
        end += c.len_utf8();
        last = c;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        slices(text, &tokens(text))
    }

    #[test]
    fn words_keep_their_inner_marks() {
        assert_eq!(
            words("They don't, at 10:30, pay -3% (or 1,200.5)..."),
            ["They", "don't", ",", "at", "10:30", ",", "pay", "-3%", "(", "or", "1,200.5", ")", "..."]
        );
        assert_eq!(words("the anti-war “front”—so"), ["the", "anti-war", "“", "front", "”", "—", "so"]);
        assert_eq!(words("死者3人"), ["死", "者", "3", "人"]);
    }

    #[test]
    fn a_plain_word_ends_where_any_does() {
        let marks = " \n\t,.;:!?)\"%+-'/_&@(é一\u{AD}\u{301}5a";
        for (a, b) in marks.chars().flat_map(|a| marks.chars().map(move |b| (a, b))) {
            for word in ["ab", "a5", "5"] {
                let text = format!("{word}{a}{b}");
                let first = text.chars().next().unwrap();
                for text in [text.as_str(), &text[..word.len() + a.len_utf8()]] {
                    let quick = plain_end(text.as_bytes(), 0);
                    assert!(quick.is_none_or(|end| end == token_end(text, 0, first)), "{text:?}");
                }
            }
        }
        assert_eq!(plain_end(b"held.\n", 0), Some(4));
    }

    #[test]
    fn words_are_counted_without_punctuation() {
        assert_eq!(count_words("Two men - both guards - fled."), 5);
        assert_eq!(count_words("他们逃走"), 2);
    }
}
