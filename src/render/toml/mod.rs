//! What is written as TOML, to be taken over into a dossier.

pub(crate) mod baseline;
pub(crate) mod pin;
