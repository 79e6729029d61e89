//! Taking `[agent.ID]`.

use super::alias::aliases;
use crate::load::at::At;
use crate::load::entry::Entry;
use crate::load::ids::Ids;
use crate::load::keys::AgentKey;
use crate::load::rings;
use crate::load::tree::Table;
use crate::model::Dossier;
use crate::model::problem::Problem;
use crate::model::source::Agent;

/// Someone who speaks, as the table has it.
pub(super) fn take<'t>(id: &At<String>, table: Table<'t>, ids: &Ids, problems: &mut Vec<Problem>) -> Agent {
    let mut entry = Entry::new(table, format!("agent.{}", id.value), id.spot, problems);
    let read = Agent {
        spot: id.spot,
        name: entry.required(AgentKey::Name).map(|name| name.value).unwrap_or_else(|| id.value.clone()),
        aliases: aliases(&mut entry, AgentKey::Aliases),
        named: entry.flag(AgentKey::Named).unwrap_or(true),
        kind: entry.one_of(AgentKey::Kind),
        part_of: entry.ids(AgentKey::PartOf, ids),
        affiliated_with: entry.ids(AgentKey::AffiliatedWith, ids),
        confusable_with: entry.ids(AgentKey::ConfusableWith, ids),
        party_to: entry.ids(AgentKey::PartyTo, ids),
    };
    entry.text(AgentKey::Note);
    entry.finish();
    read
}

/// Reports each agent that is part of itself.
pub(super) fn report_rings(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let agents = &dossier.agents;
    rings::report(
        "agent",
        agents,
        AgentKey::PartOf,
        |agent| agent.part_of.clone(),
        |agent| agent.spot,
        problems,
    );
}
