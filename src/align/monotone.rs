//! The monotone law: what covers less never has the larger number. See semantics.md, section 2.

use crate::model::question::Question;
use crate::value::shape::Shape;
use crate::value::types::Kind;

/// Whether a part's figure must lie at or below the whole's on this question.
pub(crate) fn is_monotone(question: &Question) -> bool {
    question.additive
}

/// Whether the part's least lies above the whole's greatest.
pub(crate) fn exceeds(part: &Shape, whole: &Shape) -> bool {
    match (part.numbers(), whole.numbers()) {
        (Some(part), Some(whole)) => {
            matches!((part.hard.least(), whole.hard.greatest()), (Some(least), Some(greatest)) if least > greatest)
        }
        _ => false,
    }
}

/// Whether what two questions measure can be added.
pub(super) fn one_measure(a: &Kind, b: &Kind) -> bool {
    match (a, b) {
        (Kind::Amount { unit: a }, Kind::Amount { unit: b }) => a == b,
        (a, b) => a == b && a.is_measure(),
    }
}
