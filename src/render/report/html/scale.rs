//! Where the numbers and days of a line stand in its drawing.

use crate::view::report::line::LinePart;
use crate::view::report::ruler::{Marked, Ruler, Steps};

/// The drawing's width in its own units; it is laid out so that it can be read on a narrow screen.
pub(super) const WIDTH: f64 = 360.0;
const MARGIN: f64 = 10.0;
/// What has no end goes on to so near the edge.
const EDGE: f64 = 2.0;
/// A shorter bar could not be seen.
const LEAST_BAR: f64 = 5.0;
/// Half the width of a letter of a label.
const HALF_LETTER: f64 = 3.0;

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
pub(in crate::render) fn cut(text: &str, most: usize) -> String {
    match text.chars().count() <= most {
        true => text.to_owned(),
        false => text.chars().take(most - 1).chain(['…']).collect(),
    }
}

/// A coordinate, to a tenth: the same on every machine.
pub(super) fn point(at: f64) -> String {
    format!("{at:.1}")
}

/// Where the places of a ruler stand in the drawing.
#[derive(Clone, Copy)]
pub(super) struct Scale<'a> {
    pub(super) ruler: &'a Ruler,
}

impl Scale<'_> {
    fn x(self, at: f64) -> f64 {
        let place = |number: f64| match self.ruler.steps {
            Steps::Multiply => (number / self.ruler.unit + 1.0).ln(),
            Steps::Add => number,
        };
        let (low, high) = (place(self.ruler.low), place(self.ruler.high));
        let share = if high > low { (place(at) - low) / (high - low) } else { 0.5 };
        MARGIN + share.clamp(0.0, 1.0) * (WIDTH - 2.0 * MARGIN)
    }

    pub(super) fn bar(self, part: LinePart) -> Bar {
        let mut from = part.low.map_or(EDGE, |low| self.x(low));
        let mut to = part.high.map_or(WIDTH - EDGE, |high| self.x(high));
        if to - from < LEAST_BAR {
            let middle = f64::midpoint(from, to);
            (from, to) = (middle - LEAST_BAR / 2.0, middle + LEAST_BAR / 2.0);
        }
        Bar { from: point(from), to: point(to), open_low: part.low.is_none(), open_high: part.high.is_none() }
    }

    pub(super) fn ticks(self) -> Vec<Tick> {
        let tick = |mark: &Marked| {
            let x = self.x(mark.at);
            let half = mark.written.chars().count() as f64 * HALF_LETTER;
            let anchor = match x {
                x if x - half < 0.0 => "start",
                x if x + half > WIDTH => "end",
                _ => "middle",
            };
            Tick { x: point(x), label: mark.written.clone(), anchor }
        };
        self.ruler.marks.iter().map(tick).collect()
    }
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
