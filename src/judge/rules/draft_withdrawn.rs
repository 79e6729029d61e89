//! The rule `draft-withdrawn`.

use crate::judge::finder::rule;

rule! {
    /// A statement of a draft that whoever said it has taken back.
    ///
    /// All claims that carry it were corrected, retracted or superseded, or stand in a source that was.
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
    /// source = "gazette"
    /// question = "fire/killed"
    /// value = 4
    /// quote = "4 people were killed, not 3"
    /// said-by = "fire-brigade"
    /// corrects = ["herald#killed"]
    /// ```
    ///
    /// ```text draft.md and
    /// The fire at the mill killed 3 people, the fire brigade said.
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
    /// source = "gazette"
    /// question = "fire/killed"
    /// value = 4
    /// quote = "4 people were killed, not 3"
    /// said-by = "fire-brigade"
    /// corrects = ["herald#killed"]
    /// ```
    ///
    /// ```text draft.md and
    /// The fire at the mill killed 4 people, the fire brigade said.
    /// ```
    ///
    /// ## What to do
    ///
    /// Print what replaced it.
    // What it flags is found where drafts are judged.
    "draft-withdrawn", Deny, Draft, |_, _| ()
}
