//! Reading what is said about a quantity: numbers with what stands around them, ranges, and words without a number.

use std::ops::Range;

use super::formula::Formula;
use super::found::Quantity;
use super::piece::{Figure, Piece, Said, Standing, What, figure_of};
use super::ranges::{is_choice, joins, may_open, opening};
use super::reader::QuantityReader;
use super::refusal;
use crate::value::number::{Measure, Token, may_begin, tokens};
use crate::value::unreadable::Unreadable;

/// How many bounds may stand behind a first: "at least more than".
const DEEPEST: usize = 3;

/// One reading of some tokens: keeps the longest quantity, and the refusal that explains most.
pub(super) struct Attempt<'a, 't> {
    pub(super) reader: QuantityReader<'a>,
    text: &'t str,
    pub(super) tokens: &'t [Token<'t>],
    longest: Option<Quantity>,
    refusal: Option<Unreadable>,
    /// Words that stand before a number, and before none here.
    unfollowed: Option<Range<usize>>,
}

impl<'a> QuantityReader<'a> {
    /// Reads words that are one quantity and nothing else.
    ///
    /// # Errors
    /// Which words are not part of a quantity, or why it cannot be one.
    pub(crate) fn read(self, words: &str) -> Result<Quantity, Unreadable> {
        let tokens = tokens(words);
        let attempt = self.attempt(words, &tokens, 0);
        match (attempt.longest, attempt.refusal, attempt.unfollowed) {
            (Some(quantity), ..) if quantity.end == tokens.len() => Ok(quantity),
            (_, Some(refusal), _) => Err(refusal),
            (Some(quantity), None, _) => Err(refusal::left_over(self, words, &tokens, quantity.end)),
            (None, None, Some(phrase)) => Err(refusal::no_number(self, words, &tokens, phrase)),
            (None, None, None) => Err(refusal::not_begun(self, words, &tokens)),
        }
    }

    /// The longest quantity that begins at a token of a text.
    pub(crate) fn longest(self, text: &str, tokens: &[Token], at: usize) -> Option<Quantity> {
        tokens.get(at).filter(|token| self.may_begin(token))?;
        self.attempt(text, tokens, at).longest
    }

    /// Whether a quantity may begin with a token, as far as that is seen at once: where units may stand before numbers it is not.
    fn may_begin(self, token: &Token) -> bool {
        self.unit.is_some()
            || may_begin(token)
            || self.quantifiers.may_begin(&token.text)
            || may_open(&token.text)
    }

    /// Reads a number that the dossier has in digits, as one of the source in the same digits.
    ///
    /// # Errors
    /// A number that is negative, too large, or finer than the measure; `written` is how the message names it.
    pub(crate) fn written(self, written: &str) -> Result<Quantity, Unreadable> {
        let (digits, exponent) = self.measure.digits_of_toml(written)?;
        let n = self.measure.number(digits, exponent, written.trim())?;
        let piece = self.number(&figure_of(digits, exponent), n, None, Standing::Alone);
        piece.and_then(|piece| self.quantity(piece)).ok_or_else(|| self.measure.too_large(written))
    }

    fn attempt<'t>(self, text: &'t str, tokens: &'t [Token<'t>], at: usize) -> Attempt<'a, 't> {
        let (longest, refusal, unfollowed) = (None, None, None);
        let mut attempt = Attempt { reader: self, text, tokens, longest, refusal, unfollowed };
        for piece in attempt.under_bounds(at, 0) {
            attempt.keep(piece);
        }
        let said = attempt.said(at);
        for said in &said {
            if let Some(piece) = attempt.piece(said, None, Standing::Alone) {
                attempt.keep(piece);
            }
        }
        let ranges = match opening(tokens, at) {
            Some(opened) => attempt.opened(at, opened),
            None => attempt.ranges(at, &said, None),
        };
        for piece in ranges {
            attempt.keep(piece);
        }
        attempt
    }
}

impl<'t> Attempt<'_, 't> {
    /// A bound such as `at least` before a vague word, a range or another row's words.
    fn under_bounds(&mut self, at: usize, depth: usize) -> Vec<Piece> {
        let quantifiers = self.reader.quantifiers;
        let mut found = Vec::new();
        for (row, end) in quantifiers.before(self.tokens, at) {
            if !row.formula.is_bound() {
                continue;
            }
            // What is said there is found once: where nothing opens a range, a range begins with it.
            let opened = opening(self.tokens, end).map(|opened| self.opened(end, opened));
            let said = self.said(end);
            let mut inner = opened.unwrap_or_else(|| self.ranges(end, &said, None));
            for said in &said {
                if !said.is_bare() && !said.is_none() {
                    inner.extend(self.piece(said, None, Standing::UnderBound));
                }
            }
            if depth < DEEPEST {
                inner.extend(self.under_bounds(end, depth + 1));
            }
            let bounded = |inner: &Piece| self.reader.bounded(row.formula, inner, at..inner.at.end);
            found.extend(inner.iter().filter_map(bounded));
        }
        found
    }

    /// `between a and b`, `from a to b`, opened at a token.
    fn opened(&mut self, at: usize, (begin, join): (usize, &'static str)) -> Vec<Piece> {
        let firsts = self.said(begin);
        self.ranges(at, &firsts, Some(join))
    }

    /// The ranges of which one of some figures is the first end, and that begin at a token: `a to b`, `a or b`, `a-b`, or with the
    /// word that has to join them.
    fn ranges(&mut self, at: usize, firsts: &[Said], join: Option<&'static str>) -> Vec<Piece> {
        let mut found = Vec::new();
        for first in firsts.iter().filter(|first| !first.is_none()) {
            let joined = match (self.tokens.get(first.at.end), join) {
                (Some(token), Some(join)) => token.text == join,
                (Some(token), None) => token.is_dash() || joins(&token.text),
                (None, _) => false,
            };
            if !joined {
                continue;
            }
            for second in self.said(first.at.end + 1) {
                if !second.is_none() {
                    found.extend(self.range(first, &second, at));
                }
            }
        }
        found
    }

    /// A range from one to the other.
    fn range(&mut self, first: &Said, second: &Said, at: usize) -> Option<Piece> {
        let high = self.piece(second, Some(first), Standing::InRange)?;
        let low = self.piece(first, Some(second), Standing::InRange)?;
        let at = at..second.at.end;
        // "Seven or seven" leaves no choice; "from seven to seven" is seven.
        let is_choice = self.tokens.get(first.at.end).is_some_and(|token| is_choice(&token.text));
        let is_empty = is_choice && first.is_bare() && second.is_bare() && low.sets == high.sets;
        let range = self.reader.range(&low, &high, at.clone()).filter(|_| !is_empty);
        if range.is_none() {
            let at = self.bytes(at);
            let message =
                format!("`{}` does not run from a smaller number to a larger one", &self.text[at.clone()]);
            self.refuse(Unreadable::out_of_order(message).at(at));
        }
        range
    }

    /// What is said, read; a range's other end lends the unit and the scale words that this one has not.
    fn piece(&mut self, said: &Said, other: Option<&Said>, standing: Standing) -> Option<Piece> {
        let (figure, row) = match &said.what {
            What::Words(sets, by, times) => {
                return Some(self.reader.words(*by, *times, *sets, said.at.clone()));
            }
            What::Number(figure, row) => (figure, *row),
        };
        let mut figure = figure.clone();
        if let Some(What::Number(other, _)) = other.map(|other| &other.what) {
            figure.unit = figure.unit.or(other.unit);
            if figure.at.start < other.at.start {
                let bound = figure.numeral.bound_by(&other.numeral, self.reader.measure);
                figure.numeral = bound.unwrap_or(figure.numeral);
            }
        }
        let n = self.value(&figure)?;
        let bytes = self.bytes(said.at.clone());
        if row.is_some_and(|row| row.formula == Formula::Odd) && !is_round(n, self.reader.measure) {
            let message = format!("`{}` is not said of a multiple of ten", &self.text[bytes.clone()]);
            self.refuse(Unreadable::new(message).help("expected a number such as `20-odd`").at(bytes));
            return None;
        }
        let piece = self.reader.number(&figure, n, row, standing);
        if piece.is_none() {
            self.too_large(said.at.clone());
        }
        piece.map(|piece| piece.standing_at(said.at.clone()))
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

    fn keep(&mut self, piece: Piece) {
        let at = piece.at.clone();
        let Some(quantity) = self.reader.quantity(piece) else {
            let at = self.bytes(at);
            let message = format!("`{}` allows nothing that could be read", &self.text[at.clone()]);
            return self.refuse(Unreadable::new(message).at(at));
        };
        if self.longest.as_ref().is_none_or(|longest| longest.end < at.end) {
            self.longest = Some(quantity);
        }
    }

    /// Words that stand before a number have none behind them here.
    pub(super) fn unfollowed(&mut self, phrase: Range<usize>) {
        self.unfollowed.get_or_insert(phrase);
    }

    pub(super) fn too_large(&mut self, at: Range<usize>) {
        let at = self.bytes(at);
        self.refuse(self.reader.measure.too_large(&self.text[at.clone()]).at(at));
    }

    /// Keeps the refusal that reaches furthest.
    pub(super) fn refuse(&mut self, why: Unreadable) {
        let end = |why: &Unreadable| why.at.as_ref().map_or(0, |at| at.end);
        if self.refusal.as_ref().is_none_or(|refusal| end(refusal) < end(&why)) {
            self.refusal = Some(why);
        }
    }

    fn bytes(&self, at: Range<usize>) -> Range<usize> {
        refusal::bytes(self.tokens, at)
    }
}

/// Whether `-odd` may follow a number: a multiple of ten that is not zero.
fn is_round(n: i128, measure: Measure) -> bool {
    n > 0 && n % (10 * measure.one()) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::number::{CountedIn, Ratio, Saying, Unit};
    use crate::value::quantity::found::ReadBy;
    use crate::value::quantity::quantifiers::{Preset, Quantifiers};
    use crate::value::quantity::row::QuantifierRow;
    use crate::value::quantity::said_number::SaidNumber;
    use crate::value::quantity::table::{AUXILIARIES, ROWS};
    use crate::value::types::{amount, count};
    use proptest::prelude::*;

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

    /// Read as a count or, where it is none, as a share or a length.
    fn read_as_any(words: &str, quantifiers: &Quantifiers) -> Quantity {
        let as_amount = |unit: &str| amount::explain(words, Some(unit), quantifiers);
        let read =
            count::explain(words, quantifiers).or_else(|_| as_amount("%")).or_else(|_| as_amount("km"));
        read.unwrap_or_else(|why| panic!("{words}: {why:?}"))
    }

    /// Every form that a row's words and a number give.
    fn forms(row: &QuantifierRow, number: &str) -> Vec<String> {
        let before = row.words().before.iter().map(|words| format!("{words} {number}"));
        let after = row
            .words()
            .after
            .iter()
            .flat_map(|words| [format!("{number} {words}"), format!("{number}-{words}")]);
        before.chain(after.filter(|form| !form.contains("-or"))).collect()
    }

    /// Every word that the tables have, and some that they have not.
    fn every_word() -> Vec<String> {
        let rows = ROWS.iter().map(QuantifierRow::words);
        let rows = rows.flat_map(|row| row.before.iter().chain(&row.alone).chain(&row.after));
        let numbers = NUMBERS.map(|(words, _)| words);
        let others =
            ["between", "and", "from", "to", "anywhere", "or", "an", "eighth", "zero", "-", "people", "of"];
        let words = rows.copied().chain(AUXILIARIES).chain(numbers).chain(others);
        words.flat_map(|words| words.split(' ').map(str::to_owned)).collect()
    }

    proptest! {
        #[test]
        fn nothing_begins_where_it_is_seen_that_nothing_may(picked in proptest::collection::vec(any::<u16>(), 1..7)) {
            let all = every_word();
            let words: Vec<&str> = picked.iter().map(|at| all[usize::from(*at) % all.len()].as_str()).collect();
            let text = words.join(" ");
            let (quantifiers, tokens) = (Quantifiers::default(), tokens(&text));
            let reader = count::reader(&quantifiers);
            for at in 0..tokens.len() {
                let whole = reader.attempt(&text, &tokens, at).longest.map(|found| found.end);
                prop_assert_eq!(reader.longest(&text, &tokens, at).map(|found| found.end), whole, "{} at {}", &text, at);
            }
        }
    }

    #[test]
    fn every_modifier_takes_every_number() {
        let rows = ROWS.iter().filter(|row| row.formula != Formula::Reach);
        for (row, (words, n)) in rows.flat_map(|row| NUMBERS.map(|number| (row, number))) {
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
                let (saying, measure) = (Saying::Plain, Measure::Count);
                let number = SaidNumber { n, counted_in, saying, decimals: None, part: Ratio::ONE, measure };
                let sets = number.read(row.formula, Quantifiers::default().widths.of(row)).unwrap();
                assert_eq!(Some(quantity.bounds), sets.bounds(measure), "{form}");
                assert_eq!(quantity.by, ReadBy::Row(row), "{form}");
            }
        }
    }

    #[test]
    fn what_is_reached_is_read_as_if_it_stood_alone() {
        for (words, _) in NUMBERS {
            let bare = read(words).unwrap();
            for form in [format!("reached {words}"), format!("has now hit {words}")] {
                let reached = read(&form).unwrap();
                assert_eq!((&reached.bounds, reached.bare), (&bare.bounds, bare.bare), "{form}");
            }
        }
    }

    #[test]
    fn every_example_of_the_table_is_read_by_its_row() {
        let quantifiers = Quantifiers::default();
        for row in &ROWS {
            for example in row.examples() {
                assert_eq!(read_as_any(example, &quantifiers).by, ReadBy::Row(row), "{example}");
            }
        }
        let explained = |words: &str| read(words).unwrap().explained(Measure::Count, &Quantifiers::default());
        assert!(explained("nearly 200").starts_with("nearly (nearly, almost"));
        assert!(explained("480,000").ends_with("; last digit said: 10,000"));
        assert!(!explained("34").contains("last digit said"), "it is exact");
        assert_eq!(explained("several dozen"), "several (several): hard [3, 12], soft [3, 7], times 12");
    }

    #[test]
    fn the_strict_preset_takes_every_word_at_its_widest() {
        let (strict, news) = (Quantifiers::new(Preset::Strict), Quantifiers::default());
        for words in ROWS.iter().flat_map(QuantifierRow::examples) {
            let bounds = read_as_any(words, &strict).bounds;
            assert_eq!(bounds.soft, bounds.hard, "{words}");
            assert_eq!(bounds.hard, read_as_any(words, &news).bounds.hard, "{words}");
        }
    }

    #[test]
    fn a_number_of_the_dossier_is_read_as_the_source_would_say_it() {
        let quantifiers = Quantifiers::default();
        for (written, said) in [("34", "34"), ("480000", "480,000"), ("1_200", "1 200")] {
            let written = count::reader(&quantifiers).written(written).unwrap();
            let said = read(said).unwrap();
            assert_eq!((&written.bounds, written.bare), (&said.bounds, said.bare));
        }
        let unit = Unit::new("km");
        for (written, said) in [("8.50", "8.5"), ("8.0", "8"), ("1e6", "1,000,000"), ("0.25", "0.25")] {
            let reader = amount::reader(Some(&unit), &quantifiers);
            assert_eq!(reader.written(written).unwrap().bounds, reader.read(said).unwrap().bounds);
        }
    }
}
