//! How a claim's quote stands against the archived text.

/// What is known of a claim's quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// The claim has no quote.
    Missing,
    /// The text is not held here: nothing was looked at.
    Unchecked,
}
