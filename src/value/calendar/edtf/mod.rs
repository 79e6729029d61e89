//! EDTF, the extended dates of ISO 8601-2, levels 0 to 2: what is written, part by part, and the minutes it allows.
//!
//! The features are named as in the Library of Congress's EDTF specification of 4 February 2019. Beyond it, a time may leave
//! out its seconds and its minutes, be qualified, and stand in an interval or a set.

mod bounds;
mod clock;
mod cursor;
mod days;
mod parse;
mod parts;

pub(crate) use bounds::{times, written};
pub(crate) use parse::parse;
pub(crate) use parts::Edtf;
