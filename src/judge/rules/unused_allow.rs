//! The rule `unused-allow`.

use crate::judge::finder::rule;

rule! {
    /// A comment `# gainsay: allow` that allows nothing.
    ///
    /// The rule that it names finds nothing in the table that the comment stands in or directly above, or there is no such rule. Left
    /// standing, it would hide the next finding that comes along.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// # gainsay: allow contradiction The border runs through the mill.
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/country"
    /// value = "arvo"
    /// quote = "the fire in Arvo"
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
    /// Take the comment out, or correct the name of the rule; `gainsay explain` lists them.
    "unused-allow", Warn, Desk, |_, _| {
        // Found when the findings of all other rules are known: see `judge::accepted`.
    }
}
