//! What all output for a terminal shares.

pub(crate) mod layout;
pub(crate) mod tree;
