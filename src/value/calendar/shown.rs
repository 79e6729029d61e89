//! Minutes as they are shown: for people, and as the pairs of ends that JSON has.

use super::day;
use crate::value::shape::{Clock, DAY, Run, Runs};

/// Minutes for people: `28 January 2024`, `January 2024`, `2020`, `7 October 2023 to 11 February 2024`,
/// `from 7 October 2023`, `until 11 February 2024`, `any day`; with a time `1 May 2011, 20:00 UTC`,
/// `2 May 2011, 01:00 to 01:59 (+05:00)`; several runs joined by `or`.
pub(crate) fn shown(minutes: &Runs, clock: Clock) -> String {
    if minutes.is_empty() {
        return "no day".to_owned();
    }
    minutes.runs().iter().map(|run| shown_run(written(*run, clock), clock)).collect::<Vec<_>>().join(" or ")
}

/// Days for people, as [`shown`].
pub(crate) fn shown_days(first: Option<i128>, last: Option<i128>) -> String {
    shown_whole(Run::new(first, last))
}

/// Days for people where there is little room: `19 Oct 2023`, `29 Jan to 3 Feb 2024`.
pub(crate) fn short_days(first: Option<i128>, last: Option<i128>) -> String {
    let whole = shown_days(first, last);
    let short = day::MONTHS.iter().fold(whole, |days, month| days.replace(month, &month[..3]));
    let year = |days: &str| days.rsplit(' ').next().map(str::to_owned);
    match short.split_once(" to ") {
        Some((from, to)) if from.contains(' ') && year(from) == year(to) => {
            let from = from.rsplit_once(' ').map_or(from, |(days, _)| days);
            format!("{from} to {to}")
        }
        _ => short,
    }
}

/// The minute at which a line of dates begins or ends, for people: the day alone where it is its first or its last.
pub(crate) fn shown_end(minute: i128) -> String {
    let day = shown_day(minute.div_euclid(DAY));
    if matches!(minute.rem_euclid(DAY), 0 | 1439) { day } else { format!("{day}, {}", hands(minute)) }
}

/// Minutes for JSON: the first and last of each run, `None` where unbounded. Runs of whole days have days, as `YYYY-MM-DD`
/// (see [`day::shown`]); others, and all of an offset, have `YYYY-MM-DDTHH:MM` with that offset.
pub(crate) fn pairs(minutes: &Runs, clock: Clock) -> Vec<(Option<String>, Option<String>)> {
    let pair = |run: &Run| {
        let run = written(*run, clock);
        match whole_days(run).filter(|_| clock == Clock::Unsaid) {
            Some(days) => (days.low.map(day::shown), days.high.map(day::shown)),
            None => {
                let end = |minute: i128| {
                    format!("{}T{}{}", day::shown(minute.div_euclid(DAY)), hands(minute), offset(clock))
                };
                (run.low.map(end), run.high.map(end))
            }
        }
    };
    minutes.runs().iter().map(pair).collect()
}

/// A run as the hands of its clock show it.
fn written(run: Run, clock: Clock) -> Run {
    Run::new(run.low.map(|minute| clock.written(minute)), run.high.map(|minute| clock.written(minute)))
}

/// The days that a run begins and ends with, where it goes from the beginning of one to the end of another.
fn whole_days(run: Run) -> Option<Run> {
    let begins = run.low.is_none_or(|minute| minute.rem_euclid(DAY) == 0);
    let ends = run.high.is_none_or(|minute| minute.rem_euclid(DAY) == DAY - 1);
    let day = |minute: i128| minute.div_euclid(DAY);
    (begins && ends).then(|| Run::new(run.low.map(day), run.high.map(day)))
}

fn shown_run(run: Run, clock: Clock) -> String {
    let zone = match clock {
        _ if run == Run::new(None, None) => String::new(),
        Clock::Unsaid => String::new(),
        Clock::Ahead(0) => " UTC".to_owned(),
        Clock::Ahead(_) => format!(" ({})", offset(clock)),
    };
    if let Some(days) = whole_days(run) {
        return format!("{}{zone}", shown_whole(days));
    }
    let moment = |minute: i128| format!("{}, {}", shown_day(minute.div_euclid(DAY)), hands(minute));
    let said = match (run.low, run.high) {
        (None, None) => "any day".to_owned(),
        (Some(low), None) => format!("from {}", moment(low)),
        (None, Some(high)) => format!("until {}", moment(high)),
        (Some(low), Some(high)) if low == high => moment(low),
        (Some(low), Some(high)) if low.div_euclid(DAY) == high.div_euclid(DAY) => {
            format!("{} to {}", moment(low), hands(high))
        }
        (Some(low), Some(high)) => format!("{} to {}", moment(low), moment(high)),
    };
    said + &zone
}

fn shown_whole(days: Run) -> String {
    let (low, high) = match (days.low, days.high) {
        (None, None) => return "any day".to_owned(),
        (Some(low), None) => return format!("from {}", shown_day(low)),
        (None, Some(high)) => return format!("until {}", shown_day(high)),
        (Some(low), Some(high)) => (low, high),
    };
    let (first, last) = (day::civil(low), day::civil(high));
    let whole_months = first.day == 1 && last.day == day::month_length(last.year, last.month);
    let (first, last) = if whole_months && first.month == 1 && last.month == 12 {
        (day::shown_year(first.year), day::shown_year(last.year))
    } else if whole_months {
        (shown_month(first.year, first.month), shown_month(last.year, last.month))
    } else {
        (shown_day(low), shown_day(high))
    };
    if first == last { first } else { format!("{first} to {last}") }
}

fn shown_day(number: i128) -> String {
    let day::Civil { year, month, day } = day::civil(number);
    format!("{day} {}", shown_month(year, month))
}

fn shown_month(year: i128, month: u8) -> String {
    format!("{} {}", day::MONTHS[usize::from(month) - 1], day::shown_year(year))
}

/// `05:30`
pub(crate) fn hands(minute: i128) -> String {
    let of_day = minute.rem_euclid(DAY);
    format!("{:02}:{:02}", of_day / 60, of_day % 60)
}

/// An offset as EDTF writes it: `Z`, `+05:00`; nothing where none is said.
pub(crate) fn offset(clock: Clock) -> String {
    match clock {
        Clock::Unsaid => String::new(),
        Clock::Ahead(0) => "Z".to_owned(),
        Clock::Ahead(ahead) => {
            let (sign, minutes) = (if ahead < 0 { '-' } else { '+' }, ahead.unsigned_abs());
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::calendar::date::read;

    #[test]
    fn days_are_short_where_there_is_little_room() {
        for (text, says) in [
            ("2023-10-19", "19 Oct 2023"),
            ("2024-01-29/2024-02-03", "29 Jan to 3 Feb 2024"),
            ("2023-12-30/2024-02-03", "30 Dec 2023 to 3 Feb 2024"),
            ("2024-05", "May 2024"),
            ("199X", "1990 to 1999"),
            ("../2024", "until 31 Dec 2024"),
        ] {
            let days = crate::value::calendar::date::read(text, None).unwrap().bounds.hard;
            let day = |minute: Option<i128>| minute.map(|minute| minute.div_euclid(DAY));
            assert_eq!(short_days(day(days.least()), day(days.greatest())), says, "{text}");
        }
    }

    #[test]
    fn dates_are_shown_as_people_say_them() {
        for (text, says) in [
            ("2024-01-28", "28 January 2024"),
            ("2024-02", "February 2024"),
            ("2020", "2020"),
            ("199X", "1990 to 1999"),
            ("2023-10/2024-01", "October 2023 to January 2024"),
            ("2023-10-07/2024-02-11", "7 October 2023 to 11 February 2024"),
            ("2024-01-28/2024-12-05", "28 January 2024 to 5 December 2024"),
            ("2023-10-07/..", "from 7 October 2023"),
            ("../2024", "until 31 December 2024"),
            ("2024?", "any day"),
            ("[2019,2021-05-03]", "2019 or 3 May 2021"),
            ("-0044-03-15", "15 March -0044"),
            ("2011-05-01T20:00Z", "1 May 2011, 20:00 UTC"),
            ("2011-05-02T01:00+05:00", "2 May 2011, 01:00 (+05:00)"),
            ("2011-05-02T01-03:30", "2 May 2011, 01:00 to 01:59 (-03:30)"),
            ("2011-05-02T01:00", "2 May 2011, 01:00"),
            ("2011-05-01/2011-05-02T01:00", "1 May 2011, 00:00 to 2 May 2011, 01:00"),
            ("2011-05-02T01:00+05:00/..", "from 2 May 2011, 01:00 (+05:00)"),
            ("../2011-05-02T01:00Z", "until 2 May 2011, 01:00 UTC"),
            ("[2011-05-02T01:00Z,2011-05-02T03:00Z]", "2 May 2011, 01:00 UTC or 2 May 2011, 03:00 UTC"),
            ("2011-05-02T00+05:00/2011-05-02T23:59", "2 May 2011 (+05:00)"),
            ("2011-05-02T00Z?", "any day"),
        ] {
            let read = read(text, None).unwrap();
            assert_eq!(shown(&read.bounds.hard, read.clock), says, "{text}");
        }
        assert_eq!(shown(&Runs::default(), Clock::Unsaid), "no day");
    }

    #[test]
    fn an_end_of_a_line_of_dates_is_shown_with_its_time_where_it_ends_no_day() {
        for (minute, shows) in [
            (0, "1 January 1970"),
            (61, "1 January 1970, 01:01"),
            (DAY - 1, "1 January 1970"),
            (-2, "31 December 1969, 23:58"),
        ] {
            assert_eq!(shown_end(minute), shows);
        }
    }

    #[test]
    fn pairs_have_days_where_no_time_is_said_and_else_minutes_with_their_offset() {
        for (text, low, high) in [
            ("2023-10-07/..", Some("2023-10-07"), None),
            ("2023-02", Some("2023-02-01"), Some("2023-02-28")),
            ("2011-05-02T00:00", Some("2011-05-02T00:00"), Some("2011-05-02T00:00")),
            ("2011-05-02T00:00/..", Some("2011-05-02"), None),
            ("2011-05-02T23:59Z", Some("2011-05-02T23:59Z"), Some("2011-05-02T23:59Z")),
            ("2011-05-02T01+05:45", Some("2011-05-02T01:00+05:45"), Some("2011-05-02T01:59+05:45")),
            (
                "2011-05-02/2011-05-03T01-00:30",
                Some("2011-05-02T00:00-00:30"),
                Some("2011-05-03T01:59-00:30"),
            ),
        ] {
            let read = read(text, None).unwrap();
            let pair = (low.map(str::to_owned), high.map(str::to_owned));
            assert_eq!(pairs(&read.bounds.hard, read.clock), [pair], "{text}");
        }
    }
}
