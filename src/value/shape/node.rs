//! The names that stand for what lies in each other.

/// A name in a [`Kin`](super::Kin): an agent, a place or a plain word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Node(pub(crate) u32);
