//! Whether a quote names somebody, or a place, of a like name instead.

use std::cmp::Reverse;

use crate::align::named::{is_named, known_names, own_names};
use crate::model::Dossier;
use crate::text::Naming;
use crate::value::shape::Node;

/// What may be confused with a node and is named by some words, where the node itself is not: a name of it that stands within a longer name
/// of the other is the other's.
pub(super) fn confused(dossier: &Dossier, node: Node, words: &str) -> Option<Node> {
    let others = confusable(dossier, node);
    if others.is_empty() {
        return None;
    }
    let mut said = Naming::new(words);
    let others: Vec<Node> = others.into_iter().filter(|other| is_named(dossier, *other, &said)).collect();
    let first = *others.first()?;
    let own: Vec<Naming> = known_names(dossier, node).map(Naming::new).collect();
    let names = others.iter().flat_map(|other| own_names(dossier, *other).map(move |name| (*other, name)));
    // Only a name that holds one of its names can be taken for it.
    let mut longer: Vec<(Node, &str)> = names
        .filter(|(_, name)| {
            let outer = Naming::new(name);
            known_names(dossier, node).any(|own| outer.name(own)) && !own.iter().any(|own| own.name(name))
        })
        .collect();
    longer.sort_by_key(|(_, name)| Reverse(name.len()));
    let mut within = None;
    for (other, name) in longer {
        if said.name(name) {
            said = said.without(name);
            within = within.or(Some(other));
        }
    }
    (!is_named(dossier, node, &said)).then_some(within.unwrap_or(first))
}

/// Those that are recorded as confusable with a node, and are no part of it.
fn confusable(dossier: &Dossier, node: Node) -> Vec<Node> {
    let others = dossier.confusable_with(node);
    let is_part = |other: &Node| dossier.kin.contents(node).contains(other);
    others.into_iter().filter(|other| *other != node && !is_part(other)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    const SOURCES: &str = "[agent.hezbollah]\nname = \"Hezbollah\"\naliases = [{ name = \"حزب الله\", language = \"ar\" }]\n\
        confusable-with = [\"kataib\"]\n\
        [agent.kataib]\nname = \"Kata'ib Hezbollah\"\naliases = [{ name = \"كتائب حزب الله\", language = \"ar\" }]\n\
        [agent.other]\nname = \"Hezbollah Youth\"\n\
        [place.tripoli]\nname = \"Tripoli in Libya\"\nkind = \"settlement\"\n\
        [place.tripoli-lebanon]\nname = \"Tarabulus\"\nkind = \"settlement\"\nconfusable-with = [\"tripoli\"]\n";

    #[test]
    fn the_longer_name_of_another_is_not_the_shorter_one() {
        let dossier = from_texts(&[("sources/a.toml", SOURCES)]);
        let node = |name: &str| match dossier.agents.find(name) {
            Some(agent) => dossier.agent_node(agent),
            None => dossier.place_node(dossier.places.find(name).unwrap()),
        };
        for (meant, words, instead) in [
            ("hezbollah", "Kata’ib Hezbollah fired a drone", Some("kataib")),
            ("hezbollah", "Kata'ib Hezbollah and Hezbollah fired", None),
            ("hezbollah", "Hezbollah fired a drone", None),
            ("hezbollah", "Hezbollah Youth fired", None),
            ("hezbollah", "أطلقت كتائب حزب الله", Some("kataib")),
            ("hezbollah", "أطلق حزب الله", None),
            ("hezbollah", "nobody fired", None),
            ("kataib", "Kata'ib Hezbollah fired", None),
            ("kataib", "Hezbollah fired", Some("hezbollah")),
            ("kataib", "حزب الله", Some("hezbollah")),
            ("tripoli", "a blast in Tarabulus", Some("tripoli-lebanon")),
            ("tripoli-lebanon", "a blast in Tripoli in Libya", Some("tripoli")),
        ] {
            let found = confused(&dossier, node(meant), words);
            assert_eq!(found.map(|node| dossier.node_name(node)), instead, "{meant}: {words}");
        }
    }
}
