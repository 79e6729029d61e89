//! One number as people write it, and how numbers are kept and shown.

mod digits;
mod end;
mod fraction;
mod measure;
mod numeral;
mod ratio;
mod read;
mod scale;
mod share;
mod si;
mod span;
mod tokens;
mod unit;
mod units;
mod words;

pub(crate) use end::{Edge, End};
pub(crate) use fraction::{Parts, part_word};
pub(crate) use measure::{GRAIN, Measure, grouped};
pub(crate) use numeral::{Numeral, Saying};
pub(crate) use ratio::Ratio;
pub(crate) use read::{may_begin, numeral};
pub(crate) use scale::{CountedIn, multiplier};
pub(crate) use share::{factor, part_alone, share};
pub(crate) use span::Span;
pub(crate) use tokens::{Make, Token, begins, clause_end, tokens};
pub(crate) use unit::{LONGEST_UNIT, SaidIn, Unit, known_unit};
