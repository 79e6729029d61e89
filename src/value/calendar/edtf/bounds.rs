//! What days an EDTF date allows: its hard and soft sets (semantics.md, section 1), or why no day fits it.

use super::parts::{Date, Digits, Edtf, End, Member, Within, Year};
use crate::value::calendar::day;
use crate::value::shape::{Bounds, Run, Runs};
use crate::value::unreadable::Unreadable;

/// How precisely a date is said, by which `~` widens it.
#[derive(Clone, Copy)]
enum Precision {
    Day,
    Months(i128),
}

#[derive(Clone, Copy)]
enum Edge {
    First,
    Last,
}

/// Hard and soft days of what `text`, taken apart, says.
///
/// # Errors
/// Where no day fits the X of a date, and where an interval's or a span's last day is before its first (said as
/// [`Unreadable::out_of_order`]).
pub(crate) fn bounds(edtf: &Edtf, text: &str) -> Result<Bounds, Unreadable> {
    match edtf {
        Edtf::Date(date) => of_date(date, text),
        Edtf::Time(time) => Ok(Bounds::exactly(Runs::one(time.day))),
        Edtf::Interval(start, end) => between(start, end, text),
        Edtf::OneOf(members) => any_of(members, text),
        Edtf::AllOf(members) => {
            let any = any_of(members, text)?;
            Ok(Bounds { hard: first_to_last(&any.hard), soft: first_to_last(&any.soft) })
        }
    }
}

fn any_of(members: &[Member], text: &str) -> Result<Bounds, Unreadable> {
    let mut all = Bounds::exactly(Runs::default());
    for member in members {
        let one = match member {
            Member::One(date) => of_date(date, text)?,
            Member::Span(start, end) => between(start, end, text)?,
        };
        all = Bounds { hard: all.hard.union(&one.hard), soft: all.soft.union(&one.soft) };
    }
    Ok(all)
}

/// Some day between two ends, each of which stands by itself.
fn between(start: &End, end: &End, text: &str) -> Result<Bounds, Unreadable> {
    let of_end = |end: &End| match end {
        End::Open => Ok(Bounds::exactly(Runs::everything())),
        End::Date(date) => of_date(date, text),
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

fn of_date(date: &Date, text: &str) -> Result<Bounds, Unreadable> {
    let Some(mut bounds) = as_written(date) else {
        let written = &text[date.at.clone()];
        return Err(Unreadable::new(format!("no day of the calendar fits `{written}`")).at(date.at.clone()));
    };
    if date.doubt.uncertain {
        bounds.hard = Runs::everything();
    } else if date.doubt.approximate {
        bounds.hard = wider(&bounds.hard, precision(date));
    }
    Ok(bounds)
}

/// The days of a date without regard to its qualifiers; `None` where there are none.
fn as_written(date: &Date) -> Option<Bounds> {
    let (first, last) = (year(date.year, Edge::First)?, year(date.year, Edge::Last)?);
    Some(match date.within {
        Within::Nothing => {
            let hard = months(first, 1, last, 12);
            let soft = match date.year {
                Year::Number { year, .. } => months(year, 1, year, 12),
                Year::Pattern { .. } => hard.clone(),
            };
            Bounds { hard, soft }
        }
        Within::Month(month) => {
            Bounds::exactly(months(first, pick(month, 12, Edge::First)?, last, pick(month, 12, Edge::Last)?))
        }
        Within::Day(month, day) => {
            let low = years(date.year, Edge::First).find_map(|year| day_in(year, month, day, Edge::First))?;
            let high = years(date.year, Edge::Last).find_map(|year| day_in(year, month, day, Edge::Last))?;
            Bounds::exactly(Runs::between(low, high))
        }
        Within::Division(code) => division(code, first, last),
    })
}

/// Seasons and other parts (level 2, Sub-year groupings) of the years from `first` to `last`.
fn division(code: u8, first: i128, last: i128) -> Bounds {
    let whole = months(first, 1, last, 12);
    let part = |nth: u8, of: u8| months(first, nth * of + 1, last, nth * of + of);
    match code {
        21..=23 => Bounds { soft: months(first, (code - 20) * 3, last, (code - 20) * 3 + 2), hard: whole },
        // The winter of one year has both its ends; of several years, the first and the last day are the years' own.
        24 if first == last => {
            Bounds { soft: months(first, 1, first, 2).union(&months(first, 12, first, 12)), hard: whole }
        }
        33..=36 => Bounds::exactly(part(code - 33, 3)),
        37..=39 => Bounds::exactly(part(code - 37, 4)),
        40..=41 => Bounds::exactly(part(code - 40, 6)),
        _ => Bounds::exactly(whole),
    }
}

/// The first or last year that a date allows.
fn year(written: Year, edge: Edge) -> Option<i128> {
    years(written, edge).next()
}

/// The years that a date allows, the first first or the last first.
fn years(written: Year, edge: Edge) -> Box<dyn Iterator<Item = i128>> {
    match written {
        Year::Pattern { negative, digits } => {
            let (low, high) = digits.ends();
            // There is no year -0000.
            let counted = (low.max(u16::from(negative))..=high).filter(move |year| digits.matches(*year));
            let signed = move |year: u16| if negative { -i128::from(year) } else { i128::from(year) };
            match (edge, negative) {
                (Edge::First, false) | (Edge::Last, true) => Box::new(counted.map(signed)),
                (Edge::First, true) | (Edge::Last, false) => Box::new(counted.rev().map(signed)),
            }
        }
        Year::Number { year, significant } => {
            let place = place(year, significant);
            let (near, far) = (year - year % place, year - year % place + year.signum() * (place - 1));
            let (low, high) = (near.min(far), near.max(far));
            match edge {
                Edge::First => Box::new(low..=high),
                Edge::Last => Box::new((low..=high).rev()),
            }
        }
    }
}

/// The place value of a year's last significant digit.
fn place(year: i128, significant: Option<u32>) -> i128 {
    let digits = year.unsigned_abs().checked_ilog10().map_or(1, |log| log + 1);
    10_i128.pow(digits.saturating_sub(significant.unwrap_or(digits)))
}

/// The first or last day of a year that the digits of month and day allow.
fn day_in(year: i128, month: Digits<2>, of_month: Digits<2>, edge: Edge) -> Option<i128> {
    let in_month = |month: u8| {
        pick(of_month, day::month_length(year, month), edge)
            .map(|of_month| day::number(year, month, of_month))
    };
    let mut allowed = (1..=12_u8).filter(|number| month.matches(u16::from(*number)));
    match edge {
        Edge::First => allowed.find_map(in_month),
        Edge::Last => allowed.rev().find_map(in_month),
    }
}

/// The first or last number from 1 to `most` that the digits allow.
fn pick(digits: Digits<2>, most: u8, edge: Edge) -> Option<u8> {
    let mut allowed = (1..=most).filter(|number| digits.matches(u16::from(*number)));
    match edge {
        Edge::First => allowed.next(),
        Edge::Last => allowed.next_back(),
    }
}

/// From the first day of one month to the last day of another.
fn months(first: i128, month: u8, last: i128, last_month: u8) -> Runs {
    Runs::between(day::number(first, month, 1), day::month_end(last, last_month))
}

/// How precisely a date is said: to its last part of which a digit is known. `156X` is said in decades,
/// `1560-XX` in years, `1560-12-XX` in months, a season in quarters of a year.
fn precision(date: &Date) -> Precision {
    let in_years = match date.year {
        Year::Pattern { digits, .. } => {
            let unknown = digits.0.iter().rev().take_while(|digit| digit.is_none()).count();
            Precision::Months(12 * 10_i128.pow(unknown as u32))
        }
        Year::Number { year, significant } => Precision::Months(12 * place(year, significant)),
    };
    match date.within {
        Within::Day(_, day) if !day.says_nothing() => Precision::Day,
        Within::Day(month, _) | Within::Month(month) if !month.says_nothing() => Precision::Months(1),
        Within::Division(37..=39) => Precision::Months(4),
        Within::Division(40..=41) => Precision::Months(6),
        Within::Division(_) => Precision::Months(3),
        Within::Nothing | Within::Month(_) | Within::Day(..) => in_years,
    }
}

/// A run of days with as much more on each side.
fn wider(days: &Runs, by: Precision) -> Runs {
    let low = days.least().map(|low| match by {
        Precision::Day => low - 1,
        Precision::Months(count) => {
            let first = day::civil(low);
            let (year, month) = day::months_on(first.year, first.month, -count);
            day::number(year, month, 1)
        }
    });
    let high = days.greatest().map(|high| match by {
        Precision::Day => high + 1,
        Precision::Months(count) => {
            let last = day::civil(high);
            let (year, month) = day::months_on(last.year, last.month, count);
            day::month_end(year, month)
        }
    });
    Runs::of([Run::new(low, high)])
}

fn first_to_last(days: &Runs) -> Runs {
    Runs::of([Run::new(days.least(), days.greatest())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::calendar::edtf::parse;

    fn read(text: &str) -> Result<(String, String), Unreadable> {
        let shown = |days: &Runs| {
            let end = |end: Option<i128>| end.map(day::shown).unwrap_or_default();
            let runs = days.runs().iter().map(|run| format!("{}..{}", end(run.low), end(run.high)));
            runs.collect::<Vec<_>>().join(" ")
        };
        let read = bounds(&parse(text)?, text)?;
        assert!(read.soft.within(&read.hard) && !read.soft.is_empty(), "{text}");
        Ok((shown(&read.hard), shown(&read.soft)))
    }

    /// Dates whose hard and soft days are the same.
    const EXACT: [(&str, &str); 35] = [
        ("2024-01-28", "2024-01-28..2024-01-28"),
        ("2024-02", "2024-02-01..2024-02-29"),
        ("2023", "2023-01-01..2023-12-31"),
        ("-0044-03-15", "-0044-03-15..-0044-03-15"),
        ("2024-01-28T23:30:00-05:00", "2024-01-28..2024-01-28"),
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
    const WIDER: [(&str, &str, &str); 22] = [
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
