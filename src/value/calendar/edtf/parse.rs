//! Takes an EDTF string apart, or names the part that is not EDTF: sets, intervals, and where a date ends.

use super::cursor::Cursor;
use super::parts::{Date, Edtf, End, Member, Within, Year};
use crate::value::unreadable::Unreadable;

/// Takes an EDTF string apart.
///
/// # Errors
/// Names the first part that is not EDTF of levels 0 to 2, and what was expected there. Days that no calendar has are
/// refused here where one look tells, else where the date's bounds are made.
pub(crate) fn parse(text: &str) -> Result<Edtf, Unreadable> {
    let mut cursor = Cursor { text, at: 0, end: text.len() };
    match cursor.peek() {
        Some(b'[') => return Ok(Edtf::OneOf(cursor.set(b']')?)),
        Some(b'{') => return Ok(Edtf::AllOf(cursor.set(b'}')?)),
        _ => {}
    }
    if let Some((start, end)) = text.split_once('/') {
        if start.is_empty() && end.is_empty() {
            return Err(cursor.expected("a date or `..` on at least one side of `/`"));
        }
        let start = Cursor { end: start.len(), ..cursor }.end_of_interval()?;
        let end = Cursor { at: text.len() - end.len(), ..cursor }.end_of_interval()?;
        return Ok(Edtf::Interval(start, end));
    }
    let date = cursor.date()?;
    cursor.finish(&date)?;
    Ok(Edtf::Date(date))
}

impl Cursor<'_> {
    fn end_of_interval(mut self) -> Result<End, Unreadable> {
        if matches!(&self.text[self.at..self.end], "" | "..") {
            return Ok(End::Open);
        }
        let date = self.date()?;
        self.finish(&date).map(|()| End::Date(date))
    }

    fn set(&mut self, closing: u8) -> Result<Vec<Member>, Unreadable> {
        self.at += 1;
        let mut members = Vec::new();
        loop {
            let open = self.take_dots();
            if open && !members.is_empty() {
                return Err(Unreadable::new("expected a date, as only the first of a set begins with `..`")
                    .at(self.at - 2..self.at));
            }
            let date = self.date()?;
            let mut goes_on = true;
            members.push(if open {
                Member::Span(End::Open, End::Date(date))
            } else if !self.take_dots() {
                Member::One(date)
            } else if self.peek() == Some(closing) {
                goes_on = false;
                Member::Span(End::Date(date), End::Open)
            } else {
                let last = self.date()?;
                Member::Span(End::Date(date), End::Date(last))
            });
            if goes_on && self.take(b',') {
                continue;
            }
            return match self.take(closing) {
                true if self.at == self.end => Ok(members),
                true => Err(self.expected("the end of the set")),
                false => Err(self.expected(&format!("`,`, `..` or `{}`", char::from(closing)))),
            };
        }
    }

    /// Holds that the date ends where its text does.
    fn finish(&self, date: &Date) -> Result<(), Unreadable> {
        if self.at == self.end {
            return Ok(());
        }
        Err(match (date.within, date.year) {
            (Within::Nothing, Year::Pattern { .. }) => {
                self.expected("`-` and a month, or the end of the date")
            }
            (Within::Month(_), _) => self.expected("`-` and a day, or the end of the date"),
            (Within::Day(..), _) if date.time.is_none() => {
                let why = self.expected("the end of the date");
                match self.text[self.at..self.end].trim_start_matches([' ', ',', 't']).as_bytes() {
                    [b'0'..=b'9', ..] => why.help("a time follows its day behind `T`: `2024-01-28T05:30`"),
                    _ => why,
                }
            }
            _ if date.time.is_some() => {
                let rest = self.text[self.at..self.end].trim_start().to_ascii_lowercase();
                let why = self.expected("the end of the time");
                match rest.chars().next() {
                    _ if ["am", "pm", "a.m", "p.m"].iter().any(|half| rest.starts_with(half)) => {
                        why.help("hours go from 00 to 23: one in the afternoon is `T13:00`")
                    }
                    Some('a'..='z' | '[' | '(') => why.help(
                        "UTC is written `Z`, an offset `+02:00`; a source's zone stands under its `time-zone`",
                    ),
                    _ => why,
                }
            }
            _ => self.expected("the end of the date"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is not EDTF, the part of it that is named, and what was expected there.
    const REFUSED: [(&str, &str, &str); 46] = [
        ("", "", "four digits of a year, found the end"),
        ("unknown", "unknown", "four digits of a year"),
        (" 2024", " ", "four digits of a year, found white space"),
        ("2024-01-28 ", " ", "the end of the date, found white space"),
        ("12345", "12345", "four digits of a year"),
        ("201", "201", "four digits of a year"),
        ("-0000-01-01", "-0000", "four digits of a year after `-`, not all of them 0"),
        ("20240128", "20240128", "four digits of a year"),
        ("2024-1", "1", "a month 01 to 12, a season 21 to 41 or XX"),
        ("2024-13", "13", "a month 01 to 12, a season 21 to 41 or XX"),
        ("2024-2X", "2X", "a month 01 to 12, a season 21 to 41 or XX"),
        ("2024-42", "42", "a month 01 to 12, a season 21 to 41 or XX"),
        ("2024/01", "01", "four digits of a year"),
        ("2024.01", ".01", "`-` and a month, or the end of the date"),
        ("2024-01/28", "28", "four digits of a year"),
        ("2024-01-2", "2", "a day of two digits or XX"),
        ("2024-01-32", "32", "a day 01 to 31 or XX"),
        ("2023-02-29", "29", "a day 01 to 28 or XX"),
        ("20XX-02-30", "30", "a day 01 to 29 or XX"),
        ("2024-21-05", "-05", "the end of the date"),
        ("2024-01-28-05", "-05", "the end of the date"),
        ("2024?~", "~", "one qualifier"),
        ("Y2024", "2024", "five digits of a year or more after `Y`"),
        ("Y02024", "02024", "the digits of a year after `Y`, the first of them not 0"),
        ("Y12345-01", "-01", "the end of the date"),
        ("Y1E", "", "an exponent of digits after `E`, found the end"),
        ("Y1E18", "1E18", "a year of 18 digits or fewer"),
        ("Y1E99999999999999999999", "1E99999999999999999999", "a year of 18 digits or fewer"),
        ("1950S0", "0", "how many digits are significant, 1 or more"),
        ("1950S2-01", "-01", "the end of the date"),
        ("2024-01T05:30:00", "T05", "`-` and a day, or the end of the date"),
        ("2024-01-28t05:30:00", "t05", "the end of the date"),
        ("2024-01-28~T05:30:00", "T05", "the end of the date"),
        ("2024-01-28T", "", "an hour 00 to 23, found the end"),
        ("2024-01-28T05:", "", "minutes 00 to 59, found the end"),
        ("2024-01-28T05:3", "3", "minutes 00 to 59"),
        ("2024-01-28T24:00:00", "24", "an hour 00 to 23"),
        ("2024-01-28T05:30:00.5Z", ".5Z", "the end of the time"),
        ("2024-01-28T05:30:60Z", "60Z", "seconds 00 to 59"),
        ("2024-01-28T05:30:00+0200", "00", "the end of the time"),
        ("2024-01-28T05:30:00+24", "24", "the hours of an offset from UTC, 00 to 23"),
        ("/", "/", "a date or `..` on at least one side of `/`"),
        ("2022/2023/2024", "/2024", "`-` and a month, or the end of the date"),
        ("2024-01-28T05:30:00 GMT", " ", "the end of the time, found white space"),
        ("2024-01T05:30/2024-02", "T05", "`-` and a day, or the end of the date"),
        ("28 January 2024", "28", "four digits of a year"),
    ];

    #[test]
    fn what_is_not_edtf_says_what_was_expected_where() {
        for (text, part, expected) in REFUSED {
            let why = parse(text).unwrap_err();
            assert!(why.message.starts_with(&format!("expected {expected}")), "{text}: {}", why.message);
            assert_eq!(&text[why.at.unwrap()], part, "{text}: {}", why.message);
        }
    }

    #[test]
    fn sets_are_held_together_by_commas_and_the_right_bracket() {
        for (text, expected) in [
            ("[]", "four digits of a year, found `]`"),
            ("[2023", "`,`, `..` or `]`, found the end"),
            ("[2023}", "`,`, `..` or `]`, found `}`"),
            ("[2023, 2024]", "four digits of a year, found white space"),
            ("[2023,,2024]", "four digits of a year, found `,2024`"),
            ("[2023]?", "the end of the set, found `?`"),
            ("[2022,..2023]", "a date, as only the first of a set begins with `..`"),
            ("[2022..,2023]", "four digits of a year, found `,2023`"),
            ("{2023-01-28T05:30:00", "`,`, `..` or `}`, found the end"),
        ] {
            let message = parse(text).unwrap_err().message;
            assert_eq!(message, format!("expected {expected}"), "{text}");
        }
        assert_eq!(parse("[2022,..2023]").unwrap_err().at, Some(6..8));
        let Edtf::OneOf(members) = parse("[..2019,2021-05?,2023..]").unwrap() else { panic!("a set") };
        assert!(matches!(
            members.as_slice(),
            [Member::Span(End::Open, _), Member::One(_), Member::Span(_, End::Open)]
        ));
    }

    #[test]
    fn years_decades_and_centuries_in_other_spellings_are_told_how_to_be_written() {
        let help = |text: &str| parse(text).unwrap_err().help.unwrap_or_default();
        assert_eq!(help("1914-18"), "for the years 1914 to 1918 write `1914/1918`");
        assert_eq!(help("199"), "a decade or a century is written with X: `199X`");
        assert_eq!(help("-19~"), "a decade or a century is written with X: `-19XX`");
        assert_eq!(help("1999-00"), "");
        assert_eq!(help("1914-14"), "");
    }

    #[test]
    fn what_stands_behind_a_time_is_told_where_it_belongs() {
        let help = |text: &str| parse(text).unwrap_err().help.unwrap_or_default();
        let zone = "UTC is written `Z`, an offset `+02:00`; a source's zone stands under its `time-zone`";
        for text in ["2024-01-28T05:30 GMT", "2024-01-28T05:30EST", "2024-01-28T05:30[Asia/Amman]"] {
            assert_eq!(help(text), zone, "{text}");
        }
        assert_eq!(help("2024-01-28T05:30 pm"), "hours go from 00 to 23: one in the afternoon is `T13:00`");
        assert_eq!(help("2024-01-28 05:30"), "a time follows its day behind `T`: `2024-01-28T05:30`");
    }
}
