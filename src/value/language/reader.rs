//! Putting a text into the words of the English table: what each quantity and each date in it is in English.

use super::dates::Dated;
use super::forms::Meaning;
use super::hedges::{COUNTED, Kind};
use super::numbers::CountedAs;
use super::within::{FormedText, Ordinals};
use super::written::{Space, UNREAD, Written};
use crate::value::number::Make;
use crate::value::tables::RangeKind;

/// One reading of a text.
pub(super) struct Reader<'p, 'l> {
    found: FormedText<'p, 'l>,
    out: Written,
    /// A word that is said of the quantity before it, put before that one.
    taken: Option<usize>,
}

/// How many words may stand between a verb of change and the word that says by how much.
const CHANGED: usize = 5;

impl<'p, 'l> Reader<'p, 'l> {
    pub(super) fn new(found: FormedText<'p, 'l>) -> Self {
        Reader { found, out: Written::default(), taken: None }
    }

    /// The whole text in the words of the table.
    pub(super) fn read(mut self) -> Written {
        let mut at = 0;
        while at < self.found.pieces().len() {
            at = self.step(at);
        }
        self.out
    }

    /// Writes what begins at a piece, and says where it ends.
    fn step(&mut self, at: usize) -> usize {
        if self.taken == Some(at) {
            return at + 1;
        }
        if let Some((english, end)) = self.found.days(at) {
            return self.write(&english, at, end);
        }
        match self.found.date(at) {
            Some((Dated::Read(english), end)) => {
                self.write(&english, at, end);
                return self.joined(end);
            }
            Some((Dated::Unread, end)) => return self.unread(at, end),
            None => {}
        }
        if self.found.means(at, &Meaning::Nothing) {
            return self.leave(at);
        }
        if self.rules_out(at)
            && self.found.date(at + 1).is_none()
            && let Some(found) = self.found.said(at + 1)
        {
            self.leave(at);
            return self.unread(at + 1, found.end);
        }
        if let Some(end) = self.found.doubtful(at) {
            return self.unread(at, end);
        }
        if let Some(end) = self.inverted(at).or_else(|| self.changed(at)) {
            return end;
        }
        if let Some(found) = self.found.said(at) {
            self.taken = found.behind;
            let broken = || Some(found.end).filter(|end| self.is_broken(at, *end));
            return match self.crowded(at, found.end).or_else(broken) {
                Some(end) => self.unread(at, end),
                None => self.write(&found.english, at, found.end),
            };
        }
        if self.found.means(at, &Meaning::Change) {
            return self.write("rose", at, at + 1);
        }
        let phrase = self.found.first(at, |meaning| match meaning {
            Meaning::Phrase(english) => Some(english.clone()),
            _ => None,
        });
        match phrase {
            Some(english) => self.write(&english, at, at + 1),
            None if self.goes_on(at) => {
                let end = self.leave(at);
                self.leave(end);
                let more = self.found.said(end + 1).map_or(end + 2, |found| found.end);
                self.unread(end + 1, more)
            }
            None => self.leave(at),
        }
    }

    /// Whether a scale word that says nothing by itself goes on in a number: `a thousand and 200`, where the thousand may be two.
    fn goes_on(&self, at: usize) -> bool {
        let is_scale = self.found.numbers.scale(at).is_some_and(|scale| scale.is >= 1000);
        is_scale && self.found.means(at + 1, &Meaning::And) && self.found.said(at + 2).is_some()
    }

    /// The `to` between two dates.
    fn joined(&mut self, at: usize) -> usize {
        let goes_on = || matches!(self.found.date(at + 1), Some((Dated::Read(_), _)));
        if self.found.spans(at) && goes_on() { self.write("to", at, at + 1) } else { at }
    }

    /// Whether words beside a number make something else of it, or a full stop makes an ordinal of it.
    fn is_broken(&self, at: usize, end: usize) -> bool {
        let breaks = |at: usize| self.found.means(at, &Meaning::Breaks);
        let is = |at: usize, make: Make| self.found.pieces().get(at).is_some_and(|piece| piece.make == make);
        let is_ordinal = self.found.ordinals == Ordinals::ByStop
            && is(end - 1, Make::Digits)
            && self.found.is_stop(end)
            && is(end + 1, Make::Word);
        breaks(end) || at.checked_sub(1).is_some_and(breaks) || is_ordinal
    }

    /// Whether a number behind a piece is not to be read: it is negated, or `between` opens a range that nothing closes.
    fn rules_out(&self, at: usize) -> bool {
        let opens = self.found.opens(at).contains(&RangeKind::Between);
        self.found.means(at, &Meaning::Not) || opens && self.found.range(at).is_none()
    }

    /// A noun before the number that counts it, in languages where that makes the number an estimate.
    fn inverted(&mut self, at: usize) -> Option<usize> {
        if !self.found.means(at, &Meaning::Inverted) || self.is_behind_number(at) {
            return None;
        }
        let found = self.found.simple(at + 1).filter(|found| found.kind == Kind::Number)?;
        self.leave(at);
        Some(self.write(&format!("about {}", found.english), at + 1, found.end))
    }

    /// `by 100`, and the `to` behind it, where a verb of change stands before.
    fn changed(&mut self, at: usize) -> Option<usize> {
        let before = &self.found.pieces()[at.saturating_sub(CHANGED)..at];
        if !self.found.means(at, &Meaning::By)
            || !before.iter().any(|piece| piece.meanings.contains(&Meaning::Change))
        {
            return None;
        }
        if self.found.range(at).is_some() || self.found.date(at + 1).is_some() {
            return None;
        }
        let found = self.found.said(at + 1)?;
        self.write("by", at, at + 1);
        let end = self.write(&found.english, at + 1, found.end);
        Some(self.level_behind(end))
    }

    /// Where numbers in words stand side by side that make no one number, or a half is said behind what is counted: the end of them.
    fn crowded(&self, at: usize, end: usize) -> Option<usize> {
        let is_word = |at: &usize| self.found.pieces().get(*at).is_some_and(|piece| piece.make == Make::Word);
        let half =
            (end..end + COUNTED).take_while(is_word).find(|at| self.found.means(*at, &Meaning::AndAHalf));
        if let Some(half) = half {
            let is_scale = self.found.numbers.scale(half + 1).is_some();
            return Some(half + 1 + usize::from(is_scale));
        }
        let in_words = |at: usize| {
            let number = self.found.numbers.at(at).filter(|number| number.kind == CountedAs::Plain);
            number.map(|number| number.end)
        };
        let are_words = self.found.pieces()[at..end].iter().all(|piece| piece.make != Make::Digits);
        let mut reached = in_words(end).filter(|_| are_words)?;
        while let Some(next) = in_words(reached) {
            reached = next;
        }
        Some(reached)
    }

    /// The `to` of `lowered by 100 to 253`.
    fn level_behind(&mut self, end: usize) -> usize {
        let mut at = end;
        while at < self.found.pieces().len().min(end + COUNTED + 1) {
            let leads =
                self.found.joins(at).iter().any(|kind| matches!(kind, RangeKind::From | RangeKind::To));
            if leads && self.found.hedged(at + 1, 0).is_some() {
                return self.write("to", at, at + 1);
            }
            if self.found.pieces()[at].make != Make::Word || self.found.simple(at).is_some() {
                break;
            }
            at = self.leave(at);
        }
        at
    }

    fn is_behind_number(&self, at: usize) -> bool {
        let counts =
            |meaning: &Meaning| matches!(meaning, Meaning::Number(_) | Meaning::Scale(_) | Meaning::Alone(_));
        let before = at.checked_sub(1).map(|before| &self.found.pieces()[before]);
        before.is_some_and(|piece| piece.make == Make::Digits || piece.meanings.iter().any(counts))
    }

    /// Writes English for some pieces.
    fn write(&mut self, english: &str, at: usize, end: usize) -> usize {
        let (first, last) = (&self.found.pieces()[at], &self.found.pieces()[end - 1]);
        self.out.put(english, self.space(at), first.at.start..last.at.end);
        end
    }

    /// Writes nothing that is read for some pieces.
    fn unread(&mut self, at: usize, end: usize) -> usize {
        self.write(UNREAD, at, end)
    }

    /// Writes a piece as it is, so that no English word and no number that is none is seen in it.
    fn leave(&mut self, at: usize) -> usize {
        let piece = &self.found.pieces()[at];
        let own = if piece.is_part { &piece.text } else { &self.found.text[piece.at.clone()] };
        let is_form = !piece.meanings.is_empty();
        let hidden = |word: &str| match word {
            _ if is_symbol(word) => written_out(word).unwrap_or(word).to_owned(),
            _ if is_form && word.chars().any(char::is_numeric) => UNREAD.to_owned(),
            _ if word.bytes().any(|byte| byte.is_ascii_alphabetic()) => format!("{word}{UNREAD}"),
            _ => word.to_owned(),
        };
        let written = match piece.make {
            Make::Digits if !is_form => piece.text.clone(),
            Make::Digits | Make::Word => own.split_whitespace().map(hidden).collect::<Vec<_>>().join(" "),
            _ => own.to_owned(),
        };
        self.out.put(&written, self.space(at), piece.at.clone());
        at + 1
    }

    /// Whether a space stands before a piece: none where it is written onto the one before, unless that is a prefix or a form.
    fn space(&self, at: usize) -> Space {
        let before = at
            .checked_sub(1)
            .map(|before| &self.found.pieces()[before])
            .filter(|_| self.found.pieces()[at].glued);
        let Some(before) = before else { return Space::Before };
        let is_apart = self.found.prefixes.contains(&before.text) || !before.meanings.is_empty();
        let is_unit = written_out(&self.found.pieces()[at].text).is_some() && before.make == Make::Digits;
        if is_unit || before.make == Make::Word && is_apart { Space::Before } else { Space::None }
    }
}

/// The unit of a symbol of which English makes millions or trillions.
fn written_out(symbol: &str) -> Option<&'static str> {
    match symbol {
        "m" => Some("metres"),
        "t" => Some("tonnes"),
        _ => None,
    }
}

/// Symbols of units and codes of currencies, which are the same in every language.
fn is_symbol(word: &str) -> bool {
    const SYMBOLS: [&str; 15] =
        ["km", "km2", "kg", "m", "cm", "mm", "t", "g", "US", "USD", "EUR", "GBP", "UAH", "RUB", "ILS"];
    SYMBOLS.contains(&word)
}
