//! The rule `revised-down`.

use crate::align::relation::Kind;
use crate::judge::disputed::tell;
use crate::judge::family::{Opening, Telling};
use crate::judge::finder::rule;

rule! {
    /// A growing figure that one speaker later gave lower than before, without saying that it corrects.
    ///
    /// Row 14 of docs/semantics.md.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 12
    /// quote = "12 were dead, the mayor said"
    /// said-by = "mayor"
    /// as-of = "2024-03-01"
    ///
    /// [[claim]]
    /// source = "gazette"
    /// question = "fire/toll"
    /// value = 9
    /// quote = "the mayor put the dead at 9"
    /// said-by = "mayor"
    /// as-of = "2024-03-02"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 9
    /// quote = "9 were dead, the mayor said"
    /// said-by = "mayor"
    /// as-of = "2024-03-01"
    ///
    /// [[claim]]
    /// source = "gazette"
    /// question = "fire/toll"
    /// value = 12
    /// quote = "the mayor put the dead at 12"
    /// said-by = "mayor"
    /// as-of = "2024-03-02"
    /// ```
    ///
    /// ## What to do
    ///
    /// Find out why. A correction is recorded with `corrects` in the later claim; the earlier is then withdrawn.
    "revised-down", Warn, Relation(Kind::RevisedDown, &TELLING), |court, found| tell(court, found, &RULE, "one speaker gave a lower figure later")
}

static TELLING: Telling = Telling {
    rank: 7,
    means: "a growing figure was later given lower than before, without a correction",
    opening: Opening::Said("A figure was lowered later."),
    counted: ("figure", " revised down"),
    settled_by: None,
};
