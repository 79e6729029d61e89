//! Names in a draft that are nobody's, and near to somebody's.

use std::collections::{BTreeMap, BTreeSet};

use super::clauses::{Parts, overlap};
use super::statement::Misspelt;
use crate::model::Dossier;
use crate::spot::Mention;
use crate::value::number::{Make, Token, tokens};
use crate::value::shape::Node;

/// A shorter name of one word is like many others.
const SHORTEST: usize = 5;

/// So many letters may differ in a name, by its length in letters.
fn most_edits(letters: usize) -> usize {
    if letters < 9 { 1 } else { 2 }
}

/// A name, and whose it is.
struct Known<'d> {
    words: Vec<String>,
    name: &'d str,
    node: Node,
}

/// The names of a dossier by how many words they have.
struct Names<'d> {
    by_length: BTreeMap<usize, Vec<Known<'d>>>,
    /// Every word that some name has.
    words: BTreeSet<String>,
}

impl<'d> Names<'d> {
    fn new(dossier: &'d Dossier) -> Self {
        let agents = dossier.agents.iter();
        let agents = agents.flat_map(|(id, it)| it.names().map(move |name| (dossier.agent_node(id), name)));
        let places = dossier.places.iter();
        let places = places.flat_map(|(id, it)| it.names().map(move |name| (dossier.place_node(id), name)));
        let mut names = Names { by_length: BTreeMap::new(), words: BTreeSet::new() };
        for (node, name) in agents.chain(places) {
            let words: Vec<String> = words_of(name);
            names.words.extend(words.iter().map(|word| word.to_lowercase()));
            let is_long = words.len() > 1 || words.iter().any(|word| word.chars().count() >= SHORTEST);
            let is_name = words.iter().any(|word| word.starts_with(char::is_uppercase));
            if is_long && is_name {
                names.by_length.entry(words.len()).or_default().push(Known { words, name, node });
            }
        }
        // What sources have in their titles is spelt so by somebody.
        for (_, source) in dossier.sources.iter() {
            names.words.extend(words_of(&source.title).into_iter().map(|word| word.to_lowercase()));
        }
        names
    }
}

/// The words of a name, without the article before it.
fn words_of(name: &str) -> Vec<String> {
    let words =
        tokens(name).into_iter().filter(|token| token.make == Make::Word || token.make == Make::Digits);
    let mut words: Vec<String> = words.map(|token| token.written.to_owned()).collect();
    if words.len() > 1 && matches!(words[0].to_lowercase().as_str(), "the" | "a" | "an") {
        words.remove(0);
    }
    words
}

/// The misspelt names of a draft, in order. Words of others are spelt as those spell them.
// Growth: with the names of the dossier, for each word of the draft that begins with a capital.
pub(super) fn misspelt(dossier: &Dossier, parts: &Parts<'_>, mentions: &[Mention]) -> Vec<Misspelt> {
    let names = Names::new(dossier);
    let mut found: Vec<Misspelt> = Vec::new();
    let all = tokens(parts.text);
    let words: Vec<&Token> =
        all.iter().filter(|token| matches!(token.make, Make::Word | Make::Digits)).collect();
    for at in 0..words.len() {
        if !words[at].written.starts_with(char::is_uppercase) {
            continue;
        }
        for (length, of_length) in names.by_length.iter().rev() {
            let Some(here) = words.get(at..at + length) else { continue };
            let span = here[0].at.start..here[length - 1].at.end;
            let covers = mentions.iter().any(|it| it.at.start <= span.start && span.end <= it.at.end);
            let cuts = mentions
                .iter()
                .any(|it| overlap(&it.at, &span) && !(span.start <= it.at.start && it.at.end <= span.end));
            if covers
                || cuts
                || parts.is_anothers(&span)
                || found.last().is_some_and(|it| overlap(&it.at, &span))
            {
                continue;
            }
            let Some(sentence) = parts.sentence(span.start) else { continue };
            let is_within = span.end <= sentence.end;
            let near = of_length.iter().find(|known| is_near(&known.words, here, &names.words));
            if let (Some(known), true) = (near, is_within) {
                let at = span.start..span.end - genitive(here[length - 1].written);
                found.push(Misspelt { at, sentence, nearest: known.name.to_owned(), node: known.node });
            }
        }
    }
    found
}

/// How many bytes the `'s` at the end of a word takes.
fn genitive(written: &str) -> usize {
    ["'s", "’s"].iter().find(|ending| written.ends_with(**ending)).map_or(0, |ending| ending.len())
}

/// Whether words are a name but for a letter or two, and no other word that is known, nor a form of one.
fn is_near(name: &[String], here: &[&Token], known: &BTreeSet<String>) -> bool {
    let mut edits = 0;
    for (own, token) in name.iter().zip(here) {
        let written = &token.written[..token.written.len() - genitive(token.written)];
        if own == written {
            continue;
        }
        let (small, other) = (own.to_lowercase(), written.to_lowercase());
        let letters = small.chars().count();
        let first = |word: &str| word.chars().next();
        let is_form = is_form_of(&small, &other) || is_form_of(&other, &small);
        if is_form || known.contains(&other) || letters < SHORTEST || first(&small) != first(&other) {
            return false;
        }
        edits += strsim::osa_distance(&small, &other);
        if edits > most_edits(letters) {
            return false;
        }
    }
    edits > 0
}

/// Whether a word is another with an ending: `Iraqis`, `Syrian`.
fn is_form_of(word: &str, other: &str) -> bool {
    let endings = ["s", "i", "n", "an", "ian", "is", "es", "ns", "ans", "ish"];
    other.strip_prefix(word).is_some_and(|ending| endings.contains(&ending))
}
