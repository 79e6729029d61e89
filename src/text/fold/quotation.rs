//! Quotation marks: which are apostrophes, which spaces are theirs, and which only open again what is open.

use crate::text::glyph::{Glyph, extends, glyph};

/// A quotation is followed back for so many bytes.
const REACH: usize = 4000;

/// Whether the single mark `c` at `at` is an apostrophe, or a sign behind a number (`5'`), and no quotation mark.
pub(super) fn is_apostrophe(text: &str, at: usize, c: char) -> bool {
    let before = text[..at].chars().rev().find(|c| !is_passed_over(*c));
    let after = text[at + c.len_utf8()..].chars().find(|c| !is_passed_over(*c));
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    is_word(before) && is_word(after) || before.is_some_and(char::is_numeric)
}

fn is_passed_over(c: char) -> bool {
    glyph(c) == Glyph::Invisible || extends(c)
}

/// Whether the space from `at` to `end` stands on the inner side of a quotation mark that shows which side that is: `« x »` and
/// `“ x ”`, and not `» x «`.
pub(super) fn is_inner(text: &str, at: usize, end: usize) -> bool {
    let (head, tail) = (&text[..at], &text[end..]);
    let opened = head.chars().next_back().is_some_and(|mark| {
        let before = &head[..head.len() - mark.len_utf8()];
        let may_open = || before.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !ends(c));
        match mark {
            '«' | '‹' | '„' | '‚' | '‘' => may_open(),
            '“' => may_open() && !is_open_low(before),
            _ => false,
        }
    });
    let closes = || {
        let mut chars = tail.chars();
        let Some(mark) = chars.next() else { return false };
        let is_closing = match mark {
            '»' | '›' | '”' | '’' => true,
            '“' => is_open_low(head),
            _ => false,
        };
        is_closing && chars.next().is_none_or(|c| !c.is_alphanumeric())
    };
    opened || closes()
}

/// Whether the last of the marks that open or close a quotation in some text is a low one, which opens.
fn is_open_low(head: &str) -> bool {
    let from = head.floor_char_boundary(head.len().saturating_sub(REACH));
    head[from..].rfind(['„', '“', '”']).is_some_and(|last| head[from + last..].starts_with('„'))
}

/// Whether the space from `at` to `end` only sets a punctuation mark off: before a comma, a stop or a colon that neither a digit
/// nor another stop follows, and beside a bracket.
pub(super) fn is_of_mark(text: &str, at: usize, end: usize) -> bool {
    let is_bracket = |c: char| matches!(c, '(' | ')' | '[' | ']');
    if text[..at].chars().next_back().is_some_and(is_bracket) {
        return true;
    }
    let mut chars = text[end..].chars();
    match chars.next() {
        Some(',' | '.' | ';' | ':' | '!' | '?') => !chars.next().is_some_and(|c| c.is_numeric() || c == '.'),
        next => next.is_some_and(is_bracket),
    }
}

/// Whether a mark ends what stands before it, so that a quotation mark behind it closes.
fn ends(c: char) -> bool {
    matches!(c, '.' | ',' | '!' | '?' | '…' | ';')
}

/// Whether the quotation mark at `end`, behind line ends that begin at `at`, opens a quotation again that the paragraph
/// before left open.
pub(super) fn reopens(text: &str, at: usize, end: usize) -> bool {
    let mut chars = text[end..].chars();
    let Some(mark) = chars.next().filter(|mark| is_opening(*mark)) else { return false };
    if !chars.next().is_some_and(char::is_alphanumeric) {
        return false;
    }
    let from = text.floor_char_boundary(at.saturating_sub(REACH));
    let head = &text[from..at];
    let paragraph = &head[head.rfind("\n\n").map_or(0, |blank| blank + 2)..];
    let single = glyph(mark) == Glyph::SingleQuote;
    let marks = paragraph.char_indices().filter(|(at, c)| match single {
        true => glyph(*c) == Glyph::SingleQuote && !is_apostrophe(paragraph, *at, *c),
        false => glyph(*c) == Glyph::DoubleQuote,
    });
    marks.fold(false, |open, (at, mark)| match mark {
        '”' | '’' => false,
        '„' | '‘' | '「' => true,
        '«' => !paragraph[..at].ends_with(|c: char| c.is_alphanumeric() || ends(c)),
        '»' => {
            let behind = paragraph[at + mark.len_utf8()..].chars().next();
            let before = paragraph[..at].chars().next_back();
            behind.is_some_and(char::is_alphanumeric)
                && before.is_none_or(|c| !c.is_alphanumeric() && !ends(c))
        }
        _ => !open,
    })
}

fn is_opening(mark: char) -> bool {
    matches!(mark, '“' | '„' | '«' | '»' | '"' | '‘' | '\'')
}

#[cfg(test)]
mod tests {
    use crate::text::fold::fold;

    #[test]
    fn single_marks_around_words_are_quotation_marks() {
        for (text, folded) in [
            ("‘We will not go,’ he said", "\"We will not go,\" he said"),
            ("it’s the ‘so’ called", "it's the \"so\" called"),
            ("5' 10\", 5′, ’90s", "5' 10\", 5', \"90s"),
            ("צה״ל, ג׳ורג׳", "צה\"ל, ג'ורג\""),
        ] {
            assert_eq!(fold(text).as_str(), folded, "{text}");
        }
    }

    #[test]
    fn the_spaces_within_quotation_marks_are_theirs() {
        for (text, folded) in [
            ("Il a dit : «\u{A0}Nous partons\u{202F}».", "Il a dit: \"Nous partons\"."),
            ("sagte: »Wir gehen« und ging", "sagte: \"Wir gehen\" und ging"),
            ("one \" two \" three", "one \" two \" three"),
            ("He read “ Wild Rose ” — twice", "He read \"Wild Rose\" - twice"),
            ("sagte: „ ja “ und „nein“ und", "sagte: \"ja\" und \"nein\" und"),
            ("sade ”ja” och", "sade \"ja\" och"),
            ("the ‘ Arrangements ’ he", "the \"Arrangements\" he"),
            ("the boys ’Til dawn", "the boys \"Til dawn"),
        ] {
            assert_eq!(fold(text).as_str(), folded, "{text}");
        }
    }

    #[test]
    fn the_spaces_that_set_marks_off_are_theirs() {
        for (text, folded) in [
            ("(CNN) He left , at last . ( So he said ) !", "(CNN)He left, at last.(So he said)!"),
            ("Quoi ? « Non » : rien", "Quoi? \"Non\": rien"),
            ("from 3 .5 to 4 , 5 at 10 :30", "from 3 .5 to 4, 5 at 10 :30"),
            ("5000 m² and 3² and m³", "5000 m2 and 3² and m3"),
        ] {
            assert_eq!(fold(text).as_str(), folded, "{text}");
        }
    }

    #[test]
    fn a_quotation_that_was_left_open_is_opened_again() {
        let reopened = |text: &str| fold(text).reopened().to_vec();
        assert_eq!(reopened("“We saw it.\n\n“Until now it stayed low,” he said."), [12]);
        assert_eq!(reopened("‘It’s low.\n\n‘Until now’"), [11]);
        assert_eq!(reopened("“We saw it,” he said.\n\n“Until now”"), [0; 0]);
        assert_eq!(reopened("We saw it.\n\n“Until now”"), [0; 0]);
        assert_eq!(reopened("« On l’a vu.\n\n»Il est resté bas », dit-il."), [12]);
        assert_eq!(reopened("»Wir sahen es.\n\n»Es blieb«, sagte er."), [15]);
        assert_eq!(reopened("« On l’a vu ».\n\n»Il est resté"), [0; 0]);
        assert_eq!(reopened("“One.\n\n“Two.\n\n“Three.”"), [6, 12]);
    }
}
