//! The line itself: where it begins and ends, and which round values are marked on it.

use crate::value::calendar::day;
use crate::value::calendar::day::MONTHS;
use crate::value::number::GRAIN;
use crate::value::shape::{Bounds, Runs};
use crate::value::types::Kind;

/// A line of numbers or days. Places on it are counts, steps of an amount, or numbers of days.
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
        let (least, most) = (*ends.iter().min()? as f64, *ends.iter().max()? as f64);
        let unit = if matches!(kind, Kind::Amount { .. }) { GRAIN } else { 1 };
        let is_measure = kind.is_measure();
        let is_far = is_measure && most > 60.0 * least.max(unit as f64);
        let steps = if is_far { Steps::Multiply } else { Steps::Add };
        // What goes on is drawn going on.
        let room = ((most - least) / if is_open { 5.0 } else { 10.0 }).max(unit as f64);
        let (low, high) = match (is_measure, steps) {
            (true, Steps::Multiply) => (least, most * 1.6),
            (true, Steps::Add) if least < most / 3.0 => (0.0, most + room),
            (true, Steps::Add) => ((least - room).max(0.0), most + room),
            (false, _) => (least - room, most + room),
        };
        let marks = match kind {
            Kind::Date => days(low.floor() as i128, high.ceil() as i128),
            _ => numbers(low.ceil() as i128, high.floor() as i128, unit, steps)
                .into_iter()
                .map(|at| (at, kind.shown(&Runs::one(at))))
                .collect(),
        };
        let marks = marks.into_iter().map(|(at, written)| Marked { at: at as f64, written });
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
            for kind in [Kind::Count, Kind::Date] {
                let ruler = ruler(&kind, std::slice::from_ref(&reading)).unwrap();
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
        let days = ruler(&Kind::Date, &[Bounds::exactly(Runs::between(0, 364))]).unwrap();
        assert_eq!(written(&days), ["Jan 1970", "Apr 1970", "Jul 1970", "Oct 1970", "Jan 1971"]);
    }

    #[test]
    fn what_has_no_end_has_no_line() {
        let any = Bounds { hard: Runs::everything(), soft: Runs::everything() };
        assert_eq!(ruler(&Kind::Count, &[any]), None);
    }
}
