//! The dates that a sentence names, read as far as the date of its source tells the year.

use std::ops::Range;

use crate::model::when::AsOf;
use crate::value::calendar;
use crate::value::calendar::day;
use crate::value::calendar::english::{NamedDate, Said, Season, named_dates};
use crate::value::language::Legible;
use crate::value::shape::{Bounds, Clock, DAY, Run, Runs, Times};

/// A date in a sentence.
#[derive(Clone, Debug)]
pub(super) struct SpottedDay {
    /// The bytes of its own words.
    pub(super) at: Range<usize>,
    /// From the first of the words that lead to it.
    pub(super) led: Range<usize>,
    pub(super) said: Said,
    /// For people.
    pub(super) reading: String,
    /// The days that are meant; `None` where nothing tells the year or the week.
    pub(super) days: Option<Runs>,
    /// What was taken from the source's date.
    pub(super) assumed: Option<&'static str>,
}

impl SpottedDay {
    /// Takes what was found in a text in the words of the table for what stands in the text as it was.
    pub(super) fn stands_in(&mut self, legible: &Legible) {
        self.at = legible.original(self.at.clone());
        self.led = legible.original(self.led.clone());
    }
}

/// The dates of a sentence, in order: calendar dates and weekdays. What is told by way of another day is none.
pub(super) fn days(sentence: &str, published: Option<&AsOf>) -> Vec<SpottedDay> {
    let dates = named_dates(sentence).into_iter().filter(|date| !is_notice(sentence, date));
    dates.filter_map(|date| day_of(date, published)).collect()
}

fn day_of(NamedDate { at, led, said }: NamedDate, published: Option<&AsOf>) -> Option<SpottedDay> {
    let last = published.and_then(|published| published.days.greatest());
    let (reading, days, assumed) = match &said {
        Said::Days(days) => {
            (calendar::shown(&minutes(&days.hard), Clock::Unsaid), Some(days.hard.clone()), None)
        }
        Said::EachYear(season) => {
            let days = last.and_then(|last| of_year(*season, last));
            (of_no_year(*season), days, Some("the year, by the source's date"))
        }
        Said::On(weekday) => {
            let days =
                last.and_then(|last| (last - 6..=last).find(|number| day::weekday(*number) == *weekday));
            (format!("a {weekday:?}"), days.map(Runs::one), Some("the week, by the source's date"))
        }
        Said::Anything => return None,
    };
    let assumed = assumed.filter(|_| days.is_some());
    Some(SpottedDay { at, led, said, reading, days, assumed })
}

/// The latest such days that begin no later than a day.
fn of_year(season: Season, last: i128) -> Option<Runs> {
    let year = day::civil(last).year;
    let leap = |nth: i128| day::civil(day::number(2000, 1, 1) + nth);
    let (first, end) = (leap(season.first), leap(season.last));
    let begins = |year: i128| {
        (first.day <= day::month_length(year, first.month)).then(|| day::number(year, first.month, first.day))
    };
    let low = (year - 8..=year).rev().find_map(|year| begins(year).filter(|low| *low <= last))?;
    let years = i128::from(season.last < season.first);
    let of_end = day::civil(low).year + years;
    let high = day::number(of_end, end.month, end.day.min(day::month_length(of_end, end.month)));
    Some(Runs::between(low, high.max(low)))
}

/// Days of a year that is not said, for people.
fn of_no_year(season: Season) -> String {
    let leap = |nth: i128| day::civil(day::number(2000, 1, 1) + nth);
    let (first, last) = (leap(season.first), leap(season.last));
    let month = |it: &day::Civil| day::MONTHS[usize::from(it.month) - 1];
    let is_month = first.day == 1 && last.day == day::month_length(2000, last.month);
    let days = match () {
        () if is_month && first.month == last.month => month(&first).to_owned(),
        () if is_month => format!("{} to {}", month(&first), month(&last)),
        () if season.first == season.last => format!("{} {}", first.day, month(&first)),
        () => format!("{} {} to {} {}", first.day, month(&first), last.day, month(&last)),
    };
    format!("{days}, the year not said")
}

/// Days as minutes that no clock tells.
pub(super) fn minutes(days: &Runs) -> Runs {
    let run = |run: &Run| Run::new(run.low.map(|low| low * DAY), run.high.map(|high| high * DAY + DAY - 1));
    Runs::of(days.runs().iter().map(run))
}

pub(super) fn times(days: &Runs) -> Times {
    Times::new(Bounds::exactly(minutes(days)), Clock::Unsaid)
}

/// Days as EDTF writes them: one run of them alone.
pub(super) fn edtf(days: &Runs) -> Option<String> {
    let [run] = days.runs() else { return None };
    let (low, high) = (run.low?, run.high?);
    let (first, last) = (day::civil(low), day::civil(high));
    let is_year = |number: i128| (0..=9999).contains(&day::civil(number).year);
    if !is_year(low) || !is_year(high) {
        return None;
    }
    let whole_months = first.day == 1 && last.day == day::month_length(last.year, last.month);
    let whole_years = whole_months && first.month == 1 && last.month == 12;
    let shown = |number: i128| {
        let day = day::shown(number);
        let length = if whole_years {
            4
        } else if whole_months {
            7
        } else {
            day.len()
        };
        day.get(..length).unwrap_or(&day).to_owned()
    };
    let (low, high) = (shown(low), shown(high));
    Some(if low == high { low } else { format!("{low}/{high}") })
}

/// Whether a year is that of a notice: `© 2024`.
fn is_notice(sentence: &str, date: &NamedDate) -> bool {
    let before = sentence[..date.at.start].trim_end().to_lowercase();
    before.ends_with('©') || before.ends_with("copyright") || before.ends_with("(c)")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(sentence: &str) -> Vec<(String, String, Option<String>)> {
        let published = day::number(2024, 3, 2);
        let published =
            AsOf::new("2024-03-02".to_owned(), &times(&Runs::one(published)), Runs::one(published));
        let shown =
            |it: SpottedDay| (sentence[it.at].to_owned(), it.reading, it.days.and_then(|days| edtf(&days)));
        days(sentence, Some(&published)).into_iter().map(shown).collect()
    }

    fn one(words: &str, reading: &str, value: &str) -> Vec<(String, String, Option<String>)> {
        vec![(words.to_owned(), reading.to_owned(), Some(value.to_owned()))]
    }

    #[test]
    fn dates_are_read_as_far_as_the_source_tells_the_year() {
        for (sentence, words, reading, value) in [
            ("It burned on 28 February 2024.", "28 February 2024", "28 February 2024", "2024-02-28"),
            ("It has burned since October 7.", "October 7", "7 October, the year not said", "2023-10-07"),
            ("It burned in January.", "January", "January, the year not said", "2024-01"),
            ("It burned on Sunday.", "Sunday", "a Sunday", "2024-02-25"),
            ("the 2019 mass floods", "2019", "2019", "2019"),
            ("in the early 1990s", "1990s", "1990 to 1999", "1990/1999"),
            ("from 2014 to 2017", "2014 to 2017", "2014 to 2017", "2014/2017"),
        ] {
            assert_eq!(read(sentence), one(words, reading, value), "{sentence}");
        }
    }

    #[test]
    fn what_is_counted_or_told_by_way_of_another_day_is_no_date() {
        for sentence in ["1950 men fled", "two days later", "© 2024 The Herald", "Resolution 2254"] {
            assert_eq!(read(sentence), [], "{sentence}");
        }
    }
}
