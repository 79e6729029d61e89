//! Cases whose answers are known: asked in turn, counted, and held against the outcomes that are recorded.
//!
//! A corpus is a folder. Each TOML file in it tells of a set: what its cases ask, whose labels they have, and where they come from.
//! `outcomes.toml` has what comes out otherwise than it is labelled, so that whatever changes is seen.

mod case;
mod cases;
mod draft;
mod label;
mod measured;
mod name;
mod outcomes;
mod quote;
mod reading;
mod relation;
mod set;
mod spotted;

pub(crate) use measured::measured;
pub(crate) use outcomes::OUTCOMES;
