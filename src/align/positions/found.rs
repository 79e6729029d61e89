//! The positions on a question.

use super::classes::Classes;
use super::many::{by_item, names_items};
use super::position::{Position, position};
use super::shared::{by_numbers, by_options, cliques_that_share, sets_that_share};
use crate::align::alignment::Alignment;
use crate::align::independence::Ties;
use crate::align::outgrown::outgrown;
use crate::model::table::{ClaimId, QuestionId};
use crate::value::shape::Shape;

/// The positions on a question, in the order of their claims.
pub(crate) fn positions(alignment: &Alignment, ties: &Ties, question: QuestionId) -> Vec<Position> {
    let standing = standing(alignment, question);
    let mut positions = match standing.iter().any(|id| names_items(alignment, *id)) {
        true => by_item(alignment, ties, &standing),
        false => by_sets(alignment, ties, &standing),
    };
    positions.sort_by(|a, b| (&a.claims, &a.supporting, &a.items).cmp(&(&b.claims, &b.supporting, &b.items)));
    positions
}

/// The maximal sets of claims that hold together.
fn by_sets(alignment: &Alignment, ties: &Ties, standing: &[ClaimId]) -> Vec<Position> {
    let classes = Classes::new(alignment, standing);
    let found: Vec<Vec<usize>> = match classes.shapes.first() {
        None => Vec::new(),
        Some(Shape::Figure(_) | Shape::Times(_)) => by_numbers(&classes),
        Some(Shape::Options(_)) => by_options(&classes),
        Some(Shape::Names(_)) => cliques_that_share(alignment, &classes),
        Some(Shape::Items(_)) => sets_that_share(alignment, &classes),
        Some(Shape::Words(_)) => (0..classes.shapes.len()).map(|index| vec![index]).collect(),
    };
    found.into_iter().map(|members| position(alignment, ties, &classes, &members)).collect()
}

/// The claims that may hold a position: those that stand and have not been outgrown by their own origin.
pub(crate) fn standing(alignment: &Alignment, question: QuestionId) -> Vec<ClaimId> {
    let claims: Vec<ClaimId> =
        alignment.claims.on(question).iter().copied().filter(|id| alignment.stands(*id)).collect();
    if !alignment.dossier.questions[question].moves() {
        return claims;
    }
    let outgrown = outgrown(alignment, &claims);
    claims.into_iter().filter(|id| !outgrown.contains(id)).collect()
}
