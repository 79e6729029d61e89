//! Alignment to findings: rules, levels, and the desk's assessments applied. Pure; it cannot fail.

pub(crate) mod accepted;
mod allowed;

pub(crate) mod assessment;
mod brought;
mod court;
mod disputed;
pub(crate) mod draft;
mod family;
mod finder;
pub(crate) mod finding;
mod judged;
mod label;
#[cfg(test)]
pub(crate) mod laws;
pub(crate) mod phrase;
mod quoted;
pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod settles;
#[cfg(test)]
mod sketch;
pub(crate) mod standing;
pub(crate) mod stated;
#[cfg(test)]
pub(crate) mod tests;
mod translated;
mod unopened;

pub use brought::Turn;
pub(crate) use brought::{Brought, brought};
pub(crate) use court::{Court, Spots, Weighed};
pub(crate) use family::{Family, Opening, Telling};
pub(crate) use finding::{By, Finding};
pub(crate) use judged::judge;
