//! Which words say a quantity, and how: the table under a preset, with the words a dossier reads in its own way.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::formula::{BeforeScale, Formula, FromTo};
use super::row::QuantifierRow;
use super::table::{AUXILIARIES, PLURALS, ROWS};
use super::widths::Widths;
use crate::text::Sketch;
use crate::value::number::{Make, Token, begins, numeral, tokens};
use crate::value::unreadable::Unreadable;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How far soft readings are narrowed.
    #[derive(Default)]
    pub(crate) enum Preset {
        /// As readers of news usually take the words.
        #[default]
        News = "news",
        /// Soft is hard, for every type.
        Strict = "strict",
    }
}

/// The words that say a quantity, as a dossier reads them.
#[derive(Clone, Debug)]
pub(crate) struct Quantifiers {
    preset: Preset,
    pub(super) widths: Widths,
    /// By their first word, the longest first.
    phrases: BTreeMap<String, Vec<Phrase>>,
    firsts: Sketch,
}

/// Words that stand before a number or for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// As [`tokens`] gives them.
    words: Vec<String>,
    pub(super) meaning: Meaning,
}

/// What a phrase does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It stands before a number.
    Before(&'static QuantifierRow),
    /// It stands for a set, by a row of the table.
    Alone(&'static QuantifierRow),
    /// It is the plural of a scale word, perhaps with what stands before it.
    Plural(&'static QuantifierRow, i128),
    /// It stands for a set that the dossier gives.
    Own { hard: FromTo, soft: FromTo, before_scale: BeforeScale },
}

impl Default for Quantifiers {
    fn default() -> Self {
        Self::new(Preset::News)
    }
}

impl Quantifiers {
    /// The table as it is, under a preset.
    pub(crate) fn new(preset: Preset) -> Self {
        let (widths, phrases, firsts) = (Widths::default(), BTreeMap::new(), Sketch::default());
        let mut quantifiers = Quantifiers { preset, widths, phrases, firsts };
        for row in &ROWS {
            let of_row = row.words();
            of_row.before.iter().for_each(|words| quantifiers.add(words, Meaning::Before(row)));
            of_row.alone.iter().for_each(|words| quantifiers.add(words, Meaning::Alone(row)));
            for (words, unit) in PLURALS.iter() {
                // Tens have a row of their own.
                if row.formula == Formula::Plural && *unit > 10 {
                    quantifiers.add(words, Meaning::Plural(row, *unit));
                }
                for before in &of_row.before_plural {
                    for joint in [" ", "-"] {
                        quantifiers.add(&format!("{before}{joint}{words}"), Meaning::Plural(row, *unit));
                    }
                }
            }
        }
        quantifiers
    }

    /// Whether soft sets are the hard ones.
    pub(crate) fn is_strict(&self) -> bool {
        self.preset == Preset::Strict
    }

    /// Reads a row of the table this wide from now on, in per cent of the number said.
    ///
    /// # Errors
    /// A row that has no such width, or soft wider than hard.
    pub(crate) fn widen(
        &mut self,
        row: &str,
        hard: Option<i128>,
        soft: Option<i128>,
    ) -> Result<(), Unreadable> {
        self.widths.set(row, hard, soft)
    }

    /// Reads these words as these ends, in units, from now on, instead of as the table does if it has them.
    ///
    /// # Errors
    /// Words that stand before a number or are one, ends below zero or out of order, soft ends outside the hard ones.
    pub(crate) fn replace(
        &mut self,
        words: Vec<String>,
        hard: FromTo,
        soft: FromTo,
    ) -> Result<(), Unreadable> {
        check(hard, soft)?;
        for words in &words {
            let tokens = tokens(words);
            let Some(first) = tokens.first() else {
                return Err(Unreadable::new("a quantifier's words are empty")
                    .help("expected words such as \"a wave\""));
            };
            let whole = |end: Option<usize>| end == Some(tokens.len());
            if numeral(&tokens, 0, None).is_ok_and(|numeral| whole(numeral.map(|numeral| numeral.end))) {
                let message = format!("`{words}` is a number, and is read as one");
                return Err(
                    Unreadable::new(message).help("expected words that say no number, such as \"a wave\"")
                );
            }
            let known: Vec<&Phrase> =
                self.starting(&first.text).iter().filter(|phrase| whole(phrase.end(&tokens, 0))).collect();
            let has = |meant: fn(&Meaning) -> bool| known.iter().any(|phrase| meant(&phrase.meaning));
            if has(|meaning| matches!(meaning, Meaning::Before(_)))
                && !has(|meaning| !matches!(meaning, Meaning::Before(_)))
            {
                let message = format!("`{words}` stands before a number, and says nothing alone");
                return Err(
                    Unreadable::new(message).help("expected words that stand alone, such as \"a wave\"")
                );
            }
            let before_scale = known
                .iter()
                .find_map(|phrase| phrase.meaning.before_scale())
                .unwrap_or(BeforeScale::Multiplied);
            let (words, key) = (words.as_str(), first.text.to_string());
            let phrases = self.phrases.entry(key).or_default();
            phrases.retain(|phrase| {
                matches!(phrase.meaning, Meaning::Before(_)) || !whole(phrase.end(&tokens, 0))
            });
            self.add(words, Meaning::Own { hard, soft, before_scale });
        }
        Ok(())
    }

    /// The rows whose words stand before a number at `at`, and where these words end.
    pub(super) fn before(&self, tokens: &[Token], at: usize) -> Vec<(&'static QuantifierRow, usize)> {
        let Some(first) = tokens.get(at) else { return Vec::new() };
        if !is_auxiliary(first) && !self.firsts.may_have(&first.text) {
            return Vec::new();
        }
        let verb = behind_auxiliaries(tokens, at);
        let is_verb = |row: &QuantifierRow| matches!(row.formula, Formula::Surpass | Formula::Reach);
        let found = |at: usize| {
            let phrases = tokens.get(at).map_or(&[][..], |token| self.starting(&token.text));
            phrases.iter().filter_map(move |phrase| match phrase.meaning {
                Meaning::Before(row) => Some((row, phrase.end(tokens, at)?)),
                _ => None,
            })
        };
        let behind = found(verb).filter(|(row, _)| verb > at && is_verb(row));
        found(at).chain(behind).collect()
    }

    /// Whether a phrase, or what may stand before its verb, may begin with a word, as far as that is seen at once.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        self.firsts.may_have(word) || AUXILIARIES.contains(&word)
    }

    /// The phrases that begin with a word, the longest first.
    pub(super) fn starting(&self, word: &str) -> &[Phrase] {
        if !self.firsts.may_have(word) {
            return &[];
        }
        self.phrases.get(word).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, words: &str, meaning: Meaning) {
        let words: Vec<String> = tokens(words).into_iter().map(|token| token.text.into_owned()).collect();
        let Some(first) = words.first() else { return };
        self.firsts.add(first);
        let phrases = self.phrases.entry(first.clone()).or_default();
        // Behind all that are as long.
        let at = phrases.partition_point(|phrase| phrase.words.len() >= words.len());
        phrases.insert(at, Phrase { words, meaning });
    }
}

impl Phrase {
    /// The token behind the phrase, where it stands at `at`.
    pub(super) fn end(&self, tokens: &[Token], at: usize) -> Option<usize> {
        begins(tokens, at, self.words.iter().map(String::as_str))
    }
}

impl Meaning {
    fn before_scale(self) -> Option<BeforeScale> {
        match self {
            Meaning::Before(_) => None,
            Meaning::Alone(row) => match row.formula {
                Formula::Vague { before_scale, .. } => Some(before_scale),
                _ => None,
            },
            Meaning::Plural(..) => Some(BeforeScale::Apart),
            Meaning::Own { before_scale, .. } => Some(before_scale),
        }
    }
}

/// The token behind the auxiliaries at `at`, as in `has since topped`.
fn behind_auxiliaries(tokens: &[Token], at: usize) -> usize {
    at + tokens[at..].iter().take_while(|token| is_auxiliary(token)).count()
}

fn is_auxiliary(token: &Token) -> bool {
    token.make == Make::Word && AUXILIARIES.contains(&&*token.text)
}

/// The row whose words stand behind a number at `at`, with or without a hyphen, and where they end.
pub(super) fn after(tokens: &[Token], at: usize) -> Option<(&'static QuantifierRow, usize)> {
    type Phrases = (Vec<(&'static QuantifierRow, Vec<&'static str>)>, Sketch);
    static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
        let of_row = |row: &'static QuantifierRow| {
            row.words().after.iter().map(move |words| (row, words.split(' ').collect()))
        };
        let phrases: Vec<(&QuantifierRow, Vec<&str>)> = ROWS.iter().flat_map(of_row).collect();
        let mut firsts = Sketch::default();
        phrases.iter().for_each(|(_, words)| firsts.add(words[0]));
        (phrases, firsts)
    });
    let (phrases, firsts) = &*PHRASES;
    let first = tokens.get(at)?;
    let joint = Some(first).filter(|token| token.is_dash() && token.glued);
    if joint.is_none() && !firsts.may_have(&first.text) {
        return None;
    }
    phrases.iter().find_map(|(row, words)| {
        let begin = if joint.is_some() && words.len() == 1 { at + 1 } else { at };
        Some((*row, begins(tokens, begin, words.iter().copied())?))
    })
}

fn check(hard: FromTo, soft: FromTo) -> Result<(), Unreadable> {
    let order = |(low, high): FromTo| high.is_none_or(|high| low <= high);
    if hard.0 < 0 || soft.0 < 0 {
        return Err(Unreadable::new("a quantity cannot be below zero").help("expected bounds from 0 up"));
    }
    if !order(hard) || !order(soft) {
        return Err(Unreadable::out_of_order("the lower bound stands above the upper one"));
    }
    let within = hard.1.is_none_or(|high| soft.1.is_some_and(|soft| soft <= high));
    if soft.0 < hard.0 || !within {
        let why = Unreadable::new("the soft bounds reach outside the hard ones");
        return Err(why.help("what readers usually take lies within what the words allow"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(words: &str, hard: FromTo, soft: FromTo) -> Result<Quantifiers, Unreadable> {
        let mut quantifiers = Quantifiers::default();
        quantifiers.replace(vec![words.to_owned()], hard, soft)?;
        Ok(quantifiers)
    }

    #[test]
    fn a_dossiers_own_words_stand_in_place_of_the_tables() {
        let quantifiers = word("A  Few", (3, Some(9)), (3, Some(4))).unwrap();
        let phrases = quantifiers.starting("a").iter().filter(|phrase| phrase.words == ["a", "few"]);
        let own =
            Meaning::Own { hard: (3, Some(9)), soft: (3, Some(4)), before_scale: BeforeScale::Multiplied };
        assert_eq!(phrases.map(|phrase| phrase.meaning).collect::<Vec<_>>(), [own]);
    }

    #[test]
    fn own_words_that_could_not_be_read_are_refused() {
        let few = |words| word(words, (1, Some(2)), (1, Some(2)));
        for words in ["", "nearly", "two dozen", "34", "at least"] {
            assert!(few(words).is_err(), "{words}");
        }
        assert!(few("some").is_ok() && few("a wave").is_ok() && few("dozens").is_ok());
        assert!(word("a wave", (10, None), (5, Some(99))).is_err());
        assert!(word("a wave", (10, Some(20)), (10, None)).is_err());
        assert!(word("a wave", (-1, None), (1, None)).is_err());
        assert!(word("a wave", (1, None), (-1, None)).is_err());
        assert!(word("a wave", (20, Some(10)), (20, Some(10))).is_err_and(|why| why.out_of_order));
        assert!(word("a wave", (10, Some(20)), (15, Some(12))).is_err_and(|why| why.out_of_order));
        assert!(word("a wave", (0, Some(9)), (0, Some(0))).is_ok());
    }
}
