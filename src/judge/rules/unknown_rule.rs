//! The rule `unknown-rule`.

use crate::judge::finder::rule;

rule! {
    /// A rule in gainsay.toml that gainsay does not have.
    ///
    /// A level for a rule that does not exist looks like a precaution and is none. The nearest rule is named.
    ///
    /// ## Fires on
    ///
    /// ```toml gainsay.toml
    /// [dossier]
    /// title = "A fire"
    ///
    /// [rules]
    /// single-orign = "deny"
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml gainsay.toml
    /// [dossier]
    /// title = "A fire"
    ///
    /// [rules]
    /// single-origin = "deny"
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the name; `gainsay explain` lists all rules.
    "unknown-rule", Deny, Desk, |_, _| {
        // Found where all rules are known: see `judge::accepted`.
    }
}
