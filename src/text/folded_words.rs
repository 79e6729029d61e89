//! The words of a text as numbers: case, accents, quotation marks and hyphens make no difference.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::glyph::{Glyph, glyph, is_unspaced};

/// A folded word, as its hash.
pub(crate) type Word = u32;

const SEED: u32 = 0x811C_9DC5;
const PRIME: u32 = 0x0100_0193;

/// What an ASCII character is to a word: its small form, or nothing (`APART`), or passed over (`WITHIN`).
const ASCII: [u8; 128] = ascii();
const APART: u8 = 0;
const WITHIN: u8 = 1;

const fn ascii() -> [u8; 128] {
    let mut table = [APART; 128];
    let mut c = 0u8;
    while c < 128 {
        if c.is_ascii_alphanumeric() {
            table[c as usize] = c.to_ascii_lowercase();
        }
        c += 1;
    }
    table[b'\'' as usize] = WITHIN;
    table
}

/// Gives each word of `text`, folded, and its bytes: runs of letters and digits, apostrophes within them passed over.
/// A character of a script written without spaces is a word by itself.
pub(crate) fn each_word(text: &str, mut give: impl FnMut(Word, Range<usize>)) {
    let bytes = text.as_bytes();
    let (mut hash, mut start, mut end) = (SEED, 0, 0);
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte < 128 {
            match ASCII[byte as usize] {
                APART => {
                    if end > start {
                        give(mixed(hash), start..end);
                    }
                    (hash, start, end) = (SEED, at + 1, at + 1);
                }
                WITHIN if end == start => (start, end) = (at + 1, at + 1),
                WITHIN => {}
                small => {
                    hash = (hash ^ u32::from(small)).wrapping_mul(PRIME);
                    end = at + 1;
                }
            }
            at += 1;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let next = at + c.len_utf8();
        let passed_over = matches!(glyph(c), Glyph::SingleQuote | Glyph::Invisible) || is_combining_mark(c);
        let is_alone = is_unspaced(c);
        if (is_alone || !c.is_alphanumeric() && !passed_over) && end > start {
            give(mixed(hash), start..end);
        }
        if is_alone {
            give(mixed((SEED ^ u32::from(c)).wrapping_mul(PRIME)), at..next);
        }
        if is_alone || !c.is_alphanumeric() && !passed_over || passed_over && end == start {
            (hash, start, end) = (SEED, next, next);
        } else if !passed_over {
            decompose_compatible(c, |part| {
                if !is_combining_mark(part) {
                    for small in part.to_lowercase() {
                        hash = (hash ^ u32::from(small)).wrapping_mul(PRIME);
                    }
                }
            });
            end = next;
        }
        at = next;
    }
    if end > start {
        give(mixed(hash), start..end);
    }
}

fn mixed(hash: u32) -> Word {
    let hash = (hash ^ hash >> 16).wrapping_mul(0x85EB_CA6B);
    hash ^ hash >> 13
}

/// The stretches of a text that stand between double quotation marks, without the marks.
///
/// A straight mark opens and closes in turn; one that is still open at a blank line closes there, as does a
/// quotation of several paragraphs, each of which opens anew.
pub(crate) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut line_is_blank = false;
    for (at, c) in text.char_indices() {
        let closes = match c {
            '\n' if line_is_blank => true,
            '”' | '»' | '」' | '』' => true,
            '"' | '＂' => open.is_some(),
            _ => false,
        };
        if closes {
            found.extend(open.take().map(|start| start..at));
        } else if matches!(c, '“' | '„' | '«' | '「' | '『' | '"' | '＂') {
            open.get_or_insert(at + c.len_utf8());
        }
        line_is_blank = c == '\n' || line_is_blank && c.is_whitespace();
    }
    found.extend(open.map(|start| start..text.len()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<(Word, &str)> {
        let mut words = Vec::new();
        each_word(text, |word, at| words.push((word, &text[at])));
        words
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let words: Vec<&str> = folded("‘They don’t’, at 10:30 — 'anti-war' «naïve» 死者3人")
            .into_iter()
            .map(|it| it.1)
            .collect();
        assert_eq!(words, ["They", "don’t", "at", "10", "30", "anti", "war", "naïve", "死", "者", "3", "人"]);
    }

    #[test]
    fn case_accents_and_typography_make_no_difference() {
        let numbers = |text| folded(text).into_iter().map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(numbers("The NAÏVE don't ﬁll"), numbers("the nai\u{308}ve don’t fi\u{AD}ll"));
        assert_ne!(numbers("not"), numbers("now"));
        assert_ne!(numbers("a b"), numbers("ab"));
    }

    #[test]
    fn quotations_are_what_stands_between_the_marks() {
        let text = "He said “three “or” four”. \"Five\", she said: \"six\n\nseven. «Huit»";
        let quoted: Vec<&str> = quotations(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(quoted, ["three “or", "Five", "six\n", "Huit"]);
    }

    proptest! {
        #[test]
        fn words_stand_where_they_are_said_to(text in "\\PC{0,40}") {
            let mut last = 0;
            for (_, word) in folded(&text) {
                let at = word.as_ptr() as usize - text.as_ptr() as usize;
                prop_assert!(at >= last && !word.is_empty() && !word.contains(' '));
                last = at + word.len();
            }
        }
    }
}
