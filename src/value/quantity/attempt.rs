//! Reading what is said about a quantity: numbers with what stands around them, ranges, and words without a number.

use std::ops::Range;

use super::formula;
use super::formula::{BeforeScale, Formula, FromTo, SaidNumber};
use super::found::{Quantity, ReadBy};
use super::quantifiers::{Meaning, after};
use super::reader::QuantityReader;
use super::refusal;
use super::table::{QuantifierRow, ROWS};
use crate::value::number::{Numeral, Token, Unit, begins, multiplier, numeral, tokens};
use crate::value::shape::Bounds;
use crate::value::unreadable::Unreadable;

/// A number with the tokens that say it, its unit included.
#[derive(Clone, Debug)]
struct Figure {
    numeral: Numeral,
    at: Range<usize>,
}

/// One reading of some tokens: keeps the longest quantity, and the refusal that explains most.
struct Attempt<'a, 't> {
    reader: QuantityReader<'a>,
    text: &'t str,
    tokens: &'t [Token<'t>],
    longest: Option<Quantity>,
    refusal: Option<Unreadable>,
}

impl<'a> QuantityReader<'a> {
    /// Reads words that are one quantity and nothing else.
    ///
    /// # Errors
    /// Which words are not part of a quantity, or why it cannot be one.
    pub(crate) fn read(self, words: &str) -> Result<Quantity, Unreadable> {
        let tokens = tokens(words);
        let attempt = self.attempt(words, &tokens, 0);
        match (attempt.longest, attempt.refusal) {
            (Some(quantity), _) if quantity.end == tokens.len() => Ok(quantity),
            (_, Some(refusal)) => Err(refusal),
            (Some(quantity), None) => Err(refusal::left_over(self, words, &tokens, quantity.end)),
            (None, None) => Err(refusal::not_begun(self, words, &tokens)),
        }
    }

    /// The longest quantity that begins at a token of a text.
    pub(crate) fn longest(self, text: &str, tokens: &[Token], at: usize) -> Option<Quantity> {
        self.attempt(text, tokens, at).longest
    }

    fn attempt<'t>(self, text: &'t str, tokens: &'t [Token<'t>], at: usize) -> Attempt<'a, 't> {
        let mut attempt = Attempt { reader: self, text, tokens, longest: None, refusal: None };
        attempt.phrases(at);
        attempt.joined(at);
        attempt.figures(at);
        attempt
    }
}

impl<'t> Attempt<'_, 't> {
    /// Phrases that the table or the dossier has: before a number, or for one.
    fn phrases(&mut self, at: usize) {
        let quantifiers = self.reader.quantifiers;
        let Some(token) = self.tokens.get(at) else { return };
        for phrase in quantifiers.starting(&token.text) {
            let Some(end) = phrase.end(self.tokens, at) else { continue };
            match phrase.meaning {
                Meaning::Before(row) => match self.figure(end) {
                    Some(figure) => self.number(row, &figure, at..figure.at.end),
                    None => self.no_number(at..end),
                },
                Meaning::Alone(row) => {
                    if let Formula::Vague { hard, soft, before_scale } = row.formula {
                        self.vague(ReadBy::Row(row), [hard, soft], before_scale, at, end);
                    }
                }
                Meaning::Own { hard, soft, before_scale } => {
                    self.vague(ReadBy::Own([hard, soft]), [hard, soft], before_scale, at, end);
                }
                Meaning::Plural(row, unit) => {
                    let end = self.behind_vague(end);
                    self.keep(formula::plural(unit, self.reader.measure), ReadBy::Row(row), 1, at..end);
                }
            }
        }
    }

    /// `between a and b`, `from a to b`.
    fn joined(&mut self, at: usize) {
        let join = match self.tokens.get(at).map(|token| &*token.text) {
            Some("between") => "and",
            Some("from") => "to",
            _ => return,
        };
        let Some(first) = self.figure(at + 1) else { return };
        if let Some(second) = begins(self.tokens, first.at.end, [join]).and_then(|join| self.figure(join)) {
            self.range(&first, &second, at);
        }
    }

    /// What begins with a number.
    fn figures(&mut self, at: usize) {
        let Some(figure) = self.figure(at) else { return };
        let end = figure.at.end;
        let bare = if figure.numeral.last_place.is_some() { Formula::Rounded } else { Formula::Exactly };
        self.number(row(bare), &figure, at..end);
        if let Some((row, end)) = after(self.tokens, end) {
            self.number(row, &figure, at..self.unit_at(end).unwrap_or(end));
        }
        let join = match self.tokens.get(end) {
            Some(token) if token.is_dash() || matches!(&*token.text, "to" | "or") => end + 1,
            _ => return,
        };
        if let Some(second) = self.figure(join) {
            self.range(&figure, &second, at);
        }
    }

    /// A number under a row of the table.
    fn number(&mut self, row: &'static QuantifierRow, figure: &Figure, at: Range<usize>) {
        let measure = self.reader.measure;
        let Some(n) = self.value(figure) else { return };
        let half_place = figure.numeral.last_place.and_then(|place| measure.number(5, place - 1, "").ok());
        let number = SaidNumber { n, counted_in: figure.numeral.counted_in, half_place, measure };
        if row.formula == Formula::Odd && !number.is_round() {
            let at = self.bytes(at);
            let message = format!("`{}` is not said of a multiple of ten", &self.text[at.clone()]);
            return self.refuse(Unreadable::new(message).help("expected a number such as `20-odd`").at(at));
        }
        self.keep(number.read(row.formula), ReadBy::Row(row), 1, at);
    }

    /// A range from one number to a larger one.
    fn range(&mut self, first: &Figure, second: &Figure, at: usize) {
        let Some(high) = self.value(second) else { return };
        let bound = first.numeral.bound_by(&second.numeral, self.reader.measure);
        let Some(low) = bound.or_else(|| self.value(first)) else { return };
        let at = at..second.at.end;
        if low < high {
            return self.keep(Some(formula::range(low, high)), ReadBy::Row(row(Formula::Range)), 1, at);
        }
        let at = self.bytes(at);
        let message =
            format!("`{}` does not run from a smaller number to a larger one", &self.text[at.clone()]);
        self.refuse(Unreadable::out_of_order(message).at(at));
    }

    /// A vague word, with the scale word behind it that multiplies it.
    fn vague(&mut self, by: ReadBy, [hard, soft]: [FromTo; 2], before: BeforeScale, at: usize, end: usize) {
        self.multiplied(by, [hard, soft], 1, at..self.behind_vague(end));
        if before == BeforeScale::Multiplied {
            let of = begins(self.tokens, end, ["of"]).unwrap_or(end);
            if let Some((times, end)) = multiplier(self.tokens, of) {
                self.multiplied(by, [hard, soft], times, at..self.behind_vague(end));
            }
        }
    }

    fn multiplied(&mut self, by: ReadBy, [hard, soft]: [FromTo; 2], times: i128, at: Range<usize>) {
        let measure = self.reader.measure;
        match formula::vague(hard, soft, times, measure) {
            Some(bounds) => self.keep(Some(bounds), by, times, at),
            None => {
                let at = self.bytes(at);
                self.refuse(measure.too_large(&self.text[at.clone()]).at(at));
            }
        }
    }

    /// The end of a vague word with the `of` and the question's unit that follow it.
    fn behind_vague(&self, end: usize) -> usize {
        let of = begins(self.tokens, end, ["of"]).unwrap_or(end);
        self.unit_at(of).unwrap_or(of)
    }

    /// The number at a token, with the question's own unit before or behind it.
    fn figure(&mut self, at: usize) -> Option<Figure> {
        let begin = self.unit_at(at).unwrap_or(at);
        match numeral(self.tokens, begin, self.reader.unit.and_then(Unit::letter)) {
            Ok(numeral) => {
                let numeral = numeral?;
                let end = self.unit_at(numeral.end).unwrap_or(numeral.end);
                Some(Figure { numeral, at: at..end })
            }
            Err(why) => {
                self.refuse(why.at(self.tokens[begin].at.clone()));
                None
            }
        }
    }

    fn unit_at(&self, at: usize) -> Option<usize> {
        self.reader.unit?.end(self.tokens, at)
    }

    fn value(&mut self, figure: &Figure) -> Option<i128> {
        let at = self.bytes(figure.at.clone());
        match figure.numeral.value(self.reader.measure, &self.text[at.clone()]) {
            Ok(value) => Some(value),
            Err(why) => {
                self.refuse(why.at(at));
                None
            }
        }
    }

    fn keep(&mut self, bounds: Option<Bounds>, by: ReadBy, times: i128, at: Range<usize>) {
        let Some(mut bounds) = bounds else {
            let at = self.bytes(at);
            let message = format!("`{}` allows nothing that could be read", &self.text[at.clone()]);
            return self.refuse(Unreadable::new(message).at(at));
        };
        if self.reader.quantifiers.is_strict() {
            bounds.soft = bounds.hard.clone();
        }
        if self.longest.as_ref().is_none_or(|longest| longest.end < at.end) {
            self.longest = Some(Quantity { bounds, by, times, end: at.end });
        }
    }

    fn no_number(&mut self, phrase: Range<usize>) {
        // `some` stands alone as well, and digits that cannot be read have been refused already.
        if self.longest.is_none() && self.refusal.is_none() {
            self.refuse(refusal::no_number(self.reader, self.text, self.tokens, phrase));
        }
    }

    /// Keeps the refusal that reaches furthest.
    fn refuse(&mut self, why: Unreadable) {
        let end = |why: &Unreadable| why.at.as_ref().map_or(0, |at| at.end);
        if self.refusal.as_ref().is_none_or(|refusal| end(refusal) < end(&why)) {
            self.refusal = Some(why);
        }
    }

    fn bytes(&self, at: Range<usize>) -> Range<usize> {
        refusal::bytes(self.tokens, at)
    }
}

/// The row of a formula that only one row has.
fn row(formula: Formula) -> &'static QuantifierRow {
    ROWS.iter().find(|row| row.formula == formula).expect("each formula has its row")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::{CountedIn, Measure};
    use crate::value::quantity::quantifiers::{Preset, Quantifiers};
    use crate::value::types::count;

    const NUMBERS: [(&str, i128); 12] = [
        ("34", 34),
        ("1,200", 1200),
        ("1 200", 1200),
        ("1.2 million", 1_200_000),
        ("3k", 3000),
        ("2m", 2_000_000),
        ("twenty-one", 21),
        ("one hundred and fifty", 150),
        ("a hundred", 100),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("three score", 60),
    ];

    fn read(words: &str) -> Result<Quantity, Unreadable> {
        count::explain(words, &Quantifiers::default())
    }

    /// Every form that a row's words and a number give.
    fn forms(row: &QuantifierRow, number: &str) -> Vec<String> {
        let before = row.before.iter().map(|words| format!("{words} {number}"));
        let after =
            row.after.iter().flat_map(|words| [format!("{number} {words}"), format!("{number}-{words}")]);
        before.chain(after.filter(|form| !form.contains("-or"))).collect()
    }

    #[test]
    fn every_modifier_takes_every_number() {
        for row in &ROWS {
            for (words, n) in NUMBERS {
                for form in forms(row, words) {
                    let quantity = match read(&form) {
                        Err(why) if row.formula == Formula::Odd && n % 10 != 0 => {
                            assert!(why.message.contains("multiple of ten"), "{form}");
                            continue;
                        }
                        other => other.unwrap_or_else(|why| panic!("{form}: {why:?}")),
                    };
                    let counted_in = match words.rsplit(' ').next() {
                        Some("dozen") => CountedIn::Dozens,
                        Some("score") => CountedIn::Scores,
                        _ => CountedIn::Ones,
                    };
                    let number = SaidNumber { n, counted_in, half_place: None, measure: Measure::Count };
                    assert_eq!(Some(quantity.bounds), number.read(row.formula), "{form}");
                    assert_eq!(quantity.by, ReadBy::Row(row), "{form}");
                }
            }
        }
    }

    #[test]
    fn every_example_of_the_table_is_read_by_its_row() {
        for row in &ROWS {
            for example in row.examples {
                assert_eq!(read(example).unwrap().by, ReadBy::Row(row), "{example}");
            }
        }
        assert!(read("nearly 200").unwrap().explained().starts_with("nearly (nearly, almost"));
        assert_eq!(
            read("several dozen").unwrap().explained(),
            "several (several): hard [3, 12], soft [3, 7], times 12"
        );
    }

    #[test]
    fn the_strict_preset_takes_every_word_at_its_widest() {
        let strict = Quantifiers::new(Preset::Strict);
        for words in ROWS.iter().flat_map(|row| row.examples) {
            let bounds = count::explain(words, &strict).unwrap().bounds;
            assert_eq!(bounds.soft, bounds.hard, "{words}");
            assert_eq!(bounds.hard, read(words).unwrap().bounds.hard, "{words}");
        }
    }
}
