//! Which positions lost or gained an independent origin between two dossiers.

use std::collections::BTreeSet;

use super::record::PositionChange;
use crate::align::origin::named;
use crate::align::positions::Position;
use crate::judge::Court;
use crate::model::table::QuestionId;
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
        let in_common = |at: usize| (now.items_of(&old[at]), now.shared(&old[at]));
        let best = (0..old.len()).max_by_key(|at| (in_common(*at), std::cmp::Reverse(*at)));
        match best.filter(|at| now.shared(&old[*at]) > 0) {
            Some(at) => {
                let was = old.remove(at);
                if was.origins != now.origins {
                    found.push(change(question, Some(&was), Some(now)));
                }
            }
            None if is_first || now.origins.is_empty() => {}
            None => found.push(change(question, None, Some(now))),
        }
    }
    // Where a position merely became part of a wider one, nothing was lost.
    // Nor where no origin of it was established: the claims that are gone say the rest.
    let lost = old.iter().filter(|was| !was.origins.is_empty());
    for was in
        lost.filter(|was| !new.iter().any(|now| now.shared(was) > 0 && was.origins.is_subset(&now.origins)))
    {
        found.push(change(question, Some(was), None));
    }
}

/// A position with the names that both dossiers know it by.
struct HeldThen {
    label: String,
    /// With `many`, the ids that it is about.
    items: BTreeSet<String>,
    claims: BTreeSet<String>,
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

fn change(question: &str, before: Option<&HeldThen>, after: Option<&HeldThen>) -> PositionChange {
    let none = BTreeSet::new();
    let origins = |of: Option<&'_ HeldThen>| of.map(|held| held.origins.clone()).unwrap_or(none.clone());
    let (was, is) = (origins(before), origins(after));
    let sources = |of: Option<&HeldThen>| of.map(|held| held.sources.clone()).unwrap_or_default();
    PositionChange {
        question: question.to_owned(),
        label: after.or(before).map(|held| held.label.clone()).unwrap_or_default(),
        before: before.map(|held| held.independent),
        after: after.map(|held| held.independent),
        lost: was.difference(&is).cloned().collect(),
        gained: is.difference(&was).cloned().collect(),
        sources_before: sources(before),
        sources_after: sources(after),
    }
}
