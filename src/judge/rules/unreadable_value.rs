//! The rule `unreadable-value`.

use crate::judge::disputed::problems;
use crate::judge::finder::rule;
use crate::model::problem::ProblemKind;

rule! {
    /// A value that cannot be read as its question's type, or that allows nothing.
    ///
    /// What cannot be made out is said, never read as zero: the message names the word that stopped the reading. The claim takes no
    /// part in any comparison until it is mended. A count or an amount that is denied has to say which figure is denied.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = "34 people"
    /// quote = "34 people were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = "more than two dozen"
    /// quote = "more than two dozen were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Keep the source's own words for the figure alone ("more than two dozen"); other words belong to the quote. Try a wording with
    /// `gainsay read count "more than two dozen"`.
    "unreadable-value", Deny, Form, |court, found| problems(court, found, &RULE, ProblemKind::UnreadableValue)
}
