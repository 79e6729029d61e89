//! The rule `contradiction`.

use crate::align::relation::Kind;
use crate::judge::disputed::tell;
use crate::judge::family::{Opening, Settles, Telling};
use crate::judge::finder::rule;

rule! {
    /// Claims on one question that no state of the world satisfies together.
    ///
    /// Their hard readings (all that their words allow) share nothing, and neither scope nor time nor correction explains it. Row 16
    /// of docs/semantics.md. gainsay says that they cannot all hold, and why; it does not say which does.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/country"
    /// value = "arvo"
    /// quote = "the fire in Arvo"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/country"
    /// value = "belmar"
    /// quote = "the fire in Belmar"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/country"
    /// value = "arvo"
    /// quote = "the fire in Arvo"
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/country"
    /// value = "mill"
    /// quote = "the fire at the mill"
    /// ```
    ///
    /// ## What to do
    ///
    /// Look at both quotes again, and at what each covers: a stated scope or as-of may show that they speak of different things. Where
    /// the conflict stands, say so in an `[[assessment]]` that names its claims; it is then shown as explained and does not fail.
    "contradiction", Deny, Relation(Kind::Contradiction, &TELLING), |court, found| tell(court, found, &RULE, "sources contradict each other")
}

static TELLING: Telling = Telling {
    rank: 1,
    means: "claims that no state of the world satisfies together",
    opening: Opening::By {
        one: "One account gives answers that cannot all hold.",
        several: "Accounts differ.",
    },
    counted: ("contradiction", ""),
    settled_by: Some(Settles::FurtherOrigin),
};
