//! What a note of the recorder's own may stand for: a few words, but no number, no negation and no name.

use std::ops::Range;

use super::pieces::{Aside, Gap};
use crate::text::glyph::{Glyph, glyph, is_content};
use crate::text::sentence::sentence_around;
use crate::text::turning::{Listed, Part, listed};

/// At most so many words of the text stand where the recorder's note does.
const NOTE_WORDS: usize = 3;

/// Words behind which stands what a number before them is of: `dozens of men`.
const PARTITIVES: &[&str] =
    &["of", "von", "de", "des", "du", "di", "dei", "degli", "delle", "del", "из", "із", "з", "من", "از"];

/// Whether the note before a piece that begins at `start` may stand for whatever the text has there.
pub(super) fn may_begin(text: &str, start: usize, note: Gap, language: Option<&str>) -> bool {
    let Some(asked) = Asked::of(note) else { return true };
    if text[..start].trim_end().ends_with(is_bracket) {
        return false;
    }
    let sentence = sentence_around(text, &(start..start));
    let lists = listed(language, &text[sentence.clone()]);
    for at in words_back(text, sentence.start..start).take(NOTE_WORDS) {
        match refused(text, &sentence, at, asked, &lists) {
            Told::Refused => return false,
            Told::Settled => return true,
            Told::Open => {}
        }
    }
    true
}

/// Whether the note behind a piece that ends at `end` may stand for whatever the text has there.
pub(super) fn may_end(text: &str, end: usize, note: Gap, language: Option<&str>) -> bool {
    let Some(asked) = Asked::of(note) else { return true };
    if text[end..].trim_start().starts_with(is_bracket) {
        return false;
    }
    let sentence = sentence_around(text, &(end..end));
    let lists = listed(language, &text[sentence.clone()]);
    let at = words(text, end..sentence.end).next();
    at.is_none_or(|at| refused(text, &sentence, at, asked, &lists) != Told::Refused)
}

/// Whether the note between two pieces may stand for the words between them.
pub(super) fn may_stand(text: &str, between: Range<usize>, note: Gap, language: Option<&str>) -> bool {
    let part = &text[between.clone()];
    if part.contains(is_bracket) {
        return false;
    }
    let stands: Vec<Range<usize>> = words(text, between.clone()).collect();
    if matches!(note, Gap::Aside(_)) {
        return stands.is_empty();
    }
    if stands.is_empty() {
        return true;
    }
    let is_stop = |c: char| matches!(c, '.' | '!' | '?' | ';' | '\u{3002}' | '\u{61F}');
    if part.split_whitespace().count() > NOTE_WORDS || stands.len() > NOTE_WORDS || part.contains(is_stop) {
        return false;
    }
    let sentence = sentence_around(text, &between);
    let lists = listed(language, &text[sentence.clone()]);
    stands.into_iter().all(|at| refused(text, &sentence, at, Asked::Name, &lists) != Told::Refused)
}

/// Whether it is a bracket of the text's own, of which a note in another would tell something else.
fn is_bracket(c: char) -> bool {
    matches!(c, '[' | ']')
}

/// What is asked of a word that a note may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// Whether it is a number.
    Number,
    /// Whether it is a number, a negation or a name.
    Name,
}

impl Asked {
    /// `None` for a gap that is no note, or a note that speaks of nothing else.
    fn of(note: Gap) -> Option<Self> {
        match note {
            Gap::Note => Some(Asked::Name),
            Gap::Aside(Aside::Number) => Some(Asked::Number),
            Gap::Aside(Aside::Sic) | Gap::Nothing | Gap::Elision => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Refused,
    /// The note stands for this word and no other.
    Settled,
    Open,
}

fn refused(text: &str, sentence: &Range<usize>, at: Range<usize>, asked: Asked, lists: &Listed) -> Told {
    let word = &text[at.clone()];
    match (lists.part(word), asked) {
        (Part::Number, _) => Told::Refused,
        (_, Asked::Number) => Told::Settled,
        (Part::Turning, _) => Told::Refused,
        (Part::Small, _) if PARTITIVES.contains(&word) => Told::Open,
        (Part::Small, _) => Told::Settled,
        (Part::Other, _) if may_be_name(text, sentence, &at) => Told::Refused,
        (Part::Other, _) => Told::Open,
    }
}

/// Whether a word may be a name: by its capital, unless that is the sentence's and the word is written small elsewhere; in a
/// script without capitals, whatever it is.
fn may_be_name(text: &str, sentence: &Range<usize>, at: &Range<usize>) -> bool {
    let word = &text[at.clone()];
    let Some(first) = word.chars().next() else { return false };
    if !first.is_lowercase() && !first.is_uppercase() {
        return first.is_alphabetic();
    }
    let opens = !text[sentence.start..at.start].contains(is_content);
    let small = || {
        let small: String = first.to_lowercase().chain(word.chars().skip(1)).collect();
        text.match_indices(&small).any(|(found, small)| {
            let around = (text[..found].chars().next_back(), text[found + small.len()..].chars().next());
            ![around.0, around.1].into_iter().flatten().any(char::is_alphanumeric)
        })
    };
    let hyphenated =
        || word.split(|c| glyph(c) == Glyph::Dash).skip(1).any(|part| part.starts_with(char::is_uppercase));
    first.is_uppercase() && !(opens && small()) || hyphenated()
}

/// The words of a stretch up to the first comma or the like, in order.
fn words(text: &str, within: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let part = &text[within.clone()];
    let end = part.find(parts).unwrap_or(part.len());
    let words = part[..end].split(|c: char| !is_of_word(c)).filter(|word| word.contains(is_content));
    words.map(move |word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    })
}

/// The words of a stretch behind its last comma or the like, the last first.
fn words_back(text: &str, within: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let part = &text[within.clone()];
    let start = part.char_indices().rev().find(|(_, c)| parts(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let mut all: Vec<Range<usize>> = words(text, within.start + start..within.end).collect();
    all.reverse();
    all.into_iter()
}

fn is_of_word(c: char) -> bool {
    is_content(c)
        || matches!(glyph(c), Glyph::Invisible | Glyph::SingleQuote | Glyph::Dash)
        || crate::text::glyph::extends(c)
}

/// Whether a mark parts what stands before it from what stands behind.
fn parts(c: char) -> bool {
    glyph(c) == Glyph::LongDash || matches!(c, ',' | ';' | ':' | '\u{60C}' | '\u{3001}' | '\u{FF0C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Israel launched the attack. He said so, twelve of them say. The old men, some men, did not see Iran \
                        burn. Men fled. They left. Dozens of men ran, and so said al-Houthi there. Both ran off.";

    fn begins(words: &str, note: Gap) -> bool {
        may_begin(TEXT, TEXT.find(words).unwrap(), note, Some("en"))
    }

    #[test]
    fn a_note_at_the_beginning_stands_for_no_name_number_or_negation() {
        assert!(!begins("launched", Gap::Note), "Israel");
        assert!(begins("said so", Gap::Note), "he");
        assert!(begins("twelve", Gap::Note), "behind a comma");
        assert!(!begins("of them", Gap::Note) && !begins("of them", Gap::Aside(Aside::Number)), "twelve");
        assert!(begins("of them", Gap::Aside(Aside::Sic)));
        assert!(!begins("see Iran", Gap::Note), "not");
        assert!(begins("fled", Gap::Note), "men, which is written small elsewhere");
        assert!(begins("left", Gap::Note), "they");
        assert!(!begins("ran, and", Gap::Note), "dozens of men");
        assert!(!begins("there", Gap::Note), "al-Houthi");
        assert!(!begins("ran off", Gap::Note), "both");
    }

    #[test]
    fn a_note_at_the_end_stands_for_none_either() {
        let ends = |words: &str| {
            let at = TEXT.find(words).unwrap();
            may_end(TEXT, at + words.len(), Gap::Note, Some("en"))
        };
        assert!(!ends("did not see") && ends("launched") && ends("He said so") && ends("Iran burn"));
    }

    #[test]
    fn a_note_between_stands_for_a_few_words_of_no_weight() {
        let between = |before: &str, behind: &str, note| {
            let from = TEXT.find(before).unwrap() + before.len();
            may_stand(TEXT, from..TEXT.find(behind).unwrap(), note, Some("en"))
        };
        assert!(between("launched", "attack", Gap::Note), "the");
        assert!(!between("did", "see Iran", Gap::Note), "not");
        assert!(!between("see", "burn", Gap::Note), "Iran");
        assert!(!between("launched", "attack", Gap::Aside(Aside::Sic)));
        assert!(between("launched", " the attack", Gap::Aside(Aside::Number)));
    }
}
