//! The days that one EDTF date without a time allows: its hard and soft sets.

use super::parts::{Date, Digits, Within, Year};
use crate::value::calendar::day;
use crate::value::shape::{Bounds, Run, Runs};

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

/// The days of a date, its qualifiers regarded; `None` where no day fits it.
pub(super) fn days(date: &Date) -> Option<Bounds> {
    let mut bounds = as_written(date)?;
    if date.doubt.uncertain {
        bounds.hard = Runs::everything();
    } else if date.doubt.approximate {
        bounds.hard = wider(&bounds.hard, precision(date));
    }
    Some(bounds)
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
