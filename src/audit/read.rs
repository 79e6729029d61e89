//! How words are read as a value, with a dossier or without one.

use super::open::Audit;
use crate::model::Dossier;
use crate::value::types::{Kind, Options};
use crate::view::read::{RowTold, WordsRead};

/// What words are to be read as: a type of question, with what reading its values needs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadAs {
    /// A number of things or people.
    Count,
    /// A quantity, or money.
    Amount {
        /// What it may be said in; `None` for a bare number.
        unit: Option<String>,
    },
    /// A day, a stretch of days, or a moment.
    Date,
    /// A place of the dossier, by its id.
    Place,
    /// An agent of the dossier, by its id.
    Agent,
    /// One or more of some options.
    Choice {
        /// All that there are.
        options: Vec<String>,
    },
    /// Several agents, places or words.
    Set,
    /// Yes or no.
    YesNo,
    /// Words, which are shown and not compared.
    Text,
}

impl ReadAs {
    fn kind(&self) -> Kind {
        match self {
            ReadAs::Count => Kind::Count,
            ReadAs::Amount { unit } => Kind::Amount { unit: unit.clone() },
            ReadAs::Date => Kind::Date,
            ReadAs::Place => Kind::Place { many: false },
            ReadAs::Agent => Kind::Agent { many: false },
            ReadAs::Choice { options } => Kind::Choice { options: Options::plain(options) },
            ReadAs::Set => Kind::Set,
            ReadAs::YesNo => Kind::YesNo,
            ReadAs::Text => Kind::Text,
        }
    }
}

/// Reads words as a value: all that they allow, and how readers usually take them.
///
/// ```
/// use gainsay::view::read::WordsRead;
/// use gainsay::{ReadAs, read};
///
/// let read = |words: &str| match read(&ReadAs::Count, words) {
///     WordsRead::Read { shown: [hard, soft], .. } => (hard, soft),
///     WordsRead::Refused { error, .. } => panic!("{error}"),
/// };
/// assert_eq!(read("three"), ("3".to_owned(), "3".to_owned()));
/// assert_eq!(read("nearly 200"), ("160 to 200".to_owned(), "180 to 199".to_owned()));
/// assert_eq!(read("dozens"), ("13 or more".to_owned(), "24 to 99".to_owned()));
/// ```
#[must_use]
pub fn read(read_as: &ReadAs, words: &str) -> WordsRead {
    read_in(&Dossier::default(), read_as, (words, None), RowTold::No)
}

/// Reads words of a language with the quantifiers and the ids of a dossier.
pub(crate) fn read_in(
    dossier: &Dossier,
    read_as: &ReadAs,
    words: (&str, Option<&str>),
    row_told: RowTold,
) -> WordsRead {
    WordsRead::new(dossier, &read_as.kind(), words, row_told)
}

impl Audit {
    /// Reads words as [`read`] does, with the quantifiers and by the ids of this dossier.
    #[must_use]
    pub fn read(&self, read_as: &ReadAs, words: &str) -> WordsRead {
        read_in(&self.dossier, read_as, (words, None), RowTold::No)
    }
}
