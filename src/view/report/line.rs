//! The readings of a question's claims, to be laid on one line: each once, with its words and sources.

use super::ruler::Ruler;
use super::statement::Statement;
use crate::model::Dossier;
use crate::model::table::ClaimId;
use crate::value::shape::{Bounds, Runs, Shape, Side};
use crate::value::types::Kind;

/// So many readings are told, the lowest first.
const MOST_READINGS: usize = 24;

/// Readings on one line, of numbers or of times.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReadingLine {
    /// What stands on it.
    pub(crate) of: Measured,
    /// The readings, the lowest first.
    pub(crate) readings: Vec<LineReading>,
    /// How many more there are.
    pub(crate) left_out: usize,
    /// From where to where the line goes, and what is marked on it.
    pub(crate) ruler: Ruler,
}

/// What stands on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measured {
    /// Counts and amounts.
    Numbers,
    /// Dates.
    Times,
}

/// A reading with all its words and sources.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LineReading {
    /// The words that are read so, each once.
    pub(crate) words: Vec<String>,
    /// The ids of the sources that say so, each once.
    pub(crate) sources: Vec<String>,
    /// All that the words allow, in order.
    pub(crate) hard: Vec<LinePart>,
    /// How readers take them, in order.
    pub(crate) soft: Vec<LinePart>,
    /// The reading for people.
    pub(crate) said: String,
}

/// A part of the line, from a place to another; `None` where it goes on without end. A minute ends where the next begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LinePart {
    /// Where it begins.
    pub(crate) low: Option<f64>,
    /// Where it ends.
    pub(crate) high: Option<f64>,
}

/// The claims of one reading.
struct Alike<'a> {
    shape: &'a Shape,
    bounds: &'a Bounds,
    words: Vec<String>,
    sources: Vec<String>,
}

impl ReadingLine {
    /// The line of some claims on a question of a kind; `None` where nothing on it has an end.
    pub(super) fn new<'a>(
        dossier: &Dossier,
        kind: &Kind,
        claims: impl Iterator<Item = (ClaimId, &'a Statement)>,
    ) -> Option<Self> {
        let mut all: Vec<Alike> = Vec::new();
        for (id, said) in claims {
            let shape = dossier.claims[id].shape();
            let Some((shape, bounds)) = shape.and_then(|shape| Some((shape, shape.numbers()?))) else {
                continue;
            };
            let words = if *kind == Kind::Date { &said.plain } else { &said.words };
            match all.iter_mut().find(|alike| is_one(alike.shape, shape)) {
                Some(alike) => alike.add(words, &said.source),
                None => {
                    let (words, sources) = (vec![words.clone()], vec![said.source.clone()]);
                    all.push(Alike { shape, bounds, words, sources });
                }
            }
        }
        all.sort_by_key(|alike| (alike.bounds.soft.least(), alike.bounds.soft.greatest()));
        let left_out = all.len().saturating_sub(MOST_READINGS);
        all.truncate(MOST_READINGS);
        let bounds: Vec<&Bounds> = all.iter().map(|alike| alike.bounds).collect();
        Some(ReadingLine {
            of: if *kind == Kind::Date { Measured::Times } else { Measured::Numbers },
            ruler: Ruler::new(kind, &bounds)?,
            readings: all.into_iter().map(|alike| alike.read(kind)).collect(),
            left_out,
        })
    }
}

impl Alike<'_> {
    fn add(&mut self, words: &String, source: &String) {
        for (list, item) in [(&mut self.words, words), (&mut self.sources, source)] {
            if !list.contains(item) {
                list.push(item.clone());
            }
        }
    }

    fn read(self, kind: &Kind) -> LineReading {
        let spelled = |side: Side| kind.spelled(self.shape, side).unwrap_or_default();
        let (hard, soft) = (spelled(Side::Hard), spelled(Side::Soft));
        LineReading {
            words: self.words,
            sources: self.sources,
            hard: parts(kind, &self.bounds.hard),
            soft: parts(kind, &self.bounds.soft),
            said: if hard == soft { hard } else { format!("{hard}, usually {soft}") },
        }
    }
}

/// Whether two values are one reading: the same numbers, or the same minutes of clocks that can be compared.
fn is_one(a: &Shape, b: &Shape) -> bool {
    match (a, b) {
        (Shape::Times(a), Shape::Times(b)) => a.bounds == b.bounds && a.clock.is_on_one_line(b.clock),
        _ => a.numbers() == b.numbers(),
    }
}

fn parts(kind: &Kind, runs: &Runs) -> Vec<LinePart> {
    let length = if *kind == Kind::Date { 1.0 } else { 0.0 };
    let part = |low: Option<i128>, high: Option<i128>| LinePart {
        low: low.map(|low| low as f64),
        high: high.map(|high| high as f64 + length),
    };
    runs.runs().iter().map(|run| part(run.low, run.high)).collect()
}
