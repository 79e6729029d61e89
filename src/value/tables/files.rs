//! The files of all languages, each made a table when it is first asked for.

use std::sync::OnceLock;

use super::table::Table;
use crate::text::is_of;

/// How many languages have a table.
pub(crate) const LANGUAGES: usize = 9;

/// Each file by the first part of the BCP 47 tags of its language.
const FILES: [(&str, &str); LANGUAGES] = [
    ("ar", include_str!("ar.toml")),
    ("de", include_str!("de.toml")),
    ("en", include_str!("en.toml")),
    ("es", include_str!("es.toml")),
    ("fa", include_str!("fa.toml")),
    ("fr", include_str!("fr.toml")),
    ("he", include_str!("he.toml")),
    ("ru", include_str!("ru.toml")),
    ("uk", include_str!("uk.toml")),
];

static TABLES: [OnceLock<Table>; LANGUAGES] = [const { OnceLock::new() }; LANGUAGES];

/// Which of the tables is that of the language of a BCP 47 tag; `None` where it has none.
pub(crate) fn number_of(tag: &str) -> Option<usize> {
    FILES.iter().position(|(language, _)| is_of(tag, language))
}

/// A table by its number.
pub(crate) fn table(number: usize) -> &'static Table {
    TABLES[number].get_or_init(|| {
        let (_, file) = FILES[number];
        // The examples are left to the tests: they stand last.
        let file = if cfg!(test) { file } else { file.split("[[example]]").next().unwrap_or_default() };
        match Table::read(file) {
            Ok(table) => table,
            Err(why) => unreachable!("each file is read in the tests: {why}"),
        }
    })
}

/// All of them, by tag.
#[cfg(test)]
pub(crate) fn tables() -> impl Iterator<Item = &'static Table> {
    (0..LANGUAGES).map(table)
}

#[cfg(test)]
mod tests {
    use super::{FILES, table};

    #[test]
    fn each_file_says_the_language_that_it_is_found_by() {
        for (number, (tag, _)) in FILES.iter().enumerate() {
            assert_eq!(table(number).language, *tag);
        }
    }
}
