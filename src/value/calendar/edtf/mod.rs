//! EDTF, the extended dates of ISO 8601-2, levels 0 to 2: what is written, part by part, and the days it allows.
//!
//! The features are named as in the Library of Congress's EDTF specification of 4 February 2019.

mod bounds;
mod cursor;
mod parse;
mod parts;

pub(crate) use bounds::bounds;
pub(crate) use parse::parse;
pub(crate) use parts::Edtf;
