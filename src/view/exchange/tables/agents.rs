//! Who speaks and publishes, and what each is part of.

use super::column::table_row;
use super::whole::Tables;
use crate::model::table::AgentId;

table_row! {
    /// Whoever speaks or publishes.
    AgentRow as "agents" sorted by 1 {
        agent: &'a str,
        name: &'a str,
        aliases: Option<String>,
        kind: Option<&'a str>,
        named: bool,
        tie: &'a str,
    }
}

table_row! {
    /// An agent and one that it is part of.
    AgentPart as "agent_parts" sorted by 2 {
        part: &'a str,
        whole: &'a str,
    }
}

pub(super) fn agents<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(AgentRow<'_>)) {
    let agents = &tables.exchange.dossier().agents;
    for id in tables.agents() {
        let agent = &agents[id];
        let aliases: Vec<&str> = agent.aliases.iter().map(|alias| alias.name.as_str()).collect();
        give(AgentRow {
            agent: agents.name(id),
            name: &agent.name,
            aliases: (!aliases.is_empty()).then(|| aliases.join("; ")),
            kind: agent.kind.map(|kind| kind.name()),
            named: agent.named,
            tie: tables.tie(id),
        });
    }
}

pub(super) fn parts<'a>(tables: &Tables<'a>, give: &mut dyn FnMut(AgentPart<'_>)) {
    let dossier = tables.exchange.dossier();
    let is_public = |id: &AgentId| tables.exchange.public.agents.contains(id);
    for part in tables.agents() {
        let wholes = dossier.kin.containers(dossier.agent_node(part));
        let mut wholes: Vec<AgentId> =
            wholes.filter_map(|node| dossier.agent_of(node)).filter(is_public).collect();
        wholes.sort_unstable();
        for whole in wholes {
            let (part, whole) = (dossier.agents.name(part), dossier.agents.name(whole));
            give(AgentPart { part, whole });
        }
    }
}
