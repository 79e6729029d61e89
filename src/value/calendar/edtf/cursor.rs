//! Takes one EDTF date apart: years, months, days, seasons and qualifiers.

use super::parts::{Date, Digits, Doubt, Within, Year};
use crate::value::calendar::day;
use crate::value::unreadable::Unreadable;

/// The bytes of `text` from `at` to `end`, read from the left.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) end: usize,
}

/// The most digits a year may have, so that its minutes fit whatever is done to them.
const MOST_DIGITS: usize = 18;

const YEAR: &str = "four digits of a year";

impl<'a> Cursor<'a> {
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes()[..self.end].get(self.at).copied()
    }

    pub(super) fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn take_dots(&mut self) -> bool {
        let is_next = self.text.as_bytes()[self.at..self.end].starts_with(b"..");
        self.at += if is_next { 2 } else { 0 };
        is_next
    }

    /// Refuses what stands at the cursor.
    pub(super) fn expected(&self, what: &str) -> Unreadable {
        self.expected_at(self.at, what)
    }

    /// Refuses the part that begins at `start`.
    pub(super) fn expected_at(&self, start: usize, what: &str) -> Unreadable {
        let rest = &self.text[start..self.end];
        let Some(first) = rest.chars().next() else {
            let found = if self.end == self.text.len() { "the end" } else { "nothing" };
            return Unreadable::new(format!("expected {what}, found {found}")).at(start..start);
        };
        if first.is_whitespace() {
            let at = start..start + first.len_utf8();
            return Unreadable::new(format!("expected {what}, found white space")).at(at);
        }
        let is_end = |c: char| c.is_whitespace() || "-/,.:[]{}".contains(c);
        let length = rest.char_indices().skip(1).find(|(_, c)| is_end(*c)).map_or(rest.len(), |(at, _)| at);
        let found = &rest[..length];
        Unreadable::new(format!("expected {what}, found `{found}`")).at(start..start + length)
    }

    /// A date of any precision, as far as it goes; what follows is the caller's to judge.
    pub(super) fn date(&mut self) -> Result<Date, Unreadable> {
        let start = self.at;
        let mut doubt = Doubt::default();
        self.qualifier(&mut doubt)?;
        let year = if self.take(b'Y') { self.long_year()? } else { self.year()? };
        self.qualifier(&mut doubt)?;
        let mut within = Within::Nothing;
        if matches!(year, Year::Pattern { .. }) && self.take(b'-') {
            self.qualifier(&mut doubt)?;
            within = self.month(year)?;
            self.qualifier(&mut doubt)?;
            if let Within::Month(month) = within
                && self.take(b'-')
            {
                self.qualifier(&mut doubt)?;
                within = Within::Day(month, self.day(year, month)?);
                self.qualifier(&mut doubt)?;
            }
        }
        let mut date = Date { year, within, time: None, doubt, at: start..self.at };
        if matches!(within, Within::Day(..)) && self.peek() == Some(b'T') {
            date.time = Some(self.time(&date)?);
            self.qualifier(&mut date.doubt)?;
            date.at.end = self.at;
        }
        Ok(date)
    }

    fn qualifier(&mut self, doubt: &mut Doubt) -> Result<(), Unreadable> {
        let is_qualifier = |byte: Option<u8>| matches!(byte, Some(b'?' | b'~' | b'%'));
        let Some(byte) = self.peek().filter(|byte| is_qualifier(Some(*byte))) else { return Ok(()) };
        self.at += 1;
        doubt.uncertain |= byte != b'~';
        doubt.approximate |= byte != b'?';
        if is_qualifier(self.peek()) {
            return Err(self.expected("one qualifier").help("`%` says uncertain and approximate together"));
        }
        Ok(())
    }

    pub(super) fn digits<const N: usize>(&mut self, what: &str) -> Result<Digits<N>, Unreadable> {
        let start = self.at;
        let mut digits = [None; N];
        for digit in &mut digits {
            *digit = match self.peek() {
                Some(byte @ b'0'..=b'9') => Some(byte - b'0'),
                Some(b'X') => None,
                _ => return Err(self.expected_at(start, what)),
            };
            self.at += 1;
        }
        Ok(Digits(digits))
    }

    fn year(&mut self) -> Result<Year, Unreadable> {
        let start = self.at;
        let negative = self.take(b'-');
        let digits = self.digits::<4>(YEAR).map_err(|why| short_year(&self.text[start..self.end], why))?;
        if matches!(self.peek(), Some(b'0'..=b'9' | b'X')) {
            let why = self.expected_at(start, YEAR);
            return Err(why.help("a year of more digits begins with `Y`: `Y12345`"));
        }
        if negative && digits.exact() == Some(0) {
            let why = self.expected_at(start, "four digits of a year after `-`, not all of them 0");
            return Err(why.help("the year before 0001 is `0000`, the one before that `-0001`"));
        }
        let Some(year) = digits.exact() else { return Ok(Year::Pattern { negative, digits }) };
        match self.significant()? {
            None => Ok(Year::Pattern { negative, digits }),
            significant => {
                let year = i128::from(year);
                Ok(Year::Number { year: if negative { -year } else { year }, significant })
            }
        }
    }

    /// The year after `Y`: level 1, Letter-prefixed calendar year, and level 2, Exponential year.
    fn long_year(&mut self) -> Result<Year, Unreadable> {
        let start = self.at;
        let negative = self.take(b'-');
        let digits = self.number();
        if digits.is_empty() || digits.starts_with('0') {
            return Err(self.expected_at(start, "the digits of a year after `Y`, the first of them not 0"));
        }
        let zeros = match self.take(b'E') {
            false if digits.len() < 5 => {
                let why = self.expected_at(start, "five digits of a year or more after `Y`");
                return Err(why.help("a year of four digits stands without `Y`"));
            }
            false => 0,
            true => match self.number() {
                "" => return Err(self.expected("an exponent of digits after `E`")),
                exponent => exponent.parse().unwrap_or(usize::MAX),
            },
        };
        let year: Option<i128> = digits.parse().ok();
        let fits = digits.len().saturating_add(zeros) <= MOST_DIGITS;
        let Some(year) = year.filter(|_| fits).map(|year| year * 10_i128.pow(zeros as u32)) else {
            let why = Unreadable::new(format!(
                "expected a year of {MOST_DIGITS} digits or fewer, found a longer one"
            ));
            return Err(why.at(start..self.at));
        };
        Ok(Year::Number { year: if negative { -year } else { year }, significant: self.significant()? })
    }

    /// Level 2, Significant digits: `S` and how many digits of the year are.
    fn significant(&mut self) -> Result<Option<u32>, Unreadable> {
        if !self.take(b'S') {
            return Ok(None);
        }
        let start = self.at;
        match self.number() {
            digits if digits.is_empty() || digits.starts_with('0') => {
                Err(self.expected_at(start, "how many digits are significant, 1 or more"))
            }
            digits => Ok(Some(digits.parse().unwrap_or(u32::MAX))),
        }
    }

    /// The digits at the cursor, perhaps none.
    fn number(&mut self) -> &'a str {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        &self.text[start..self.at]
    }

    fn month(&mut self, year: Year) -> Result<Within, Unreadable> {
        const WHAT: &str = "a month 01 to 12, a season 21 to 41 or XX";
        let start = self.at;
        let digits = self.digits::<2>(WHAT)?;
        if let Some(division @ 21..=41) = digits.exact() {
            return Ok(Within::Division(division as u8));
        }
        if (1..=12).any(|month| digits.matches(month)) {
            return Ok(Within::Month(digits));
        }
        let why = self.expected_at(start, WHAT);
        let Year::Pattern { negative: false, digits: first } = year else { return Err(why) };
        let years = first.exact().zip(digits.exact()).filter(|(first, last)| first % 100 < *last);
        Err(match years {
            Some((first, last)) => {
                let last = first - first % 100 + last;
                why.help(format!("for the years {first:04} to {last:04} write `{first:04}/{last:04}`"))
            }
            None => why,
        })
    }

    fn day(&mut self, year: Year, month: Digits<2>) -> Result<Digits<2>, Unreadable> {
        let start = self.at;
        let digits = self.digits::<2>("a day of two digits or XX")?;
        let leap_or_not = match year {
            Year::Pattern { digits, .. } => digits.exact().map_or(0, i128::from),
            Year::Number { year, .. } => year,
        };
        let months = (1..=12).filter(|number| month.matches(u16::from(*number)));
        let longest = months.map(|month| day::month_length(leap_or_not, month)).max().unwrap_or(31);
        if !(1..=longest).any(|day| digits.matches(u16::from(day))) {
            return Err(self.expected_at(start, &format!("a day 01 to {longest} or XX")));
        }
        Ok(digits)
    }
}

/// Says how a decade or a century is written, where that was meant.
fn short_year(written: &str, why: Unreadable) -> Unreadable {
    let digits = written.strip_prefix('-').unwrap_or(written).trim_end_matches(['?', '~', '%']);
    if !matches!(digits.len(), 2 | 3) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return why;
    }
    let sign = if written.starts_with('-') { "-" } else { "" };
    why.help(format!("a decade or a century is written with X: `{sign}{digits:X<4}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Cursor { text, at: 0, end: text.len() }.date().unwrap()
    }

    #[test]
    fn a_date_goes_as_far_as_it_is_one() {
        assert_eq!(date("2024-01-28-05").at, 0..10);
        assert_eq!(date("2023-21-01").within, Within::Division(21));
    }

    #[test]
    fn a_qualifier_counts_wherever_it_stands() {
        for text in ["2004~-06-11", "2004-~06-11", "2004-06-11~", "~2004", "2004-21~", "Y17E7~", "1950S2~"] {
            assert_eq!(date(text).doubt, Doubt { approximate: true, uncertain: false }, "{text}");
        }
        for text in ["2004?-06-~11", "2004%", "?2004~-06", "2004-?06~"] {
            assert_eq!(date(text).doubt, Doubt { approximate: true, uncertain: true }, "{text}");
        }
        assert_eq!(date("-2004?").doubt, Doubt { approximate: false, uncertain: true });
    }

    #[test]
    fn long_years_have_as_many_digits_as_they_say() {
        for (text, year, significant) in [
            ("Y17E8", 1_700_000_000, None),
            ("Y-170000002", -170_000_002, None),
            ("Y20E2", 2000, None),
            ("Y3388E2S3", 338_800, Some(3)),
            ("-1859S5", -1859, Some(5)),
            ("Y999999999999999999", 999_999_999_999_999_999, None),
            ("Y1E17S99999999999", 100_000_000_000_000_000, Some(u32::MAX)),
        ] {
            assert_eq!(date(text).year, Year::Number { year, significant }, "{text}");
        }
    }
}
