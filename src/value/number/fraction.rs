//! Parts of scale words: `half a million`, `three quarters of a crore`, `two and a half thousand`.

use std::sync::LazyLock;

use super::numeral::{Numeral, Saying};
use super::scale::{ScaleWord, scale};
use super::tokens::{Token, begins, word};
use crate::value::tables::{Part, Words, english, forms, number_words};

/// A word for so many parts of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PartWord {
    of: i128,
    pub(crate) says: Parts,
    stands_alone: bool,
}

/// Whether a word says one part or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    One,
    Several,
}

/// What a word says of parts: `third`, `quarters`.
pub(crate) fn part_word(word: &str) -> Option<PartWord> {
    static WORDS: LazyLock<Words<PartWord>> = LazyLock::new(|| {
        let of = |part: &'static Part| {
            forms(&part.forms).map(|form| {
                let says = if form.ends_with('s') { Parts::Several } else { Parts::One };
                let stands_alone = forms(&part.alone).any(|alone| alone == form);
                (form, PartWord { of: part.of, says, stands_alone })
            })
        };
        english().parts.iter().flat_map(of).collect()
    });
    WORDS.get(word).copied()
}

/// Of how many parts a word says one that has no number or article before it: `half`.
pub(super) fn whole_part(word: &str) -> Option<i128> {
    part_word(word).filter(|part| part.stands_alone).map(|part| part.of)
}

/// A fraction in words, below one, as how many of how many, and where it ends: `half`, `a third`, `three-quarters`.
pub(super) fn part(tokens: &[Token], at: usize) -> Option<([i128; 2], usize)> {
    let (first, end) = word(tokens, at)?;
    if let Some(of) = whole_part(first) {
        return Some(([1, of], end));
    }
    let many = match first {
        "a" | "an" => 1,
        _ => *number_words().get(first).filter(|many| (1..10).contains(*many))?,
    };
    let (second, end) = word(tokens, end)?;
    let says = if many > 1 { Parts::Several } else { Parts::One };
    let of = part_word(second).filter(|part| part.says == says)?.of;
    (many < of).then_some(([many, of], end))
}

/// A part of a scale word: `half a million`, `half a dozen`, `a quarter of a million`, `two thirds of a crore`.
pub(super) fn part_of_scale(tokens: &[Token], at: usize) -> Option<Numeral> {
    let ([many, of], end) = part(tokens, at)?;
    let behind_of = word(tokens, end).filter(|(word, _)| *word == english().words.of).map(|(_, end)| end);
    let begin = behind_of.unwrap_or(end);
    let takes_a = behind_of.is_some() || whole_part(&tokens[at].text).is_some();
    let behind_a = word(tokens, begin).filter(|(word, _)| takes_a && *word == "a").map(|(_, end)| end);
    let (scale, end) = scale(tokens, behind_a.unwrap_or(begin))?;
    // "three quarters million" is said of nothing.
    let is_joined = many == 1 || behind_of.is_some();
    match scale {
        ScaleWord::Thousands(_) => is_joined.then(|| Numeral::part([many, of], scale, end)),
        _ => (scale.factor() * many % of == 0 && is_joined).then(|| {
            let whole = Numeral::plain(1, 0, end).times(scale, end);
            Numeral { digits: whole.digits * many / of, ..whole }
        }),
    }
}

/// `and a half million`, `and three quarters million`: the part, the scale word, from thousand up, and where it ends.
pub(super) fn and_a_part(tokens: &[Token], at: usize) -> Option<([i128; 2], ScaleWord, usize)> {
    let (part, end) = part(tokens, begins(tokens, at, [english().order.and.as_str()])?)?;
    let (scale, end) = scale(tokens, end).filter(|(scale, _)| matches!(scale, ScaleWord::Thousands(_)))?;
    Some((part, scale, end))
}

impl Numeral {
    /// A part of a scale word from thousand up.
    pub(super) fn part([many, of]: [i128; 2], scale: ScaleWord, end: usize) -> Self {
        let scaled = Self::plain(many, 0, end).times(scale, end);
        Numeral { under: of, saying: Saying::Fraction, ..scaled }
    }

    /// A whole number and a part, times a scale word from thousand up: `two and a half million`.
    pub(super) fn and_a_part(whole: i128, [many, of]: [i128; 2], scale: ScaleWord, end: usize) -> Self {
        Self::part([whole.saturating_mul(of).saturating_add(many), of], scale, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::Measure;
    use crate::value::number::tokens::tokens;

    #[test]
    fn parts_of_scale_words_are_numbers() {
        let value = |text: &str| {
            let tokens = tokens(text);
            part_of_scale(&tokens, 0)
                .filter(|part| part.end == tokens.len())
                .and_then(|part| part.value(Measure::Count, text).ok())
        };
        for (text, number) in [
            ("half a million", 500_000),
            ("half-a-dozen", 6),
            ("a half-dozen", 6),
            ("half a hundred", 50),
            ("a quarter of a million", 250_000),
            ("a quarter million", 250_000),
            ("three-quarters of a lakh", 75_000),
            ("half a lakh crore", 500_000_000_000),
            ("two fifths of a million", 400_000),
            ("five eighths of a million", 625_000),
            ("six tenths of a million", 600_000),
            ("seven tenths of a million", 700_000),
            ("eight tenths of a million", 800_000),
            ("nine tenths of a million", 900_000),
            ("one fourth of a million", 250_000),
            ("four fifths of a million", 800_000),
            ("a third of a dozen", 4),
            ("two sixths of a dozen", 4),
            ("three fifths of a hundred", 60),
        ] {
            assert_eq!(value(text), Some(number), "{text}");
        }
        for text in [
            "two thirds of a million",
            "three quarters million",
            "half",
            "a third of a hundred",
            "three thirds of a million",
            "a seventh of a dozen",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn fractions_in_words_are_so_many_of_so_many() {
        for (text, fraction) in [
            ("half", [1, 2]),
            ("an eighth", [1, 8]),
            ("one seventh", [1, 7]),
            ("four sevenths", [4, 7]),
            ("two ninths", [2, 9]),
            ("five sixths", [5, 6]),
        ] {
            assert_eq!(part(&tokens(text), 0).map(|(part, _)| part), Some(fraction), "{text}");
        }
        for text in ["two seventh", "ninths", "ten elevenths", "nine ninths"] {
            assert!(part(&tokens(text), 0).is_none(), "{text}");
        }
    }
}
