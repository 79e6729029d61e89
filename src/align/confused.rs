//! Whether words name somebody, or a place, of a like name instead.

use std::cmp::Reverse;

use super::named::{is_named, known_names, own_names};
use crate::model::Dossier;
use crate::text::Naming;
use crate::value::shape::Node;

/// Words in which others are named that may be confused with a node.
pub(crate) struct Apart {
    /// The words without the longer names of the others that hold a name of the node: a name within a longer one of another is the other's.
    pub(crate) said: Naming,
    /// That of the others which is named, by a longer name where one is.
    pub(crate) other: Node,
}

/// What may be confused with a node and is named by some words, where the node itself is not.
pub(crate) fn confused(dossier: &Dossier, node: Node, words: &str) -> Option<Node> {
    let Apart { said, other } = apart(dossier, node, &[], words)?;
    (!is_named(dossier, node, &said)).then_some(other)
}

/// Tells the names of a node from those of others that may be confused with it; `None` where none of them is named. Besides by its
/// recorded names it may be called otherwise.
pub(crate) fn apart(dossier: &Dossier, node: Node, called: &[&str], words: &str) -> Option<Apart> {
    let others = confusable(dossier, node);
    if others.is_empty() {
        return None;
    }
    let mut said = Naming::new(words);
    let others: Vec<Node> = others.into_iter().filter(|other| is_named(dossier, *other, &said)).collect();
    let first = *others.first()?;
    let names: Vec<&str> = known_names(dossier, node).chain(called.iter().copied()).collect();
    let own: Vec<Naming> = names.iter().map(|name| Naming::new(name)).collect();
    let theirs = others.iter().flat_map(|other| own_names(dossier, *other).map(move |name| (*other, name)));
    // Only a name that holds one of its names can be taken for it.
    let mut longer: Vec<(Node, &str)> = theirs
        .filter(|(_, name)| {
            let outer = Naming::new(name);
            names.iter().any(|own| outer.name(own)) && !own.iter().any(|own| own.name(name))
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
    Some(Apart { said, other: within.unwrap_or(first) })
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
