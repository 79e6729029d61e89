//! Passages that two texts share almost word for word: winnowed fingerprints find where, extension finds how far.

mod extend;
mod notices;
mod quotations;
mod shared;
mod winnow;
mod words;

pub(crate) use notices::words_of_its_own;
pub(crate) use quotations::quotations;
pub(crate) use shared::{LEAST_WORDS, Shared, Spread, shared};
pub(crate) use words::{WordHash, WordHashes, spans, words};

#[cfg(test)]
mod tests;
