//! What looking for a quote asks for, and what it gives.

use std::fmt;
use std::ops::Range;

use super::difference::Difference;

/// A quote to look for, and what is known of its surroundings.
///
/// Prefix, suffix and locator count only where the quote stands more than once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needle<'a> {
    /// The words, verbatim. `...`, `…` and `[...]` stand for words left out, `[note]` for the recorder's own.
    pub quote: &'a str,
    /// What stands directly before it.
    pub prefix: Option<&'a str>,
    /// What stands directly behind it.
    pub suffix: Option<&'a str>,
    /// Where it stands: `page 4`, `paragraph 2`, `line 12`, or a time code such as `01:02:03`.
    pub locator: Option<&'a str>,
}

impl<'a> Needle<'a> {
    /// A quote of whose surroundings nothing is known.
    pub fn new(quote: &'a str) -> Self {
        Needle { quote, ..Needle::default() }
    }
}

impl<'a> From<&'a str> for Needle<'a> {
    fn from(quote: &'a str) -> Self {
        Needle::new(quote)
    }
}

/// How a quote was found. All places are byte ranges of the text as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The same bytes stand here: once, or where the context says.
    Exact(Range<usize>),
    /// The same words stand here in other typography.
    Folded(Range<usize>),
    /// The pieces of the quote stand here, in order and within one paragraph; one range each.
    Elided(Vec<Range<usize>>),
    /// It stands more than once, and the context does not settle which; at most 100 places. Of an elided quote, the
    /// whole passages.
    Ambiguous(Vec<Range<usize>>),
    /// A passage resembles it. Never held, however alike the two are.
    Near(Near),
    /// Nothing resembles it.
    Absent(Absence),
}

/// The passage that most resembles a quote which does not stand in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Near {
    /// Where the passage stands: whole words.
    pub at: Range<usize>,
    /// The words that differ, in order, at least one; typography is no difference.
    pub differs: Vec<Difference>,
}

/// Why a quote is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Absence {
    /// Nothing in the text resembles it.
    NothingAlike,
    /// The quote is empty, or only punctuation: it says nothing that could be held.
    EmptyQuote,
    /// The text is empty, or only white space and punctuation.
    EmptyText,
}

impl Outcome {
    /// The outcome in one word, as reports have it.
    pub fn name(&self) -> &'static str {
        match self {
            Outcome::Exact(_) => "exact",
            Outcome::Folded(_) => "folded",
            Outcome::Elided(_) => "elided",
            Outcome::Ambiguous(_) => "ambiguous",
            Outcome::Near(_) => "near",
            Outcome::Absent(_) => "absent",
        }
    }

    /// Whether the text holds the quote.
    pub fn is_held(&self) -> bool {
        matches!(self, Outcome::Exact(_) | Outcome::Folded(_) | Outcome::Elided(_))
    }

    /// The passage held or shown, from its first byte to its last; `None` where there is no one passage.
    pub fn span(&self) -> Option<Range<usize>> {
        match self {
            Outcome::Exact(at) | Outcome::Folded(at) => Some(at.clone()),
            Outcome::Elided(pieces) => whole(pieces),
            Outcome::Near(near) => Some(near.at.clone()),
            Outcome::Ambiguous(_) | Outcome::Absent(_) => None,
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// From the first byte of the first piece to the last of the last.
pub(super) fn whole(pieces: &[Range<usize>]) -> Option<Range<usize>> {
    Some(pieces.first()?.start..pieces.last()?.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_elided_quote_spans_its_pieces() {
        let outcome = Outcome::Elided(vec![3..5, 9..12]);
        assert_eq!(
            (outcome.span(), outcome.is_held(), outcome.to_string()),
            (Some(3..12), true, "elided".to_owned())
        );
        assert_eq!(Outcome::Ambiguous(vec![3..5, 9..12]).span(), None);
    }
}
