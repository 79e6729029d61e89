//! Reading a date into hard and soft sets of days, and a time into the seconds it covers (semantics.md, sections 1 and 3).

use crate::value::calendar::day;
use crate::value::calendar::edtf::Edtf;
use crate::value::calendar::edtf::bounds::bounds;
use crate::value::calendar::edtf::parse::parse;
use crate::value::calendar::english::prose::dates;
use crate::value::calendar::english::said::Said;
use crate::value::shape::{Bounds, Run, Runs};
use crate::value::unreadable::Unreadable;

/// When something holds: seconds since 1970-01-01T00:00:00Z, inclusive; `None` is unbounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Moments {
    pub(crate) first: Option<i128>,
    pub(crate) last: Option<i128>,
}

const SECONDS_IN_A_DAY: i128 = 86_400;

/// Reads an EDTF string, levels 0 to 2, as sets of day numbers. The day of a time is the day as written.
///
/// # Errors
/// What stopped the reading, where, and what was expected; an interval that ends before it begins is
/// `out_of_order`.
pub(crate) fn read(text: &str) -> Result<Bounds, Unreadable> {
    bounds(&parsed(text)?, text)
}

/// Reads what TOML takes for a date or a time, in any of TOML's spellings.
///
/// # Errors
/// A time without a day has no place on a calendar.
pub(crate) fn read_toml(text: &str) -> Result<Bounds, Unreadable> {
    of_toml(text, read)
}

/// Reads an EDTF string as the moments from first to last of its hard set. A date covers its days, a time its one
/// second: as UTC where it says its offset, else as written.
///
/// # Errors
/// As [`read`].
pub(crate) fn moments(text: &str) -> Result<Moments, Unreadable> {
    let edtf = parsed(text)?;
    if let Edtf::Time(time) = edtf {
        let second = Some(time.day * SECONDS_IN_A_DAY + time.second - time.ahead.unwrap_or(0));
        return Ok(Moments { first: second, last: second });
    }
    let hard = bounds(&edtf, text)?.hard;
    Ok(Moments {
        first: hard.least().map(|day| day * SECONDS_IN_A_DAY),
        last: hard.greatest().map(|day| day * SECONDS_IN_A_DAY + SECONDS_IN_A_DAY - 1),
    })
}

/// Reads what TOML takes for a date or a time as the moments it covers.
///
/// # Errors
/// As [`read_toml`].
pub(crate) fn moments_toml(text: &str) -> Result<Moments, Unreadable> {
    of_toml(text, moments)
}

/// Takes an EDTF string apart; a day or a month in English is told its EDTF.
fn parsed(text: &str) -> Result<Edtf, Unreadable> {
    parse(text).map_err(|why| match (why.help.is_none(), in_english(text)) {
        (true, Some(edtf)) => why.help(format!("EDTF writes this date `{edtf}`")),
        _ => why,
    })
}

/// The EDTF of one day or one month in English.
fn in_english(text: &str) -> Option<String> {
    let spoken = dates(text);
    let [date] = spoken.as_slice() else { return None };
    let (Said::Days(days), true) = (&date.said, date.at == (0..text.len())) else { return None };
    let [Run { low: Some(low), high: Some(high) }] = days.hard.runs() else { return None };
    let first = day::civil(*low);
    match low == high {
        true => Some(day::shown(*low)),
        false if first.day == 1 && *high == day::month_end(first.year, first.month) => {
            Some(format!("{}-{:02}", day::shown_year(first.year), first.month))
        }
        false => None,
    }
}

/// TOML 1.1 dates in EDTF's spelling: `T` and `Z` in capitals, seconds written, fractions of them left out.
fn of_toml<T>(text: &str, read: fn(&str) -> Result<T, Unreadable>) -> Result<T, Unreadable> {
    if text.as_bytes().get(2) == Some(&b':') {
        let why = Unreadable::new(format!("expected a date, found the time of day `{text}`"));
        return Err(why.help("write the day too: `2024-01-28T05:30:00`").at(0..text.len()));
    }
    let time =
        text.split_at_checked(10).and_then(|(date, rest)| Some((date, rest.strip_prefix(['T', 't', ' '])?)));
    let Some((date, time)) = time else { return read(text) };
    let (clock, zone) = time.split_at(time.find(['Z', 'z', '+', '-']).unwrap_or(time.len()));
    let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
    let seconds = if clock.len() == "05:30".len() { ":00" } else { "" };
    let edtf = format!("{date}T{clock}{seconds}{}", zone.to_ascii_uppercase());
    read(&edtf).map_err(|why| Unreadable { at: Some(0..text.len()), ..why })
}

/// The interval of years that `2023-24` may have been meant for, `2023/2024`, though EDTF reads a season.
///
/// A season, or another part of a year 21 to 41, can be told from an abbreviated year by nothing but its number: it
/// is asked about where it would make an interval of at most ten years. `1914-18` is no season and is not read at all.
pub(crate) fn looks_like_years(text: &str) -> Option<String> {
    let plain = text.trim_end_matches(['?', '~', '%']);
    let qualifier = &text[plain.len()..];
    let (first, last) = plain.split_once('-').filter(|(first, last)| first.len() == 4 && last.len() == 2)?;
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(first) || !is_number(last) {
        return None;
    }
    let (of_century, end): (u8, u8) = (first[2..].parse().ok()?, last.parse().ok()?);
    let years = end.checked_sub(of_century)?;
    ((21..=41).contains(&end) && (1..=10).contains(&years))
        .then(|| format!("{first}{qualifier}/{}{last}{qualifier}", &first[..2]))
}

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
    use proptest::prelude::*;

    /// The day of a moment.
    fn day_of(second: Option<i128>) -> Option<i128> {
        second.map(|second| second.div_euclid(SECONDS_IN_A_DAY))
    }

    use super::*;

    #[test]
    fn toml_dates_are_read_in_all_their_spellings() {
        let day = Runs::one(day::number(2024, 1, 28));
        for text in [
            "2024-01-28",
            "2024-01-28T05:30:00Z",
            "2024-01-28t05:30:00z",
            "2024-01-28 05:30:00.123456-05:00",
            "2024-01-28 05:30",
            "2024-01-28T05:30+03:00",
        ] {
            assert_eq!(read_toml(text), Ok(Bounds::exactly(day.clone())), "{text}");
        }
        let why = read_toml("05:30:00").unwrap_err();
        assert_eq!(why.message, "expected a date, found the time of day `05:30:00`");
        assert_eq!(read_toml("2024-02-30 05:30").unwrap_err().at, Some(0..16));
    }

    #[test]
    fn dates_in_english_are_told_their_edtf() {
        for (text, help) in [
            ("28 January 2024", Some("EDTF writes this date `2024-01-28`")),
            ("Jan. 28, 2024", Some("EDTF writes this date `2024-01-28`")),
            ("January 2024", Some("EDTF writes this date `2024-01`")),
            ("3/4/2024", None),
            ("spring 2023", None),
            ("since January 2024", None),
        ] {
            assert_eq!(read(text).unwrap_err().help.as_deref(), help, "{text}");
        }
    }

    #[test]
    fn a_time_is_a_second_and_a_date_its_whole_days() {
        for (text, first, last) in [
            ("1970-01-01", Some(0), Some(86_399)),
            ("1970-01-02T00:00:00", Some(86_400), Some(86_400)),
            ("1970-01-01T03:00:00+03:00", Some(0), Some(0)),
            ("1969-12-31T19:00:01-05", Some(1), Some(1)),
            ("1970-01-01T23:59:60Z", Some(86_399), Some(86_399)),
            ("1970-01-02T08:59:60+09:00", Some(86_399), Some(86_399)),
            ("1970-01-01/", Some(0), None),
            ("1970-01-02~", Some(0), Some(3 * 86_400 - 1)),
            ("1970-01-02?", None, None),
            ("[1970-01-01,1970-01-03]", Some(0), Some(3 * 86_400 - 1)),
        ] {
            assert_eq!(moments(text), Ok(Moments { first, last }), "{text}");
        }
        let half_past = moments_toml("1970-01-01 00:30:00.9Z").unwrap();
        assert_eq!(half_past.first, Some(1800));
        let before_utc = moments("2024-01-28T23:30:00-05:00").unwrap();
        assert_eq!(day_of(before_utc.first), Some(day::number(2024, 1, 29)));
        assert_eq!(day_of(moments("1969").unwrap().last), Some(-1));
    }

    #[test]
    fn abbreviated_years_are_told_from_seasons() {
        for (text, years) in [
            ("2023-24", Some("2023/2024")),
            ("2021-23", Some("2021/2023")),
            ("2020-24~", Some("2020~/2024~")),
            ("1931-41", Some("1931/1941")),
            ("2001-21", None),
            ("2024-24", None),
            ("2099-21", None),
            ("2010-11", None),
            ("1914-18", None),
            ("2023-24-01", None),
            ("202X-24", None),
            ("été-24", None),
        ] {
            assert_eq!(looks_like_years(text).as_deref(), years, "{text}");
        }
    }

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

    proptest! {
        #[test]
        fn nothing_panics_and_soft_lies_within_hard(text in "[-0-9XTZYES:/.,?~%\\[\\]{}+ é]{0,24}") {
            if let Ok(bounds) = read(&text) {
                prop_assert!(!bounds.soft.is_empty() && bounds.soft.within(&bounds.hard), "{}", text);
                prop_assert!(!shown(&bounds.hard).is_empty() && moments(&text).is_ok());
            }
            let _ = (read_toml(&text), looks_like_years(&text));
        }

        #[test]
        fn any_text_at_all_is_read_or_refused(text in ".{0,40}") {
            for why in [read(&text).err(), read_toml(&text).err()].into_iter().flatten() {
                prop_assert!(why.at.is_none_or(|at| text.get(at).is_some()));
            }
        }

        #[test]
        fn dates_that_look_like_dates_are_read_within_bounds(
            text in "[?~%]?(-?[0-9X]{4}|Y-?[1-9][0-9]{0,9}E[0-9]{1,2})(-[0-9X]{2}[?~%]?){0,2}(S[1-9])?"
        ) {
            if let Ok(bounds) = read(&text) {
                prop_assert!(!bounds.soft.is_empty() && bounds.soft.within(&bounds.hard), "{}", text);
            }
        }

        #[test]
        fn a_day_reads_as_itself(number in -4_371_586_i128..=2_932_896) {
            let text = day::shown(number);
            prop_assert_eq!(read(&text), Ok(Bounds::exactly(Runs::one(number))));
            prop_assert_eq!(moments(&text).map(|m| (day_of(m.first), day_of(m.last))), Ok((Some(number), Some(number))));
        }

        #[test]
        fn an_interval_runs_from_its_one_day_to_the_other(a in -700_000_i128..900_000, b in -700_000_i128..900_000) {
            let interval = read(&format!("{}/{}", day::shown(a), day::shown(b)));
            if a <= b {
                prop_assert_eq!(interval, Ok(Bounds::exactly(Runs::between(a, b))));
            } else {
                prop_assert!(interval.is_err_and(|why| why.out_of_order));
            }
        }
    }
}
