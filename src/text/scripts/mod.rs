//! Whether names in two scripts may be one: by the sounds that their letters usually stand for.

mod alike;
mod cyrillic;
mod latin;
mod letters;
mod semitic;
mod spelt;
#[cfg(test)]
mod tests;
mod unit;

pub(crate) use alike::{Likeness, Written, likeness};
pub use alike::{Strength, WhyAlike};
pub(crate) use letters::Alphabet;
