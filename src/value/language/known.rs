//! The languages whose words are read, each made ready when it is first asked for.

use std::sync::LazyLock;

use super::clean::Clean;
use super::forms::AllForms;
use super::numbers::Numbers;
use super::pieces::{Joined, Spelling};
use super::reader::Reader;
use super::saying::{self, Gives, Sayings};
use super::table::Table;
use super::within::{FormedText, Points, Slash};
use super::written::{UNREAD, Written};
use crate::text::is_of;
use crate::value::number::Token;

/// A language whose words are read.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) table: Table,
    clean: Clean,
    forms: AllForms,
    /// The shortest first.
    prefixes: Vec<String>,
    sayings: Sayings,
}

/// Each file by the first part of the BCP 47 tags of its language.
static FILES: [(&str, LazyLock<Known>); 8] = [
    ("ar", LazyLock::new(|| Known::of(include_str!("ar.toml")))),
    ("de", LazyLock::new(|| Known::of(include_str!("de.toml")))),
    ("es", LazyLock::new(|| Known::of(include_str!("es.toml")))),
    ("fa", LazyLock::new(|| Known::of(include_str!("fa.toml")))),
    ("fr", LazyLock::new(|| Known::of(include_str!("fr.toml")))),
    ("he", LazyLock::new(|| Known::of(include_str!("he.toml")))),
    ("ru", LazyLock::new(|| Known::of(include_str!("ru.toml")))),
    ("uk", LazyLock::new(|| Known::of(include_str!("uk.toml")))),
];

/// The language of a BCP 47 tag; `None` where its words are not read, or are English.
pub(crate) fn known(tag: Option<&str>) -> Option<&'static Known> {
    let tag = tag?;
    FILES.iter().find(|(language, _)| is_of(tag, language)).map(|(_, known)| &**known)
}

/// All of them, by tag.
pub(crate) fn all_known() -> impl Iterator<Item = &'static Known> {
    FILES.iter().map(|(_, known)| &**known)
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
    /// The examples are left to the tests: they stand last.
    fn of(file: &str) -> Self {
        let file = if cfg!(test) { file } else { file.split("[[example]]").next().unwrap_or_default() };
        match Self::read(file) {
            Ok(known) => known,
            Err(why) => unreachable!("each file is read in the tests: {why}"),
        }
    }

    /// # Errors
    /// What stops a file from being one of a language.
    pub(super) fn read(file: &str) -> Result<Self, String> {
        let table = Table::read(file)?;
        let clean = Clean::new(&table.writing)?;
        let forms = AllForms::of(&table, &clean)?;
        let list = table.writing.prefixes.split('|').filter(|prefix| !prefix.is_empty());
        let mut prefixes: Vec<String> = list.map(|prefix| clean.of(prefix).text).collect();
        prefixes.sort_by_key(String::len);
        let sayings = Sayings::of(&table.words, &clean);
        Ok(Known { table, clean, forms, prefixes, sayings })
    }

    /// A text in the words of the one table.
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

    /// A text in those words with where each stands; `tag` says how figures are written.
    pub(super) fn written(&self, text: &str, tag: Option<&str>) -> Written {
        let joined = if self.table.writing.joined { Joined::Yes } else { Joined::No };
        let spelling = Spelling { forms: &self.forms, prefixes: &self.prefixes, joined };
        let pieces = spelling.pieces(&self.clean.text(text, tag));
        let writing = &self.table.writing;
        let points = if writing.doubtful_points { Points::Doubtful } else { Points::AsWritten };
        let slash = if writing.slash_decimals { Slash::BeforeDecimals } else { Slash::Sign };
        let numbers = Numbers { pieces: &pieces, order: &self.table.order, hedged: None };
        Reader::new(FormedText { numbers, text, prefixes: &self.prefixes, points, slash }).read()
    }
}

#[cfg(test)]
mod tests {
    use super::FILES;

    #[test]
    fn each_file_says_the_language_that_it_is_found_by() {
        for (tag, known) in &FILES {
            assert_eq!(known.table.language, *tag);
        }
    }
}
