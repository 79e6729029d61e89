//! A quantity that was found in words, and by what it was read.

use super::formula::FromTo;
use super::table::{QuantifierRow, shown};
use crate::value::shape::Bounds;

/// A quantity that was found, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quantity {
    pub(crate) bounds: Bounds,
    pub(crate) by: ReadBy,
    /// What a scale word behind a vague word multiplied it by; 1 for none.
    pub(crate) times: i128,
    /// The token behind it.
    pub(crate) end: usize,
}

/// By what a quantity was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadBy {
    /// A row of the table.
    Row(&'static QuantifierRow),
    /// The dossier's own ends for its own words, hard and soft.
    Own([FromTo; 2]),
}

impl Quantity {
    /// How it was read, in a sentence for people: the table's row, or the dossier's own words.
    pub(crate) fn explained(&self) -> String {
        let times = if self.times == 1 { String::new() } else { format!(", times {}", self.times) };
        match self.by {
            ReadBy::Row(row) => {
                let [hard, soft] = row.formulas();
                format!("{} ({}): hard {hard}, soft {soft}{times}", row.name, row.words())
            }
            ReadBy::Own([hard, soft]) => {
                format!("the dossier's own words: hard {}, soft {}{times}", shown(hard), shown(soft))
            }
        }
    }
}
