//! A word of a closed vocabulary on the command line.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::vocabulary::Vocabulary;

/// Takes one of its words, and lists them in the help.
pub(super) fn one_of<V: Vocabulary + Send + Sync>() -> impl TypedValueParser<Value = V> {
    PossibleValuesParser::new(V::EVERY.iter().map(|it| it.word())).try_map(|word| {
        let meant = V::EVERY.iter().copied().find(|it| it.word() == word);
        meant.ok_or("no such word")
    })
}
