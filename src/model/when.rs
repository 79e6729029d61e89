//! When something holds, was published or was decided: a date's run of minutes, its clock, and its days as written.

use crate::value::calendar::{Zone, date, offset};
use crate::value::shape::{Bounds, Clock, Run, Runs, Side, Times};

/// What is written where the source does not say.
pub(crate) const UNKNOWN: &str = "unknown";

/// The moment or moments that a figure holds for: from the first to the last minute of the hard reading.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct AsOf {
    pub(crate) words: String,
    /// Minutes as the clock tells them; `None` is unbounded.
    pub(crate) first: Option<i128>,
    pub(crate) last: Option<i128>,
    pub(crate) clock: Clock,
    /// The hard days, as they are written.
    pub(crate) days: Runs,
}

impl AsOf {
    /// A moment that the source does not say: it may be any.
    pub(crate) fn unknown() -> Self {
        let (clock, days) = (Clock::Unsaid, Runs::everything());
        AsOf { words: UNKNOWN.to_owned(), first: None, last: None, clock, days }
    }

    /// The run of a date's hard reading, with its days as written.
    pub(crate) fn new(words: String, times: &Times, days: Runs) -> Self {
        let hard = &times.bounds.hard;
        AsOf { words, first: hard.least(), last: hard.greatest(), clock: times.clock, days }
    }

    /// The same with its times without an offset in a zone.
    pub(crate) fn in_zone(&self, zone: &Zone) -> Self {
        let words = &self.words;
        // What was read once is read again as it was then: each of TOML's spellings that EDTF does not have.
        let times = date::read(words, Some(zone)).or_else(|_| date::read_toml(words, Some(zone)));
        match times {
            Ok(times) if self.clock == Clock::Unsaid => AsOf::new(words.clone(), &times, self.days.clone()),
            _ => self.clone(),
        }
    }

    /// Its run, with the clock that tells it.
    fn times(&self) -> Times {
        Times::new(Bounds::exactly(Runs::of([Run::new(self.first, self.last)])), self.clock)
    }

    /// Whether it ends before another begins, whatever offset one of them may leave unsaid.
    pub(crate) fn ends_before(&self, other: &AsOf) -> bool {
        let (Some(last), Some(first)) = (self.last, other.first) else { return false };
        if self.clock.is_on_one_line(other.clock) {
            return last < first;
        }
        let (here, there) = (self.times(), other.times());
        let (here, there) = (here.beside(other.clock, Side::Hard), there.beside(self.clock, Side::Hard));
        here.greatest() < there.least()
    }

    /// Its words, with the offset that its times have where these leave it out.
    pub(crate) fn told(&self) -> String {
        let time = self.words.get("2024-01-28".len()..).and_then(|rest| rest.strip_prefix(['T', 't', ' ']));
        let is_bare = |time: &str| time.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
        match time.filter(|time| is_bare(time)) {
            Some(_) => format!("{}{}", self.words, offset(self.clock)),
            None => self.words.clone(),
        }
    }

    /// Whether it is the same run as another, told by clocks that can be compared as they are.
    pub(crate) fn is_same_run(&self, other: &AsOf) -> bool {
        self.clock.is_on_one_line(other.clock) && (self.first, self.last) == (other.first, other.last)
    }

    /// How many minutes it may be, from the first to the last; `None` where it is unbounded.
    pub(crate) fn length(&self) -> Option<i128> {
        Some(self.last?.saturating_sub(self.first?).saturating_add(1))
    }

    /// Whether it lies within one day, as written.
    pub(crate) fn is_of_a_day(&self) -> bool {
        self.days.is_bounded() && self.days.least() == self.days.greatest()
    }

    /// Whether it lies wholly on or after a day, compared as written.
    pub(crate) fn lies_from(&self, day: i128) -> bool {
        self.days.least().is_some_and(|first| first >= day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_of(words: &str, zone: Option<&Zone>) -> AsOf {
        let times = date::read(words, zone).or_else(|_| date::read_toml(words, zone)).expect("it is a date");
        let days = date::days(words).or_else(|_| date::days_toml(words)).expect("it is a date");
        AsOf::new(words.to_owned(), &times, days.hard)
    }

    #[test]
    fn an_as_of_is_told_with_the_offset_that_its_words_leave_out() {
        let zone = Zone::named("Asia/Karachi");
        for (words, told) in [
            ("2024-03-01T09:00", "2024-03-01T09:00+05:00"),
            ("2024-03-01 09:00:00", "2024-03-01 09:00:00+05:00"),
            ("2024-03-01T09", "2024-03-01T09+05:00"),
            ("2024-03-01T09:00Z", "2024-03-01T09:00Z"),
            ("2024-03-01", "2024-03-01"),
            ("2024-03-01T09:00/2024-03-02", "2024-03-01T09:00/2024-03-02"),
        ] {
            assert_eq!(as_of(words, zone.as_ref()).told(), told, "{words}");
            assert_eq!(as_of(words, None).told(), words);
            assert_eq!(as_of(words, None).in_zone(&zone.clone().unwrap()), as_of(words, zone.as_ref()));
        }
    }

    #[test]
    fn an_as_of_lies_from_a_day_as_it_is_written() {
        let day = crate::value::calendar::day::number(2024, 3, 1);
        for (words, lies) in [
            ("2024-03-01", true),
            ("2024-03-01T00:30+05:00", true),
            ("2024-02-29T23:30-05:00", false),
            ("2024-03", true),
            ("2024-02-28/2024-03-02", false),
            ("2024-03-02/..", true),
            ("../2024-03-02", false),
        ] {
            assert_eq!(as_of(words, None).lies_from(day), lies, "{words}");
        }
        assert!(!AsOf::unknown().lies_from(day));
    }
}
