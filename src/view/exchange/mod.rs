//! The public part of a dossier, as it is handed to programs that know no dossier: every name resolved, nothing of a restricted source.
//!
//! Each of its parts is made when it is asked for, so that not all of them are held.

pub(crate) mod claim;
mod desk;
mod ground;
mod public;
pub(crate) mod source;
#[cfg(any(test, feature = "parquet"))]
pub(crate) mod tables;
mod whole;

pub(crate) use claim::ExchangedClaim;
pub(crate) use desk::Conclusion;
pub(crate) use ground::{AgentKind, ExchangedAgent};
pub(crate) use public::Public;
pub(crate) use source::ExchangedSource;
pub(crate) use whole::{Exchange, Named, Surroundings};
