//! The rule `draft-stale`.

use crate::judge::finder::rule;

rule! {
    /// A figure of a draft that a later one has replaced.
    ///
    /// The later one is of the same origin, or another's that tells of a later state of a running figure; the finding says which, and since when. A draft that says in the same
    /// sentence as of when its figure is may give the earlier one.
    ///
    /// ## Fires on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 3
    /// quote = "3 have died"
    /// said-by = "fire-brigade"
    ///
    /// [[claim]]
    /// source = "gazette"
    /// question = "fire/toll"
    /// value = 7
    /// quote = "7 have died"
    /// said-by = "fire-brigade"
    /// ```
    ///
    /// ```text draft.md and
    /// In the fire at the mill 3 have died so far, the fire brigade said.
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml claims/example.toml
    /// [[claim]]
    /// source = "herald"
    /// question = "fire/toll"
    /// value = 3
    /// quote = "3 have died"
    /// said-by = "fire-brigade"
    ///
    /// [[claim]]
    /// source = "gazette"
    /// question = "fire/toll"
    /// value = 7
    /// quote = "7 have died"
    /// said-by = "fire-brigade"
    /// ```
    ///
    /// ```text draft.md and
    /// In the fire at the mill 7 have died so far, the fire brigade said.
    /// ```
    ///
    /// ## What to do
    ///
    /// Take the later figure, or say as of when the earlier one was.
    // What it flags is found where drafts are judged.
    "draft-stale", Warn, Draft, |_, _| ()
}
