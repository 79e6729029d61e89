//! The rule `malformed-file`.

use crate::judge::disputed::problems;
use crate::judge::finder::rule;
use crate::model::problem::ProblemKind;

rule! {
    /// A file that is not TOML, or not UTF-8.
    ///
    /// The first twenty syntax errors of the file are reported with their line and column, the others counted. The ids that the file defines are still known, as
    /// far as they can be made out, so that one slip does not make every other file look wrong; its claims take no part until
    /// it is mended.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// value = = 3
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
    /// ```
    ///
    /// ## What to do
    ///
    /// Mend the syntax at the place shown. An editor that knows TOML marks it as you type.
    "malformed-file", Deny, Form, |court, found| problems(court, found, &RULE, ProblemKind::MalformedFile)
}
