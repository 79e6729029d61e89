//! Whether a claim records what stands in a passage: its quote covers the words, and its value is carried there.

use std::ops::Range;

use crate::align::looked::{Evidence, Seen};
use crate::model::Dossier;
use crate::model::claim::{Claim, Says, Stated};
use crate::text::{Outcome, fold_text};
use crate::value::calendar::english::{Said, days_anywhere};
use crate::value::quantity::{QuantityReader, states, states_difference};
use crate::value::shape::{Runs, Shape};
use crate::value::types::{Addend, Change, Kind};

/// The bytes of all the words at which a claim's quote is held.
pub(crate) fn places(evidence: &Evidence) -> &[Range<usize>] {
    match evidence {
        Evidence::Seen(seen) => held(seen),
        _ => &[],
    }
}

fn held(seen: &Seen) -> &[Range<usize>] {
    match &seen.outcome {
        Outcome::Exact(at) | Outcome::Folded(at) => std::slice::from_ref(at),
        Outcome::Elided(pieces) => pieces,
        _ => &[],
    }
}

/// Whether a quote that stands in some places covers words: where it cuts a hedge before them off, the value tells.
pub(super) fn covers(places: &[Range<usize>], words: &Range<usize>) -> bool {
    places.iter().any(|place| place.start < words.end && words.end <= place.end)
}

/// Whether a claim whose quote covers the words of a figure has it for its value, or its value has its words; `read` are the words as
/// figures are read in them.
pub(super) fn has_figure(dossier: &Dossier, claim: &Claim, words: &str, read: &str) -> bool {
    let Some(says) = claim.says() else { return false };
    let question = &dossier.questions[claim.question];
    let certainty = question.certainty(claim.modality, &claim.scope);
    let states = |reader: QuantityReader| states_it(says, read, reader);
    let stated = question.kind.read_figures(&dossier.quantifiers, certainty, states);
    stated.unwrap_or_else(|| {
        matches!(question.kind, Kind::Text | Kind::Choice { .. } | Kind::Set) && has_words(says, words)
    })
}

fn states_it(says: &Says, words: &str, reader: QuantityReader) -> bool {
    if let Some(relative) = &says.relative {
        return match &relative.change {
            Change::By(by) => states_difference(words, by, reader),
            Change::Unsaid | Change::Times(_) => false,
        };
    }
    if !says.sum.is_empty() {
        let is_piece = |piece: &Addend| match piece {
            Addend::Article => false,
            Addend::Said(bounds) => states(words, bounds, reader),
        };
        return says.sum.iter().any(is_piece);
    }
    match says.stated.as_deref().unwrap_or(&says.shape) {
        Shape::Figure(figure) => states(words, &figure.bounds, reader),
        _ => false,
    }
}

/// Whether words stand in what a claim says.
fn has_words(says: &Says, words: &str) -> bool {
    let plain = |text: &str| fold_text(text).to_lowercase();
    plain(&says.words).contains(plain(words).trim())
}

/// Whether a claim whose quote covers a date has it for its value, for the moment that it holds for or for its period, or its
/// value has its words.
pub(super) fn has_date(dossier: &Dossier, claim: &Claim, said: &Said, words: &str) -> bool {
    // Of a stretch of time its ends are named, and not what lies within.
    let period = match &claim.scope.period {
        Some(Stated::Is(period)) => [period.first, period.last],
        _ => [None; 2],
    };
    let as_of = claim.as_of.as_ref().map_or([None; 2], |it| [it.days.least(), it.days.greatest()]);
    let ends = period.into_iter().chain(as_of).flatten();
    if ends.into_iter().any(|day| said.allows(&Runs::one(day))) {
        return true;
    }
    let Some(says) = claim.says() else { return false };
    match (&dossier.questions[claim.question].kind, says.stated.as_deref().unwrap_or(&says.shape)) {
        (Kind::Date, Shape::Times(times)) => said.allows(&days_anywhere(times)),
        (Kind::Text | Kind::Choice { .. } | Kind::Set, _) => has_words(says, words),
        _ => false,
    }
}
