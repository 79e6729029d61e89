//! The rule `draft-unsupported`.

use crate::judge::finder::rule;

rule! {
    /// A figure or a quotation of a draft that nothing on record is known to carry.
    ///
    /// Also what a mark names that is not on record, and what is given to somebody of whom the record does not have it. Where several questions may be meant, they are listed:
    /// the one that is meant is named by a mark. A proposal is never taken for an answer.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 people were killed"
    /// said-by = "fire-brigade"
    /// ```
    ///
    /// ```text draft.md and
    /// The owner insured the building for 40 years.
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 people were killed"
    /// said-by = "fire-brigade"
    /// ```
    ///
    /// ```text draft.md and
    /// The fire at the mill killed 3 people.
    /// ```
    ///
    /// ## What to do
    ///
    /// Record who says so, name the question by a mark, or leave it out.
    // What it flags is found where drafts are judged.
    "draft-unsupported", Warn, Draft, |_, _| ()
}
