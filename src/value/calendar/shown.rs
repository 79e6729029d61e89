//! Days as they are shown: for people, and as the pairs of ends that JSON has.

use super::day;
use crate::value::shape::{Run, Runs};

/// Days for people: `28 January 2024`, `January 2024`, `2020`, `7 October 2023 to 11 February 2024`,
/// `from 7 October 2023`, `until 11 February 2024`, `any day`; several runs joined by `or`.
pub(crate) fn shown(days: &Runs) -> String {
    if days.is_empty() {
        return "no day".to_owned();
    }
    days.runs().iter().map(|run| shown_run(*run)).collect::<Vec<_>>().join(" or ")
}

/// Days for JSON: the first and last day of each run as `YYYY-MM-DD` (see [`day::shown`]), `None` where unbounded.
pub(crate) fn pairs(days: &Runs) -> Vec<(Option<String>, Option<String>)> {
    days.runs().iter().map(|run| (run.low.map(day::shown), run.high.map(day::shown))).collect()
}

fn shown_run(run: Run) -> String {
    let (low, high) = match (run.low, run.high) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::calendar::date::read;

    #[test]
    fn days_are_shown_as_people_say_them() {
        for (text, days) in [
            ("2024-01-28", "28 January 2024"),
            ("2024-02", "February 2024"),
            ("2020", "2020"),
            ("199X", "1990 to 1999"),
            ("2023-10/2024-01", "October 2023 to January 2024"),
            ("2023-10-07/2024-02-11", "7 October 2023 to 11 February 2024"),
            ("2023-10-07/..", "from 7 October 2023"),
            ("../2024", "until 31 December 2024"),
            ("2024?", "any day"),
            ("[2019,2021-05-03]", "2019 or 3 May 2021"),
            ("-0044-03-15", "15 March -0044"),
        ] {
            assert_eq!(shown(&read(text).unwrap().hard), days, "{text}");
        }
        assert_eq!(shown(&Runs::default()), "no day");
        let known = |day: &str| Some(day.to_owned());
        assert_eq!(pairs(&read("2023-10-07/..").unwrap().hard), [(known("2023-10-07"), None)]);
        assert_eq!(pairs(&read("2023-02").unwrap().hard), [(known("2023-02-01"), known("2023-02-28"))]);
    }
}
