//! What is shown, as typed data: the versioned views.

#![warn(clippy::disallowed_types, reason = "nothing is shown in hash order")]

pub(crate) mod across;
pub(crate) mod blind;
pub(crate) mod captures;
pub(crate) mod check;
pub(crate) mod compare;
#[cfg(test)]
pub(crate) mod compare_laws;
pub(crate) mod containment;
pub(crate) mod covers;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod find;
pub(crate) mod fragment;
pub(crate) mod impact;
pub(crate) mod label;
mod masked;
pub(crate) mod name;
pub(crate) mod pin;
pub(crate) mod position;
pub(crate) mod read;
pub(crate) mod read_claim;
pub(crate) mod report;
pub(crate) mod reuse;
pub(crate) mod sets;
pub(crate) mod silence;
pub(crate) mod since;
pub(crate) mod table;
pub(crate) mod timeline;
pub(crate) mod trace;
pub(crate) mod withheld;
