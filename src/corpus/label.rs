//! What a reading should come to, as its label has it.
//!
//! `unread`; `read`; `as WORDS`, read as these English words are; `about N`, one interval with N in it and no end further from it than
//! a tenth; or intervals, `3..12 | 20..`, all that is allowed and, behind `; `, what is usual. Numbers are whole, dates `YYYY-MM-DD`: of a
//! time of day its day alone is asked.

use crate::audit::ReadAs;
use crate::value::calendar::day;
use crate::value::shape::DAY;
use crate::view::sets::{Interval, Limit};

use super::set;

/// What a reading should come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Unread,
    Read,
    As(String),
    About(i128),
    Sets { hard: Vec<Run>, soft: Option<Vec<Run>> },
}

/// An interval, both ends in it; `None` is open.
pub(super) type Run = (Option<i128>, Option<i128>);

/// What a label may be, for whoever wrote another.
pub(super) const FORMS: &str =
    "`unread`, `read`, `as WORDS`, `about N`, or intervals such as `3..12 | 20..; 4..7`";

impl Label {
    /// Reads a label; `None` where it is none.
    pub(super) fn read(words: &str) -> Option<Self> {
        if let Some(words) = words.strip_prefix("as ") {
            return Some(Label::As(words.to_owned()));
        }
        if let Some(number) = words.strip_prefix("about ") {
            return number.parse().ok().map(Label::About);
        }
        match words {
            "unread" => return Some(Label::Unread),
            "read" => return Some(Label::Read),
            _ => {}
        }
        let (hard, soft) = match words.split_once("; ") {
            Some((hard, soft)) => (hard, Some(soft)),
            None => (words, None),
        };
        let soft = match soft {
            Some(soft) => Some(runs(soft)?),
            None => None,
        };
        Some(Label::Sets { hard: runs(hard)?, soft })
    }
}

fn runs(words: &str) -> Option<Vec<Run>> {
    words.split(" | ").map(run).collect::<Option<_>>().map(joined)
}

/// Intervals in order, those that touch as one.
fn joined(mut all: Vec<Run>) -> Vec<Run> {
    all.sort_by_key(|(low, _)| low.unwrap_or(i128::MIN));
    let mut joined: Vec<Run> = Vec::new();
    for (low, high) in all {
        match joined.last_mut() {
            Some((_, last)) if touches(*last, low) => *last = later(*last, high),
            _ => joined.push((low, high)),
        }
    }
    joined
}

fn touches(high: Option<i128>, low: Option<i128>) -> bool {
    match (high, low) {
        (Some(high), Some(low)) => low <= high + 1,
        _ => true,
    }
}

fn later(a: Option<i128>, b: Option<i128>) -> Option<i128> {
    Some(a?.max(b?))
}

fn run(words: &str) -> Option<Run> {
    let (low, high) = words.split_once("..")?;
    let end = |words: &str| if words.is_empty() { Some(None) } else { at(words).map(Some) };
    Some((end(low)?, end(high)?))
}

/// A whole number, or the number of a day.
fn at(words: &str) -> Option<i128> {
    if let Ok(number) = words.parse() {
        return Some(number);
    }
    set::day(words)?;
    let mut parts = words.split('-');
    let year: i128 = parts.next()?.parse().ok()?;
    Some(day::number(year, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// The intervals of a view, as those of a label.
pub(super) fn shown(intervals: &[Interval], read_as: &ReadAs) -> Vec<Run> {
    let step = if *read_as == ReadAs::Date { DAY } else { 1 };
    let end = |limit: &Option<Limit>| limit.as_ref().map(|it| it.at.div_euclid(step));
    joined(intervals.iter().map(|Interval(low, high)| (end(low), end(high))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_read() {
        let sets = |hard: &[Run], soft: Option<&[Run]>| {
            Some(Label::Sets { hard: hard.to_vec(), soft: soft.map(<[Run]>::to_vec) })
        };
        assert_eq!(Label::read("unread"), Some(Label::Unread));
        assert_eq!(Label::read("as at least 3"), Some(Label::As("at least 3".to_owned())));
        assert_eq!(Label::read("about 36"), Some(Label::About(36)));
        assert_eq!(Label::read("3..12; 3..7"), sets(&[(Some(3), Some(12))], Some(&[(Some(3), Some(7))])));
        assert_eq!(Label::read("30.."), sets(&[(Some(30), None)], None));
        // The first two days of 1970 touch.
        let two = sets(&[(Some(0), Some(1))], None);
        assert_eq!(Label::read("1970-01-02..1970-01-02 | 1970-01-01..1970-01-01"), two);
        for words in ["", "about", "about x", "3", "3..x", "1970-13-01.."] {
            assert_eq!(Label::read(words), None, "{words}");
        }
    }
}
