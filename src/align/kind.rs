//! What two claims on one question can be to each other, what that means, and which of the two is which.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What two claims are to each other.
    pub enum Kind {
        /// One of the two says that it does not know, or declines to say.
        Silent = "silent",
        /// One corrects or retracts the other.
        Corrected = "corrected",
        /// One takes the place of the other.
        Superseded = "superseded",
        /// One of the two has been taken back or replaced.
        Withdrawn = "withdrawn",
        /// They say the same in the same words.
        Same = "same",
        /// Their texts are not the same.
        Differs = "differs",
        /// They speak of different things.
        DifferentScope = "different-scope",
        /// A part is greater than its whole.
        PartExceedsWhole = "part-exceeds-whole",
        /// It cannot be told, because a date or a scope is missing.
        Undetermined = "undetermined",
        /// One speaks of a part of what the other speaks of.
        PartOf = "part-of",
        /// One source, or one publisher, excludes what it says itself.
        SelfContradiction = "self-contradiction",
        /// One origin is reported with two values that exclude each other.
        Misreport = "misreport",
        /// A running figure, told later by another origin.
        Lags = "lags",
        /// A running figure that its own origin has lowered.
        RevisedDown = "revised-down",
        /// One denies what the other says.
        Denial = "denial",
        /// What they say cannot hold together.
        Contradiction = "contradiction",
        /// They can hold together only where one is read as readers seldom do.
        Tension = "tension",
        /// One origin, told by two sources.
        Repeats = "repeats",
        /// They say the same in other words.
        Equivalent = "equivalent",
        /// One says more precisely what the other says.
        Refines = "refines",
        /// Both can hold.
        Overlaps = "overlaps",
    }
}

impl Kind {
    /// Whether the two say the same, in the same words or in others.
    pub(crate) fn says_the_same(self) -> bool {
        matches!(self, Kind::Same | Kind::Equivalent)
    }
}

vocabulary! {
    /// What a relation means for whoever compares the two.
    pub enum Class {
        /// Both cannot hold.
        Conflict = "conflict",
        /// Both can hold only where one is read as readers seldom do.
        Tension = "tension",
        /// It cannot be told, and what is missing is said.
        Open = "open",
        /// One takes the other's place, or time passed between them.
        Change = "change",
        /// They say the same, or one says it more precisely.
        Agreement = "agreement",
        /// Both can hold.
        Compatible = "compatible",
        /// The same origin, told twice: no second witness.
        Dependence = "dependence",
        /// They are not held against each other.
        Aside = "aside",
    }
}

vocabulary! {
    /// Which of two claims refines, is the part, is later, or corrects.
    pub enum Which {
        /// The first of the two.
        A = "a",
        /// The second of the two.
        B = "b",
    }
}
