//! Recognizes dates with numbers at one word of an English sentence: days, months, years, decades and centuries.

use super::phrase::{DateForm, DatePhrase, dated, month_of, on, years};
use super::said::{Said, Season};
use super::words::{Length, NumberWord, ProseWord, Tail};
use crate::value::calendar::day;
use crate::value::shape::{Bounds, Run, Runs};
use crate::value::tables::{english, first_form};

/// What recognizes phrases among the words of a sentence.
pub(super) struct PhraseReader<'w, 'a> {
    pub(super) words: &'w [ProseWord<'a>],
}

/// What stands between two numbers that are parts of one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    Dash,
    Slash,
    Stop,
}

impl PhraseReader<'_, '_> {
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| word.is(words))
    }

    fn touches_next(&self, at: usize) -> bool {
        matches!((self.words.get(at), self.words.get(at + 1)), (Some(a), Some(b)) if a.at.end == b.at.start)
    }

    pub(super) fn number(&self, at: usize) -> Option<NumberWord> {
        self.words.get(at)?.number()
    }

    /// Numbers with a mark between each two and no space: `2024-01-28`, `28/01/2024`, `2014-17`.
    pub(super) fn numeric(&self, at: usize) -> Option<DatePhrase> {
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
        if end > first.value && end <= 2200 && mark != Separator::Stop {
            let said = Said::Days(Bounds::exactly(years(first.value, end)));
            return Some(DatePhrase { words, said, form: DateForm::Year, is_span: false });
        }
        let month = u8::try_from(second.value).ok().filter(|month| (1..=12).contains(month))?;
        (second.digits == 2 && self.is(at + 1, &["-"])).then(|| dated(words, month_of(first.value, month)))
    }

    /// The mark at `at`, where no space stands beside it.
    fn mark(&self, at: usize) -> Option<Separator> {
        let word = self.words.get(at).filter(|_| self.touches_next(at - 1) && self.touches_next(at))?;
        match word.text {
            "/" => Some(Separator::Slash),
            "." => Some(Separator::Stop),
            _ => word.is_dash().then_some(Separator::Dash),
        }
    }

    /// `28 January 2024`, `27-28 January`, `the 7th of October`, `28-Jan-2024`.
    pub(super) fn day_first(&self, at: usize) -> Option<DatePhrase> {
        let (days, mut end) = self.days(at, |_| false)?;
        end += usize::from(self.is(end, &[joint(), "-"]));
        let (month, length) = self.words.get(end)?.month()?;
        end += 1;
        end += usize::from(length == Length::Short && self.is(end, &["."]));
        self.month_and_days(at, end, month, days)
    }

    /// `January 28, 2024`, `Jan. 28`, `January 2024`, `January`.
    pub(super) fn month_first(&self, at: usize) -> Option<DatePhrase> {
        let (month, length) = self.words[at].month()?;
        let mut end = at + 1;
        end += usize::from(length == Length::Short && self.is(end, &["."]));
        let days_at = end + usize::from(self.is(end, &["the"]));
        // In `January 28 and 4 February` the 4 begins the next date, and in `January 28 — 4 died` another clause.
        let begins_another = |number: usize| {
            let next = number + 1 + usize::from(self.is(number + 1, &[joint()]));
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
        Some(DatePhrase { words: at..at + 1, said, form: DateForm::Month, is_span: false })
    }

    /// Whether `In March 20 people` counts people: a plural follows, and `on` does not go before.
    fn counts_things(&self, month: usize, next: usize) -> bool {
        let is_on = month > 0 && self.is(month - 1, &["on", "the"]);
        !is_on && self.words.get(next).is_some_and(ProseWord::is_plural)
    }

    fn month_and_days(&self, at: usize, end: usize, month: u8, days: (u8, u8)) -> Option<DatePhrase> {
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
            None => DatePhrase {
                words: at..end,
                said: Said::EachYear(Season::between((month, first), (month, last))),
                form: DateForm::MonthDay,
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
    pub(super) fn year_after(&self, at: usize) -> Option<(u16, usize)> {
        let comma = self.is(at, &[","]);
        let year_at = at + usize::from(comma || self.is(at, &[joint(), "-", "in"]));
        let number = self.number(year_at).filter(|n| n.alone && n.digits == 4 && n.tail == Tail::Nothing)?;
        let likely = if comma { 1800..=2100 } else { 1000..=2999 };
        let is_count =
            number.value % 100 == 0 && self.words.get(year_at + 1).is_some_and(ProseWord::is_plural);
        (likely.contains(&number.value) && !is_count).then_some((number.value, year_at + 1))
    }

    /// `2020`, `the 1990s`, `20th century`.
    pub(super) fn year(&self, at: usize, number: NumberWord) -> Option<DatePhrase> {
        let NumberWord { value, digits, tail, alone } = number;
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
                (!is_clock && !is_at).then_some(DatePhrase {
                    words: at..at + 1,
                    said,
                    form: DateForm::Year,
                    is_span: false,
                })
            }
            _ => None,
        }
    }
}

/// The word between a day and its month, and between a month and its year.
fn joint() -> &'static str {
    first_form(&english().date.joints)
}

/// Year, month and day in the order that their digits tell; day and month both ways where both make a date.
fn three(first: NumberWord, second: NumberWord, third: NumberWord, mark: Separator) -> Option<Runs> {
    let days: Vec<i128> = match (first.digits, second.digits, third.digits) {
        (4, 1..=2, 1..=2) => on(first.value, second.value, third.value).into_iter().collect(),
        (1..=2, 1..=2, digits) if digits == 4 || (digits == 2 && mark == Separator::Slash) => {
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
