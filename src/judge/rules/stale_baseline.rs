//! The rule `stale-baseline`.

use crate::judge::finder::rule;

rule! {
    /// A finding that gainsay-baseline.toml lists and that is gone.
    ///
    /// The baseline holds what was there when the check was adopted. It only shrinks: an entry that stays on would let the same finding
    /// come back unseen.
    ///
    /// ## Fires on
    ///
    /// ```toml gainsay-baseline.toml
    /// [[known]]
    /// fingerprint = "4a8ad6ce873c180a"
    /// rule = "contradiction"
    /// message = "sources contradict each other on `fire/country`: `Arvo` against `Belmar`"
    /// question = "fire/country"
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/country"
    /// value = "arvo"
    /// quote = "the fire in Arvo"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml gainsay-baseline.toml
    /// [[known]]
    /// fingerprint = "4a8ad6ce873c180a"
    /// rule = "contradiction"
    /// message = "sources contradict each other on `fire/country`: `Arvo` against `Belmar`"
    /// question = "fire/country"
    /// ```
    ///
    /// ```toml claims/example.toml and
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
    /// ## What to do
    ///
    /// Take the entry out, or run `gainsay check --write-baseline`, which takes out every such entry and adds none.
    "stale-baseline", Warn, Desk, |_, _| {
        // Found when the findings of all other rules are known: see `judge::accepted`.
    }
}
