//! What a reading should come to, as its label has it.
//!
//! `unread`; `read`; `as WORDS`, read as these English words are; `about N`, one interval with N in it and no end further from it than
//! a tenth; or intervals, `3..12 | 20..`, all that is allowed and, behind `; `, what is usual. Numbers are whole, dates `YYYY-MM-DD`: of a
//! time of day its day alone is asked.

use crate::audit::{Day, ReadAs};
use crate::value::calendar::day;
use crate::value::shape::{DAY, Run, Runs};
use crate::view::sets::{Interval, Limit};

use super::set;

/// What a reading should come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Unread,
    Read,
    As(String),
    About(i128),
    Sets { hard: Runs, soft: Option<Runs> },
}

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

fn runs(words: &str) -> Option<Runs> {
    words.split(" | ").map(run).collect::<Option<Vec<_>>>().map(Runs::of)
}

fn run(words: &str) -> Option<Run> {
    let (low, high) = words.split_once("..")?;
    let end = |words: &str| if words.is_empty() { Some(None) } else { at(words).map(Some) };
    Some(Run::new(end(low)?, end(high)?))
}

/// A whole number, or the number of a day.
fn at(words: &str) -> Option<i128> {
    if let Ok(number) = words.parse() {
        return Some(number);
    }
    let (year, month, of_month) = set::civil(words)?;
    Day::new(year, month, of_month)?;
    Some(day::number(i128::from(year), month, of_month))
}

/// The intervals of a view, as those of a label.
pub(super) fn shown(intervals: &[Interval], read_as: &ReadAs) -> Runs {
    let step = if *read_as == ReadAs::Date { DAY } else { 1 };
    let end = |limit: &Option<Limit>| limit.as_ref().map(|it| it.at.div_euclid(step));
    Runs::of(intervals.iter().map(|Interval(low, high)| Run::new(end(low), end(high))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_read() {
        let runs = |ends: &[(Option<i128>, Option<i128>)]| {
            Runs::of(ends.iter().map(|(low, high)| Run::new(*low, *high)))
        };
        type Ends<'e> = &'e [(Option<i128>, Option<i128>)];
        let sets =
            |hard: Ends, soft: Option<Ends>| Some(Label::Sets { hard: runs(hard), soft: soft.map(runs) });
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
