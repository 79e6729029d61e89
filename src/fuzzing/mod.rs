//! What is fuzzed: for each way in which strangers' bytes come in, an entry point with what must hold of every answer.
//!
//! Nothing of it is part of the program. `fuzz/` is built with `--cfg fuzzing` and has libFuzzer make up the bytes; `cargo
//! test` runs the same entry points over the seeds in `fuzz/seeds/`, and over what comes of spoiling them in fixed ways. An
//! entry point panics where something does not hold.

#![allow(clippy::unwrap_used, reason = "what does not hold has to be seen, and the input that shows it")]

mod capture;
mod draft;
mod find;
mod load;
mod printed;
mod read;
mod recorded;
mod rows;
#[cfg(test)]
mod spoilt;
#[cfg(test)]
mod tests;

pub use capture::{capture, page};
pub use draft::draft;
pub use find::find;
pub use load::load;
pub use read::read;
pub use rows::rows;

/// So many inputs are answered for each that is asked a second time, to see that the answer is the same.
const TWICE: usize = 8;

/// What stands between two parts of an input.
const BETWEEN: &str = "\n---\n";
