//! Phrases of the lists made ready.

use std::ops::RangeInclusive;

use super::language::{Side, Turn};
use super::said::plain;

/// What a phrase does, and the words of it but for its last, read backwards.
pub(super) struct Phrase {
    /// `None` for one that turns nothing.
    pub(super) turns: Option<(Turn, Side)>,
    pub(super) words: Vec<Pattern>,
    /// How many words of a text it may be, the last among them.
    pub(super) length: RangeInclusive<usize>,
}

/// So many words may stand where a phrase has `..`.
pub(super) const MOST_ANY: usize = 4;

impl Phrase {
    /// A phrase of these words and, where `last` is one, its last besides.
    pub(super) fn new(turns: Option<(Turn, Side)>, words: Vec<Pattern>, last: usize) -> Self {
        let any = words.iter().filter(|word| matches!(word, Pattern::Any)).count();
        let least = words.len() - any + last;
        Phrase { turns, words, length: least..=least + any * MOST_ANY }
    }
}

/// A word of a phrase.
#[derive(Clone)]
pub(super) enum Pattern {
    Word(String),
    Begins(String),
    Ends(String),
    /// A word that a colon may part from the next.
    Label(String),
    /// Any few words that turn nothing themselves.
    Any,
}

/// Every phrase that a list has with alternatives in it: `is/was false` is two.
pub(super) fn spelled_out(phrases: &str) -> Vec<String> {
    let mut all = Vec::new();
    for phrase in phrases.split('|').filter(|phrase| !phrase.is_empty()) {
        let mut forms = vec![String::new()];
        for word in phrase.split(' ') {
            let with = |form: &String| {
                let begun = if form.is_empty() { String::new() } else { format!("{form} ") };
                word.split('/').map(move |word| format!("{begun}{word}")).collect::<Vec<_>>()
            };
            forms = forms.iter().flat_map(with).collect();
        }
        all.extend(forms);
    }
    all
}

impl Pattern {
    pub(super) fn new(word: &str, letters: &str) -> Self {
        if word == ".." {
            return Pattern::Any;
        }
        match (word.strip_suffix('*'), word.strip_prefix('*'), word.strip_suffix(':')) {
            (Some(head), _, _) => Pattern::Begins(plain(head, letters)),
            (_, Some(tail), _) => Pattern::Ends(plain(tail, letters)),
            (_, _, Some(label)) => Pattern::Label(plain(label, letters)),
            _ => Pattern::Word(plain(word, letters)),
        }
    }

    /// What a word that it stands for begins with; `None` where that is not told.
    pub(super) fn head(&self) -> Option<&str> {
        match self {
            Pattern::Word(head) | Pattern::Label(head) | Pattern::Begins(head) => Some(head),
            Pattern::Ends(_) | Pattern::Any => None,
        }
    }

    pub(super) fn fits(&self, word: &str) -> bool {
        match self {
            Pattern::Word(other) | Pattern::Label(other) => word == other,
            Pattern::Begins(head) => word.starts_with(head.as_str()),
            Pattern::Ends(tail) => word.ends_with(tail.as_str()),
            Pattern::Any => false,
        }
    }
}
