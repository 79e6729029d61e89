//! The rule `draft-quote`.

use crate::judge::finder::rule;

rule! {
    /// A quotation in a draft that nobody on record has said in these words, or that is another's.
    ///
    /// A quotation is held where it stands in a quote on record or in a text that is here. It is another's where the record gives its words to somebody else than the draft
    /// does, or where it does not stand in the source that the draft names. Where some texts are not here and nothing resembles it, the rule is `draft-unsupported`.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "three of our people lost their lives"
    /// said-by = "fire-brigade"
    /// ```
    ///
    /// ```text draft.md and
    /// “Three of our men lost their lives,” the fire brigade said.
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "three of our people lost their lives"
    /// said-by = "fire-brigade"
    /// ```
    ///
    /// ```text draft.md and
    /// “Three of our people lost their lives,” the fire brigade said.
    /// ```
    ///
    /// ## What to do
    ///
    /// Quote the words as they stand, and give them to who said them.
    // What it flags is found where drafts are judged.
    "draft-quote", Deny, Draft, |_, _| ()
}
