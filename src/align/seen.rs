//! A quote looked for in the text it is said to come from.

pub(crate) use super::attributed::Attributed;
use super::attributed::attributed;
use crate::model::Dossier;
use crate::model::claim::{Claim, Quote};
use crate::model::lock::Fit;
use crate::text::{
    Cut, CutKind, Haystack, Long, Needle, Outcome, cut, is_long, line_column, sentence_around,
};

/// A quote looked for in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) outcome: Outcome,
    /// The passage that was found or resembles it; the sentence of a misplaced one.
    pub(crate) passage: Option<String>,
    /// Line and column of the passage, from 1.
    pub(crate) place: Option<(usize, usize)>,
    /// What the quote cuts through or drops: its kind, and the words of the text.
    pub(crate) cut: Option<(CutKind, String)>,
    pub(crate) long: Option<Long>,
    /// What the text says of the speaker.
    pub(crate) attributed: Attributed,
}

/// Looks for a quote in the text it is said to come from, whose language is that of a BCP 47 tag.
pub(crate) fn look(haystack: &Haystack<'_>, quote: &Quote, language: Option<&str>) -> Seen {
    let needle = Needle {
        quote: &quote.words,
        prefix: quote.prefix.as_deref(),
        suffix: quote.suffix.as_deref(),
        locator: quote.locator.as_deref(),
        language,
    };
    let outcome = haystack.find(needle);
    let text = haystack.text();
    let at = outcome.span();
    let held = outcome.is_held();
    Seen {
        passage: at.clone().map(|at| match &outcome {
            Outcome::Misplaced(_) => text[sentence_around(text, &at)].trim().to_owned(),
            _ => text[at].to_owned(),
        }),
        place: at.as_ref().map(|at| line_column(text, at.start)),
        cut: at
            .as_ref()
            .filter(|_| held)
            .and_then(|at| cut(text, at, language))
            .map(|Cut { kind, at }| (kind, text[at].to_owned())),
        long: at.as_ref().filter(|_| held).and_then(|at| is_long(text, at)),
        outcome,
        attributed: Attributed::Unasked,
    }
}

/// Looks for a claim's quote in the text of its source, and for its speaker; `None` where it has no quote.
pub(crate) fn look_at(dossier: &Dossier, claim: &Claim, haystack: &Haystack<'_>) -> Option<Seen> {
    let seen = look(haystack, claim.quote.as_ref()?, dossier.language_of(claim.source));
    Some(Seen { attributed: attributed(dossier, claim, haystack, &seen.outcome), ..seen })
}

/// How a held quote was held; `None` where it was not.
pub(crate) fn how(outcome: &Outcome) -> Option<Fit> {
    match outcome {
        Outcome::Exact(_) => Some(Fit::Exact),
        Outcome::Folded(_) => Some(Fit::Folded),
        Outcome::Elided(_) => Some(Fit::Elided),
        _ => None,
    }
}
