//! The words that multiply a number: `dozen`, `score`, `hundred`, and from `thousand` up, `lakh` and `crore` among them.

use std::sync::LazyLock;

use super::tokens::{Token, word};
use crate::value::tables;
use crate::value::tables::{Scale, Words, english, first_form, forms};

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

/// The words of scales, by where they stand.
struct ScaleWords {
    /// Behind a number.
    forms: Words<ScaleWord>,
    /// The same, of two words.
    pairs: Vec<([&'static str; 2], ScaleWord)>,
    plurals: Words<ScaleWord>,
    behind_digits: Words<ScaleWord>,
    glued_to_digits: Words<ScaleWord>,
    /// The plural of ten, which multiplies no number.
    tens: &'static str,
}

static WORDS: LazyLock<ScaleWords> = LazyLock::new(|| {
    let each = |list: fn(&Scale) -> &str| {
        let of = move |scale: &'static Scale| Some((ScaleWord::of(scale.is)?, list(scale)));
        let scales = english().scales.iter().filter_map(of);
        scales.flat_map(|(scale, list)| forms(list).map(move |form| (form, scale)))
    };
    let pair = |(form, scale): (&'static str, ScaleWord)| {
        form.split_once(' ').map(|(first, second)| ([first, second], scale))
    };
    ScaleWords {
        forms: each(|scale| &scale.forms).collect(),
        pairs: each(|scale| &scale.forms).filter_map(pair).collect(),
        plurals: each(|scale| &scale.plural).collect(),
        behind_digits: each(|scale| &scale.behind_digits).collect(),
        glued_to_digits: each(|scale| &scale.glued_to_digits).collect(),
        tens: tables::scale(10).map_or("", |tens| first_form(&tens.plural)),
    }
});

impl ScaleWord {
    fn of(factor: i128) -> Option<ScaleWord> {
        let power = || i32::try_from(factor.checked_ilog10()?).ok();
        Some(match factor {
            12 => ScaleWord::Dozen,
            20 => ScaleWord::Score,
            100 => ScaleWord::Hundred,
            1_000.. => ScaleWord::Thousands(power()?),
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
    let scale = *WORDS.forms.get(first)?;
    let pair = word(tokens, end).and_then(|(second, end)| {
        let known = WORDS.pairs.iter().find(|(words, _)| *words == [first, second])?;
        Some((known.1, end))
    });
    Some(pair.unwrap_or((scale, end)))
}

/// What a scale word behind a vague word multiplies it by, in the singular or the plural, and where it ends:
/// several `dozen`, a few `hundred thousand`, many `thousands`, several `tens of thousands`.
pub(crate) fn multiplier(tokens: &[Token], at: usize) -> Option<(i128, usize)> {
    if let Some((_, end)) = word(tokens, at).filter(|(word, _)| *word == WORDS.tens) {
        let of = word(tokens, end).filter(|(of, _)| *of == english().words.of);
        let scale = of.and_then(|(_, of)| plural(tokens, of));
        return Some(match scale {
            Some((scale @ ScaleWord::Thousands(_), end)) => (10 * scale.factor(), end),
            _ => (10, end),
        });
    }
    let (first, end) = scale(tokens, at).or_else(|| plural(tokens, at))?;
    Some(match scale(tokens, end) {
        Some((second @ ScaleWord::Thousands(_), end)) if first == ScaleWord::Hundred => {
            (100 * second.factor(), end)
        }
        _ => (first.factor(), end),
    })
}

fn plural(tokens: &[Token], at: usize) -> Option<(ScaleWord, usize)> {
    let (plural, end) = word(tokens, at)?;
    Some((*WORDS.plurals.get(plural)?, end))
}

/// A letter behind digits: `3k`, `2m`, `1.5bn`; `t` only where nothing parts it from them.
pub(super) fn scale_letter(token: &Token) -> Option<ScaleWord> {
    let glued = WORDS.glued_to_digits.get(&token.text).filter(|_| token.glued);
    WORDS.behind_digits.get(&token.text).or(glued).copied()
}
