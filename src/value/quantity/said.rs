//! Finding what is said at one token about a quantity, ranges and bounds apart.

use super::attempt::Attempt;
use super::formula;
use super::formula::{BeforeScale, Formula, FromTo, IsShare};
use super::found::ReadBy;
use super::piece::{Figure, Said, What};
use super::quantifiers::{Meaning, after};
use super::sets::Sets;
use crate::value::number::{Numeral, SaidIn, begins, multiplier, numeral, share};
use crate::value::tables::english;

impl Attempt<'_, '_> {
    /// All that may be said at a token: numbers with what stands around them, and words without one.
    pub(super) fn said(&mut self, at: usize) -> Vec<Said> {
        let mut found = Vec::new();
        for (row, end) in self.reader.quantifiers.before(self.tokens, at) {
            match self.figure(end) {
                Some(figure) => {
                    let at = at..figure.at.end;
                    found.push(Said { what: What::Number(figure, Some(row)), at });
                }
                None => self.unfollowed(at..end),
            }
        }
        self.words(at, &mut found);
        self.figures(at, &mut found);
        found
    }

    /// Words that stand for a number.
    fn words(&mut self, at: usize, found: &mut Vec<Said>) {
        let Some(token) = self.tokens.get(at) else { return };
        for phrase in self.reader.quantifiers.starting(&token.text) {
            let Some(end) = phrase.end(self.tokens, at) else { continue };
            match phrase.meaning {
                Meaning::Before(_) => {}
                Meaning::Alone(row) => {
                    if let Formula::Vague { hard, soft, before_scale } = row.formula {
                        self.vague(ReadBy::Row(row), [hard, soft], before_scale, at, end, found);
                    }
                }
                Meaning::Own { hard, soft, before_scale } => {
                    self.vague(ReadBy::Own([hard, soft]), [hard, soft], before_scale, at, end, found);
                }
                Meaning::Plural(row, unit) => {
                    let measure = self.reader.measure;
                    let sets = match row.formula {
                        Formula::Within { hard, soft, soft_edge } => {
                            formula::within(unit, hard, (soft, soft_edge), measure)
                        }
                        _ => formula::plural(unit, measure),
                    };
                    self.found_words((sets, ReadBy::Row(row), 1), at, end, found);
                }
            }
        }
    }

    /// A vague word, with the scale word behind it that multiplies it.
    fn vague(
        &mut self,
        by: ReadBy,
        ends: [FromTo; 2],
        before: BeforeScale,
        at: usize,
        end: usize,
        found: &mut Vec<Said>,
    ) {
        self.multiplied((by, ends, 1), at, end, found);
        if before == BeforeScale::Multiplied {
            let of = begins(self.tokens, end, [english().words.of.as_str()]).unwrap_or(end);
            if let Some((times, end)) = multiplier(self.tokens, of) {
                self.multiplied((by, ends, times), at, end, found);
            }
        }
    }

    fn multiplied(
        &mut self,
        (by, [hard, soft], times): (ReadBy, [FromTo; 2], i128),
        at: usize,
        end: usize,
        found: &mut Vec<Said>,
    ) {
        match formula::vague(hard, soft, times, self.reader.measure) {
            Some(sets) => self.found_words((sets, by, times), at, end, found),
            None => self.too_large(at..end),
        }
    }

    /// Words without a number, with the `of` and the unit that follow them.
    fn found_words(
        &mut self,
        (sets, by, times): (Sets, ReadBy, i128),
        at: usize,
        end: usize,
        found: &mut Vec<Said>,
    ) {
        let of = begins(self.tokens, end, [english().words.of.as_str()]).unwrap_or(end);
        let (unit, end) = self.unit_behind(of).map_or((None, of), |(unit, end)| (Some(unit), end));
        let sets = match unit {
            Some(SaidIn::Other(size)) => sets.stretched([size, size], self.reader.measure),
            _ => Some(sets),
        };
        match sets {
            Some(sets) => found.push(Said { what: What::Words(sets, by, times), at: at..end }),
            None => self.too_large(at..end),
        }
    }

    /// What begins with a number.
    fn figures(&mut self, at: usize, found: &mut Vec<Said>) {
        let Some(figure) = self.figure(at) else { return };
        let end = figure.at.end;
        if let Some((row, end)) = after(self.tokens, end) {
            let (unit, end) = self.unit_behind(end).map_or((None, end), |(unit, end)| (Some(unit), end));
            let figure = Figure { unit: figure.unit.or(unit), ..figure.clone() };
            found.push(Said { what: What::Number(figure, Some(row)), at: at..end });
        }
        found.push(Said { what: What::Number(figure, None), at: at..end });
    }

    /// The number at a token, with a unit before or behind it.
    fn figure(&mut self, at: usize) -> Option<Figure> {
        let before = self.reader.unit.and_then(|unit| unit.before(self.tokens, at));
        let begin = before.map_or(at, |(_, end)| end);
        let numeral = self.numeral(begin)?;
        let behind = self.unit_behind(numeral.end);
        let end = behind.map_or(numeral.end, |(_, end)| end);
        let unit = before.or(behind).map(|(unit, _)| unit);
        Some(Figure { numeral, unit, at: at..end })
    }

    fn numeral(&mut self, at: usize) -> Option<Numeral> {
        if self.reader.is_share() == IsShare::Yes
            && let Some(share) = share(self.tokens, at)
        {
            return Some(share);
        }
        match numeral(self.tokens, at, self.reader.unit) {
            Ok(numeral) => numeral,
            Err(why) => {
                self.refuse(why.at(self.tokens[at].at.clone()));
                None
            }
        }
    }

    fn unit_behind(&self, at: usize) -> Option<(SaidIn, usize)> {
        self.reader.unit?.behind(self.tokens, at)
    }
}

impl Said {
    /// Whether it is a number with nothing around it.
    pub(super) fn is_bare(&self) -> bool {
        matches!(self.what, What::Number(_, None))
    }

    /// Whether it says that there is none.
    pub(super) fn is_none(&self) -> bool {
        match self.what {
            What::Words(_, ReadBy::Row(row), _) => {
                matches!(row.formula, Formula::Vague { hard: (0, Some(0)), .. })
            }
            _ => false,
        }
    }
}
