//! The rule `denial`.

use crate::align::relation::Kind;
use crate::judge::disputed::tell;
use crate::judge::family::{Opening, Settles, Telling};
use crate::judge::finder::rule;

rule! {
    /// A claim that denies, or gives nothing but zero, against one that affirms.
    ///
    /// Their hard readings share nothing, and one of the two denies: by its stance, by a `not`, or by reading zero. Row 15 of
    /// docs/semantics.md.
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
    /// value = "arvo"
    /// quote = "it was not in Arvo"
    /// stance = "denies"
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
    /// value = "belmar"
    /// quote = "it was not in Belmar"
    /// stance = "denies"
    /// ```
    ///
    /// ## What to do
    ///
    /// As for `contradiction`: check the quotes, state the scope, and explain what stands in an `[[assessment]]`.
    "denial", Deny, Relation(Kind::Denial, &TELLING), |court, found| tell(court, found, &RULE, "one source denies what another affirms")
}

static TELLING: Telling = Telling {
    rank: 2,
    means: "one claim denies what another affirms",
    opening: Opening::Said("One account denies what another affirms."),
    counted: ("denial", ""),
    settled_by: Some(Settles::FurtherOrigin),
};
