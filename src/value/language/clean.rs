//! A text as the words of a language are compared in it: composed, without the marks that it may be written with or without.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::value::figures::rewritten;
use crate::value::tables::Writing;

/// What is done to each character.
#[derive(Debug, Default)]
pub(super) struct Clean {
    drop: Vec<char>,
    same: Vec<(char, String)>,
}

/// A text made clean, with where each of its bytes stands in the text as it was.
#[derive(Debug)]
pub(super) struct Cleaned {
    pub(super) text: String,
    /// Of each byte, and of the end.
    origin: Vec<usize>,
}

/// Characters that are written for an apostrophe within a word, and for a hyphen.
const STAND_INS: [(char, &str); 6] =
    [('\u{2BC}', "'"), ('\u{2B9}', "'"), ('`', "'"), ('\u{B4}', "'"), ('\u{2018}', "'"), ('\u{5BE}', "-")];

impl Clean {
    /// # Errors
    /// A `same` whose first is no single character.
    pub(super) fn new(writing: &Writing) -> Result<Self, String> {
        let one = |text: &String| {
            let mut chars = text.chars();
            chars
                .next()
                .filter(|_| chars.next().is_none())
                .ok_or_else(|| format!("`{text}` is not one character"))
        };
        let same = writing.same.iter().map(|[from, to]| Ok((one(from)?, to.clone())));
        Ok(Clean { drop: writing.drop.chars().collect(), same: same.collect::<Result<_, String>>()? })
    }

    /// A form of the language.
    pub(super) fn of(&self, text: &str) -> Cleaned {
        self.text(text, None)
    }

    /// A text in the language of a BCP 47 tag, with its figures as an English text has them.
    pub(super) fn text(&self, text: &str, language: Option<&str>) -> Cleaned {
        let mut cleaned = Cleaned { text: String::with_capacity(text.len()), origin: Vec::new() };
        let mut at = 0;
        for (figure, english) in rewritten(text, language) {
            self.plain(text, at..figure.start, &mut cleaned);
            cleaned.push(&english, figure.start);
            at = figure.end;
        }
        self.plain(text, at..text.len(), &mut cleaned);
        cleaned.origin.push(text.len());
        cleaned
    }

    fn plain(&self, text: &str, range: Range<usize>, cleaned: &mut Cleaned) {
        let part = &text[range.clone()];
        if is_nfc(part) {
            part.char_indices().for_each(|(at, c)| self.push(c, range.start + at, cleaned));
            return;
        }
        let mut chars = part.char_indices().peekable();
        while let Some((at, first)) = chars.next() {
            let mut cluster = first.to_string();
            while let Some((_, mark)) = chars.next_if(|(_, c)| is_combining_mark(*c)) {
                cluster.push(mark);
            }
            cluster.nfc().for_each(|c| self.push(c, range.start + at, cleaned));
        }
    }

    fn push(&self, c: char, at: usize, cleaned: &mut Cleaned) {
        if self.drop.contains(&c) {
            return;
        }
        let is = |from: char| from == c || c.to_lowercase().eq([from]);
        let own = self.same.iter().find(|(from, _)| is(*from)).map(|(_, to)| to.as_str());
        let stand_in = || STAND_INS.iter().find(|(from, _)| *from == c).map(|(_, to)| *to);
        cleaned.push(own.or_else(stand_in).unwrap_or(c.encode_utf8(&mut [0; 4])), at);
    }
}

impl Cleaned {
    fn push(&mut self, text: &str, at: usize) {
        self.text.push_str(text);
        self.origin.resize(self.text.len(), at);
    }

    /// Where bytes of it stand in the text as it was.
    pub(super) fn origin(&self, at: &Range<usize>) -> Range<usize> {
        self.origin[at.start]..self.origin[at.end]
    }
}
