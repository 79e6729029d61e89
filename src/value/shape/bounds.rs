//! Two sets of numbers for one value: all that its words allow, and how readers usually take them.

use super::runs::Runs;

/// A value read as two sets: all that its words allow, and how readers usually take them.
///
/// `soft` is never empty and lies within `hard`. See semantics.md, section 1.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Bounds {
    pub(crate) hard: Runs,
    pub(crate) soft: Runs,
}

/// Which of the two sets of a value is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Hard,
    Soft,
}

impl Bounds {
    pub(crate) fn exactly(set: Runs) -> Self {
        Bounds { soft: set.clone(), hard: set }
    }
}
