//! The rule `self-contradiction`.

use crate::align::relation::Kind;
use crate::judge::disputed::tell;
use crate::judge::family::{Opening, Settles, Telling};
use crate::judge::finder::rule;

rule! {
    /// One speaker who says two things that cannot both hold, of the same moment, in one source or in its own voice.
    ///
    /// Row 11 of docs/semantics.md.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// source = "herald"
    ///
    /// [[claim]]
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    ///
    /// [[claim]]
    /// id = "killed-again"
    /// question = "fire/killed"
    /// value = 5
    /// quote = "the 5 dead"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// source = "herald"
    ///
    /// [[claim]]
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    ///
    /// [[claim]]
    /// id = "killed-again"
    /// question = "fire/killed"
    /// value = "at least 2"
    /// quote = "at least 2 dead"
    /// ```
    ///
    /// ## What to do
    ///
    /// Check that both quotes answer the same question with the same scope. Where the source does contradict itself, record it in an
    /// `[[assessment]]`.
    "self-contradiction", Deny, Relation(Kind::SelfContradiction, &TELLING), |court, found| tell(court, found, &RULE, "one speaker contradicts itself")
}

static TELLING: Telling = Telling {
    rank: 3,
    means: "one speaker says two things that cannot both hold",
    opening: Opening::Said("One account gives answers that cannot both hold."),
    counted: ("self-contradiction", ""),
    settled_by: Some(Settles::Correction),
};
