//! The order of all names: what contains which.

use crate::model::Dossier;
use crate::value::shape::{Declared, Family, Kin};

/// Agents by what they are part of, places by what they lie within, words by themselves.
pub(super) fn kinship(dossier: &Dossier) -> Kin {
    let agents = dossier.agents.iter().map(|(_, agent)| Declared {
        family: Family::Agent,
        parents: agent.part_of.iter().map(|id| dossier.agent_node(*id)).collect(),
        border_of: Vec::new(),
    });
    let places = dossier.places.iter().map(|(_, place)| Declared {
        family: Family::Place(place.kind),
        parents: place.within.iter().map(|id| dossier.place_node(*id)).collect(),
        border_of: place.border_of.iter().map(|id| dossier.place_node(*id)).collect(),
    });
    let word = || Declared { family: Family::Word, parents: Vec::new(), border_of: Vec::new() };
    let words = dossier.words.iter().map(|_| word());
    let declared: Vec<Declared> = agents.chain(places).chain(words).collect();
    Kin::new(&declared)
}
