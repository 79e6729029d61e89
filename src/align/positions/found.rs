//! The positions on a question.

use std::borrow::Cow;

use super::classes::Classes;
use super::position::{Position, position};
use super::shared::{by_numbers, by_options, cliques_that_share, sets_that_share};
use crate::align::Alignment;
use crate::align::independence::Ties;
use crate::align::outgrown::outgrown;
use crate::model::table::{ClaimId, QuestionId};
use crate::value::shape::Shape;

/// The positions on a question, in the order of their claims.
pub(crate) fn positions(alignment: &Alignment, ties: &Ties, question: QuestionId) -> Vec<Position> {
    let standing = standing(alignment, question);
    let classes = Classes::new(alignment, &standing);
    let found: Vec<Vec<usize>> = match classes.shapes.first().map(Cow::as_ref) {
        None => Vec::new(),
        Some(Shape::Numbers(_)) => by_numbers(&classes),
        Some(Shape::Options(_)) => by_options(&classes),
        Some(Shape::Names(_)) => cliques_that_share(alignment, &classes),
        Some(Shape::Items(_)) => sets_that_share(alignment, &classes),
        Some(Shape::Words(_)) => (0..classes.shapes.len()).map(|index| vec![index]).collect(),
    };
    let mut positions: Vec<Position> =
        found.into_iter().map(|members| position(alignment, ties, &classes, &members)).collect();
    positions.sort_by(|a, b| (&a.claims, &a.supporting).cmp(&(&b.claims, &b.supporting)));
    positions.dedup_by(|a, b| a.claims == b.claims && a.supporting == b.supporting);
    positions
}

/// The claims that may hold a position: those that stand and have not been outgrown by their own origin.
pub(crate) fn standing(alignment: &Alignment, question: QuestionId) -> Vec<ClaimId> {
    let claims: Vec<ClaimId> =
        alignment.claims.on(question).iter().copied().filter(|id| alignment.stands(*id)).collect();
    if !alignment.dossier.questions[question].grows {
        return claims;
    }
    let outgrown = outgrown(alignment, &claims);
    claims.into_iter().filter(|id| !outgrown.contains(id)).collect()
}
