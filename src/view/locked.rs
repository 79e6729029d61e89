//! The view of what is written into the lock, version 1.

use serde::Serialize;

/// Which quotes were seen in which bytes, written down. Its JSON is frozen: later versions add keys and remove none.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LockedQuotes {
    /// Always `gainsay/lock/1`.
    schema: &'static str,
    /// The file, as a path below the dossier.
    pub file: &'static str,
    /// Whether it has been written; it is not where no quote could be held.
    pub written: bool,
    /// How many quotes were seen now.
    pub seen: usize,
    /// How many entries are kept from before: their texts are not at hand, and they still fit.
    pub kept: usize,
    /// The claims whose quotes are refused, in the order of their names.
    pub refused: Vec<RefusedQuote>,
}

/// A claim whose quote is not in the lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RefusedQuote {
    /// The claim, SOURCE#ID.
    pub claim: String,
    /// Lower case, no full stop.
    pub why: String,
}

impl LockedQuotes {
    /// Of a lock in a file that so many quotes were seen for and so many kept, with the claims that were refused, each with why; nothing is
    /// written yet.
    pub(crate) fn new(
        file: &'static str,
        (seen, kept): (usize, usize),
        refused: Vec<(String, String)>,
    ) -> LockedQuotes {
        let refused = refused.into_iter().map(|(claim, why)| RefusedQuote { claim, why }).collect();
        LockedQuotes { schema: "gainsay/lock/1", file, written: false, seen, kept, refused }
    }
}
