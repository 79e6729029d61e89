//! What one row of the table of quantifiers has.

use super::formula::{BeforeScale, Formula, FromTo};
use super::row_words::{RowWords, words_of};
use crate::value::number::Edge;

/// One row of the table of semantics.md, section 1.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct QuantifierRow {
    /// In kebab-case.
    pub(crate) name: &'static str,
    /// How the docs show its words, see [`RowWords::shown`]; empty where they are those that stand alone.
    pub(super) shown_words: &'static str,
    pub(crate) formula: Formula,
    /// Empty where each of its words is one.
    pub(super) examples: &'static [&'static str],
    /// The hard and the soft formula as the docs show them; empty where they are plain numbers.
    pub(super) shown: [&'static str; 2],
}

impl QuantifierRow {
    /// The words that say it.
    pub(crate) fn words(&self) -> &'static RowWords {
        words_of(self.name)
    }

    /// Quantities that are read by it.
    #[cfg(test)]
    pub(crate) fn examples(&self) -> &'static [&'static str] {
        if self.examples.is_empty() { &self.words().alone } else { self.examples }
    }

    /// The words as the docs show them.
    pub(crate) fn shown_words(&self) -> String {
        self.words().shown(if self.shown_words.is_empty() { "{alone}" } else { self.shown_words })
    }

    /// The hard and the soft formula for counts, in the n, g, p and u of semantics.md.
    pub(crate) fn formulas(&self) -> [String; 2] {
        match self.formula {
            Formula::Vague { hard, soft, .. } if soft == hard => [shown(hard), "as hard".to_owned()],
            Formula::Vague { hard, soft, .. } => [shown(hard), shown(soft)],
            _ => self.shown.map(str::to_owned),
        }
    }
}

/// Ends as semantics.md writes them: `[2, 10]`, `[13, inf)`.
pub(crate) fn shown((low, high): FromTo) -> String {
    match high {
        Some(high) => format!("[{low}, {high}]"),
        None => format!("[{low}, inf)"),
    }
}

pub(super) const fn row(
    name: &'static str,
    formula: Formula,
    examples: &'static [&'static str],
) -> QuantifierRow {
    QuantifierRow { name, shown_words: "", formula, examples, shown: ["", ""] }
}

pub(super) const fn alone(
    name: &'static str,
    before_scale: BeforeScale,
    hard: FromTo,
    soft: FromTo,
) -> QuantifierRow {
    row(name, Formula::Vague { hard, soft, before_scale }, &[])
}

pub(super) const fn within(
    name: &'static str,
    shown_words: &'static str,
    hard: [i128; 2],
    (soft, soft_edge): ([i128; 2], Edge),
    shown: [&'static str; 2],
    examples: &'static [&'static str],
) -> QuantifierRow {
    let formula = Formula::Within { hard, soft, soft_edge };
    QuantifierRow { shown_words, shown, ..row(name, formula, examples) }
}
