//! The rule `allow-without-reason`.

use crate::judge::finder::rule;

rule! {
    /// A comment `# gainsay: allow RULE` that does not say why.
    ///
    /// What is allowed is shown with its reason. A comment without one allows nothing.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// # gainsay: allow contradiction
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
    /// # gainsay: allow contradiction The border runs through the mill.
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
    /// Say why after the name of the rule. A conflict between sources is better explained in an `[[assessment]]`, which names its claims and
    /// is open again when another joins them.
    "allow-without-reason", Warn, Desk, |_, _| {
        // Found when the findings of all other rules are known: see `judge::accepted`.
    }
}
