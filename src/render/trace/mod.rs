//! Chains of attribution as text: a tree, and graphs.

pub(crate) mod dot;
mod graph;
mod hop;
mod inwards;
pub(crate) mod mermaid;
mod outwards;
mod said;
pub(crate) mod tree;
