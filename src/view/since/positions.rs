//! Which positions lost or gained an independent origin between two dossiers.

use std::collections::BTreeSet;

use super::record::{Gone, PositionChange};
use crate::align::origin::named;
use crate::align::positions::Position;
use crate::judge::Court;
use crate::model::claim::Claim;
use crate::model::table::{ClaimId, QuestionId};
use crate::view::label::label;

/// The changed positions, in the order of their questions.
pub(super) fn changes(before: &Court, after: &Court) -> Vec<PositionChange> {
    let (old, new) = (&before.dossier().questions, &after.dossier().questions);
    let mut found = Vec::new();
    for was in old.ids() {
        // A question that is gone is told as such, and its positions with it.
        if let Some(is) = new.find(old.name(was)) {
            on_question((before, was), (after, is), &mut found);
        }
    }
    found
}

fn on_question(before: (&Court, QuestionId), after: (&Court, QuestionId), found: &mut Vec<PositionChange>) {
    // Where some are left out, one that is not listed may be there all the same.
    if [before, after].iter().any(|(court, question)| court.is_cut(*question)) {
        return;
    }
    let held = |(court, question): (&Court, QuestionId)| -> Vec<HeldThen> {
        court.positions_on(question).iter().map(|position| HeldThen::new(court, position)).collect()
    };
    let (mut old, new) = (held(before), held(after));
    let question = before.0.dossier().questions.name(before.1);
    // The first answer to a question is told with its claim.
    let is_first = old.is_empty();
    for now in &new {
        // A position stays the same one as long as some claim holds it before and after; most in common goes first.
        // Where its claims have other names, it is known by what they say.
        let is_said = |at: usize| now.label == old[at].label;
        let in_common = |at: usize| (now.items_of(&old[at]), now.shared(&old[at]), is_said(at));
        let best = (0..old.len()).max_by_key(|at| (in_common(*at), std::cmp::Reverse(*at)));
        match best.filter(|at| now.shared(&old[*at]) > 0 || is_said(*at)) {
            Some(at) => {
                let was = old.remove(at);
                if was.origins != now.origins {
                    found.push(change(question, Some(&was), Ok(now)));
                }
            }
            None if is_first || now.origins.is_empty() => {}
            None => found.push(change(question, None, Ok(now))),
        }
    }
    // Where a position merely became part of a wider one, nothing was lost.
    // Nor where no origin of it was established: the claims that are gone say the rest.
    let lost = old.iter().filter(|was| !was.origins.is_empty());
    for was in
        lost.filter(|was| !new.iter().any(|now| now.shared(was) > 0 && was.origins.is_subset(&now.origins)))
    {
        let gone = match was.items.iter().any(|item| new.iter().any(|now| now.items.contains(item))) {
            true => Gone::Regrouped,
            false => gone(before.0, &was.supporting, after),
        };
        found.push(change(question, Some(was), Err(gone)));
    }
}

/// What became of what some claims said, on a question where they hold no position any more.
fn gone(before: &Court, claims: &[ClaimId], (after, question): (&Court, QuestionId)) -> Gone {
    let (old, new) = (before.dossier(), after.dossier());
    let figure = |claim: &Claim| claim.shape().and_then(|shape| shape.numbers()).map(|it| it.hard.clone());
    let said: BTreeSet<String> = claims.iter().map(|id| old.said(&old.claims[*id])).collect();
    let figures: Vec<_> = claims.iter().filter_map(|id| figure(&old.claims[*id])).collect();
    let says = |claim: &Claim| {
        said.contains(&new.said(claim)) || figure(claim).is_some_and(|figure| figures.contains(&figure))
    };
    let mut still =
        after.alignment.claims.on(question).iter().filter(|id| says(&new.claims[**id])).peekable();
    if still.peek().is_some() {
        let is_taken_back = still.all(|id| after.alignment.is_withdrawn(*id));
        return if is_taken_back { Gone::TakenBack } else { Gone::Regrouped };
    }
    let left_out: BTreeSet<&str> = new.left_out.iter().filter_map(|it| it.claim.as_deref()).collect();
    match claims.iter().any(|id| left_out.contains(old.claims.name(*id))) {
        true => Gone::LeftOut,
        false => Gone::Unsaid,
    }
}

/// A position with the names that both dossiers know it by.
struct HeldThen {
    label: String,
    /// With `many`, the ids that it is about.
    items: BTreeSet<String>,
    claims: BTreeSet<String>,
    /// The claims that say it, rather than merely allow it.
    supporting: Vec<ClaimId>,
    sources: Vec<String>,
    /// The established origins behind it, those that fall together as one.
    origins: BTreeSet<String>,
    independent: usize,
}

impl HeldThen {
    fn new(court: &Court, position: &Position) -> Self {
        let dossier = court.dossier();
        let groups = position.origins.groups.iter().filter(|group| group.established);
        let origin = |group: &crate::align::independence::Group| {
            group.origins.iter().map(|speaker| named(dossier, *speaker)).collect::<Vec<_>>().join(" and ")
        };
        HeldThen {
            label: label(dossier, position, &|id| dossier.said(&dossier.claims[id])),
            items: position.items.iter().map(|item| dossier.node_name(*item).to_owned()).collect(),
            claims: position.claims.iter().map(|id| dossier.claims.name(*id).to_owned()).collect(),
            supporting: position.supporting.clone(),
            sources: position.sources.iter().map(|id| dossier.sources.name(*id).to_owned()).collect(),
            origins: groups.map(origin).collect(),
            independent: position.origins.independent,
        }
    }

    /// How many items it has in common with another.
    fn items_of(&self, other: &HeldThen) -> usize {
        self.items.intersection(&other.items).count()
    }

    fn shared(&self, other: &HeldThen) -> usize {
        self.claims.intersection(&other.claims).count()
    }
}

/// `after`: the position, or why there is none any more.
fn change(question: &str, before: Option<&HeldThen>, after: Result<&HeldThen, Gone>) -> PositionChange {
    let gone = after.err();
    let after = after.ok();
    let none = BTreeSet::new();
    let origins = |of: Option<&'_ HeldThen>| of.map(|held| held.origins.clone()).unwrap_or(none.clone());
    let (was, is) = (origins(before), origins(after));
    let sources = |of: Option<&HeldThen>| of.map(|held| held.sources.clone()).unwrap_or_default();
    PositionChange {
        question: question.to_owned(),
        label: after.or(before).map(|held| held.label.clone()).unwrap_or_default(),
        before: before.map(|held| held.independent),
        after: after.map(|held| held.independent),
        gone,
        lost: was.difference(&is).cloned().collect(),
        gained: is.difference(&was).cloned().collect(),
        sources_before: sources(before),
        sources_after: sources(after),
    }
}
