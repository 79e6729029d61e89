//! Dates in the words of a language.

use super::forms::{Meaning, NamedMonth};
use super::letters;
use super::pieces::Piece;
use super::within::FormedText;
use crate::value::calendar::day::{self, Civil, MONTHS};
use crate::value::calendar::{Calendar, Days, MonthNumber};
use crate::value::number::Make;
use crate::value::tables::{Leap, RangeKind, english, first_form};

/// What stands where a day is named.
pub(super) enum Dated {
    /// A date, as an English text has it.
    Read(String),
    /// A date that may be meant in several ways, or that there is not.
    Unread,
}

/// The years of our calendar that a text may mean by a date of another.
const MEANT: std::ops::RangeInclusive<i16> = 1500..=2199;

impl NamedMonth {
    /// Its English name, where it is of our calendar.
    fn english(self) -> Option<&'static str> {
        MONTHS.get(usize::from(self.number).checked_sub(1)?).copied()
    }

    /// The days of it in a year of its calendar, or one of them.
    fn of_another(self, calendar: Calendar, year: u16, day: Option<u8>) -> Option<String> {
        if self.leap == Some(Leap::Doubtful) && calendar.is_leap_by_month(year) {
            return None;
        }
        let month = MonthNumber { number: self.number, is_leap: self.leap == Some(Leap::PutIn) };
        let days = calendar.days_of(year, month, day)?;
        MEANT.contains(&day::civil(days.low).year.try_into().ok()?).then(|| in_english(days))
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
    /// A date, and where it ends.
    pub(super) fn date(&self, at: usize) -> Option<(Dated, usize)> {
        let own = self.day_month(at).or_else(|| self.month_alone(at));
        let own = own.map(|(english, end)| (english.map_or(Dated::Unread, Dated::Read), end));
        own.or_else(|| {
            let day = self.first(at, |meaning| match meaning {
                Meaning::Weekday(day) => Some(day.name()),
                Meaning::Day(on) => day_name(*on),
                _ => None,
            });
            Some((Dated::Read(day?.to_owned()), at + 1))
        })
    }

    /// The first of two days of one month, or of two months of one year, up to the date that the second is: `3 May 2023 to 5 May 2023`.
    pub(super) fn days(&self, at: usize) -> Option<(String, usize)> {
        let begin = if self.opens(at).is_empty() { at } else { at + 1 };
        let day = self.number_of(begin, 1..=31).map(|(day, end)| (day.to_string(), self.behind_ordinal(end)));
        let month = || {
            let (month, end) = self.month(begin).filter(|(month, _)| month.calendar.is_none())?;
            Some((month.english()?.to_owned(), end))
        };
        let is_day = day.is_some();
        let (first, end) = day.or_else(month)?;
        let is_slash = is_day && self.pieces().get(end).is_some_and(|piece| piece.text == "/");
        let second = if is_day { self.day_month(end + 1) } else { self.month_alone(end + 1) };
        let (Some(second), last) = second.filter(|_| is_slash || self.spans(end))? else { return None };
        // The day is said with its month, so that it is no number of anything.
        let month = if is_day { second.trim_start_matches(|c: char| c.is_ascii_digit()) } else { "" };
        Some((format!("{first}{month} to {second}"), last))
    }

    /// Whether a piece leads from the first of two dates to the last.
    pub(super) fn spans(&self, at: usize) -> bool {
        let leads = |meaning: &Meaning| match meaning {
            Meaning::Join(kind) => (*kind != RangeKind::Or).then_some(()),
            Meaning::Phrase(english) => (english == "until").then_some(()),
            _ => None,
        };
        self.first(at, leads).is_some()
    }

    /// A day with its month, and its year where one is said; `None` in its place where it is not to be read.
    fn day_month(&self, at: usize) -> Option<(Option<String>, usize)> {
        let (day, end) =
            self.number_of(at, 1..=31).or_else(|| self.in_letters(at)).filter(|(day, _)| *day <= 31)?;
        let next = self.behind_ordinal(end);
        let (month, end) = self.month(self.behind_joint(next))?;
        let year = self.year(end, month);
        let english = match (month.calendar, year) {
            (None, Some((year, _))) => month.english().map(|month| format!("{day} {month} {year}")),
            (None, None) => month.english().map(|month| format!("{day} {month}")),
            (Some(calendar), Some((year, _))) => {
                u8::try_from(day).ok().and_then(|day| month.of_another(calendar, year, Some(day)))
            }
            (Some(_), None) => None,
        };
        Some((english, year.map_or(end, |(_, end)| end)))
    }

    fn month_alone(&self, at: usize) -> Option<(Option<String>, usize)> {
        let (month, end) = self.month(at)?;
        let (year, end) = self.year(end, month)?;
        let english = match month.calendar {
            None => month.english().map(|month| format!("{month} {year}")),
            Some(calendar) => month.of_another(calendar, year, None),
        };
        Some((english, end))
    }

    /// The piece behind what makes an ordinal of the digits before.
    fn behind_ordinal(&self, at: usize) -> usize {
        let is_hyphen = |piece: &Piece| piece.make == Make::Hyphen && piece.glued;
        let hyphened = self.pieces().get(at).is_some_and(is_hyphen) && self.means(at + 1, &Meaning::Ordinal);
        let next = if hyphened { at + 1 } else { at };
        let is_ordinal = self.means(next, &Meaning::Ordinal) || self.is_stop(next);
        if is_ordinal { next + 1 } else { next }
    }

    /// A month, once where it is named in two ways, and where it ends.
    fn month(&self, at: usize) -> Option<(NamedMonth, usize)> {
        let month = |at: usize| {
            self.first(at, |meaning| match meaning {
                Meaning::Month(month) => Some(*month),
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
        // One of two months of a name is told by a letter.
        let is_mark = piece(at + 1).is_some_and(|piece| matches!(&*piece.text, "'" | "׳") && piece.glued);
        if is_mark && first.calendar == Some(Calendar::Hebrew) {
            return Some((first, at + 2));
        }
        let is_short = piece(at)?.letters <= 4;
        let goes_on = piece(at + 2).is_some_and(|piece| piece.make == Make::Digits);
        Some((first, at + 1 + usize::from(is_short && self.is_stop(at + 1) && goes_on)))
    }

    /// The year behind a month, and where it ends.
    fn year(&self, at: usize, month: NamedMonth) -> Option<(u16, usize)> {
        let begin = self.behind_joint(at);
        let in_letters = || {
            let (year, end) = self.in_letters(begin).filter(|_| month.calendar == Some(Calendar::Hebrew))?;
            // The thousands are left out.
            (100..1000).contains(&year).then_some((5000 + year, end))
        };
        let (year, end) = self.number_of(begin, 1000..=5999).or_else(in_letters)?;
        Some((year, if self.means(end, &Meaning::Year) { end + 1 } else { end }))
    }

    /// The piece behind words that may stand within a date, prefixes among them.
    fn behind_joint(&self, at: usize) -> usize {
        let is_prefix = |piece: &Piece| piece.is_part && self.prefixes.contains(&piece.text);
        let is_joint = self.means(at, &Meaning::Joint) || self.pieces().get(at).is_some_and(is_prefix);
        if is_joint { at + 1 } else { at }
    }

    /// A number in digits, and where it ends.
    fn number_of(&self, at: usize, among: std::ops::RangeInclusive<u16>) -> Option<(u16, usize)> {
        let piece =
            self.pieces().get(at).filter(|piece| piece.make == Make::Digits && piece.text.len() <= 4)?;
        let number = piece.text.trim_end_matches('.').parse().ok().filter(|number| among.contains(number));
        Some((number?, at + 1))
    }

    /// A number that is written in letters, and where it ends.
    fn in_letters(&self, at: usize) -> Option<(u16, usize)> {
        let first = self.pieces().get(at)?;
        let mut end = at + 1;
        while self.pieces().get(end).is_some_and(|piece| piece.glued && piece.text != ",") {
            end += 1;
        }
        let all = &self.text[first.at.start..self.pieces()[end - 1].at.end];
        Some((letters::number(all)?, end))
    }
}
