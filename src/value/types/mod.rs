//! The types of question, one file each: what reads a written value into a shape.

pub(crate) mod agent;
pub(crate) mod amount;
pub(crate) mod choice;
pub(crate) mod count;
pub(crate) mod date;
pub(crate) mod names;
pub(crate) mod place;
pub(crate) mod set;
pub(crate) mod text;
pub(crate) mod yes_no;
