//! The words of a text and the forms among them: prefixes taken off, numbers that are written together taken apart.

use std::collections::VecDeque;
use std::ops::Range;

use super::clean::Cleaned;
use super::forms::{AllForms, Meaning};
use crate::value::number::{Make, tokens};

/// A word, a number in digits or a sign, or several words that are one form.
#[derive(Clone, Debug)]
pub(super) struct Piece<'l> {
    /// As it is compared.
    pub(super) text: String,
    /// Where it stands in the text as it was.
    pub(super) at: Range<usize>,
    pub(super) make: Make,
    /// Whether nothing stands between it and the piece before.
    pub(super) glued: bool,
    /// Whether it is a part of what is written as one word.
    pub(super) is_part: bool,
    /// What the form may mean; nothing of what is no form.
    pub(super) meanings: &'l [Meaning],
    /// How many letters its last word has.
    pub(super) letters: usize,
}

/// What a language lays down about how its words are written.
#[derive(Debug)]
pub(super) struct Spelling<'l> {
    pub(super) forms: &'l AllForms,
    /// The shortest first.
    pub(super) prefixes: &'l [String],
    pub(super) joined: Joined,
}

/// Whether numbers are written together as one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joined {
    Yes,
    No,
}

/// A word before forms are found.
struct Word {
    text: String,
    at: Range<usize>,
    make: Make,
    glued: bool,
    /// Whether it is a part of what is written as one word.
    is_part: bool,
}

/// A form that stands somewhere.
struct Stands<'l> {
    meanings: &'l [Meaning],
    /// How many words it has.
    count: usize,
    /// What its last word is written onto.
    behind: Option<String>,
}

/// How many parts a number that is written together may have.
const MOST_PARTS: usize = 12;

impl<'l> Spelling<'l> {
    /// The pieces of a text, in order. A word is taken apart where no form begins with it.
    pub(super) fn pieces(&self, cleaned: &Cleaned) -> Vec<Piece<'l>> {
        let all = tokens(&cleaned.text);
        let words = all.iter().map(|token| Word {
            text: token.text.to_string(),
            at: cleaned.origin(&token.at),
            make: token.make,
            glued: token.glued,
            is_part: false,
        });
        let mut rest: VecDeque<Word> = words.collect();
        let mut pieces = Vec::with_capacity(rest.len());
        while let Some(word) = rest.front() {
            let form = self.form(&rest);
            if form.is_none() && word.make == Make::Word && self.take_apart(&mut rest) {
                continue;
            }
            let Stands { meanings, count, behind } =
                form.unwrap_or(Stands { meanings: &[], count: 1, behind: None });
            let Some(word) = rest.pop_front() else { break };
            let last = rest.drain(..count - 1).next_back();
            let (end, letters) = match &last {
                Some(last) => (last.at.end, last.text.chars().count()),
                None => (word.at.end, word.text.chars().count()),
            };
            if let Some(text) = behind {
                let at = last.as_ref().unwrap_or(&word).at.clone();
                rest.push_front(Word { text, at, make: Make::Word, glued: true, is_part: true });
            }
            let Word { text, at, make, glued, is_part } = word;
            let last = last.map_or_else(|| text.clone(), |last| last.text);
            if !meanings.is_empty() && self.prefixes.contains(&last) && self.is_joined(&rest, 0) {
                rest.pop_front();
            }
            pieces.push(Piece { text, at: at.start..end, make, glued, is_part, meanings, letters });
        }
        pieces
    }

    /// The longest form that the words begin with.
    fn form(&self, words: &VecDeque<Word>) -> Option<Stands<'l>> {
        let forms: &'l AllForms = self.forms;
        let stands = forms.starting(&words.front()?.text).iter().filter_map(|form| {
            let (mut end, mut behind) = (1, None);
            for (nth, expected) in form.words.iter().enumerate().skip(1) {
                if words.get(end).is_some_and(|word| word.make == Make::Hyphen && word.glued)
                    && words.get(end + 1).is_some_and(|word| word.glued)
                {
                    end += 1;
                }
                // Some languages part the words of a hedge by a comma: `more, than 20`.
                end += usize::from(words.get(end).is_some_and(|word| word.text == "," && word.glued));
                let word = words.get(end)?;
                if word.text != *expected {
                    let is_last = nth + 1 == form.words.len() && self.prefixes.contains(expected);
                    let rest = word
                        .text
                        .strip_prefix(expected.as_str())
                        .filter(|rest| is_last && self.is_read(rest))?;
                    behind = Some(rest.to_owned());
                }
                end += 1;
            }
            Some(Stands { meanings: &form.meanings, count: end, behind })
        });
        stands.max_by_key(|stands| (stands.count, stands.behind.is_none()))
    }

    /// Whether a word is a form, or the parts of a number.
    fn is_read(&self, word: &str) -> bool {
        !word.is_empty() && (!self.forms.starting(word).is_empty() || self.parts(word).is_some())
    }

    /// Takes the first word apart: a prefix with a hyphen behind it, a prefix and a form, or the parts of a number. Whether it is.
    fn take_apart(&self, rest: &mut VecDeque<Word>) -> bool {
        if self.prefixes.contains(&rest[0].text) && self.is_joined(rest, 1) {
            rest.remove(1);
            rest[0].is_part = true;
            return true;
        }
        let Some(parts) = self.split(&rest[0].text) else { return false };
        let Some(word) = rest.pop_front() else { return false };
        for (index, text) in parts.into_iter().enumerate().rev() {
            let glued = index > 0 || word.glued;
            rest.push_front(Word { text, at: word.at.clone(), make: Make::Word, glued, is_part: true });
        }
        true
    }

    /// Whether a hyphen stands there that joins what is before it to a number or a form.
    fn is_joined(&self, words: &VecDeque<Word>, at: usize) -> bool {
        let hyphen = words.get(at).is_some_and(|word| word.make == Make::Hyphen && word.glued);
        let means = |word: &Word| word.make == Make::Digits || self.is_read(&word.text);
        hyphen && words.get(at + 1).is_some_and(|next| next.glued && means(next))
    }

    /// A word that is no form, as a prefix and a form, or as the parts of a number.
    fn split(&self, word: &str) -> Option<Vec<String>> {
        let behind = self.prefixes.iter().find_map(|prefix| {
            let rest = word.strip_prefix(prefix.as_str()).filter(|rest| !rest.is_empty())?;
            self.is_read(rest).then(|| vec![prefix.clone(), rest.to_owned()])
        });
        behind.or_else(|| self.parts(word))
    }

    /// The number words that one word is made of, two at least.
    fn parts(&self, word: &str) -> Option<Vec<String>> {
        if self.joined == Joined::No {
            return None;
        }
        let mut parts = Vec::new();
        self.cut(word, &mut parts).then_some(parts).filter(|parts| parts.len() > 1)
    }

    fn cut(&self, rest: &str, parts: &mut Vec<String>) -> bool {
        if rest.is_empty() {
            return true;
        }
        let longest = self.forms.longest();
        if rest.len() > (MOST_PARTS - parts.len()) * longest {
            return false;
        }
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= longest);
        for end in ends.collect::<Vec<_>>().into_iter().rev() {
            if self.forms.meanings(&rest[..end]).iter().any(is_of_number) {
                parts.push(rest[..end].to_owned());
                if self.cut(&rest[end..], parts) {
                    return true;
                }
                parts.pop();
            }
        }
        false
    }
}

fn is_of_number(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Number(number) => !number.is_about,
        Meaning::Scale(scale) => scale.behind,
        Meaning::And => true,
        _ => false,
    }
}
