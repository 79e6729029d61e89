//! A position: claims that can hold together, and who stands behind them.

use super::classes::Classes;
use crate::align::Alignment;
use crate::align::independence;
use crate::align::independence::{Origins, Ties};
use crate::model::table::{ClaimId, SourceId};
use crate::value::shape::runs::Runs;
use crate::value::shape::{Names, Shape};

/// Claims that can hold together, none of which could be added to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) claims: Vec<ClaimId>,
    /// Those of them that support it rather than merely allow it.
    pub(crate) supporting: Vec<ClaimId>,
    pub(crate) sources: Vec<SourceId>,
    /// The origins of the claims that support it.
    pub(crate) origins: Origins,
}

pub(super) fn position(alignment: &Alignment, ties: &Ties, classes: &Classes, members: &[usize]) -> Position {
    let shapes: Vec<&Shape> = members.iter().map(|index| classes.shapes[*index].as_ref()).collect();
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
    let claims = collect(&|_| true);
    let supporting = collect(&|at| supporting[at]);
    let mut sources: Vec<SourceId> = claims.iter().map(|id| alignment.dossier.claims[*id].source).collect();
    sources.sort_unstable();
    sources.dedup();
    let origins = independence::count(alignment, ties, &supporting);
    Position { claims, supporting, sources, origins }
}

/// Which of a position's shapes support it.
fn supporting(alignment: &Alignment, shapes: &[&Shape]) -> Vec<bool> {
    let kin = &alignment.dossier.kin;
    let common = shapes
        .iter()
        .filter_map(|shape| shape.numbers())
        .fold(Runs::everything(), |common, bounds| common.intersection(&bounds.hard));
    let supports = |shape: &Shape| {
        shape.is_firm()
            && match shape {
                Shape::Numbers(bounds) => bounds.soft.shares(&common),
                Shape::Names(names @ Names::OneOf(_)) => shapes.iter().all(|other| match other {
                    Shape::Names(other) => names.hard_within(other, kin) || other.hard_within(names, kin),
                    _ => true,
                }),
                _ => true,
            }
    };
    shapes.iter().map(|shape| supports(shape)).collect()
}
