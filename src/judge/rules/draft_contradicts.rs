//! The rule `draft-contradicts`.

use crate::judge::finder::rule;

rule! {
    /// A statement of a draft that cannot hold together with any answer on record, or with any of whom it is given to.
    ///
    /// Judged by `gainsay draft` alone, as are all rules whose names begin with `draft`. The draft is one more source, and related to claims by the same table.
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
    /// The fire at the mill killed 8 people.
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
    /// Correct it, or record the source that says so. Where it answers another question, name that one by a mark.
    // What it flags is found where drafts are judged.
    "draft-contradicts", Deny, Draft, |_, _| ()
}
