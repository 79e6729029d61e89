//! What words say about a quantity: the table of words around numbers, its formulas, and what a text states.

mod attempt;
mod expression;
mod formula;
mod found;
mod piece;
mod prose;
mod quantifiers;
mod ranges;
mod reader;
mod refusal;
mod row;
mod row_words;
mod said;
mod said_number;
mod sets;
mod table;
mod widths;

pub(crate) use found::{Denied, Quantity};
pub(crate) use piece::cut_at_a_hundred;
pub(crate) use prose::{
    SaidQuantity, names_one, numbers_said, quantities, states, states_difference, states_factor,
};
pub(crate) use quantifiers::{Preset, Quantifiers};
pub(crate) use reader::{Certainty, QuantityReader};
pub(crate) use sets::Sets;
#[cfg(test)]
pub(crate) use table::ROWS;
pub(crate) use table::{plural, words_before};
