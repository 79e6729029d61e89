//! Agents of which one may be part of another.

use super::alignment::Alignment;
use crate::model::joined::Sets;
use crate::model::table::Id;

/// By agent: one number for all that are tied by `part-of`, followed through.
pub(super) fn kinship(alignment: &Alignment) -> Vec<usize> {
    let agents = &alignment.dossier.agents;
    let mut sets = Sets::new(agents.len());
    for (id, agent) in agents.iter() {
        agent.part_of.iter().for_each(|other| sets.join(id.index(), other.index()));
    }
    (0..agents.len()).map(|index| sets.root(index)).collect()
}
