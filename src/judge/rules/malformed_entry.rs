//! The rule `malformed-entry`.

use crate::judge::disputed::problems;
use crate::judge::finder::rule;
use crate::model::problem::ProblemKind;

rule! {
    /// A table that lacks a required key, or has a key whose value is not of the form that the format gives it.
    ///
    /// A string where a list is expected, a word that is none of those allowed, an id that is no slug: what cannot be taken as it
    /// stands is never guessed at.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// stance = "denise"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "not 3 were killed"
    /// stance = "denies"
    /// ```
    ///
    /// ## What to do
    ///
    /// Give the key the form that the message names; docs/format.md lists every key.
    "malformed-entry", Deny, Form, |court, found| problems(court, found, &RULE, ProblemKind::MalformedEntry)
}
