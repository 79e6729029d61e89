//! The rule `misreport`.

use crate::align::relation::Kind;
use crate::judge::disputed::tell;
use crate::judge::family::{Opening, Telling};
use crate::judge::finder::rule;

rule! {
    /// Two sources that attribute to one speaker what cannot both hold, of the same moment.
    ///
    /// Row 12 of docs/semantics.md: not the speaker need be at odds with itself; one of the two reports may be wrong.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "the mayor said 3 were killed"
    /// said-by = "mayor"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 5
    /// quote = "5 killed, the mayor said"
    /// said-by = "mayor"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "the mayor said 3 were killed"
    /// said-by = "mayor"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = "three"
    /// quote = "three killed, the mayor said"
    /// said-by = "mayor"
    /// ```
    ///
    /// ## What to do
    ///
    /// Find the statement itself, and record it as a source. Where it was given at two times, state `as-of`.
    "misreport", Deny, Relation(Kind::Misreport, &TELLING), |court, found| tell(court, found, &RULE, "two sources report one speaker differently")
}

static TELLING: Telling = Telling {
    rank: 4,
    means: "two sources attribute to one speaker what cannot both hold",
    opening: Opening::Said("Two accounts give different answers of the same speaker."),
    counted: ("misreport", ""),
    settled_by: None,
};
