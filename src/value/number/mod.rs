//! One number as people write it, and how numbers are kept and shown.

pub(crate) mod in_words;
pub(crate) mod numeral;
pub(crate) mod tokens;
pub(crate) mod unit;
pub(crate) mod written;
