//! Who or what is called by a name or an alias, capitals aside.

use std::collections::BTreeMap;

use super::Dossier;
use super::table::{AgentId, PlaceId};

/// The names and aliases of agents or of places, each with all that have it, in order.
#[derive(Debug)]
pub(crate) struct Called<I> {
    by_name: BTreeMap<String, Vec<I>>,
}

impl Called<AgentId> {
    pub(crate) fn agents(dossier: &Dossier) -> Self {
        let agents = dossier.agents.iter();
        Called::new(agents.flat_map(|(id, agent)| agent.names().map(move |name| (id, name))))
    }
}

impl Called<PlaceId> {
    pub(crate) fn places(dossier: &Dossier) -> Self {
        let places = dossier.places.iter();
        Called::new(places.flat_map(|(id, place)| place.names().map(move |name| (id, name))))
    }
}

impl<I: Copy + PartialEq> Called<I> {
    fn new<'n>(named: impl Iterator<Item = (I, &'n str)>) -> Self {
        let mut by_name: BTreeMap<String, Vec<I>> = BTreeMap::new();
        for (id, name) in named {
            let all = by_name.entry(known_as(name)).or_default();
            if !all.contains(&id) {
                all.push(id);
            }
        }
        Called { by_name }
    }

    /// All that are called so.
    pub(crate) fn by(&self, name: &str) -> &[I] {
        self.by_name.get(&known_as(name)).map_or(&[], Vec::as_slice)
    }

    /// Every name, in small letters.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}

fn known_as(name: &str) -> String {
    name.trim().to_lowercase()
}
