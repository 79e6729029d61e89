//! Folding typography alone, with a map from the folded text back to the original bytes.

mod folded;
mod loose;
mod quotation;
mod typography;

pub(crate) use folded::{Break, Folded};
pub(crate) use loose::loosen;
pub(crate) use typography::{fold, fold_part, fold_text};

#[cfg(test)]
mod tests;
