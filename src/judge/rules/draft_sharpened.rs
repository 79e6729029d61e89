//! The rule `draft-sharpened`.

use crate::judge::finder::rule;

rule! {
    /// A statement of a draft that says more than the record: `34` where it says `at least 34`, `killed` where it says `wounded`.
    ///
    /// What the record says may be less than what the draft says, and is all that is known.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = "at least 34"
    /// quote = "at least 34 people were killed"
    /// said-by = "fire-brigade"
    /// ```
    ///
    /// ```text draft.md and
    /// The fire at the mill killed 34 people.
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = "at least 34"
    /// quote = "at least 34 people were killed"
    /// said-by = "fire-brigade"
    /// ```
    ///
    /// ```text draft.md and
    /// The fire at the mill killed at least 34 people.
    /// ```
    ///
    /// ## What to do
    ///
    /// Put the hedge back, or record the source that says it without.
    // What it flags is found where drafts are judged.
    "draft-sharpened", Deny, Draft, |_, _| ()
}
