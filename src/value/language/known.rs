//! The languages whose words are put into English ones, each made ready when it is first asked for.

use std::sync::OnceLock;

use super::clean::Clean;
use super::forms::AllForms;
use super::numbers::Numbers;
use super::pieces::{Joined, Spelling};
use super::reader::Reader;
use super::saying::{self, Gives, Sayings};
use super::within::{FormedText, Ordinals, Points, Slash};
use super::written::{UNREAD, Written};
use crate::text::is_of;
use crate::value::number::Token;
use crate::value::tables::{LANGUAGES, Table, forms, number_of, table};

/// A language whose words are read.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) table: &'static Table,
    clean: Clean,
    forms: AllForms,
    /// The shortest first.
    prefixes: Vec<String>,
    sayings: Sayings,
}

/// By the numbers of their tables; nothing of English.
static KNOWN: [OnceLock<Known>; LANGUAGES] = [const { OnceLock::new() }; LANGUAGES];

/// The language of a BCP 47 tag; `None` where its words are not read, or are English.
pub(crate) fn known(tag: Option<&str>) -> Option<&'static Known> {
    known_at(number_of(tag?)?)
}

fn known_at(number: usize) -> Option<&'static Known> {
    let is_other = Some(number) != number_of("en");
    is_other.then(|| KNOWN[number].get_or_init(|| Known::of(table(number))))
}

/// All of them, by tag.
pub(crate) fn all_known() -> impl Iterator<Item = &'static Known> {
    (0..LANGUAGES).filter_map(known_at)
}

/// Whether number words, hedges and dates are read in the language of a BCP 47 tag; in one that is not declared they are, as English.
pub(crate) fn reads_words(tag: Option<&str>) -> bool {
    is_english(tag) || known(tag).is_some()
}

/// Whether a text of the language of a BCP 47 tag is read as English: where it is not declared too.
pub(crate) fn is_english(tag: Option<&str>) -> bool {
    tag.is_none_or(|tag| is_of(tag, "en"))
}

impl Known {
    fn of(table: &'static Table) -> Self {
        match Self::ready(table) {
            Ok(known) => known,
            Err(why) => unreachable!("each table is made ready in the tests: {why}"),
        }
    }

    /// # Errors
    /// What stops a table from being one of a language that is put into English.
    pub(super) fn ready(table: &'static Table) -> Result<Self, String> {
        let clean = Clean::new(&table.writing)?;
        let forms = AllForms::of(table, &clean)?;
        let list = table.writing.prefixes.split('|').filter(|prefix| !prefix.is_empty());
        let mut prefixes: Vec<String> = list.map(|prefix| clean.of(prefix).text).collect();
        prefixes.sort_by_key(String::len);
        let sayings = Sayings::of(&table.words, &clean);
        Ok(Known { table, clean, forms, prefixes, sayings })
    }

    /// What is written onto the front of a word, the shortest first.
    pub(crate) fn prefixes(&self) -> &[String] {
        &self.prefixes
    }

    /// A text in the words of the English table.
    pub(crate) fn legible(&self, text: &str) -> String {
        self.written(text, Some(&self.table.language)).text
    }

    /// Whether a text has words of its table, so that it reads otherwise than it is written.
    pub(crate) fn has_words(&self, text: &str) -> bool {
        self.legible(text).replace(UNREAD, "") != text
    }

    /// Words of a text as its lists have them.
    pub(crate) fn words(&self, tokens: &[Token]) -> Vec<String> {
        saying::words(tokens, &self.clean)
    }

    /// What the words of saying do that some words begin with, and how many those are.
    pub(crate) fn gives(&self, words: &[String]) -> Option<(usize, Gives)> {
        self.sayings.at(words)
    }

    /// Whether a word denies what stands beside it.
    pub(crate) fn denies(&self, word: &str) -> bool {
        self.sayings.denies(word)
    }

    /// Whether what is said goes on with a word in lower case, such as `that`.
    pub(crate) fn opens(&self, word: &str) -> bool {
        let is_elided = |form: &str| form.ends_with('\'') && word.replace('’', "'").starts_with(form);
        forms(&self.table.words.that).any(|form| form == word || is_elided(form))
    }

    /// Whether a word in lower case is an article.
    pub(crate) fn is_article(&self, word: &str) -> bool {
        forms(&self.table.words.articles).any(|form| form == word)
    }

    /// A text in those words with where each stands; `tag` says how figures are written.
    pub(super) fn written(&self, text: &str, tag: Option<&str>) -> Written {
        let joined = if self.table.writing.joined { Joined::Yes } else { Joined::No };
        let spelling = Spelling { forms: &self.forms, prefixes: &self.prefixes, joined };
        let pieces = spelling.pieces(&self.clean.text(text, tag));
        let writing = &self.table.writing;
        let points = if writing.doubtful_points { Points::Doubtful } else { Points::AsWritten };
        let slash = if writing.slash_decimals { Slash::BeforeDecimals } else { Slash::Sign };
        let numbers = Numbers { pieces: &pieces, order: &self.table.order, hedged: None };
        let ordinals = if writing.ordinal_stops { Ordinals::ByStop } else { Ordinals::Otherwise };
        Reader::new(FormedText { numbers, text, prefixes: &self.prefixes, points, slash, ordinals }).read()
    }
}
