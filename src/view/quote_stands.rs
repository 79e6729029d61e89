//! How a quote stands in its text, in a word.

use crate::align::looked::Evidence;
use crate::text::OutcomeKind;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How a quote stands in its text.
    pub enum QuoteStands {
        /// The same bytes stand there.
        Exact = "exact",
        /// The same words stand there in other typography.
        Folded = "folded",
        /// Its pieces stand there, in order.
        Elided = "elided",
        /// The words stand there, but not where prefix, suffix and locator say.
        Misplaced = "misplaced",
        /// It stands there more than once, and the context does not settle which.
        Ambiguous = "ambiguous",
        /// A passage resembles it.
        Near = "near",
        /// Nothing resembles it.
        Absent = "absent",
        /// The text is not held here; the lock attests that the quote was seen in it.
        Attested = "attested",
        /// The text is not held here, and nothing attests the quote.
        Unchecked = "unchecked",
    }
}

impl QuoteStands {
    pub(super) fn of(evidence: &Evidence) -> Option<Self> {
        Some(match evidence {
            Evidence::Missing => return None,
            Evidence::Unchecked => QuoteStands::Unchecked,
            Evidence::Attested(_) => QuoteStands::Attested,
            Evidence::Seen(seen) => match seen.outcome.kind() {
                OutcomeKind::Exact => QuoteStands::Exact,
                OutcomeKind::Folded => QuoteStands::Folded,
                OutcomeKind::Elided => QuoteStands::Elided,
                OutcomeKind::Misplaced => QuoteStands::Misplaced,
                OutcomeKind::Ambiguous => QuoteStands::Ambiguous,
                OutcomeKind::Near => QuoteStands::Near,
                OutcomeKind::Absent => QuoteStands::Absent,
                OutcomeKind::Unchecked => QuoteStands::Unchecked,
            },
        })
    }
}
