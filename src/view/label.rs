//! A position in a few words.

use std::collections::BTreeSet;

use crate::align::positions::Position;
use crate::model::Dossier;
use crate::model::table::ClaimId;
use crate::value::shape::{Shape, Side};

/// So many different answers are named.
const MOST: usize = 4;

/// So many claims are asked whether they say the most.
const MOST_HELD: usize = 200;

/// The items that a position is about, or what its claims say, each once.
pub(crate) fn label(dossier: &Dossier, position: &Position, say: &dyn Fn(ClaimId) -> String) -> String {
    if !position.items.is_empty() {
        let titles = position.items.iter().map(|item| dossier.node_title(*item));
        return titles.collect::<Vec<_>>().join(", ");
    }
    let mut said: Vec<String> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let list = if position.supporting.is_empty() { &position.claims } else { &position.supporting };
    for id in list {
        let words = say(*id);
        if seen.insert(words.clone()) && said.len() < MOST {
            said.push(words);
        }
    }
    let more = seen.len() - said.len();
    let label = said.join(" · ");
    if more > 0 { format!("{label} and {more} more") } else { label }
}

/// The answer that all claims of a position have in common, in a few words: that of the claim which says the most, `471 or so` where
/// others say less of a figure; else the figures or days that all of them allow. `None` where it is about items, and where nothing tells.
pub(crate) fn common(
    dossier: &Dossier,
    position: &Position,
    say: &dyn Fn(ClaimId) -> String,
) -> Option<String> {
    let list = if position.supporting.is_empty() { &position.claims } else { &position.supporting };
    let shapes: Vec<(ClaimId, &Shape)> =
        list.iter().filter_map(|id| Some((*id, dossier.claims[*id].shape()?))).collect();
    if !position.items.is_empty() || shapes.is_empty() || shapes.len() < list.len() {
        return None;
    }
    let kind = &dossier.questions[dossier.claims[list[0]].question].kind;
    let is_within_all = |shape: &Shape| shapes.iter().all(|(_, other)| shape.within(other, &dossier.kin));
    let is_said_by_all = |shape: &Shape| shapes.iter().all(|(_, other)| shape.same(other, &dossier.kin));
    // Growth: with the square of the claims that support one position, up to the first that says the most.
    if let Some((id, shape)) = shapes.iter().take(MOST_HELD).find(|(_, shape)| is_within_all(shape)) {
        let so = if kind.is_measure() && !is_said_by_all(shape) { " or so" } else { "" };
        return Some(format!("{}{so}", say(*id)));
    }
    let all = |side: Side| {
        let mut runs = shapes.iter().map(|(_, shape)| Some(shape.numbers()?.on(side).clone()));
        let first = runs.next()??;
        runs.try_fold(first, |all, runs| Some(all.intersection(&runs?)))
    };
    let shared = [Side::Soft, Side::Hard].into_iter().filter_map(all).find(|runs| !runs.is_empty())?;
    Some(kind.shown(&shared))
}
