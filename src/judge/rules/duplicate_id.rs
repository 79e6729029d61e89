//! The rule `duplicate-id`.

use crate::judge::disputed::problems;
use crate::judge::finder::rule;
use crate::model::problem::ProblemKind;

rule! {
    /// Two things of one kind with one id.
    ///
    /// Ids are unique in the whole dossier, claims within their source. Of those that share an id the first counts, by the order of
    /// files. There is one finding for an id, however often it is defined.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// source = "herald"
    ///
    /// [[claim]]
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    ///
    /// [[claim]]
    /// question = "fire/killed"
    /// value = "at least 2"
    /// quote = "at least 2 were killed"
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
    ///
    /// [[claim]]
    /// id = "killed-early"
    /// question = "fire/killed"
    /// value = "at least 2"
    /// quote = "at least 2 were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Give the second its own `id`. A claim without one has the question's part after the slash.
    "duplicate-id", Deny, Form, |court, found| problems(court, found, &RULE, ProblemKind::DuplicateId)
}
