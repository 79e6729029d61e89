//! Dossier to [`Alignment`]: scopes, as-of, origins, relations, positions. Pure; it cannot fail.

pub(crate) mod across;
mod alignment;
mod attributed;
#[cfg(test)]
mod based;
mod build;
mod carried;
mod claims;
pub(crate) mod confused;
pub(crate) mod counted;
mod covered;
pub(crate) mod disputes;
pub(crate) mod impact;
pub(crate) mod independence;
mod kind;
mod kinship;
pub(crate) mod looked;
mod marks;
pub(crate) mod moment;
mod monotone;
pub(crate) mod named;
pub(crate) mod origin;
#[cfg(test)]
mod origin_tests;
mod origins;
pub(crate) mod outgrown;
#[cfg(test)]
mod outgrown_tests;
mod pair;
pub(crate) mod party;
pub(crate) mod positions;
pub(crate) mod relation;
#[cfg(test)]
mod relation_tests;
pub(crate) mod reuse;
pub(crate) mod room;
pub(crate) mod round;
pub(crate) mod rows;
pub(crate) mod scope;
mod seen;
#[cfg(test)]
mod seen_tests;
pub(crate) mod statements;
mod steps;
pub(crate) mod sums;
pub(crate) mod sweep;
pub(crate) mod withdrawal;
pub(crate) mod withdrawn;

pub(crate) use alignment::Alignment;
#[cfg(test)]
pub(crate) use outgrown::outgrown_among;
#[cfg(test)]
pub(crate) use scope::{Extent, Speakers};
