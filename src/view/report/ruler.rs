//! The line itself: where it begins and ends, and which round values are marked on it.

use crate::value::calendar::day::MONTHS;
use crate::value::calendar::{day, hands};
use crate::value::number::GRAIN;
use crate::value::shape::{Bounds, DAY, Runs};
use crate::value::types::Kind;

/// A line of numbers or times. Places on it are counts, steps of an amount, or minutes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ruler {
    /// Where it begins.
    pub(crate) low: f64,
    /// Where it ends.
    pub(crate) high: f64,
    /// The least step between two values.
    pub(crate) unit: f64,
    /// How one goes along it.
    pub(crate) steps: Steps,
    /// Round values on it, in order.
    pub(crate) marks: Vec<Marked>,
}

/// How one goes along the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Steps {
    /// Each step adds the same.
    Add,
    /// Each step multiplies by the same.
    Multiply,
}

/// A value that is marked on the line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Marked {
    /// Where it stands.
    pub(crate) at: f64,
    /// As people write it.
    pub(crate) written: String,
}

impl Ruler {
    /// The line that some readings fit on; `None` where none of them has an end.
    pub(super) fn new(kind: &Kind, all: &[&Bounds]) -> Option<Self> {
        let is_open = all.iter().any(|bounds| !bounds.hard.is_bounded());
        let ends: Vec<i128> = all
            .iter()
            .flat_map(|bounds| bounds.hard.runs().iter().chain(bounds.soft.runs()))
            .flat_map(|run| [run.low, run.high])
            .flatten()
            .collect();
        let (least, most) = (*ends.iter().min()?, *ends.iter().max()?);
        if *kind == Kind::Date {
            return Some(times(least, most, if is_open { 5.0 } else { 10.0 }));
        }
        let (least, most) = (least as f64, most as f64);
        let unit = if matches!(kind, Kind::Amount { .. }) { GRAIN } else { 1 };
        let is_far = most > 60.0 * least.max(unit as f64);
        let steps = if is_far { Steps::Multiply } else { Steps::Add };
        // What goes on is drawn going on.
        let room = ((most - least) / if is_open { 5.0 } else { 10.0 }).max(unit as f64);
        let (low, high) = match steps {
            Steps::Multiply => (least, most * 1.6),
            Steps::Add if least < most / 3.0 => (0.0, most + room),
            Steps::Add => ((least - room).max(0.0), most + room),
        };
        let marks = numbers(low.ceil() as i128, high.floor() as i128, unit, steps).into_iter();
        let marks = marks.map(|at| Marked { at: at as f64, written: kind.shown(&Runs::one(at)) });
        Some(Ruler { low, high, unit: unit as f64, steps, marks: marks.collect() })
    }
}

/// Round numbers, at most six.
fn numbers(low: i128, high: i128, unit: i128, steps: Steps) -> Vec<i128> {
    if steps == Steps::Multiply {
        let inside = |at: &i128| (low..=high).contains(at);
        let powers: Vec<i128> = tens(unit).take_while(|at| *at <= high).filter(inside).collect();
        if powers.len() < 3 {
            return round(unit).take_while(|at| *at <= high).filter(inside).collect();
        }
        let every = powers.len().div_ceil(5).max(1);
        return powers.into_iter().step_by(every).collect();
    }
    let Some(step) = round(unit).find(|step| (high - low) / step < 5) else { return vec![low] };
    let first = low.div_euclid(step) + i128::from(low.rem_euclid(step) != 0);
    (first..).map(|index| index * step).take_while(|at| *at <= high).take(6).collect()
}

/// A line of times from one minute to another: in days where these begin and end one; beside it a part of its length is left.
fn times(least: i128, most: i128, part: f64) -> Ruler {
    let is_days = least.rem_euclid(DAY) == 0 && most.rem_euclid(DAY) == DAY - 1;
    let (unit, step) = if is_days { (DAY, DAY) } else { (60, 1) };
    let (least, most) = (least.div_euclid(step) as f64, most.div_euclid(step) as f64);
    let room = ((most - least) / part).max((unit / step) as f64);
    let (low, high) = (least - room, most + room);
    let (from, to) = (low.floor() as i128, high.ceil() as i128);
    let marks = match is_days {
        true => days(from, to).into_iter().map(|(day, written)| (day * DAY, written)).collect(),
        false => minutes(from, to),
    };
    let marks = marks.into_iter().map(|(at, written)| Marked { at: at as f64, written }).collect();
    let (low, high) = (low * step as f64, high * step as f64);
    Ruler { low, high, unit: unit as f64, steps: Steps::Add, marks }
}

/// Round times of day, at most six; days where the line is long.
fn minutes(low: i128, high: i128) -> Vec<(i128, String)> {
    let span = high - low;
    let Some(step) = [5, 10, 15, 30, 60, 120, 180, 360, 720].into_iter().find(|step| span / step <= 5) else {
        let all = days(low.div_euclid(DAY), high.div_euclid(DAY)).into_iter();
        return all.map(|(day, written)| (day * DAY, written)).filter(|(at, _)| *at >= low).collect();
    };
    let first = -(-low).div_euclid(step);
    let all = (first..).map(|index| index * step).take_while(|at| *at <= high);
    let written = |at: i128| {
        let day::Civil { day, month, .. } = day::civil(at.div_euclid(DAY));
        format!("{day} {}, {}", short(month), hands(at))
    };
    all.map(|at| (at, written(at))).collect()
}

/// First days of years or months, or single days, at most eight.
fn days(low: i128, high: i128) -> Vec<(i128, String)> {
    let inside = |(at, _): &(i128, String)| (low..=high).contains(at);
    let first = day::civil(low);
    let span = high - low;
    if span > 3 * 366 {
        let years = span / 365;
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
        let step = steps.into_iter().find(|step| years / step <= 5).unwrap_or(years / 5);
        let start = first.year.div_euclid(step) * step;
        let years = (0..8).map(|index| start + index * step);
        return years.map(|year| (day::number(year, 1, 1), day::shown_year(year))).filter(inside).collect();
    }
    if span > 75 {
        let step = [1, 2, 3, 6, 12].into_iter().find(|step| span / (30 * step) <= 4).unwrap_or(12);
        let months = (0..40).map(|index| day::months_on(first.year, 1, index * step));
        let month = |(year, month)| {
            (day::number(year, month, 1), format!("{} {}", short(month), day::shown_year(year)))
        };
        return months.map(month).filter(inside).collect();
    }
    let step = [1, 2, 5, 7, 14].into_iter().find(|step| span / step <= 5).unwrap_or(28);
    let all = (0..8).map(|index| low + index * step).take_while(|at| *at <= high);
    all.map(|at| (at, day::civil(at)))
        .map(|(at, it)| (at, format!("{} {}", it.day, short(it.month))))
        .collect()
}

/// A month in three letters.
fn short(month: u8) -> &'static str {
    &MONTHS[usize::from(month) - 1][..3]
}

/// The powers of ten of a unit.
fn tens(unit: i128) -> impl Iterator<Item = i128> {
    std::iter::successors(Some(unit), |at: &i128| at.checked_mul(10))
}

/// One, two and five times each of them.
fn round(unit: i128) -> impl Iterator<Item = i128> {
    tens(unit).flat_map(|ten| [1, 2, 5].into_iter().filter_map(move |times: i128| ten.checked_mul(times)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ruler(kind: &Kind, all: &[Bounds]) -> Option<Ruler> {
        Ruler::new(kind, &all.iter().collect::<Vec<_>>())
    }

    fn written(ruler: &Ruler) -> Vec<&str> {
        ruler.marks.iter().map(|mark| mark.written.as_str()).collect()
    }

    #[test]
    fn every_line_has_marks_within_it() {
        for (low, high) in [(0, 0), (3, 3), (7, 9), (0, 1000), (190, 210), (5, 1_000_000_000)] {
            let reading = Bounds::exactly(Runs::between(low, high));
            let days = Bounds::exactly(Runs::between(low * DAY, high * DAY + DAY - 1));
            for (kind, reading) in [(Kind::Count, &reading), (Kind::Date, &days), (Kind::Date, &reading)] {
                let ruler = ruler(&kind, std::slice::from_ref(reading)).unwrap();
                assert!((1..=7).contains(&ruler.marks.len()), "{kind:?} {low} {high}: {:?}", ruler.marks);
                assert!(ruler.marks.iter().all(|mark| (ruler.low..=ruler.high).contains(&mark.at)));
            }
        }
    }

    #[test]
    fn far_numbers_are_marked_by_powers_of_ten() {
        let far = [Bounds::exactly(Runs::one(3)), Bounds::exactly(Runs::one(2_000_000))];
        let ruler = ruler(&Kind::Count, &far).unwrap();
        assert_eq!(ruler.steps, Steps::Multiply);
        assert_eq!(written(&ruler), ["10", "1,000", "100,000"]);
    }

    #[test]
    fn near_numbers_are_marked_by_round_ones_and_days_by_months() {
        let near = ruler(&Kind::Count, &[Bounds::exactly(Runs::between(190, 210))]).unwrap();
        assert_eq!((near.steps, written(&near)), (Steps::Add, vec!["190", "195", "200", "205", "210"]));
        // From New Year's Day of 1970 over a year of 365 days.
        let days = ruler(&Kind::Date, &[Bounds::exactly(Runs::between(0, 365 * DAY - 1))]).unwrap();
        assert_eq!(written(&days), ["Jan 1970", "Apr 1970", "Jul 1970", "Oct 1970", "Jan 1971"]);
        // From one to a quarter past three in the morning.
        let hours = ruler(&Kind::Date, &[Bounds::exactly(Runs::between(60, 195))]).unwrap();
        let marks = ["1 Jan, 00:00", "1 Jan, 01:00", "1 Jan, 02:00", "1 Jan, 03:00", "1 Jan, 04:00"];
        assert_eq!(written(&hours), marks);
    }

    #[test]
    fn what_has_no_end_has_no_line() {
        let any = Bounds { hard: Runs::everything(), soft: Runs::everything() };
        assert_eq!(ruler(&Kind::Count, &[any]), None);
    }
}
