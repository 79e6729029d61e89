//! The rule `undetermined`.

use crate::align::relation::Kind;
use crate::judge::disputed::tell;
use crate::judge::family::{Opening, Telling};
use crate::judge::finder::rule;

rule! {
    /// Claims that differ where it is not known whether they speak of the same thing or the same moment.
    ///
    /// A scope that one states and the other does not, or a growing figure without a settled as-of. Rows 8 and 10 of
    /// docs/semantics.md.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 workers were killed"
    /// scope = { population = "workers" }
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 5
    /// quote = "5 were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 workers were killed"
    /// scope = { population = "workers" }
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 5
    /// quote = "5 people were killed"
    /// scope = { population = "people" }
    /// ```
    ///
    /// ## What to do
    ///
    /// State what is missing: `scope` in the claim that leaves it out (or once for all in the question), `as-of` where the figure
    /// grows. Where the source does not say, write "unknown" and leave the finding.
    "undetermined", Warn, Relation(Kind::Undetermined, &TELLING), |court, found| tell(court, found, &RULE, "it cannot be told whether sources conflict")
}

static TELLING: Telling = Telling {
    rank: 9,
    means: "it is not known whether the claims speak of the same thing or the same moment",
    opening: Opening::Said("Accounts differ, and it cannot be told whether they speak of the same."),
    counted: ("", " that cannot be told"),
    settled_by: None,
};
