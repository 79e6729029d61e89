//! What would settle a dispute.

use super::court::Court;
use super::family::Settles;
use super::rule::Rule;
use crate::align::relation::{Class, open};
use crate::model::claim::AsOf;
use crate::model::question::{Dimension, OverTime};
use crate::model::table::{ClaimId, Id, QuestionId};

/// What would settle a dispute, derived from its kind and from what its claims leave open; `pairs` are those that it joins.
pub(crate) fn settles(
    court: &Court,
    question: QuestionId,
    (claims, pairs): (&[ClaimId], &[(ClaimId, ClaimId)]),
    rule: &Rule,
) -> Vec<String> {
    let dossier = court.dossier();
    let alignment = court.alignment;
    let mut found = Vec::new();
    if rule.family.class() == Some(Class::Open) {
        for open in pairs.iter().filter_map(|(a, b)| open(alignment, *a, *b)) {
            if !found.contains(&open) {
                found.push(open);
            }
        }
    }
    // What is open says what to state; else what the claims leave out may be what makes them differ.
    if found.is_empty() {
        found.extend(unstated(court, question, claims));
    }
    let mut speakers: Vec<&str> = claims
        .iter()
        .filter_map(|id| dossier.claims[*id].said_by.last())
        .filter(|agent| !court.is_publishing(**agent))
        .map(|agent| dossier.agents[*agent].name.as_str())
        .collect();
    speakers.sort_unstable();
    speakers.dedup();
    if !speakers.is_empty() {
        found.push(format!("the statement itself, which the dossier does not hold: {}", speakers.join(", ")));
    }
    match rule.family.telling().and_then(|telling| telling.settled_by) {
        Some(Settles::Correction) => found.push(
            "the source's own correction, or a look at whether both quotes answer one question".to_owned(),
        ),
        Some(Settles::FurtherOrigin) if speakers.is_empty() => {
            found.push("a further origin, independent of those counted here".to_owned());
        }
        _ => {}
    }
    found
}

/// What some of the claims do not state: the moment that they hold for, or a dimension of scope.
fn unstated(court: &Court, question: QuestionId, claims: &[ClaimId]) -> Vec<String> {
    let alignment = court.alignment;
    let mut found = Vec::new();
    let over_time = court.dossier().questions[question].over_time;
    let assumed = claims.iter().any(|id| alignment.basics[id.index()].when.assumed);
    if over_time != OverTime::Fixed && assumed {
        found.push(format!(
            "a stated as-of: the answer {over_time}, and one of the claims does not say which moment it holds for"
        ));
    }
    if over_time != OverTime::Fixed && claims.iter().any(|id| is_undated(court, *id)) {
        found.push("a date for the source whose date is unknown".to_owned());
    }
    let is_unstated = |dimension: Dimension| {
        let said: Vec<bool> = claims.iter().map(|id| alignment.stated(*id, dimension).is_some()).collect();
        said.contains(&true) && said.contains(&false)
    };
    for dimension in Dimension::ALL.iter().copied().filter(|dimension| is_unstated(*dimension)) {
        found.push(format!("a stated {}: one of the claims leaves it out", dimension.name()));
    }
    found
}

fn is_undated(court: &Court, id: ClaimId) -> bool {
    court.alignment.basics[id.index()].when.as_of.as_ref() == &AsOf::unknown()
}
