//! Whether places and agents are named in some words.

use crate::model::Dossier;
use crate::model::source::{Agent, Place};
use crate::model::table::{AgentId, Id, PlaceId};
use crate::text::Naming;
use crate::value::shape::Node;

/// Whether the node, or something within it, is named by its name or an alias.
pub(crate) fn is_named(dossier: &Dossier, node: Node, words: &Naming) -> bool {
    known_names(dossier, node).any(|name| words.name(name))
}

/// The names and aliases of a node and of all within it.
pub(crate) fn known_names(dossier: &Dossier, node: Node) -> impl Iterator<Item = &str> {
    let within = dossier.kin.contents(node).iter().copied().filter(move |inner| *inner != node);
    std::iter::once(node).chain(within).flat_map(|node| own_names(dossier, node))
}

/// The name and the aliases of a node itself.
pub(crate) fn own_names(dossier: &Dossier, node: Node) -> impl Iterator<Item = &str> {
    let agents = dossier.agents.len();
    let (agent, place) = match node.0 as usize {
        index if index < agents => (Some(&dossier.agents[AgentId::from_index(index)]), None),
        index => (None, Some(&dossier.places[PlaceId::from_index(index - agents)])),
    };
    let names = agent.into_iter().flat_map(Agent::names);
    names.chain(place.into_iter().flat_map(Place::names))
}
