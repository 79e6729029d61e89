//! The words that multiply a number: `dozen`, `score`, `hundred`, and from `thousand` up, `lakh` and `crore` among them.

use super::tokens::{Token, word};

/// A word that multiplies the number before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScaleWord {
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

impl ScaleWord {
    fn of(word: &str) -> Option<ScaleWord> {
        Some(match word {
            "dozen" => ScaleWord::Dozen,
            "score" => ScaleWord::Score,
            "hundred" => ScaleWord::Hundred,
            "thousand" => ScaleWord::Thousands(3),
            "lakh" | "lakhs" => ScaleWord::Thousands(5),
            "million" => ScaleWord::Thousands(6),
            "crore" | "crores" => ScaleWord::Thousands(7),
            "billion" => ScaleWord::Thousands(9),
            "trillion" => ScaleWord::Thousands(12),
            _ => return None,
        })
    }

    pub(super) fn factor(self) -> i128 {
        match self {
            ScaleWord::Dozen => 12,
            ScaleWord::Score => 20,
            ScaleWord::Hundred => 100,
            ScaleWord::Thousands(power) => 10_i128.pow(power.unsigned_abs()),
        }
    }

    pub(super) fn counted_in(self) -> CountedIn {
        match self {
            ScaleWord::Dozen => CountedIn::Dozens,
            ScaleWord::Score => CountedIn::Scores,
            ScaleWord::Hundred | ScaleWord::Thousands(_) => CountedIn::Ones,
        }
    }
}

/// The scale word at a token or behind its hyphen, and where it ends; `lakh crore` is one.
pub(super) fn scale(tokens: &[Token], at: usize) -> Option<(ScaleWord, usize)> {
    let (first, end) = word(tokens, at)?;
    Some(match (ScaleWord::of(first)?, word(tokens, end)) {
        (ScaleWord::Thousands(5), Some(("crore" | "crores", end))) => (ScaleWord::Thousands(12), end),
        (first, _) => (first, end),
    })
}

/// What a scale word behind a vague word multiplies it by, in the singular or the plural, and where it ends:
/// several `dozen`, a few `hundred thousand`, many `thousands`, several `tens of thousands`.
pub(crate) fn multiplier(tokens: &[Token], at: usize) -> Option<(i128, usize)> {
    if let Some(("tens", end)) = word(tokens, at) {
        let thousands = word(tokens, end).filter(|(of, _)| *of == "of").and_then(|(_, of)| word(tokens, of));
        let scale =
            thousands.and_then(|(plural, end)| Some((ScaleWord::of(plural.strip_suffix('s')?)?, end)));
        return Some(match scale {
            Some((scale @ ScaleWord::Thousands(_), end)) => (10 * scale.factor(), end),
            _ => (10, end),
        });
    }
    let (first, end) = match scale(tokens, at) {
        Some(found) => found,
        None => {
            let (plural, end) = word(tokens, at)?;
            (ScaleWord::of(plural.strip_suffix('s')?)?, end)
        }
    };
    Some(match scale(tokens, end) {
        Some((second @ ScaleWord::Thousands(_), end)) if first == ScaleWord::Hundred => {
            (100 * second.factor(), end)
        }
        _ => (first.factor(), end),
    })
}

/// A letter behind digits: `3k`, `2m`, `1.5bn`; `t` only where nothing parts it from them.
pub(super) fn scale_letter(token: &Token) -> Option<ScaleWord> {
    match &*token.text {
        "k" => Some(ScaleWord::Thousands(3)),
        "m" | "mn" | "mil" => Some(ScaleWord::Thousands(6)),
        "b" | "bn" => Some(ScaleWord::Thousands(9)),
        "tn" => Some(ScaleWord::Thousands(12)),
        "t" if token.glued => Some(ScaleWord::Thousands(12)),
        _ => None,
    }
}
