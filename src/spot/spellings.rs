//! The names of a dossier, each in its script.

use crate::model::Dossier;
use crate::model::source::Alias;
use crate::text::scripts::Written;
use crate::value::shape::Node;

/// A name of an agent or a place, as it is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spelling<'d> {
    pub(crate) node: Node,
    pub(crate) name: &'d str,
    pub(crate) language: Option<&'d str>,
}

/// A spelling made ready to be held against others.
#[derive(Debug)]
pub(super) struct Ready<'d> {
    pub(super) spelling: Spelling<'d>,
    pub(super) written: Written,
}

/// The names of agents in scripts that are known.
pub(super) fn of_agents(dossier: &Dossier) -> Vec<Ready<'_>> {
    let agents = dossier.agents.iter();
    agents.flat_map(|(id, it)| ready(dossier.agent_node(id), &it.name, &it.aliases)).collect()
}

/// The names of places in scripts that are known.
pub(super) fn of_places(dossier: &Dossier) -> Vec<Ready<'_>> {
    let places = dossier.places.iter();
    places.flat_map(|(id, it)| ready(dossier.place_node(id), &it.name, &it.aliases)).collect()
}

fn ready<'d>(node: Node, name: &'d str, aliases: &'d [Alias]) -> impl Iterator<Item = Ready<'d>> {
    let own = Spelling { node, name, language: None };
    let others = aliases.iter().map(move |alias| Spelling {
        name: &alias.name,
        language: alias.language.as_deref(),
        ..own
    });
    let known = std::iter::once(own).chain(others);
    known.filter_map(|spelling| Some(Ready { spelling, written: Written::new(spelling.name)? }))
}
