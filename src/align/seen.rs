//! A quote looked for in the text it is said to come from.

pub(crate) use super::attributed::Attributed;
use super::attributed::attributed;
use crate::capture::{Found, PagePart, QuoteFinder};
use crate::model::Dossier;
use crate::model::claim::{Claim, Quote};
use crate::model::lock::Fit;
use crate::text::{Cut, CutKind, Long, Needle, Outcome, cut, is_long, sentence_around};

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
    /// Where in a page the passage stands.
    pub(crate) stands: Option<PagePart>,
    /// Whether words of the passage were struck in the source, and are left out.
    pub(crate) over_struck: bool,
    /// When the passage was said, in milliseconds from the beginning.
    pub(crate) said: Option<(u64, Option<u64>)>,
    /// What the text says of the speaker.
    pub(crate) attributed: Attributed,
}

/// Looks for a quote in the text it is said to come from, whose language is that of a BCP 47 tag.
pub(crate) fn look(finder: &QuoteFinder<'_>, quote: &Quote, language: Option<&str>) -> Seen {
    seen(finder.find(needle(quote, language)), language)
}

/// What to look for, for a quote in a text of a language.
pub(crate) fn needle<'a>(quote: &'a Quote, language: Option<&'a str>) -> Needle<'a> {
    Needle {
        quote: &quote.words,
        prefix: quote.context.prefix.as_deref(),
        suffix: quote.context.suffix.as_deref(),
        locator: quote.context.locator.as_deref(),
        language,
    }
}

/// Looks for a claim's quote in the text of its source, and for its speaker; `None` where it has no quote.
pub(crate) fn look_at(dossier: &Dossier, claim: &Claim, finder: &QuoteFinder<'_>) -> Option<Seen> {
    let language = dossier.language_of(claim.source);
    let found = finder.find(needle(claim.quote.as_ref()?, language));
    let attributed = attributed(dossier, claim, finder, &found);
    Some(Seen { attributed, ..seen(found, language) })
}

fn seen(found: Found<'_>, language: Option<&str>) -> Seen {
    let (text, at) = (found.text, found.at);
    let held = found.outcome.is_held();
    Seen {
        passage: at.clone().map(|at| match &found.outcome {
            Outcome::Misplaced(_) => text[sentence_around(text, &at)].trim().to_owned(),
            _ => text[at].to_owned(),
        }),
        place: found.line_column,
        cut: at
            .as_ref()
            .filter(|_| held)
            .and_then(|at| cut(text, at, language))
            .map(|Cut { kind, at }| (kind, text[at].to_owned())),
        long: at.as_ref().filter(|_| held).and_then(|at| is_long(text, at)),
        stands: found.place,
        over_struck: found.over_struck,
        said: found.said,
        outcome: found.outcome,
        attributed: Attributed::Unasked,
    }
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
