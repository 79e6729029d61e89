//! A check as text: one file for each format.

pub(crate) mod concise;
pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod junit;
pub(crate) mod sarif;
pub(crate) mod sarif_types;
