//! The public part of a dossier as tables, in which all that is recursive is worked out: see docs/parquet.md.

mod agents;
mod answers;
mod asked;
mod cells;
mod claims;
pub(crate) mod column;
mod findings;
pub(crate) mod listed;
mod positions;
mod questions;
mod relations;
mod scopes;
mod sources;
#[cfg(test)]
mod tests;
pub(crate) mod whole;
