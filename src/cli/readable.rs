//! What words on the command line, or those of a program, may be read as.

use crate::audit::ReadAs;
use crate::error::{Error, ErrorKind};
use crate::value::language::{all_known, reads_words};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What to read words as.
    pub(super) enum Readable {
        Count = "count",
        Amount = "amount",
        Date = "date",
        Place = "place",
        Agent = "agent",
        Choice = "choice",
        Set = "set",
        YesNo = "yes-no",
        Text = "text",
    }
}

impl Readable {
    /// The same with what reading it needs: a unit for amounts, the options of a choice.
    ///
    /// # Errors
    /// A choice without options.
    pub(super) fn read_as(self, unit: Option<String>, options: Vec<String>) -> Result<ReadAs, Error> {
        Ok(match self {
            Readable::Count => ReadAs::Count,
            Readable::Amount => ReadAs::Amount { unit },
            Readable::Date => ReadAs::Date,
            Readable::Place => ReadAs::Place,
            Readable::Agent => ReadAs::Agent,
            Readable::Choice if options.is_empty() => {
                let error = Error::new(ErrorKind::Refused, "a choice is read by its options");
                return Err(error.hint("name them: `gainsay read choice --options drone,rocket drone`"));
            }
            Readable::Choice => ReadAs::Choice { options },
            Readable::Set => ReadAs::Set,
            Readable::YesNo => ReadAs::YesNo,
            Readable::Text => ReadAs::Text,
        })
    }
}

/// The tags of the languages whose words are read.
pub(super) fn read_tags() -> String {
    all_known()
        .map(|known| known.table.language.as_str())
        .fold("en".to_owned(), |all, tag| format!("{all}, {tag}"))
}

/// A language whose words are read.
pub(super) fn read_language(tag: &str) -> Result<String, String> {
    match reads_words(Some(tag)) {
        true => Ok(tag.to_owned()),
        false => Err(format!("no table reads its words; expected {}", read_tags())),
    }
}
