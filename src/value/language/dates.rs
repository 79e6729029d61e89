//! Dates in the words of a language.

use super::forms::Meaning;
use super::pieces::Piece;
use super::within::FormedText;
use crate::value::calendar::day::{self, Civil, MONTHS};
use crate::value::calendar::{Calendar, Days};
use crate::value::number::Make;
use crate::value::tables::{english, first_form};

/// A month of our calendar, or of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct NamedMonth {
    number: u8,
    calendar: Option<Calendar>,
}

impl NamedMonth {
    /// Its English name, where it is of our calendar.
    fn english(self) -> Option<&'static str> {
        MONTHS.get(usize::from(self.number).checked_sub(1)?).copied()
    }
}

/// Days as an English text names them, from the first that may be meant to the last.
fn in_english(days: Days) -> String {
    let named = |number: i128| {
        let Civil { year, month, day } = day::civil(number);
        format!("{day} {} {year}", MONTHS[usize::from(month) - 1])
    };
    let (first, last) = (days.low - days.off_by, days.high + days.off_by);
    if first == last { named(first) } else { format!("{} to {}", named(first), named(last)) }
}

/// The English word for a day counted from that of the text.
fn day_name(on: i8) -> Option<&'static str> {
    english().days.iter().find(|day| day.is == on).map(|day| first_form(&day.forms))
}

impl FormedText<'_, '_> {
    /// A date in English, and where it ends.
    pub(super) fn date(&self, at: usize) -> Option<(String, usize)> {
        self.day_month(at).or_else(|| self.month_alone(at)).or_else(|| {
            let day = self.first(at, |meaning| match meaning {
                Meaning::Weekday(day) => Some(day.name()),
                Meaning::Day(on) => day_name(*on),
                _ => None,
            });
            Some((day?.to_owned(), at + 1))
        })
    }

    /// A day with its month, and its year where one is said.
    fn day_month(&self, at: usize) -> Option<(String, usize)> {
        let day = self.number_of(at, 1..=31)?;
        let mut next = at + 1;
        let is_stop = |piece: &Piece| piece.text == "." && piece.glued;
        let is_hyphen = |piece: &Piece| piece.make == Make::Hyphen && piece.glued;
        if self.pieces().get(next).is_some_and(is_hyphen) && self.means(next + 1, &Meaning::Ordinal) {
            next += 1;
        }
        if self.means(next, &Meaning::Ordinal) || self.pieces().get(next).is_some_and(is_stop) {
            next += 1;
        }
        let (month, end) = self.month(self.behind_joint(next))?;
        let year = self.year(end);
        let english = match (month.calendar, year) {
            (None, Some((year, _))) => format!("{day} {} {year}", month.english()?),
            (None, None) => format!("{day} {}", month.english()?),
            (Some(calendar), Some((year, _))) => {
                in_english(calendar.days_of(year, month.number, u8::try_from(day).ok())?)
            }
            (Some(_), None) => return None,
        };
        Some((english, year.map_or(end, |(_, end)| end)))
    }

    fn month_alone(&self, at: usize) -> Option<(String, usize)> {
        let (month, end) = self.month(at)?;
        let (year, end) = self.year(end)?;
        let english = match month.calendar {
            None => format!("{} {year}", month.english()?),
            Some(calendar) => in_english(calendar.days_of(year, month.number, None)?),
        };
        Some((english, end))
    }

    /// A month, once where it is named in two ways, and where it ends.
    fn month(&self, at: usize) -> Option<(NamedMonth, usize)> {
        let month = |at: usize| {
            self.first(at, |meaning| match meaning {
                Meaning::Month(number, calendar) => Some(NamedMonth { number: *number, calendar: *calendar }),
                _ => None,
            })
        };
        let first = month(at)?;
        let piece = |at: usize| self.pieces().get(at);
        let is_slash = piece(at + 1).is_some_and(|piece| matches!(&*piece.text, "/" | "("));
        if is_slash && month(at + 2) == Some(first) {
            let closes = piece(at + 3).is_some_and(|piece| piece.text == ")");
            return Some((first, at + 3 + usize::from(closes)));
        }
        let is_short = piece(at)?.letters <= 4;
        let stop = piece(at + 1).is_some_and(|piece| piece.text == "." && piece.glued);
        let goes_on = piece(at + 2).is_some_and(|piece| piece.make == Make::Digits);
        Some((first, at + 1 + usize::from(is_short && stop && goes_on)))
    }

    /// The year behind a month, and where it ends.
    fn year(&self, at: usize) -> Option<(u16, usize)> {
        let begin = self.behind_joint(at);
        let year = self.number_of(begin, 1000..=5999)?;
        Some((year, if self.means(begin + 1, &Meaning::Year) { begin + 2 } else { begin + 1 }))
    }

    /// The piece behind words that may stand within a date, prefixes among them.
    fn behind_joint(&self, at: usize) -> usize {
        let is_prefix = |piece: &Piece| piece.is_part && self.prefixes.contains(&piece.text);
        let is_joint = self.means(at, &Meaning::Joint) || self.pieces().get(at).is_some_and(is_prefix);
        if is_joint { at + 1 } else { at }
    }

    fn number_of(&self, at: usize, among: std::ops::RangeInclusive<u16>) -> Option<u16> {
        let piece =
            self.pieces().get(at).filter(|piece| piece.make == Make::Digits && piece.text.len() <= 4)?;
        piece.text.trim_end_matches('.').parse().ok().filter(|number| among.contains(number))
    }
}
