//! Names in different scripts that may be one: what is suggested, and never taken for known.

use std::collections::HashMap;

use rayon::prelude::*;

use super::blocks::Blocks;
use super::spellings::{Ready, Spelling, of_agents, of_places};
use crate::model::Dossier;
use crate::text::scripts::{Alphabet, Likeness, Strength, WhyAlike, likeness};
use crate::value::shape::Node;

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

/// The names of two scripts that are near to each other, of agents and of places apart.
// Growth: with the square of up to 500 names in each of two scripts; beyond, with how many have a skeleton in common.
pub(crate) fn links(dossier: &Dossier) -> NameLinks<'_> {
    let mut all = NameLinks { names: 0, pairs: 0, kept_apart: 0, links: Vec::new() };
    let mut written: Vec<(Node, Alphabet)> = Vec::new();
    for ready in [of_agents(dossier), of_places(dossier)] {
        all.names += ready.len();
        written.extend(ready.iter().map(|one| (one.spelling.node, one.written.alphabet())));
        let blocks = Blocks::new(&ready);
        let found: Vec<(usize, Vec<NameLink>)> = (0..ready.len())
            .into_par_iter()
            .map(|at| {
                let others = blocks.partners(at);
                (others.len(), near(&ready[at], others.into_iter().map(|other| &ready[other])))
            })
            .collect();
        for (pairs, links) in found {
            all.pairs += pairs;
            all.links.extend(links);
        }
    }
    written.sort_unstable();
    written.dedup();
    all.keep_the_nearest(dossier, &written);
    all
}

/// Which of the others a name is near to.
fn near<'r, 'd: 'r>(one: &Ready<'d>, others: impl Iterator<Item = &'r Ready<'d>>) -> Vec<NameLink<'d>> {
    let link = |other: &Ready<'d>| {
        let Likeness { strength, because, .. } = likeness(&one.written, &other.written)?;
        Some(NameLink { one: one.spelling, other: other.spelling, strength, because })
    };
    others.filter_map(link).collect()
}

impl<'d> NameLinks<'d> {
    /// Leaves of each two agents or places the nearest names, and none that the desk keeps apart; `written` says in which alphabets each
    /// has names, in order.
    fn keep_the_nearest(&mut self, dossier: &Dossier, written: &[(Node, Alphabet)]) {
        self.links.sort_by_key(|link| (link.one.node, link.other.node, link.strength));
        self.links.dedup_by_key(|link| (link.one.node, link.other.node));
        let before = self.links.len();
        self.links.retain(|link| !dossier.confusable_with(link.one.node).contains(&link.other.node));
        self.kept_apart = before - self.links.len();
        let settled = |link: &NameLink| {
            let (one, other) = (alphabets(written, link.one.node), alphabets(written, link.other.node));
            one.iter().filter(|(_, own)| other.iter().any(|(_, alphabet)| alphabet == own)).count() > 1
        };
        // Who has names of their own in both scripts needs no weak link.
        self.links.retain(|link| link.strength != Strength::Weak || !settled(link));
        let mut shares: HashMap<(Node, &str), usize> = HashMap::new();
        let key = |name: Spelling<'d>| (name.node, name.name);
        for link in self.links.iter().filter(|link| link.strength == Strength::Strong) {
            *shares.entry(key(link.one)).or_default() += 1;
            *shares.entry(key(link.other)).or_default() += 1;
        }
        for link in self.links.iter_mut().filter(|link| link.strength == Strength::Strong) {
            if shares[&key(link.one)] > 1 || shares[&key(link.other)] > 1 {
                (link.strength, link.because) = (Strength::Fair, WhyAlike::AlsoAnother);
            }
        }
        self.links.sort_by_key(|link| (link.strength, link.one.node, link.other.node));
    }
}

/// The alphabets that a node has names in.
fn alphabets(written: &[(Node, Alphabet)], node: Node) -> &[(Node, Alphabet)] {
    let from = written.partition_point(|(other, _)| *other < node);
    let to = written.partition_point(|(other, _)| *other <= node);
    &written[from..to]
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
