//! The rule `unknown-key`.

use crate::judge::disputed::problems;
use crate::judge::finder::rule;
use crate::model::problem::ProblemKind;

rule! {
    /// A key that the format does not have, most often one that is misspelt.
    ///
    /// A key that nobody reads looks recorded and is not; so it is never ignored. The nearest known key is named.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// saidby = "mayor"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// said-by = "mayor"
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the spelling, or put what you have to say into `note`.
    "unknown-key", Deny, Form, |court, found| problems(court, found, &RULE, ProblemKind::UnknownKey)
}
