//! A text as its words, each a number, with typography folded: most of a text needs neither folding nor a second look.

use std::ops::Range;

use super::fold::{Folded, fold_part};
use super::numbered::Numbered;
use super::words::tokens;

/// A text with its words, typography folded.
pub(super) struct Worded<'a> {
    text: &'a str,
    /// By word: two are the same where their numbers are.
    pub(super) numbers: Vec<u64>,
    /// By word: its first byte in the text.
    starts: Vec<usize>,
}

impl<'a> Worded<'a> {
    /// The words that [`tokens`] finds in the folded text. Where white space stands between letters or digits of ASCII, behind a stop or
    /// none, it folds to a space, and nothing on one side of it changes what becomes of the other: between two such places each part is
    /// taken by itself, and one of letters and digits alone is a word.
    pub(super) fn new(text: &'a str, numbers: &mut Numbered) -> Self {
        let likely = text.len() / 6 + 1;
        let mut words =
            Worded { text, numbers: Vec::with_capacity(likely), starts: Vec::with_capacity(likely) };
        let mut folded = Folded::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let end = word_end(bytes, at);
            let stop = end + usize::from(bytes.get(end).is_some_and(|byte| is_stop(*byte)));
            if end > at
                && let Some(next) = behind_gap(bytes, stop)
            {
                words.push(at, numbers.number(&text[at..end]));
                if stop > end {
                    words.push(end, numbers.number(&text[end..stop]));
                }
                at = next;
                continue;
            }
            let (end, next) = part_end(bytes, at);
            folded.clear();
            fold_part(text, at..end, &mut folded);
            for word in tokens(folded.as_str()) {
                let number = numbers.number(&folded.as_str()[word.clone()]);
                words.push(folded.cover(word).start, number);
            }
            at = next;
        }
        words
    }

    fn push(&mut self, start: usize, number: u64) {
        self.starts.push(start);
        self.numbers.push(number);
    }

    /// The text of a run of words with the white space behind them, and before them at the start of the text.
    pub(super) fn stretch(&self, run: Range<usize>) -> &'a str {
        if run.is_empty() {
            return "";
        }
        let start = if run.start == 0 { 0 } else { self.starts[run.start] };
        &self.text[start..self.starts.get(run.end).copied().unwrap_or(self.text.len())]
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

fn is_stop(byte: u8) -> bool {
    matches!(byte, b',' | b'.' | b';' | b':' | b'!' | b'?')
}

/// Where the letters and digits of ASCII end that begin at `at`.
fn word_end(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count()
}

/// Where the text goes on with a letter or a digit of ASCII behind white space that begins at `at`, or is over.
fn behind_gap(bytes: &[u8], at: usize) -> Option<usize> {
    let next = at + bytes[at..].iter().take_while(|byte| is_space(**byte)).count();
    match bytes.get(next) {
        None => Some(next),
        Some(byte) => (next > at && byte.is_ascii_alphanumeric()).then_some(next),
    }
}

/// Where the part ends that begins at `at`, and where the next one begins.
fn part_end(bytes: &[u8], at: usize) -> (usize, usize) {
    let is_word = |behind: usize| behind > at && bytes[behind - 1].is_ascii_alphanumeric();
    let mut end = at;
    while let Some(found) = bytes[end..].iter().position(|byte| is_space(*byte)) {
        end += found;
        let is_over = is_word(end) || end > at && is_stop(bytes[end - 1]) && is_word(end - 1);
        if let Some(next) = behind_gap(bytes, end).filter(|_| is_over) {
            return (end, next);
        }
        end += bytes[end..].iter().take_while(|byte| is_space(**byte)).count();
    }
    (bytes.len(), bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;
    use proptest::prelude::*;

    /// Words and their starts, found in the text folded as a whole.
    fn as_a_whole(text: &str) -> Vec<(usize, String)> {
        let folded = fold(text);
        let words = tokens(folded.as_str()).into_iter();
        words.map(|word| (folded.cover(word.clone()).start, folded.as_str()[word].to_owned())).collect()
    }

    /// Holds two texts in parts against the two as a whole: the same words where the numbers are the same.
    fn hold(texts: [&str; 2]) {
        let mut numbers = Numbered::of_bytes(0);
        let worded = texts.map(|text| Worded::new(text, &mut numbers));
        let whole = texts.map(as_a_whole);
        for (words, whole) in worded.iter().zip(&whole) {
            let starts: Vec<usize> = whole.iter().map(|(start, _)| *start).collect();
            assert_eq!(words.starts, starts, "{:?}", words.text);
            let expected: Vec<u64> = whole.iter().map(|(_, word)| numbers.number(word)).collect();
            assert_eq!(words.numbers, expected, "{:?}", words.text);
        }
    }

    #[test]
    fn a_text_in_parts_has_the_words_of_the_whole() {
        for text in [
            "",
            " \n",
            "Two men\nfled at dawn.",
            "  “We won’t go…” — 34\u{A0}died , he said. The gov\u{AD}ernment\r\n\r\nsaid so",
            "Colo-\nnel and COVID-\n\n19, 5 .5 and a .com, m ² x\u{AD}\n y",
            "a (b ) c [ d, 3. e. . f x' y 'z'. \u{301}a e\u{301} f",
            "死者3人 a 5\n人 b.\u{301} c , d",
        ] {
            hold([text, "We said so - colonel"]);
        }
    }

    #[test]
    fn letters_and_digits_alone_are_parts() {
        let bytes = "ab, c-\nd e 'f' g.\n".as_bytes();
        assert_eq!(behind_gap(bytes, 3), Some(4));
        assert_eq!(part_end(bytes, 4), (8, 9), "the line break behind the hyphen is within a word");
        assert_eq!(part_end(bytes, 9), (17, 18), "a quotation mark folds by what stands around it");
    }

    proptest! {
        #[test]
        fn any_text_in_parts_has_the_words_of_the_whole(
            a in "[ab5 \n\r\t.,;:!?'\"(\\[\\])%$²ﬁ\u{AD}\u{A0}\u{301}\u{200B}é一–—-]{0,60}",
            b in "([ab5]{1,2}[ \n.,'\"“”„«»’()\u{AD}\u{301}²-]{1,3}){0,20}",
        ) {
            hold([&a, &b]);
        }
    }
}
