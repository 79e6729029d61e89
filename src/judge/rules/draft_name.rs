//! The rule `draft-name`.

use crate::judge::finder::rule;

rule! {
    /// A name in a draft that is nobody's on record, and is near to somebody's.
    ///
    /// Looked at are words that begin with a capital, outside of quotations and titles. A name differs by a letter or two, begins with the same, and is no form of another word that the record knows.
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
    /// The fire burned in Belmer, the mayor said.
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
    /// The fire burned in Belmar, the mayor said.
    /// ```
    ///
    /// ## What to do
    ///
    /// Spell it as the record does, or add the spelling to the `aliases` of whom it names.
    // What it flags is found where drafts are judged.
    "draft-name", Warn, Draft, |_, _| ()
}
