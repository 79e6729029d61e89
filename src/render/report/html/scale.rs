//! Where numbers and days stand on a line, and at which of them it is marked.

use crate::value::calendar::day;
use crate::value::calendar::day::MONTHS;
use crate::value::kind::Kind;
use crate::value::number::written::GRAIN;
use crate::value::reading::Bounds;
use crate::value::shape::runs::{Run, Runs};

/// The drawing's width in its own units; it is laid out so that it can be read on a narrow screen.
pub(super) const WIDTH: f64 = 360.0;
const MARGIN: f64 = 10.0;

#[derive(Debug)]
pub(super) struct Bar {
    pub(super) from: String,
    pub(super) to: String,
    /// Whether it goes on beyond the drawing.
    pub(super) open_low: bool,
    pub(super) open_high: bool,
}

#[derive(Debug)]
pub(super) struct Tick {
    pub(super) x: String,
    pub(super) label: String,
    /// `start`, `middle` or `end`: on which side of its mark the label stands.
    pub(super) anchor: &'static str,
}

/// A text cut to so many characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    match text.chars().count() <= most {
        true => text.to_owned(),
        false => text.chars().take(most - 1).chain(['…']).collect(),
    }
}

/// A coordinate, to a tenth: the same on every machine.
pub(super) fn point(at: f64) -> String {
    format!("{at:.1}")
}

/// Where numbers stand on the line.
pub(super) struct Scale<'a> {
    kind: &'a Kind,
    low: f64,
    high: f64,
    pub(super) logarithmic: bool,
}

impl<'a> Scale<'a> {
    pub(super) fn new<'b>(kind: &'a Kind, all: impl Iterator<Item = &'b Bounds>) -> Option<Self> {
        let all: Vec<&Bounds> = all.collect();
        let open = all.iter().any(|bounds| !bounds.hard.is_bounded());
        let ends: Vec<i128> = all
            .iter()
            .flat_map(|bounds| bounds.hard.runs().iter().chain(bounds.soft.runs()))
            .flat_map(|run| [run.low, run.high])
            .flatten()
            .collect();
        let (least, most) = (*ends.iter().min()? as f64, *ends.iter().max()? as f64);
        let unit = unit(kind);
        let measured = kind.is_measure();
        let logarithmic = measured && most > 60.0 * least.max(unit);
        // What goes on is drawn going on.
        let room = ((most - least) / if open { 5.0 } else { 10.0 }).max(unit);
        let (low, high) = match (measured, logarithmic) {
            (true, true) => (least, most * 1.6),
            (true, false) if least < most / 3.0 => (0.0, most + room),
            (true, false) => ((least - room).max(0.0), most + room),
            (false, _) => (least - room, most + room),
        };
        Some(Scale { kind, low, high, logarithmic })
    }

    fn x(&self, at: f64) -> f64 {
        let place =
            |number: f64| if self.logarithmic { (number / unit(self.kind) + 1.0).ln() } else { number };
        let (low, high) = (place(self.low), place(self.high));
        let share = if high > low { (place(at) - low) / (high - low) } else { 0.5 };
        MARGIN + share.clamp(0.0, 1.0) * (WIDTH - 2.0 * MARGIN)
    }

    pub(super) fn bar(&self, run: Run) -> Bar {
        // A day lasts until the next begins; a count is a point.
        let length = if matches!(self.kind, Kind::Date) { 1.0 } else { 0.0 };
        let mut from = run.low.map_or(2.0, |low| self.x(low as f64));
        let mut to = run.high.map_or(WIDTH - 2.0, |high| self.x(high as f64 + length));
        if to - from < 5.0 {
            let middle = f64::midpoint(from, to);
            (from, to) = (middle - 2.5, middle + 2.5);
        }
        Bar { from: point(from), to: point(to), open_low: run.low.is_none(), open_high: run.high.is_none() }
    }

    pub(super) fn ticks(&self) -> Vec<Tick> {
        let at: Vec<(i128, String)> = match self.kind {
            Kind::Date => self.days(),
            _ => self.numbers().into_iter().map(|at| (at, self.kind.shown(&Runs::one(at)))).collect(),
        };
        let tick = |(at, label): (i128, String)| {
            let x = self.x(at as f64);
            let half = label.chars().count() as f64 * 3.0;
            let anchor = match x {
                x if x - half < 0.0 => "start",
                x if x + half > WIDTH => "end",
                _ => "middle",
            };
            Tick { x: point(x), label, anchor }
        };
        at.into_iter().map(tick).collect()
    }

    /// Round numbers, at most five.
    fn numbers(&self) -> Vec<i128> {
        let unit = unit(self.kind) as i128;
        let (low, high) = (self.low.ceil() as i128, self.high.floor() as i128);
        if self.logarithmic {
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

    /// First days of years or months, or single days, at most six.
    fn days(&self) -> Vec<(i128, String)> {
        let (low, high) = (self.low.floor() as i128, self.high.ceil() as i128);
        let first = day::civil(low);
        let span = high - low;
        if span > 3 * 366 {
            let years = span / 365;
            let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
                .into_iter()
                .find(|step| years / step <= 5)
                .unwrap_or(years / 5);
            let start = first.year.div_euclid(step) * step;
            let all = (0..8)
                .map(|index| start + index * step)
                .map(|year| (day::number(year, 1, 1), day::shown_year(year)));
            return all.filter(|(at, _)| (low..=high).contains(at)).collect();
        }
        if span > 75 {
            let step = [1, 2, 3, 6, 12].into_iter().find(|step| span / (30 * step) <= 4).unwrap_or(12);
            let months = (0..40).map(|index| day::months_on(first.year, 1, index * step));
            let all = months.map(|(year, month)| {
                (
                    day::number(year, month, 1),
                    format!("{} {}", &MONTHS[usize::from(month) - 1][..3], day::shown_year(year)),
                )
            });
            return all.filter(|(at, _)| (low..=high).contains(at)).collect();
        }
        let step = [1, 2, 5, 7, 14].into_iter().find(|step| span / step <= 5).unwrap_or(28);
        let all = (0..8).map(|index| low + index * step).filter(|at| *at <= high);
        all.map(|at| {
            let civil = day::civil(at);
            (at, format!("{} {}", civil.day, &MONTHS[usize::from(civil.month) - 1][..3]))
        })
        .collect()
    }
}

/// The powers of ten of a unit.
fn tens(unit: i128) -> impl Iterator<Item = i128> {
    std::iter::successors(Some(unit), |at: &i128| at.checked_mul(10))
}

/// One, two and five times each of them.
fn round(unit: i128) -> impl Iterator<Item = i128> {
    tens(unit).flat_map(|ten| [1, 2, 5].into_iter().filter_map(move |times: i128| ten.checked_mul(times)))
}

/// The least step between two values of a kind, as the program counts them.
fn unit(kind: &Kind) -> f64 {
    if matches!(kind, Kind::Amount { .. }) { GRAIN as f64 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_label_is_cut_between_characters() {
        assert_eq!(cut("né à Paris", 5), "né à…");
        assert_eq!(cut("né", 5), "né");
    }
}
