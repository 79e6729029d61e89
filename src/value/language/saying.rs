//! Words that give words to a speaker: verbs of saying, and words that stand before a speaker.

use super::clean::Clean;
use crate::value::number::{Token, tokens};
use crate::value::tables::SmallWords;

/// What a form does with the name beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gives {
    /// A verb of saying: whoever speaks stands before or behind it.
    Saying,
    /// Whoever speaks stands behind it: `according to`.
    AccordingTo,
}

/// The forms of a language.
#[derive(Debug)]
pub(super) struct Sayings {
    /// Each by its words, those of most words first.
    forms: Vec<(Vec<String>, Gives)>,
    /// Single words that deny what stands beside them.
    not: Vec<String>,
}

impl Sayings {
    pub(super) fn of(table: &SmallWords, clean: &Clean) -> Self {
        let list = |forms: &str| -> Vec<Vec<String>> {
            let forms = forms.split('|').map(|form| words(&tokens(&form.to_lowercase()), clean));
            forms.filter(|words| !words.is_empty()).collect()
        };
        let saying = list(&table.saying).into_iter().map(|words| (words, Gives::Saying));
        let according = list(&table.according_to).into_iter().map(|words| (words, Gives::AccordingTo));
        let mut forms: Vec<_> = saying.chain(according).collect();
        forms.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        let not = list(&table.not).into_iter().filter_map(|words| <[String; 1]>::try_from(words).ok());
        Sayings { forms, not: not.flatten().collect() }
    }

    /// The longest form that some words begin with, and of how many it is.
    pub(super) fn at(&self, words: &[String]) -> Option<(usize, Gives)> {
        let found = self.forms.iter().find(|(form, _)| words.starts_with(form));
        found.map(|(form, gives)| (form.len(), *gives))
    }

    pub(super) fn denies(&self, word: &str) -> bool {
        self.not.iter().any(|it| it == word)
    }
}

/// Words as they are compared.
pub(super) fn words(tokens: &[Token], clean: &Clean) -> Vec<String> {
    tokens.iter().map(|token| clean.of(&token.text).text).collect()
}
