//! The questions that some words ask for, as far as the words of the record tell.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::judge::Court;
use crate::model::table::{Id, QuestionId};
use crate::text::is_unspaced;
use crate::view::withheld::Gate;

/// So many questions are found at most.
const MOST_FOUND: usize = 8;

/// A word that a question itself has is worth so many of its claims'.
const OWN: usize = 3;

/// The questions that have most of some words, those first that have the rarer: in what is asked, or in answers, speakers and quotes. Words
/// that are withheld find nothing.
pub(crate) fn sought(court: &Court, gate: Gate, words: &str) -> Vec<QuestionId> {
    let asked = parts(words);
    let texts: Vec<[Vec<String>; 2]> =
        court.dossier().questions.ids().map(|id| told(court, gate, id).map(|text| parts(&text))).collect();
    let mut scores: BTreeMap<usize, usize> = BTreeMap::new();
    for word in &asked {
        let has = |parts: &[String]| parts.iter().any(|part| begins(part, word));
        let holding: Vec<(usize, usize)> = texts
            .iter()
            .enumerate()
            .filter_map(|(at, [own, said])| match () {
                () if has(own) => Some((at, OWN)),
                () if has(said) => Some((at, 1)),
                () => None,
            })
            .collect();
        // What stands everywhere finds nothing, unless there is little else.
        let worth = (texts.len() / holding.len().max(1)).saturating_sub(usize::from(texts.len() > 2));
        for (at, times) in holding {
            *scores.entry(at).or_default() += times * worth;
        }
    }
    let best = scores.values().copied().max().unwrap_or(0);
    let mut found: Vec<(usize, usize)> =
        scores.into_iter().filter(|(_, score)| *score > 0 && score * 2 >= best).collect();
    found.sort_by_key(|(at, score)| (Reverse(*score), *at));
    found.into_iter().take(MOST_FOUND).map(|(at, _)| QuestionId::from_index(at)).collect()
}

/// Whether a word of a text is one that is asked for, or one that begins with it; where words are not parted, whether it holds it.
fn begins(part: &str, word: &str) -> bool {
    match word.chars().any(is_unspaced) {
        true => part.contains(word),
        false => part == word || (word.len() > 3 && part.starts_with(word)),
    }
}

/// The words of a text in small letters, each once.
fn parts(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    let mut parts: Vec<String> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_owned).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// What a question itself says, and what is said on it.
fn told(court: &Court, gate: Gate, id: QuestionId) -> [String; 2] {
    let dossier = court.dossier();
    let question = &dossier.questions[id];
    let own = [dossier.questions.name(id), &question.ask, &dossier.events[question.event].title].join(" ");
    let mut told = String::new();
    for claim in court.alignment.claims.on(id) {
        let said = &dossier.claims[*claim];
        let speakers = said.said_by.iter().map(|agent| dossier.agents[*agent].name.as_str());
        let quote = gate.quote(*claim).map(|quote| quote.words.as_str());
        for words in speakers.chain(quote) {
            told.extend([" ", words]);
        }
        told.extend([" ", &dossier.said(said)]);
    }
    [own, told]
}
