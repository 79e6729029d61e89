//! The rule `tension`.

use crate::align::relation::Kind;
use crate::judge::disputed::tell;
use crate::judge::family::{Opening, Telling};
use crate::judge::finder::rule;

rule! {
    /// Claims that can both hold only where one of them is read as readers seldom do.
    ///
    /// Their hard readings share something, their soft ones nothing: "nearly 200" and "hundreds". Row 17 of docs/semantics.md.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = "nearly 200"
    /// quote = "nearly 200 were killed"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = "hundreds"
    /// quote = "hundreds were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = "nearly 200"
    /// quote = "nearly 200 were killed"
    ///
    /// [[claim]]
    /// source = "gazette"
    /// question = "fire/killed"
    /// value = "more than 150"
    /// quote = "more than 150 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Nothing must be wrong. Ask which of the two chose its words with care; an `[[assessment]]` can say so.
    "tension", Warn, Relation(Kind::Tension, &TELLING), |court, found| tell(court, found, &RULE, "sources are in tension")
}

static TELLING: Telling = Telling {
    rank: 8,
    means: "claims that can both hold only where one is read as readers seldom do",
    opening: Opening::By {
        one: "One account gives figures that are hard to take together.",
        several: "Accounts are hard to take together.",
    },
    counted: ("tension", ""),
    settled_by: None,
};
