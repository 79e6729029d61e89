//! A position: claims that can hold together, and who stands behind them.

use super::classes::Classes;
use super::clocks;
use crate::align::alignment::Alignment;
use crate::align::independence;
use crate::align::independence::{Origins, Ties};
use crate::model::table::{ClaimId, SourceId};
use crate::value::shape::{Names, Node, Runs, Shape, Times};

/// Claims that can hold together, none of which could be added to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) claims: Vec<ClaimId>,
    /// Those of them that support it rather than merely allow it.
    pub(crate) supporting: Vec<ClaimId>,
    pub(crate) sources: Vec<SourceId>,
    /// With `many`, the items that it is about: those of one position have the same claims for and against them.
    pub(crate) items: Vec<Node>,
    /// With `many`, the claims that rule one of these out.
    pub(crate) against: Vec<ClaimId>,
    /// The origins of the claims that support it.
    pub(crate) origins: Origins,
}

impl Position {
    /// The position of some claims, with those of them that support it; both in order.
    pub(super) fn new(
        alignment: &Alignment,
        ties: &Ties,
        claims: Vec<ClaimId>,
        supporting: Vec<ClaimId>,
    ) -> Self {
        let mut sources: Vec<SourceId> =
            claims.iter().map(|id| alignment.dossier.claims[*id].source).collect();
        sources.sort_unstable();
        sources.dedup();
        let origins = independence::count(alignment, ties, &supporting);
        Position { claims, supporting, sources, items: Vec::new(), against: Vec::new(), origins }
    }
}

/// The position of some classes.
pub(super) fn position(alignment: &Alignment, ties: &Ties, classes: &Classes, members: &[usize]) -> Position {
    let shapes: Vec<&Shape> = members.iter().map(|index| classes.shapes[*index]).collect();
    let supporting = supporting(alignment, &shapes);
    let collect = |chosen: &dyn Fn(usize) -> bool| {
        let mut claims: Vec<ClaimId> = members
            .iter()
            .enumerate()
            .filter(|(at, _)| chosen(*at))
            .flat_map(|(_, index)| classes.members[*index].iter().copied())
            .collect();
        claims.sort_unstable();
        claims.dedup();
        claims
    };
    Position::new(alignment, ties, collect(&|_| true), collect(&|at| supporting[at]))
}

/// Which of a position's shapes support it.
fn supporting(alignment: &Alignment, shapes: &[&Shape]) -> Vec<bool> {
    let kin = &alignment.dossier.kin;
    let dates: Vec<&Times> = shapes
        .iter()
        .filter_map(|shape| if let Shape::Times(times) = shape { Some(times) } else { None })
        .collect();
    if dates.len() == shapes.len() {
        let firm = shapes.iter().map(|shape| shape.is_firm());
        return clocks::supporting(&dates)
            .into_iter()
            .zip(firm)
            .map(|(shares, firm)| shares && firm)
            .collect();
    }
    let numbers = shapes.iter().filter_map(|shape| shape.numbers());
    let common = Runs::in_common(numbers.map(|bounds| &bounds.hard));
    let reaches = |shape: &Shape| shape.numbers().is_some_and(|bounds| bounds.soft.shares(&common));
    let is_bare = |shape: &Shape| matches!(shape, Shape::Figure(figure) if figure.bare.is_some());
    let rounded: Vec<&Shape> =
        shapes.iter().copied().filter(|shape| is_bare(shape) && reaches(shape)).collect();
    let supports = |shape: &Shape| {
        shape.is_firm()
            && match shape {
                Shape::Figure(_) => {
                    reaches(shape) || is_bare(shape) && rounded.iter().any(|other| other.rounds_to(shape))
                }
                Shape::Names(names @ Names::OneOf(_)) => shapes.iter().all(|other| match other {
                    Shape::Names(other) => names.hard_within(other, kin) || other.hard_within(names, kin),
                    _ => true,
                }),
                _ => true,
            }
    };
    shapes.iter().map(|shape| supports(shape)).collect()
}
