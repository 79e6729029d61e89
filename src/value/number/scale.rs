//! The words that multiply a number: `dozen`, `score`, `hundred`, and from `thousand` up.

use super::tokens::{Token, begins, word};

/// A word that multiplies the number before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    Dozen,
    Score,
    Hundred,
    /// Thousand and up, by its power of ten.
    Thousands(i32),
}

/// In what a number was counted: decides how finely its reader takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CountedIn {
    Ones,
    Dozens,
    Scores,
}

impl Scale {
    fn of(word: &str) -> Option<Scale> {
        Some(match word {
            "dozen" => Scale::Dozen,
            "score" => Scale::Score,
            "hundred" => Scale::Hundred,
            "thousand" => Scale::Thousands(3),
            "million" => Scale::Thousands(6),
            "billion" => Scale::Thousands(9),
            "trillion" => Scale::Thousands(12),
            _ => return None,
        })
    }

    pub(super) fn factor(self) -> i128 {
        match self {
            Scale::Dozen => 12,
            Scale::Score => 20,
            Scale::Hundred => 100,
            Scale::Thousands(power) => 10_i128.pow(power.unsigned_abs()),
        }
    }

    pub(super) fn counted_in(self) -> CountedIn {
        match self {
            Scale::Dozen => CountedIn::Dozens,
            Scale::Score => CountedIn::Scores,
            Scale::Hundred | Scale::Thousands(_) => CountedIn::Ones,
        }
    }
}

/// The scale word at a token or behind its hyphen, and where it ends.
pub(super) fn scale(tokens: &[Token], at: usize) -> Option<(Scale, usize)> {
    let (word, end) = word(tokens, at)?;
    Some((Scale::of(word)?, end))
}

/// What a scale word behind a vague word multiplies it by, in the singular or the plural, and where it ends:
/// several `dozen`, a few `hundred thousand`, many `thousands`.
pub(crate) fn multiplier(tokens: &[Token], at: usize) -> Option<(i128, usize)> {
    let (first, end) = word(tokens, at)?;
    let first = Scale::of(first).or_else(|| Scale::of(first.strip_suffix('s')?))?;
    Some(match scale(tokens, end) {
        Some((second @ Scale::Thousands(_), end)) if first == Scale::Hundred => (100 * second.factor(), end),
        _ => (first.factor(), end),
    })
}

/// `and a half million`: the scale word, from thousand up, and where it ends.
pub(super) fn and_a_half(tokens: &[Token], at: usize) -> Option<(Scale, usize)> {
    scale(tokens, begins(tokens, at, ["and", "a", "half"])?)
        .filter(|(scale, _)| matches!(scale, Scale::Thousands(_)))
}

/// A letter behind digits: `3k`, `2m`, `1.5bn`.
pub(super) fn scale_letter(word: &str) -> Option<Scale> {
    match word {
        "k" => Some(Scale::Thousands(3)),
        "m" | "mn" => Some(Scale::Thousands(6)),
        "b" | "bn" => Some(Scale::Thousands(9)),
        "tn" => Some(Scale::Thousands(12)),
        _ => None,
    }
}
