//! Recognizes dates that have a name at one word of an English sentence: seasons, feasts, weekdays, `last month`.

use super::numeric::PhraseReader;
use super::phrase::{DateForm, DatePhrase, dated, on};
use super::said::{Said, Season};
use crate::value::shape::Runs;

impl PhraseReader<'_, '_> {
    /// `spring 2023`, `the winter of 2023-24`: north or south, and winters that two years share.
    pub(super) fn season(&self, at: usize) -> Option<DatePhrase> {
        let is_split = self.is(at, &["winter", "summer"]);
        if !is_split && !self.is(at, &["spring", "autumn", "fall"]) {
            return None;
        }
        let year_at = at + 1 + usize::from(self.is(at + 1, &["of", ","]));
        let number = self.number(year_at)?;
        let year = self
            .numeric(year_at)
            .or_else(|| self.year(year_at, number))
            .filter(|y| y.form == DateForm::Year)?;
        let Said::Days(days) = year.said else { return None };
        let (first, last) = (days.hard.least()?, days.hard.greatest()?);
        let days = if is_split { Runs::between(first - 31, last + 91) } else { days.hard };
        Some(dated(at..year.words.end, days))
    }

    /// `Christmas Day`, `New Year's Eve 2023`.
    pub(super) fn named_day(&self, at: usize) -> Option<DatePhrase> {
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
            return Some(DatePhrase {
                words: at..end,
                said: Said::Anything,
                form: DateForm::Relative,
                is_span: false,
            });
        }
        let season = Season::between(first, last);
        Some(match self.year_after(end) {
            Some((year, end)) => {
                let low = on(year, first.0.into(), first.1.into())?;
                dated(at..end, Runs::between(low, low + season.length() - 1))
            }
            None => DatePhrase {
                words: at..end,
                said: Said::EachYear(season),
                form: DateForm::MonthDay,
                is_span: false,
            },
        })
    }

    pub(super) fn weekday(&self, at: usize) -> Option<DatePhrase> {
        let weekday = self.words[at].weekday()?;
        Some(DatePhrase {
            words: at..at + 1,
            said: Said::On(weekday),
            form: DateForm::Weekday,
            is_span: false,
        })
    }

    /// `yesterday`, `last month`, `the past three weeks`, `two days later`.
    pub(super) fn relative(&self, at: usize) -> Option<DatePhrase> {
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
        let end = if self.words[at].day().is_some() || self.is(at, &["ago", "anniversary"]) {
            at + 1
        } else if self.is(at, LEADS) {
            (at + 1..at + 4).find(|unit| self.is(*unit, UNITS))? + 1
        } else if self.is(at, UNITS) && self.is(at + 1, TURNS) {
            at + 2
        } else {
            return None;
        };
        Some(DatePhrase { words: at..end, said: Said::Anything, form: DateForm::Relative, is_span: false })
    }
}
