//! One number as people write it, and how numbers are kept and shown.

mod digits;
mod measure;
mod numeral;
mod read;
mod scale;
mod tokens;
mod unit;
mod words;

pub(crate) use measure::{GRAIN, Measure, grouped};
pub(crate) use numeral::Numeral;
pub(crate) use read::numeral;
pub(crate) use scale::{CountedIn, multiplier};
pub(crate) use tokens::{Make, Token, begins, clause_end, tokens};
pub(crate) use unit::{LONGEST_UNIT, Unit, currency};
