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

    /// The set of one side.
    pub(crate) fn on(&self, side: Side) -> &Runs {
        match side {
            Side::Hard => &self.hard,
            Side::Soft => &self.soft,
        }
    }

    /// Whether some number is in both sets of one side.
    pub(crate) fn shares(&self, other: &Bounds, side: Side) -> bool {
        self.on(side).shares(other.on(side))
    }

    /// Whether each set lies within the other's.
    pub(crate) fn within(&self, other: &Bounds) -> bool {
        self.hard.within(&other.hard) && self.soft.within(&other.soft)
    }
}
