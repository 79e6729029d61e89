//! What form would do for a date that could not be read as it is written.

use super::day;
use super::edtf::parse;
use super::english::{Said, dates};
use super::old_style;
use crate::value::shape::Run;
use crate::value::unreadable::Unreadable;

/// A refusal with what would do: for a time without its day and a date of two calendars in any case, for one in English
/// where the refusal does not say so itself.
pub(super) fn advised(text: &str, why: Unreadable) -> Unreadable {
    match time_of_day(text).or_else(|| old_style::help(text)) {
        Some(help) => why.help(help),
        None if why.help.is_some() => why,
        None => match as_edtf(text) {
            Some(edtf) => why.help(format!("EDTF writes this date `{edtf}`")),
            None => why,
        },
    }
}

/// What a time of day lacks: `11:45`, `T11:45Z`, the end of `2024-01-28T05:30/07:30`.
fn time_of_day(text: &str) -> Option<String> {
    let (start, clock) = text.split_once('/').unwrap_or(("", text));
    let day = start.get(..10).filter(|day| parse(day).is_ok()).unwrap_or("2024-01-28");
    let clock = clock.strip_prefix('T').unwrap_or(clock);
    let (hour, rest) = clock.split_once(':')?;
    let is_hour = matches!(hour.len(), 1 | 2) && hour.bytes().all(|byte| byte.is_ascii_digit());
    let is_minute = rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_digit());
    (is_hour && is_minute).then(|| format!("write the day too: `{day}T{hour:0>2}:{}`", &rest[..2]))
}

/// The EDTF of one day or one month in English, of a day with its time too.
pub(crate) fn as_edtf(text: &str) -> Option<String> {
    if let Some((day, time)) = text.trim_end().rsplit_once([' ', ',']) {
        let (hour, minute) = time.split_once(':').unwrap_or_default();
        let two = |digits: &str, most: u8| digits.parse().is_ok_and(|number: u8| number <= most);
        if two(hour, 23) && minute.len() == 2 && two(minute, 59) {
            let day = day.trim_end_matches([' ', ',']);
            let day = as_edtf(day.strip_suffix(" at").unwrap_or(day)).filter(|edtf| edtf.len() == 10)?;
            return Some(format!("{day}T{hour:0>2}:{minute}"));
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::calendar::edtf::Edtf;

    fn read(text: &str) -> Result<Edtf, Unreadable> {
        parse(text).map_err(|why| advised(text, why))
    }

    #[test]
    fn a_time_of_day_is_told_to_write_the_day() {
        for (text, time) in [("11:45", "11:45"), ("9:05:30Z", "09:05"), ("T11:45+03:00", "11:45")] {
            let help = read(text).unwrap_err().help;
            assert_eq!(help, Some(format!("write the day too: `2024-01-28T{time}`")), "{text}");
        }
        let help = read("2011-05-02T05:30/07:30").unwrap_err().help;
        assert_eq!(help.as_deref(), Some("write the day too: `2011-05-02T07:30`"));
    }

    #[test]
    fn dates_in_english_are_told_their_edtf() {
        for (text, help) in [
            ("28 January 2024", Some("EDTF writes this date `2024-01-28`")),
            ("Jan. 28, 2024", Some("EDTF writes this date `2024-01-28`")),
            ("January 2024", Some("EDTF writes this date `2024-01`")),
            ("28 January 2024, 9:05", Some("EDTF writes this date `2024-01-28T09:05`")),
            ("January 28, 2024 at 21:05", Some("EDTF writes this date `2024-01-28T21:05`")),
            ("January 2024, 21:05", None),
            ("3/4/2024", None),
            ("spring 2023", None),
            ("since January 2024", None),
        ] {
            assert_eq!(read(text).unwrap_err().help.as_deref(), help, "{text}");
        }
    }
}
