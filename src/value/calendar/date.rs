//! Reading a date into hard and soft sets of days (semantics.md, section 1).

use super::day;
use super::edtf::{Edtf, bounds, parse};
use super::english::{Said, dates};
use crate::value::shape::{Bounds, Run};
use crate::value::unreadable::Unreadable;

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

/// Takes an EDTF string apart; a day or a month in English is told its EDTF.
pub(super) fn parsed(text: &str) -> Result<Edtf, Unreadable> {
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
pub(super) fn of_toml<T>(text: &str, read: fn(&str) -> Result<T, Unreadable>) -> Result<T, Unreadable> {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::calendar::shown;
    use crate::value::shape::Runs;

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

    proptest! {
        #[test]
        fn nothing_panics_and_soft_lies_within_hard(text in "[-0-9XTZYES:/.,?~%\\[\\]{}+ é]{0,24}") {
            if let Ok(bounds) = read(&text) {
                prop_assert!(!bounds.soft.is_empty() && bounds.soft.within(&bounds.hard), "{}", text);
                prop_assert!(!shown(&bounds.hard).is_empty());
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
