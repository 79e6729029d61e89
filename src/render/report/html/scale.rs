//! Counts, amounts and days on a line: what a claim's words allow as a thin bar, how readers take them as a thick one.

use serde::Serialize;

use crate::value::calendar::day;
use crate::value::calendar::day::MONTHS;
use crate::value::kind::Kind;
use crate::value::number::written::GRAIN;
use crate::value::reading::Bounds;
use crate::value::shape::runs::{Run, Runs};

/// The drawing's width in its own units; it is laid out so that it can be read on a narrow screen.
pub(super) const WIDTH: f64 = 360.0;
const MARGIN: f64 = 10.0;
const ROW: f64 = 36.0;
const MOST_ROWS: usize = 24;
const LABEL: usize = 50;

/// A number line or a time line.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    pub(super) height: String,
    pub(super) axis: String,
    pub(super) rows: Vec<Row>,
    pub(super) ticks: Vec<Tick>,
    /// Whether steps along the line multiply rather than add.
    pub(super) logarithmic: bool,
    /// What cannot be drawn any more.
    pub(super) left_out: usize,
    /// All of it in words, for who cannot see it.
    pub(super) told: String,
}

/// Claims of one reading.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    pub(super) label: String,
    /// The label uncut.
    pub(super) full: String,
    pub(super) label_y: String,
    pub(super) y: String,
    pub(super) hard: Vec<Bar>,
    pub(super) soft: Vec<Bar>,
}

#[derive(Debug, Serialize)]
pub(super) struct Bar {
    pub(super) from: String,
    pub(super) to: String,
    /// Whether it goes on beyond the drawing.
    pub(super) open_low: bool,
    pub(super) open_high: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Tick {
    pub(super) x: String,
    pub(super) label: String,
    /// `start`, `middle` or `end`: on which side of its mark the label stands.
    pub(super) anchor: &'static str,
}

/// A reading, the words that were read, and the source that has them.
pub(super) type Said<'a> = (&'a str, &'a str, &'a Bounds);

/// What is drawn as one row: a reading with all its words and sources.
struct Group<'a> {
    words: Vec<&'a str>,
    sources: Vec<&'a str>,
    bounds: &'a Bounds,
}

impl Group<'_> {
    /// `“dozens”, “24 to 99”: herald, courier`.
    fn label(&self) -> String {
        let words: Vec<String> = self.words.iter().map(|words| format!("“{words}”")).collect();
        format!("{}: {}", words.join(", "), self.sources.join(", "))
    }
}

/// The line of some readings; `None` where nothing on it has an end.
pub(super) fn line(kind: &Kind, readings: &[Said]) -> Option<Line> {
    let mut rows: Vec<Group> = Vec::new();
    for (words, source, bounds) in readings {
        let index = rows.iter().position(|group| group.bounds == *bounds).unwrap_or_else(|| {
            rows.push(Group { words: Vec::new(), sources: Vec::new(), bounds });
            rows.len() - 1
        });
        let group = &mut rows[index];
        for (list, item) in [(&mut group.words, words), (&mut group.sources, source)] {
            if !list.contains(item) {
                list.push(item);
            }
        }
    }
    rows.sort_by_key(|group| (group.bounds.soft.least(), group.bounds.soft.greatest()));
    let left_out = rows.len().saturating_sub(MOST_ROWS);
    rows.truncate(MOST_ROWS);
    let scale = Scale::new(kind, rows.iter().map(|group| group.bounds))?;
    let told: Vec<String> =
        rows.iter().map(|group| format!("{}: {}", group.label(), in_words(kind, group.bounds))).collect();
    let axis = rows.len() as f64 * ROW + 8.0;
    let drawn = rows.iter().enumerate().map(|(index, group)| {
        let (top, bounds) = (index as f64 * ROW, group.bounds);
        Row {
            label: cut(&group.label(), LABEL),
            full: group.label(),
            label_y: point(top + 13.0),
            y: point(top + 25.0),
            hard: bounds.hard.runs().iter().map(|run| scale.bar(*run)).collect(),
            soft: bounds.soft.runs().iter().map(|run| scale.bar(*run)).collect(),
        }
    });
    Some(Line {
        height: point(axis + 24.0),
        axis: point(axis),
        rows: drawn.collect(),
        ticks: scale.ticks(),
        logarithmic: scale.logarithmic,
        left_out,
        told: told.join(". "),
    })
}

fn in_words(kind: &Kind, bounds: &Bounds) -> String {
    let (hard, soft) = (kind.shown(&bounds.hard), kind.shown(&bounds.soft));
    if hard == soft { hard } else { format!("{hard}, usually {soft}") }
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
struct Scale<'a> {
    kind: &'a Kind,
    low: f64,
    high: f64,
    logarithmic: bool,
}

impl<'a> Scale<'a> {
    fn new<'b>(kind: &'a Kind, all: impl Iterator<Item = &'b Bounds>) -> Option<Self> {
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

    fn bar(&self, run: Run) -> Bar {
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

    fn ticks(&self) -> Vec<Tick> {
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

    fn bounds(hard: Runs, soft: Runs) -> Bounds {
        Bounds { hard, soft }
    }

    fn number(text: &str) -> f64 {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_open_runs_to_the_edge_and_what_is_less_stands_left() {
        let (three, many) = (Bounds::exactly(Runs::one(3)), bounds(Runs::from(13), Runs::between(24, 99)));
        let line = line(
            &Kind::Count,
            &[("dozens", "herald", &many), ("three", "courier", &three), ("three", "herald", &three)],
        )
        .unwrap();
        assert_eq!(
            line.rows.iter().map(|row| row.label.as_str()).collect::<Vec<_>>(),
            ["“three”: courier, herald", "“dozens”: herald"]
        );
        let (low, high) = (&line.rows[0].hard[0], &line.rows[1].hard[0]);
        assert!(number(&low.to) < number(&high.from));
        assert!(high.open_high && !high.open_low && !low.open_high);
        assert_eq!(number(&high.to), WIDTH - 2.0);
        let soft = &line.rows[1].soft[0];
        assert!(number(&soft.from) > number(&high.from) && number(&soft.to) < number(&high.to));
        assert!(line.told.contains("“dozens”: herald: 13 or more, usually 24 to 99"), "{}", line.told);
    }

    #[test]
    fn far_numbers_share_a_line_by_powers_of_ten() {
        let readings = [Bounds::exactly(Runs::one(3)), Bounds::exactly(Runs::one(2_000_000))];
        let labelled: Vec<_> = readings.iter().map(|it| ("said", "herald", it)).collect();
        let line = line(&Kind::Count, &labelled).unwrap();
        assert!(line.logarithmic);
        assert!(number(&line.rows[0].hard[0].to) + 100.0 < number(&line.rows[1].hard[0].from));
    }

    #[test]
    fn nothing_is_drawn_of_what_has_no_end() {
        let any = bounds(Runs::everything(), Runs::everything());
        assert!(line(&Kind::Count, &[("some", "herald", &any)]).is_none());
    }

    #[test]
    fn every_line_has_ticks_within_it() {
        for (low, high) in [(0, 0), (3, 3), (7, 9), (0, 1000), (190, 210), (5, 1_000_000_000)] {
            let reading = Bounds::exactly(Runs::between(low, high));
            for kind in [Kind::Count, Kind::Date] {
                let line = line(&kind, &[("said", "herald", &reading)]).unwrap();
                assert!((1..=7).contains(&line.ticks.len()), "{kind:?} {low} {high}: {:?}", line.ticks);
                assert!(line.ticks.iter().all(|tick| (0.0..=WIDTH).contains(&number(&tick.x))));
            }
        }
    }

    #[test]
    fn a_long_label_is_cut_between_characters() {
        assert_eq!(cut("né à Paris", 5), "né à…");
        assert_eq!(cut("né", 5), "né");
    }
}
