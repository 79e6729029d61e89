//! What words say about a quantity: the table of words around numbers, its formulas, and what a text states.

mod attempt;
mod formula;
mod found;
mod prose;
mod quantifiers;
mod reader;
mod refusal;
mod table;

pub(crate) use found::Quantity;
pub(crate) use prose::states;
pub(crate) use quantifiers::{Preset, Quantifiers};
pub(crate) use reader::QuantityReader;
#[cfg(test)]
pub(crate) use table::ROWS;
