//! Counts, amounts and days on a line: what a claim's words allow as a thin bar, how readers take them as a thick one.

use askama::Template;
use askama::filters::HtmlSafe;

use super::scale::{Bar, Scale, Tick, cut, point};
use crate::view::report::line::{LineReading, Measured, ReadingLine};
use crate::view::report::ruler::Steps;

const ROW: f64 = 36.0;
const LABEL: usize = 50;

/// A number line or a time line.
#[derive(Debug, Template)]
#[template(path = "line.html", config = "src/render/report/html/askama.toml")]
pub(super) struct LineDrawing {
    anchor: String,
    ask: String,
    of: Measured,
    steps: Steps,
    height: String,
    axis: String,
    rows: Vec<LineRow>,
    ticks: Vec<Tick>,
    /// What cannot be drawn any more.
    left_out: usize,
    /// All of it in words, for who cannot see it.
    told: String,
}

/// Claims of one reading.
#[derive(Debug)]
struct LineRow {
    label: String,
    /// The label uncut.
    full: String,
    label_y: String,
    y: String,
    hard: Vec<Bar>,
    soft: Vec<Bar>,
}

impl HtmlSafe for LineDrawing {}

impl LineDrawing {
    /// `carrier` says what a source is called for short.
    pub(super) fn new(line: &ReadingLine, ask: &str, anchor: &str, carrier: &dyn Fn(&str) -> String) -> Self {
        let scale = Scale { ruler: &line.ruler };
        let told: Vec<String> =
            line.readings.iter().map(|it| format!("{}: {}", label(it, carrier), it.said)).collect();
        let axis = line.readings.len() as f64 * ROW + 8.0;
        let rows = line.readings.iter().enumerate();
        LineDrawing {
            anchor: anchor.to_owned(),
            ask: ask.to_owned(),
            of: line.of,
            steps: line.ruler.steps,
            height: point(axis + 24.0),
            axis: point(axis),
            rows: rows
                .map(|(index, reading)| {
                    LineRow::new(scale, label(reading, carrier), reading, index as f64 * ROW)
                })
                .collect(),
            ticks: scale.ticks(),
            left_out: line.left_out,
            told: told.join(". "),
        }
    }
}

impl LineRow {
    fn new(scale: Scale, full: String, reading: &LineReading, top: f64) -> Self {
        LineRow {
            label: cut(&full, LABEL),
            full,
            label_y: point(top + 13.0),
            y: point(top + 25.0),
            hard: reading.hard.iter().map(|part| scale.bar(*part)).collect(),
            soft: reading.soft.iter().map(|part| scale.bar(*part)).collect(),
        }
    }
}

/// `“dozens”, “24 to 99”: The Herald, 1 Mar 2024; The Courier, 2 Mar 2024`.
fn label(reading: &LineReading, carrier: &dyn Fn(&str) -> String) -> String {
    let words: Vec<String> = reading.words.iter().map(|words| format!("“{words}”")).collect();
    let sources: Vec<String> = reading.sources.iter().map(|id| carrier(id)).collect();
    format!("{}: {}", words.join(", "), sources.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::report::html::scale::WIDTH;
    use crate::view::report::line::LinePart;
    use crate::view::report::ruler::{Marked, Ruler};

    fn number(text: &str) -> f64 {
        text.parse().unwrap()
    }

    fn reading(words: &str, sources: &[&str], hard: LinePart, soft: LinePart) -> LineReading {
        LineReading {
            words: vec![words.to_owned()],
            sources: sources.iter().map(|source| (*source).to_owned()).collect(),
            hard: vec![hard],
            soft: vec![soft],
            said: format!("{words} as read"),
        }
    }

    fn line(readings: Vec<LineReading>, high: f64, steps: Steps) -> LineDrawing {
        let marks = [0.0, high].map(|at| Marked { at, written: format!("{at} in full") }).to_vec();
        let ruler = Ruler { low: 0.0, high, unit: 1.0, steps, marks };
        LineDrawing::new(
            &ReadingLine { of: Measured::Numbers, readings, left_out: 0, ruler },
            "How many?",
            "q-x",
            &str::to_owned,
        )
    }

    #[test]
    fn what_is_open_runs_to_the_edge_and_what_is_less_stands_left() {
        let at = |low: f64, high: f64| LinePart { low: Some(low), high: Some(high) };
        let many = LinePart { low: Some(13.0), high: None };
        let line = line(
            vec![
                reading("three", &["courier", "herald"], at(3.0, 3.0), at(3.0, 3.0)),
                reading("dozens", &["herald"], many, at(24.0, 99.0)),
            ],
            120.0,
            Steps::Add,
        );
        assert_eq!(line.rows[0].label, "“three”: courier; herald");
        let (low, high) = (&line.rows[0].hard[0], &line.rows[1].hard[0]);
        assert!(number(&low.to) < number(&high.from));
        assert!(high.open_high && !high.open_low && !low.open_high);
        assert_eq!(number(&high.to), WIDTH - 2.0);
        let soft = &line.rows[1].soft[0];
        assert!(number(&soft.from) > number(&high.from) && number(&soft.to) < number(&high.to));
        assert_eq!(line.told, "“three”: courier; herald: three as read. “dozens”: herald: dozens as read");
    }

    #[test]
    fn far_numbers_are_drawn_apart_where_steps_multiply() {
        let at = |at: f64| LinePart { low: Some(at), high: Some(at) };
        let line = line(
            vec![reading("few", &["a"], at(3.0), at(3.0)), reading("many", &["a"], at(5e3), at(5e3))],
            3.2e6,
            Steps::Multiply,
        );
        assert!(number(&line.rows[0].hard[0].to) + 100.0 < number(&line.rows[1].hard[0].from));
    }

    #[test]
    fn the_labels_of_marks_stay_within_the_drawing() {
        let line = line(Vec::new(), 100.0, Steps::Add);
        assert_eq!(line.ticks.iter().map(|tick| tick.anchor).collect::<Vec<_>>(), ["start", "end"]);
        assert!(line.ticks.iter().all(|tick| (0.0..=WIDTH).contains(&number(&tick.x))));
    }
}
