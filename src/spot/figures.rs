//! The counts and amounts in a sentence, each with its unit and the noun that it counts.

use std::collections::BTreeSet;
use std::ops::Range;

use super::noise::Numeral;
use super::nouns::{noun, predicate};
use crate::value::language::Legible;
use crate::value::number::{Make, Token, Unit, known_unit, tokens};
use crate::value::quantity::{Quantifiers, QuantityReader, SaidQuantity, quantities};

/// A count or an amount in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// Bytes of the sentence.
    pub(super) said: SaidQuantity,
    /// The words of its unit; `None` of a count.
    pub(super) unit: Option<String>,
    /// The bytes of what it counts.
    pub(super) noun: Option<Range<usize>>,
    /// Where what belongs to it ends: its noun, or what is said of it.
    pub(super) reach: usize,
}

impl Figure {
    /// Takes what was found in a text in the words of the table for what stands in the text as it was.
    pub(super) fn stands_in(&mut self, legible: &Legible) {
        self.said.at = legible.original(self.said.at.clone());
        self.noun = self.noun.take().map(|noun| legible.original(noun));
        self.reach = legible.original(self.reach.saturating_sub(1)..self.reach).end;
    }
}

/// Words that are currencies in capitals alone.
const CODES: [&str; 6] = ["try", "rand", "rs", "nis", "all", "mop"];

/// The figures of a sentence, in order, none of them within another.
pub(super) fn figures(sentence: &str, quantifiers: &Quantifiers) -> Vec<Figure> {
    let tokens = tokens(sentence);
    let mut found: Vec<(SaidQuantity, Option<String>)> = Vec::new();
    for (unit, stands) in units(sentence, &tokens) {
        let own = Unit::new(&unit);
        for said in quantities(sentence, QuantityReader::amounts(Some(&own), quantifiers)) {
            let holds = |at: &Range<usize>| said.at.start <= at.start && at.end <= said.at.end;
            let is_hyphened = |at: &Range<usize>| said.at.end + 1 == at.start;
            let is_share = own.is_share() && said.is_share_in_words() && is_share(sentence, &said.at);
            if stands.iter().any(|at| holds(at) || own.is_share() && is_hyphened(at)) || is_share {
                found.push((said, Some(unit.clone())));
            }
        }
    }
    for said in quantities(sentence, QuantityReader::counts(quantifiers)) {
        let is_apart =
            |(other, _): &(SaidQuantity, _)| other.at.end <= said.at.start || said.at.end <= other.at.start;
        if found.iter().all(is_apart) {
            found.push((said, None));
        }
    }
    found.sort_by_key(|(said, _)| (said.at.start, std::cmp::Reverse(said.at.end)));
    let mut figures: Vec<Figure> = Vec::new();
    for (said, unit) in found {
        if figures.last().is_none_or(|last| last.said.at.end <= said.at.start) {
            figures.extend(figure(sentence, &tokens, quantifiers, said, unit));
        }
    }
    figures
}

/// A figure with its noun; `None` of what is none.
fn figure(
    sentence: &str,
    tokens: &[Token],
    quantifiers: &Quantifiers,
    mut said: SaidQuantity,
    unit: Option<String>,
) -> Option<Figure> {
    let start = tokens.partition_point(|token| token.at.start < said.at.start);
    let mut end = tokens.partition_point(|token| token.at.end <= said.at.end);
    // `hundreds of`: what is behind belongs to the noun.
    let bare = said.at.start..tokens[end.saturating_sub(2)].at.end;
    if end > start + 1
        && tokens[end - 1].text == "of"
        && !quantities(&sentence[bare.clone()], QuantityReader::counts(quantifiers)).is_empty()
    {
        end -= 1;
        said.at.end = bare.end;
    }
    let noun = noun(tokens, end);
    let behind = noun.as_ref().map_or(end, |noun| noun.end);
    let noun = noun.map(|at| tokens[at.start].at.start..tokens[at.end - 1].at.end);
    let counts = noun.clone().map(|at| &sentence[at]);
    let numeral = Numeral { tokens, start, end };
    let is_noise = end <= start || numeral.is_noise(sentence, &said, counts) || is_step(tokens, behind);
    let last = match noun {
        Some(_) => behind,
        None => predicate(tokens, end).unwrap_or(end),
    };
    let reach = last.checked_sub(1).map_or(said.at.end, |last| tokens[last].at.end);
    (!is_noise).then_some(Figure { said, unit, noun, reach })
}

/// Whether what stands behind a number of days makes it a step from another day: `four days later`.
fn is_step(tokens: &[Token], behind: usize) -> bool {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| words.contains(&&*token.text));
    let units =
        ["minutes", "hours", "days", "weeks", "months", "years", "day", "week", "month", "year", "hour"];
    let turns = ["later", "earlier", "ago", "afterwards", "afterward", "beforehand"];
    let is_time = |at: usize| is(at, &units) && is(at + 1, &turns);
    behind.checked_sub(1).is_some_and(is_time) || behind.checked_sub(2).is_some_and(is_time)
}

/// The units that a sentence names, by their words, with the bytes at which each stands. That of shares may go unsaid.
fn units(sentence: &str, tokens: &[Token]) -> Vec<(String, Vec<Range<usize>>)> {
    let mut found: Vec<(String, Vec<Range<usize>>)> = Vec::new();
    let mut names = BTreeSet::new();
    for at in 0..tokens.len() {
        let Some(end) = known_unit(tokens, at) else { continue };
        let bytes = tokens[at].at.start..tokens[end - 1].at.end;
        let words = &sentence[bytes.clone()];
        let is_word = CODES.contains(&words.to_lowercase().as_str()) && words.to_uppercase() != words;
        let is_beside = |digits: usize| tokens.get(digits).is_some_and(|token| token.make != Make::Sign);
        if is_word || !(is_beside(end) || at > 0 && is_beside(at - 1)) {
            continue;
        }
        match names.insert(words.to_owned()) {
            true => found.push((words.to_owned(), vec![bytes])),
            false => {
                found.iter_mut().filter(|(name, _)| name == words).for_each(|(_, at)| at.push(bytes.clone()))
            }
        }
    }
    if !found.iter().any(|(unit, _)| Unit::new(unit).is_share()) {
        found.push(("%".to_owned(), Vec::new()));
    }
    found
}

/// Whether words that may be a share are one: `one third of`, and not the `half` of a match.
fn is_share(sentence: &str, at: &Range<usize>) -> bool {
    let has_words = sentence[at.clone()].split([' ', '-']).count() > 1;
    has_words && sentence[at.end..].trim_start().starts_with("of ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(sentence: &str) -> Vec<String> {
        let figures = figures(sentence, &Quantifiers::default());
        let shown = |it: Figure| {
            let noun = it.noun.map(|at| format!(" ({})", &sentence[at])).unwrap_or_default();
            let unit = it.unit.map(|unit| format!(" [{unit}]")).unwrap_or_default();
            format!("{}{noun}{unit}", &sentence[it.said.at])
        };
        figures.into_iter().map(shown).collect()
    }

    #[test]
    fn figures_have_their_hedges_and_nouns() {
        for (sentence, expected) in [
            ("The fire killed at least 34 people and hurt dozens.", &["at least 34 (people)", "dozens"][..]),
            ("Nearly 200 burned houses stood there.", &["Nearly 200 (burned houses)"]),
            ("Hundreds of wooden boats sank.", &["Hundreds (wooden boats)"]),
            ("two Danish and one Swedish sailor drowned", &["two (Danish)", "one (Swedish sailor)"]),
            ("three were sunk", &["three"]),
            ("On Friday 34 men came, and in Arvo 12 were lost.", &["34 (men)", "12"]),
            ("from a number of nearby towns", &["a number of (nearby towns)"]),
            ("There were no casualties and no doubts.", &["no (casualties)"]),
        ] {
            assert_eq!(found(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn amounts_have_their_units() {
        for (sentence, expected) in [
            ("The damage is €2.5 million a year.", &["€2.5 million [€]"][..]),
            ("They walked 8.5 km and 30 miles.", &["8.5 km [km]", "30 miles [miles]"]),
            ("Some 34% of 120 men left.", &["Some 34% [%]", "120 (men)"]),
            ("It took one third of the town.", &["one third (town) [%]"]),
            ("They try 34 times to get in.", &["34 (times)"]),
        ] {
            assert_eq!(found(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn what_looks_like_a_figure_and_is_none_is_passed_over() {
        for sentence in [
            "It is one of the oldest mills, and one such name.",
            "Not one sailor came, nor any one person.",
            "1) The mill",
            "12.",
            "As said [3] and (4) there.",
            "By Resolution 2254 of the council.",
            "He lives in Room 12 now, as Chapter Eight tells.",
            "Ada Orlov, 34, fled.",
            "A 34-year-old man fled.",
            "It began at 8 p.m. or 9 am.",
            "Call 555 0199 or +1 212 555 0100, tel. 030-1234567.",
            "See https://mill.example/34 or mail 12@mill.example.",
            "5 min read",
            "34 Comments",
            "Some fled; many stayed, and a couple married.",
            "There is no doubt.",
            "Four days later it burned, and three years ago it flooded.",
        ] {
            assert_eq!(found(sentence), Vec::<String>::new(), "{sentence}");
        }
    }

    proptest! {
        #[test]
        fn figures_stand_in_order_and_none_in_another(text in "([a-z0-9 ,.$%–-]|one |third |of |km |hundreds ){0,30}|.{0,40}") {
            let mut reached = 0;
            for figure in figures(&text, &Quantifiers::default()) {
                prop_assert!(figure.said.at.start >= reached && figure.said.at.end > figure.said.at.start);
                prop_assert!(text.get(figure.said.at.clone()).is_some());
                reached = figure.said.at.end;
            }
        }
    }
}
