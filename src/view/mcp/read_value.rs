//! How values are read.

use serde::Serialize;

use super::paged::Item;
use super::quoted::{Quoted, WordsOf};
use crate::view::read::{Allowed, WordsRead};
use crate::view::sets::{Interval, OpenEnds};

/// A reading, or why there is none.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ReadValue {
    /// The words that were to be read.
    words: Quoted,
    /// All that they allow, of a count, an amount or a date, as intervals; absent of all other types, and where they were not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    hard: Option<Vec<Interval>>,
    /// How readers usually take them.
    #[serde(skip_serializing_if = "Option::is_none")]
    soft: Option<Vec<Interval>>,
    /// Which ends of an amount's intervals are left out; absent where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<OpenEnds>,
    /// All that they allow, as people write it; absent where they were not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    allows: Option<Quoted>,
    /// How readers usually take them, as people write it; absent where that is the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    usually: Option<Quoted>,
    /// The row of the table, or of the record's own words, by which they were read; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<Quoted>,
    /// Why they were not read; absent where they were.
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<Quoted>,
    /// What form was expected, or the nearest known name; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Quoted>,
}

impl Item for ReadValue {
    const SCHEMA: &'static str = "gainsay/mcp-read-value/1";

    fn quoted(&mut self) -> Vec<&mut Quoted> {
        let may_be = [&mut self.allows, &mut self.usually, &mut self.by, &mut self.refused, &mut self.help];
        [&mut self.words].into_iter().chain(may_be.into_iter().flatten()).collect()
    }
}

impl ReadValue {
    /// What some words were read as.
    pub(crate) fn new(read: WordsRead) -> Self {
        let ours = |words: String| WordsOf::Gainsay.says(words);
        let unread = |text: &str| ReadValue {
            words: WordsOf::Client.says(text),
            hard: None,
            soft: None,
            open: None,
            allows: None,
            usually: None,
            by: None,
            refused: None,
            help: None,
        };
        match read {
            WordsRead::Refused { text, error, help } => {
                ReadValue { refused: Some(ours(error)), help: help.map(ours), ..unread(&text) }
            }
            WordsRead::Read { text, hard, soft, open, by, shown: [allows, usually], .. } => ReadValue {
                hard: intervals(hard),
                soft: intervals(soft),
                open,
                usually: (usually != allows).then(|| ours(usually)),
                allows: Some(ours(allows)),
                by: by.map(ours),
                ..unread(&text)
            },
        }
    }
}

fn intervals(allowed: Allowed) -> Option<Vec<Interval>> {
    match allowed {
        Allowed::Intervals(intervals) => Some(intervals),
        Allowed::Words(_) => None,
    }
}
