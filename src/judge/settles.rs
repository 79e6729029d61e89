//! What would settle a dispute.

use super::court::Court;
use super::family::Settles;
use super::rule::Rule;
use crate::model::claim::AsOf;
use crate::model::question::Dimension;
use crate::model::table::{ClaimId, Id, QuestionId};

/// What would settle a dispute, derived from its kind and from what its claims leave open.
pub(crate) fn settles(court: &Court, question: QuestionId, claims: &[ClaimId], rule: &Rule) -> Vec<String> {
    let dossier = court.dossier();
    let alignment = court.alignment;
    let mut found = Vec::new();
    let grows = dossier.questions[question].grows;
    let assumed = claims.iter().any(|id| alignment.basics[id.index()].when.assumed);
    if grows && assumed {
        found.push(
            "a stated as-of: the figure grows, and one of the claims does not say which moment it holds for"
                .to_owned(),
        );
    }
    if grows && claims.iter().any(|id| alignment.basics[id.index()].when.as_of == AsOf::unknown()) {
        found.push("a date for the source whose date is unknown".to_owned());
    }
    let unstated = |dimension: Dimension| {
        let said: Vec<bool> = claims.iter().map(|id| alignment.stated(*id, dimension).is_some()).collect();
        said.contains(&true) && said.contains(&false)
    };
    for dimension in Dimension::ALL.iter().copied().filter(|dimension| unstated(*dimension)) {
        found.push(format!("a stated {}: one of the claims leaves it out", dimension.name()));
    }
    let mut speakers: Vec<&str> = claims
        .iter()
        .filter_map(|id| dossier.claims[*id].said_by.last())
        .filter(|agent| !dossier.sources.iter().any(|(_, source)| source.publisher == Some(**agent)))
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
