//! Moments as pages write them, in EDTF. What could be two days is none.

use jiff::fmt::{rfc2822, strtime};
use jiff::{Timestamp, ZonedDateTime};

use crate::value::calendar::date;

/// How else pages write moments and days.
const FORMS: [&str; 9] = [
    "%a %b %d %Y %H:%M:%S GMT%z",
    "%Y/%m/%d",
    "%Y%m%d",
    "%B %d, %Y",
    "%b %d, %Y",
    "%b. %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%A, %B %d, %Y",
];

/// A moment in EDTF: to the minute where its offset is known and it is no midnight, else the day. `None` where it cannot be
/// read, or may be another.
pub(super) fn moment(words: &str) -> Option<String> {
    let words = words.trim();
    let edtf = of_seconds(words).or_else(|| of_iso(words)).or_else(|| of_words(words));
    let edtf = edtf.unwrap_or_else(|| words.to_owned());
    date::read(&edtf, None).is_ok().then_some(edtf)
}

/// The day that a moment in EDTF begins with.
pub(super) fn day(edtf: &str) -> Option<&str> {
    let day = edtf.get(..10)?;
    let is_day = date::days(day).is_ok_and(|days| days.hard.least() == days.hard.greatest());
    is_day.then_some(day)
}

/// Seconds since 1970, as `@1706522400`.
fn of_seconds(words: &str) -> Option<String> {
    let seconds: f64 = words.strip_prefix('@')?.parse().ok()?;
    let at = Timestamp::from_second(seconds as i64).ok()?;
    Some(shown(&at.strftime("%Y-%m-%d").to_string(), &at.strftime("%H:%M").to_string(), "Z"))
}

/// ISO 8601 as far as pages keep to it: a blank for `T`, seconds and their parts, an offset without a colon.
fn of_iso(words: &str) -> Option<String> {
    let day = words.get(..10).filter(|day| date::days(day).is_ok() && day.matches('-').count() == 2)?;
    let rest = &words[10..];
    let Some(rest) = rest.strip_prefix(['T', 't', ' ']).map(str::trim) else {
        return rest.is_empty().then(|| day.to_owned());
    };
    let clock = rest.get(..5).filter(|clock| is_clock(clock))?;
    let rest = &rest[5..];
    let seconds = rest.strip_prefix(':').unwrap_or("");
    let rest = match seconds {
        "" => rest,
        seconds => seconds.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')),
    };
    match rest.trim() {
        "" => Some(day.to_owned()),
        "Z" | "z" | "UTC" | "GMT" => Some(shown(day, clock, "Z")),
        offset => Some(shown(day, clock, &of_offset(offset)?)),
    }
}

/// `+0100`, `+01`, `+01:00` as `+01:00`.
fn of_offset(words: &str) -> Option<String> {
    let (sign, digits) = (words.get(..1)?, words.get(1..)?.replace(':', ""));
    let is_offset = ["+", "-"].contains(&sign) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (hours, minutes) = match digits.len() {
        2 if is_offset => (digits.as_str(), "00"),
        4 if is_offset => digits.split_at(2),
        _ => return None,
    };
    Some(if (hours, minutes) == ("00", "00") { "Z".to_owned() } else { format!("{sign}{hours}:{minutes}") })
}

fn is_clock(words: &str) -> bool {
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    words.split_once(':').is_some_and(|(hours, minutes)| digits(hours) && digits(minutes))
}

/// As mail and prose have it.
fn of_words(words: &str) -> Option<String> {
    if let Ok(at) = rfc2822::parse(words) {
        return Some(of_zoned(&at));
    }
    // The name of a zone stands behind its offset.
    let own = words.split(" (").next().unwrap_or(words);
    FORMS.iter().find_map(|form| {
        let read = strtime::parse(form, own).ok()?;
        match read.to_zoned_datetime() {
            Ok(at) => Some(of_zoned(&at)),
            Err(_) => read.to_date().ok().map(|date| date.to_string()),
        }
    })
}

fn of_zoned(at: &ZonedDateTime) -> String {
    let offset = of_offset(&at.strftime("%:z").to_string()).unwrap_or_default();
    shown(&at.date().to_string(), &at.strftime("%H:%M").to_string(), &offset)
}

/// A midnight is what a day without a time is written as.
fn shown(day: &str, clock: &str, offset: &str) -> String {
    if clock == "00:00" { day.to_owned() } else { format!("{day}T{clock}{offset}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_pages_write_them() {
        for (words, edtf) in [
            ("2024-01-29", "2024-01-29"),
            ("2024-01-29T10:05:00Z", "2024-01-29T10:05Z"),
            ("2024-01-29T10:05:00.000+00:00", "2024-01-29T10:05Z"),
            ("2024-01-29T10:05:00+0100", "2024-01-29T10:05+01:00"),
            ("2024-01-29 10:05:00-05", "2024-01-29T10:05-05:00"),
            ("2024-01-29 10:05:00.123456+00:00", "2024-01-29T10:05Z"),
            ("2024-01-29T10:05", "2024-01-29"),
            ("2024-01-29 10:05:33", "2024-01-29"),
            ("2024-01-29T00:00:00Z", "2024-01-29"),
            ("2024/01/29", "2024-01-29"),
            ("20240129", "2024-01-29"),
            ("January 29, 2024", "2024-01-29"),
            ("Jan 9, 2024", "2024-01-09"),
            ("29 January 2024", "2024-01-29"),
            ("Mon, 29 Jan 2024 10:05:00 +0100", "2024-01-29T10:05+01:00"),
            ("Mon Jan 29 2024 10:05:00 GMT+0100 (Central European Standard Time)", "2024-01-29T10:05+01:00"),
            ("@1706522700", "2024-01-29T10:05Z"),
            ("2024-01", "2024-01"),
            ("2024", "2024"),
        ] {
            assert_eq!(moment(words).as_deref(), Some(edtf), "{words}");
        }
    }

    #[test]
    fn what_may_be_two_days_or_is_none_is_not_read() {
        for words in
            ["01/02/2024", "yesterday", "", "2024-13-29", "2024-01-29T10:05:00+1", "@x", "1706522700"]
        {
            assert_eq!(moment(words), None, "{words}");
        }
        assert_eq!(
            (day("2024-01-29T10:05Z"), day("2024-01"), day("2024-01/2024-02")),
            (Some("2024-01-29"), None, None)
        );
    }
}
