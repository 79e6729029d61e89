//! The words of a stretch of text, as lists know them.

use std::ops::Range;

use super::language::Apostrophe;
use crate::text::fold::fold_text;
use crate::text::glyph::{Glyph, extends, glyph};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// In small letters, its typography folded.
    pub(super) plain: String,
    /// Its bytes.
    pub(super) at: Range<usize>,
    /// Whether a comma or the like stands between it and the word before.
    pub(super) parted: bool,
}

/// A word as lists have it: in small letters, its typography folded.
pub(super) fn plain(word: &str) -> String {
    // An apostrophe at the end of a word folds to a quotation mark.
    fold_text(word).to_lowercase().replace('"', "'")
}

/// The words of a text, in order. A hyphen parts words, and no comma stands there.
pub(super) fn said(text: &str, apostrophe: Apostrophe) -> Vec<Said> {
    let mut words: Vec<Said> = Vec::new();
    let (mut start, mut parted) = (None, false);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_letter = || {
            let rest = &text[at + c.len_utf8()..];
            rest.starts_with(char::is_alphanumeric) || rest.is_empty() && apostrophe == Apostrophe::Parts
        };
        let part = c.is_alphanumeric() || extends(c);
        let inner = start.is_some() && (glyph(c) == Glyph::Invisible || is_apostrophe(c) && next_is_letter());
        if part || inner {
            start.get_or_insert(at);
        }
        let end = at + c.len_utf8();
        let ends =
            !(part || inner) || is_apostrophe(c) && apostrophe == Apostrophe::Parts || chars.peek().is_none();
        if let Some(first) = start.filter(|_| ends) {
            let at = first..if part || inner { end } else { at };
            words.push(Said { plain: plain(&text[at.clone()]), at, parted });
            (start, parted) = (None, false);
        }
        parted |= !(part || inner) && parts(c);
    }
    words
}

fn is_apostrophe(c: char) -> bool {
    glyph(c) == Glyph::SingleQuote
}

/// Whether a mark between two words parts a sentence: any but spaces, hyphens, quotation marks and brackets.
fn parts(c: char) -> bool {
    match glyph(c) {
        Glyph::Space | Glyph::Invisible | Glyph::DoubleQuote | Glyph::SingleQuote => false,
        Glyph::Dash => !matches!(c, '-' | '\u{2010}' | '\u{2011}'),
        _ => !matches!(c, '(' | ')' | '[' | ']' | '/' | '&' | '$' | '€' | '£' | '%' | '#'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, apostrophe: Apostrophe) -> Vec<String> {
        said(text, apostrophe).into_iter().map(|word| word.plain).collect()
    }

    #[test]
    fn words_are_taken_with_their_apostrophes_or_parted_by_them() {
        assert_eq!(words("They didn’t, he SAID", Apostrophe::Joins), ["they", "didn't", "he", "said"]);
        assert_eq!(words("L’armée n’a pas", Apostrophe::Parts), ["l'", "armée", "n'", "a", "pas"]);
        assert_eq!(words("the guards' anti-war", Apostrophe::Joins), ["the", "guards", "anti", "war"]);
        assert_eq!(words("", Apostrophe::Joins), [""; 0]);
    }

    #[test]
    fn commas_part_words_and_quotation_marks_do_not() {
        let parted =
            |text| said(text, Apostrophe::Joins).into_iter().map(|word| word.parted).collect::<Vec<_>>();
        assert_eq!(parted("no, “two” (men); fled – so"), [false, true, false, true, true]);
    }
}
