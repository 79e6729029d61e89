//! What minutes an EDTF date allows: its hard and soft sets (semantics.md, section 1), or why nothing fits it.

use super::days::days;
use super::parts::{Date, Edtf, End, Member, Time};
use crate::value::calendar::zone::Zone;
use crate::value::shape::{Bounds, Clock, DAY, Run, Runs, Times, at_offset};
use crate::value::unreadable::Unreadable;

/// The line that all dates of one text are put on.
#[derive(Clone, Copy)]
enum Line<'z> {
    Written,
    /// That of UTC: a time without an offset stands in the zone, and else, as a date without a time does, so many minutes
    /// ahead of UTC.
    Utc {
        zone: Option<&'z Zone>,
        ahead: i16,
    },
}

/// The minutes of what `text`, taken apart, says, and the clock that tells them: the first offset that is said. A time
/// without one stands in the zone, where there is one.
///
/// # Errors
/// Where no day fits the X of a date, and where an interval's or a span's last minute is before its first (said as
/// [`Unreadable::out_of_order`]).
pub(crate) fn times(edtf: &Edtf, text: &str, zone: Option<&Zone>) -> Result<Times, Unreadable> {
    let clock =
        edtf.dates().into_iter().find_map(|date| ahead(date, zone)).map_or(Clock::Unsaid, Clock::Ahead);
    let line = match clock {
        Clock::Unsaid => Line::Written,
        Clock::Ahead(ahead) => Line::Utc { zone, ahead },
    };
    Ok(Times::new(bounds(edtf, text, line)?, clock))
}

/// The minutes of what `text`, taken apart, says, as they are written.
///
/// # Errors
/// As [`times`].
pub(crate) fn written(edtf: &Edtf, text: &str) -> Result<Bounds, Unreadable> {
    bounds(edtf, text, Line::Written)
}

/// Minutes that the clock of a date is ahead of UTC, where it has a time and that can be told.
fn ahead(date: &Date, zone: Option<&Zone>) -> Option<i16> {
    let time = date.time?;
    time.ahead.or_else(|| Some(zone?.ahead(first_minute(days(date)?.soft.least()?, time)).0))
}

fn bounds(edtf: &Edtf, text: &str, line: Line) -> Result<Bounds, Unreadable> {
    match edtf {
        Edtf::Date(date) => of_date(date, text, line),
        Edtf::Interval(start, end) => between(start, end, text, line),
        Edtf::OneOf(members) => any_of(members, text, line),
        Edtf::AllOf(members) => {
            let any = any_of(members, text, line)?;
            Ok(Bounds { hard: first_to_last(&any.hard), soft: first_to_last(&any.soft) })
        }
    }
}

fn any_of(members: &[Member], text: &str, line: Line) -> Result<Bounds, Unreadable> {
    let mut all = Bounds::exactly(Runs::default());
    for member in members {
        let one = match member {
            Member::One(date) => of_date(date, text, line)?,
            Member::Span(start, end) => between(start, end, text, line)?,
        };
        all = Bounds { hard: all.hard.union(&one.hard), soft: all.soft.union(&one.soft) };
    }
    Ok(all)
}

/// Some minute between two ends, each of which stands by itself.
fn between(start: &End, end: &End, text: &str, line: Line) -> Result<Bounds, Unreadable> {
    let of_end = |end: &End| match end {
        End::Open => Ok(Bounds::exactly(Runs::everything())),
        End::Date(date) => of_date(date, text, line),
    };
    let (low, high) = (of_end(start)?, of_end(end)?);
    let span = |low: &Runs, high: &Runs| Runs::of([Run::new(low.least(), high.greatest())]);
    let soft = span(&low.soft, &high.soft);
    if let (true, End::Date(start), End::Date(end)) = (soft.is_empty(), start, end) {
        let (first, last) = (&text[start.at.clone()], &text[end.at.clone()]);
        let why = format!("`{last}` is before `{first}`, where the later of two dates stands last");
        return Err(Unreadable::out_of_order(why).at(start.at.start..end.at.end));
    }
    Ok(Bounds { hard: span(&low.hard, &high.hard), soft })
}

fn of_date(date: &Date, text: &str, line: Line) -> Result<Bounds, Unreadable> {
    let Some(days) = days(date) else {
        let written = &text[date.at.clone()];
        return Err(Unreadable::new(format!("no day of the calendar fits `{written}`")).at(date.at.clone()));
    };
    let said = date.time.zip(days.soft.least());
    let Some((time, day)) = said else {
        let minutes = Bounds { hard: all_day(&days.hard), soft: all_day(&days.soft) };
        return Ok(match line {
            Line::Written => minutes,
            Line::Utc { ahead, .. } => each(&minutes, |set| at_offset(set, ahead)),
        });
    };
    let soft = of_time(day, time);
    let hard = match date.doubt {
        doubt if doubt.uncertain => Runs::everything(),
        doubt if doubt.approximate => {
            let by = if time.minute.is_some() { 1 } else { 60 };
            soft.plus(&Runs::between(-by, by))
        }
        _ => soft.clone(),
    };
    let written = Bounds { hard, soft };
    Ok(match (line, time.ahead) {
        (Line::Written, _) => written,
        (Line::Utc { .. }, Some(ahead)) => each(&written, |set| at_offset(set, ahead)),
        (Line::Utc { zone: Some(zone), .. }, None) => each(&written, |set| match set.is_bounded() {
            true => zone.utc(set),
            false => set.clone(),
        }),
        (Line::Utc { zone: None, ahead }, None) => each(&written, |set| at_offset(set, ahead)),
    })
}

fn each(bounds: &Bounds, of: impl Fn(&Runs) -> Runs) -> Bounds {
    Bounds { hard: of(&bounds.hard), soft: of(&bounds.soft) }
}

/// All minutes of some days.
fn all_day(days: &Runs) -> Runs {
    let first = |day: i128| day.saturating_mul(DAY);
    let run =
        |run: &Run| Run::new(run.low.map(first), run.high.map(|day| first(day).saturating_add(DAY - 1)));
    Runs::of(days.runs().iter().map(run))
}

fn of_time(day: i128, time: Time) -> Runs {
    let first = first_minute(day, time);
    Runs::between(first, if time.minute.is_some() { first } else { first + 59 })
}

fn first_minute(day: i128, time: Time) -> i128 {
    day * DAY + i128::from(time.hour) * 60 + time.minute.map_or(0, i128::from)
}

fn first_to_last(minutes: &Runs) -> Runs {
    Runs::of([Run::new(minutes.least(), minutes.greatest())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::calendar::edtf::parse;
    use crate::value::calendar::pairs;

    fn read(text: &str) -> Result<(String, String), Unreadable> {
        let read = times(&parse(text)?, text, None)?;
        let shown = |set: &Runs| {
            let runs = pairs(set, read.clock).into_iter();
            let ends = runs.map(|(low, high)| [low, high].map(Option::unwrap_or_default).join(".."));
            ends.collect::<Vec<_>>().join(" ")
        };
        let read = &read.bounds;
        assert!(read.soft.within(&read.hard) && !read.soft.is_empty(), "{text}");
        Ok((shown(&read.hard), shown(&read.soft)))
    }

    /// Dates whose hard and soft days are the same.
    const EXACT: [(&str, &str); 50] = [
        ("2024-01-28", "2024-01-28..2024-01-28"),
        ("2024-02", "2024-02-01..2024-02-29"),
        ("2023", "2023-01-01..2023-12-31"),
        ("-0044-03-15", "-0044-03-15..-0044-03-15"),
        ("2024-01-28T23:30:00-05:00", "2024-01-28T23:30-05:00..2024-01-28T23:30-05:00"),
        ("2024-01-28T23:30", "2024-01-28T23:30..2024-01-28T23:30"),
        ("2024-01-28T23:30:59Z", "2024-01-28T23:30Z..2024-01-28T23:30Z"),
        ("2024-01-28T00", "2024-01-28T00:00..2024-01-28T00:59"),
        ("-0044-03-15T12", "-0044-03-15T12:00..-0044-03-15T12:59"),
        ("2024-01-28T05/2024-01-28T07:30", "2024-01-28T05:00..2024-01-28T07:30"),
        ("2024-01-28T05:30/..", "2024-01-28T05:30.."),
        ("../2024-01-28T05", "..2024-01-28T05:59"),
        ("2024-01-28/2024-01-29T05", "2024-01-28T00:00..2024-01-29T05:59"),
        // What has no offset stands in the first that is said.
        ("2024-01-28/2024-01-29T05+02", "2024-01-28T00:00+02:00..2024-01-29T05:59+02:00"),
        ("2024-01-28T05:30+02/2024-01-28T05:30Z", "2024-01-28T05:30+02:00..2024-01-28T07:30+02:00"),
        (
            "[2024-01-28T05:30,2024-01-28T05:32]",
            "2024-01-28T05:30..2024-01-28T05:30 2024-01-28T05:32..2024-01-28T05:32",
        ),
        ("[2024-01-28T05:30..2024-01-28T06]", "2024-01-28T05:30..2024-01-28T06:59"),
        ("[2024-01-28T05:30Z,2024-01-28T07:31+02]", "2024-01-28T05:30Z..2024-01-28T05:31Z"),
        ("{2024-01-28T05:30,2024-01-28T06}", "2024-01-28T05:30..2024-01-28T06:59"),
        ("2024-01-28T00:00/2024-01-28T23", "2024-01-28..2024-01-28"),
        ("199X", "1990-01-01..1999-12-31"),
        ("-00XX", "-0099-01-01..-0001-12-31"),
        ("1X23", "1023-01-01..1923-12-31"),
        ("2024-XX", "2024-01-01..2024-12-31"),
        ("2024-1X", "2024-10-01..2024-12-31"),
        ("2024-XX-31", "2024-01-31..2024-12-31"),
        ("2023-XX-3X", "2023-01-30..2023-12-31"),
        ("2023-02-2X", "2023-02-20..2023-02-28"),
        ("202X-02-29", "2020-02-29..2028-02-29"),
        ("XXXX-02-29", "0000-02-29..9996-02-29"),
        ("-XXXX-XX-XX", "-9999-01-01..-0001-12-31"),
        ("2023-29", "2023-01-01..2023-12-31"),
        ("2023-34", "2023-04-01..2023-06-30"),
        ("2023-36", "2023-10-01..2023-12-31"),
        ("2023-37", "2023-01-01..2023-04-30"),
        ("2023-38", "2023-05-01..2023-08-31"),
        ("2023-41", "2023-07-01..2023-12-31"),
        ("2023-10-07/2024-02", "2023-10-07..2024-02-29"),
        ("2023-10-07/..", "2023-10-07.."),
        ("/2024-02", "..2024-02-29"),
        ("../", ".."),
        ("202X/2024", "2020-01-01..2024-12-31"),
        ("2024-01-28/2024-01", "2024-01-28..2024-01-31"),
        ("[2019,2021]", "2019-01-01..2019-12-31 2021-01-01..2021-12-31"),
        ("[2019-12,2020-01]", "2019-12-01..2020-01-31"),
        ("[..2019,2021..2022]", "..2019-12-31 2021-01-01..2022-12-31"),
        ("[2021..]", "2021-01-01.."),
        ("{2019,2021}", "2019-01-01..2021-12-31"),
        ("{..2019-05,2021}", "..2021-12-31"),
        ("Y10000", "Y10000-01-01..Y10000-12-31"),
    ];

    /// Dates that readers take for less than their words allow.
    const WIDER: [(&str, &str, &str); 27] = [
        ("2024-01-28T05:30~", "2024-01-28T05:29..2024-01-28T05:31", "2024-01-28T05:30..2024-01-28T05:30"),
        ("2024-01-28T00Z~", "2024-01-27T23:00Z..2024-01-28T01:59Z", "2024-01-28T00:00Z..2024-01-28T00:59Z"),
        ("2024-01-28T05:30+02?", "..", "2024-01-28T05:30+02:00..2024-01-28T05:30+02:00"),
        ("2024-01-28T05:30%", "..", "2024-01-28T05:30..2024-01-28T05:30"),
        (
            "2024-01-28~/2024-01-28T05:30~",
            "2024-01-27T00:00..2024-01-28T05:31",
            "2024-01-28T00:00..2024-01-28T05:30",
        ),
        ("2020~", "2019-01-01..2021-12-31", "2020-01-01..2020-12-31"),
        ("2024-01~", "2023-12-01..2024-02-29", "2024-01-01..2024-01-31"),
        ("2024~-03-01", "2024-02-29..2024-03-02", "2024-03-01..2024-03-01"),
        ("0000~", "-0001-01-01..0001-12-31", "0000-01-01..0000-12-31"),
        ("199X~", "1980-01-01..2009-12-31", "1990-01-01..1999-12-31"),
        ("2024-XX~", "2023-01-01..2025-12-31", "2024-01-01..2024-12-31"),
        ("2024-05-XX~", "2024-04-01..2024-06-30", "2024-05-01..2024-05-31"),
        ("2020?", "..", "2020-01-01..2020-12-31"),
        ("2020-%05", "..", "2020-05-01..2020-05-31"),
        ("2023-21", "2023-01-01..2023-12-31", "2023-03-01..2023-05-31"),
        ("2023-23", "2023-01-01..2023-12-31", "2023-09-01..2023-11-30"),
        ("2023-24", "2023-01-01..2023-12-31", "2023-01-01..2023-02-28 2023-12-01..2023-12-31"),
        ("202X-24", "2020-01-01..2029-12-31", "2020-01-01..2029-12-31"),
        ("2023-22~", "2022-10-01..2024-03-31", "2023-06-01..2023-08-31"),
        ("2023-40~", "2022-07-01..2023-12-31", "2023-01-01..2023-06-30"),
        ("2023~/2024-01-28", "2022-01-01..2024-01-28", "2023-01-01..2024-01-28"),
        ("2023-10-07?/2024~", "..2025-12-31", "2023-10-07..2024-12-31"),
        ("2023-22/2023-23", "2023-01-01..2023-12-31", "2023-06-01..2023-11-30"),
        (
            "[2019~,2023]",
            "2018-01-01..2020-12-31 2023-01-01..2023-12-31",
            "2019-01-01..2019-12-31 2023-01-01..2023-12-31",
        ),
        ("1950S2", "1900-01-01..1999-12-31", "1950-01-01..1950-12-31"),
        ("1950S2~", "1800-01-01..2099-12-31", "1950-01-01..1950-12-31"),
        ("Y-3388E2S3", "Y-338999-01-01..Y-338000-12-31", "Y-338800-01-01..Y-338800-12-31"),
    ];

    #[test]
    fn dates_are_the_days_they_allow() {
        for (text, days) in EXACT {
            assert_eq!(read(text), Ok((days.to_owned(), days.to_owned())), "{text}");
        }
        for (text, hard, soft) in WIDER {
            assert_eq!(read(text), Ok((hard.to_owned(), soft.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_ends_before_it_begins_is_out_of_order() {
        for text in [
            "2024/2023",
            "2024-02/2024-01-28",
            "2023-23/2023-22",
            "[2024..2023]",
            "2024~/2023~",
            "2020/-2020",
            "2024-01-28T05:30/2024-01-28T05:29",
            "2024-01-28T05:30Z/2024-01-28T06:30+02:00",
        ] {
            let why = read(text).unwrap_err();
            assert!(why.out_of_order, "{text}: {}", why.message);
        }
        assert!(read("2024-02/2024").is_ok_and(|(hard, _)| hard == "2024-02-01..2024-12-31"));
    }

    #[test]
    fn a_day_that_no_year_has_is_refused() {
        for text in ["20X1-02-29", "XXX3-02-29", "2023/19X9-02-29"] {
            let why = read(text).unwrap_err();
            assert!(why.message.starts_with("no day of the calendar fits"), "{text}: {}", why.message);
            assert!(!why.out_of_order);
        }
    }
}
