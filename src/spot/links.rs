//! Names in different scripts that may be one: what is suggested, and never taken for known.

use rayon::prelude::*;

use crate::model::Dossier;
use crate::model::source::Alias;
use crate::text::scripts::{Alphabet, Likeness, Strength, WhyAlike, Written, likeness};
use crate::value::shape::Node;

/// A name of an agent or a place, as it is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spelling<'d> {
    pub(crate) node: Node,
    pub(crate) name: &'d str,
    pub(crate) language: Option<&'d str>,
}

/// Two names of two agents or two places that may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameLink<'d> {
    pub(crate) one: Spelling<'d>,
    pub(crate) other: Spelling<'d>,
    pub(crate) strength: Strength,
    pub(crate) because: WhyAlike,
}

/// What was held against what, and what came of it.
#[derive(Debug)]
pub(crate) struct NameLinks<'d> {
    /// How many names are in a script that is known.
    pub(crate) names: usize,
    /// How many pairs were held against each other.
    pub(crate) pairs: usize,
    /// How many pairs of agents or of places are near, and recorded as confusable.
    pub(crate) kept_apart: usize,
    /// The nearest of each two agents or places, the strongest first.
    pub(crate) links: Vec<NameLink<'d>>,
}

/// A spelling made ready to be held against others.
struct Ready<'d> {
    spelling: Spelling<'d>,
    written: Written,
}

/// The names of two scripts that are near to each other, of agents and of places apart.
// Growth: with the product of how many names there are in each two scripts.
pub(crate) fn links(dossier: &Dossier) -> NameLinks<'_> {
    let agents = dossier.agents.iter().map(|(id, it)| (dossier.agent_node(id), &*it.name, &*it.aliases));
    let places = dossier.places.iter().map(|(id, it)| (dossier.place_node(id), &*it.name, &*it.aliases));
    let mut all = NameLinks { names: 0, pairs: 0, kept_apart: 0, links: Vec::new() };
    for ready in [agents.flat_map(ready).collect::<Vec<_>>(), places.flat_map(ready).collect()] {
        all.names += ready.len();
        let found: Vec<(usize, Vec<NameLink>)> =
            ready.par_iter().enumerate().map(|(at, one)| near(one, &ready[at + 1..])).collect();
        for (pairs, links) in found {
            all.pairs += pairs;
            all.links.extend(links);
        }
    }
    all.keep_the_nearest(dossier);
    all
}

fn ready<'d>((node, name, aliases): (Node, &'d str, &'d [Alias])) -> Vec<Ready<'d>> {
    let own = Spelling { node, name, language: None };
    let others = aliases.iter().map(|alias| Spelling {
        name: &alias.name,
        language: alias.language.as_deref(),
        ..own
    });
    let known = std::iter::once(own).chain(others);
    known.filter_map(|spelling| Some(Ready { spelling, written: Written::new(spelling.name)? })).collect()
}

/// How many of the others a name was held against, and which are near.
fn near<'d>(one: &Ready<'d>, others: &[Ready<'d>]) -> (usize, Vec<NameLink<'d>>) {
    let is_compared = |other: &&Ready<'d>| {
        other.spelling.node != one.spelling.node && other.written.alphabet() != one.written.alphabet()
    };
    let (mut pairs, mut links) = (0, Vec::new());
    for other in others.iter().filter(is_compared) {
        pairs += 1;
        if let Some(Likeness { strength, because }) = likeness(&one.written, &other.written) {
            links.push(NameLink { one: one.spelling, other: other.spelling, strength, because });
        }
    }
    (pairs, links)
}

impl NameLinks<'_> {
    /// Leaves of each two agents or places the nearest names, and none that the desk keeps apart.
    fn keep_the_nearest(&mut self, dossier: &Dossier) {
        self.links.sort_by_key(|link| (link.one.node, link.other.node, link.strength));
        self.links.dedup_by_key(|link| (link.one.node, link.other.node));
        let before = self.links.len();
        self.links.retain(|link| !dossier.confusable_with(link.one.node).contains(&link.other.node));
        self.kept_apart = before - self.links.len();
        let settled = |link: &NameLink| {
            let (one, other) = (alphabets(dossier, link.one.node), alphabets(dossier, link.other.node));
            one.iter().filter(|alphabet| other.contains(alphabet)).count() > 1
        };
        // Who has names of their own in both scripts needs no weak link.
        self.links.retain(|link| link.strength != Strength::Weak || !settled(link));
        let strong: Vec<NameLink> =
            self.links.iter().filter(|link| link.strength == Strength::Strong).copied().collect();
        for link in self.links.iter_mut().filter(|link| link.strength == Strength::Strong) {
            let shared = |name: Spelling| {
                strong.iter().filter(|other| other.one == name || other.other == name).count() > 1
            };
            if shared(link.one) || shared(link.other) {
                (link.strength, link.because) = (Strength::Fair, WhyAlike::AlsoAnother);
            }
        }
        self.links.sort_by_key(|link| (link.strength, link.one.node, link.other.node));
    }
}

/// The alphabets that a node has names in, each once.
fn alphabets(dossier: &Dossier, node: Node) -> Vec<Alphabet> {
    let names: Vec<&str> = match dossier.agent_of(node) {
        Some(agent) => dossier.agents[agent].names().collect(),
        None => dossier.places[dossier.place_of(node)].names().collect(),
    };
    let written = names.into_iter().filter_map(Written::new);
    let mut alphabets: Vec<Alphabet> = written.map(|written| written.alphabet()).collect();
    alphabets.sort_unstable();
    alphabets.dedup();
    alphabets
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;

    fn found(sources: &str) -> (Vec<(String, String, Strength)>, usize) {
        let dossier = from_texts(&[("sources/a.toml", sources)]);
        let all = links(&dossier);
        let told = |link: &NameLink| (link.one.name.to_owned(), link.other.name.to_owned(), link.strength);
        (all.links.iter().map(told).collect(), all.kept_apart)
    }

    fn link(one: &str, other: &str, strength: Strength) -> (String, String, Strength) {
        (one.to_owned(), other.to_owned(), strength)
    }

    #[test]
    fn names_of_two_agents_or_two_places_are_linked_and_no_others() {
        let sources = "[agent.a]\nname = \"Qasem Soleimani\"\naliases = [\"قاسم سلیمانی\"]\n\
            [agent.b]\nname = \"قاسم سليماني\"\n[agent.c]\nname = \"Rukban\"\n\
            [place.d]\nname = \"الركبان\"\nkind = \"site\"\n[place.e]\nname = \"Rukban\"\nkind = \"site\"\n";
        let expected = [
            link("Qasem Soleimani", "قاسم سليماني", Strength::Strong),
            link("الركبان", "Rukban", Strength::Strong),
        ];
        assert_eq!(found(sources), (expected.to_vec(), 0));
    }

    #[test]
    fn what_the_desk_keeps_apart_is_not_linked() {
        let sources =
            "[agent.a]\nname = \"Hezbollah\"\nconfusable-with = [\"b\"]\n[agent.b]\nname = \"حزب الله\"\n";
        assert_eq!(found(sources), (Vec::new(), 1));
    }

    #[test]
    fn a_name_that_two_others_are_as_near_to_is_strong_for_neither() {
        let sources = "[place.a]\nname = \"Amman\"\nkind = \"settlement\"\n[place.o]\nname = \"Oman\"\nkind = \"country\"\n\
            [place.x]\nname = \"عمان\"\nkind = \"region\"\n";
        let expected = [link("Amman", "عمان", Strength::Fair), link("Oman", "عمان", Strength::Fair)];
        assert_eq!(found(sources), (expected.to_vec(), 0));
    }

    #[test]
    fn three_bodies_of_a_like_name_are_never_strongly_linked_across() {
        let names = [
            ("Hezbollah", "حزب الله"),
            ("Kata'ib Hizballah", "كتائب حزب الله"),
            ("Harakat Hezbollah al-Nujaba", "حركة حزب الله النجباء"),
        ];
        for (at, (latin, _)) in names.iter().enumerate() {
            for (other, (_, arabic)) in names.iter().enumerate() {
                let sources = format!("[agent.a]\nname = \"{latin}\"\n[agent.b]\nname = \"{arabic}\"\n");
                let strong = found(&sources).0.iter().any(|link| link.2 == Strength::Strong);
                assert_eq!(strong, at == other, "{latin} and {arabic}");
            }
        }
    }
}
