//! The words of a stretch of text, as lists know them.

use std::ops::Range;

use super::language::ready;
use super::turn::Turn;
use crate::text::fold::fold_text;
use crate::text::glyph::{Glyph, extends, glyph};

/// What an apostrophe within a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apostrophe {
    /// The word goes on: `didn't`.
    Joins,
    /// It ends a word: `n'` and `a` in `n'a`.
    Parts,
}

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

/// Whether `word` negates in any language with a list, in any case and with any apostrophe.
pub(crate) fn is_negation(word: &str) -> bool {
    let word = plain(word);
    let negates = |phrase: &&super::language::Phrase| matches!(phrase.turns, Some((Turn::Negation, _)));
    ready().iter().any(|ready| {
        let alone = |phrase: &&super::language::Phrase| phrase.words.is_empty();
        let listed = ready.by_last.get(&word).into_iter().flatten();
        let open = ready.open.iter().filter(|phrase| phrase.words.len() == 1 && phrase.words[0].fits(&word));
        listed.filter(alone).find(negates).is_some() || open.filter(|_| true).find(negates).is_some()
    })
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

    #[test]
    fn negations_in_any_case_shape_and_language() {
        for word in ["not", "No", "didn't", "DIDN’T", "cannot", "keine", "jamais", "не", "לא", "لم"] {
            assert!(is_negation(word), "{word}");
        }
        for word in ["knot", "note", "denied", "noon", ""] {
            assert!(!is_negation(word), "{word}");
        }
    }
}
