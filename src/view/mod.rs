//! What is shown, as typed data: the versioned views.

#![warn(clippy::disallowed_types, reason = "nothing is shown in hash order")]

pub mod accuracy;
pub mod across;
pub mod added;
pub mod agreement;
pub mod assessed;
pub mod blind;
pub mod captures;
pub mod check;
pub mod compare;
#[cfg(test)]
pub(crate) mod compare_laws;
pub mod containment;
mod counts;
pub mod coverage;
pub(crate) mod covers;
pub mod desk;
pub mod diff;
pub mod draft;
pub mod drafted;
pub mod explain;
pub mod export;
pub mod find;
pub(crate) mod fragment;
pub mod how_read;
pub mod impact;
pub(crate) mod label;
pub mod locked;
mod masked;
pub(crate) mod mcp;
pub mod name;
pub mod names;
pub mod pin;
pub mod position;
pub mod read;
pub mod read_claim;
pub mod recaptured;
pub mod renamed;
pub mod report;
pub mod reuse;
pub mod review;
pub mod sets;
pub mod share;
pub mod silence;
pub mod since;
pub mod site;
pub mod spot;
pub mod started;
pub mod table;
pub mod text;
pub mod timeline;
pub mod trace;
pub mod unrecorded;
pub mod vocabularies;
pub mod withheld;
