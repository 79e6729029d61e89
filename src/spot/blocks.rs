//! Which names in two scripts are held against each other: all, and where that is too many, those whose skeletons meet.

use rayon::prelude::*;

use super::spellings::Ready;
use crate::text::scripts::{Skeleton, shortened};

/// So many pairs of names are all held against each other.
const EACH: usize = 500 * 500;

/// A name may lack a consonant of one that is strongly like it, or have another there, from so many consonants on: where there are fewer,
/// one is more than may differ.
const LONG: usize = 6;

/// A word by which names meet has so many consonants at least.
const TELLING: usize = 3;

/// A word by which more names than so many would meet tells nothing.
const COMMON: usize = 64;

/// The names of agents or of places, by what they may meet in.
pub(super) struct Blocks<'r, 'd> {
    ready: &'r [Ready<'d>],
    /// Of each name the keys by which it meets others; `None` where each is held against each.
    keys: Option<Vec<Vec<Key>>>,
    /// All keys in order, each with the name that has it.
    names: Vec<(Key, usize)>,
}

/// Names meet that have a key in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The skeleton of a name, or of a long one without one of its consonants.
    Name(Skeleton),
    /// That of one of its words.
    Word(Skeleton),
}

impl<'r, 'd> Blocks<'r, 'd> {
    pub(super) fn new(ready: &'r [Ready<'d>]) -> Self {
        let mut blocks = Blocks { ready, keys: None, names: Vec::new() };
        if pairs(ready) > EACH {
            let keys: Vec<Vec<Key>> = ready.par_iter().map(keys).collect();
            let of_each = keys.iter().enumerate();
            blocks.names =
                of_each.flat_map(|(at, keys)| keys.iter().map(move |key| (key.clone(), at))).collect();
            blocks.names.par_sort_unstable();
            blocks.keys = Some(keys);
        }
        blocks
    }

    /// The names behind one that it is held against, in order: of others, in another script.
    pub(super) fn partners(&self, at: usize) -> Vec<usize> {
        let one = &self.ready[at];
        let is_compared = |other: &usize| {
            let other = &self.ready[*other];
            other.spelling.node != one.spelling.node && other.written.alphabet() != one.written.alphabet()
        };
        let Some(keys) = &self.keys else { return (at + 1..self.ready.len()).filter(is_compared).collect() };
        let mut met: Vec<usize> = keys[at].iter().flat_map(|key| self.behind(key, at)).collect();
        met.sort_unstable();
        met.dedup();
        met.retain(is_compared);
        met
    }

    /// The names behind one that have a key.
    fn behind(&self, key: &Key, at: usize) -> impl Iterator<Item = usize> + '_ {
        let from = self.names.partition_point(|(other, _)| other < key);
        let to = from + self.names[from..].partition_point(|(other, _)| other == key);
        let is_common = matches!(key, Key::Word(_)) && to - from > COMMON;
        let met = if is_common { &[] } else { &self.names[from..to] };
        met[met.partition_point(|(_, other)| *other <= at)..].iter().map(|(_, other)| *other)
    }
}

/// How many pairs of names are in two scripts.
fn pairs(ready: &[Ready<'_>]) -> usize {
    let mut alphabets: Vec<_> = ready.iter().map(|one| one.written.alphabet()).collect();
    alphabets.sort_unstable();
    let same: usize = alphabets.chunk_by(|a, b| a == b).map(|same| same.len() * same.len()).sum();
    (ready.len() * ready.len() - same) / 2
}

fn keys(one: &Ready<'_>) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    for skeleton in one.written.whole_skeletons() {
        if skeleton.len() >= LONG {
            keys.extend(shortened(&skeleton).map(Key::Name));
        }
        keys.push(Key::Name(skeleton));
    }
    let telling = one.written.skeletons().flatten().filter(|word| word.len() >= TELLING);
    keys.extend(telling.map(Key::Word));
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;
    use crate::spot::spellings::of_agents;
    use crate::text::scripts::{Strength, labelled, likeness};

    /// The pairs that are of one name, with how near they are and whether they meet.
    fn outcomes() -> Vec<(String, Strength, bool)> {
        let told = labelled().filter(|(kind, _)| *kind != "other").filter_map(|(_, names)| {
            let [one, other] = names;
            let sources = format!("[agent.a]\nname = \"{one}\"\n[agent.b]\nname = \"{other}\"\n");
            let dossier = from_texts(&[("sources/a.toml", &sources)]);
            let ready = of_agents(&dossier);
            let strength = likeness(&ready[0].written, &ready[1].written)?.strength;
            let (one, other) = (keys(&ready[0]), keys(&ready[1]));
            let meets = one.iter().any(|key| other.contains(key));
            Some((names.join(" / "), strength, meets))
        });
        told.collect()
    }

    #[test]
    fn names_that_are_strongly_alike_meet_and_most_others_do() {
        let outcomes = outcomes();
        let apart = |strength: Strength| -> Vec<&str> {
            let apart = outcomes.iter().filter(|(_, own, meets)| *own == strength && !meets);
            apart.map(|(pair, ..)| pair.as_str()).collect()
        };
        let count = |strength: Strength| outcomes.iter().filter(|(_, own, _)| *own == strength).count();
        assert_eq!(apart(Strength::Strong), [""; 0], "of {}", count(Strength::Strong));
        let fair = apart(Strength::Fair);
        assert!(fair.len() * 5 <= count(Strength::Fair), "{fair:?} of {}", count(Strength::Fair));
    }

    #[test]
    fn where_each_is_held_against_each_none_is_left_out() {
        let agents = "[agent.a]\nname = \"Kharkiv\"\n[agent.b]\nname = \"Kyiv\"\n\
            [agent.c]\nname = \"Харків\"\n[agent.d]\nname = \"Москва\"\n";
        let dossier = from_texts(&[("sources/a.toml", agents)]);
        let ready = of_agents(&dossier);
        let partners: Vec<usize> =
            (0..ready.len()).map(|at| Blocks::new(&ready).partners(at).len()).collect();
        assert_eq!((ready.len(), partners), (4, vec![2, 2, 0, 0]));
    }

    #[test]
    fn many_names_meet_by_their_skeletons_alone() {
        let spelt = |letters: [&str; 9], n: usize| -> String {
            (0..4).map(|place| letters[n / 9_usize.pow(place) % 9]).collect()
        };
        let latin = |n| spelt(["ba", "ta", "ra", "la", "ma", "na", "sha", "ga", "da"], n);
        let cyrillic = |n| spelt(["ба", "та", "ра", "ла", "ма", "на", "ша", "га", "да"], n);
        let agent = |at: usize, name: String| format!("[agent.a{at:04}]\nname = \"{name}\"\n");
        let agents = (0..600).flat_map(|n| [agent(2 * n, latin(n)), agent(2 * n + 1, cyrillic(n))]);
        let dossier = from_texts(&[("sources/a.toml", &agents.collect::<String>())]);
        let ready = of_agents(&dossier);
        let blocks = Blocks::new(&ready);
        let mut held = 0;
        for (at, name) in ready.iter().enumerate() {
            let partners = blocks.partners(at);
            assert!(at % 2 == 1 || partners.contains(&(at + 1)), "{}", name.spelling.name);
            held += partners.len();
        }
        assert!(held * 10 < 600 * 600, "{held} pairs");
    }
}
