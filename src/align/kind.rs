//! What two claims on one question can be to each other, what that means, and which of the two is which.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What two claims are to each other.
    pub(crate) enum Kind {
        Silent = "silent",
        Corrected = "corrected",
        Superseded = "superseded",
        Withdrawn = "withdrawn",
        Same = "same",
        Differs = "differs",
        DifferentScope = "different-scope",
        PartExceedsWhole = "part-exceeds-whole",
        Undetermined = "undetermined",
        PartOf = "part-of",
        SelfContradiction = "self-contradiction",
        Misreport = "misreport",
        Lags = "lags",
        RevisedDown = "revised-down",
        Denial = "denial",
        Contradiction = "contradiction",
        Tension = "tension",
        Repeats = "repeats",
        Equivalent = "equivalent",
        Refines = "refines",
        Overlaps = "overlaps",
    }
}

vocabulary! {
    /// What a relation means for whoever compares the two.
    pub(crate) enum Class {
        Conflict = "conflict",
        Tension = "tension",
        Open = "open",
        Change = "change",
        Agreement = "agreement",
        Compatible = "compatible",
        Dependence = "dependence",
        Aside = "aside",
    }
}

vocabulary! {
    /// Which of two claims refines, is the part, is later, or corrects.
    pub(crate) enum Which {
        A = "a",
        B = "b",
    }
}
