//! The rule `draft-scope`.

use crate::judge::finder::rule;

rule! {
    /// A figure of a draft that the record has of a period, a place or a group which the draft does not say.
    ///
    /// It is said where the paragraph names the first or the last day of the period or days within it, the place or what lies within it, the group by a word of its name.
    /// Who is counted need be said only where the claim states it itself.
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
    /// scope = { period = "2024-02-29" }
    /// ```
    ///
    /// ```text draft.md and
    /// The fire at the mill killed 3 people.
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
    /// scope = { period = "2024-02-29" }
    /// ```
    ///
    /// ```text draft.md and
    /// The fire at the mill killed 3 people on 29 February 2024.
    /// ```
    ///
    /// ## What to do
    ///
    /// Say what the figure covers, as the record does.
    // What it flags is found where drafts are judged.
    "draft-scope", Warn, Draft, |_, _| ()
}
