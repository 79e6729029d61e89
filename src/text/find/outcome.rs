//! What looking for a quote asks for, and what it gives.

use std::fmt;
use std::ops::Range;

use super::difference::Difference;
use crate::vocabulary::vocabulary;

/// A quote to look for, and what is known of its surroundings.
///
/// Prefix, suffix and locator settle which place is meant where the quote stands more than once; where it stands once and
/// not as they say, it is misplaced.
///
/// ```
/// use gainsay::{Needle, Outcome, find};
///
/// let text = "The north gate is open. The south gate is shut.";
/// assert_eq!(find(text, "gate"), Outcome::Ambiguous(vec![10..14, 34..38]));
/// assert_eq!(find(text, Needle::new("gate").with_prefix("south ")), Outcome::Exact(34..38));
/// assert_eq!(find(text, Needle::new("gate").with_suffix(" is open")), Outcome::Exact(10..14));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Needle<'a> {
    /// The words, verbatim. `...`, `…` and `[...]` stand for words left out, `[note]` for the recorder's own.
    pub quote: &'a str,
    /// What stands directly before it.
    pub prefix: Option<&'a str>,
    /// What stands directly behind it.
    pub suffix: Option<&'a str>,
    /// Where it stands: `page 4`, `paragraph 2`, `line 12`, or a time code such as `01:02:03`.
    pub locator: Option<&'a str>,
    /// What the text is written in, as a BCP 47 tag; left out, its own words tell. Words that turn a sentence around are
    /// known by it.
    pub language: Option<&'a str>,
}

impl<'a> Needle<'a> {
    /// A quote of whose surroundings nothing is known.
    #[must_use]
    pub fn new(quote: &'a str) -> Self {
        Needle { quote, ..Needle::default() }
    }

    /// Whether nothing says which of several places is meant.
    pub(super) fn is_alone(&self) -> bool {
        self.prefix.is_none() && self.suffix.is_none() && self.locator.is_none()
    }

    /// The same quote with what stands directly before it.
    #[must_use]
    pub fn with_prefix(self, prefix: &'a str) -> Self {
        Needle { prefix: Some(prefix), ..self }
    }

    /// The same quote with what stands directly behind it.
    #[must_use]
    pub fn with_suffix(self, suffix: &'a str) -> Self {
        Needle { suffix: Some(suffix), ..self }
    }

    /// The same quote with where it stands: `page 4`, `paragraph 2`, `line 12`, or a time code such as `01:02:03`.
    #[must_use]
    pub fn with_locator(self, locator: &'a str) -> Self {
        Needle { locator: Some(locator), ..self }
    }

    /// The same quote of a text in the language of a BCP 47 tag.
    #[must_use]
    pub fn with_language(self, language: &'a str) -> Self {
        Needle { language: Some(language), ..self }
    }
}

impl<'a> From<&'a str> for Needle<'a> {
    fn from(quote: &'a str) -> Self {
        Needle::new(quote)
    }
}

/// How a quote was found. All places are byte ranges of the text as it was given.
///
/// ```
/// use gainsay::{Outcome, OutcomeKind, find};
///
/// let text = "The crew slept. At dawn the old tanker left the port.";
/// let found = find(text, "At dawn ... left the port");
/// assert_eq!(found, Outcome::Elided(vec![16..23, 39..52]));
/// assert_eq!((found.kind(), found.is_held(), found.span()), (OutcomeKind::Elided, true, Some(16..52)));
///
/// let found = find(text, "At dusk the old tanker left");
/// assert_eq!((found.kind(), found.is_held(), found.span()), (OutcomeKind::Near, false, Some(16..43)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The same bytes stand here: once, or where the context says.
    Exact(Range<usize>),
    /// The same words stand here in other typography.
    Folded(Range<usize>),
    /// The pieces of the quote stand here, in order and within one paragraph; one range each.
    Elided(Vec<Range<usize>>),
    /// The words stand once, but not where prefix, suffix and locator say. Never held. Of an elided quote, the whole passage.
    Misplaced(Range<usize>),
    /// It stands more than once, and the context does not settle which; at most 100 places. Of an elided quote, the
    /// whole passages.
    Ambiguous(Vec<Range<usize>>),
    /// A passage resembles it. Never held, however alike the two are.
    Near(Near),
    /// Nothing resembles it.
    Absent(Absence),
}

vocabulary! {
    /// An [`Outcome`] in one word, without its places.
    ///
    /// ```
    /// use gainsay::{OutcomeKind, find};
    ///
    /// assert_eq!(find("It’s late.", "It's late").kind(), OutcomeKind::Folded);
    /// assert_eq!(OutcomeKind::Folded.name(), "folded");
    /// ```
    pub enum OutcomeKind {
        /// See [`Outcome::Exact`].
        Exact = "exact",
        /// See [`Outcome::Folded`].
        Folded = "folded",
        /// See [`Outcome::Elided`].
        Elided = "elided",
        /// See [`Outcome::Misplaced`].
        Misplaced = "misplaced",
        /// See [`Outcome::Ambiguous`].
        Ambiguous = "ambiguous",
        /// See [`Outcome::Near`].
        Near = "near",
        /// See [`Outcome::Absent`].
        Absent = "absent",
        /// Nothing was looked at: there is no text, or one that is not read. No [`Outcome`] is of this kind.
        Unchecked = "unchecked",
    }
}

impl OutcomeKind {
    /// Whether the text holds the quote.
    #[must_use]
    pub fn is_held(self) -> bool {
        matches!(self, OutcomeKind::Exact | OutcomeKind::Folded | OutcomeKind::Elided)
    }
}

/// The passage that most resembles a quote which does not stand in the text.
///
/// ```
/// use gainsay::{Outcome, find};
///
/// let text = "Nine barges were moored there.";
/// let Outcome::Near(near) = find(text, "Five barges were moored") else { panic!("one word differs") };
/// assert_eq!(&text[near.at.clone()], "Nine barges were moored");
/// assert_eq!(near.differs.len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Near {
    /// Where the passage stands: whole words.
    pub at: Range<usize>,
    /// The words that differ, in order, at least one; typography is no difference.
    pub differs: Vec<Difference>,
}

/// Why a quote is absent.
///
/// ```
/// use gainsay::{Absence, Outcome, find};
///
/// assert_eq!(find("All was quiet.", "[...]"), Outcome::Absent(Absence::EmptyQuote));
/// assert_eq!(find(" — ", "all was quiet"), Outcome::Absent(Absence::EmptyText));
/// assert_eq!(find("All was quiet.", "nobody came to the bridge"), Outcome::Absent(Absence::NothingAlike));
/// ```
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
    /// Which outcome it is.
    #[must_use]
    pub fn kind(&self) -> OutcomeKind {
        match self {
            Outcome::Exact(_) => OutcomeKind::Exact,
            Outcome::Folded(_) => OutcomeKind::Folded,
            Outcome::Elided(_) => OutcomeKind::Elided,
            Outcome::Misplaced(_) => OutcomeKind::Misplaced,
            Outcome::Ambiguous(_) => OutcomeKind::Ambiguous,
            Outcome::Near(_) => OutcomeKind::Near,
            Outcome::Absent(_) => OutcomeKind::Absent,
        }
    }

    /// The outcome in one word, as reports have it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.kind().name()
    }

    /// Whether the text holds the quote.
    #[must_use]
    pub fn is_held(&self) -> bool {
        matches!(self, Outcome::Exact(_) | Outcome::Folded(_) | Outcome::Elided(_))
    }

    /// The passage held or shown, from its first byte to its last; `None` where there is no one passage.
    #[must_use]
    pub fn span(&self) -> Option<Range<usize>> {
        match self {
            Outcome::Exact(at) | Outcome::Folded(at) | Outcome::Misplaced(at) => Some(at.clone()),
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
