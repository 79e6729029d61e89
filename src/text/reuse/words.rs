//! The words of a text as numbers: case, accents, quotation marks and hyphens make no difference.

use std::ops::Range;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::text::glyph::{Glyph, glyph, is_unspaced};

/// A word, folded, as its hash.
pub(crate) type WordHash = u32;

/// The words of a text, folded, as numbers: enough to compare it with others.
pub(crate) type WordHashes = Box<[WordHash]>;

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

/// The folded words of a text.
pub(crate) fn words(text: &str) -> WordHashes {
    let mut words = Vec::with_capacity(text.len() / 5);
    each_word(text, |word, _| words.push(word));
    // They are held for long: with no room behind them.
    Box::from(words.as_slice())
}

/// Where each folded word of a text stands.
pub(crate) fn spans(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::with_capacity(text.len() / 5);
    each_word(text, |_, at| spans.push(at));
    spans
}

/// Gives each word of `text`, folded, and its bytes: runs of letters and digits, apostrophes within them passed over.
/// A character of a script written without spaces is a word by itself.
fn each_word(text: &str, mut give: impl FnMut(WordHash, Range<usize>)) {
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

fn mixed(hash: u32) -> WordHash {
    let hash = (hash ^ hash >> 16).wrapping_mul(0x85EB_CA6B);
    hash ^ hash >> 13
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<(WordHash, &str)> {
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
