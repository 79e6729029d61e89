//! What one row of the table of quantifiers has.

use super::formula::{BeforeScale, Formula, FromTo};
use crate::value::number::Edge;

/// One row of the table of semantics.md, section 1.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct QuantifierRow {
    /// In kebab-case.
    pub(crate) name: &'static str,
    /// As the docs show them, around `n` where they take a number.
    pub(crate) words: &'static str,
    pub(crate) formula: Formula,
    pub(crate) examples: &'static [&'static str],
    /// The hard and the soft formula as the docs show them; empty where they are plain numbers.
    pub(super) shown: [&'static str; 2],
    /// What stands before a number.
    pub(crate) before: &'static [&'static str],
    /// What stands behind a number.
    pub(crate) after: &'static [&'static str],
    /// What stands without a number.
    pub(crate) alone: &'static [&'static str],
    /// What stands before a plural such as `hundreds`.
    pub(super) before_plural: &'static str,
}

impl QuantifierRow {
    /// The words as the docs show them.
    pub(crate) fn words(&self) -> String {
        if self.words.is_empty() { self.alone.join(", ") } else { self.words.to_owned() }
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
    QuantifierRow {
        name,
        words: "",
        formula,
        examples,
        shown: ["", ""],
        before: &[],
        after: &[],
        alone: &[],
        before_plural: "",
    }
}

pub(super) const fn alone(
    name: &'static str,
    words: &'static [&'static str],
    before_scale: BeforeScale,
    hard: FromTo,
    soft: FromTo,
) -> QuantifierRow {
    QuantifierRow { alone: words, ..row(name, Formula::Vague { hard, soft, before_scale }, words) }
}

pub(super) const fn within(
    name: &'static str,
    before_plural: &'static str,
    words: &'static str,
    hard: [i128; 2],
    (soft, soft_edge): ([i128; 2], Edge),
    shown: [&'static str; 2],
    examples: &'static [&'static str],
) -> QuantifierRow {
    let formula = Formula::Within { hard, soft, soft_edge };
    QuantifierRow { words, shown, before_plural, ..row(name, formula, examples) }
}
