//! The order of all names: what contains which.

use crate::model::Dossier;
use crate::model::table::PlaceId;
use crate::value::shape::{Declared, Family, Kin};

/// Agents by what they are part of, places by what they lie within, words by themselves.
pub(super) fn kinship(dossier: &Dossier) -> Kin {
    let agents = dossier.agents.iter().map(|(_, agent)| Declared {
        parents: agent.part_of.iter().map(|id| dossier.agent_node(*id)).collect(),
        ..Declared::alone(Family::Agent)
    });
    let nodes = |places: &[PlaceId]| places.iter().map(|id| dossier.place_node(*id)).collect();
    let places = dossier.places.iter().map(|(_, place)| Declared {
        family: Family::Place(place.kind),
        parents: nodes(&place.within),
        border_of: nodes(&place.border_of),
        disputed_between: nodes(&place.disputed_between),
    });
    let words = dossier.words.iter().map(|_| Declared::alone(Family::Word));
    let declared: Vec<Declared> = agents.chain(places).chain(words).collect();
    Kin::new(&declared)
}
