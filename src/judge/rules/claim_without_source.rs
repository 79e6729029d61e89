//! The rule `claim-without-source`.

use crate::judge::disputed::problems;
use crate::judge::finder::rule;
use crate::model::problem::ProblemKind;

rule! {
    /// A claim that nobody makes: neither the claim nor its file names a source.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// source = "herald"
    ///
    /// [[claim]]
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Name the source at the top of the file, for all its claims, or in the claim. What has no source is not a claim to record.
    "claim-without-source", Deny, Form, |court, found| problems(court, found, &RULE, ProblemKind::ClaimWithoutSource)
}
