//! A quantity that was found in words, and by what it was read.

use super::formula::{Formula, FromTo};
use super::quantifiers::Quantifiers;
use super::row::{QuantifierRow, shown};
use super::widths::Width;
use crate::value::number::{Measure, grouped};
use crate::value::shape::{Bare, Bounds};

/// A quantity that was found, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quantity {
    pub(crate) bounds: Bounds,
    pub(crate) by: ReadBy,
    /// What a scale word behind a vague word multiplied it by; 1 for none.
    pub(crate) times: i128,
    /// The number, where it was said bare.
    pub(crate) bare: Option<Bare>,
    /// What a denial of the words leaves.
    pub(crate) denied: Denied,
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

/// What a denial of some words leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Denied {
    /// Hard is all outside the soft set, soft all outside the hard one.
    OutsideSoft,
    /// All outside the hard set: of a rounded number, whoever denies it does not mean its last digits.
    OutsideHard,
    /// All below a number: of "at least n" and what means the same.
    Below(i128),
}

impl Quantity {
    /// How it was read, in a sentence for people: the table's row, or the dossier's own words.
    pub(crate) fn explained(&self, measure: Measure, quantifiers: &Quantifiers) -> String {
        let times = if self.times == 1 { String::new() } else { format!(", times {}", self.times) };
        match self.by {
            ReadBy::Row(row) => {
                let [hard, soft] = row.formulas();
                let rounded = self.rounded(row, measure);
                let own = match quantifiers.widths.set_for(row) {
                    None => String::new(),
                    Some(Width { hard: 0, soft }) => {
                        format!("; in this dossier soft by {soft}% of the number")
                    }
                    Some(Width { hard, soft }) => {
                        format!("; in this dossier hard by {hard}% of the number and soft by {soft}%")
                    }
                };
                format!("{} ({}): hard {hard}, soft {soft}{times}{rounded}{own}", row.name, row.shown_words())
            }
            ReadBy::Own([hard, soft]) => {
                format!("the dossier's own words: hard {}, soft {}{times}", shown(hard), shown(soft))
            }
        }
    }

    /// To what a bare number is rounded, where it is.
    fn rounded(&self, row: &QuantifierRow, measure: Measure) -> String {
        match self.bare {
            Some(bare) if row.formula != Formula::Exactly && row.formula != Formula::Estimated => {
                format!("; last digit said: {}", grouped(&measure.plain(bare.place)))
            }
            _ => String::new(),
        }
    }
}
