//! Whether names in two scripts may be one: by the sounds that their letters usually stand for.

mod alike;
mod cyrillic;
mod latin;
mod letters;
#[cfg(test)]
mod published;
mod semitic;
mod skeleton;
mod spelt;
#[cfg(test)]
mod tests;
mod unit;

pub(crate) use alike::{Likeness, Written, likeness};
pub use alike::{Strength, WhyAlike};
pub(crate) use letters::Alphabet;
pub(crate) use skeleton::{Skeleton, joined, shortened};
#[cfg(test)]
pub(crate) use tests::labelled;
