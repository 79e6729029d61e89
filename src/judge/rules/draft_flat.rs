//! The rule `draft-flat`.

use crate::judge::finder::rule;

rule! {
    /// An answer that is in dispute, or that parties to the event alone give, which a draft states as a plain fact.
    ///
    /// An answer is in dispute where a claim that carries it stands in a conflict or a tension with another, whether or not the desk has explained it.
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
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 5
    /// quote = "5 people died"
    /// said-by = "mayor"
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
    ///
    /// [[claim]]
    /// source = "courier"
    /// question = "fire/killed"
    /// value = 5
    /// quote = "5 people died"
    /// said-by = "mayor"
    /// ```
    ///
    /// ```text draft.md and
    /// The fire at the mill killed 3 people, the fire brigade said.
    /// ```
    ///
    /// ## What to do
    ///
    /// Say who says so, and that others say otherwise. The finding shows a wording that the record carries.
    // What it flags is found where drafts are judged.
    "draft-flat", Warn, Draft, |_, _| ()
}
