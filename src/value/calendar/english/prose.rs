//! Finds the dates that an English quote speaks of, and tells whether they leave no room for a value.
//!
//! What stands around a phrase moves it: `since`, `before`, `around` and the like open or widen it. Wherever a phrase
//! may be no date, or the date of something else, it is taken [`Bearing::Loosely`]: it can speak for a value, never
//! against one.

use std::ops::Range;

use super::context::{Bearing, bearing, is_likely, lead};
use super::julian;
use super::phrase::{DateForm, DatePhrase};
use super::phrases;
use super::said::{Said, Season, Toward};
use super::words::{ProseWord, words};
use crate::value::shape::{Bounds, Clock, DAY, Run, Runs, Times, anywhere};

/// A date that a quote speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spoken {
    /// The bytes of the phrase in the quote, from the word that opens or widens it.
    pub(crate) at: Range<usize>,
    pub(crate) said: Said,
    pub(crate) bearing: Bearing,
}

/// Whether the dates in a quote leave no room for a date value.
///
/// True where some date in the quote shares no day with the value's hard set, and no date in it shares one. A quote
/// without dates excludes nothing, nor does one that says when only by way of something else (`two days later`); and
/// nothing is excluded from a value that may be any day. The days of a time with an offset are those on which a clock
/// anywhere may have shown it: the quote may go by another than the value.
pub(crate) fn excludes(quote: &str, value: &Times) -> bool {
    let spoken = dates(quote);
    let days = days_anywhere(value);
    let none_supports = spoken.iter().all(|date| !date.said.allows(&days));
    none_supports && spoken.iter().any(|date| date.bearing == Bearing::Firmly)
}

/// The days on which the clock that a value names may have shown it; of one with an offset, any clock.
pub(crate) fn days_anywhere(value: &Times) -> Runs {
    let hard = &value.bounds.hard;
    let minutes = match value.clock {
        Clock::Unsaid => hard.clone(),
        Clock::Ahead(ahead) => hard.plus(&anywhere(ahead)),
    };
    let day = |end: Option<i128>| end.map(|minute| minute.div_euclid(DAY));
    Runs::of(minutes.runs().iter().map(|run| Run::new(day(run.low), day(run.high))))
}

/// The dates that an English quote speaks of, in order.
pub(crate) fn dates(quote: &str) -> Vec<Spoken> {
    let words = words(quote);
    phrases_of(quote, &words).into_iter().filter_map(|phrase| spoken(&words, phrase)).collect()
}

fn phrases_of(text: &str, words: &[ProseWord]) -> Vec<DatePhrase> {
    let mut phrases = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let phrase = phrases::at(words, at);
        at = phrase.as_ref().map_or(at + 1, |phrase| phrase.words.end);
        phrases.extend(phrase);
    }
    julian::in_our_days(text, words, spans(words, without_weekdays_of_days(words, phrases)))
}

/// A date as a text names it, whatever the words around it do to it: the year of `since 2014`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedDate {
    /// The bytes of its own words.
    pub(crate) at: Range<usize>,
    /// The bytes from the first of the words that lead to it, such as `since`.
    pub(crate) led: Range<usize>,
    pub(crate) said: Said,
}

/// The dates that an English text names, in order, weekdays and `last month` among them. Digits that may be a year are one where
/// no plural behind them is counted.
pub(crate) fn named_dates(text: &str) -> Vec<NamedDate> {
    let words = words(text);
    let named = |(phrase, spoken): (DatePhrase, Spoken)| {
        let counts = words.get(phrase.words.end).is_some_and(ProseWord::is_plural);
        if phrase.form == DateForm::Year
            && spoken.bearing == Bearing::Loosely
            && (counts || !is_likely(&phrase.said))
        {
            return None;
        }
        let at = words[phrase.words.start].at.start..words[phrase.words.end - 1].at.end;
        Some(NamedDate { led: spoken.at.start..at.end, at, said: phrase.said })
    };
    phrases_of(text, &words)
        .into_iter()
        .filter_map(|phrase| Some((phrase.clone(), spoken(&words, phrase)?)))
        .filter_map(named)
        .collect()
}

/// Leaves out the weekday of a day that is named beside it: `Sunday, January 28`, `7 October 2023 (Saturday)`.
fn without_weekdays_of_days(words: &[ProseWord], phrases: Vec<DatePhrase>) -> Vec<DatePhrase> {
    let are_one = |a: &DatePhrase, b: &DatePhrase| {
        let joins =
            |word: &ProseWord| word.is(&[",", "(", "the", "morning", "afternoon", "evening", "night", "on"]);
        let is_day = |phrase: &DatePhrase| matches!(phrase.form, DateForm::Dated | DateForm::MonthDay);
        (is_day(a) || is_day(b)) && words[a.words.end..b.words.start].iter().all(joins)
    };
    let is_of_day = |at: usize| {
        let before = at.checked_sub(1).is_some_and(|before| are_one(&phrases[before], &phrases[at]));
        before || phrases.get(at + 1).is_some_and(|next| are_one(&phrases[at], next))
    };
    let kept = (0..phrases.len()).filter(|at| phrases[*at].form != DateForm::Weekday || !is_of_day(*at));
    kept.map(|at| phrases[at].clone()).collect()
}

/// Joins two phrases that are the ends of one span: `between December 2019 and January 2020`, `2014 to 2017`.
fn spans(words: &[ProseWord], phrases: Vec<DatePhrase>) -> Vec<DatePhrase> {
    let mut joined: Vec<DatePhrase> = Vec::with_capacity(phrases.len());
    for phrase in phrases {
        let span = joined.last().and_then(|first| {
            let [link] = &words[first.words.end..phrase.words.start] else { return None };
            let before = first.words.start.checked_sub(1).map(|before| &words[before]);
            let is_link = link.is_dash()
                || link.is(&["to", "through", "thru", "until", "till"])
                || link.is(&["and"]) && before.is_some_and(|word| word.is(&["between"]));
            if is_link { span(first, &phrase) } else { None }
        });
        if span.is_some() {
            joined.pop();
        }
        joined.push(span.unwrap_or(phrase));
    }
    joined
}

fn span(first: &DatePhrase, last: &DatePhrase) -> Option<DatePhrase> {
    let ends = |days: &Bounds| Some((days.hard.least()?, days.hard.greatest()?));
    let days = |low, high| Said::Days(Bounds::exactly(Runs::between(low, high)));
    let (said, form) = match (&first.said, &last.said) {
        (Said::Days(a), Said::Days(b)) => {
            let ((low, _), (_, high)) = (ends(a)?, ends(b)?);
            (low <= high).then(|| {
                (days(low, high), if first.form == last.form { first.form } else { DateForm::Dated })
            })?
        }
        // The year that one end leaves out is within a year of the other's.
        (Said::Days(a), Said::EachYear(_)) => (days(ends(a)?.0, ends(a)?.1 + 366), DateForm::Dated),
        (Said::EachYear(_), Said::Days(b)) => (days(ends(b)?.0 - 366, ends(b)?.1), DateForm::Dated),
        (Said::EachYear(a), Said::EachYear(b)) => {
            (Said::EachYear(Season { first: a.first, last: b.last }), first.form)
        }
        (Said::On(_), Said::On(_)) => (Said::Anything, DateForm::Relative),
        _ => return None,
    };
    Some(DatePhrase { words: first.words.start..last.words.end, said, form, is_span: true })
}

/// What a phrase says where it stands; `None` where it turns out to be no date.
fn spoken(words: &[ProseWord], phrase: DatePhrase) -> Option<Spoken> {
    let lead = lead(words, &phrase);
    if phrase.form == DateForm::Month
        && lead.reach == phrase.words.start
        && words[phrase.words.start].is(&["march", "may"])
    {
        return None;
    }
    let bearing = bearing(words, &phrase, &lead);
    let goes_on = words.get(phrase.words.end).is_some_and(|next| next.is(&["onward", "onwards"]));
    let toward = if goes_on { Toward::Later } else { lead.toward };
    let said = if lead.is_around { phrase.said.around() } else { phrase.said };
    let at = words[lead.from].at.start..words[phrase.words.end - 1].at.end;
    Some(Spoken { at, said: said.toward(toward), bearing })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::calendar::{date, day, shown_days};

    fn excluded(quote: &str, value: &str) -> bool {
        excludes(quote, &date::read(value, None).unwrap())
    }

    #[test]
    fn a_date_in_the_quote_excludes_what_it_leaves_no_room_for() {
        for (quote, value) in [
            ("killed on 29 January 2024", "2024-01-28"),
            ("killed on January 29", "2024-01-28"),
            ("killed on Monday", "2024-01-28"),
            ("in February 2024", "2024-01-28"),
            ("in February", "2024-01-28"),
            ("2024-01-29T05:30:00Z", "2024-01-28"),
            ("01/29/2024", "2024-01-28"),
            ("in 2014, when", "2003"),
            ("since August 2019", "2019-07"),
            ("before 2003.", "2014~"),
            ("in the early 1990s", "2003~"),
            ("spring 2023", "2024-06"),
            ("on Christmas Day", "2023-12-24"),
            ("on 28 January 2023 and 28 January 2025", "2024-01-28"),
            ("in 2014 and on Sunday the 1,200 men", "2024-01-29"),
            ("the October 7 attack", "2024-01-28"),
            ("the March 16 strike", "2022-03-17"),
            ("in the 19th century", "1799"),
            ("in the 19th century", "1901"),
            ("on Christmas Day 2022", "2023-12-25"),
            ("at Christmas 2022", "2023-01-09"),
            ("in the summer of 2023", "2022-11-30"),
            ("in the summer of 2023", "2024-04-01"),
            ("on the 28th of January 2024", "2024-01-29"),
            ("on 28 Jan. 2024", "2024-01-29"),
            ("on 28 Jan 2024", "2025-01-28"),
            ("on January the 28th, 2024", "2024-01-29"),
            ("on 29 February", "2024-02-28"),
            ("on 31 January 2024", "2024-01-30"),
            ("on March 20 people were killed", "2024-03-28"),
            ("in the 1900s", "2000"),
            ("on 28/01/24", "2023-01-28"),
            ("at 20:00 GMT on May 1", "2011-05-02T20:00"),
            ("at 20:00 GMT on May 1", "2011-05-03T01:00+05:00"),
        ] {
            assert!(excluded(quote, value), "{quote}: {value}");
        }
    }

    #[test]
    fn whatever_may_be_meant_is_not_excluded() {
        for (quote, value) in [
            ("three soldiers were killed", "2024-01-28"),
            ("in the 19th century", "1800"),
            ("in the 19th century", "1850"),
            ("the 19th brigade", "2003-01-28"),
            ("on Christmas Day 2022", "2022-12-25"),
            ("at Christmas 2022", "2022-12-18"),
            ("at Christmas 2022", "2023-01-08"),
            ("on Orthodox Christmas Day", "2024-01-07"),
            ("in the summer of 2023", "2022-12-01"),
            ("in the summer of 2023", "2024-03-31"),
            ("in the winter of 2023", "2022-12-15"),
            ("on 30 February", "2024-02-28"),
            ("in the 1900s", "1950"),
            ("on 28.01.24", "2023-01-28"),
            ("from Monday to Friday", "2024-01-28"),
            ("on 28 January 2024", "2024"),
            ("in January 2024", "2024-01-28"),
            ("on 29 January 2024", "2024-01-28~"),
            ("on 29 January 2024", "2024-01-28?"),
            ("on 29 January 2024", "2023-10-07/.."),
            ("founded in 2014, it struck on January 28", "2024-01-28"),
            ("on Sunday, in the worst attack since 2003", "2024-01-28"),
            ("two days after it had begun on 7 October 2023", "2023-10-09"),
            ("The Pentagon said on Monday that three were killed", "2024-01-28"),
            ("2,000 troops in 1500 villages", "2024-01-28"),
            ("the 1920 Revolution Brigades and 2014 fighters", "2024-01-28"),
            ("In March 20 people were killed", "2024-03-28"),
            ("On October 7, 1200 people were killed", "2023-10-07"),
            ("On October 7, 2000 rockets were fired", "2023-10-07"),
            ("increased to 2000. A total of 1950.", "2024-01-28"),
            ("flight 1549, Resolution 2254", "2024-01-28"),
            ("at 2030 hours", "2024-01-28"),
            ("Theresa May and Jan Egeland", "2024-01-28"),
            ("03/04/2024", "2024-04-03"),
            ("around 2020", "2021-06"),
            ("the night of January 27-28", "2024-01-28"),
            ("killed Sunday", "2024-01"),
            ("Christmas", "2023-12-24"),
            ("in the winter of 2023-24", "2024-02-11"),
            ("in summer 2023", "2024-01"),
            ("since October", "2024-01-28"),
            ("in revenge for the October 7 attack, on January 28", "2024-01-28"),
            ("on New Year’s Eve", "2023-12-31"),
            ("at 20:00 GMT on May 1", "2011-05-01T20:00Z"),
            ("1 am on May 2, local time", "2011-05-02T01:00+05:00"),
            ("1 am on May 2, local time", "2011-05-01T20:00Z"),
            ("at 20:00 GMT on May 1", "2011-05-02T01:00+05:00"),
            ("at 20:00 on May 1", "2011-05-01T20:00"),
        ] {
            assert!(!excluded(quote, value), "{quote}: {value}");
        }
    }

    #[test]
    fn a_dash_that_sets_off_a_clause_joins_no_days() {
        let quote = "on January 27 \u{2014} 28 had fled";
        assert!(excluded(quote, "2024-01-28") && !excluded(quote, "2024-01-27"));
    }

    proptest! {
        #[test]
        fn any_prose_is_read_without_a_panic(text in ".{0,60}") {
            for date in dates(&text) {
                prop_assert!(text.get(date.at).is_some());
            }
        }

        #[test]
        fn words_about_dates_in_any_order_are_read(
            words in prop::collection::vec(
                prop::sample::select(vec![
                    "28", "2024", "January", "Feb.", "-", "/", "of", "the", "in", "between", "and", "to", "Sunday", ",", "31",
                    "1990s", "around", "since", "2000", "winter", "Christmas", "Eve", "last", "year", "29", "(", ")", "99",
                ]),
                0..12,
            ),
            space in prop::bool::ANY,
        ) {
            let text = words.join(if space { " " } else { "" });
            for date in dates(&text) {
                prop_assert!(text.get(date.at).is_some());
                if let Said::Days(days) = date.said {
                    prop_assert!(!days.soft.is_empty() && days.soft.within(&days.hard), "{}", text);
                }
            }
        }

        #[test]
        fn a_day_is_not_excluded_by_its_own_name(number in -360_000_i128..100_000) {
            let value = |number: i128| date::read(&day::shown(number), None).unwrap();
            let quote = format!("it happened on {}.", shown_days(Some(number), Some(number)));
            prop_assert!(!excludes(&quote, &value(number)));
            prop_assert!(excludes(&quote, &value(number + 1)));
        }
    }
}
