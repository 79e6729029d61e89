//! Reading a date into hard and soft sets of minutes (semantics.md, section 1).

use super::advice::advised;
use super::edtf::{Edtf, parse, times, written};
use super::zone::Zone;
use crate::value::shape::{Bounds, DAY, Run, Runs, Times};
use crate::value::unreadable::Unreadable;

/// Reads an EDTF string, levels 0 to 2, as sets of minutes. A date covers its days, a time its minute or hour: as UTC where
/// an offset is said or the zone tells it, else as written.
///
/// # Errors
/// What stopped the reading, where, and what was expected; an interval that ends before it begins is
/// `out_of_order`.
pub(crate) fn read(text: &str, zone: Option<&Zone>) -> Result<Times, Unreadable> {
    times(&parsed(text)?, text, zone)
}

/// Reads what TOML takes for a date or a time, in any of TOML's spellings, as [`read`].
///
/// # Errors
/// A time without a day has no place on a calendar.
pub(crate) fn read_toml(text: &str, zone: Option<&Zone>) -> Result<Times, Unreadable> {
    of_toml(text, |text| read(text, zone))
}

/// The days of an EDTF string as they are written, whatever clock they are told by.
///
/// # Errors
/// As [`read`].
pub(crate) fn days(text: &str) -> Result<Bounds, Unreadable> {
    let edtf = parsed(text)?;
    let bounds = written(&edtf, text).or_else(|why| {
        // Of two clocks the hands may run backward where time does not.
        let Times { bounds, clock, .. } = times(&edtf, text, None).map_err(|_| why)?;
        let end = |end: Option<i128>| end.map(|minute| clock.written(minute));
        let set = |set: &Runs| Runs::of(set.runs().iter().map(|run| Run::new(end(run.low), end(run.high))));
        Ok(Bounds { hard: set(&bounds.hard), soft: set(&bounds.soft) })
    })?;
    let day = |end: Option<i128>| end.map(|minute| minute.div_euclid(DAY));
    let set = |set: &Runs| Runs::of(set.runs().iter().map(|run| Run::new(day(run.low), day(run.high))));
    Ok(Bounds { hard: set(&bounds.hard), soft: set(&bounds.soft) })
}

/// As [`days`], of what TOML takes for a date or a time.
///
/// # Errors
/// As [`read_toml`].
pub(crate) fn days_toml(text: &str) -> Result<Bounds, Unreadable> {
    of_toml(text, days)
}

/// Takes an EDTF string apart; where that fails, the form that would do is told.
fn parsed(text: &str) -> Result<Edtf, Unreadable> {
    parse(text).map_err(|why| advised(text, why))
}

/// TOML 1.1 dates in EDTF's spelling: `T` and `Z` in capitals, fractions of seconds left out.
fn of_toml<T>(text: &str, read: impl Fn(&str) -> Result<T, Unreadable>) -> Result<T, Unreadable> {
    if text.as_bytes().get(2) == Some(&b':') {
        let why = Unreadable::new(format!("expected a date, found the time of day `{text}`"));
        return Err(why.help("write the day too: `2024-01-28T05:30:00`").at(0..text.len()));
    }
    let time =
        text.split_at_checked(10).and_then(|(date, rest)| Some((date, rest.strip_prefix(['T', 't', ' '])?)));
    let Some((date, time)) = time else { return read(text) };
    let (clock, zone) = time.split_at(time.find(['Z', 'z', '+', '-']).unwrap_or(time.len()));
    let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
    let edtf = format!("{date}T{clock}{}", zone.to_ascii_uppercase());
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
    use crate::value::calendar::{day, pairs, shown};
    use crate::value::shape::{Clock, Side};

    fn minute(hour: i128, minute: i128) -> Bounds {
        Bounds::exactly(Runs::one(day::number(2024, 1, 28) * DAY + hour * 60 + minute))
    }

    fn all_day(number: i128) -> Runs {
        Runs::between(number * DAY, number * DAY + DAY - 1)
    }

    #[test]
    fn toml_dates_are_read_in_all_their_spellings() {
        let (unsaid, ahead) = (Clock::Unsaid, Clock::Ahead);
        for (text, read_as) in [
            ("2024-01-28T05:30:00Z", (minute(5, 30), ahead(0))),
            ("2024-01-28t05:30:00z", (minute(5, 30), ahead(0))),
            ("2024-01-28 05:30:00.123456-05:00", (minute(10, 30), ahead(-300))),
            ("2024-01-28 05:30", (minute(5, 30), unsaid)),
            ("2024-01-28T05:30+03:00", (minute(2, 30), ahead(180))),
            ("2024-01-28", (Bounds::exactly(all_day(day::number(2024, 1, 28))), unsaid)),
        ] {
            assert_eq!(read_toml(text, None), Ok(Times::new(read_as.0, read_as.1)), "{text}");
            assert_eq!(days_toml(text), Ok(Bounds::exactly(Runs::one(day::number(2024, 1, 28)))), "{text}");
        }
        let why = read_toml("05:30:00", None).unwrap_err();
        assert_eq!(why.message, "expected a date, found the time of day `05:30:00`");
        assert_eq!(read_toml("2024-02-30 05:30", None).unwrap_err().at, Some(0..16));
    }

    #[test]
    fn a_time_without_an_offset_stands_in_its_zone_and_a_date_in_none() {
        let zone = Zone::named("America/New_York").unwrap();
        let read = |text: &str| read(text, Some(&zone)).unwrap();
        assert_eq!(read("2024-01-28T05:30"), Times::new(minute(10, 30), Clock::Ahead(-300)));
        assert_eq!(read("2024-01-28T05:30Z"), Times::new(minute(5, 30), Clock::Ahead(0)));
        assert_eq!(read("2024-01-28").clock, Clock::Unsaid);
        assert_eq!(read("2024-01-28").bounds.hard, all_day(day::number(2024, 1, 28)));
        // The day stands in the offset of the time beside it; a summer's time in its own.
        let summer = read("2024-01-28/2024-07-28T05:30");
        let first = day::number(2024, 1, 28) * DAY + 240;
        let last = day::number(2024, 7, 28) * DAY + 5 * 60 + 30 + 240;
        assert_eq!(summer, Times::new(Bounds::exactly(Runs::between(first, last)), Clock::Ahead(-240)));
        let both = read("[2024-01-28T05:30,2024-07-28T05:30]");
        assert_eq!((both.clock, both.bounds.hard.greatest()), (Clock::Ahead(-300), Some(last)));
        // Of an hour that came twice the minute is either, and so is one that never came.
        assert_eq!(read("2024-11-03T01:30").bounds.hard.runs().len(), 2);
        assert_eq!(read("2024-03-10T02:30").bounds.hard.runs().len(), 2);
    }

    #[test]
    fn days_are_as_written_whatever_the_clock() {
        let on = |month, of_month| day::number(2011, month, of_month);
        for (text, first, last) in [
            ("2011-05-02T01:00+05:00", on(5, 2), on(5, 2)),
            ("2011-05-02T00:00~", on(5, 1), on(5, 2)),
            ("2011-05-01T20:00Z/2011-05-02T01:30+05:00", on(5, 1), on(5, 2)),
            ("2011-05-02T01:00+05:00/2011-05-01T20:30Z", on(5, 2), on(5, 2)),
        ] {
            assert_eq!(days(text).map(|days| days.hard), Ok(Runs::between(first, last)), "{text}");
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
            ("2023-024", None),
            ("02023-24", None),
            ("2x23-24", None),
            ("202X-24", None),
            ("été-24", None),
        ] {
            assert_eq!(looks_like_years(text).as_deref(), years, "{text}");
        }
    }

    /// A minute of May 2011 in EDTF, and the minute of UTC that it is where it is told by a clock.
    fn written_minute(minute: i128, ahead: Option<i16>) -> String {
        let clock = ahead.map_or(Clock::Unsaid, Clock::Ahead);
        let (low, _) = pairs(&Runs::one(minute), clock).remove(0);
        low.expect("it has an end")
    }

    const MAY: i128 = 21_730_000;

    proptest! {
        #[test]
        fn nothing_panics_and_soft_lies_within_hard(text in "[-0-9XTZYES:/.,?~%\\[\\]{}+ é]{0,24}") {
            let zone = Zone::named("Australia/Lord_Howe");
            for read in [read(&text, None), read(&text, zone.as_ref())].into_iter().flatten() {
                let Times { bounds, clock, .. } = read;
                prop_assert!(!bounds.soft.is_empty() && bounds.soft.within(&bounds.hard), "{}", text);
                prop_assert!(!shown(&bounds.hard, clock).is_empty());
            }
            prop_assert_eq!(read(&text, None).is_ok(), days(&text).is_ok(), "{}", text);
            let _ = (read_toml(&text, None), looks_like_years(&text));
        }

        #[test]
        fn any_text_at_all_is_read_or_refused(text in ".{0,40}") {
            for why in [read(&text, None).err(), read_toml(&text, None).err()].into_iter().flatten() {
                prop_assert!(why.at.is_none_or(|at| text.get(at).is_some()));
            }
        }

        #[test]
        fn dates_that_look_like_dates_are_read_within_bounds(
            text in "[?~%]?(-?[0-9X]{4}|Y-?[1-9][0-9]{0,9}E[0-9]{1,2})(-[0-9X]{2}[?~%]?){0,2}(S[1-9])?"
        ) {
            if let Ok(Times { bounds, .. }) = read(&text, None) {
                prop_assert!(!bounds.soft.is_empty() && bounds.soft.within(&bounds.hard), "{}", text);
            }
        }

        #[test]
        fn times_are_read_within_bounds(
            text in "20(11|24)-(03|05|11)-[01][0-9]T[0-2][0-9](:[0-5][0-9]){0,2}(Z|[+-][01][0-9](:[0-5][05])?)?[?~%]?"
        ) {
            for zone in [None, Zone::named("America/New_York"), Zone::named("Australia/Lord_Howe")] {
                if let Ok(Times { bounds, .. }) = read(&text, zone.as_ref()) {
                    prop_assert!(!bounds.soft.is_empty() && bounds.soft.within(&bounds.hard), "{}", text);
                }
            }
        }

        #[test]
        fn a_day_reads_as_itself(number in -4_371_586_i128..=2_932_896) {
            let text = day::shown(number);
            let all = Bounds::exactly(all_day(number));
            prop_assert_eq!(read(&text, None), Ok(Times::new(all, Clock::Unsaid)));
            prop_assert_eq!(days(&text), Ok(Bounds::exactly(Runs::one(number))));
        }

        #[test]
        fn an_interval_runs_from_its_one_day_to_the_other(a in -700_000_i128..900_000, b in -700_000_i128..900_000) {
            let interval = days(&format!("{}/{}", day::shown(a), day::shown(b)));
            if a <= b {
                prop_assert_eq!(interval, Ok(Bounds::exactly(Runs::between(a, b))));
            } else {
                prop_assert!(interval.is_err_and(|why| why.out_of_order));
            }
        }

        /// No time is dropped: two of them share where they are one instant, and nowhere else. Where one has no offset,
        /// they share where some offset makes them one.
        #[test]
        fn two_times_share_where_they_are_one_instant(
            (a, b) in (0..4000_i128, 0..4000_i128),
            near in prop::option::of(-1..=1_i128),
            (x, y) in (prop::option::of(-48..=56_i16), prop::option::of(-48..=56_i16)),
        ) {
            let (x, y) = (x.map(|x| x * 15), y.map(|y| y * 15));
            let a = MAY + a;
            // Often the same instant, or one beside it.
            let b = near.map_or(MAY + b, |near| a + near);
            let (one, other) = (written_minute(a, x), written_minute(b, y));
            let read = |text: &str| read(text, None).expect("it is EDTF");
            let shares = read(&one).shares(&read(&other), Side::Hard);
            let anywhere = -12 * 60..=14 * 60_i128;
            let is_one = match (x, y) {
                (Some(_), Some(_)) | (None, None) => a == b,
                (Some(_), None) => anywhere.clone().any(|ahead| b - ahead == a),
                (None, Some(_)) => anywhere.clone().any(|ahead| a - ahead == b),
            };
            prop_assert_eq!(shares, is_one, "{} and {}", one, other);
            let soft = read(&one).shares(&read(&other), Side::Soft);
            let as_written = match (x, y) {
                (Some(x), None) => a + i128::from(x) == b,
                (None, Some(y)) => b + i128::from(y) == a,
                _ => a == b,
            };
            prop_assert_eq!(soft, as_written, "{} and {}", one, other);
        }
    }
}
