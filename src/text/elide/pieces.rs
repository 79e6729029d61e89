//! The pieces of a quote with something left out (`...`, `…`, `[...]`) or put in (`[note]`, `[sic]`).

use std::borrow::Cow;
use std::ops::Range;

use crate::text::fold::fold_text;
use crate::text::glyph::{is_content, is_unspaced};
use crate::text::turning::{Listed, Part, is_negation};

/// A longer bracket is no note.
const LONGEST_NOTE: usize = 200;
/// A quote in more pieces is not looked for piece by piece.
const MOST_PIECES: usize = 16;

/// A piece of an elided quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QuotePiece {
    /// Its words as the quote has them.
    words: String,
    /// Its words, folded.
    pub(crate) text: String,
    /// What stands before it in the quote.
    pub(super) before: Gap,
}

/// What stands between two pieces of a quote, or at its ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    Nothing,
    /// A note of the recorder's own that stands for no words of the text: `[sic]`, or one that says a number.
    Aside(Aside),
    /// A note of the recorder's own, which may stand for a word or two.
    Note,
    /// Words left out.
    Elision,
}

/// A note that stands for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aside {
    /// It speaks of the words before it.
    Sic,
    Number,
}

/// A quote cut into the pieces that must stand in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pieces {
    pub(crate) pieces: Vec<QuotePiece>,
    pub(super) after: Gap,
    /// A note that negates: more than a recorder may put in.
    pub(crate) negating_note: Option<String>,
}

/// The ways to read a quote as pieces, the most literal first; none where nothing is left out or put in.
///
/// Brackets may stand in the text itself, so that they are first read as they are; and `[T]he` is either the text's
/// letter or one whose case the recorder changed.
pub(crate) fn readings(quote: &str) -> Vec<Pieces> {
    let mut readings: Vec<Pieces> = Vec::new();
    let stops = quote.bytes().filter(|byte| *byte == b'.').count();
    if stops < 3 && !quote.bytes().any(|byte| byte == b'[') && !quote.contains('…') {
        return readings;
    }
    for brackets in [Brackets::OfTheText, Brackets::Notes, Brackets::NotesAndOtherCase] {
        let (pieces, changed) = read(quote, brackets);
        let may_be_found = changed && (1..=MOST_PIECES).contains(&pieces.pieces.len());
        if may_be_found && !readings.contains(&pieces) {
            readings.push(pieces);
        }
    }
    readings
}

/// What of a quote stands in its text word for word, in order: what lies between the words left out and the notes, or
/// all of it where there are none; empty where it has no words.
pub(crate) fn verbatim(quote: &str) -> Vec<String> {
    read(quote, Brackets::Every).0.pieces.into_iter().map(|piece| piece.words).collect()
}

/// The quote without what its recorder put in: `[note]` and `[sic]`, but for the letter in `[T]he`. Three dots stand where a note
/// did, so that what it parted stays apart.
pub(crate) fn without_notes(quote: &str) -> Cow<'_, str> {
    if memchr::memchr(b'[', quote.as_bytes()).is_none() {
        return Cow::Borrowed(quote);
    }
    Cow::Owned(verbatim(quote).join(" ... "))
}

/// What brackets in a quote are taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Brackets {
    OfTheText,
    /// Notes, where they stand apart from words; one that hangs on a word would make another of it, as in `[un]able`.
    Notes,
    NotesAndOtherCase,
    /// Each is the recorder's.
    Every,
}

/// The pieces of a quote, and whether it has anything left out or put in.
fn read(quote: &str, brackets: Brackets) -> (Pieces, bool) {
    let mut read = Pieces { pieces: Vec::new(), after: Gap::Nothing, negating_note: None };
    let (mut words, mut at, mut changed) = (String::new(), 0, false);
    while let Some(c) = quote[at..].chars().next() {
        let rest = &quote[at..];
        if let Some(letter) = put_letter(quote, at).filter(|_| brackets != Brackets::OfTheText) {
            match brackets {
                Brackets::NotesAndOtherCase if letter.is_uppercase() => words.extend(letter.to_lowercase()),
                Brackets::NotesAndOtherCase => words.extend(letter.to_uppercase()),
                _ => words.push(letter),
            }
            at += letter.len_utf8() + 2;
            changed = true;
        } else if let Some((len, gap)) = gap_at(rest, brackets)
            && (gap == Gap::Elision
                || brackets == Brackets::Every
                || !hangs_on_word(quote, at..at + len, gap))
        {
            read.push(&std::mem::take(&mut words), gap);
            let note = &rest[..len];
            if matches!(gap, Gap::Note | Gap::Aside(_)) && said(note).any(is_negation) {
                read.negating_note = Some(note.to_owned());
            }
            at += len;
            changed = true;
        } else {
            words.push(c);
            at += c.len_utf8();
        }
    }
    read.push(&words, Gap::Nothing);
    (read, changed)
}

impl Pieces {
    /// Adds a piece, unless it is only punctuation, and the gap behind it.
    fn push(&mut self, words: &str, gap: Gap) {
        if words.contains(is_content) {
            let text = fold_text(words).into_owned();
            self.pieces.push(QuotePiece { words: words.trim().to_owned(), text, before: self.after });
            self.after = gap;
        } else {
            self.after = self.after.max(gap);
        }
    }
}

/// The letter of a bracket that begins a word, as in `[T]he`.
fn put_letter(quote: &str, at: usize) -> Option<char> {
    let inner = quote[at..].strip_prefix('[')?;
    let letter = inner.chars().next().filter(|c| c.is_alphabetic())?;
    let behind = inner[letter.len_utf8()..].strip_prefix(']')?;
    let begins_word = !quote[..at].ends_with(char::is_alphanumeric);
    (begins_word && behind.starts_with(char::is_alphabetic)).then_some(letter)
}

/// Whether a note would be a part of a word or a number; a note mark behind a word, and `[sic]`, is none.
fn hangs_on_word(quote: &str, at: Range<usize>, gap: Gap) -> bool {
    let of_word = |c: char| c.is_alphanumeric() && !is_unspaced(c);
    let before = quote[..at.start].chars().next_back().filter(|c| of_word(*c));
    let behind = quote[at.end..].starts_with(of_word);
    let inner = &quote[at.start + 1..at.end - 1];
    let is_mark = inner.chars().all(|c| c.is_ascii_digit()) && before.is_some_and(char::is_alphabetic);
    behind || before.is_some() && !is_mark && gap != Gap::Aside(Aside::Sic)
}

/// The elision or note that `rest` begins with, and its length.
fn gap_at(rest: &str, brackets: Brackets) -> Option<(usize, Gap)> {
    if let Some(len) = dots(rest) {
        return Some((len, Gap::Elision));
    }
    let close = match rest.chars().next()? {
        '[' => b']',
        '(' => b')',
        _ => return None,
    };
    let inner = &rest[1..memchr::memchr(close, &rest.as_bytes()[..rest.len().min(LONGEST_NOTE)])?];
    let bare = inner.trim();
    match dots(bare) {
        Some(len) if len == bare.len() => Some((inner.len() + 2, Gap::Elision)),
        _ if close == b']' && brackets != Brackets::OfTheText && !inner.contains('[') => {
            Some((inner.len() + 2, note(bare)))
        }
        _ => None,
    }
}

/// What a bracket with these words stands for.
fn note(words: &str) -> Gap {
    let is_sic = ["sic", "sic!", "sic.", "!", "?", "so"].iter().any(|sic| words.eq_ignore_ascii_case(sic));
    match () {
        _ if is_sic => Gap::Aside(Aside::Sic),
        _ if said(words).any(|word| Listed::every().part(word) == Part::Number) => Gap::Aside(Aside::Number),
        _ => Gap::Note,
    }
}

/// The words of a note.
fn said(note: &str) -> impl Iterator<Item = &str> {
    note.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| !word.is_empty())
}

/// The length of an ellipsis: `…`, or three full stops or more with at most a space between them.
fn dots(rest: &str) -> Option<usize> {
    let (mut len, mut count) = (0, 0);
    loop {
        let next = &rest[len..];
        let spaced = if count > 0 { next.strip_prefix([' ', '\u{A0}']).unwrap_or(next) } else { next };
        let (worth, stop) = match spaced.chars().next() {
            Some('…') => (3, '…'),
            Some('.') => (1, '.'),
            _ => break,
        };
        count += worth;
        len = rest.len() - spaced.len() + stop.len_utf8();
    }
    (count >= 3).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(quote: &str) -> Vec<Vec<String>> {
        let texts = |pieces: Pieces| pieces.pieces.into_iter().map(|piece| piece.text).collect();
        readings(quote).into_iter().map(texts).collect()
    }

    #[test]
    fn every_form_of_elision_is_read() {
        for quote in [
            "a b ... c d",
            "a b… c d",
            "a b [...] c d",
            "a b […] c d",
            "a b . . . c d",
            "a b (...) c d",
            "a b .... c d",
        ] {
            assert_eq!(pieces(quote), [["a b", "c d"]], "{quote}");
        }
        assert_eq!(pieces("... a b ..."), [["a b"]]);
        assert_eq!(pieces("a. b [c"), Vec::<Vec<String>>::new());
        assert_eq!(pieces("a [sic] b"), [["a", "b"]]);
        assert_eq!(pieces("a [x] b ... c"), [vec!["a[x]b", "c"], vec!["a", "b", "c"]]);
        for quote in ["[un]able to go", "harm[less] it is", "about 3[0] men", "[1]34 men"] {
            assert_eq!(pieces(quote), Vec::<Vec<String>>::new(), "{quote}");
        }
        assert_eq!(pieces("men[1] fled"), [["men", "fled"]]);
        assert_eq!(pieces("[T]he end"), [["The end"], ["the end"]]);
    }

    #[test]
    fn what_stands_word_for_word_is_told_as_it_is_written() {
        for (quote, words) in [
            ("“a” – b . . . c [sic] d", ["“a” – b", "c", "d"].as_slice()),
            ("[T]he end", &["The end"]),
            ("(a) […]", &["(a)"]),
        ] {
            assert_eq!(verbatim(quote), words, "{quote}");
        }
        for (quote, words) in [
            ("[T]he 12 men", "The 12 men"),
            ("killed people [34] in the camp", "killed people ... in the camp"),
            ("1 [sic] 200 (34)", "1 ... 200 (34)"),
            ("[34]", ""),
            ("no note", "no note"),
        ] {
            assert_eq!(without_notes(quote), words, "{quote}");
        }
        let many = "a ... ".repeat(MOST_PIECES + 1);
        assert!(verbatim(&many).len() > MOST_PIECES && readings(&many).is_empty());
    }
}
