//! Recognizes one date phrase at one word of an English sentence: numeric dates, months, years, named days, weekdays.

use std::ops::Range;

use super::said::{Said, Season};
use super::words::{Kind, Length, Number, Tail, Word};
use crate::value::calendar::day;
use crate::value::shape::{Bounds, Run, Runs};

/// A phrase as it stands, before the words around it have had their say.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// The words it takes up.
    pub(super) words: Range<usize>,
    pub(super) said: Said,
    pub(super) form: Form,
    /// Whether it was joined from two.
    pub(super) is_span: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A year with more than the year, or a decade.
    Dated,
    /// A number, or two, that may be years.
    Year,
    /// A month and days of it, or a named day.
    MonthDay,
    Month,
    Weekday,
    Relative,
}

/// What stands between two numbers that are parts of one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Dash,
    Slash,
    Stop,
}

/// The phrase that begins at word `at`, the longest that is known.
pub(super) fn at(words: &[Word], at: usize) -> Option<Phrase> {
    let reader = Reader { words };
    let kind = words.get(at)?.kind;
    match kind {
        Kind::Number(number) => {
            reader.numeric(at).or_else(|| reader.day_first(at)).or_else(|| reader.year(at, number))
        }
        Kind::Letters => (reader.month_first(at))
            .or_else(|| reader.season(at))
            .or_else(|| reader.named_day(at))
            .or_else(|| reader.weekday(at))
            .or_else(|| reader.relative(at)),
        Kind::Mark => None,
    }
}

/// Whole years from one to another.
fn years(first: u16, last: u16) -> Runs {
    Runs::between(day::number(first.into(), 1, 1), day::month_end(last.into(), 12))
}

/// A day's number, where the calendar has that day.
fn on(year: u16, month: u16, of_month: u16) -> Option<i128> {
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let of_month = u8::try_from(of_month).ok()?;
    let is_day = (1..=day::month_length(year.into(), month)).contains(&of_month);
    is_day.then(|| day::number(year.into(), month, of_month))
}

fn dated(words: Range<usize>, days: Runs) -> Phrase {
    Phrase { words, said: Said::Days(Bounds::exactly(days)), form: Form::Dated, is_span: false }
}

struct Reader<'w, 'a> {
    words: &'w [Word<'a>],
}

impl Reader<'_, '_> {
    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| word.is(words))
    }

    fn touches_next(&self, at: usize) -> bool {
        matches!((self.words.get(at), self.words.get(at + 1)), (Some(a), Some(b)) if a.at.end == b.at.start)
    }

    fn number(&self, at: usize) -> Option<Number> {
        self.words.get(at)?.number()
    }

    /// Numbers with a mark between each two and no space: `2024-01-28`, `28/01/2024`, `2014-17`.
    fn numeric(&self, at: usize) -> Option<Phrase> {
        let (first, second) = (self.number(at)?, self.number(at + 2)?);
        let mark = self.mark(at + 1)?;
        if let (true, Some(third)) = (self.mark(at + 3) == Some(mark), self.number(at + 4)) {
            return Some(dated(at..at + 5, three(first, second, third, mark)?));
        }
        if !first.alone || !second.alone || first.digits != 4 || !(1000..=2100).contains(&first.value) {
            return None;
        }
        let end = match second.digits {
            4 => second.value,
            2 => first.value - first.value % 100 + second.value,
            _ => return None,
        };
        let words = at..at + 3;
        if end > first.value && end <= 2200 && mark != Mark::Stop {
            let said = Said::Days(Bounds::exactly(years(first.value, end)));
            return Some(Phrase { words, said, form: Form::Year, is_span: false });
        }
        let month = u8::try_from(second.value).ok().filter(|month| (1..=12).contains(month))?;
        (second.digits == 2 && self.is(at + 1, &["-"])).then(|| dated(words, month_of(first.value, month)))
    }

    /// The mark at `at`, where no space stands beside it.
    fn mark(&self, at: usize) -> Option<Mark> {
        let word = self.words.get(at).filter(|_| self.touches_next(at - 1) && self.touches_next(at))?;
        match word.text {
            "/" => Some(Mark::Slash),
            "." => Some(Mark::Stop),
            _ => word.is_dash().then_some(Mark::Dash),
        }
    }

    /// `28 January 2024`, `27-28 January`, `the 7th of October`, `28-Jan-2024`.
    fn day_first(&self, at: usize) -> Option<Phrase> {
        let (days, mut end) = self.days(at, |_| false)?;
        end += usize::from(self.is(end, &["of", "-"]));
        let (month, length) = self.words.get(end)?.month()?;
        end += 1;
        end += usize::from(length == Length::Short && self.is(end, &["."]));
        self.month_and_days(at, end, month, days)
    }

    /// `January 28, 2024`, `Jan. 28`, `January 2024`, `January`.
    fn month_first(&self, at: usize) -> Option<Phrase> {
        let (month, length) = self.words[at].month()?;
        let mut end = at + 1;
        end += usize::from(length == Length::Short && self.is(end, &["."]));
        let days_at = end + usize::from(self.is(end, &["the"]));
        // In `January 28 and 4 February` the 4 begins the next date, and in `January 28 — 4 died` another clause.
        let begins_another = |number: usize| {
            let next = number + 1 + usize::from(self.is(number + 1, &["of"]));
            let clause = self.words[number - 1].is_long_dash() && self.mark(number - 1).is_none();
            clause || self.words.get(next).is_some_and(|word| word.month().is_some())
        };
        if let Some((days, next)) = self.days(days_at, begins_another)
            && !self.counts_things(at, next)
            && let Some(phrase) = self.month_and_days(at, next, month, days)
        {
            return Some(phrase);
        }
        if let Some((year, next)) = self.year_after(end) {
            return Some(dated(at..next, month_of(year, month)));
        }
        if length == Length::Short {
            return None;
        }
        let said = Said::EachYear(Season::between((month, 1), (month, day::month_length(2000, month))));
        Some(Phrase { words: at..at + 1, said, form: Form::Month, is_span: false })
    }

    /// Whether `In March 20 people` counts people: a plural follows, and `on` does not go before.
    fn counts_things(&self, month: usize, next: usize) -> bool {
        let is_on = month > 0 && self.is(month - 1, &["on", "the"]);
        !is_on && self.words.get(next).is_some_and(Word::is_plural)
    }

    fn month_and_days(&self, at: usize, end: usize, month: u8, days: (u8, u8)) -> Option<Phrase> {
        let (first, last) = days;
        if last > day::month_length(2000, month) {
            return None;
        }
        Some(match self.year_after(end) {
            Some((year, end)) => {
                let (low, high) =
                    (on(year, month.into(), first.into())?, on(year, month.into(), last.into())?);
                dated(at..end, Runs::between(low, high))
            }
            None => Phrase {
                words: at..end,
                said: Said::EachYear(Season::between((month, first), (month, last))),
                form: Form::MonthDay,
                is_span: false,
            },
        })
    }

    /// Days of a month, as the least and the greatest of `28`, `27-28`, `27, 28 and 30`, up to a number that is none.
    fn days(&self, at: usize, is_none: impl Fn(usize) -> bool) -> Option<((u8, u8), usize)> {
        let day_at = |at: usize| {
            let number = self.number(at).filter(|n| n.alone && n.digits <= 2 && n.tail != Tail::Decade)?;
            u8::try_from(number.value).ok().filter(|day| (1..=31).contains(day) && !is_none(at))
        };
        let first = day_at(at)?;
        let (mut least, mut greatest, mut end) = (first, first, at + 1);
        loop {
            let mut next = end + usize::from(self.is(end, &[","]));
            let link = ["and", "&", "or", "to", "through"];
            next += usize::from(self.words.get(next).is_some_and(|word| word.is(&link) || word.is_dash()));
            let Some(day) = day_at(next).filter(|_| next > end) else {
                return Some(((least, greatest), end));
            };
            (least, greatest, end) = (least.min(day), greatest.max(day), next + 1);
        }
    }

    /// The year that may follow a month or a day of one, and the word after it.
    fn year_after(&self, at: usize) -> Option<(u16, usize)> {
        let comma = self.is(at, &[","]);
        let year_at = at + usize::from(comma || self.is(at, &["of", "-", "in"]));
        let number = self.number(year_at).filter(|n| n.alone && n.digits == 4 && n.tail == Tail::Nothing)?;
        let likely = if comma { 1800..=2100 } else { 1000..=2999 };
        let is_count = number.value % 100 == 0 && self.words.get(year_at + 1).is_some_and(Word::is_plural);
        (likely.contains(&number.value) && !is_count).then_some((number.value, year_at + 1))
    }

    /// `2020`, `the 1990s`, `20th century`.
    fn year(&self, at: usize, number: Number) -> Option<Phrase> {
        let Number { value, digits, tail, alone } = number;
        if !alone {
            return None;
        }
        match tail {
            Tail::Decade if digits == 4 && value % 10 == 0 && value < 3000 => {
                let span = if value % 100 == 0 { 99 } else { 9 };
                Some(dated(at..at + 1, years(value, value + span)))
            }
            Tail::Ordinal if self.is(at + 1, &["century"]) && (1..=30).contains(&value) => {
                Some(dated(at..at + 2, years((value - 1) * 100, value * 100)))
            }
            Tail::Nothing if digits == 4 && (1000..=2999).contains(&value) => {
                let is_clock = self.is(at + 1, &["hours", "hrs", "local", "gmt", "utc", "z", "am", "pm"]);
                let is_at = at > 0 && self.is(at - 1, &["at"]);
                let said = Said::Days(Bounds::exactly(years(value, value)));
                (!is_clock && !is_at).then_some(Phrase {
                    words: at..at + 1,
                    said,
                    form: Form::Year,
                    is_span: false,
                })
            }
            _ => None,
        }
    }

    /// `spring 2023`, `the winter of 2023-24`: north or south, and winters that two years share.
    fn season(&self, at: usize) -> Option<Phrase> {
        let is_split = self.is(at, &["winter", "summer"]);
        if !is_split && !self.is(at, &["spring", "autumn", "fall"]) {
            return None;
        }
        let year_at = at + 1 + usize::from(self.is(at + 1, &["of", ","]));
        let number = self.number(year_at)?;
        let year =
            self.numeric(year_at).or_else(|| self.year(year_at, number)).filter(|y| y.form == Form::Year)?;
        let Said::Days(days) = year.said else { return None };
        let (first, last) = (days.hard.least()?, days.hard.greatest()?);
        let days = if is_split { Runs::between(first - 31, last + 91) } else { days.hard };
        Some(dated(at..year.words.end, days))
    }

    /// `Christmas Day`, `New Year's Eve 2023`.
    fn named_day(&self, at: usize) -> Option<Phrase> {
        let named = |name: &[&str]| {
            let all = name.iter().enumerate().all(|(nth, word)| self.is(at + nth, &[word]));
            (all && self.words[at].is_capitalized()).then_some(at + name.len())
        };
        let (end, first, last) = if let Some(end) = named(&["christmas", "day"]) {
            (end, (12, 25), (12, 25))
        } else if let Some(end) = named(&["christmas", "eve"]) {
            (end, (12, 24), (12, 24))
        } else if let Some(end) = named(&["boxing", "day"]) {
            (end, (12, 26), (12, 26))
        } else if let Some(end) = named(&["new", "year", "day"]) {
            (end, (1, 1), (1, 1))
        } else if let Some(end) = named(&["new", "year", "eve"]) {
            (end, (12, 31), (12, 31))
        } else {
            (named(&["christmas"])?, (12, 18), (1, 8))
        };
        if at > 0 && self.is(at - 1, &["orthodox", "coptic", "armenian", "julian"]) {
            return Some(Phrase {
                words: at..end,
                said: Said::Anything,
                form: Form::Relative,
                is_span: false,
            });
        }
        let season = Season::between(first, last);
        Some(match self.year_after(end) {
            Some((year, end)) => {
                let low = on(year, first.0.into(), first.1.into())?;
                dated(at..end, Runs::between(low, low + season.length() - 1))
            }
            None => {
                Phrase { words: at..end, said: Said::EachYear(season), form: Form::MonthDay, is_span: false }
            }
        })
    }

    fn weekday(&self, at: usize) -> Option<Phrase> {
        let weekday = self.words[at].weekday()?;
        Some(Phrase { words: at..at + 1, said: Said::On(weekday), form: Form::Weekday, is_span: false })
    }

    /// `yesterday`, `last month`, `the past three weeks`, `two days later`.
    fn relative(&self, at: usize) -> Option<Phrase> {
        const LEADS: &[&str] = &[
            "last",
            "this",
            "that",
            "next",
            "previous",
            "past",
            "same",
            "following",
            "coming",
            "preceding",
            "recent",
        ];
        const UNITS: &[&str] = &[
            "hour",
            "hours",
            "morning",
            "afternoon",
            "evening",
            "night",
            "day",
            "days",
            "week",
            "weeks",
            "weekend",
            "month",
            "months",
            "season",
            "spring",
            "summer",
            "autumn",
            "fall",
            "winter",
            "year",
            "years",
            "decade",
            "decades",
            "century",
            "centuries",
        ];
        const TURNS: &[&str] =
            &["later", "earlier", "before", "after", "ago", "since", "afterward", "afterwards"];
        let end = if self.is(at, &["yesterday", "today", "tonight", "tomorrow", "ago", "anniversary"]) {
            at + 1
        } else if self.is(at, LEADS) {
            (at + 1..at + 4).find(|unit| self.is(*unit, UNITS))? + 1
        } else if self.is(at, UNITS) && self.is(at + 1, TURNS) {
            at + 2
        } else {
            return None;
        };
        Some(Phrase { words: at..end, said: Said::Anything, form: Form::Relative, is_span: false })
    }
}

fn month_of(year: u16, month: u8) -> Runs {
    Runs::between(day::number(year.into(), month, 1), day::month_end(year.into(), month))
}

/// Year, month and day in the order that their digits tell; day and month both ways where both make a date.
fn three(first: Number, second: Number, third: Number, mark: Mark) -> Option<Runs> {
    let days: Vec<i128> = match (first.digits, second.digits, third.digits) {
        (4, 1..=2, 1..=2) => on(first.value, second.value, third.value).into_iter().collect(),
        (1..=2, 1..=2, digits) if digits == 4 || (digits == 2 && mark == Mark::Slash) => {
            let years =
                if digits == 4 { vec![third.value] } else { vec![1900 + third.value, 2000 + third.value] };
            let either = |year| [on(year, second.value, first.value), on(year, first.value, second.value)];
            years.into_iter().flat_map(either).flatten().collect()
        }
        _ => return None,
    };
    let days = Runs::of(days.into_iter().map(|day| Run::new(Some(day), Some(day))));
    (!days.is_empty()).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::calendar::english::words::words;

    #[test]
    fn numbers_are_read_in_the_order_they_tell() {
        let days = |text: &str| match at(&words(text), 0) {
            Some(Phrase { said: Said::Days(days), .. }) => crate::value::types::date::shown(&days.hard),
            _ => String::new(),
        };
        for (text, shows) in [
            ("2024-01-28T05:30:00Z", "28 January 2024"),
            ("28.01.2024", "28 January 2024"),
            ("1/28/24", "28 January 1924 or 28 January 2024"),
            ("03/04/2024", "4 March 2024 or 3 April 2024"),
            ("2014-17", "2014 to 2017"),
            ("2004-02", "February 2004"),
            ("24/7", ""),
            ("30/02/2024", ""),
        ] {
            assert_eq!(days(text), shows, "{text}");
        }
    }
}
