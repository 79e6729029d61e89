//! The passage of a text that most resembles a quote: seeded by exact pieces, then aligned.

mod alike;
mod dense;
mod ends;
mod likeness;
mod passage;

pub(crate) use passage::most_alike;
