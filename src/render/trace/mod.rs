//! Chains of attribution as text: a tree, and graphs.

pub(crate) mod graph;
pub(crate) mod tree;
mod whom;
