//! The rule `unknown-reference`.

use crate::judge::disputed::problems;
use crate::judge::finder::rule;
use crate::model::problem::ProblemKind;

rule! {
    /// A name that the dossier does not define.
    ///
    /// Sources, agents, places, groups, events, questions and claims are named by their ids. The nearest known id is named.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 were killed"
    /// said-by = "mayer"
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
    /// Correct the id, or define what it names: sources, agents and places below `sources/`, events, questions and groups below
    /// `claims/`.
    "unknown-reference", Deny, Form, |court, found| problems(court, found, &RULE, ProblemKind::UnknownReference)
}
