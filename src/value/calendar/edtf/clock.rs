//! Takes the time of an EDTF date apart: hour, minute, seconds and offset.

use super::cursor::Cursor;
use super::parts::{Date, Doubt, Time};
use crate::value::unreadable::Unreadable;

const SECONDS: &str = "seconds 00 to 59";

impl Cursor<'_> {
    /// Level 0, Date and Time: `Thh:mm:ss`, then nothing, `Z`, or an offset `+hh` or `-hh` with or without `:mm`. Seconds
    /// may be left out, and minutes with them.
    pub(super) fn time(&mut self, date: &Date) -> Result<Time, Unreadable> {
        if date.doubt != Doubt::default() || !date.is_one_day() {
            let help = "a day with a time has no X, and its qualifier stands last: `2024-01-28T05:30~`";
            return Err(self.expected("the end of the date").help(help));
        }
        self.at += 1;
        let hour_at = self.at;
        let hour = self.two("an hour 00 to 23", 23).map_err(|why| match &self.text[hour_at..self.end] {
            midnight if midnight.starts_with("24") => why.help("the end of a day is `T00:00` of the next"),
            _ => why,
        })?;
        if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(self.expected("`:` and minutes").help("a time is written `T05:30`"));
        }
        let minute = if self.take(b':') { Some(self.two("minutes 00 to 59", 59)?) } else { None };
        let second_at = self.at + 1;
        let second = if minute.is_some() && self.take(b':') { self.two(SECONDS, 60)? } else { 0 };
        let ahead = self.offset()?;
        match self.peek() {
            Some(b'.' | b',') if !self.is_at_dots() && !self.is_in_set() => {
                return Err(self.expected("the end of the time").help("EDTF has no fractions of a second"));
            }
            Some(b'z') if ahead.is_none() => {
                return Err(self.expected("the end of the time").help("UTC is written `Z`"));
            }
            Some(b'0'..=b'9') => {
                let help = "an offset from UTC is written `+02` or `+02:30`";
                return Err(self.expected("the end of the time").help(help));
            }
            _ => {}
        }
        // A leap second is the last of a day of UTC.
        let of_utc = i16::from(hour) * 60 + minute.map_or(0, i16::from) - ahead.unwrap_or(0);
        if second == 60 && of_utc.rem_euclid(24 * 60) != 24 * 60 - 1 {
            return Err(self.expected_at(second_at, SECONDS));
        }
        Ok(Time { hour, minute, ahead })
    }

    fn is_at_dots(&self) -> bool {
        self.text[self.at..self.end].starts_with("..")
    }

    fn is_in_set(&self) -> bool {
        self.text.starts_with(['[', '{']) && self.peek() == Some(b',')
    }

    /// Minutes ahead of UTC, where anything is said of it.
    fn offset(&mut self) -> Result<Option<i16>, Unreadable> {
        if self.take(b'Z') {
            return Ok(Some(0));
        }
        let sign = if self.take(b'+') {
            1
        } else if self.take(b'-') {
            -1
        } else {
            return Ok(None);
        };
        let hours = self.two("the hours of an offset from UTC, 00 to 23", 23)?;
        let has_minutes = self.take(b':');
        let minutes =
            if has_minutes { self.two("the minutes of an offset from UTC, 00 to 59", 59)? } else { 0 };
        Ok(Some(sign * (i16::from(hours) * 60 + i16::from(minutes))))
    }

    /// Two digits of at most so much.
    fn two(&mut self, what: &str, most: u8) -> Result<u8, Unreadable> {
        let start = self.at;
        let number = self.digits::<2>(what)?.exact().and_then(|number| u8::try_from(number).ok());
        number.filter(|number| *number <= most).ok_or_else(|| self.expected_at(start, what))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Result<Time, Unreadable> {
        Cursor { text, at: 0, end: text.len() }.date().map(|date| date.time.unwrap())
    }

    #[test]
    fn a_time_is_an_hour_or_a_minute_and_its_offset() {
        for (text, hour, minute, ahead) in [
            ("2024-01-28T05", 5, None, None),
            ("2024-01-28T05Z", 5, None, Some(0)),
            ("2024-01-28T05-03", 5, None, Some(-180)),
            ("2024-01-28T05:30", 5, Some(30), None),
            ("2024-01-28T05:30Z", 5, Some(30), Some(0)),
            ("2024-01-28T05:30:59", 5, Some(30), None),
            ("2024-01-28T23:59:60Z", 23, Some(59), Some(0)),
            ("2024-01-29T04:59:60+05:00", 4, Some(59), Some(300)),
            ("2024-01-28T18:59:60-05:00", 18, Some(59), Some(-300)),
            ("2024-01-28T05:30+05:45", 5, Some(30), Some(345)),
            ("2024-01-28T05:30:00-00:30", 5, Some(30), Some(-30)),
            ("2024-01-28T05:30~", 5, Some(30), None),
            ("2024-01-28T05:30Z?", 5, Some(30), Some(0)),
        ] {
            assert_eq!(time(text), Ok(Time { hour, minute, ahead }), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_says_what_would_be() {
        for (text, help) in [
            (
                "2024-01-28~T05:30",
                "a day with a time has no X, and its qualifier stands last: `2024-01-28T05:30~`",
            ),
            (
                "2024-01-2XT05:30",
                "a day with a time has no X, and its qualifier stands last: `2024-01-28T05:30~`",
            ),
            ("2024-01-28T24:00", "the end of a day is `T00:00` of the next"),
            ("2024-01-28T0530", "a time is written `T05:30`"),
            ("2024-01-28T05:30:00.5", "EDTF has no fractions of a second"),
            ("2024-01-28T05:30:00,5", "EDTF has no fractions of a second"),
            ("2024-01-28T05:30z", "UTC is written `Z`"),
            ("2024-01-28T05:30+0530", "an offset from UTC is written `+02` or `+02:30`"),
        ] {
            assert_eq!(time(text).unwrap_err().help.as_deref(), Some(help), "{text}");
        }
        for text in ["2024-01-28T25:00", "2024-01-28T23:59:60+05:00"] {
            assert_eq!(time(text).unwrap_err().help, None, "{text}");
        }
    }
}
