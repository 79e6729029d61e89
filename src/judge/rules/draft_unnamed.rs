//! The rule `draft-unnamed`.

use crate::judge::finder::rule;

rule! {
    /// Words of a draft that are given to nobody who is named, where it matters who says so.
    ///
    /// That is so of a quotation, and of an answer that is in dispute or that parties to the event alone give: `officials said`, `reportedly`.
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
    /// The fire at the mill killed 3 people, officials said.
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
    /// Name who says so, as the record does.
    // What it flags is found where drafts are judged.
    "draft-unnamed", Warn, Draft, |_, _| ()
}
