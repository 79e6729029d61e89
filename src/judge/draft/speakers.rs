//! Whose a claim is, as a draft may say it.

use crate::model::Dossier;
use crate::model::table::{AgentId, ClaimId};
use crate::spot::Speaker;

/// Whether a claim is by somebody to whom a draft gives words: the agent says it, passes it on or publishes it, and where a source
/// is named, it stands there. Whatever is given to nobody whom the record knows may be anybody's.
pub(super) fn is_by(dossier: &Dossier, claim: ClaimId, speaker: Option<Speaker>) -> bool {
    let Some(Speaker { agent, source }) = speaker else { return true };
    let stands = source.is_none_or(|source| dossier.claims[claim].source == source);
    stands && agent.is_none_or(|agent| is_of(dossier, claim, agent))
}

/// Whether an agent says a claim, passes it on, or publishes where it stands; or whoever does is part of the agent.
pub(super) fn is_of(dossier: &Dossier, claim: ClaimId, agent: AgentId) -> bool {
    let row = &dossier.claims[claim];
    let publisher = dossier.sources[row.source].publisher.filter(|_| row.said_by.is_empty());
    let node = dossier.agent_node(agent);
    let speaking = row.said_by.iter().chain(&row.beside.via).copied().chain(publisher);
    speaking.into_iter().any(|other| {
        other == agent
            || dossier.kin.within(dossier.agent_node(other), node)
            || dossier.kin.within(node, dossier.agent_node(other))
    })
}

/// Whether an agent publishes the source of a claim.
pub(super) fn publishes(dossier: &Dossier, claim: ClaimId, agent: AgentId) -> bool {
    dossier.sources[dossier.claims[claim].source].publisher == Some(agent)
}

/// Somebody to whom words are given, for people.
pub(super) fn named(dossier: &Dossier, Speaker { agent, source }: Speaker) -> String {
    match (agent, source) {
        (Some(agent), _) => format!("`{}`", dossier.agents[agent].name),
        (None, Some(source)) => format!("`{}`", dossier.sources.name(source)),
        (None, None) => String::new(),
    }
}

/// Who says a claim, for people: the speaker, else the publisher, else the source.
pub(super) fn speaker(dossier: &Dossier, claim: ClaimId) -> String {
    let row = &dossier.claims[claim];
    let publisher = dossier.sources[row.source].publisher;
    match row.said_by.last().copied().or(publisher) {
        Some(agent) => dossier.agents[agent].name.clone(),
        None => format!("`{}`", dossier.sources.name(row.source)),
    }
}
